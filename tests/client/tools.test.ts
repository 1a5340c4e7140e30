// The tools, driven by pointer and keys as on a stage, without one.
import { LIMITS } from '@masa/shared/core';
import { expect, test } from 'vitest';
import { type HeadlessBoard, NOBODY, openHeadlessBoard } from '../support/headlessBoard.ts';

const FILLING = {
  needs: ['a warm place', 'somebody who listens', 'advice'],
  partners: ['the nurse', 'the school'],
  activities: ['songs'],
};

const open = (): HeadlessBoard => openHeadlessBoard(FILLING);
const selected = (board: HeadlessBoard): readonly string[] => [...board.editor.selection.get().ids];
const empty = (board: HeadlessBoard, cell: string): { x: number; y: number } => {
  const { x, y, w, h } = board.cell(cell);
  return { x: x + w - 6, y: y + h - 6 };
};
const outside = { x: -30, y: -30 };

test('TOOL-1 a click on a card selects it alone; with Shift or Ctrl it is added or taken away', () => {
  const board = open();
  board.click(board.middle('advice'));
  expect(board.tool.path).toBe('select.idle');
  expect(selected(board)).toEqual(['advice']);
  board.click(board.middle('the-nurse'), { modifiers: { ...NOBODY, shift: true } });
  expect(selected(board)).toEqual(['advice', 'the-nurse']);
  board.click(board.middle('advice'), { modifiers: { ...NOBODY, mod: true } });
  expect(selected(board)).toEqual(['the-nurse']);
  board.click(outside);
  expect(selected(board)).toEqual([]);
});

test('TOOL-2 a second click at once opens the card for writing', () => {
  const board = open();
  board.click(board.middle('advice'), { atMs: 100 });
  expect(board.writer.field.get()).toBeNull();
  board.click(board.middle('advice'), { atMs: 350 });
  expect(board.writer.field.get()).toMatchObject({ value: 'advice', card: 'advice' });
  expect(board.editor.writing.get()).toEqual({ of: 'card', id: 'advice' });
});

test('TOOL-3 a click on the free paper of a cell begins a new card there, and nothing exists before its first letter', () => {
  const board = open();
  const before = board.editor.records.projection.size;
  board.click(empty(board, 'needs'));
  expect(board.writer.field.get()).toMatchObject({ value: '', card: null, target: { cell: 'needs', index: 3 } });
  expect(board.editor.records.placement().cells.find((cell) => cell.id === 'needs')?.gap).not.toBeNull();
  expect(board.editor.records.projection.size).toBe(before);
  board.writer.end();
  expect(board.editor.records.projection.size).toBe(before);
  expect(board.editor.records.arrangement.get().gap).toBeNull();
});

test('TOOL-4 what lies under the pointer is what was there when it was pressed, although closing the field moves things', () => {
  const board = openHeadlessBoard({ needs: Array.from({ length: 12 }, (_, at) => `need ${at}`), activities: ['songs'] });
  board.click(empty(board, 'needs'));
  const at = board.middle('songs');
  board.click(at);
  expect(board.writer.field.get()).toBeNull();
  expect(selected(board)).toEqual(['songs']);
});

test('TOOL-5 a drag begins after four pixels and not before', () => {
  const board = open();
  const { x, y } = board.middle('advice');
  board.input.down(board.at({ x, y }));
  expect(board.tool.path).toBe('select.pointing-card');
  board.input.move(board.at({ x: x + 4, y }));
  expect(board.tool.path).toBe('select.pointing-card');
  board.input.move(board.at({ x: x + 5, y }));
  expect(board.tool.path).toBe('select.dragging');
  board.input.cancel();
  expect(board.tool.path).toBe('select.idle');
});

test('TOOL-6 a dragged card opens a gap where it would land and lands there as one edit', () => {
  const board = open();
  const target = board.middle('the-school');
  const updates: number[] = [];
  board.doc.on('update', () => updates.push(1));
  board.input.down(board.at(board.middle('advice')));
  board.input.move(board.at({ x: target.x, y: target.y - 15 }));
  const gesture = board.editor.gestures.own.get();
  expect(gesture).toMatchObject({ kind: 'drag', ids: ['advice'], target: { cell: 'partners', index: 1 } });
  expect(board.editor.records.placement().cells.find((cell) => cell.id === 'partners')?.gap).not.toBeNull();
  expect(board.texts('needs')).toEqual(['a warm place', 'somebody who listens']);
  expect(updates).toEqual([]);
  board.input.up(board.at({ x: target.x, y: target.y - 15 }));
  expect(board.editor.gestures.own.get()).toBeNull();
  expect(board.texts('partners')).toEqual(['the nurse', 'advice', 'the school']);
  expect(updates).toEqual([1]);
});

test('TOOL-7 the gesture is told before the cards leave their places', () => {
  const board = open();
  let lay: boolean | undefined;
  board.editor.gestures.own.subscribe(() => {
    lay ??= board.editor.records.placement().cards.has('advice');
  });
  const { x, y } = board.middle('advice');
  board.drag([{ x, y }, { x: x + 50, y }, outside]);
  expect(lay).toBe(true);
});

test('TOOL-8 a card dropped on the sheet between its cells, or let go with Escape, lies where it lay', () => {
  const board = open();
  board.drag([board.middle('advice'), { x: 300, y: 300 }, { x: 2, y: 2 }]);
  expect(board.texts('needs')).toEqual(['a warm place', 'somebody who listens', 'advice']);
  board.input.down(board.at(board.middle('advice')));
  board.input.move(board.at(board.middle('the-nurse')));
  board.input.cancel();
  expect(board.editor.gestures.own.get()).toBeNull();
  expect(board.editor.records.arrangement.get().gap).toBeNull();
  expect(board.texts('needs')).toEqual(['a warm place', 'somebody who listens', 'advice']);
});

test('TOOL-9 dragging a selection carries it whole: one gesture a move, one transaction at the end, one step to undo', () => {
  const board = openHeadlessBoard({ needs: Array.from({ length: 500 }, (_, at) => `need ${at}`), partners: ['the nurse'] });
  const ids = Array.from({ length: 500 }, (_, at) => `need-${at}`);
  board.editor.selection.many(ids);
  let gestures = 0;
  let transactions = 0;
  const start = board.middle('need-0');
  const end = empty(board, 'partners');
  board.editor.camera.reveal({ ...end, w: 1, h: 1 });
  board.editor.gestures.own.subscribe(() => {
    gestures += 1;
  });
  board.doc.on('afterTransaction', (transaction) => {
    if (transaction.changed.size > 0) transactions += 1;
  });
  board.input.down(board.at(start));
  for (let step = 1; step <= 20; step += 1)
    board.input.move(board.at({ x: start.x + ((end.x - start.x) * step) / 20, y: start.y + ((end.y - start.y) * step) / 20 }));
  // Taking the cards and moving them are two; every further move is one.
  expect(gestures).toBe(21);
  expect(transactions).toBe(0);
  board.input.up(board.at({ x: board.cell('partners').x + 20, y: board.cell('partners').y + 10 }));
  expect(transactions).toBe(1);
  expect(board.texts('partners')).toHaveLength(501);
  board.editor.undo();
  expect(board.texts('needs')).toHaveLength(500);
  expect(board.texts('partners')).toEqual(['the nurse']);
});

test('TOOL-10 a drag near the edge of the stage scrolls', () => {
  const board = open();
  board.input.down(board.at(board.middle('advice')));
  board.input.move(board.at({ x: 400, y: 895 }));
  const before = board.editor.camera.view.get().y;
  board.send({ do: 'tick', elapsedMs: 16 });
  expect(board.editor.camera.view.get().y).toBeGreaterThan(before);
});

test('TOOL-11 a box drawn on paper selects what it touches; with Shift it adds', () => {
  const board = open();
  const needs = board.cell('needs');
  const first = board.box('a-warm-place');
  board.input.down(board.at({ x: needs.x + 2, y: needs.y + 2 }));
  board.input.move(board.at({ x: first.x + 5, y: first.y + 5 }));
  expect(board.tool.path).toBe('select.marquee');
  expect(board.editor.gestures.own.get()).toMatchObject({ kind: 'marquee' });
  board.input.up(board.at({ x: first.x + 5, y: first.y + 5 }));
  expect(selected(board)).toEqual(['a-warm-place']);
  const partners = board.cell('partners');
  const nurse = board.box('the-nurse');
  board.drag(
    [
      { x: partners.x + 2, y: partners.y + 2 },
      { x: nurse.x + 5, y: nurse.y + 5 },
    ],
    { modifiers: { ...NOBODY, shift: true } },
  );
  expect(selected(board)).toEqual(['a-warm-place', 'the-nurse']);
  expect(board.editor.gestures.own.get()).toBeNull();
});

test.each([
  ['the middle button', { button: 1 }],
  ['the right button', { button: 2 }],
  ['one finger', { kind: 'touch' as const }],
])('TOOL-12 the paper is moved with %s, from a card as well', (_, change) => {
  const board = open();
  const { x, y } = board.middle('advice');
  const before = board.editor.camera.view.get();
  board.input.down(board.at({ x, y }, change));
  board.input.move(board.at({ x: x - 40, y: y - 20 }, change));
  expect(board.tool.path).toBe('select.panning');
  board.input.up(board.at({ x, y }, change));
  expect(board.tool.path).toBe('select.idle');
  expect(board.editor.camera.view.get()).toMatchObject({ x: before.x + 40, y: before.y + 20 });
  expect(board.texts('needs')).toContain('advice');
});

test('TOOL-13 the space bar turns the pointer into a hand', () => {
  const board = open();
  board.send({ do: 'space', isDown: true });
  board.input.down(board.at(board.middle('advice')));
  expect(board.tool.path).toBe('select.panning');
  board.input.up(board.at(board.middle('advice')));
  board.send({ do: 'space', isDown: false });
  board.input.down(board.at(board.middle('advice')));
  expect(board.tool.path).toBe('select.pointing-card');
});

test('TOOL-14 a finger takes a card only after resting on it', () => {
  const board = open();
  const touch = { kind: 'touch' as const };
  const { x, y } = board.middle('advice');
  board.input.down(board.at({ x, y }, touch));
  expect(board.holds.size).toBe(1);
  for (const hold of board.holds) hold();
  expect(board.tool.path).toBe('select.dragging');
  board.input.move(board.at(board.middle('the-nurse'), touch));
  board.input.up(board.at(board.middle('the-nurse'), touch));
  expect(board.texts('partners')).toContain('advice');
  board.input.down(board.at(board.middle('a-warm-place'), touch));
  board.input.move(board.at({ x: 400, y: 400 }, touch));
  expect(board.holds.size).toBe(0);
});

test('TOOL-15 two fingers zoom about the point between them and move nothing else', () => {
  const board = open();
  const [a, b] = [
    { id: 1, kind: 'touch' as const, x: 400, y: 300 },
    { id: 2, kind: 'touch' as const, x: 600, y: 300 },
  ];
  board.input.down(board.at({ x: 0, y: 0 }, a));
  board.input.down(board.at({ x: 0, y: 0 }, b));
  expect(board.tool.path).toBe('select.pinching');
  const kept = board.editor.camera.toBoard({ x: 500, y: 300 });
  board.input.move(board.at({ x: 0, y: 0 }, { ...a, x: 300 }));
  board.input.move(board.at({ x: 0, y: 0 }, { ...b, x: 700 }));
  expect(board.editor.camera.view.get().zoom).toBeCloseTo(2, 5);
  const now = board.editor.camera.toBoard({ x: 500, y: 300 });
  expect([now.x, now.y]).toEqual([expect.closeTo(kept.x, 3), expect.closeTo(kept.y, 3)]);
  board.input.up(board.at({ x: 0, y: 0 }, { ...a, x: 300 }));
  board.input.up(board.at({ x: 0, y: 0 }, { ...b, x: 700 }));
  expect(board.tool.path).toBe('select.idle');
  expect(board.editor.selection.get().ids.size).toBe(0);
});

test('TOOL-16 the hand moves the paper and chooses nothing', () => {
  const board = openHeadlessBoard(FILLING, { tool: 'hand' });
  const { x, y } = board.middle('advice');
  board.drag([
    { x, y },
    { x: x - 30, y },
  ]);
  expect(board.tool.path).toBe('hand.idle');
  expect(board.editor.camera.view.get().x).toBe(30);
  expect(selected(board)).toEqual([]);
});

test('TOOL-17 a board that is read only is chosen from, never changed', () => {
  const board = open();
  board.editor.readOnly.set('frozen');
  board.drag([board.middle('advice'), board.middle('the-nurse')]);
  board.click(empty(board, 'needs'));
  board.click(board.middle('songs'), { atMs: 100 });
  board.click(board.middle('songs'), { atMs: 200 });
  expect(board.texts('needs')).toContain('advice');
  expect(board.writer.field.get()).toBeNull();
  expect(selected(board)).toEqual(['songs']);
});

test('TOOL-18 a board that is frozen during a drag takes the card back', () => {
  const board = open();
  board.input.down(board.at(board.middle('advice')));
  board.input.move(board.at(board.middle('the-nurse')));
  board.editor.readOnly.set('frozen');
  board.input.up(board.at(board.middle('the-nurse')));
  expect(board.tool.path).toBe('select.idle');
  expect(board.editor.records.arrangement.get().without.size).toBe(0);
  expect(board.texts('needs')).toContain('advice');
});

test('TOOL-19 arrows go to the nearest card or place as they lie on the sheet', () => {
  const board = open();
  board.act('down');
  const first = board.editor.selection.get();
  expect(first.cell).toBe('target-group');
  board.act('right');
  expect(board.editor.selection.get()).toMatchObject({ cell: 'needs', card: 'a-warm-place' });
  board.act('right');
  expect(board.editor.selection.get().card).toBe('somebody-who-listens');
  board.act('left');
  expect(board.editor.selection.get().card).toBe('a-warm-place');
  board.act('extend-right');
  expect(selected(board)).toEqual(['a-warm-place', 'somebody-who-listens']);
});

test('TOOL-20 Tab goes through the cells in their order and out of the board at its end; after Escape it leaves at once', () => {
  const board = open();
  board.editor.selection.at('target-group');
  const order: (string | null)[] = [];
  for (let step = 0; step < 10; step += 1) {
    expect(board.act('next-cell')).toBe(true);
    order.push(board.editor.selection.get().cell);
  }
  expect(order).toEqual([
    'needs',
    'service',
    'resources',
    'partners',
    'information',
    'activities',
    'effect',
    'social-effect',
    'economic-effect',
    'parking',
  ]);
  expect(board.act('next-cell')).toBe(false);
  board.editor.selection.at('needs');
  expect(board.act('leave')).toBe(true);
  expect(board.act('next-cell')).toBe(false);
});

test('TOOL-21 Alt and an arrow move a card in its cell and on into the next cell', () => {
  const board = open();
  board.editor.selection.only('a-warm-place', 'needs');
  board.act('move-down');
  expect(board.texts('needs')).toEqual(['somebody who listens', 'a warm place', 'advice']);
  board.act('move-down');
  board.act('move-down');
  expect(board.texts('service')).toEqual(['a warm place']);
  expect(board.editor.selection.get()).toMatchObject({ cell: 'service', card: 'a-warm-place' });
  board.act('move-up');
  expect(board.texts('needs')).toEqual(['somebody who listens', 'advice', 'a warm place']);
});

test('TOOL-22 Delete puts the chosen cards into the bin and asks first above the limit', async () => {
  const count = LIMITS.deleteConfirm + 1;
  const board = openHeadlessBoard({ needs: Array.from({ length: count + 1 }, (_, at) => `need ${at}`) });
  board.editor.selection.only('need-0', 'needs');
  board.act('bin');
  expect(board.texts('needs')).toHaveLength(count);
  expect(board.editor.selection.get().card).toBe('need-1');
  expect(board.asked.confirmed).toEqual([]);
  board.act('select-all');
  board.asked.confirm = false;
  board.act('bin');
  await Promise.resolve();
  expect(board.asked.confirmed).toEqual([count]);
  expect(board.texts('needs')).toHaveLength(count);
  board.asked.confirm = true;
  board.act('bin');
  await expect.poll(() => board.texts('needs')).toEqual([]);
  board.act('undo');
  expect(board.texts('needs')).toHaveLength(count);
});

test('TOOL-23 Ctrl+A chooses the cell, then everything', () => {
  const board = open();
  board.editor.selection.only('advice', 'needs');
  board.act('select-all');
  expect(selected(board)).toHaveLength(3);
  board.act('select-all');
  expect(selected(board)).toHaveLength(6);
});

test('TOOL-24 M hands the chosen cards, in reading order, to whoever asks where to', () => {
  const board = open();
  board.editor.selection.many(['the-nurse', 'advice', 'a-warm-place']);
  expect(board.act('move-to')).toBe(true);
  expect(board.asked.moved).toEqual([['a-warm-place', 'advice', 'the-nurse']]);
  board.editor.selection.only('advice', 'needs');
  board.act('details');
  expect(board.asked.opened).toEqual(['advice']);
});

test('TOOL-25 Enter writes: in the card chosen, or a new one where the keyboard is', () => {
  const board = open();
  board.editor.selection.only('advice', 'needs');
  board.act('edit');
  expect(board.writer.field.get()).toMatchObject({ card: 'advice' });
  board.writer.end();
  board.editor.selection.at('partners');
  board.act('edit');
  expect(board.writer.field.get()).toMatchObject({ card: null, target: { cell: 'partners', index: 2 } });
});
