// What carried cards become, told before they are carried: the same reckoning as the server's. Pure.
import { type BoardReader, carried, type FieldLine, type Landing, landingCellOf, landingIn, showingCell, suggestedLanding } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { WAYS } from '@masa/shared/kinds/thread';
import type { KnownBoard } from '../kinds/known.ts';

export interface Becoming {
  readonly id: string;
  readonly text: string;
  /** Title of the cell it comes to lie in; empty = beside the sheet. */
  readonly cell: string;
  /** What goes to its notes, because there is no field for it. */
  readonly left: readonly FieldLine[];
}

/** @param cell where all of them go; empty = each where it belongs */
export function becoming(
  board: BoardReader,
  records: readonly BoardRecord[],
  { kind, template }: KnownBoard,
  cell: string,
  language: Language,
): readonly Becoming[] {
  const chosen = template.cells.find(({ id }) => id === cell);
  const landingOf = (record: BoardRecord): Landing => (chosen && landingIn(kind, chosen)) ?? suggestedLanding(WAYS, board, record, kind, template);
  // Links among cards that go together stay links, whatever their new ids will be.
  const together = new Map(records.map(({ id }) => [id, id]));
  return records.map((record) => {
    const landing = landingOf(record);
    const { text, fields, left } = carried(board, record, landing, language, together);
    const shown = showingCell(template, landing, fields);
    return { id: record.id, text, cell: landing.slot === null ? '' : (shown?.title[language] ?? landing.slot.label[language]), left };
  });
}

/** The cell that suggests itself for all of these cards; empty where they differ, or nothing is to be chosen. */
export function suggestedCell(board: BoardReader, records: readonly BoardRecord[], { kind, template }: KnownBoard): string {
  const cells = new Set(
    records.map((record) => landingCellOf(template, suggestedLanding(WAYS, board, record, kind, template).slot?.id ?? null)?.id ?? ''),
  );
  const [only] = cells;
  return cells.size === 1 && only !== undefined ? only : '';
}
