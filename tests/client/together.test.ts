// Two people, one after the other or at once, where the fuzz of tests/shared/togetherFuzz.test.ts would need long: single cases.
import { copyObjects, pasteObjects, readObjects } from '@masa/client/editor/clipboardObjects.ts';
import { createHistory, type Edit, FACET, objectsOf } from '@masa/shared/document';
import { duplicate, freePlace, lock } from '@masa/shared/objects';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { clockOf, createEdit, createPeers, deliverAll, newDoc, type Peer, readDoc } from '../shared/sheets.ts';
import { type FreeFilling, type HeadlessBoard, openHeadlessBoard } from '../support/headlessBoard.ts';

const two = (facets: Readonly<Record<string, unknown>> = {}): readonly [Peer, Peer] =>
  createPeers(['ana', 'bob'], [{ id: 'one', facets }]) as unknown as readonly [Peer, Peer];
const set = (facet: string, value: unknown, id = 'one'): Edit => ({ do: 'set', id, facet, value });
const facetIn = (doc: Y.Doc, facet: string, id = 'one'): unknown => objectsOf(doc).get(id)?.get(facet);
const lockOf = (by: string, staff = false) => ({ by, name: by, at: 1, staff });

test('TOGETHER-6 a value somebody else has set anew is theirs, though it is the one I had set', () => {
  const [ana, bob] = two({ who: 'nobody' });
  ana.history.perform([set('who', 'ana')]);
  deliverAll([ana, bob]);
  bob.history.perform([set('who', 'bob')]);
  bob.history.perform([set('who', 'ana')]);
  deliverAll([ana, bob]);
  expect(ana.history.undo()).toEqual([]);
  expect(facetIn(ana.doc, 'who')).toBe('ana');
  // Nor does it become mine when my own undo brings it back.
  ana.history.perform([set('who', 'ana too')]);
  deliverAll([ana, bob]);
  bob.history.perform([set('who', 'bob')]);
  deliverAll([ana, bob]);
  ana.history.perform([set('who', 'ana again')]);
  bob.history.perform([set('when', 'later')]);
  expect(ana.history.undo()).toEqual(['one']);
  expect(ana.history.undo()).toEqual([]);
  deliverAll([ana, bob]);
  expect([facetIn(ana.doc, 'who'), facetIn(bob.doc, 'when')]).toEqual(['bob', 'later']);
});

test('TOGETHER-6 what nobody had set before is taken out again, and reads without an issue', () => {
  const [ana] = two();
  ana.history.perform([createEdit({ id: 'shape', type: 'shape', place: freePlace({ x: 0, y: 0, w: 9, h: 9 }) })]);
  ana.history.perform([set('colour', 'red', 'shape')]);
  ana.history.undo();
  expect(objectsOf(ana.doc).get('shape')?.has('colour')).toBe(false);
  expect(readDoc(ana.doc).get('shape')).toMatchObject({ fields: { colour: 'blue' }, issues: [] });
  ana.history.redo();
  expect(readDoc(ana.doc).get('shape')?.fields.colour).toBe('red');
});

test('TOGETHER-7 undoing an unlock locks under the name of whoever undoes; a facilitator’s lock comes back by facilitators only', () => {
  const doc = newDoc([
    { id: 'one', facets: { lock: lockOf('bob') } },
    { id: 'two', facets: { lock: lockOf('boss', true) } },
  ]);
  let isStaff = true;
  const history = createHistory(doc, clockOf('ana'), () => isStaff);
  history.perform([set(FACET.lock, null)]);
  history.perform([set(FACET.lock, null, 'two')]);
  history.undo();
  expect(facetIn(doc, FACET.lock, 'two')).toMatchObject({ by: 'ana', staff: true });
  history.redo();
  expect(facetIn(doc, FACET.lock, 'two')).toBeNull();
  isStaff = false;
  expect(history.undo()).toEqual([]);
  expect(facetIn(doc, FACET.lock, 'two')).toBeNull();
  expect(history.undo()).toEqual(['one']);
  expect(facetIn(doc, FACET.lock)).toMatchObject({ by: 'ana', name: 'ana', staff: false });
});

test('TOGETHER-8 what is locked meanwhile is left alone by undo and redo, texts too', () => {
  const [ana, bob] = two();
  ana.history.perform([set('who', 'ana'), { do: 'text', id: 'one', text: 'one and more' }]);
  deliverAll([ana, bob]);
  bob.history.perform([set(FACET.lock, lockOf('bob'))]);
  deliverAll([ana, bob]);
  expect(ana.history.undo()).toEqual([]);
  expect(readDoc(ana.doc).get('one')).toMatchObject({ text: 'one and more', fields: { who: 'ana' } });
  // One’s own lock goes back with the step it belongs to.
  bob.history.perform([set(FACET.lock, null)]);
  bob.history.perform([set('who', 'bob'), set(FACET.lock, lockOf('bob'))]);
  expect(bob.history.undo()).toEqual(['one']);
  expect(readDoc(bob.doc).get('one')).toMatchObject({ lock: null, fields: { who: 'ana' } });
});

test('TOGETHER-14 where only half of an update has arrived, undo takes no place away', () => {
  const [ana, bob] = two();
  ana.history.perform([set('who', 'ana')]);
  ana.history.perform([set(FACET.place, { cell: 'aim', order: 'a1' })]);
  // What Ana deleted arrives at once, what she wrote waits for what she had written before.
  const [first, second] = bob.inbox.splice(0);
  if (!first || !second) throw new Error('two updates are on their way');
  Y.applyUpdate(bob.doc, second, 'remote');
  expect(objectsOf(bob.doc).get('one')?.has(FACET.place)).toBe(false);
  bob.history.perform([set(FACET.place, { cell: 'partners', order: 'a1' })]);
  bob.history.undo();
  Y.applyUpdate(bob.doc, first, 'remote');
  deliverAll([ana, bob]);
  for (const { doc } of [ana, bob]) expect(objectsOf(doc).get('one')?.has(FACET.place)).toBe(true);
});

const note = (id: string, x: number, more: Partial<FreeFilling> = {}): FreeFilling => ({ id, box: [x, 0, 100, 100], text: 'hello', ...more });
const open = (filling = {}): HeadlessBoard => openHeadlessBoard(filling, { objects: [note('a', 2_000), note('b', 2_400)] });
/** What a facilitator does, as it arrives. */
const lockByStaff = ({ doc }: HeadlessBoard, id: string): void =>
  doc.transact(() => {
    objectsOf(doc).get(id)?.set(FACET.lock, lockOf('boss', true));
  }, 'remote');

test('TOGETHER-9 copies of what is locked are not locked', () => {
  const { editor } = open();
  const context = { ...editor.context(), isStaff: true };
  editor.perform(lock(editor.board(), ['a'], context));
  expect(editor.board().get('a')?.lock?.staff).toBe(true);
  const copies = duplicate(editor.board(), ['a'], 10, 10, context).edits;
  const json = JSON.stringify({ masa: 1, objects: copyObjects(editor.board().free()).map((each) => ({ ...each, lock: lockOf('boss', true) })) });
  const read = readObjects(json, editor.board());
  const pasted = read ? pasteObjects(editor.board(), read, null, context) : [];
  expect([copies.length, pasted.length]).toEqual([1, 2]);
  const made = editor.perform([...copies, ...pasted]);
  expect(made.map(({ id }) => editor.board().get(id)?.lock)).toEqual([null, null, null]);
});

/** Runs `then` and says what of the objects' own facets and texts it wrote. */
function written({ doc }: HeadlessBoard, then: () => void): number {
  let updates = 0;
  const count = (): void => {
    updates += 1;
  };
  doc.on('update', count);
  then();
  doc.off('update', count);
  return updates;
}

test('TOGETHER-10 a facilitator’s lock ends the writing in what it locks, and nothing more is written there', () => {
  const board = open({ needs: ['a warm place'] });
  for (const id of ['a', 'a-warm-place']) {
    expect(board.writer.open(id)).toBe(true);
    board.writer.input('typed before', 12, 12);
    lockByStaff(board, id);
    expect([board.editor.writing.get(), board.writer.field.get()]).toEqual([null, null]);
    const after = written(board, () => {
      board.writer.input('typed after', 11, 11);
      board.writer.end();
      board.editor.undo();
      board.editor.redo();
    });
    expect([after, board.editor.records.projection.get(id)?.text]).toEqual([0, 'typed before']);
    expect(board.writer.open(id)).toBe(false);
  }
});

test('TOGETHER-10 what could not be carried over before the lock stays in sight and is not written', () => {
  const board = open();
  board.writer.open('a');
  board.writer.composing(true);
  board.writer.input('hellos', 6, 6);
  lockByStaff(board, 'a');
  expect(board.writer.field.get()?.value).toBe('hellos');
  expect(written(board, () => board.writer.end())).toBe(0);
  expect([board.writer.field.get(), board.editor.records.projection.get('a')?.text]).toEqual([null, 'hello']);
});

test('TOGETHER-10 a facilitator’s lock takes what is dragged out of the hand; what others hold and facilitators do goes on', () => {
  const drag = (board: HeadlessBoard, from: { readonly x: number; readonly y: number }, id: string): number => {
    board.input.down(board.at(from));
    board.input.move(board.at({ x: from.x + 30, y: from.y + 30 }));
    board.input.move(board.at({ x: from.x + 60, y: from.y + 60 }));
    expect(board.editor.gestures.own.get()).not.toBeNull();
    lockByStaff(board, id);
    return written(board, () => {
      board.input.move(board.at({ x: from.x + 90, y: from.y + 90 }));
      board.input.up(board.at({ x: from.x + 90, y: from.y + 90 }));
    });
  };
  const board = open({ needs: ['a warm place'] });
  expect(drag(board, { x: 2_050, y: 20 }, 'a')).toBe(0);
  expect([board.editor.gestures.own.get(), board.tool.path]).toEqual([null, 'select.idle']);
  expect(drag(board, board.middle('a-warm-place'), 'a-warm-place')).toBe(0);
  expect(board.editor.records.arrangement.get().without.size).toBe(0);
  expect(drag(board, { x: 2_450, y: 20 }, 'a'), 'another object was locked').toBe(1);
});

test('TOGETHER-11 nothing is undone or redone on a board that is read only', () => {
  const board = open();
  const { editor } = board;
  editor.setField('a', 'colour', 'red');
  editor.readOnly.set('frozen');
  expect(written(board, () => editor.undo())).toBe(0);
  editor.readOnly.set(null);
  expect(written(board, () => editor.undo())).toBe(1);
  editor.readOnly.set('frozen');
  expect(written(board, () => editor.redo())).toBe(0);
});
