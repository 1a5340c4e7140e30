// Objects on the clipboard, and objects that others have in the hand.
import { createKeyboard } from '@masa/client/canvas/keyboard.ts';
import { liftedNow } from '@masa/client/canvas/lifted.ts';
import { copyCards } from '@masa/client/editor/clipboard.ts';
import { pasteObjects, readObjects } from '@masa/client/editor/clipboardObjects.ts';
import type { Point } from '@masa/shared/core';
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
  const led = new Map(lifted.led[0]?.objects.map((placed) => [placed.id, placed]));
  expect(led.get('a')?.box).toMatchObject({ x: SHEET_RIGHT, y: 400 });
  expect(led.get('ab')?.route?.points[0]?.y).toBeGreaterThan(300);
  expect(place(board, 'a')).toEqual([0, 0]);
  // Who holds the object here as well sees their own hand.
  editor.gestures.own.set({ ...transform, to: { ...from, x: SHEET_RIGHT + 50 } });
  expect(liftedNow(editor).led.map(({ peer: by, objects }) => [by === null, objects.map(({ id }) => id).sort()])).toEqual([
    [true, ['a', 'ab']],
    [false, []],
  ]);
});
