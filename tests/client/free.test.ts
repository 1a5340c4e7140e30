// The free layer as a screen reads it, and what is done to its objects by commands.
import { boundsOf } from '@masa/shared/core';
import { apply, isCellPlace, PERSON } from '@masa/shared/document';
import {
  createObjects,
  duplicate,
  freePlace,
  groupObjects,
  lock,
  reorder,
  restyle,
  takeOut,
  toggleMark,
  ungroupObjects,
  unlock,
} from '@masa/shared/objects';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type FreeFilling, type HeadlessBoard, ME, openHeadlessBoard } from '../support/headlessBoard.ts';

const note = (id: string, x: number, y: number, more: Partial<FreeFilling> = {}): FreeFilling => ({ id, box: [x, y, 100, 100], ...more });
const arrow = (id: string, from: string, to: string, more: Readonly<Record<string, unknown>> = {}): FreeFilling => ({
  id,
  type: 'connector',
  box: [0, 0, 1, 1],
  facets: { start: { on: from, at: [0.5, 0.5] }, end: { on: to, at: [0.5, 0.5] }, ...more },
});
const open = (objects: readonly FreeFilling[], filling = {}): HeadlessBoard => openHeadlessBoard(filling, { objects });
const ids = (board: HeadlessBoard): readonly string[] =>
  board.editor.records
    .free()
    .all()
    .map((placed) => placed.id);
const move = (board: HeadlessBoard, id: string, x: number, y: number): void => {
  const placed = board.editor.records.free().get(id);
  if (!placed) throw new Error(`${id} is not there`);
  board.editor.setField(id, 'place', freePlace({ ...placed.box, x, y }));
};

test('FREE-1 an object lies where its place says, and is at least as large as its text', () => {
  const board = open([
    note('a', 2_000, 10, { text: 'a few words that take more than one line in a narrow note' }),
    { id: 't', type: 'text', box: [2_000, 500, 1, 1], text: 'one\nlonger' },
  ]);
  const layer = board.editor.records.free();
  expect(layer.get('a')?.box).toMatchObject({ x: 2_000, y: 10, w: 100 });
  expect(layer.get('a')?.box.h).toBeGreaterThan(100);
  const text = layer.get('t');
  expect(text?.text?.lines).toEqual(['one', 'longer']);
  expect(text?.box.w).toBeGreaterThan(6 * 9);
});

test('FREE-2 the topmost object that is seen at a point is touched; frames lie under everything', () => {
  const board = open([
    note('low', 0, 0),
    note('high', 50, 0),
    { id: 'frame', type: 'frame', box: [-50, -50, 400, 400] },
    note('turned', 300, 0, { rot: 45 }),
  ]);
  const layer = board.editor.records.free();
  expect(ids(board)).toEqual(['frame', 'low', 'high', 'turned']);
  expect(layer.at({ x: 75, y: 50 }, 0)?.id).toBe('high');
  expect(layer.at({ x: 25, y: 50 }, 0)?.id).toBe('low');
  expect(layer.at({ x: 304, y: 4 }, 0)?.id, 'the corner of a turned note is beside it').toBeUndefined();
  expect(layer.at({ x: 350, y: 50 }, 0)?.id).toBe('turned');
  expect(layer.at({ x: -50, y: 300 }, 4)?.id, 'a frame is taken by its edge').toBe('frame');
});

test('FREE-3 a connector follows what it is attached to, free objects and cards alike', () => {
  const board = open([note('a', 2_000, 0), note('b', 2_400, 0), arrow('ab', 'a', 'b'), arrow('card', 'a', 'advice')], {
    needs: ['a warm place', 'advice'],
  });
  const layer = () => board.editor.records.free();
  const end = (id: string) => layer().get(id)?.route?.points.at(-1);
  expect(end('ab')?.x).toBeLessThanOrEqual(2_400);
  move(board, 'b', 2_400, 600);
  expect(end('ab')?.y).toBeGreaterThan(500);
  const before = end('card');
  board.editor.move(['a-warm-place'], { cell: 'needs', index: 2 });
  expect(end('card')).not.toEqual(before);
});

test('FREE-4 a change places one object and what is attached to it, and no cards', () => {
  const board = open([note('a', 2_000, 0), note('b', 2_400, 0), note('c', 2_800, 0), arrow('ab', 'a', 'b')], { needs: ['advice'] });
  const layer = board.editor.records.free();
  layer.takeDamage();
  const before = new Map(layer.all().map((placed) => [placed.id, placed]));
  const placement = board.editor.records.placement();
  move(board, 'a', 2_000, 40);
  const after = board.editor.records.free();
  expect(
    after
      .all()
      .filter((placed) => before.get(placed.id) !== placed)
      .map((placed) => placed.id)
      .sort(),
  ).toEqual(['a', 'ab']);
  expect(board.editor.records.placement()).toBe(placement);
  expect(after.takeDamage()).toHaveLength(4);
});

test('FREE-5 what is attached to an object in the bin stays where it was', () => {
  const board = open([note('a', 2_000, 0), note('b', 2_400, 0), arrow('ab', 'a', 'b')]);
  const before = board.editor.records.free().get('ab')?.route?.points;
  board.editor.bin(['b']);
  expect(ids(board)).toEqual(['a', 'ab']);
  expect(board.editor.records.free().get('ab')?.route?.points).toEqual(before);
  board.editor.undo();
  expect(ids(board)).toEqual(['a', 'b', 'ab']);
});

test('FREE-6 a card becomes an object and a note a card by its place alone', () => {
  const board = open([note('a', 2_000, 0, { text: 'an idea' })], { needs: ['advice'] });
  board.editor.setField('advice', 'evidence', 'interview');
  const before = board.editor.records.projection.get('advice');
  const typing = board.editor.write('advice');
  board.editor.perform(takeOut(board.editor.board(), new Map([['advice', { x: 2_200, y: 0, w: 270, h: 45 }]]), board.editor.context()));
  typing?.text.insert(0, 'good ');
  typing?.end();
  const free = board.editor.records.projection.get('advice');
  expect(free).toMatchObject({ text: 'good advice', type: 'card', author: before?.author, fields: { evidence: 'interview' } });
  expect(ids(board)).toEqual(['a', 'advice']);
  expect(board.texts('needs')).toEqual([]);

  board.editor.move(['a', 'advice'], { cell: 'partners', index: 0 });
  expect(board.texts('partners')).toEqual(['an idea', 'good advice']);
  expect(ids(board)).toEqual([]);
  expect(board.editor.records.projection.get('a')).toMatchObject({ type: 'note', author: ME });
  board.editor.setField('a', 'brings', 'time');
  expect(board.editor.records.projection.get('a')?.fields.brings).toBe('time');
  board.editor.undo();
  board.editor.undo();
  expect(ids(board)).toEqual(['a', 'advice']);
});

test('FREE-7 a record nobody understands is an inert block at its place', () => {
  const board = open([{ id: 'new', type: 'hologram', box: [10, 20, 30, 40], facets: { colour: NaN } }]);
  const placed = board.editor.records.free().get('new');
  expect(placed).toMatchObject({ box: { x: 10, y: 20, w: 30, h: 40 }, text: null, route: null });
  expect(placed?.record.inert).toBe(true);
});

test('OBJECT-1 new objects lie on top and carry author, instant and origin', () => {
  const board = open([note('a', 0, 0), note('b', 0, 0)]);
  const [made] = board.editor.perform(
    createObjects(
      board.editor.board(),
      [{ type: 'shape', place: freePlace({ x: 1, y: 2, w: 3, h: 4 }), looks: { shape: 'star' } }],
      board.editor.context(),
    ),
  );
  expect(ids(board).at(-1)).toBe(made?.id);
  expect(board.editor.records.projection.get(made?.id ?? '')).toMatchObject({
    author: ME,
    created: 1_000,
    origin: { how: 'typed' },
    fields: { shape: 'star' },
  });
});

test('OBJECT-2 the order of a stack changes by the keys of what moves', () => {
  const board = open(['a', 'b', 'c', 'd'].map((id) => note(id, 0, 0)));
  const order = (change: readonly string[], to: 'front' | 'forward' | 'backward' | 'back'): string => {
    const edits = board.editor.perform(reorder(board.editor.board(), change, to));
    expect(edits.every((edit) => change.includes(edit.id))).toBe(true);
    return ids(board).join('');
  };
  expect(order(['a', 'b'], 'front')).toBe('cdab');
  expect(order(['b'], 'backward')).toBe('cdba');
  expect(order(['c'], 'forward')).toBe('dcba');
  expect(order(['b', 'a'], 'back')).toBe('badc');
  expect(order(['b'], 'backward')).toBe('badc');
  board.editor.undo();
  expect(ids(board).join('')).toBe('dcba');
});

test('OBJECT-3 groups of groups are made and opened again', () => {
  const board = open(['a', 'b', 'c'].map((id, at) => note(id, 200 * at, 0)));
  const groups = (id: string): number => board.editor.records.projection.get(id)?.groups.length ?? -1;
  board.editor.perform(groupObjects(board.editor.board(), ['a', 'b']));
  board.editor.perform(groupObjects(board.editor.board(), ['a', 'c']));
  expect([groups('a'), groups('b'), groups('c')]).toEqual([2, 2, 1]);
  board.editor.perform(ungroupObjects(board.editor.board(), ['b']));
  expect([groups('a'), groups('b'), groups('c')]).toEqual([1, 1, 0]);
  board.editor.undo();
  expect([groups('a'), groups('b'), groups('c')]).toEqual([2, 2, 1]);
});

test("OBJECT-4 a locked object is left alone, and a facilitator's lock by all but facilitators", () => {
  const board = open([note('a', 0, 0, { text: 'x' }), note('b', 200, 0)], { needs: ['advice'] });
  const { editor } = board;
  editor.perform(lock(editor.board(), ['a', 'advice'], editor.context()));
  const before = editor.records.projection.get('a');
  move(board, 'a', 500, 500);
  editor.perform(restyle(editor.board(), ['a'], 'colour', 'red'));
  editor.perform(groupObjects(editor.board(), ['a', 'b']));
  editor.bin(['a', 'advice']);
  editor.move(['advice'], { cell: 'partners', index: 0 });
  expect(editor.write('a')).toBeNull();
  expect(editor.records.projection.get('a')).toBe(before);
  expect(board.texts('needs')).toEqual(['advice']);
  editor.perform(unlock(editor.board(), ['a'], editor.context()));
  expect(editor.records.projection.get('a')?.lock).toBeNull();

  const staff = openHeadlessBoard({}, { objects: [note('a', 0, 0)], isStaff: true });
  staff.editor.perform(lock(staff.editor.board(), ['a'], staff.editor.context()));
  expect(staff.editor.records.projection.get('a')?.lock).toMatchObject({ staff: true, by: ME.id });
  expect(unlock(staff.editor.board(), ['a'], { ...staff.editor.context(), isStaff: false })).toEqual([]);
  expect(unlock(staff.editor.board(), ['a'], staff.editor.context())).toHaveLength(1);
});

test('OBJECT-5 copies are joined among themselves as the originals are', () => {
  const board = open([
    note('a', 0, 0, { facets: { groups: ['g'] } }),
    note('b', 300, 0, { facets: { groups: ['g'] } }),
    note('c', 600, 0),
    arrow('ab', 'a', 'b'),
    arrow('bc', 'b', 'c'),
  ]);
  const { edits, copies } = duplicate(board.editor.board(), ['a', 'b', 'ab', 'bc'], 0, 500, board.editor.context());
  board.editor.perform(edits);
  const copy = (id: string) => board.editor.records.projection.get(copies.get(id) ?? '');
  expect(copy('a')?.groups).toHaveLength(1);
  expect(copy('a')?.groups).toEqual(copy('b')?.groups);
  expect(copy('a')?.groups).not.toEqual(['g']);
  expect(copy('ab')?.fields).toMatchObject({ start: { on: copies.get('a') }, end: { on: copies.get('b') } });
  expect(copy('bc')?.fields).toMatchObject({ start: { on: copies.get('b') }, end: { on: 'c' } });
  const [one, other] = [board.editor.records.free().get('a'), board.editor.records.free().get(copies.get('a') ?? '')];
  expect(boundsOf(one && other ? [one, other] : [])?.h).toBeGreaterThan(590);
});

test('OBJECT-6 only looks of the type, and only values of them', () => {
  const board = open([note('a', 0, 0)]);
  const { editor } = board;
  expect(editor.perform(restyle(editor.board(), ['a'], 'route', 'curve'))).toEqual([]);
  expect(editor.perform(restyle(editor.board(), ['a'], 'colour', 'octarine'))).toEqual([]);
  expect(editor.perform(restyle(editor.board(), ['a'], 'colour', 'teal'))).toHaveLength(1);
});

test('OBJECT-7 a reaction is its own and undone like everything else', () => {
  const board = open([note('a', 0, 0)]);
  const { editor } = board;
  const told: string[] = [];
  editor.records.marks.onChange((changed) => told.push(...changed));
  editor.perform(toggleMark('me', 'a', 'heart', false));
  expect([...(editor.records.marks.on('a').get('heart') ?? [])]).toEqual(['me']);
  expect(editor.perform(toggleMark('me', 'a', 'heart', false))).toEqual([]);
  editor.undo();
  expect(editor.records.marks.on('a').size).toBe(0);
  editor.redo();
  expect(editor.records.marks.on('a').size).toBe(1);
  expect(told).toEqual(['a', 'a', 'a']);
  expect(isCellPlace(editor.records.projection.get('a')?.place ?? { cell: 'x', order: 'a0' })).toBe(false);
});

test('FREE-23 what hangs on something lies where that lies, also when both changed at once', () => {
  const about: FreeFilling = { id: 'c', type: 'comment', box: [0, 0, 40, 40], text: 'x', facets: { on: 'ab' } };
  const hanging: FreeFilling = { ...arrow('ab', 'a', 'a'), facets: { start: { on: 'a', at: [0.5, 0.5] }, end: { on: '', at: [0, 900] } } };
  const board = open([about, hanging, note('a', 3_000, 0)]);
  const lies = (): unknown =>
    board.editor.records
      .free()
      .all()
      .map(({ id, box }) => [id, box]);
  const pin = (): unknown => board.editor.records.free().get('c')?.box;
  const before = pin();
  const place = (x: number) => ({ do: 'set', id: 'a', facet: 'place', value: { box: [x, 0, 100, 100], rot: 0 } }) as const;
  apply(board.doc, [{ do: 'set', id: 'ab', facet: 'end', value: { on: '', at: [0, 950] } }, place(7_000)], PERSON);
  const afresh = (): unknown => {
    const other = openHeadlessBoard();
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(board.doc));
    return other.editor.records
      .free()
      .all()
      .map(({ id, box }) => [id, box]);
  };
  expect(lies()).toEqual(afresh());
  apply(board.doc, [place(5_000)], PERSON);
  expect(lies()).toEqual(afresh());
  expect(pin()).not.toEqual(before);
});
