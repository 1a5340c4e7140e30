// What is written on a board whose kind this page does not know: texts, by the cell they lie in. Reads the document alone, so that it needs no
// kind, and shows less than an outline but never nothing.
import { compareKeys } from '@masa/shared/core';
import { type BoardRecord, isCellPlace } from '@masa/shared/document';

export interface PlainSection {
  /** The slot its cards lie in; null = beside the sheet. */
  readonly slot: string | null;
  readonly records: readonly BoardRecord[];
}

/** Sections in the order in which somebody first wrote in them, what lies beside the sheet last. Without the bin and what says nothing. */
export function plainSections(records: Iterable<BoardRecord>): readonly PlainSection[] {
  const bySlot = new Map<string | null, BoardRecord[]>();
  const written = [...records].filter(({ gone, text, notes }) => gone === null && (text.trim() !== '' || notes.trim() !== ''));
  for (const record of written.sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1))) {
    const slot = isCellPlace(record.place) ? record.place.cell : null;
    const own = bySlot.get(slot);
    if (own) own.push(record);
    else bySlot.set(slot, [record]);
  }
  const beside = bySlot.get(null);
  bySlot.delete(null);
  const cells = [...bySlot].map(([slot, own]): PlainSection => ({ slot, records: own.sort(byOrder) }));
  return beside ? [...cells, { slot: null, records: beside }] : cells;
}

const orderOf = ({ place }: BoardRecord): string => (isCellPlace(place) ? place.order : '');
const byOrder = (a: BoardRecord, b: BoardRecord): number => compareKeys(orderOf(a), a.id, orderOf(b), b.id);
