// Room for what is put on the board without a pointer: by the outline, by programs, by late contributions. It lies to the right of the
// sheet, in columns, at the first places where nothing lies.
import { type BoardReader, type CommandContext, origin } from '../board/index.ts';
import { type Box, intersects } from '../core/index.ts';
import { type Edit, isCellPlace, type Origin } from '../document/index.ts';
import { createObjects, takeOut } from './commands.ts';
import { NOTE_SIDE } from './place.ts';

const GAP = 20;
const STEP = NOTE_SIDE + GAP;
/** Columns beside a small or empty sheet are so many notes high. */
const ROWS_MIN = 4;

/** After so many places that are taken no more are looked at. */
const TRIES = 2_000;

/** The first `count` places of a note's size right of the sheet where nothing lies. Board units. */
export function roomBeside(board: BoardReader, count: number): readonly Box[] {
  const { w, h } = board.template.size;
  const left = w === 0 ? 0 : w + 2 * GAP;
  const rows = Math.max(ROWS_MIN, Math.floor((h + GAP) / STEP));
  const taken = board.free().flatMap(({ place }): readonly Box[] => {
    if (isCellPlace(place)) return [];
    const [x, y, width, height] = place.box;
    return [{ x, y, w: Math.max(1, width), h: Math.max(1, height) }];
  });
  const placeAt = (from: number, at: number): Box => ({ x: from + Math.floor(at / rows) * STEP, y: (at % rows) * STEP, w: NOTE_SIDE, h: NOTE_SIDE });
  const found: Box[] = [];
  for (let at = 0; at < TRIES + count && found.length < count; at += 1) {
    const box = placeAt(left, at);
    if (!taken.some((each) => intersects(each, box))) found.push(box);
  }
  // So full that nobody would find it there: right of everything.
  const right = Math.max(left, ...taken.map(({ x, w: width }) => x + width)) + GAP;
  const missing = count - found.length;
  return [...found, ...Array.from({ length: missing }, (_, at) => placeAt(right, at))];
}

/** Makes a note of each text beside the sheet. */
export const notesBeside = (board: BoardReader, texts: readonly string[], context: CommandContext, how: Origin = origin('typed')): readonly Edit[] =>
  createObjects(
    board,
    roomBeside(board, texts.length).map(({ x, y, w, h }, at) => ({ type: 'note', place: { box: [x, y, w, h], rot: 0 }, text: texts[at] ?? '' })),
    context,
    how,
  );

/** Takes cards out of their cells, to the first places beside the sheet, or where their kind keeps them. */
export function takeBeside(board: BoardReader, ids: readonly string[], context: CommandContext): readonly Edit[] {
  const boxes = roomBeside(board, ids.length);
  return takeOut(board, new Map(ids.flatMap((id, at) => (boxes[at] ? [[id, boxes[at]] as const] : []))), context);
}
