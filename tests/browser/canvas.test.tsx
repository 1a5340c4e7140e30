// The canvas in a real Chromium: letters, pixels, frames.
import { BoardMiniature, MINIATURE_MS } from '@masa/client/canvas/BoardMiniature.tsx';
import { MARGIN } from '@masa/client/canvas/paintedView.ts';
import { createTypesetting } from '@masa/client/canvas/typesetting.ts';
import type { Peer } from '@masa/client/editor/gestures.ts';
import { createReader, SHEET, typesOf } from '@masa/shared/board';
import { LANGUAGES, type Language, wrap } from '@masa/shared/core';
import { apply, createProjection, PERSON, SERVER } from '@masa/shared/document';
import { templateByRef } from '@masa/shared/kinds';
import { act, cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { domLines } from '../support/domLines.ts';
import { fillEdits, STILL } from '../support/headlessBoard.ts';
import { field, frame, open, prepareStage, press, quiet, screenOf, stage } from '../support/stage.tsx';

const TEXTS: Readonly<Record<Language, string>> = {
  bg: 'Много млади родители споделят, че след раждането на детето остават по цели дни сами вкъщи – особено през зимата. „Библиотеката“ е най-близкото топло място (до 5-ия блок).',
  ro: 'Mulți părinți tineri spun că rămân zile întregi acasă, mai ales iarna; își doresc un loc cald, fără trepte. „Biblioteca“ este aproape – într-adevăr, la 200 m.',
  uk: 'Багато молодих батьків кажуть, що цілими днями сидять удома з немовлям: взимку піти ніде. Об’єднання «Ґанок» – єдине тепле місце поблизу, їхній п’ятий під’їзд.',
  nb: 'Mange småbarnsforeldre sier at de går hjemme hele dagen. Folkebiblioteksamarbeidsavtaleforhandlinger tar tid, men helsesykepleier-ordningen på Øvre Åsen er på plass.',
  en: 'Many young parents say that they stay at home for days, above all in winter. A well-known, step-free place would help; https://example.org/a/very/long/address/without/spaces/at/all does too.',
};

beforeAll(prepareStage);
afterEach(cleanup);

test.each(Object.entries(TEXTS))('RENDER-1 lines break where the DOM breaks them: %s', (language, text) => {
  const { text: measure } = createTypesetting();
  for (let width = 120; width <= 460; width += 17)
    expect(wrap(text, width, measure), `${width} px`).toEqual(domLines(text, width, language as Language, SHEET.cardText, SHEET.cardLine));
});

async function pixels(box: { x: number; y: number; w: number; h: number }): Promise<ImageData> {
  const base64 = await page.screenshot({ element: stage(), save: false });
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const scale = image.width / stage().getBoundingClientRect().width;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(box.w);
  canvas.height = Math.round(box.h);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no context');
  context.drawImage(image, box.x * scale, box.y * scale, box.w * scale, box.h * scale, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const darkness = (image: ImageData, x: number, y: number): number => 255 - (image.data[4 * (y * image.width + x)] ?? 255);

/** Mean difference of two pictures when the second is shifted by (dx, dy). */
function difference(a: ImageData, b: ImageData, dx: number, dy: number): number {
  let sum = 0;
  for (let y = 3; y < a.height - 3; y += 1) for (let x = 3; x < a.width - 3; x += 1) sum += Math.abs(darkness(a, x, y) - darkness(b, x + dx, y + dy));
  return sum / (a.width * a.height);
}

/** Every language at 50, 100 and 200 %, and one zoom that divides into nothing. */
const ZOOMED = [...LANGUAGES.flatMap((language) => ([0.5, 1, 2] as const).map((zoom) => [zoom, language] as const)), [1.37, 'nb'] as const];

test.each(ZOOMED)('RENDER-2 the text field lies on the painted text to the pixel, at %s × in %s', async (zoom, language) => {
  const text = TEXTS[language].slice(0, 70).trim();
  const { editor, frames } = await open({ needs: [text] }, {}, language);
  const [id] = [...editor.records.placement().cards.keys()];
  if (!id) throw new Error('no card');
  const box = editor.records.placement().cards.get(id)?.box ?? { x: 0, y: 0 };
  act(() => editor.camera.view.set({ x: box.x - 30, y: box.y - 30, zoom }));
  await quiet(frames);
  const at = screenOf(editor, id);
  const inner = { x: Math.round(at.x + 8 * zoom), y: Math.round(at.y + 6 * zoom), w: Math.round(at.w - 28 * zoom), h: Math.round(at.h - 12 * zoom) };
  const painted = await pixels(inner);
  press('pointerdown', at.x + at.w / 2, at.y + at.h / 2);
  press('pointerup', at.x + at.w / 2, at.y + at.h / 2);
  press('pointerdown', at.x + at.w / 2, at.y + at.h / 2);
  press('pointerup', at.x + at.w / 2, at.y + at.h / 2);
  await expect.poll(field).not.toBeNull();
  const area = field();
  if (!area) throw new Error('no field');
  area.style.caretColor = 'transparent';
  area.spellcheck = false;
  expect(area.value).toBe(text);
  expect(editor.camera.view.get().zoom).toBe(zoom);
  await quiet(frames);
  const moved = screenOf(editor, id);
  const written = await pixels({ ...inner, x: inner.x + Math.round(moved.x - at.x), y: inner.y + Math.round(moved.y - at.y) });
  const here = difference(painted, written, 0, 0);
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
    [2, 0],
    [0, 2],
  ] as const)
    expect(difference(painted, written, dx, dy)).toBeGreaterThan(here);
  let ink = 0;
  for (let y = 0; y < painted.height; y += 1) for (let x = 0; x < painted.width; x += 1) ink = Math.max(ink, darkness(painted, x, y));
  expect(ink).toBeGreaterThan(150);
  expect(here).toBeLessThan(3);
});

test('RENDER-3 the canvas does not paint the text that is being edited', async () => {
  const { editor, frames } = await open({ needs: ['words words words'] });
  const at = screenOf(editor, 'words-words-words');
  const inner = { x: Math.round(at.x + 10), y: Math.round(at.y + 8), w: Math.round(at.w - 40), h: Math.round(at.h - 14) };
  editor.selection.only('words-words-words', 'needs');
  stage().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(field).not.toBeNull();
  await quiet(frames);
  field()?.style.setProperty('opacity', '0');
  const under = await pixels(inner);
  let darkest = 0;
  for (let y = 0; y < under.height; y += 1) for (let x = 0; x < under.width; x += 1) darkest = Math.max(darkest, darkness(under, x, y));
  expect(darkest).toBeLessThan(80);
});

test('RENDER-4 a changed card repaints once and renders nothing; one out of sight repaints nothing', async () => {
  const { editor, doc, frames, commits } = await open({ needs: ['advice', 'a warm place'], parking: ['far below'] });
  const [painted, rendered] = [frames.length, commits()];
  apply(doc, [{ do: 'text', id: 'advice', text: 'advise' }], SERVER);
  await frame();
  await frame();
  expect(frames.slice(painted)).toEqual(['board']);
  expect(commits()).toBe(rendered);
  expect(screenOf(editor, 'far-below').y).toBeGreaterThan(640 + MARGIN);
  apply(doc, [{ do: 'text', id: 'far-below', text: 'far above' }], SERVER);
  await quiet(frames);
  // Only the checks, worked out later, may paint again.
  expect(frames.slice(painted).length).toBeLessThanOrEqual(2);
  expect(commits()).toBe(rendered);
});

test('RENDER-14 panning within the margin paints and renders nothing; beyond it, once', async () => {
  const { editor, frames, commits } = await open({ needs: ['advice'] });
  const [painted, rendered] = [frames.length, commits()];
  editor.camera.panBy(40, 60);
  await quiet(frames);
  expect(frames.length).toBe(painted);
  editor.camera.panBy(0, 600);
  await quiet(frames);
  expect(frames.length).toBe(painted + 1);
  expect(commits()).toBe(rendered);
});

test('RENDER-15 peers, hovering and choosing repaint only the live canvas, which is hidden while there is nothing on it', async () => {
  const { editor, frames } = await open({ needs: ['advice', 'a warm place'] });
  const canvases = document.querySelectorAll<HTMLCanvasElement>('.masa-stage canvas');
  const live = canvases[1];
  expect(canvases).toHaveLength(2);
  expect(live?.style.visibility).toBe('hidden');
  const painted = frames.length;
  const peer: Peer = {
    ...STILL,
    client: 7,
    person: { id: 'p', name: 'Ole', library: '', colour: '2', role: 'participant' },
    cursor: { x: 300, y: 200 },
    selected: ['advice'],
    drag: { kind: 'drag', ids: ['a-warm-place'], dx: 40, dy: 40, target: { cell: 'needs', index: 0 } },
    writing: { card: null, cell: 'partners' },
  };
  editor.gestures.peers.set(new Map([[7, peer]]));
  editor.selection.only('advice', 'needs');
  await quiet(frames);
  expect(live?.style.visibility).toBe('visible');
  expect(new Set(frames.slice(painted))).toEqual(new Set(['live']));
  editor.gestures.peers.set(new Map());
  editor.selection.clear();
  await quiet(frames);
  expect(live?.style.visibility).toBe('hidden');
});

test('RENDER-20 rings and names follow their cards, also on the last step of a glide', async () => {
  // A cell nobody asks questions about: marks appearing later would be one more frame of the board.
  const { editor, frames } = await open({ information: ['a warm place', 'advice'] });
  const person = { id: 'p', name: 'Ole', library: '', colour: '2', role: 'participant' };
  editor.gestures.peers.set(new Map([[7, { ...STILL, client: 7, person, cursor: null, selected: ['advice'], drag: null, writing: null }]]));
  await quiet(frames);
  const painted = frames.length;
  editor.bin(['a-warm-place']);
  await quiet(frames);
  expect(frames.length).toBeGreaterThan(painted + 1);
  // When the writing has paused, the cells' headers say how full they are now: no step of the glide.
  expect(frames.findLast((each) => each.includes('live'))).toBe('board+live');
});

test('RENDER-16 dragging 500 chosen cards with a pointer is one update at the end, and no frame renders React', async () => {
  const needs = Array.from({ length: 500 }, (_, at) => `need ${at}`);
  const { editor, doc, frames, commits } = await open({ needs });
  editor.selection.many(needs.map((text) => text.replace(' ', '-')));
  await quiet(frames);
  const rendered = commits();
  let updates = 0;
  doc.on('update', () => {
    updates += 1;
  });
  const at = screenOf(editor, 'need-0');
  press('pointerdown', at.x + 20, at.y + 20);
  for (let step = 1; step <= 20; step += 1) {
    press('pointermove', at.x + 20 - step * 10, at.y + 20);
    await frame();
  }
  expect(editor.gestures.own.get()).toMatchObject({ kind: 'drag', target: { cell: 'target-group', index: 0 } });
  expect(commits()).toBe(rendered);
  press('pointerup', at.x - 180, at.y + 20);
  expect(updates).toBe(1);
  expect(editor.records.placement().cells.find((cell) => cell.id === 'target-group')?.cards).toHaveLength(500);
});

test('RENDER-17 the stage has no accessibility faults, resting and while writing', async () => {
  const { editor } = await open({ needs: ['advice'] });
  const faults = async (): Promise<readonly string[]> => (await axe.run(stage())).violations.map(({ id }) => id);
  expect(await faults()).toEqual([]);
  editor.selection.only('advice', 'needs');
  stage().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(field).not.toBeNull();
  expect(await faults()).toEqual([]);
});

test('RENDER-18 the wheel pans; with Ctrl it zooms at the pointer', async () => {
  const { editor } = await open({ needs: ['advice'] });
  const before = editor.camera.view.get();
  const { left, top } = stage().getBoundingClientRect();
  const wheel = (change: WheelEventInit): void =>
    void stage().dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: left + 300, clientY: top + 200, ...change }));
  wheel({ deltaY: 50 });
  expect(editor.camera.view.get().y).toBeCloseTo(before.y + 50 / before.zoom, 3);
  const kept = editor.camera.toBoard({ x: 300, y: 200 });
  wheel({ deltaY: -40, ctrlKey: true });
  expect(editor.camera.view.get().zoom).toBeGreaterThan(before.zoom);
  const now = editor.camera.toBoard({ x: 300, y: 200 });
  expect([now.x, now.y]).toEqual([expect.closeTo(kept.x, 3), expect.closeTo(kept.y, 3)]);
});

test('RENDER-19 a miniature paints what its records say, at most ten times a second, and only while it is in view', async () => {
  const found = templateByRef('form-a');
  if (!found) throw new Error('no template');
  const doc = new Y.Doc();
  apply(doc, fillEdits({ needs: ['advice'] }), PERSON);
  const projection = createProjection(doc, typesOf(found.kind));
  const paints: number[] = [];
  const shown = (hidden: boolean) => (
    <div style={{ marginTop: hidden ? 4_000 : 0 }}>
      <BoardMiniature
        board={createReader(found.kind, found.template, projection.records())}
        width={240}
        height={222}
        language="en"
        label="Table 1"
        onPaint={() => void paints.push(performance.now())}
      />
    </div>
  );
  const { rerender } = render(shown(false));
  await expect.poll(() => paints.length).toBe(1);
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[role=img]');
  expect(canvas?.getAttribute('aria-label')).toBe('Table 1');
  const colours = new Set(canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data);
  expect(colours.size).toBeGreaterThan(10);
  const start = performance.now();
  for (let change = 0; change < 30; change += 1) {
    apply(doc, [{ do: 'text', id: 'advice', text: `advice ${change}` }], SERVER);
    rerender(shown(false));
    await frame();
  }
  const lasted = performance.now() - start;
  expect(paints.length - 1).toBeLessThanOrEqual(Math.ceil(lasted / MINIATURE_MS) + 1);
  await expect.poll(() => paints.length).toBeGreaterThan(1);
  const pauses = paints.slice(1).map((when, at) => when - (paints[at] ?? 0));
  expect(Math.min(...pauses)).toBeGreaterThan(MINIATURE_MS - 5);
  rerender(shown(true));
  await expect.poll(() => (canvas?.getBoundingClientRect().top ?? 0) > 3_000).toBe(true);
  for (let wait = 0; wait < 20; wait += 1) await frame();
  const hidden = paints.length;
  for (let change = 0; change < 10; change += 1) {
    apply(doc, [{ do: 'text', id: 'advice', text: `hidden ${change}` }], SERVER);
    rerender(shown(true));
    await frame();
  }
  for (let wait = 0; wait < 15; wait += 1) await frame();
  expect(paints.length).toBe(hidden);
});
