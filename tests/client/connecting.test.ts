// Arrows: drawn with their tool, and taken by an end, without a stage.
import { draggingEnd } from '@masa/client/tools/endpoints.ts';
import { createMachine, type Down, type State } from '@masa/client/tools/tool.ts';
import type { Point } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { connectorLooks } from '@masa/shared/objects';
import { expect, test } from 'vitest';
import { type MakingBoard, openMakingBoard, place } from '../support/makingBoard.ts';

async function twoNotes(): Promise<{ readonly board: MakingBoard; readonly a: string; readonly b: string }> {
  const board = await openMakingBoard('connector', { needs: ['advice'] });
  const a = board.put({ type: 'note', place: place(-1_000, 300, 200, 200) });
  const b = board.put({ type: 'note', place: place(-600, 300, 200, 200) });
  return { board, a, b };
}
const inA = { x: -900, y: 400 };
const inB = { x: -500, y: 400 };
const paper = { x: -700, y: 900 };

function arrow(board: MakingBoard): BoardRecord {
  const [first, ...rest] = board.free().filter(({ type }) => type === 'connector');
  if (!first || rest.length > 0) throw new Error('not one arrow');
  return first;
}
const ends = (board: MakingBoard): unknown => {
  const { start, end } = connectorLooks(arrow(board));
  return [start, end];
};
const whole = (on: string): unknown => ({ on, at: [0.5, 0.5] });

test('CONNECT-1 a drag from one object to another attaches both ends, as one step; the arrow is chosen and the tool laid down', async () => {
  const { board, a, b } = await twoNotes();
  board.editor.toolbox.choose({ route: 'curve', endHead: 'dot' });
  board.input.down(board.at(inA));
  expect(board.tool.path).toBe('connector.pressing');
  board.input.move(board.at({ x: -700, y: 400 }));
  expect(board.tool.path).toBe('connector.drawing');
  board.input.move(board.at(inB));
  expect(board.changes()).toBe(0);
  board.input.up(board.at(inB));
  expect(board.changes()).toBe(1);
  expect(ends(board)).toEqual([whole(a), whole(b)]);
  expect(connectorLooks(arrow(board))).toMatchObject({ route: 'curve', endHead: 'dot' });
  expect([...board.editor.selection.get().ids]).toEqual([arrow(board).id]);
  expect(board.editor.toolbox.tool.get()).toBe('select');
});

test.each([
  ['in the middle: the object as a whole', { x: -500, y: 390 }, [0.5, 0.5]],
  ['near a rim: that place of it', { x: -595, y: 340 }, [0, 0.2]],
  ['near the middle of a side: the middle', { x: -590, y: 408 }, [0, 0.5]],
  ['near the lower rim', { x: -540, y: 490 }, [0.3, 1]],
])('CONNECT-2 an end let go %s', async (_, at, part) => {
  const { board, b } = await twoNotes();
  board.drag([inA, at]);
  expect(connectorLooks(arrow(board)).end).toEqual({ on: b, at: part });
});

test('CONNECT-3 an end on paper is free', async () => {
  const { board, a } = await twoNotes();
  board.drag([inA, paper]);
  expect(ends(board)).toEqual([whole(a), { on: '', at: [-700, 900] }]);
  board.editor.toolbox.take('connector');
  const other = await openMakingBoard('connector');
  other.drag([paper, { x: -500, y: 950 }]);
  expect(ends(other)).toEqual([
    { on: '', at: [-700, 900] },
    { on: '', at: [-500, 950] },
  ]);
  expect(arrow(other).place).toEqual({ box: [-700, 900, 200, 50], rot: 0 });
});

test('CONNECT-4 two clicks do as well as a drag', async () => {
  const { board, a, b } = await twoNotes();
  board.click(inA);
  expect(board.tool.path).toBe('connector.waiting');
  board.input.move(board.at(paper));
  expect(board.editor.gestures.own.get()).toMatchObject({ kind: 'preview' });
  board.click(inB);
  expect(board.tool.path).toBe('connector.idle');
  expect(ends(board)).toEqual([whole(a), whole(b)]);
});

test('CONNECT-4 between the two clicks the paper can be moved', async () => {
  const { board, a, b } = await twoNotes();
  const pen = { kind: 'pen' as const, id: 9 };
  board.click(inA, pen);
  board.input.down(board.at(paper, { kind: 'touch', id: 1, atMs: 1_100 }));
  board.input.move(board.at({ x: paper.x + 50, y: paper.y }, { kind: 'touch', id: 1, atMs: 1_200 }));
  expect(board.tool.path).toBe('connector.pinching');
  board.input.up(board.at(paper, { kind: 'touch', id: 1, atMs: 1_300 }));
  expect(board.editor.camera.view.get().x).toBe(-50);
  expect(board.tool.path).toBe('connector.waiting');
  board.click(paper, { button: 1 });
  expect(board.tool.path).toBe('connector.waiting');
  board.click(inB, pen);
  expect(ends(board)).toEqual([whole(a), whole(b)]);
});

test('CONNECT-5 what an end would be attached to is shown, before the press and while the arrow is drawn', async () => {
  const { board, a, b } = await twoNotes();
  board.input.move(board.at({ x: -805, y: 400 }));
  expect(board.asked.aim).toEqual({ id: a, at: { x: -800, y: 400 } });
  board.input.move(board.at(paper));
  expect(board.asked.aim).toBeNull();
  board.input.down(board.at(inA));
  board.input.move(board.at(inB));
  expect(board.asked.aim).toEqual({ id: b, at: { x: -500, y: 400 } });
  const gesture = board.editor.gestures.own.get();
  expect(gesture?.kind === 'preview' && gesture.records.map(({ fields }) => fields.end)).toEqual([whole(b)]);
  board.input.up(board.at(inB));
  expect(board.asked.aim).toBeNull();
  expect(board.editor.gestures.own.get()).toBeNull();
});

test('CONNECT-6 Escape, a slip of the hand and a board frozen meanwhile leave no arrow', async () => {
  const { board } = await twoNotes();
  board.input.down(board.at(inA));
  board.input.move(board.at(inB));
  board.input.cancel();
  board.click(paper);
  board.input.cancel();
  expect(board.tool.path).toBe('connector.idle');
  board.click(paper);
  board.click({ x: paper.x + 3, y: paper.y });
  expect(board.tool.path).toBe('connector.idle');
  board.input.down(board.at(inA));
  board.input.move(board.at(inB));
  board.editor.readOnly.set('frozen');
  board.input.up(board.at(inB));
  expect(board.changes()).toBe(0);
  expect(board.asked.aim).toBeNull();
  expect(board.editor.gestures.own.get()).toBeNull();
});

test('CONNECT-7 cards in their cells are attached to like objects; an arrow to an arrow or back to its own object is not', async () => {
  const { board, a } = await twoNotes();
  board.drag([inA, board.board.middle('advice')]);
  expect(ends(board)).toEqual([whole(a), whole('advice')]);
  const other = await openMakingBoard('connector');
  const note = other.put({ type: 'note', place: place(-1_000, 300, 200, 200) });
  other.put({
    type: 'connector',
    place: place(-1_000, 800, 300, 0),
    looks: { start: { on: '', at: [-1_000, 800] }, end: { on: '', at: [-700, 800] } },
  });
  other.drag([inA, { x: -850, y: 800 }]);
  other.editor.toolbox.take('connector');
  other.drag([inA, { x: -950, y: 350 }]);
  const own = await openMakingBoard('connector', { needs: ['a card with more than a few words on it'] });
  const { x, y, w, h } = own.board.box('a-card-with-more-than-a-few-words-on-it');
  own.drag([
    { x: x + w / 2, y: y + h / 2 },
    { x: x + w / 2 + 30, y: y + h / 2 },
  ]);
  expect(connectorLooks(arrow(own)).end.on).toBe('');
  const made = other.free().filter(({ type }) => type === 'connector');
  expect(made.slice(1).map((record) => connectorLooks(record).end)).toEqual([
    { on: '', at: [-850, 800] },
    { on: '', at: [-950, 350] },
  ]);
  expect(connectorLooks(made[1] as BoardRecord).start.on).toBe(note);
});

/** The end of an arrow in the hand, pressed at a point. */
function hold(board: MakingBoard, id: string, which: 'start' | 'end', at: Point): ReturnType<typeof createMachine> {
  const idle: State = { name: 'idle', on: () => undefined };
  const screen = board.editor.camera.toScreen(at);
  const modifiers = { shift: false, mod: false, alt: false };
  const down: Down = { do: 'down', at, screen, modifiers, button: 0, kind: 'mouse', isTouch: false, clicks: 1, pressure: 0.5 };
  return createMachine(
    'select',
    draggingEnd(board.host, down, id, which, () => idle),
  );
}
const moved = (board: MakingBoard, at: Point) =>
  ({
    at,
    screen: board.editor.camera.toScreen(at),
    modifiers: { shift: false, mod: false, alt: false },
    points: [{ ...at, pressure: 0.5 }],
  }) as const;

test('CONNECT-8 an end that is taken is attached anew where it is let go, as one step; Escape leaves it', async () => {
  const { board, a, b } = await twoNotes();
  board.drag([inA, paper]);
  const { id } = arrow(board);
  const before = board.changes();
  const held = hold(board, id, 'end', paper);
  expect(held.path).toBe('select.dragging-end');
  held.handle({ do: 'move', ...moved(board, inB) });
  const gesture = board.editor.gestures.own.get();
  expect(gesture?.kind === 'preview' && gesture.records.map((record) => [record.id, record.fields.end])).toEqual([[id, whole(b)]]);
  expect(board.asked.aim?.id).toBe(b);
  held.handle({ do: 'up', ...moved(board, inB) });
  expect(held.path).toBe('select.idle');
  expect(board.changes()).toBe(before + 1);
  expect(ends(board)).toEqual([whole(a), whole(b)]);
  const again = hold(board, id, 'start', inA);
  again.handle({ do: 'move', ...moved(board, paper) });
  again.handle({ do: 'cancel' });
  expect(ends(board)).toEqual([whole(a), whole(b)]);
  expect(board.editor.gestures.own.get()).toBeNull();
  expect(board.asked.aim).toBeNull();
});

test('CONNECT-9 the ends of a locked arrow, and of any on a board that is read only, stay', async () => {
  const { board } = await twoNotes();
  board.drag([inA, inB]);
  const { id } = arrow(board);
  const before = ends(board);
  const frozen = hold(board, id, 'end', inB);
  frozen.handle({ do: 'move', ...moved(board, paper) });
  board.editor.readOnly.set('frozen');
  frozen.handle({ do: 'move', ...moved(board, paper) });
  expect(frozen.path).toBe('select.idle');
  expect(board.editor.gestures.own.get()).toBeNull();
  board.editor.readOnly.set(null);
  const locked = hold(board, id, 'end', inB);
  board.editor.perform([{ do: 'set', id, facet: 'lock', value: { by: 'x', name: 'Ion', at: 1, staff: false } }]);
  locked.handle({ do: 'up', ...moved(board, paper) });
  expect(ends(board)).toEqual(before);
  board.editor.perform([{ do: 'set', id, facet: 'lock', value: null }]);
  board.editor.readOnly.set('frozen');
  expect(hold(board, id, 'end', inB).path).toBe('select.idle');
  board.editor.readOnly.set(null);
  board.editor.perform([{ do: 'set', id, facet: 'lock', value: { by: 'x', name: 'Ion', at: 1, staff: false } }]);
  expect(hold(board, id, 'end', inB).path).toBe('select.idle');
});
