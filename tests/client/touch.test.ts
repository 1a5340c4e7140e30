// Fingers, pens and palms: what becomes of a pointer's events before a tool hears of them.
import { type BoardInput, createInput, PALM_MS, type PointerSample } from '@masa/client/editor/input.ts';
import type { Point } from '@masa/shared/core';
import { expect, test } from 'vitest';
import { NOBODY } from '../support/headlessBoard.ts';
import { type MakingBoard, openMakingBoard, place } from '../support/makingBoard.ts';

const touch = (id: number, atMs = 0): Partial<PointerSample> => ({ kind: 'touch', id, atMs });
const pen = (atMs = 0): Partial<PointerSample> => ({ kind: 'pen', id: 9, atMs, pressure: 0.7 });
const [a, b, c] = [
  { x: 100, y: -500 },
  { x: 200, y: -500 },
  { x: 300, y: -480 },
];
const cameraOf = ({ editor }: MakingBoard): Point & { readonly zoom: number } => editor.camera.view.get();
const strokes = (board: MakingBoard): number => board.free().filter(({ type }) => type === 'ink').length;
const draw = (board: MakingBoard, change: Partial<PointerSample>): void => {
  board.input.down(board.at(a, change));
  board.input.move(board.at(b, change));
  board.input.up(board.at(b, change));
};

test('TOUCH-1 a press of the secondary button that does not move opens the menu there; one that moves drags the paper', async () => {
  const board = await openMakingBoard('select');
  board.input.down(board.at(a, { button: 2 }));
  board.input.move(board.at({ x: a.x + 3, y: a.y }, { button: 2 }));
  board.input.up(board.at({ x: a.x + 3, y: a.y }, { button: 2 }));
  expect(board.asked.menus).toEqual([{ at: { x: a.x + 3, y: a.y }, screen: board.editor.camera.toScreen({ x: a.x + 3, y: a.y }) }]);
  expect(cameraOf(board).x).toBe(0);
  board.drag([a, b], { button: 2 });
  expect(board.asked.menus).toHaveLength(1);
  expect(cameraOf(board).x).toBe(-100);
  expect(board.tool.path).toBe('select.idle');
});

test('TOUCH-2 a finger that rests lifts what lies there; let go where it was, it puts it back and opens the menu', async () => {
  const board = await openMakingBoard('select', { needs: ['advice'], partners: ['the nurse'] });
  const at = board.board.middle('advice');
  const hold = (): void => {
    for (const each of board.holds) each();
  };
  board.input.down(board.at(at, touch(1)));
  hold();
  expect(board.tool.path).toBe('select.dragging');
  board.input.move(board.at({ x: at.x + 5, y: at.y + 5 }, touch(1)));
  board.input.up(board.at({ x: at.x + 5, y: at.y + 5 }, touch(1)));
  expect(board.asked.menus).toHaveLength(1);
  expect(board.tool.path).toBe('select.idle');
  expect(board.editor.gestures.own.get()).toBeNull();
  expect(board.changes()).toBe(0);
  expect([...board.editor.selection.get().ids]).toEqual(['advice']);
  const to = board.board.middle('the-nurse');
  board.input.down(board.at(at, touch(1, 5_000)));
  hold();
  board.input.move(board.at(to, touch(1)));
  board.input.up(board.at(to, touch(1)));
  expect(board.asked.menus).toHaveLength(1);
  expect(board.board.texts('partners')).toContain('advice');
});

test('TOUCH-3 before a pen was seen a finger draws with a pen in the hand, and two fingers pan and zoom with every tool', async () => {
  const board = await openMakingBoard('pen');
  draw(board, touch(1));
  expect(strokes(board)).toBe(1);
  board.input.down(board.at(a, touch(1)));
  board.input.down(board.at(b, touch(2)));
  board.input.move(board.at({ x: 300, y: -500 }, touch(2)));
  expect(cameraOf(board).zoom).toBeCloseTo(2, 5);
  expect(board.tool.path).toBe('pen.pinching');
});

test('TOUCH-4 a second finger within the stroke takes the stroke back and pinches; the finger that stays does nothing more', async () => {
  const board = await openMakingBoard('pen');
  board.input.down(board.at(a, touch(1)));
  board.input.move(board.at(b, touch(1)));
  board.input.down(board.at(c, touch(2)));
  expect(board.editor.gestures.own.get()).toBeNull();
  board.input.up(board.at(c, touch(2)));
  const view = cameraOf(board);
  board.input.move(board.at(a, touch(1)));
  board.input.up(board.at(a, touch(1)));
  expect(cameraOf(board)).toEqual(view);
  expect(strokes(board)).toBe(0);
  expect(board.tool.path).toBe('pen.idle');
});

test('TOUCH-5 after a pen was near, one finger only moves the paper: it draws and chooses nothing for ten seconds', async () => {
  const board = await openMakingBoard('pen');
  board.input.move(board.at(a, pen(1_000)));
  draw(board, touch(1, 2_000));
  expect(strokes(board)).toBe(0);
  expect(cameraOf(board)).toMatchObject({ x: -100, y: 0, zoom: 1 });
  expect(board.tool.path).toBe('pen.idle');
  draw(board, touch(1, 1_000 + PALM_MS));
  expect(strokes(board)).toBe(1);
  board.input.down(board.at(a, pen(30_000)));
  board.input.up(board.at(a, pen(36_000)));
  draw(board, touch(1, 44_000));
  expect(strokes(board)).toBe(2);
  const other = await openMakingBoard('select', { needs: ['advice'] });
  other.input.move(other.at(a, pen(0)));
  other.click(other.board.middle('advice'), touch(1, 500));
  expect(other.editor.selection.get().ids.size).toBe(0);
  expect(other.holds.size).toBe(0);
});

test('TOUCH-5 a finger that only rests while a pen is near is not heard of', () => {
  const heard: BoardInput[] = [];
  const input = createInput({ camera: { toBoard: (point) => point }, send: (each) => void heard.push(each), after: () => () => undefined });
  const sample = { button: 0, modifiers: NOBODY, x: 0, y: 0 };
  input.move({ ...sample, id: 9, kind: 'pen', atMs: 0 });
  input.down({ ...sample, id: 1, kind: 'touch', atMs: 10 });
  input.move({ ...sample, id: 1, kind: 'touch', atMs: 20, x: 5 });
  input.up({ ...sample, id: 1, kind: 'touch', atMs: 30, x: 5 });
  expect(heard.map((each) => each.do)).toEqual(['move']);
});

test('TOUCH-6 a third finger changes nothing', () => {
  const heard: BoardInput[] = [];
  const input = createInput({ camera: { toBoard: (point) => point }, send: (each) => void heard.push(each), after: () => () => undefined });
  for (const id of [1, 2, 3]) input.down({ id, kind: 'touch', button: 0, modifiers: NOBODY, atMs: id, x: 100 * id, y: 0 });
  expect(heard.map((each) => each.do)).toEqual(['down', 'cancel', 'pinch']);
});

test('TOUCH-6 two fingers pinch also while a pen is near', async () => {
  const board = await openMakingBoard('pen');
  board.input.move(board.at(a, pen(0)));
  board.input.down(board.at(a, touch(1, 100)));
  board.input.down(board.at(b, touch(2, 100)));
  board.input.move(board.at({ x: 300, y: -500 }, touch(2, 120)));
  expect(cameraOf(board).zoom).toBeCloseTo(2, 5);
  board.input.up(board.at(a, touch(1, 130)));
  board.input.up(board.at(a, touch(2, 130)));
  expect(board.tool.path).toBe('pen.idle');
  expect(board.input.isPressed).toBe(false);
});

test('TOUCH-7 whatever touches the glass while a pen is down counts for nothing, until it is lifted', async () => {
  const board = await openMakingBoard('pen');
  board.input.down(board.at(a, pen(0)));
  board.input.down(board.at(c, touch(1, 10)));
  board.input.down(board.at(c, touch(2, 10)));
  board.input.move(board.at(b, touch(1, 20)));
  board.input.move(board.at(b, pen(30)));
  expect(board.tool.path).toBe('pen.drawing');
  board.input.up(board.at(b, pen(40)));
  expect(strokes(board)).toBe(1);
  board.input.move(board.at(a, touch(1, 50)));
  board.input.move(board.at(a, touch(2, 50)));
  board.input.up(board.at(a, touch(1, 60)));
  board.input.up(board.at(a, touch(2, 60)));
  expect(cameraOf(board)).toMatchObject({ x: 0, y: 0, zoom: 1 });
  expect(strokes(board)).toBe(1);
  expect(board.input.isPressed).toBe(false);
});

test('TOUCH-8 a palm that comes before its pen leaves nothing behind', async () => {
  const board = await openMakingBoard('pen');
  board.input.down(board.at(c, touch(1, 0)));
  board.input.move(board.at({ x: c.x + 20, y: c.y }, touch(1, 10)));
  expect(board.tool.path).toBe('pen.drawing');
  board.input.down(board.at(a, pen(20)));
  board.input.move(board.at(c, touch(1, 30)));
  board.input.move(board.at(b, pen(40)));
  board.input.up(board.at(c, touch(1, 50)));
  expect(board.tool.path).toBe('pen.drawing');
  board.input.up(board.at(b, pen(60)));
  expect(board.free().map(({ place: lying }) => lying)).toEqual([{ box: [100, -500, 100, 0.1], rot: 0 }]);
});

test('TOUCH-9 a pointer the system takes away ends its own gesture and no other', async () => {
  const board = await openMakingBoard('pen');
  board.input.down(board.at(a, pen(0)));
  board.input.move(board.at(b, pen(10)));
  board.input.down(board.at(c, touch(1, 20)));
  board.input.lost({ id: 1 });
  expect(board.tool.path).toBe('pen.drawing');
  board.input.lost({ id: 9 });
  expect(board.tool.path).toBe('pen.idle');
  board.input.down(board.at(a, touch(2, 2 * PALM_MS)));
  board.input.down(board.at(b, touch(3, 2 * PALM_MS)));
  board.input.lost({ id: 2 });
  expect(board.tool.path).toBe('pen.pinching');
  board.input.lost({ id: 3 });
  expect(board.tool.path).toBe('pen.idle');
  expect(board.input.isPressed).toBe(false);
  expect(board.changes()).toBe(0);
});

test('TOUCH-10 a finger whose gesture was given up with Escape does nothing more', async () => {
  const board = await openMakingBoard('pen');
  board.input.down(board.at(a, touch(1)));
  board.input.cancel();
  board.input.move(board.at(b, touch(1)));
  board.input.up(board.at(b, touch(1)));
  expect(board.tool.path).toBe('pen.idle');
  expect(strokes(board)).toBe(0);
});

test.each([
  ['pen', 0.7],
  ['touch', 0.5],
  ['mouse', 0.5],
] as const)('TOUCH-11 how hard a %s is pressed reaches the tool only where it means something', async (kind, pressure) => {
  const board = await openMakingBoard('pen');
  board.input.down(board.at(a, { kind, pressure: 0.7 }));
  const screen = board.editor.camera.toScreen(b);
  board.input.move(board.at(b, { kind, pressure: 0.7, path: [{ ...screen, pressure: 0.7 }] }));
  const gesture = board.editor.gestures.own.get();
  expect(gesture?.kind === 'ink' && gesture.points).toEqual([100, -500, pressure, 200, -500, pressure]);
});

test('TOUCH-12 two taps at one place are a double tap although a finger is wider than a pointer', async () => {
  const board = await openMakingBoard('select');
  board.put({ type: 'note', place: place(0, -600, 200, 200), text: 'advice' });
  const tap = (point: Point, atMs: number, kind: PointerSample['kind']): void => {
    board.input.down(board.at(point, { kind, atMs }));
    board.input.up(board.at(point, { kind, atMs }));
  };
  tap(a, 0, 'mouse');
  tap({ x: a.x + 15, y: a.y }, 200, 'mouse');
  expect(board.asked.written).toEqual([]);
  tap(a, 2_000, 'touch');
  tap({ x: a.x + 15, y: a.y }, 2_200, 'touch');
  expect(board.asked.written).toHaveLength(1);
});
