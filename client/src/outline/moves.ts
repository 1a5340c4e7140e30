// Where a card goes when somebody moves it by a button instead of a pointer. Pure; the moves themselves are the editor's.
import type { BoardReader, Target } from '@masa/shared/board';
import { cellsInOrder, type TemplateCell } from '@masa/shared/board';

/** Where `id` stands: its cell, its position and how many cards there are. Undefined for cards no cell shows. */
export function standingOf(
  board: BoardReader,
  id: string,
): { readonly cell: TemplateCell; readonly index: number; readonly count: number } | undefined {
  const record = board.get(id);
  const cell = record && board.cellOf(record);
  if (!cell) return undefined;
  const cards = board.inCell(cell);
  return { cell, index: cards.findIndex((each) => each.id === id), count: cards.length };
}

/** One place up (-1) or down (1) within the cell; null at its end. */
export function stepTarget(board: BoardReader, id: string, by: -1 | 1): Target | null {
  const at = standingOf(board, id);
  if (!at) return null;
  const index = at.index + by;
  // Cards being moved do not count in a target's index, so "one down" is the index it will have.
  return index < 0 || index >= at.count ? null : { cell: at.cell.id, index };
}

/** The end of a cell. */
export function endOf(board: BoardReader, cellId: string): Target {
  const cell = board.template.cells.find((each) => each.id === cellId);
  return { cell: cellId, index: cell ? board.inCell(cell).length : 0 };
}

/** The page of what lies on the board itself. No cell is called so: ids of cells do not begin with a dash. */
export const FREE_PAGE = '-board';

/** What a phone shows one at a time: the cells in reading order, then what lies on the board itself. */
export const pagesOf = (board: BoardReader): readonly string[] => [...cellsInOrder(board.template).map((cell) => cell.id), FREE_PAGE];

/** The page before (-1) or after (1); the ends meet. */
export function neighbourPage(board: BoardReader, page: string, by: -1 | 1): string {
  const pages = pagesOf(board);
  const at = Math.max(0, pages.indexOf(page));
  return pages[(at + by + pages.length) % pages.length] ?? page;
}
