// One card in the outline: its text, what its fields say, and everything the canvas can do with it as buttons.
import { type BoardReader, type Check, oneLine, strayCellOf } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { takeBeside } from '@masa/shared/objects';
import { ArrowDown, ArrowUp, Ellipsis, SlidersHorizontal, SquareArrowOutUpRight, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { ToolButton } from '../board/ToolButton.tsx';
import { useBoardValue, useChosen, useStore } from '../board/useStore.ts';
import { loadedView } from '../kinds/index.ts';
import { LinksButton } from '../panels/LinksButton.tsx';
import { LockButton } from '../panels/LockButton.tsx';
import { ObjectTalk } from '../panels/ObjectTalk.tsx';
import { StarButton } from '../panels/StarButton.tsx';
import { CarryButton } from '../thread/CarryButton.tsx';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { CardText } from './CardText.tsx';
import { linkedWith } from './linkedCards.ts';
import { MoveTo } from './MoveTo.tsx';
import { stepTarget } from './moves.ts';

/** Letters of a linked card's text. */
const LINKED_MAX = 40;

export interface OutlineCardProps {
  readonly record: BoardRecord;
  /** The cell's id and title; null where this form shows none. */
  readonly cell: { readonly id: string; readonly title: string } | null;
  readonly index: number;
  readonly count: number;
  readonly checks: readonly Check[];
  /** What these three do is said by the card and its place in the list: others with the same do the same. */
  readonly onDone?: () => void;
  readonly onEnter?: () => void;
  readonly onLeave?: () => void;
}

/** Checks are worked out anew for the whole board, and mostly say what they said before. */
const saysSame = (a: readonly Check[], b: readonly Check[]): boolean => a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));

/** Whether a card is drawn alike: what somebody types into one card draws that card. */
const isDrawnAlike = (a: OutlineCardProps, b: OutlineCardProps): boolean =>
  a.record === b.record &&
  a.cell?.id === b.cell?.id &&
  a.cell?.title === b.cell?.title &&
  a.index === b.index &&
  a.count === b.count &&
  saysSame(a.checks, b.checks);

/** What other cards say of this one, as one text, so that it can be compared. */
const saidByOthers = (board: BoardReader, record: BoardRecord, language: Language): string =>
  JSON.stringify([
    linkedWith(board, record.id).map((id) => board.get(id)?.text),
    strayCellOf(board, record)?.id,
    loadedView(board.kind.id)?.sign?.(board, record, language),
  ]);

export const OutlineCard = memo(function OutlineCard({ record, cell, index, count, checks, onDone, onEnter, onLeave }: OutlineCardProps) {
  const t = useText('board');
  const free = useText('free');
  const sheet = useText('sheet');
  const { open, language, isSmall, show, bin, say } = useBoard();
  const { editor } = open;
  const isReadOnly = useStore(editor.readOnly) !== null;
  const writer = useChosen(editor.gestures.peers, (peers) => [...peers.values()].find((peer) => peer.writing?.card === record.id)?.person.name);
  useBoardValue(editor, (board) => saidByOthers(board, record, language));
  const title = cell?.title ?? '';
  const summary = editor.kind.summary(record, language);

  const step = (by: -1 | 1): void => {
    const target = stepTarget(editor.board(), record.id, by);
    if (!target) return;
    editor.move([record.id], target);
    say(t('movedTo', { position: target.index + 1, count, cell: title }));
  };

  const isLocked = record.lock !== null;
  const board = editor.board();
  const linked = linkedWith(board, record.id).flatMap((id) => oneLine(board.get(id)?.text ?? '', LINKED_MAX) || []);
  // Where its kind keeps it on the sheet: a cell, null = here.
  const home = strayCellOf(board, record);
  const sign = loadedView(editor.kind.id)?.sign?.(board, record, language) ?? '';
  const takeOut = (): void => {
    if (editor.perform(takeBeside(editor.board(), [record.id], editor.context())).length === 0) return;
    say(home ? t('movedToCell', { cell: home.title[language] }) : free('takenOut'));
  };

  const details = (
    <Button look="quiet" label={t('details')} onClick={() => show({ of: 'card', id: record.id })}>
      <SlidersHorizontal aria-hidden />
    </Button>
  );

  const actions = (
    <fieldset className="outline-actions" aria-label={t('cardActions', { position: index + 1 })}>
      {!isSmall && details}
      {!(isSmall && isReadOnly) && <StarButton record={record} />}
      <LinksButton record={record} />
      <CarryButton record={record} />
      {!isReadOnly && (
        <>
          {!isLocked && (
            <>
              <ToolButton isQuiet label={t('moveUp')} isOff={index === 0} onPress={() => step(-1)}>
                <ArrowUp aria-hidden />
              </ToolButton>
              <ToolButton isQuiet label={t('moveDown')} isOff={index >= count - 1} onPress={() => step(1)}>
                <ArrowDown aria-hidden />
              </ToolButton>
              <MoveTo record={record} from={cell?.id ?? null} />
            </>
          )}
          <span>
            {!isLocked && home !== null && (
              <Button look="quiet" label={free('takeOut')} onClick={takeOut}>
                <SquareArrowOutUpRight aria-hidden />
              </Button>
            )}
            <LockButton record={record} />
            {!isLocked && (
              <Button look="quiet" label={t('toBin')} onClick={() => bin([record.id])}>
                <Trash2 aria-hidden />
              </Button>
            )}
          </span>
        </>
      )}
    </fieldset>
  );

  if (record.inert) return <p className="outline-inert">{t('unsupported')}</p>;
  return (
    <>
      <CardText
        record={record}
        label={t('cardAt', { position: index + 1, count, cell: title })}
        {...(onDone ? { onDone } : {})}
        {...(onEnter ? { onEnter } : {})}
        {...(onLeave ? { onLeave } : {})}
      />
      {((isSmall && record.starred) ||
        summary !== '' ||
        sign !== '' ||
        record.sensitive ||
        writer ||
        checks.length > 0 ||
        record.lock ||
        linked.length > 0) && (
        <p className="outline-under">
          {isSmall && record.starred && <span className="starred">{sheet('starred')}</span>}
          {sign !== '' && <span className="figures">{sign}</span>}
          {summary !== '' && <span>{summary}</span>}
          {record.sensitive && <span>{t('sensitive')}</span>}
          {linked.length > 0 && <span>{sheet('linksHere', { cards: linked.join(' · ') })}</span>}
          {record.lock && <span>{free('lockedBy', { name: record.lock.name || t('somebody') })}</span>}
          {writer && <span className="outline-writer">{t('isWriting', { name: writer })}</span>}
          {checks.map((check) => (
            <span key={check.code} className={`check-mark ${check.level}`}>
              {check.message[language]}
            </span>
          ))}
        </p>
      )}
      {isSmall ? (
        // A phone has room for one row under each card; the rest is a press away.
        <div className="outline-acts">
          <div className="outline-first">
            {details}
            <ObjectTalk record={record} />
          </div>
          <details>
            <summary aria-label={t('cardMore')} title={t('cardMore')}>
              <Ellipsis aria-hidden />
            </summary>
            {actions}
          </details>
        </div>
      ) : (
        <>
          {actions}
          <ObjectTalk record={record} />
        </>
      )}
    </>
  );
}, isDrawnAlike);
