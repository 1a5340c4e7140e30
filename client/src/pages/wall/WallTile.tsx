// One board on the wall: whose it is, what it looks like now, how far it is, who is there, when it last changed.
import { cellsInOrder, createReader, typeOf } from '@masa/shared/board';
import { PARKING } from '@masa/shared/document';
import { templateByRef } from '@masa/shared/kinds';
import type { BoardState, GroupState, WallBoard } from '@masa/shared/wire';
import { lazy, memo, type Ref, Suspense, useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import { pictureUrl } from '../../session/pictures.ts';
import { TableBadge } from '../../ui/TableBadge.tsx';
import { useLanguage, useText } from '../../ui/text.ts';

const BoardMiniature = lazy(async () => ({ default: (await import('../../canvas/BoardMiniature.tsx')).BoardMiniature }));

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

export const WallTile = memo(function WallTile({ board, group, shown, width, height, changedMinutes, linkRef }: WallTileProps) {
  const t = useText('wall');
  const common = useText('common');
  const language = useLanguage();
  const known = templateByRef(board.template);
  const records = shown?.records;
  const filling = useMemo(() => {
    if (!known || !records) return undefined;
    const reader = createReader(known.kind, known.template, records);
    const cells = cellsInOrder(known.template).filter((cell) => cell.id !== PARKING);
    const isThought = (type: string): boolean => typeOf(known.kind, type)?.can.beCard ?? true;
    return {
      cards: reader.live().filter(({ type }) => isThought(type)).length,
      begun: cells.map((cell) => reader.inCell(cell).length > 0),
    };
  }, [known, records]);
  const hasCells = (known?.template.cells.length ?? 0) > 0;
  const pictureOf = useCallback((id: string) => pictureUrl(board.id, id, 'thumb'), [board.id]);
  const begun = filling?.begun.filter(Boolean).length ?? 0;
  const place = group ? common('table', { number: group.number }) : t('shared');
  const name = group ? group.name || group.targetGroup : board.title;
  const label = [place, name].filter((each) => each !== '').join(', ');
  const people = shown?.people.length ?? 0;

  return (
    <li className={board.state === 'frozen' ? 'wall-tile frozen' : 'wall-tile'}>
      <Link ref={linkRef} href={`/boards/${board.id}`} className="wall-link" aria-label={t('open', { label })}>
        <span className="wall-tile-top">
          {group && <TableBadge colour={group.colour} px={44} />}
          <span className="wall-names">
            <strong className="wall-number">{place}</strong>
            <span className="wall-name">{name || '\u00a0'}</span>
          </span>
        </span>
        <span className="wall-picture" style={{ width, height }}>
          {known && records ? (
            <Suspense fallback={null}>
              <BoardMiniature
                template={known.template}
                kind={known.kind}
                records={records}
                width={width}
                height={height}
                language={language}
                label={label}
                pictureUrl={pictureOf}
              />
            </Suspense>
          ) : known ? null : (
            <span className="quiet-text">{t('unknownSheet')}</span>
          )}
        </span>
      </Link>
      <div className="wall-tile-foot">
        {hasCells ? (
          <div
            className="wall-filling"
            role="img"
            aria-label={filling ? t('filled', { filled: begun, count: filling.begun.length }) : t('filled', { filled: 0, count: 0 })}
          >
            {(filling?.begun ?? []).map((each, at) => (
              <span key={known?.template.cells[at]?.id ?? at} className={each ? 'begun' : ''} />
            ))}
          </div>
        ) : (
          <div className="wall-filling" />
        )}
        <p className="figures">
          <span>{t('people', { count: people })}</span>
          <span>
            {board.state === 'frozen'
              ? t('stopped')
              : changedMinutes === undefined
                ? filling
                  ? t(hasCells ? 'cards' : 'notes', { count: filling.cards })
                  : '\u00a0'
                : changedMinutes === 0
                  ? t('changedNow')
                  : t('changedMinutes', { count: changedMinutes })}
          </span>
        </p>
      </div>
    </li>
  );
});
