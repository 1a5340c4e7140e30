// Free objects in a real Chromium: letters, pixels, keys.
import { createTypesetting } from '@masa/client/canvas/typesetting.ts';
import { type Language, wrap } from '@masa/shared/core';
import { FONT_SIZES, type FontSize, lineHeightOf, type PlacedObject } from '@masa/shared/objects';
import { act, cleanup } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { domLines } from '../support/domLines.ts';
import type { FreeFilling } from '../support/headlessBoard.ts';
import { difference, differenceBeside, photograph, type Region, range } from '../support/pixels.ts';
import { field, frame, type Opened, open, prepareStage, press, quiet, stage } from '../support/stage.tsx';

const TEXTS: Readonly<Record<Language, string>> = {
  bg: 'Библиотеката е най-близкото топло място за младите родители („Ищван“).',
  ro: 'Mulți părinți își doresc un loc cald, fără trepte – într-adevăr aproape.',
  uk: 'Об’єднання «Ґанок» – єдине тепле місце: їхній найвіддаленіший під’їзд.',
  nb: 'Folkebiblioteksamarbeidsavtaleforhandlinger på Øvre Åsen tar litt tid.',
  en: 'A well-known, step-free place: https://example.org/a/very/long/address',
};

beforeAll(prepareStage);
afterEach(cleanup);

test.each(Object.entries(TEXTS))('PAINT-13 lines break where the DOM breaks them, at every font size: %s', (language, text) => {
  const { at } = createTypesetting();
  if (!at) throw new Error('the screen measures every size');
  for (const size of Object.keys(FONT_SIZES) as FontSize[])
    for (let width = 3 * FONT_SIZES[size] + 0.5; width <= 420; width += 23)
      expect(wrap(text, width, at(FONT_SIZES[size])), `${size}, ${width} px`).toEqual(
        domLines(text, width, language as Language, FONT_SIZES[size], lineHeightOf(size)),
      );
});

/** Far from the sheet: nothing else is near. */
const LEFT = -3_000;
const objectsIn = (language: Language): readonly FreeFilling[] => {
  const text = TEXTS[language];
  return [
    { id: 'note', type: 'note', box: [LEFT, 0, 200, 100], text, facets: { colour: 'green' } },
    { id: 'text', type: 'text', box: [LEFT, 1_000, 20, 20], text: text.replace(' ', '\n').slice(0, 40).trim(), facets: { align: 'right' } },
    { id: 'wide', type: 'text', box: [LEFT, 2_000, 210, 20], text, facets: { fontSize: 'm', isWide: true, align: 'center', colour: 'violet' } },
    { id: 'shape', type: 'shape', box: [LEFT, 3_000, 260, 180], text, facets: { shape: 'ellipse', fontSize: 's', colour: 'teal' } },
    { id: 'solid', type: 'shape', box: [LEFT, 4_000, 220, 120.4], text, facets: { fill: 'solid', colour: 'blue', align: 'left' } },
    { id: 'turned', type: 'note', box: [LEFT, 5_000, 220, 200], rot: 20, text, facets: { fontSize: 'l' } },
    {
      id: 'line',
      type: 'connector',
      box: [0, 0, 1, 1],
      text: text.slice(0, 24).trim(),
      facets: { start: { on: '', at: [LEFT, 6_000] }, end: { on: '', at: [LEFT + 240, 6_120] } },
    },
    { id: 'frame', type: 'frame', box: [LEFT, 7_000, 240, 140], text: text.slice(0, 14).trim() },
  ];
};

/** Compared at every zoom; the others at the first one. */
const MAIN = ['note', 'shape'];

const placedOf = ({ editor }: Opened, id: string): PlacedObject => {
  const placed = editor.records.free().get(id);
  if (!placed) throw new Error(`${id} is not on the board`);
  return placed;
};

/** Where an object's words stand on the stage; of a turned one a part in its middle. */
function wordsOf(board: Opened, id: string): Region {
  const { box, text, rot, record } = placedOf(board, id);
  const { zoom } = board.editor.camera.view.get();
  const part = Math.min(box.w, box.h) * 0.33;
  const lies =
    rot !== 0
      ? { x: box.x + box.w / 2 - part, y: box.y + box.h / 2 - part, w: 2 * part, h: 2 * part }
      : record.type === 'frame'
        ? { x: box.x, y: box.y - 30, w: 150, h: 24 }
        : { x: box.x + (text?.box.x ?? 0), y: box.y + (text?.box.y ?? 0), w: text?.box.w ?? 0, h: text?.box.h ?? 0 };
  const at = board.editor.camera.toScreen(lies);
  return { x: Math.round(at.x), y: Math.round(at.y), w: Math.round(lies.w * zoom), h: Math.round(lies.h * zoom) };
}

async function doubleClick(board: Opened, id: string): Promise<void> {
  const { box, record, text } = placedOf(board, id);
  const words = record.type === 'connector' && text ? { x: box.x + text.box.x + text.box.w / 2, y: box.y + text.box.y + text.box.h / 2 } : null;
  const at = board.editor.camera.toScreen(
    record.type === 'frame' ? { x: box.x + 40, y: box.y - 16 } : (words ?? { x: box.x + box.w / 2, y: box.y + box.h / 2 }),
  );
  for (const type of ['pointerdown', 'pointerup', 'pointerdown', 'pointerup']) press(type, at.x, at.y);
  await expect.poll(field, { message: `no field over ${id}` }).not.toBeNull();
}

async function settle(): Promise<void> {
  for (let wait = 0; wait < 12; wait += 1) await frame();
}

test.each([
  ['bg', [0.5, 1, 2]],
  ['ro', [1, 0.5, 2]],
  ['uk', [2, 0.5, 1]],
  ['nb', [1.37, 0.5, 1, 2]],
  ['en', [1, 0.5, 2]],
] as const)(
  'WRITE-1 the text field lies on the painted words to the pixel, however the object is turned: %s at %s ×',
  async (language, zooms) => {
    const board = await open({}, {}, language, objectsIn(language));
    const { editor } = board;
    for (const zoom of zooms) {
      for (const { id } of objectsIn(language).filter((each) => zoom === zooms[0] || MAIN.includes(each.id))) {
        const { bounds } = placedOf(board, id);
        const named = `${id} at ${zoom} in ${language}`;
        act(() => {
          editor.selection.clear();
          editor.camera.view.set({ x: bounds.x - 60 / zoom, y: bounds.y - 60 / zoom, zoom });
        });
        await quiet(board.frames);
        const region = wordsOf(board, id);
        const painted = (await photograph())(region);
        await doubleClick(board, id);
        const area = field();
        if (!area) throw new Error('no field');
        area.style.caretColor = 'transparent';
        area.spellcheck = false;
        expect(area.value).toBe(placedOf(board, id).record.text);
        await settle();
        const written = (await photograph())(wordsOf(board, id));
        const { darkest, lightest } = range(painted);
        expect(darkest - lightest, named).toBeGreaterThan(id === 'line' || id === 'frame' ? 60 : 90);
        const here = difference(painted, written);
        expect(here, named).toBeLessThan(id === 'turned' ? 6 : 3.5);
        expect(differenceBeside(painted, written), named).toBeGreaterThan(here);
        act(() => void area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })));
        await expect.poll(field).toBeNull();
      }
    }
  },
  90_000,
);

test('WRITE-5 Enter is a new line, Escape and Ctrl+Enter end with the focus on the board; a frame’s title ends with Enter', async () => {
  const board = await open({}, {}, 'en', objectsIn('en'));
  const { editor } = board;
  const text = (id: string): string | undefined => editor.records.projection.get(id)?.text;
  act(() => editor.camera.view.set({ x: LEFT - 60, y: -60, zoom: 1 }));
  await doubleClick(board, 'note');
  await userEvent.keyboard('{Enter}more');
  expect(text('note')).toBe(`${TEXTS.en}\nmore`);
  expect((await axe.run(stage())).violations.map(({ id }) => id)).toEqual([]);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(field).toBeNull();
  expect(document.activeElement).toBe(stage());
  expect(editor.selection.get().card).toBe('note');
  act(() => editor.camera.view.set({ x: LEFT - 60, y: 6_900, zoom: 1 }));
  await doubleClick(board, 'frame');
  await userEvent.keyboard('!{Enter}');
  await expect.poll(field).toBeNull();
  expect(text('frame')?.endsWith('!')).toBe(true);
  expect(text('frame')).not.toContain('\n');
});

test('WRITE-6 by keyboard: Tab in a note opens the next one, Escape leaves it', async () => {
  const board = await open({}, {}, 'en', objectsIn('en'));
  const { editor } = board;
  act(() => editor.camera.view.set({ x: LEFT - 60, y: -60, zoom: 1 }));
  await doubleClick(board, 'note');
  await userEvent.keyboard('{Tab}next{Tab}third{Escape}');
  await expect.poll(field).toBeNull();
  const texts = editor.records
    .free()
    .all()
    .filter(({ record }) => record.type === 'note')
    .map(({ record }) => record.text);
  expect(texts).toEqual(expect.arrayContaining(['next', 'third']));
});

test('WRITE-11 a list pasted into an object stays in it as lines', async () => {
  const board = await open({}, {}, 'en', objectsIn('en'));
  const { editor } = board;
  act(() => editor.camera.view.set({ x: LEFT - 60, y: 2_940, zoom: 1 }));
  await doubleClick(board, 'shape');
  const area = field();
  if (!area) throw new Error('no field');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', 'one\ntwo');
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  area.dispatchEvent(event);
  // The browser pastes: nothing of ours stands in its way.
  expect(event.defaultPrevented).toBe(false);
  await userEvent.fill(area, 'one\ntwo');
  await expect.poll(() => editor.records.projection.get('shape')?.text).toBe('one\ntwo');
});
