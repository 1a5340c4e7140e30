// Choosing and moving objects of the free layer, driven by pointer and keys as on a stage, without one.
import { HOLD_MS } from '@masa/client/editor/input.ts';
import type { Point } from '@masa/shared/core';
import { apply, SERVER } from '@masa/shared/document';
import { expect, test } from 'vitest';
import { at, boxOf as box, note, openFree as open, placeOf as place, SHEET_RIGHT, selectedOf as selected } from '../support/freeBoard.ts';
import { type FreeFilling, type HeadlessBoard, NOBODY } from '../support/headlessBoard.ts';

const transactions = (board: HeadlessBoard): (() => number) => {
  let count = 0;
  board.doc.on('update', () => {
    count += 1;
  });
  return () => count;
};
const mods = (change: Partial<typeof NOBODY>) => ({ modifiers: { ...NOBODY, ...change } });
const TRIO = [note('a', 0, 0), note('b', 300, 0), note('c', 600, 0)];

test('SELECT-1 clicks choose with the group, add, choose alone, go into the group, open', () => {
  const board = open([note('a', 0, 0, { facets: { groups: ['g'] } }), note('b', 300, 0, { facets: { groups: ['g'] } }), note('c', 600, 0)]);
  board.click(at(50, 50));
  expect(selected(board)).toEqual(['a', 'b']);
  board.click(at(650, 50), mods({ shift: true }));
  expect(selected(board)).toEqual(['a', 'b', 'c']);
  board.click(at(350, 50), mods({ mod: true }));
  expect(selected(board)).toEqual(['c']);
  board.click(at(50, 50), { atMs: 100_000 });
  board.click(at(50, 50), { atMs: 100_200 });
  expect(board.editor.selection.get()).toMatchObject({ entered: 'g' });
  expect(selected(board)).toEqual(['a']);
  board.click(at(50, 50), { atMs: 200_000 });
  expect(selected(board)).toEqual(['a']);
  board.click(at(650, 50), { atMs: 300_000 });
  expect(selected(board)).toEqual(['c']);
  board.click(at(650, 50), { atMs: 300_200 });
  expect(board.editor.writing.get()).toEqual({ of: 'card', id: 'c' });
});

test.each([1, 500])('SELECT-2 a drag of %i is one transaction and one step to undo', (count) => {
  const board = open(Array.from({ length: count }, (_, n) => note(`n${n}`, (n % 25) * 110, Math.floor(n / 25) * 110)));
  board.editor.camera.fit({ x: SHEET_RIGHT - 50, y: -50, w: 2_900, h: 2_400 });
  board.act('select-all');
  expect(selected(board)).toHaveLength(count);
  const told = transactions(board);
  board.drag([at(50, 50), at(80, 90), at(150, 250)], mods({ mod: true }));
  expect(board.tool.path).toBe('select.idle');
  expect(told()).toBe(1);
  expect(place(board, 'n0')).toEqual([100, 200]);
  expect(place(board, `n${count - 1}`)).toEqual([((count - 1) % 25) * 110 + 100, Math.floor((count - 1) / 25) * 110 + 200]);
  board.editor.undo();
  expect(told()).toBe(2);
  expect(place(board, 'n0')).toEqual([0, 0]);
  expect(board.editor.history.state.canUndo).toBe(false);
});

test('SELECT-3 a box chooses what it touches; frames and locked objects only when it encloses them', () => {
  const lock = { by: 'me', name: '', at: 1, staff: false };
  const board = open([
    { id: 'frame', type: 'frame', box: [SHEET_RIGHT, 0, 800, 400] },
    note('a', 20, 20),
    note('b', 300, 20),
    note('fixed', 300, 200, { facets: { lock } }),
  ]);
  board.drag([at(250, 350), at(350, 250), at(350, 60)]);
  expect(selected(board)).toEqual(['b']);
  board.drag([at(-60, -60), at(200, 200), at(900, 500)]);
  expect(selected(board)).toEqual(['a', 'b', 'fixed', 'frame']);
});

test('SELECT-4 what moves snaps and shows to what; Ctrl, Shift and Alt change that', () => {
  const board = open(TRIO);
  // Only what can be seen is snapped to.
  board.editor.camera.view.set({ x: SHEET_RIGHT - 100, y: -100, zoom: 1 });
  board.input.down(board.at(at(350, 50), { atMs: 1 }));
  board.input.move(board.at(at(350, 300)));
  board.input.move(board.at(at(53, 300)));
  expect(board.editor.gestures.own.get()).toMatchObject({ kind: 'transform', how: 'move', ids: ['b'], guides: [{ kind: 'line' }, {}, {}] });
  expect(board.tool.path).toBe('select.moving');
  board.input.up(board.at(at(53, 300)));
  expect(place(board, 'b')).toEqual([0, 250]);

  board.drag([at(50, 300), at(60, 320), at(103, 333)], mods({ mod: true }));
  expect(place(board, 'b')).toEqual([53, 283]);
  board.drag([at(103, 333), at(110, 345), at(133, 634)], mods({ shift: true }));
  expect(place(board, 'b')[0]).toBe(53);
  const before = board.editor.records.free().size;
  board.drag([at(650, 50), at(660, 70), at(650, 777)], mods({ alt: true }));
  expect(board.editor.records.free().size).toBe(before + 1);
  expect(place(board, 'c')).toEqual([600, 0]);
  expect(selected(board)).toHaveLength(1);
  expect(selected(board)).not.toEqual(['c']);
});

test('SELECT-5 a frame takes along what lies in it', () => {
  const board = open([{ id: 'frame', type: 'frame', box: [SHEET_RIGHT, 0, 400, 400] }, note('in', 100, 100), note('half', 350, 100)]);
  board.drag([at(200, 400), at(210, 420), at(200, 1_000)], mods({ mod: true }));
  expect(place(board, 'frame')).toEqual([0, 600]);
  expect(place(board, 'in')).toEqual([100, 700]);
  expect(place(board, 'half')).toEqual([350, 100]);
});

test('SELECT-6 corners and sides resize, the handle above turns', () => {
  const board = open([note('a', 0, 0), note('b', 300, 0)]);
  board.click(at(50, 50));
  board.drag([at(100, 100), at(110, 110), at(180, 140)], mods({ mod: true }));
  expect(box(board, 'a')).toMatchObject({ x: SHEET_RIGHT, y: 0, w: 180, h: 140 });
  board.drag([at(180, 140), at(190, 150), at(360, 200)], mods({ shift: true, mod: true }));
  expect(box(board, 'a').w / box(board, 'a').h).toBeCloseTo(180 / 140);
  board.editor.undo();
  board.drag([at(180, 70), at(185, 70), at(200, 70)], mods({ mod: true, alt: true }));
  expect(box(board, 'a')).toMatchObject({ x: SHEET_RIGHT - 20, w: 220, h: 140 });
  board.editor.undo();
  board.editor.undo();
  const above = 30 / board.editor.camera.view.get().zoom;
  board.drag([at(50, -above), at(60, -above), at(50 + 50 + above, 52)], mods({ shift: true }));
  expect(board.editor.records.free().get('a')?.rot).toBe(90);
  board.click(at(50, 50));
  board.click(at(350, 50), mods({ shift: true }));
  board.drag([at(400, 100), at(410, 110), at(800, 200)], mods({ mod: true }));
  expect(box(board, 'b')).toMatchObject({ x: SHEET_RIGHT + 600, w: 200, h: 200 });
});

test('SELECT-7 a note becomes a card where it is dropped into a cell, a card a note beside the sheet', () => {
  const board = open([note('idea', 0, 0, { text: 'an idea' })], { needs: ['advice'] });
  const cell = board.cell('needs');
  const into = { x: cell.x + 40, y: cell.y + cell.h - 10 };
  board.input.down(board.at(at(50, 50), { atMs: 1 }));
  board.input.move(board.at(at(0, 100)));
  board.input.move(board.at(into));
  expect(board.editor.records.arrangement.get().gap).toMatchObject({ cell: 'needs' });
  board.input.up(board.at(into));
  expect(board.texts('needs')).toEqual(['advice', 'an idea']);
  expect(board.editor.records.free().size).toBe(0);

  board.drag([board.middle('idea'), at(-100, 0), at(200, 300)]);
  expect(board.texts('needs')).toEqual(['advice']);
  expect(board.editor.records.free().get('idea')?.box.x).toBeGreaterThan(SHEET_RIGHT);
  board.drag(
    [
      { ...board.editor.camera.toBoard(board.editor.camera.toScreen({ x: box(board, 'idea').x + 10, y: box(board, 'idea').y + 10 })) },
      at(0, 0),
      into,
    ],
    mods({ mod: true }),
  );
  expect(board.texts('needs')).toEqual(['advice']);
  expect(box(board, 'idea').x).toBeLessThan(SHEET_RIGHT);
});

test('SELECT-8 Escape and a second finger take a gesture back', () => {
  const board = open(TRIO);
  const told = transactions(board);
  for (const cancel of [() => board.input.cancel(), () => board.input.down(board.at(at(0, 0), { id: 2, kind: 'touch' }))]) {
    board.click(at(50, 50));
    board.input.down(board.at(at(50, 50), { kind: 'touch', atMs: 5_000 }));
    board.input.move(board.at(at(150, 150), { kind: 'touch' }));
    expect(board.tool.path).toBe('select.moving');
    cancel();
    expect(board.editor.gestures.own.get()).toBeNull();
    board.input.cancel();
  }
  expect(told()).toBe(0);
  expect(place(board, 'a')).toEqual([0, 0]);
});

test('SELECT-9 a finger moves what is chosen and else the paper; resting lifts', () => {
  const board = open(TRIO);
  const before = board.editor.camera.view.get();
  board.drag([at(50, 50), at(80, 80), at(150, 150)], { kind: 'touch' });
  expect(place(board, 'a')).toEqual([0, 0]);
  expect(board.editor.camera.view.get()).not.toEqual(before);
  board.editor.camera.view.set(before);
  board.click(at(50, 50), { kind: 'touch' });
  board.drag([at(50, 50), at(80, 80), at(150, 650)], { kind: 'touch', ...mods({ mod: true }) });
  expect(place(board, 'a')).toEqual([100, 600]);
  expect(HOLD_MS).toBeGreaterThan(200);
  board.input.down(board.at(at(350, 50), { kind: 'touch', atMs: 90_000 }));
  for (const then of Array.from(board.holds)) then();
  expect(board.tool.path).toBe('select.moving');
  board.input.move(board.at(at(350, 950), { kind: 'touch', ...mods({ mod: true }) }));
  board.input.up(board.at(at(350, 950), { kind: 'touch', ...mods({ mod: true }) }));
  expect(place(board, 'b')).toEqual([300, 900]);
});

test('SELECT-10 what is locked is chosen by a click, and a drag draws a box over it', () => {
  const lock = { by: 'me', name: '', at: 1, staff: false };
  const board = open([note('a', 0, 0, { facets: { lock } }), note('b', 120, 0)]);
  board.click(at(50, 50));
  expect(selected(board)).toEqual(['a']);
  board.input.down(board.at(at(50, 50), { atMs: 9_000 }));
  board.input.move(board.at(at(160, 90)));
  expect(board.tool.path).toBe('select.marquee');
  board.input.up(board.at(at(160, 90)));
  expect(selected(board)).toEqual(['b']);
  expect(place(board, 'a')).toEqual([0, 0]);
});

test('SELECT-11 a reader chooses and moves nothing', () => {
  const board = open(TRIO);
  const told = transactions(board);
  board.editor.readOnly.set('role');
  board.click(at(50, 50));
  expect(selected(board)).toEqual(['a']);
  board.drag([at(50, 50), at(100, 100), at(200, 200)]);
  board.drag([at(100, 100), at(120, 120), at(200, 200)]);
  board.act('right');
  board.act('bin');
  expect(told()).toBe(0);
});

test('SELECT-12 the keyboard moves, resizes and goes from object to object', () => {
  const board = open([...TRIO, note('low', 0, 400)], { needs: ['advice'] });
  board.click(at(50, 50));
  board.act('right');
  board.act('extend-down');
  board.act('move-down');
  expect(place(board, 'a')).toEqual([1, 20]);
  board.act('grow-right');
  board.act('grow-up');
  expect(box(board, 'a')).toMatchObject({ w: 110, h: 90 });
  board.act('go-right');
  expect(selected(board)).toEqual(['b']);
  board.act('go-left');
  board.act('go-down');
  expect(selected(board)).toEqual(['low']);
  board.act('go-left');
  expect(selected(board)).toEqual(['advice']);

  const last = board.editor.records.placement().cells.reduce((a, b) => (a.cell.order > b.cell.order ? a : b));
  board.editor.selection.at(last.id);
  const walked: string[] = [];
  while (board.act('next-cell')) walked.push(board.editor.selection.get().card ?? '');
  expect(walked).toEqual(['a', 'b', 'c', 'low']);
  board.editor.selection.set({ ids: new Set(['a']), cell: null, card: 'a' });
  board.act('previous-cell');
  expect(board.editor.selection.get().cell).toBe(last.id);
});

test('SELECT-13 Delete takes objects and cards, and leaves what is locked', () => {
  const lock = { by: 'me', name: '', at: 1, staff: false };
  const board = open([note('a', 0, 0), note('fixed', 200, 0, { facets: { lock } })], { needs: ['advice'] });
  board.editor.selection.many(['a', 'fixed', 'advice']);
  board.act('bin');
  expect(
    board.editor.records
      .free()
      .all()
      .map(({ id }) => id),
  ).toEqual(['fixed']);
  expect(board.texts('needs')).toEqual([]);
  board.editor.undo();
  expect(board.editor.records.free().size).toBe(2);
});

test('SELECT-14 the menu is about what lies under it', () => {
  const board = open(TRIO);
  const menu = (point: Point): void => {
    board.input.down(board.at(point, { button: 2, atMs: 1 }));
    board.input.up(board.at(point, { button: 2, atMs: 60 }));
  };
  menu(at(50, 50));
  expect(selected(board)).toEqual(['a']);
  board.editor.selection.many(['a', 'b']);
  menu(at(350, 50));
  expect(selected(board)).toEqual(['a', 'b']);
  menu(at(200, 400));
  expect(selected(board)).toEqual([]);
  expect(board.asked.menus).toHaveLength(3);
});

test('SELECT-15 with a tool in the hand Enter makes things without a pointer', () => {
  const board = open([note('a', 0, 0), note('b', 300, 0)]);
  const { editor } = board;
  editor.camera.view.set({ x: SHEET_RIGHT, y: 0, zoom: 1 });
  const types = (): readonly string[] =>
    editor.records
      .free()
      .all()
      .map((placed) => placed.record.type);
  editor.toolbox.take('note');
  board.act('edit');
  expect(types()).toEqual(['note', 'note', 'note']);
  expect(editor.writing.get()).toMatchObject({ of: 'card' });
  expect(editor.toolbox.tool.get()).toBe('select');
  board.writer.end();
  editor.toolbox.take('note');
  board.act('edit');
  board.writer.end();
  const [, , one, other] = editor.records.free().all();
  expect(one && other && (one.box.x !== other.box.x || one.box.y !== other.box.y)).toBe(true);

  editor.selection.many(['a', 'b']);
  editor.toolbox.take('connector');
  board.act('edit');
  const arrow = editor.records
    .free()
    .all()
    .find((placed) => placed.route);
  expect(arrow?.record.fields).toMatchObject({ start: { on: 'a' }, end: { on: 'b' } });
  editor.selection.many(['a', 'b']);
  editor.toolbox.take('frame');
  board.act('edit');
  expect(editor.records.free().all()[0]).toMatchObject({ record: { type: 'frame' }, box: { x: SHEET_RIGHT - 40, y: -40, w: 480, h: 180 } });
  editor.selection.many(['a']);
  editor.toolbox.take('stamp');
  board.act('edit');
  expect(editor.records.marks.on('a').size).toBe(1);
  editor.toolbox.take('comment');
  board.act('edit');
  expect(board.asked.comments).toEqual([expect.objectContaining({ on: 'a' })]);
  editor.toolbox.take('shape');
  board.act('leave');
  expect(editor.toolbox.tool.get()).toBe('select');
});

test('SELECT-16 a drag that begins at the edge does not scroll before it has been further in', () => {
  const board = open([note('a', 0, 0)]);
  board.editor.camera.view.set({ x: SHEET_RIGHT, y: 0, zoom: 1 });
  const before = board.editor.camera.view.get();
  board.input.down(board.at(at(20, 50), { atMs: 1 }));
  board.input.move(board.at(at(30, 60)));
  board.send({ do: 'tick', elapsedMs: 16 });
  expect(board.editor.camera.view.get()).toEqual(before);
  board.input.move(board.at(at(500, 300)));
  board.send({ do: 'tick', elapsedMs: 16 });
  board.input.move(board.at(at(20, 300)));
  board.send({ do: 'tick', elapsedMs: 16 });
  expect(board.editor.camera.view.get().x).toBeLessThan(before.x);
  board.input.cancel();
});

test('SELECT-18 an arrow others lock, bin or attach while it is moved is not led away', () => {
  const free = (x: number) => ({ on: '', at: [SHEET_RIGHT + x, 500] });
  const by = { by: 'ion', name: 'Ion', at: 1 };
  const meanwhile = { lock: { ...by, staff: false }, gone: by, end: { on: 'a', at: [0.5, 0.5] } };
  for (const [facet, value] of Object.entries(meanwhile)) {
    const arrow: FreeFilling = { id: 'ab', type: 'connector', box: [0, 0, 1, 1], facets: { start: free(0), end: free(300) } };
    const board = open([note('a', 600, 0), arrow]);
    const ends = (): readonly unknown[] => ['start', 'end'].map((which) => board.editor.records.projection.get('ab')?.fields[which]);
    const from = at(150, 500);
    board.input.down(board.at(from, { atMs: 1 }));
    board.input.move(board.at({ x: from.x, y: from.y + 40 }, { atMs: 2 }));
    apply(board.doc, [{ do: 'set', id: 'ab', facet, value }], SERVER);
    const before = ends();
    board.input.move(board.at({ x: from.x, y: from.y + 100 }, { atMs: 3 }));
    board.input.up(board.at({ x: from.x, y: from.y + 100 }, { atMs: 4 }));
    const after = ends();
    expect(after[1], facet).toEqual(before[1]);
    expect(JSON.stringify(after[0]) === JSON.stringify(before[0]), facet).toBe(facet !== 'end');
  }
});
