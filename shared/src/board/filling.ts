// How far a cell of a sheet has come, at a glance.
import type { Analysis, BoardReader } from './kind.ts';
import { isComplete } from './present.ts';
import { slotOf } from './records.ts';
import type { TemplateCell } from './template.ts';

export interface CellFilling {
  readonly cards: number;
  /** Of them, those with a text and all wanted (★) fields. */
  readonly complete: number;
  /** `complete`: there are cards and every one of them says all that is wanted. */
  readonly level: 'empty' | 'begun' | 'complete';
}

/** What a cell of the board's template holds; a cell that shows part of a slot counts that part only. */
export function cellFilling(board: BoardReader, analysis: Pick<Analysis, 'filling'>, cell: TemplateCell): CellFilling {
  const isWhole = cell.slots.every(({ slot, when }) => !when && Object.hasOwn(analysis.filling, slot));
  const { cards, complete } = isWhole ? summed(analysis, cell) : counted(board, cell);
  return { cards, complete, level: cards === 0 ? 'empty' : complete === cards ? 'complete' : 'begun' };
}

const summed = ({ filling }: Pick<Analysis, 'filling'>, cell: TemplateCell): Pick<CellFilling, 'cards' | 'complete'> => {
  const slots = [...new Set(cell.slots.map(({ slot }) => slot))].map((slot) => filling[slot] ?? { cards: 0, complete: 0 });
  return { cards: slots.reduce((sum, slot) => sum + slot.cards, 0), complete: slots.reduce((sum, slot) => sum + slot.complete, 0) };
};

function counted(board: BoardReader, cell: TemplateCell): Pick<CellFilling, 'cards' | 'complete'> {
  const cards = board.inCell(cell).filter((record) => !record.inert);
  const complete = cards.filter((record) => {
    const slot = slotOf(board.kind, record);
    return slot !== undefined && isComplete(record, slot);
  });
  return { cards: cards.length, complete: complete.length };
}
