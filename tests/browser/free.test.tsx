// The free layer on a stage in a real Chromium: what is painted when, and how often.
import { apply, PERSON } from '@masa/shared/document';
import { freePlace } from '@masa/shared/objects';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FreeFilling } from '../support/headlessBoard.ts';
import { frame, open, prepareStage, press, quiet, stage } from '../support/stage.tsx';

beforeAll(prepareStage);
afterEach(cleanup);

const LEFT = 100;
const notes = (count: number): readonly FreeFilling[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `n${at}`,
    box: [LEFT + (at % 25) * 180, 2_600 + Math.floor(at / 25) * 180, 160, 160] as const,
    text: `Бележка номер ${at} с няколко думи в нея`,
    facets: { colour: ['yellow', 'blue', 'green', 'red', 'violet'][at % 5] },
  }));

/** Counts what a canvas is asked to paint: how many pixels are cleared, and how many texts are drawn. */
function watchCanvas(): { readonly cleared: () => number; readonly texts: () => number; reset(): void; restore(): void } {
  const kind = CanvasRenderingContext2D.prototype;
  const clearRect = Object.getOwnPropertyDescriptor(kind, 'clearRect')?.value as (x: number, y: number, w: number, h: number) => void;
  const fillText = Object.getOwnPropertyDescriptor(kind, 'fillText')?.value as (...args: Parameters<CanvasRenderingContext2D['fillText']>) => void;
  let cleared = 0;
  let texts = 0;
  kind.clearRect = function counted(this: CanvasRenderingContext2D, x, y, w, h) {
    const { a, d } = this.getTransform();
    cleared += Math.abs(w * a * h * d);
    clearRect.call(this, x, y, w, h);
  };
  kind.fillText = function counted(this: CanvasRenderingContext2D, ...args) {
    texts += 1;
    fillText.apply(this, args);
  };
  return {
    cleared: () => cleared,
    texts: () => texts,
    reset() {
      cleared = 0;
      texts = 0;
    },
    restore() {
      Object.assign(kind, { clearRect, fillText });
    },
  };
}

test('RENDER-30 changing one object repaints its place on the canvas and renders nothing else', async () => {
  const { editor, doc, frames, commits } = await open({ needs: ['advice'] }, {}, 'en', notes(200));
  editor.camera.fit({ x: LEFT, y: 2_600, w: 1_200, h: 720 });
  await quiet(frames);
  const watched = watchCanvas();
  try {
    const [before, painted] = [commits(), frames.length];
    apply(doc, [{ do: 'set', id: 'n3', facet: 'colour', value: 'teal' }], PERSON);
    await quiet(frames);
    const { zoom } = editor.camera.view.get();
    expect(frames.slice(painted)).toEqual(['board']);
    // The note with its shadow, a little more for whole pixels, at the screen's pixel ratio; nothing like the whole canvas.
    const side = (160 + 2 * 20) * zoom * window.devicePixelRatio;
    expect(watched.cleared()).toBeLessThan(side * side);
    expect(watched.cleared()).toBeGreaterThan(0);
    expect(watched.texts(), 'its own lines, and at most those of notes that touch its rim').toBeLessThan(40);
    expect(commits()).toBe(before);
  } finally {
    watched.restore();
  }
});

test('RENDER-31 what is dragged is painted above the board, which is painted again only when it is taken and when it is let go', async () => {
  const { editor, frames, commits } = await open({}, {}, 'en', notes(500));
  editor.camera.fit({ x: LEFT, y: 2_600, w: 4_500, h: 3_600 });
  editor.selection.many(notes(500).map(({ id }) => id));
  await quiet(frames);
  const before = commits();
  const updates: unknown[] = [];
  editor.doc.on('update', (update: Uint8Array) => updates.push(update));
  const { x, y } = editor.camera.toScreen({ x: LEFT + 80, y: 2_680 });
  press('pointerdown', x, y, { ctrlKey: true });
  press('pointermove', x + 10, y + 10, { ctrlKey: true });
  await frame();
  await frame();
  const taken = frames.length;
  for (let step = 1; step <= 8; step += 1) {
    press('pointermove', x + 10 + 5 * step, y + 10 + 3 * step, { ctrlKey: true });
    await frame();
  }
  await frame();
  expect(new Set(frames.slice(taken))).toEqual(new Set(['live']));
  expect(updates).toHaveLength(0);
  press('pointerup', x + 50, y + 34, { ctrlKey: true });
  await quiet(frames);
  expect(updates).toHaveLength(1);
  expect(editor.records.free().get('n499')?.box.x).toBeGreaterThan(LEFT + 24 * 180);
  editor.undo();
  expect(editor.history.state.canUndo).toBe(false);
  expect(editor.records.free().get('n499')?.box.x).toBe(LEFT + 24 * 180);
  expect(commits()).toBe(before);
});

test('RENDER-32 a connector is painted anew with what it is attached to', async () => {
  const arrow: FreeFilling = {
    id: 'arrow',
    type: 'connector',
    box: [0, 0, 1, 1],
    facets: { start: { on: 'n0', at: [0.5, 0.5] }, end: { on: 'n6', at: [0.5, 0.5] } },
  };
  const { editor, doc, frames } = await open({}, {}, 'en', [...notes(8), arrow]);
  editor.camera.fit({ x: LEFT, y: 2_600, w: 1_400, h: 720 });
  await quiet(frames);
  const before = editor.records.free().get('arrow')?.route?.path;
  const painted = frames.length;
  apply(doc, [{ do: 'set', id: 'n6', facet: 'place', value: freePlace({ x: LEFT + 900, y: 3_000, w: 160, h: 160 }) }], PERSON);
  await quiet(frames);
  expect(editor.records.free().get('arrow')?.route?.path).not.toBe(before);
  expect(frames.slice(painted)).toContain('board');
});

test('CLIP-6 Ctrl+Shift+V pastes what was copied here in place, whole, although the browser hands over its words alone', async () => {
  const { editor, frames } = await open({}, {}, 'en', notes(2));
  editor.camera.fit({ x: LEFT, y: 2_600, w: 1_200, h: 720 });
  await quiet(frames);
  const clipboard = (type: 'copy' | 'paste', given: Readonly<Record<string, string>> = {}): DataTransfer => {
    const carried = new DataTransfer();
    for (const [format, value] of Object.entries(given)) carried.setData(format, value);
    stage().dispatchEvent(new ClipboardEvent(type, { clipboardData: carried, bubbles: true, cancelable: true }));
    return carried;
  };
  const keyed = (shiftKey: boolean): void => {
    stage().dispatchEvent(new KeyboardEvent('keydown', { key: 'v', code: 'KeyV', ctrlKey: true, shiftKey, bubbles: true }));
  };
  editor.selection.many(['n0', 'n1']);
  const words = clipboard('copy').getData('text/plain');
  expect(words).toContain('номер 1');
  keyed(true);
  clipboard('paste', { 'text/plain': words.replaceAll('\n', '\r\n') });
  const boxes = (): readonly unknown[] => [...editor.selection.get().ids].map((id) => editor.records.free().get(id)?.record.place);
  expect(editor.records.free().size).toBe(4);
  expect(boxes()).toEqual(['n0', 'n1'].map((id) => editor.records.free().get(id)?.record.place));
  expect([...editor.selection.get().ids].map((id) => editor.records.projection.get(id)?.fields.colour)).toEqual(['yellow', 'blue']);
  keyed(true);
  clipboard('paste', { 'text/plain': 'other words' });
  keyed(false);
  clipboard('paste', { 'text/plain': words });
  const texts = editor.records
    .free()
    .all()
    .map(({ record }) => record.text);
  expect(texts.filter((text) => text === 'other words')).toHaveLength(1);
  expect(texts).toHaveLength(7);
});

test('SELECT-17 coming back to the board by Tab leaves what is chosen chosen', async () => {
  const { editor, frames } = await open({}, {}, 'en', notes(2));
  await quiet(frames);
  const before = document.createElement('button');
  document.body.prepend(before);
  before.focus();
  await userEvent.tab();
  expect(document.activeElement).toBe(stage());
  expect(editor.selection.get().cell).not.toBeNull();
  before.focus();
  editor.selection.set({ ids: new Set(['n0', 'n1']), cell: null, card: null });
  await userEvent.tab();
  before.remove();
  expect(document.activeElement).toBe(stage());
  expect([...editor.selection.get().ids]).toEqual(['n0', 'n1']);
});
