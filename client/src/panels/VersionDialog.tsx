// A moment of the board's history beside the board as it is now: the same painters, the same scale, what differs framed and in words.
import type { BoardReader, Typesetting } from '@masa/shared/board';
import type { BoardVersion, VersionRead } from '@masa/shared/wire';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { createTypesetting, loadBoardFont } from '../canvas/typesetting.ts';
import type { Editor } from '../editor/Editor.ts';
import { createRecordStore, type RecordStore } from '../editor/RecordStore.ts';
import { useReply } from '../pages/useReply.ts';
import { documentOf, versions } from '../session/versions.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Failed } from '../ui/states.tsx';
import { useText } from '../ui/text.ts';
import { BringBack } from './BringBack.tsx';
import { differences } from './differences.ts';
import { useTimes } from './useTimes.ts';
import { VersionDifferences } from './VersionDifferences.tsx';
import { VersionPicture } from './VersionPicture.tsx';
import { viewOfBoth } from './versionView.ts';
import './versions.css';

export interface VersionDialogProps {
  readonly version: BoardVersion;
  readonly onClose: () => void;
  /** The board is again what it was. */
  readonly onRestored: () => void;
}

/** The board goes on while it is looked at; its picture follows this often. */
const FOLLOW_MS = 1_000;

/** About as wide, where nothing can be measured: browsers that let no page read a canvas. */
const ROUGHLY: Typesetting = { text: (piece) => piece.length * 9, summary: (piece) => piece.length * 8 };

function measureHere(): Typesetting {
  try {
    return createTypesetting();
  } catch {
    return ROUGHLY;
  }
}

/** Undefined until the board's letters are there. */
function useTypesetting(): Typesetting | undefined {
  const [measure, setMeasure] = useState<Typesetting>();
  useEffect(() => {
    let gone = false;
    void loadBoardFont().then(() => {
      if (!gone) setMeasure(measureHere());
    });
    return () => {
      gone = true;
    };
  }, []);
  return measure;
}

/** The board as it is now, another one at most once in `FOLLOW_MS`. */
function useNow(editor: Editor): BoardReader {
  const [board, setBoard] = useState(() => editor.board());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.records.version.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setBoard(editor.board());
      }, FOLLOW_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [editor]);
  return board;
}

export default function VersionDialog({ version, onClose, onRestored }: VersionDialogProps) {
  const t = useText('versions');
  const common = useText('common');
  const { place } = useBoard();
  const { momentOf } = useTimes();
  const read = useReply(() => versions.read(place.board.id, version.id), version.id);
  const measure = useTypesetting();
  const title = version.title ?? t('sheetOf', { time: momentOf(version.at) });
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="version-dialog">
        {read.problem && !read.value && <Failed text={read.problem.kind === 'away' ? common('away') : read.problem.message} />}
        {!read.problem && !(read.value && measure) && <p className="quiet-text">{common('loading')}</p>}
        {read.value && measure && <Comparison version={read.value} measure={measure} onRestored={onRestored} />}
      </div>
    </Dialog>
  );
}

function useThen(version: VersionRead, measure: Typesetting): RecordStore | null {
  const { open, language } = useBoard();
  const { kind, records } = open.editor;
  const template = useStore(records.template);
  const then = useMemo(() => {
    try {
      return createRecordStore(documentOf(version), kind, template, language, measure);
    } catch {
      return null;
    }
  }, [version, kind, template, language, measure]);
  useEffect(() => () => then?.dispose(), [then]);
  return then;
}

interface ComparisonProps {
  readonly version: VersionRead;
  readonly measure: Typesetting;
  readonly onRestored: () => void;
}

function Comparison({ version, measure, onRestored }: ComparisonProps) {
  const t = useText('versions');
  const { open, language } = useBoard();
  const { momentOf } = useTimes();
  const { editor } = open;
  const isReadOnly = useStore(editor.readOnly) !== null;
  const then = useThen(version, measure);
  const now = useNow(editor);
  const [scale, setScale] = useState<number | null>(null);
  const [asks, setAsks] = useState(false);
  const [left, right] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)];
  const compared = useMemo(() => {
    if (!then) return undefined;
    const found = differences(then.reader(), now);
    return { found, outlined: new Set(found.map(({ record }) => record.id)), view: viewOfBoth(then, editor.records) };
  }, [then, editor, now]);
  if (!then || !compared) return <Notice tone="warning">{t('unreadable')}</Notice>;
  const { found, outlined, view } = compared;
  const follow = (from: HTMLElement | null, to: HTMLElement | null): void => {
    if (!from || !to) return;
    if (to.scrollTop !== from.scrollTop) to.scrollTop = from.scrollTop;
    if (to.scrollLeft !== from.scrollLeft) to.scrollLeft = from.scrollLeft;
  };
  const picture = { kindId: editor.kind.id, measure, language, outlined, view, scale };
  return (
    <>
      <fieldset className="version-size">
        <legend className="visually-hidden">{t('size')}</legend>
        <Button aria-pressed={scale === null} onClick={() => setScale(null)}>
          {t('fit')}
        </Button>
        <Button aria-pressed={scale !== null} onClick={() => setScale(1)}>
          {t('full')}
        </Button>
        {found.length > 0 && <span className="quiet-text">{t('outlined')}</span>}
      </fieldset>
      <div className="version-pictures">
        <figure>
          <figcaption>
            {t('pictureTitleThen')} <span className="quiet-text">{momentOf(version.at)}</span>
          </figcaption>
          <VersionPicture
            {...picture}
            records={then}
            board={then.reader()}
            label={t('pictureThen', { time: momentOf(version.at) })}
            scroller={left}
            onScroll={() => follow(left.current, right.current)}
          />
        </figure>
        <figure>
          <figcaption>{t('pictureTitleNow')}</figcaption>
          <VersionPicture
            {...picture}
            records={editor.records}
            board={now}
            label={t('pictureNow')}
            scroller={right}
            onScroll={() => follow(right.current, left.current)}
          />
        </figure>
      </div>
      <VersionDifferences found={found} then={then.reader()} now={now} />
      {!isReadOnly && found.length > 0 && (
        <div className="row">
          <Button look="primary" onClick={() => setAsks(true)}>
            {t('bringBack')}
          </Button>
        </div>
      )}
      {asks && <BringBack version={version} onClose={() => setAsks(false)} onRestored={onRestored} />}
    </>
  );
}
