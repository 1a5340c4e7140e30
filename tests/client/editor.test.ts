// The editor's headless parts: camera, spatial index, pointer input, keys, clipboard.
import { createCamera, ZOOM } from '@masa/client/editor/camera.ts';
import { CARDS_TYPE, copyCards, looksLikeList, pasteCards } from '@masa/client/editor/clipboard.ts';
import { type BoardInput, createInput, type PointerSample } from '@masa/client/editor/input.ts';
import { actionOf, KEYMAP } from '@masa/client/editor/keymap.ts';
import { createSpatialIndex } from '@masa/client/editor/spatialIndex.ts';
import type { PlacedCard, Placement } from '@masa/shared/board';
import { type Box, contains, intersects } from '@masa/shared/core';
import { formA } from '@masa/shared/kinds';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOBODY, openHeadlessBoard } from '../support/headlessBoard.ts';

test('EDITOR-1 zooming keeps the board point under the pointer where it is, and stays within its bounds', () => {
  const camera = createCamera();
  camera.viewport.set({ w: 800, h: 600 });
  camera.panBy(120, -30);
  const at = { x: 300, y: 200 };
  const before = camera.toBoard(at);
  camera.zoomAt(at, 1.7);
  const after = camera.toBoard(at);
  expect([after.x, after.y]).toEqual([expect.closeTo(before.x, 6), expect.closeTo(before.y, 6)]);
  for (let step = 0; step < 40; step += 1) camera.zoomAt(at, 2);
  expect(camera.view.get().zoom).toBe(ZOOM.max);
  for (let step = 0; step < 80; step += 1) camera.zoomAt(at, 0.5);
  expect(camera.view.get().zoom).toBe(ZOOM.min);
});

test('EDITOR-2 screen and board points are inverse to one another', () => {
  const camera = createCamera();
  camera.panBy(31, 77);
  camera.zoomAt({ x: 5, y: 9 }, 0.37);
  const at = camera.toScreen(camera.toBoard({ x: 123, y: 45 }));
  expect([at.x, at.y]).toEqual([expect.closeTo(123, 6), expect.closeTo(45, 6)]);
});

test('EDITOR-3 fitting shows the whole box with its margin; revealing moves only as far as needed', () => {
  const camera = createCamera();
  camera.viewport.set({ w: 1_000, h: 500 });
  camera.fit({ x: 0, y: 0, w: 1_600, h: 1_480 });
  const seen = camera.visible();
  expect(seen.x).toBeLessThan(0);
  expect(seen.y + seen.h).toBeGreaterThan(1_480);
  camera.fitWidth({ x: 0, y: 0, w: 1_600, h: 1_480 });
  const before = camera.view.get();
  camera.reveal({ x: 100, y: 100, w: 50, h: 50 });
  expect(camera.view.get()).toEqual(before);
  camera.reveal({ x: 100, y: 1_400, w: 50, h: 50 });
  expect(camera.visible().y + camera.visible().h).toBeCloseTo(1_450 + 32 / before.zoom, 3);
});

const card = (id: string, box: Box): PlacedCard => ({ id, cell: 'c', index: 0, box, lines: [], summary: [] });
const [shown] = formA.cells;
if (!shown) throw new Error('a form without cells');
const CELL = { id: 'c', cell: shown, rect: shown.rect, tail: shown.rect, gap: null };
const placementOf = (boxes: readonly Box[]): Placement => ({
  size: { w: 1_000, h: 1_000 },
  cells: [{ ...CELL, cards: boxes.map((box, at) => card(`k${at}`, box)) }],
  cards: new Map(boxes.map((box, at) => [`k${at}`, card(`k${at}`, box)])),
});
const side = fc.integer({ min: 0, max: 900 });
const box = fc.record({ x: side, y: side, w: fc.integer({ min: 1, max: 200 }), h: fc.integer({ min: 1, max: 200 }) });

test('EDITOR-4 the spatial index answers as asking every card does, however the placement changed', () => {
  fc.assert(
    fc.property(fc.array(fc.array(box, { maxLength: 40 }), { minLength: 1, maxLength: 4 }), box, (placements, asked) => {
      const index = createSpatialIndex();
      for (const boxes of placements) {
        const placement = placementOf(boxes);
        index.follow(placement);
        expect(index.size).toBe(boxes.length);
        const all = [...placement.cards.values()];
        const found = index.cardsIn(asked).map((each) => each.id);
        // Boxes that only touch may be answered as well: what is drawn may reach to its edge.
        const near = { x: asked.x - 1, y: asked.y - 1, w: asked.w + 2, h: asked.h + 2 };
        expect(all.filter((each) => intersects(each.box, asked) && !found.includes(each.id))).toEqual([]);
        expect(all.filter((each) => !intersects(each.box, near) && found.includes(each.id))).toEqual([]);
        const under = all.filter((each) => contains(each.box, asked)).map((each) => each.id);
        expect(under.length === 0 ? [undefined] : under).toContain(index.cardAt(asked)?.id);
      }
    }),
    { numRuns: 60 },
  );
});

test('EDITOR-5 following a placement names the cards that moved or went, with the box they had, and no others', () => {
  const index = createSpatialIndex();
  const [a, b, c] = [
    { x: 0, y: 0, w: 10, h: 10 },
    { x: 20, y: 0, w: 10, h: 10 },
    { x: 40, y: 0, w: 10, h: 10 },
  ];
  index.follow(placementOf([a, b, c]));
  expect([...index.follow(placementOf([a, { ...b, y: 30 }]))]).toEqual([
    ['k2', c],
    ['k1', b],
  ]);
});

const sample = (change: Partial<PointerSample>): PointerSample => ({
  id: 1,
  kind: 'mouse',
  button: 0,
  x: 0,
  y: 0,
  modifiers: NOBODY,
  atMs: 0,
  ...change,
});
const listening = () => {
  const heard: BoardInput[] = [];
  const holds = new Set<() => void>();
  const input = createInput({
    camera: createCamera(),
    send: (each) => void heard.push(each),
    after: (_, then) => {
      holds.add(then);
      return () => void holds.delete(then);
    },
  });
  return { heard, holds, input };
};

test('EDITOR-6 clicks at one place in quick succession are counted; later or elsewhere they begin anew', () => {
  const { heard, input } = listening();
  const click = (atMs: number, x = 0): void => {
    input.down(sample({ atMs, x }));
    input.up(sample({ atMs, x }));
  };
  click(0);
  click(200);
  click(300);
  click(900);
  click(1_000, 50);
  expect(heard.flatMap((each) => (each.do === 'down' ? [each.clicks] : []))).toEqual([1, 2, 3, 1, 1]);
});

test('EDITOR-7 a second finger ends the first one’s gesture and begins a pinch; other pointers are ignored meanwhile', () => {
  const { heard, input, holds } = listening();
  input.down(sample({ kind: 'touch', id: 1, x: 0 }));
  expect(holds.size).toBe(1);
  input.down(sample({ kind: 'touch', id: 2, x: 100 }));
  expect(holds.size).toBe(0);
  input.move(sample({ kind: 'touch', id: 2, x: 200 }));
  input.up(sample({ kind: 'touch', id: 2, x: 200 }));
  input.move(sample({ kind: 'touch', id: 1, x: 10 }));
  input.up(sample({ kind: 'touch', id: 1, x: 10 }));
  expect(heard.map((each) => each.do)).toEqual(['down', 'cancel', 'pinch', 'pinch', 'up']);
  expect(heard[3]).toMatchObject({ do: 'pinch', factor: 2, dx: 50 });
  expect(input.isPressed).toBe(false);
});

test('EDITOR-8 a key means one thing; letters of shortcuts are found by their place on a Cyrillic keyboard', () => {
  const keys = KEYMAP.flatMap((row) => row.keys);
  expect(new Set(keys).size).toBe(keys.length);
  const press = (key: string, code: string, change: { mod?: boolean; shift?: boolean; alt?: boolean } = {}) =>
    actionOf({ key, code, mod: false, shift: false, alt: false, ...change });
  expect(press('я', 'KeyZ', { mod: true })).toBe('undo');
  expect(press('Я', 'KeyZ', { mod: true, shift: true })).toBe('redo');
  expect(press('y', 'KeyY', { mod: true })).toBe('redo');
  expect(press('?', 'Slash', { shift: true })).toBe('help');
  expect(press('ArrowUp', 'ArrowUp', { alt: true })).toBe('move-up');
  expect(press('м', 'KeyM')).toBeUndefined();
  expect(press('x', 'KeyX')).toBeUndefined();
});

test('EDITOR-9 copied cards are lines of text elsewhere and whole cards here', () => {
  const board = openHeadlessBoard({ needs: ['a warm place', 'advice'] });
  board.editor.setField('advice', 'evidence', 'interview');
  board.editor.setField('advice', 'notes', 'asked ten of them');
  const records = ['a-warm-place', 'advice'].flatMap((id) => board.editor.records.projection.get(id) ?? []);
  const { text, json } = copyCards(records);
  expect(text).toBe('a warm place\nadvice');
  expect(CARDS_TYPE).toMatch(/json$/);
  const cards = pasteCards(json, board.editor.board());
  expect(cards?.map((each) => each.text)).toEqual(['a warm place', 'advice']);
  expect(cards?.[1]?.fields).toMatchObject({ evidence: 'interview', notes: 'asked ten of them' });
  const ids = board.editor.create({ cell: 'partners', index: 0 }, cards ?? []);
  expect(board.texts('partners')).toEqual(['a warm place', 'advice']);
  expect(board.editor.records.projection.get(ids[1] ?? '')?.notes).toBe('asked ten of them');
});

test('EDITOR-10 whatever else a clipboard holds is no card, and bad fields are left out', () => {
  const board = openHeadlessBoard();
  const read = (value: unknown) => pasteCards(typeof value === 'string' ? value : JSON.stringify(value), board.editor.board());
  for (const value of [
    '',
    '{',
    'null',
    '[]',
    { masa: 2, cards: [] },
    { masa: 1, cards: 'x' },
    { masa: 1, cards: [null, 7, { text: 5 }, { text: ' ' }] },
  ]) {
    expect(read(value)).toBeNull();
  }
  const [only] =
    read({ masa: 1, cards: [{ type: 'card', text: 'x\u202e', fields: { evidence: 'magic', size: 12, __proto__: { a: 1 } }, notes: 4 }] }) ?? [];
  expect(only).toEqual({ text: 'x', fields: expect.objectContaining({ size: 12 }) });
  expect(Object.keys(only?.fields ?? {})).not.toContain('evidence');
});

test.each([
  ['one line of text', false],
  ['Зала – имаме', false],
  ['two\nlines', true],
  ['• a bullet', true],
  ['1) first', true],
  ['room; table; lamp', true],
  ['ends with a semicolon;', false],
  ['a line\n', false],
])('EDITOR-11 a pasted text is offered as a list if it is one: %j', (text, is) => {
  expect(looksLikeList(text)).toBe(is);
});
