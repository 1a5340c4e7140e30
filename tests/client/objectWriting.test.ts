// Writing in objects of the free layer, without a screen: letters of equal width.
import { createWriter, type Writer } from '@masa/client/canvas/writer.ts';
import { createEditor, type Editor } from '@masa/client/editor/Editor.ts';
import type { Typesetting } from '@masa/shared/board';
import { apply, type Edit, PERSON, SERVER, seed } from '@masa/shared/document';
import { templateByRef } from '@masa/shared/kinds';
import { type FreeType, freePlace } from '@masa/shared/objects';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';

const EVEN: Typesetting = {
  text: (piece) => 9 * piece.length,
  summary: (piece) => 7 * piece.length,
  at: (size) => (piece) => (size / 2) * piece.length,
};
const ME = { id: 'me', name: 'Мария', library: 'Искра', region: 'Казанлък' };

interface Board {
  readonly doc: Y.Doc;
  readonly editor: Editor;
  readonly writer: Writer;
  readonly type: (text: string) => void;
  readonly text: (id: string) => string | undefined;
}

let opened: Board | undefined;
afterEach(() => {
  opened?.writer.dispose();
  opened?.editor.dispose();
  opened = undefined;
});

const object = (id: string, type: FreeType | 'card', change: { text?: string; looks?: object; rot?: number; x?: number } = {}): Edit => ({
  do: 'create',
  id,
  type,
  place: freePlace({ x: change.x ?? 100, y: 200, w: 200, h: 120 }, change.rot ?? 0),
  text: change.text ?? '',
  facets: { author: ME, created: 1, ...change.looks },
});

function open(objects: readonly Edit[]): Board {
  const found = templateByRef('form-a');
  if (!found) throw new Error('no template');
  const doc = new Y.Doc();
  seed(doc, { kind: found.kind.id, template: 'form-a@1' });
  apply(doc, objects, PERSON);
  const editor = createEditor({ ...found, doc, language: 'en', measure: EVEN, context: () => ({ author: ME, now: 1_000 }) });
  const writer = createWriter(
    editor,
    () => 1,
    () => EVEN,
  );
  opened = {
    doc,
    editor,
    writer,
    type: (text) => writer.input(text, text.length, text.length),
    text: (id) => editor.records.projection.get(id)?.text,
  };
  return opened;
}

const lineEnds = { start: { on: '', at: [0, 0] }, end: { on: '', at: [400, 0] } };

test('WRITE-2 the field opens on every object whose words stand on the board, and on no other', () => {
  const { writer, editor } = open([
    object('note', 'note', { text: 'a' }),
    object('card', 'card', { text: 'a' }),
    object('text', 'text', { text: 'a' }),
    object('shape', 'shape'),
    object('line', 'connector', { looks: lineEnds }),
    object('frame', 'frame'),
    object('image', 'image', { text: 'alt' }),
    object('ink', 'ink'),
    object('stamp', 'stamp'),
    object('comment', 'comment', { text: 'hm' }),
    object('reply', 'reply', { text: 'yes' }),
    object('locked', 'note', { text: 'a', looks: { lock: { by: 'x', name: 'X', at: 1, staff: false } } }),
  ]);
  for (const id of ['note', 'card', 'text', 'shape', 'line', 'frame']) {
    expect(writer.open(id), id).toBe(true);
    expect(editor.selection.get()).toMatchObject({ card: id, cell: null });
    expect(editor.writing.get()).toEqual({ of: 'card', id });
    expect(writer.box(), id).not.toBeNull();
    expect(writer.end()).toBe(true);
  }
  for (const id of ['image', 'ink', 'stamp', 'comment', 'reply', 'locked', 'nobody']) {
    expect(writer.open(id), id).toBe(false);
    expect(writer.field.get(), id).toBeNull();
    expect(editor.writing.get(), id).toBeNull();
  }
  editor.readOnly.set('frozen');
  expect(writer.open('note')).toBe(false);
});

test('WRITE-3 a text begins to exist with its first letter; one left empty leaves nothing, one emptied goes to the bin; a note stays', () => {
  const { writer, editor, type, text } = open([object('words', 'text', { text: 'words' }), object('note', 'note', { text: 'words' })]);
  const before = editor.board().free().length;
  writer.openNewObject({ type: 'text', place: freePlace({ x: 0, y: 0, w: 24, h: 44 }) });
  type('  ');
  expect(editor.board().free()).toHaveLength(before);
  writer.end();
  expect(editor.board().free()).toHaveLength(before);
  expect(editor.writing.get()).toBeNull();
  writer.openNewObject({ type: 'text', place: freePlace({ x: 0, y: 0, w: 24, h: 44 }), looks: { fontSize: 'xl' } }, 'н');
  const id = writer.field.get()?.card ?? '';
  expect(text(id)).toBe('н');
  expect(editor.records.projection.get(id)?.fields.fontSize).toBe('xl');
  type('ново');
  writer.end();
  expect(text(id)).toBe('ново');
  expect(editor.selection.get()).toMatchObject({ card: id, cell: null });
  writer.open('words');
  type('');
  expect(writer.box()).not.toBeNull();
  writer.end();
  expect(editor.records.projection.get('words')?.gone).not.toBeNull();
  writer.open('note');
  type('');
  writer.end();
  expect(editor.records.projection.get('note')).toMatchObject({ gone: null, text: '' });
});

test('WRITE-4 the field grows as its object grows, also with words that are not saved', () => {
  const { writer, editor, type } = open([
    object('note', 'note', { text: 'a' }),
    object('text', 'text', { text: 'a' }),
    object('turned', 'note', { rot: 30 }),
  ]);
  writer.open('note');
  expect(writer.box()).toMatchObject({ w: 200, h: 120 });
  type('bibliotekssamarbeid '.repeat(20));
  const grown = writer.box()?.h ?? 0;
  expect(grown).toBeGreaterThan(300);
  expect(editor.records.free().get('note')?.box.h).toBe(grown);
  const line = writer.cursorLine();
  expect((line?.y ?? 0) + (line?.h ?? 0)).toBeLessThanOrEqual(200 + grown);
  expect(line?.y).toBeGreaterThan(200 + grown / 2);
  writer.composing(true);
  type('bibliotekssamarbeid '.repeat(30));
  expect(writer.box()?.h).toBeGreaterThan(grown);
  writer.composing(false);
  writer.end();
  writer.open('text');
  const narrow = writer.box()?.w ?? 0;
  type('a wide line of words');
  expect(writer.box()?.w).toBeGreaterThan(narrow + 200);
  type('a wide line of words\nand another');
  expect(editor.records.free().get('text')?.text?.lines).toHaveLength(2);
  writer.end();
  writer.open('turned');
  expect(writer.look(1)).toMatchObject({ rot: 30, box: { w: 200, h: 120 } });
  expect(writer.box()?.w).toBeGreaterThan(200);
});

test('WRITE-6 Tab in a note goes on to the next one on its right, of the same colour; a note that lies there is opened instead', () => {
  const { writer, editor, type } = open([
    object('note', 'note', { text: 'a', looks: { colour: 'teal', fontSize: 'l' } }),
    object('turned', 'note', { text: 'b', rot: 90, x: 2_000 }),
    object('shape', 'shape', { x: 4_000 }),
  ]);
  writer.open('note');
  expect(writer.end('next-note')).toBe(true);
  expect(writer.field.get()).toMatchObject({ in: 'free', card: null, value: '' });
  expect(editor.board().free()).toHaveLength(3);
  expect(writer.box()).toEqual({ x: 320, y: 200, w: 200, h: 120 });
  type('next');
  const id = writer.field.get()?.card ?? '';
  expect(editor.records.projection.get(id)).toMatchObject({
    type: 'note',
    place: { box: [320, 200, 200, 120] },
    fields: { colour: 'teal', fontSize: 'l' },
  });
  writer.open('note');
  writer.end('next-note');
  expect(writer.field.get()?.card).toBe(id);
  writer.end('next-note');
  type('third');
  expect(editor.board().free()).toHaveLength(5);
  writer.end('next-note');
  // The last one is left empty: nothing comes after nothing.
  writer.end('next-note');
  expect(writer.field.get()).toBeNull();
  expect(editor.board().free()).toHaveLength(5);
  writer.open('turned');
  writer.end('next-note');
  type('below');
  expect(editor.records.projection.get(writer.field.get()?.card ?? '')?.place).toEqual({ box: [2_000, 420, 200, 120], rot: 90 });
  writer.open('shape');
  writer.end('next-note');
  expect(writer.field.get()).toBeNull();
});

test('WRITE-7 words above the limit stay in the field and are not saved, until they are short enough', () => {
  const { writer, type, text } = open([object('shape', 'shape', { text: 'a' })]);
  writer.open('shape');
  type('x'.repeat(2_001));
  expect(writer.field.get()?.isTooLong).toBe(true);
  expect(text('shape')).toBe('a');
  expect(writer.end()).toBe(false);
  writer.split();
  expect(writer.field.get()?.isTooLong).toBe(true);
  type('x'.repeat(2_000));
  expect(writer.end()).toBe(true);
  expect(text('shape')).toHaveLength(2_000);
});

test('WRITE-8 an object that others recolour, move, bin or purge meanwhile stays open; what was typed since comes back with it', () => {
  const { writer, doc, editor, type, text } = open([
    object('note', 'note', { text: 'a' }),
    object('purged', 'text', { text: 'old', looks: { colour: 'red' } }),
  ]);
  writer.open('note');
  apply(doc, [{ do: 'set', id: 'note', facet: 'place', value: freePlace({ x: 900, y: 0, w: 300, h: 100 }) }], SERVER);
  apply(doc, [{ do: 'set', id: 'note', facet: 'fontSize', value: 'xl' }], SERVER);
  expect(writer.box()).toMatchObject({ x: 900, w: 300 });
  expect(writer.look(1)?.size).toBe(40);
  apply(doc, [{ do: 'set', id: 'note', facet: 'gone', value: { by: 'x', name: 'X', at: 5 } }], SERVER);
  expect(writer.box()).toMatchObject({ x: 900, w: 300 });
  type('a warm place');
  expect(writer.end()).toBe(true);
  expect(editor.records.projection.get('note')).toMatchObject({ gone: null, text: 'a warm place' });
  writer.open('purged');
  doc.getMap('objects').delete('purged');
  type('new');
  expect(writer.box()).not.toBeNull();
  writer.end();
  const [again] = editor
    .board()
    .free()
    .filter((record) => record.text === 'new');
  expect(again).toMatchObject({ type: 'text', fields: { colour: 'red' } });
  expect(text('purged')).toBeUndefined();
});

test('WRITE-12 a note put into a cell, and a card taken out, are written on where they lie then', () => {
  const { writer, doc, editor, type, text } = open([object('note', 'note', { text: 'a' })]);
  writer.open('note');
  const key = writer.field.get()?.key;
  apply(doc, [{ do: 'set', id: 'note', facet: 'place', value: { cell: 'needs', order: 'a0' } }], SERVER);
  expect(writer.field.get()).toMatchObject({ in: 'cell', key, target: { cell: 'needs', index: 0 } });
  expect(writer.box()).toEqual(editor.records.placement().cards.get('note')?.box);
  type('a warm place');
  apply(doc, [{ do: 'set', id: 'note', facet: 'place', value: freePlace({ x: 900, y: 0, w: 300, h: 100 }) }], SERVER);
  expect(writer.field.get()).toMatchObject({ in: 'free', key, value: 'a warm place' });
  expect(writer.box()).toMatchObject({ x: 900, w: 300 });
  apply(doc, [{ do: 'set', id: 'note', facet: 'place', value: { cell: 'needs', order: 'a0' } }], SERVER);
  type('a warm place to learn');
  expect(writer.end()).toBe(true);
  expect(text('note')).toBe('a warm place to learn');
  expect(editor.selection.get()).toMatchObject({ cell: 'needs', card: 'note' });
});

test('WRITE-13 what is typed while the board is closed is kept as soon as it opens again', () => {
  const { writer, doc, editor, type, text } = open([object('note', 'note', { text: 'a' })]);
  writer.open('note');
  editor.readOnly.set('frozen');
  type('a warm place');
  expect([text('note'), writer.end()]).toEqual(['a', false]);
  apply(doc, [{ do: 'text', id: 'note', text: 'Now: a' }], SERVER);
  editor.readOnly.set(null);
  expect(text('note')).toBe('Now: a warm place');
  expect(writer.end()).toBe(true);
  writer.openNew({ cell: 'needs', index: 0 });
  editor.readOnly.set('frozen');
  type('interpreters');
  editor.readOnly.set(null);
  expect(writer.end()).toBe(true);
  expect(
    editor
      .board()
      .inSlot('needs')
      .map((record) => record.text),
  ).toEqual(['interpreters']);
});

test('WRITE-9 a connector’s words lie half way along its line, a frame’s title above its corner at a size that can be read', () => {
  const { writer, type } = open([object('line', 'connector', { looks: lineEnds }), object('frame', 'frame', { text: 'Needs' })]);
  writer.open('line');
  type('leads to');
  const box = writer.box();
  expect((box?.x ?? 0) + (box?.w ?? 0) / 2).toBeCloseTo(200, 0);
  // Lines of text stand on whole units.
  expect(Math.abs((box?.y ?? 9) + (box?.h ?? 0) / 2)).toBeLessThanOrEqual(0.5);
  writer.end();
  writer.open('frame');
  type('Needs\nand services');
  expect(writer.field.get()?.value).toBe('Needs and services');
  for (const zoom of [0.1, 0.5, 1, 2]) {
    const look = writer.look(zoom);
    expect((look?.size ?? 0) * zoom).toBeGreaterThanOrEqual(10.99);
    expect((look?.box.y ?? 0) + (look?.box.h ?? 0)).toBeLessThanOrEqual(200);
    expect(look).toMatchObject({ isOneLine: true, wraps: false });
  }
});

test('WRITE-10 what others write in the same object appears in the field; undo takes back one’s own words only', () => {
  const { writer, doc, editor, type, text } = open([object('note', 'note', { text: 'warm' })]);
  writer.open('note');
  type('warm place');
  apply(doc, [{ do: 'text', id: 'note', text: 'a warm place' }], SERVER);
  expect(writer.field.get()).toMatchObject({ value: 'a warm place', start: 12 });
  writer.undo();
  expect(text('note')).toBe('a warm');
  writer.redo();
  writer.end();
  editor.undo();
  expect(text('note')).toBe('a warm');
});
