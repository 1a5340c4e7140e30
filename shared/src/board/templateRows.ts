// Templates written as rows of cells: whoever writes a template says how high a row is and how its cells share the width, not where each
// rectangle begins. Cells are read in the order in which they are written.
import type { Box, Localized } from '../core/index.ts';
import type { CellSlot, TemplateCell } from './template.ts';

/** A cell without its place on the sheet. */
export interface CellPlan
  extends Pick<TemplateCell, 'id' | 'title' | 'hint' | 'example' | 'slots'>,
    Partial<Pick<TemplateCell, 'question' | 'band'>> {
  /** Its part of the row's width, beside the parts of its neighbours; 1 if absent. */
  readonly share?: number;
}

export interface CellRow {
  /** Height in board units. */
  readonly h: number;
  readonly cells: readonly CellPlan[];
  /** Room above this row; GAP if absent. */
  readonly above?: number;
  /** Room between the cells of this row; GAP if absent. */
  readonly between?: number;
}

const MARGIN = 40;
const GAP = 20;
const WIDTH = 1_600;

/** What a cell shows: whole slots by name, or part of a slot. */
export const cellPlan = (
  id: string,
  slots: string | readonly CellSlot[],
  title: Localized,
  hint: Localized,
  example: Localized,
  more: Pick<CellPlan, 'share' | 'question'> = {},
): CellPlan => ({ id, slots: typeof slots === 'string' ? [{ slot: slots }] : slots, title, hint, example, ...more });

/** The part of a slot whose cards say one of `values` in a field; what is put there says the first of them. */
export const partOf = (slot: string, facet: string, ...values: readonly [unknown, ...unknown[]]): readonly CellSlot[] => [
  { slot, when: { facet, values, enter: values[0] } },
];

/** Lays rows below one another on a sheet of the usual width. */
export function templateRows(rows: readonly CellRow[]): {
  readonly size: { readonly w: number; readonly h: number };
  readonly cells: readonly TemplateCell[];
} {
  const cells: TemplateCell[] = [];
  let bottom = MARGIN;
  for (const [at, row] of rows.entries()) {
    const y = at === 0 ? MARGIN + (row.above ?? 0) : bottom + (row.above ?? GAP);
    const rects = shared(row, y);
    for (const [place, { share: _, ...cell }] of row.cells.entries()) {
      cells.push({ ...cell, rect: rects[place] ?? { x: MARGIN, y, w: 0, h: row.h }, order: cells.length });
    }
    bottom = y + row.h;
  }
  return { size: { w: WIDTH, h: bottom + MARGIN }, cells };
}

function shared({ h, cells, between = GAP }: CellRow, y: number): readonly Box[] {
  const room = WIDTH - 2 * MARGIN - between * (cells.length - 1);
  const total = cells.reduce((sum, { share = 1 }) => sum + share, 0);
  let x = MARGIN;
  return cells.map(({ share = 1 }) => {
    const w = Math.floor((room * share) / total);
    const box = { x, y, w, h };
    x += w + between;
    return box;
  });
}
