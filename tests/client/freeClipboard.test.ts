// Objects on the clipboard, and objects that others have in the hand.
import { createKeyboard } from '@masa/client/canvas/keyboard.ts';
import { liftedNow } from '@masa/client/canvas/lifted.ts';
import { copyCards } from '@masa/client/editor/clipboard.ts';
import { pasteObjects, readObjects } from '@masa/client/editor/clipboardObjects.ts';
import { LIMITS, type Point } from '@masa/shared/core';
import { expect, test } from 'vitest';
import { at, note, openFree as open, placeOf as place, SHEET_RIGHT } from '../support/freeBoard.ts';
import { type FreeFilling, STILL } from '../support/headlessBoard.ts';

test('CLIP-1 objects are pasted around a point or in place, joined as they were, on another board too', () => {
  const arrow: FreeFilling = {
    id: 'ab',
    type: 'connector',
    box: [0, 0, 1, 1],
    facets: { start: { on: 'a', at: [0.5, 0.5] }, end: { on: 'b', at: [1, 0.5] } },
  };
  const from = open([note('a', 0, 0, { text: 'x', rot: 30, facets: { colour: 'teal' } }), note('b', 300, 0), arrow]);
  const { json, text } = copyCards(from.editor.board().free());
  expect(text).toBe('x');
  const onto = open([]);
  for (const point of [null, { x: 0, y: 0 }]) {
    const read = readObjects(json, onto.editor.board());
    if (!read) throw new Error('nothing read');
    const made = onto.editor.perform(pasteObjects(onto.editor.board(), read, point, onto.editor.context()));
    const [a, b, ab] = made.map((edit) => onto.editor.records.projection.get(edit.id));
    expect(a).toMatchObject({
      text: 'x',
      fields: { colour: 'teal' },
      place: { rot: 30, box: point ? [-200, -50, 100, 100] : [SHEET_RIGHT, 0, 100, 100] },
    });
    expect(ab?.fields).toMatchObject({ start: { on: a?.id }, end: { on: b?.id, at: [1, 0.5] } });
  }
  expect(onto.editor.records.free().size).toBe(6);
});

test('CLIP-2 what a clipboard holds is parsed', () => {
  const board = open([]);
  const read = (objects: unknown): unknown => readObjects(JSON.stringify({ masa: 1, objects }), board.editor.board());
  expect(readObjects('{', board.editor.board())).toBeNull();
  expect(read('no list')).toBeNull();
  expect(
    read([null, 7, { type: 'note' }, { type: 'note', place: { box: [0, 0, 'x', 1] } }, { type: 'comment', place: { box: [0, 0, 1, 1], rot: 0 } }]),
  ).toBeNull();
  expect(
    read([{ type: 'hologram', text: 'words', place: { box: [0, 0, 1, 1], rot: 0 }, fields: { colour: 'octarine', __proto__: 1 } }]),
  ).toMatchObject({
    objects: [{ type: 'note', text: 'words', looks: {} }],
  });
  expect(read([{ type: 'connector', place: { box: [0, 0, 1, 1], rot: 0 }, fields: { start: { on: '../../x', at: [2, 2] }, end: 3 } }])).toMatchObject(
    {
      objects: [{ looks: { start: { on: '' }, end: { on: '' } } }],
    },
  );
});

const keysOn = (board: ReturnType<typeof open>, pointer: Point) =>
  createKeyboard({
    editor: board.editor,
    writer: board.writer,
    act: board.act,
    space: () => undefined,
    cancelGesture: () => false,
    onPaste: () => undefined,
    pointer: () => pointer,
  });

test('CLIP-4 an arrow copied alone is pasted as it was seen, and hangs free', () => {
  const arrow: FreeFilling = {
    id: 'ab',
    type: 'connector',
    box: [0, 0, 1, 1],
    facets: { start: { on: 'a', at: [1, 0.5] }, end: { on: 'b', at: [0, 0.5] } },
  };
  const board = open([note('a', 400, 0), note('b', 0, 200), arrow]);
  const { editor } = board;
  const keyboard = keysOn(board, at(1_000, 1_000));
  const from = editor.records.free().get('ab')?.route?.points;
  const [first, last] = [from?.[0], from?.at(-1)];
  editor.selection.only('ab', null);
  const copied = keyboard.copy();
  for (const isInPlace of [true, false]) {
    keyboard.paste(copied?.text ?? '', copied?.json ?? '', isInPlace);
    const [id = ''] = editor.selection.get().ids;
    const points = editor.records.free().get(id)?.route?.points;
    const [one, other] = [points?.[0], points?.at(-1)];
    expect([other?.x, other?.y].map((value, index) => (value ?? 0) - ((index === 0 ? one?.x : one?.y) ?? 0))).toEqual([
      (last?.x ?? 0) - (first?.x ?? 0),
      (last?.y ?? 0) - (first?.y ?? 0),
    ]);
    const middle = isInPlace ? ((first?.x ?? 0) + (last?.x ?? 0)) / 2 : SHEET_RIGHT + 1_000;
    expect(((one?.x ?? 0) + (other?.x ?? 0)) / 2).toBeCloseTo(middle, 0);
    expect(editor.records.projection.get(id)?.fields).toMatchObject({ start: { on: '' }, end: { on: '' } });
  }
  const odd = { masa: 1, objects: [{ type: 'connector', place: { box: [5, 6, 10, 10], rot: 0 }, fields: {}, ends: [[Number.NaN, 1], 'x'] }] };
  expect(readObjects(JSON.stringify(odd), editor.board())?.objects[0]?.looks).toMatchObject({ start: { at: [5, 6] }, end: { at: [15, 16] } });
});

test('CLIP-1 cards that become notes lie beside the objects they were copied with', () => {
  const board = open([note('a', 0, 0)], { needs: ['advice', 'a warm place'] });
  const { editor } = board;
  editor.selection.many(['advice', 'a-warm-place', 'a']);
  const copied = keysOn(board, at(0, 0)).copy();
  const onto = open([]);
  keysOn(onto, at(1_000, 1_000)).paste(copied?.text ?? '', copied?.json ?? '');
  const all = onto.editor.records.free().all();
  const object = all.find(({ record }) => record.text === '');
  const made = all.filter((each) => each !== object);
  expect(made.map(({ record }) => record.text).toSorted()).toEqual(['a warm place', 'advice']);
  for (const each of made) expect(each.box.x).toBeGreaterThanOrEqual((object?.box.x ?? 0) + (object?.box.w ?? 0));
});

test('CLIP-5 a text longer than a note may be becomes several notes', () => {
  const board = open([]);
  const words = 'A place where people meet and learn. ';
  keysOn(board, at(500, 500)).paste(words.repeat(100), '');
  const texts = board.editor.records
    .free()
    .all()
    .map(({ record }) => record.text);
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.every((text) => text.length <= LIMITS.cardTextMax)).toBe(true);
  expect(texts.join(' ')).toBe(words.repeat(100).trim());
});

test('CLIP-7 what does not fit is not made, which is told, and what is being written stays in its field', () => {
  const crowd = Array.from({ length: LIMITS.objectsMax - 2 }, (_, index) => note(`n${index}`, 0, 0));
  const board = open(crowd);
  const { editor } = board;
  let told = 0;
  editor.onFull(() => (told += 1));
  const keyboard = keysOn(board, at(500, 500));
  keyboard.paste('one\ntwo\nthree', '');
  expect([told, editor.records.projection.size]).toEqual([1, LIMITS.objectsMax - 2]);
  keyboard.paste('one\ntwo', '');
  expect([told, editor.records.projection.size]).toEqual([1, LIMITS.objectsMax]);
  board.writer.openNew({ cell: 'needs', index: 0 });
  board.writer.input('a warm place', 12, 12);
  expect(told).toBe(2);
  expect(board.writer.end()).toBe(false);
  expect(board.writer.field.get()?.value).toBe('a warm place');
  board.writer.input('', 0, 0);
  expect(board.writer.end()).toBe(true);
});

test('CLIP-3 a text pasted beside the sheet becomes notes, in a cell cards', () => {
  const board = open([], { needs: ['advice'] });
  const offered: string[] = [];
  let pointer: Point | null = at(500, 500);
  const keyboard = createKeyboard({
    editor: board.editor,
    writer: board.writer,
    act: board.act,
    space: () => undefined,
    cancelGesture: () => false,
    onPaste: (text) => void offered.push(text),
    pointer: () => pointer,
  });
  keyboard.paste('one thought', '');
  expect(
    board.editor.records
      .free()
      .all()
      .map(({ record }) => record.text),
  ).toEqual(['one thought']);
  expect(place(board, board.editor.records.free().all()[0]?.id ?? '')[0]).toBeCloseTo(390);
  keyboard.paste('• first\n• second\n3. third', '');
  expect(
    board.editor.records
      .free()
      .all()
      .map(({ record }) => record.text),
  ).toEqual(['one thought', 'first', 'second', 'third']);
  expect(board.editor.history.state.canUndo).toBe(true);
  board.editor.undo();
  expect(board.editor.records.free().size).toBe(1);
  const cell = board.cell('needs');
  pointer = { x: cell.x + 20, y: cell.y + cell.h - 10 };
  keyboard.paste('first\nsecond', '');
  expect(offered).toEqual(['first\nsecond']);
  board.editor.selection.only('advice', 'needs');
  keyboard.paste('a card', '');
  expect(board.texts('needs')).toEqual(['advice', 'a card']);
});

test('GESTURE-2 what somebody leads lies where they lead it, with its arrows, and not where it lay', () => {
  const arrow: FreeFilling = {
    id: 'ab',
    type: 'connector',
    box: [0, 0, 1, 1],
    facets: { start: { on: 'a', at: [0.5, 0.5] }, end: { on: 'b', at: [0.5, 0.5] } },
  };
  const board = open([note('a', 0, 0), note('b', 300, 0), note('c', 600, 0), arrow]);
  const { editor } = board;
  const from = { x: SHEET_RIGHT, y: 0, w: 100, h: 100 };
  const transform = { kind: 'transform', how: 'move', ids: ['a'], from, to: { ...from, y: 400 }, turn: 0, guides: [] } as const;
  const person = { id: 'p', name: 'Ole', library: '', colour: '1', role: 'participant' };
  const peer = { ...STILL, client: 7, person, cursor: null, selected: [], drag: null, writing: null, transform };
  editor.gestures.peers.set(new Map([[7, peer]]));
  const lifted = liftedNow(editor);
  expect([...lifted.ids].sort()).toEqual(['a', 'ab']);
  const [led] = lifted.led;
  expect(led?.along?.carried.objects.map(({ id, box }) => [id, box.x, box.y])).toEqual([['a', SHEET_RIGHT, 0]]);
  expect([led?.along?.dx, led?.along?.dy]).toEqual([0, 400]);
  expect(led?.objects.find(({ id }) => id === 'ab')?.route?.points[0]?.y).toBeGreaterThan(300);
  expect(place(board, 'a')).toEqual([0, 0]);
  // Who holds the object here as well sees their own hand.
  editor.gestures.own.set({ ...transform, to: { ...from, x: SHEET_RIGHT + 50 } });
  const hands = liftedNow(editor).led.map(({ peer: by, along, objects }) => [
    by === null,
    [...(along?.carried.objects ?? []), ...objects].map(({ id }) => id).sort(),
  ]);
  expect(hands).toEqual([
    [true, ['a', 'ab']],
    [false, []],
  ]);
});
