// One board on the wall: whose it is, what it looks like now, how far it is, who is there, when it last changed.
import { cellsInOrder, createReader, typeOf } from '@masa/shared/board';
import { PARKING } from '@masa/shared/document';
import type { BoardState, GroupState, WallBoard } from '@masa/shared/wire';
import { CircleCheckBig } from 'lucide-react';
import { lazy, memo, type Ref, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { boardName } from '../../kinds/boardName.ts';
import { type KnownBoard, knownNow, loadKnown } from '../../kinds/known.ts';
import { pictureUrl } from '../../session/pictures.ts';
import { TableBadge } from '../../ui/TableBadge.tsx';
import { useLanguage, useText } from '../../ui/text.ts';
import { WallFoot } from './WallFoot.tsx';

// Asked for with the wall itself: by the time the boards have arrived, what paints them is there.
const miniature = import('../../canvas/BoardMiniature.tsx').then((module) => {
  void module.prepareMiniatures();
  return { default: module.BoardMiniature };
});
miniature.catch(() => undefined);
const BoardMiniature = lazy(() => miniature);

export interface WallTileProps {
  readonly board: BoardState;
  readonly group: GroupState | undefined;
  /** Undefined until the wall's first word about it. */
  readonly shown: WallBoard | undefined;
  readonly width: number;
  readonly height: number;
  /** Whole minutes since the last change seen; undefined when none was. */
  readonly changedMinutes: number | undefined;
  readonly linkRef: Ref<HTMLAnchorElement>;
}

/** What a board is; undefined until its kind is here, null where this version does not know it. */
function useKnown(board: BoardState): KnownBoard | null | undefined {
  const { id, kind, template } = board;
  const [loaded, setLoaded] = useState<{ readonly of: string; readonly known: KnownBoard | null }>();
  const of = `${id} ${template}`;
  useEffect(() => {
    let isGone = false;
    loadKnown({ id, kind, template }).then(
      (known) => {
        if (!isGone) setLoaded({ of: `${id} ${template}`, known: known ?? null });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [id, kind, template]);
  const now = useMemo(() => knownNow({ id, kind, template }), [id, kind, template]);
  return now ?? (loaded?.of === of ? loaded.known : undefined);
}

export const WallTile = memo(function WallTile({ board, group, shown, width, height, changedMinutes, linkRef }: WallTileProps) {
  const t = useText('wall');
  const common = useText('common');
  const language = useLanguage();
  const known = useKnown(board);
  const records = shown?.records;
  const reader = useMemo(() => (known && records ? createReader(known.kind, known.template, records) : undefined), [known, records]);
  const filling = useMemo(() => {
    if (!known || !reader) return undefined;
    const cells = cellsInOrder(known.template).filter((cell) => cell.id !== PARKING);
    const isThought = (type: string): boolean => typeOf(known.kind, type)?.can.beCard ?? true;
    return {
      cards: reader.live().filter(({ type }) => isThought(type)).length,
      filled: cells.map((cell) => (reader.inCell(cell).length > 0 ? 'x' : ' ')).join(''),
    };
  }, [known, reader]);
  const hasCells = (known?.template.cells.length ?? 0) > 0;
  const pictureOf = useCallback((id: string) => pictureUrl(board.id, id, 'thumb'), [board.id]);
  // A tile renders again with every word about its board; making a sentence costs more than all the rest of it.
  const place = useMemo(() => (group ? common('table', { number: group.number }) : t('shared')), [common, t, group]);
  const title = boardName(board, language);
  const name = group ? [group.name || group.targetGroup, title].filter((each) => each !== '').join(' · ') : title;
  const label = [place, name].filter((each) => each !== '').join(', ');
  const isReady = board.isReady ? t('ready') : '';
  const opens = useMemo(() => t('open', { label: [label, isReady].filter((each) => each !== '').join(', ') }), [t, label, isReady]);

  return (
    <li className={board.state === 'frozen' ? 'wall-tile frozen' : 'wall-tile'}>
      <Link ref={linkRef} href={`/boards/${board.id}`} className="wall-link" aria-label={opens}>
        <span className="wall-tile-top">
          {group && <TableBadge colour={group.colour} px={44} />}
          <span className="wall-names">
            <strong className="wall-number">{place}</strong>
            <span className="wall-name">{name || '\u00a0'}</span>
          </span>
          {board.isReady && (
            <span className="wall-ready">
              <CircleCheckBig aria-hidden /> {t('ready')}
            </span>
          )}
        </span>
        <span className="wall-picture" style={{ width, height }}>
          {known && reader ? (
            <Suspense fallback={null}>
              <BoardMiniature board={reader} width={width} height={height} language={language} label={label} pictureUrl={pictureOf} />
            </Suspense>
          ) : known !== null ? null : (
            <span className="quiet-text">{t('unknownSheet')}</span>
          )}
        </span>
      </Link>
      <WallFoot
        filled={filling?.filled}
        hasCells={hasCells}
        cards={filling?.cards}
        people={shown?.people.length ?? 0}
        isStopped={board.state === 'frozen'}
        changedMinutes={changedMinutes}
      />
    </li>
  );
});
