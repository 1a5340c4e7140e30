// One cell in the outline: its heading and question, its cards, the place for the next.
import type { CellFilling, Check, TemplateCell } from '@masa/shared/board';
import type { BoardRecord } from '@masa/shared/document';
import { useRef, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader, useChosen, useStore } from '../board/useStore.ts';
import { FillingMark } from '../panels/FillingMark.tsx';
import { BringButton } from '../thread/BringButton.tsx';
import { useText } from '../ui/text.ts';
import { cardColorOf } from '../ui/tokens.ts';
import { LongList } from './LongList.tsx';
import { NewCard } from './NewCard.tsx';
import { OutlineCard } from './OutlineCard.tsx';

export interface OutlineCellProps {
  readonly cell: TemplateCell;
  readonly checks: ReadonlyMap<string, readonly Check[]>;
  readonly filling: CellFilling;
}

const NO_CHECKS: readonly Check[] = [];

/** A card whose text is emptied while it is written is on no board; it stays in sight where it was until its field is left. */
function withWritten(
  cards: readonly BoardRecord[],
  written: { readonly record: BoardRecord; readonly index: number } | null,
): readonly BoardRecord[] {
  if (!written || cards.some((each) => each.id === written.record.id)) return cards;
  return [...cards.slice(0, written.index), written.record, ...cards.slice(written.index)];
}

export function OutlineCell({ cell, checks, filling }: OutlineCellProps) {
  const t = useText('board');
  const sheet = useText('sheet');
  const { open, language, isSmall } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const next = useRef<HTMLTextAreaElement>(null);
  const [written, setWritten] = useState<{ readonly id: string; readonly index: number } | null>(null);
  const current = written ? board.get(written.id) : undefined;
  const held = written && current?.gone === null ? { record: current, index: written.index } : null;
  const cards = withWritten(board.inCell(cell), held);
  // The card the keyboard is at, and the one that is being written, have their lines however far down they are.
  const chosen = useChosen(editor.selection, (at) => (at.cell === cell.id ? at.card : null));
  const wanted = Math.max(held ? held.index : -1, chosen === null ? -1 : cards.findIndex(({ id }) => id === chosen)) + 1;
  const title = cell.title[language];
  const heading = `outline-${cell.id}`;
  // On a phone the outline is the page itself, beside it the drawer's title stands above.
  const Heading = isSmall ? 'h2' : 'h3';
  const ink = cardColorOf(cell.slots[0]?.slot ?? '').edge;
  const writers = useChosen(editor.gestures.peers, (peers) =>
    [...peers.values()]
      .filter((peer) => peer.writing?.cell === cell.id)
      .map((peer) => peer.person.name)
      .join(', '),
  );

  return (
    <section className="outline-cell" aria-labelledby={heading} style={{ ['--cell-ink' as string]: ink }}>
      <Heading id={heading} tabIndex={-1}>
        {title}{' '}
        <span className="outline-marks">
          <span className="count figures">{cards.length > 0 ? cards.length : ''}</span> <FillingMark filling={filling} isDecorative />
        </span>
      </Heading>
      <p className="visually-hidden">{sheet(`filling_${filling.level}`, { cards: filling.cards, complete: filling.complete })}</p>
      {cell.band && <p className="outline-band">{sheet(`band_${cell.band}`)}</p>}
      {cards.length === 0 && (
        <p className="outline-hint">
          {cell.hint[language]} <span className="quiet-text">{t('example', { text: cell.example[language] })}</span>
        </p>
      )}
      {cards.length > 0 && (
        <LongList lines={cards} keyOf={({ id }) => id} className="outline-cards" atLeast={wanted}>
          {(record, index, place) => (
            <li key={record.id} {...place}>
              <OutlineCard
                record={record}
                cell={{ id: cell.id, title }}
                index={index}
                count={cards.length}
                checks={checks.get(record.id) ?? NO_CHECKS}
                onEnter={() => setWritten({ id: record.id, index })}
                onLeave={() => setWritten(null)}
                onDone={() => next.current?.focus()}
              />
            </li>
          )}
        </LongList>
      )}
      {writers !== '' && <p className="outline-under outline-writer">{t('isWriting', { name: writers })}</p>}
      {!isReadOnly && <NewCard cell={cell} field={next} />}
      {!isReadOnly && <BringButton cell={cell.id} title={title} />}
    </section>
  );
}
