// What the canvas decides without a screen: writing, keys, painting through a pen that writes down.

import { renderBoardSvg } from '@masa/client/canvas/boardSvg.ts';
import { detailAt, pixelRatioAt } from '@masa/client/canvas/detail.ts';
import { bindField, changeOf } from '@masa/client/canvas/fieldBinding.ts';
import type { KindView } from '@masa/client/canvas/KindView.ts';
import { createKeyboard } from '@masa/client/canvas/keyboard.ts';
import { cutText, splitText } from '@masa/client/canvas/longText.ts';
import { createGlides } from '@masa/client/canvas/motion.ts';
import { paintObjects } from '@masa/client/canvas/objects.ts';
import { damagedRegion, snapped } from '@masa/client/canvas/region.ts';
import { createSvgPen } from '@masa/client/canvas/svgPen.ts';
import { createMovedWatch, MOVED_MS } from '@masa/client/canvas/watches.ts';
import { viewOf } from '@masa/client/kinds/index.ts';
import { LIMITS } from '@masa/shared/core';
import { apply, createHistory, SERVER } from '@masa/shared/document';
import { KINDS } from '@masa/shared/kinds';
import { afterEach, expect, test, vi } from 'vitest';
import { EVEN, type HeadlessBoard, ME, openHeadlessBoard } from '../support/headlessBoard.ts';
import { VIEWS } from '../support/views.ts';

afterEach(() => {
  vi.useRealTimers();
});

const FILLING = { needs: ['a warm place', 'advice'], partners: ['the nurse'] };
const LABELS = { add: 'Add', example: (text: string) => `e.g. ${text}`, unsupported: 'not supported' };
const type = (board: HeadlessBoard, text: string): void => board.writer.input(text, text.length, text.length);
const value = (board: HeadlessBoard): string | undefined => board.writer.field.get()?.value;

test('EDITOR-20 a new card exists from its first visible character and is the one chosen afterwards', () => {
  const board = openHeadlessBoard(FILLING);
  board.writer.openNew({ cell: 'needs', index: 1 });
  type(board, '  ');
  expect(board.texts('needs')).toEqual(['a warm place', 'advice']);
  type(board, '  a b');
  expect(board.texts('needs')).toEqual(['a warm place', '  a b', 'advice']);
  expect(board.editor.records.arrangement.get().gap).toBeNull();
  const id = board.writer.field.get()?.card;
  expect(board.writer.end()).toBe(true);
  expect([...board.editor.selection.get().ids]).toEqual([id]);
  expect(board.editor.writing.get()).toBeNull();
});

test('EDITOR-21 Enter goes on to the next card below, Tab to the next cell; an empty card goes on to nothing', () => {
  const board = openHeadlessBoard(FILLING);
  board.writer.openNew({ cell: 'needs', index: 0 });
  type(board, 'first');
  board.writer.end('next-card');
  expect(board.writer.field.get()).toMatchObject({ value: '', target: { cell: 'needs', index: 1 } });
  board.writer.end('next-card');
  expect(board.writer.field.get()).toBeNull();
  board.writer.open('advice');
  board.writer.end('next-cell');
  expect(board.writer.field.get()).toMatchObject({ target: { cell: 'service', index: 0 } });
  board.writer.end('previous-cell');
  expect(board.writer.field.get()).toMatchObject({ target: { cell: 'needs', index: 3 } });
});

test('EDITOR-22 a card that is left empty goes to the bin, with what it said still in its history', () => {
  const board = openHeadlessBoard(FILLING);
  board.writer.open('advice');
  type(board, '');
  expect(board.writer.box()).not.toBeNull();
  expect(board.editor.records.arrangement.get().gap).toMatchObject({ cell: 'needs', index: 1 });
  board.writer.end();
  expect(board.editor.records.projection.get('advice')?.gone).not.toBeNull();
  expect(board.editor.selection.get()).toMatchObject({ cell: 'needs', card: null });
});

test('EDITOR-23 what others write in the same card appears in the field and moves the cursor, and nothing is lost', () => {
  const board = openHeadlessBoard(FILLING);
  board.writer.open('advice');
  board.writer.input('advice now', 10, 10);
  apply(board.doc, [{ do: 'text', id: 'advice', text: 'good advice now' }], SERVER);
  expect(board.writer.field.get()).toMatchObject({ value: 'good advice now', start: 15, end: 15, shown: 2 });
  board.writer.input('good advice now!', 16, 16);
  expect(board.editor.records.projection.get('advice')?.text).toBe('good advice now!');
});

test('EDITOR-24 while a word is being composed the field is left alone; then both changes hold', () => {
  const board = openHeadlessBoard(FILLING);
  board.writer.open('advice');
  board.writer.composing(true);
  board.writer.input('adviceї', 7, 7);
  apply(board.doc, [{ do: 'text', id: 'advice', text: 'good advice' }], SERVER);
  expect(value(board)).toBe('adviceї');
  expect(board.editor.records.projection.get('advice')?.text).toBe('good advice');
  board.writer.composing(false);
  expect(board.editor.records.projection.get('advice')?.text).toBe('good adviceї');
  expect(board.writer.field.get()).toMatchObject({ value: 'good adviceї', start: 12 });
});

test('EDITOR-25 a text above the limit stays in the field and is not saved, until it is short enough', () => {
  const board = openHeadlessBoard(FILLING);
  board.writer.open('advice');
  const long = 'x'.repeat(LIMITS.cardTextMax + 1);
  type(board, long);
  expect(board.writer.field.get()).toMatchObject({ isTooLong: true, value: long });
  expect(board.editor.records.projection.get('advice')?.text).toBe('advice');
  expect(board.writer.end()).toBe(false);
  expect(value(board)).toBe(long);
  type(board, long.slice(1));
  expect(board.writer.field.get()?.isTooLong).toBe(false);
  expect(board.writer.end()).toBe(true);
  expect(board.editor.records.projection.get('advice')?.text).toHaveLength(LIMITS.cardTextMax);
});

test('EDITOR-26 a card that others move, bin or purge meanwhile stays open; what was typed since comes back with it', () => {
  const board = openHeadlessBoard(FILLING);
  board.writer.open('advice');
  apply(board.doc, [{ do: 'set', id: 'advice', facet: 'place', value: { cell: 'partners', order: 'Zz' } }], SERVER);
  expect(board.writer.field.get()).toMatchObject({ target: { cell: 'partners', index: 0 } });
  apply(board.doc, [{ do: 'set', id: 'advice', facet: 'gone', value: { by: 'x', name: 'X', at: 5 } }], SERVER);
  expect(value(board)).toBe('advice');
  expect(board.writer.box()).not.toBeNull();
  type(board, 'advice for all');
  board.writer.end();
  expect(board.editor.records.projection.get('advice')).toMatchObject({ gone: null, text: 'advice for all' });
  board.writer.open('the-nurse');
  apply(board.doc, [{ do: 'set', id: 'the-nurse', facet: 'gone', value: { by: 'x', name: 'X', at: 5 } }], SERVER);
  board.writer.end();
  expect(board.editor.records.projection.get('the-nurse')?.gone).not.toBeNull();
  board.writer.open('a-warm-place');
  type(board, 'a warm dry place');
  board.doc.transact(() => board.doc.getMap('objects').delete('a-warm-place'), SERVER);
  board.writer.end();
  expect(board.texts('needs')).toEqual(['a warm dry place']);
});

test('EDITOR-27 undo in the field takes back what was typed there; after it closes the typing is one step', () => {
  const board = openHeadlessBoard(FILLING);
  board.writer.open('advice');
  type(board, 'advice here');
  board.writer.undo();
  expect(value(board)).toBe('advice');
  board.writer.redo();
  expect(value(board)).toBe('advice here');
  board.writer.end();
  board.editor.undo();
  expect(board.editor.records.projection.get('advice')?.text).toBe('advice');
});

test('EDITOR-28 a board that is frozen meanwhile keeps the field open with what could not be saved', () => {
  const board = openHeadlessBoard(FILLING);
  board.writer.open('advice');
  board.editor.readOnly.set('frozen');
  type(board, 'advice to all');
  expect(board.editor.records.projection.get('advice')?.text).toBe('advice');
  expect(board.writer.end()).toBe(false);
  board.editor.readOnly.set(null);
  type(board, 'advice to all!');
  expect(board.writer.end()).toBe(true);
  expect(board.editor.records.projection.get('advice')?.text).toBe('advice to all!');
});

test('EDITOR-29 a long text becomes several cards, or a card with notes, and loses no word', () => {
  const sentence = 'Many young parents say that they stay at home for days. ';
  const long = sentence.repeat(12).trim();
  const words = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');
  expect(words(splitText(long).join(' '))).toEqual(words(long));
  const { kept, rest } = cutText(long);
  expect(words(`${kept} ${rest}`)).toEqual(words(long));
  const board = openHeadlessBoard(FILLING);
  board.writer.open('advice');
  type(board, long);
  board.writer.split();
  expect(words(board.texts('needs').slice(1).join(' '))).toEqual(words(long));
  board.writer.open('a-warm-place');
  type(board, long);
  board.writer.moveRest();
  board.writer.end();
  const record = board.editor.records.projection.get('a-warm-place');
  expect(words(`${record?.text} ${record?.notes}`)).toEqual(words(long));
  expect(record?.text.length).toBeLessThanOrEqual(LIMITS.cardTextCounter);
});

test('EDITOR-30 invisible junk is taken out of the field as it is typed', () => {
  const board = openHeadlessBoard(FILLING);
  board.writer.open('advice');
  board.writer.input('adv\u200b\u202eice', 8, 8);
  expect(board.writer.field.get()).toMatchObject({ value: 'advice', start: 6 });
});

test('EDITOR-31 the difference of two texts is found in whole characters', () => {
  expect(changeOf('a😀c', 'a😁c')).toEqual({ from: 1, removed: 2, inserted: '😁' });
  expect(changeOf('abc', 'abc')).toEqual({ from: 3, removed: 0, inserted: '' });
  const board = openHeadlessBoard(FILLING);
  const history = createHistory(board.doc, () => ({ by: 'me', name: 'Me', at: 1 }));
  const typing = history.type('advice');
  if (!typing) throw new Error('no typing');
  const binding = bindField(
    typing,
    () => ({ start: 0, end: 0 }),
    () => undefined,
  );
  binding.hold(true);
  apply(board.doc, [{ do: 'text', id: 'advice', text: 'my advice' }], SERVER);
  expect(binding.write('advices', 7)).toEqual({ value: 'my advices', start: 10, end: 10 });
});

const keyboardOf = (board: HeadlessBoard) => {
  const pasted: [string, unknown][] = [];
  const keyboard = createKeyboard({
    editor: board.editor,
    writer: board.writer,
    act: board.act,
    space: () => undefined,
    cancelGesture: () => false,
    onPaste: (text, target) => void pasted.push([text, target]),
    pointer: () => null,
  });
  const press = (key: string, change = {}): boolean => keyboard.press({ key, code: '', mod: false, shift: false, alt: false, ...change });
  return { keyboard, press, pasted };
};

test('EDITOR-32 typing on a chosen card writes at its end; typing in a cell begins a new card, also with letters that are shortcuts', () => {
  const board = openHeadlessBoard(FILLING);
  const { press } = keyboardOf(board);
  board.editor.selection.only('advice', 'needs');
  expect(press('ж')).toBe(true);
  expect(value(board)).toBe('advice ж');
  board.writer.end();
  expect(press('!')).toBe(true);
  expect(value(board)).toBe('advice ж!');
  board.writer.end();
  board.editor.selection.at('partners');
  expect(press('m')).toBe(true);
  expect(board.texts('partners')).toEqual(['the nurse', 'm']);
  board.writer.end();
  board.editor.selection.clear();
  expect(press('ж')).toBe(false);
});

test('EDITOR-33 pasting cards puts them behind the chosen one; a list is offered, a line becomes a card', () => {
  const board = openHeadlessBoard(FILLING);
  const { keyboard, pasted } = keyboardOf(board);
  board.editor.selection.only('the-nurse', 'partners');
  const copied = keyboard.copy();
  board.editor.selection.only('a-warm-place', 'needs');
  keyboard.paste(copied?.text ?? '', copied?.json ?? '');
  expect(board.texts('needs')).toEqual(['a warm place', 'the nurse', 'advice']);
  keyboard.paste('one line', '');
  expect(board.texts('needs')).toContain('one line');
  keyboard.paste('one\ntwo', '');
  expect(pasted).toEqual([['one\ntwo', { cell: 'needs', index: 3 }]]);
  board.editor.selection.only('advice', 'needs');
  expect(keyboard.cut()?.text).toBe('advice');
  expect(board.texts('needs')).not.toContain('advice');
});

test('RENDER-5 a painter that throws costs a grey block and is told once a card; the others are painted', () => {
  const board = openHeadlessBoard(FILLING);
  const { cards } = board.editor.records.placement();
  const faults: string[] = [];
  const view: Pick<KindView, 'painters' | 'cellInk'> = {
    painters: {
      card(pen, placed, record) {
        if (record.id === 'advice') throw new Error('broken');
        pen.text(record.text, 0, 0, { size: 18, weight: 400, color: 'black' });
        pen.rect(0, 0, placed.box.w, 1, { fill: 'black' });
      },
    },
    cellInk: () => 'black',
  };
  const pen = createSvgPen((text) => text.length);
  paintObjects(pen, cards.values(), {
    view,
    language: 'en',
    detail: detailAt(1),
    labels: LABELS,
    record: (id) => board.editor.records.projection.get(id),
    edited: null,
    check: () => null,
    onFault: (id) => void faults.push(id),
  });
  const svg = pen.svg({ x: 0, y: 0, w: 10, h: 10 }, 'x');
  expect(faults).toEqual(['advice']);
  expect(svg).toContain('a warm place');
  expect(svg).toContain('not supported');
});

test('RENDER-6 a board as vectors holds every card, escaped, in every language', () => {
  const board = openHeadlessBoard({ needs: ['<script>alert("&")</script>'], partners: ['the nurse'] });
  const view = viewOf(board.editor.kind.id);
  for (const language of ['bg', 'ro', 'uk', 'nb', 'en'] as const) {
    const svg = renderBoardSvg(board.editor.records.template.get(), view, board.editor.records.projection.records(), {
      language,
      labels: LABELS,
      measure: EVEN,
    });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).toContain('the nurse');
    expect(svg).toContain(board.editor.records.template.get().title[language]);
    expect(svg).not.toContain('NaN');
  }
});

test('RENDER-7 an object of a type this version does not know is a grey block, and a card in the bin is not drawn', () => {
  const board = openHeadlessBoard({ needs: ['advice', 'old'] });
  apply(
    board.doc,
    [{ do: 'create', id: 'alien', type: 'hologram', place: { cell: 'needs', order: 'a5' }, text: 'from the future', facets: { author: ME } }],
    SERVER,
  );
  board.editor.bin(['old']);
  const svg = renderBoardSvg(board.editor.records.template.get(), viewOf(board.editor.kind.id), board.editor.records.projection.records(), {
    language: 'en',
    labels: LABELS,
    measure: EVEN,
  });
  expect(svg).toContain('not supported');
  expect(svg).not.toContain('from the future');
  expect(svg).not.toContain('>old<');
});

test('RENDER-8 text is letters from about six pixels, bars below; far away one device pixel is enough, nowhere more than two', () => {
  expect(detailAt(1).text).toBe('letters');
  expect(detailAt(0.3).text).toBe('bars');
  expect(detailAt(0.05).text).toBe('none');
  expect(pixelRatioAt(0.2, 2)).toBe(1);
  expect(pixelRatioAt(1, 3)).toBe(2);
  expect(pixelRatioAt(1, 1)).toBe(1);
});

test('RENDER-9 every kind has a view with a painter for every type of object, and no view is without a kind', () => {
  expect(VIEWS.map((view) => view.kind.id).sort()).toEqual(KINDS.map((kind) => kind.id).sort());
  for (const kind of KINDS) {
    const { painters, objects } = viewOf(kind.id);
    // A reply is painted with its comment, a card also where it lies free.
    const painted = new Set([...Object.keys(painters), ...Object.keys(objects), 'reply']);
    expect([...painted].sort()).toEqual(Object.keys(kind.types).sort());
    expect(Object.keys(objects)).toContain('card');
  }
  expect(() => viewOf('nothing')).toThrow('no view');
});

test('RENDER-10 what moves glides to its place in at most 150 ms, and not at all when motion is unwelcome', () => {
  const [from, to] = [
    { x: 0, y: 0, w: 10, h: 10 },
    { x: 100, y: 0, w: 10, h: 10 },
  ];
  const glides = createGlides(() => true);
  glides.start('a', from, 1_000);
  expect(glides.boxAt('a', to, 1_000).x).toBe(0);
  expect(glides.boxAt('a', to, 1_060).x).toBeGreaterThan(50);
  expect(glides.boxAt('a', to, 1_150)).toEqual(to);
  expect(glides.settle(1_150)).toBe(false);
  const still = createGlides(() => false);
  still.start('a', from, 1_000);
  expect(still.boxAt('a', to, 1_001)).toEqual(to);
});

test('RENDER-11 views and damaged regions lie on whole device pixels', () => {
  const view = snapped({ x: 3.3333, y: 7.7777, zoom: 0.83 }, 2);
  const onPixel = (board: number, origin: number): number => ((board - origin) * view.zoom * 2) % 1;
  expect(view.x * view.zoom * 2).toBeCloseTo(Math.round(view.x * view.zoom * 2), 6);
  const region = damagedRegion([{ x: 10, y: 20, w: 30.5, h: 40.2 }], view, 2);
  if (!region) throw new Error('no region');
  for (const [at, origin] of [
    [region.x, view.x],
    [region.y, view.y],
    [region.x + region.w, view.x],
    [region.y + region.h, view.y],
  ] as const) {
    expect(Math.min(Math.abs(onPixel(at, origin)), 1 - Math.abs(onPixel(at, origin)))).toBeLessThan(1e-6);
  }
  expect(region.x).toBeLessThan(10);
  expect(region.x + region.w).toBeGreaterThan(40.5);
});

test('RENDER-12 “moved by” stands for five seconds of the server’s time after somebody else’s move between cells', () => {
  vi.useFakeTimers();
  const board = openHeadlessBoard(FILLING);
  board.now = 100_000;
  const watch = createMovedWatch(board.editor, () => undefined);
  board.editor.records.onRecords((ids) => watch.see(ids));
  apply(board.doc, [{ do: 'set', id: 'advice', facet: 'moved', value: { by: 'other', name: 'Ole', at: 99_000 } }], SERVER);
  apply(board.doc, [{ do: 'set', id: 'a-warm-place', facet: 'moved', value: { by: ME.id, name: ME.name, at: 99_000 } }], SERVER);
  apply(board.doc, [{ do: 'set', id: 'the-nurse', facet: 'moved', value: { by: 'other', name: 'Ole', at: 9_000 } }], SERVER);
  expect(watch.current()).toEqual([{ id: 'advice', name: 'Ole' }]);
  board.now = 99_000 + MOVED_MS;
  vi.advanceTimersByTime(MOVED_MS);
  expect(watch.current()).toEqual([]);
  watch.dispose();
});
