// A headless board with objects to the right of its sheet, and the few things tests ask of it.
import type { Box, Point } from '@masa/shared/core';
import { type Filling, type FreeFilling, type HeadlessBoard, openHeadlessBoard } from './headlessBoard.ts';

/** Right of here lies no sheet, board units. */
export const SHEET_RIGHT = 2_400;

export const note = (id: string, x: number, y: number, more: Partial<FreeFilling> = {}): FreeFilling => ({
  id,
  box: [SHEET_RIGHT + x, y, 100, 100],
  ...more,
});

/** A point beside the sheet. */
export const at = (x: number, y: number): Point => ({ x: SHEET_RIGHT + x, y });

export const openFree = (objects: readonly FreeFilling[], filling: Filling = {}): HeadlessBoard => openHeadlessBoard(filling, { objects });

export const selectedOf = (board: HeadlessBoard): readonly string[] => [...board.editor.selection.get().ids].sort();

export function boxOf(board: HeadlessBoard, id: string): Box {
  const placed = board.editor.records.free().get(id);
  if (!placed) throw new Error(`${id} is not there`);
  return placed.box;
}

/** Where an object lies beside the sheet. */
export const placeOf = (board: HeadlessBoard, id: string): readonly [number, number] => [boxOf(board, id).x - SHEET_RIGHT, boxOf(board, id).y];
