// Pen, highlighter and eraser, driven as on a stage, without one.
import { LIMITS } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { distanceToSegment, inkLooks, placeObject, strokePoints } from '@masa/shared/objects';
import { expect, test } from 'vitest';
import { EVEN, NOBODY } from '../support/headlessBoard.ts';
import { type MakingBoard, openMakingBoard, place } from '../support/makingBoard.ts';

/** Where a stroke's points lie on the board. */
function drawn(record: BoardRecord): readonly (readonly [number, number, number])[] {
  const placed = placeObject(record, { measure: EVEN, placed: () => undefined });
  return strokePoints(placed).map(([x, y, pressure]) => [x + placed.box.x, y + placed.box.y, pressure]);
}
const only = (board: MakingBoard): BoardRecord => {
  const [first, ...rest] = board.free();
  if (!first || rest.length > 0) throw new Error(`${board.free().length} objects`);
  return first;
};
/** A quarter of a circle of radius 200. */
const arc = Array.from({ length: 400 }, (_, at) => {
  const angle = (at / 399) * (Math.PI / 2);
  return { x: -600 + 200 * Math.sin(angle), y: 300 + 200 * (1 - Math.cos(angle)) };
});
const start = { x: -600, y: 300 };

test('INK-1 a stroke is a gesture while it is drawn and one object when the pen is lifted, under the same id', async () => {
  const board = await openMakingBoard('pen');
  board.input.down(board.at(start));
  expect(board.tool.path).toBe('pen.drawing');
  for (const point of arc) board.input.move(board.at(point));
  const gesture = board.editor.gestures.own.get();
  expect(gesture).toMatchObject({ kind: 'ink', pen: 'pen' });
  expect(board.changes()).toBe(0);
  board.input.up(board.at(arc.at(-1) ?? start));
  expect(board.changes()).toBe(1);
  expect(board.editor.gestures.own.get()).toBeNull();
  expect(gesture?.kind === 'ink' && gesture.id).toBe(only(board).id);
  board.editor.undo();
  expect(board.free()).toEqual([]);
});

test('INK-2 what is kept is what was seen: its box lies around it, its points are whole tenths from there, with the pressure', async () => {
  const board = await openMakingBoard('pen');
  board.input.down(board.at(start, { kind: 'pen', pressure: 0.2 }));
  for (const [at, point] of arc.entries()) board.input.move(board.at(point, { kind: 'pen', pressure: 0.2 + (0.6 * at) / arc.length }));
  const gesture = board.editor.gestures.own.get();
  const seen = gesture?.kind === 'ink' ? gesture.points : [];
  board.input.up(board.at(arc.at(-1) ?? start, { kind: 'pen' }));
  const record = only(board);
  expect(record.place).toEqual({ box: [-600, 300, 200, 200], rot: 0 });
  const { points, base } = inkLooks(record);
  expect(base).toEqual([200, 200]);
  expect(points.every(Number.isInteger)).toBe(true);
  const kept = drawn(record).flat();
  expect(kept).toHaveLength(seen.length);
  expect(Math.max(...kept.map((value, at) => Math.abs(value - (seen[at] ?? 0))))).toBeLessThanOrEqual(0.051);
  expect(kept[2]).toBeCloseTo(0.2, 2);
  expect(kept.at(-1)).toBeCloseTo(0.8, 2);
});

test('INK-3 points that cannot be told apart are left out, and no place of the way is missed by more than half a pixel', async () => {
  const board = await openMakingBoard('pen');
  board.drag([start, ...arc]);
  const points = drawn(only(board));
  expect(points.length).toBeLessThan(arc.length / 4);
  const off = arc.map((point) =>
    Math.min(...points.slice(1).map(([x, y], at) => distanceToSegment(point, { x: points[at]?.[0] ?? x, y: points[at]?.[1] ?? y }, { x, y }))),
  );
  expect(Math.max(...off)).toBeLessThan(0.5);
});

test('INK-3 a hand that trembles on one place leaves no crowd of points, and small letters stay round', async () => {
  const board = await openMakingBoard('pen');
  board.drag(Array.from({ length: 100 }, (_, at) => ({ x: -600 + (at % 2) * 0.6, y: 300 })));
  expect(drawn(only(board)).length).toBeLessThanOrEqual(2);
  board.editor.undo();
  const ring = Array.from({ length: 40 }, (_, at) => ({ x: -600 + 6 * Math.cos(at / 6), y: 300 + 6 * Math.sin(at / 6) }));
  board.drag(ring);
  const points = drawn(only(board));
  const middles = points.slice(1).map(([x, y], at) => Math.hypot((x + (points[at]?.[0] ?? x)) / 2 + 600, (y + (points[at]?.[1] ?? y)) / 2 - 300));
  expect(Math.min(...middles)).toBeGreaterThan(5.6);
});

test('INK-2 pressure that changes on a short way is kept', async () => {
  const board = await openMakingBoard('pen');
  board.input.down(board.at(start, { kind: 'pen', pressure: 0.5 }));
  for (const [at, pressure] of [0.5, 0.5, 0.9, 0.5].entries()) board.input.move(board.at({ x: -598 + 2 * at, y: 300 }, { kind: 'pen', pressure }));
  board.input.move(board.at({ x: -560, y: 300 }, { kind: 'pen', pressure: 0.5 }));
  board.input.up(board.at({ x: -560, y: 300 }, { kind: 'pen' }));
  expect(drawn(only(board)).map(([, , pressure]) => pressure)).toContain(0.9);
});

test('INK-4 every place the device reported between two frames is drawn', async () => {
  const board = await openMakingBoard('pen');
  board.input.down(board.at(start));
  const corner = board.editor.camera.toScreen({ x: -500, y: 200 });
  const end = board.editor.camera.toScreen({ x: -400, y: 300 });
  const path = [corner, end].map((point) => ({ ...point, pressure: 0.5 }));
  board.input.move(board.at({ x: -400, y: 300 }, { path }));
  board.input.up(board.at({ x: -400, y: 300 }));
  expect(drawn(only(board)).map(([x, y]) => [x, y])).toEqual([
    [-600, 300],
    [-500, 200],
    [-400, 300],
  ]);
});

test('INK-5 with Shift the line is straight from where the pen was, and goes on freely afterwards', async () => {
  const board = await openMakingBoard('pen');
  const shift = { modifiers: { ...NOBODY, shift: true } };
  board.input.down(board.at({ x: 0, y: -500 }));
  board.input.move(board.at({ x: 50, y: -500 }));
  board.input.move(board.at({ x: 53, y: -500 }));
  board.input.move(board.at({ x: 60, y: -440 }, shift));
  board.input.move(board.at({ x: 150, y: -400 }, shift));
  board.input.move(board.at({ x: 150, y: -300 }));
  board.input.up(board.at({ x: 150, y: -300 }));
  expect(drawn(only(board)).map(([x, y]) => [x, y])).toEqual([
    [0, -500],
    [50, -500],
    [53, -500],
    [150, -400],
    [150, -300],
  ]);
});

test('INK-6 a stroke too long for one object goes on as another that begins where it ends', async () => {
  const board = await openMakingBoard('pen');
  board.input.down(board.at(start));
  const zigzag = (at: number): { x: number; y: number } => ({ x: -600 + at, y: 300 + 10 * (at % 2) });
  const way = Array.from({ length: LIMITS.inkPointsMax + 500 }, (_, at) => zigzag(at + 1));
  // Slow devices put many places into one event.
  const path = way.map((point) => ({ ...board.editor.camera.toScreen(point), pressure: 0.5 }));
  board.input.move(board.at(way.at(-1) ?? start, { path }));
  board.input.up(board.at(way.at(-1) ?? start));
  const [first, second, ...rest] = board.free();
  if (!first || !second) throw new Error('not two');
  expect(rest).toEqual([]);
  expect(first.issues).toEqual([]);
  const [before, after] = [drawn(first), drawn(second)];
  expect(before.length).toBeLessThanOrEqual(LIMITS.inkPointsMax);
  expect(after[0]?.slice(0, 2)).toEqual(before.at(-1)?.slice(0, 2));
  expect(before.length + after.length - 1).toBe(way.length + 1);
});

test('INK-7 pens draw in the colours chosen for them, stay in the hand and choose nothing; a press alone is a dot', async () => {
  const board = await openMakingBoard('highlighter');
  board.editor.toolbox.choose({ highlighterColour: 'green', penStroke: 'thick', penColour: 'red' });
  board.click(start);
  expect(inkLooks(only(board))).toMatchObject({ pen: 'highlighter', colour: 'green', stroke: 'thick', points: [0, 0, 50] });
  expect(only(board).place).toEqual({ box: [-600, 300, 0.1, 0.1], rot: 0 });
  expect(board.editor.toolbox.tool.get()).toBe('highlighter');
  expect(board.editor.selection.get().ids.size).toBe(0);
});

test('INK-8 Escape, a second finger and a board frozen meanwhile leave no stroke', async () => {
  const board = await openMakingBoard('pen');
  const touch = { kind: 'touch' as const };
  board.input.down(board.at(start));
  board.input.move(board.at({ x: -500, y: 300 }));
  board.input.cancel();
  board.input.down(board.at(start, touch));
  board.input.move(board.at({ x: -500, y: 300 }, touch));
  expect(board.tool.path).toBe('pen.drawing');
  board.input.down(board.at({ x: -300, y: 300 }, { ...touch, id: 2 }));
  expect(board.tool.path).toBe('pen.pinching');
  board.input.up(board.at(start, touch));
  board.input.up(board.at(start, { ...touch, id: 2 }));
  board.input.down(board.at(start));
  board.editor.readOnly.set('frozen');
  board.input.move(board.at({ x: -500, y: 300 }));
  board.input.up(board.at({ x: -500, y: 300 }));
  expect(board.tool.path).toBe('pen.idle');
  expect(board.editor.gestures.own.get()).toBeNull();
  expect(board.changes()).toBe(0);
});

test('INK-9 a finger or a pen that rests while drawing opens no menu', async () => {
  const board = await openMakingBoard('pen');
  board.input.down(board.at(start, { kind: 'touch' }));
  for (const hold of board.holds) hold();
  board.input.up(board.at(start, { kind: 'touch' }));
  expect(board.asked.menus).toEqual([]);
  expect(board.tool.path).toBe('pen.idle');
});

/** Four notes in a row, the last one locked. */
async function notes(tool: 'eraser' | 'pen' = 'eraser'): Promise<{ readonly board: MakingBoard; readonly ids: readonly string[] }> {
  const board = await openMakingBoard(tool, { needs: ['advice'] });
  const ids = [0, 1, 2].map((at) => board.put({ type: 'note', place: place(-1_000 + at * 150, 300, 100, 100) }));
  const lock = { by: 'me', name: '', at: 1, staff: false };
  ids.push(board.put({ type: 'note', place: place(-550, 300, 100, 100), looks: { lock } }));
  return { board, ids };
}
const left = (board: MakingBoard): readonly string[] => board.free().map(({ id }) => id);

test('ERASE-1 what the eraser touches fades, and goes to the bin as one step when it is lifted', async () => {
  const { board, ids } = await notes();
  const [first, second, third, locked] = ids;
  board.input.down(board.at({ x: -950, y: 350 }));
  expect(board.tool.path).toBe('eraser.erasing');
  board.input.move(board.at({ x: -800, y: 350 }));
  expect(board.editor.gestures.own.get()).toEqual({ kind: 'erase', ids: new Set([first, second]) });
  expect(board.changes()).toBe(0);
  board.input.up(board.at({ x: -800, y: 350 }));
  expect(board.changes()).toBe(1);
  expect(left(board)).toEqual([third, locked]);
  expect(board.editor.board().bin()).toHaveLength(2);
  expect(board.editor.toolbox.tool.get()).toBe('eraser');
  board.editor.undo();
  expect(left(board)).toEqual(ids);
});

test('ERASE-2 it misses nothing, however fast it goes', async () => {
  const { board, ids } = await notes();
  board.drag([
    { x: -1_100, y: 350 },
    { x: 0, y: 352 },
  ]);
  expect(left(board)).toEqual(ids.slice(3));
});

test('ERASE-3 what is locked, conversations and cards in their cells stay', async () => {
  const { board, ids } = await notes();
  const thread = board.put({ type: 'comment', place: place(-1_100, 330, 40, 40), text: 'Who pays?' });
  const way = [{ x: -1_090, y: 350 }, { x: -450, y: 350 }, board.board.middle('advice')];
  board.input.down(board.at({ x: -1_090, y: 350 }));
  for (const point of way) board.input.move(board.at(point));
  expect(board.editor.gestures.own.get()).toEqual({ kind: 'erase', ids: new Set(ids.slice(0, 3)) });
  board.input.up(board.at(board.board.middle('advice')));
  expect(left(board)).toEqual([ids[3], thread]);
  expect(board.board.texts('needs')).toEqual(['advice']);
});

test('ERASE-4 with Alt it gives back what it touches; Escape gives back all', async () => {
  const { board, ids } = await notes();
  board.input.down(board.at({ x: -950, y: 350 }));
  board.input.move(board.at({ x: -650, y: 350 }));
  board.input.move(board.at({ x: -800, y: 350 }, { modifiers: { ...NOBODY, alt: true } }));
  expect(board.editor.gestures.own.get()).toEqual({ kind: 'erase', ids: new Set([ids[0]]) });
  board.input.cancel();
  expect(board.tool.path).toBe('eraser.idle');
  expect(board.editor.gestures.own.get()).toBeNull();
  expect(left(board)).toEqual(ids);
  expect(board.changes()).toBe(0);
});

test('ERASE-5 the other end of a pen rubs out while the pen is in the hand', async () => {
  const { board, ids } = await notes('pen');
  board.drag(
    [
      { x: -950, y: 350 },
      { x: -900, y: 350 },
    ],
    { kind: 'pen', button: 5 },
  );
  expect(left(board)).toEqual(ids.slice(1));
});
