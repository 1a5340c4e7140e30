// Fingers and pens on a stage in a real Chromium, as its own input pipeline delivers them (DevTools protocol, Input domain).
import { HOLD_MS } from '@masa/client/editor/input.ts';
import type { Point } from '@masa/shared/core';
import { inkLooks } from '@masa/shared/objects';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { open, prepareStage, screenOf, stage } from '../support/stage.tsx';

beforeAll(prepareStage);
afterEach(cleanup);

interface Device {
  send(method: string, params: Readonly<Record<string, unknown>>): Promise<unknown>;
}
const device = (): Device => cdp() as unknown as Device;

/** A stage's point where the protocol counts from: the whole page, around the frame tests run in. */
function onPage({ x, y }: Point): Point {
  const { left, top } = stage().getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect();
  return { x: x + left + (frame?.left ?? 0), y: y + top + (frame?.top ?? 0) };
}
const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Readonly<Record<number, Point>>): Promise<unknown> =>
  device().send('Input.dispatchTouchEvent', {
    type,
    touchPoints: Object.entries(points).map(([id, point]) => ({ id: Number(id), ...onPage(point) })),
  });
const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', point: Point, force: number): Promise<unknown> =>
  device().send('Input.dispatchMouseEvent', {
    type,
    ...onPage(point),
    pointerType: 'pen',
    button: type === 'mouseMoved' ? 'none' : 'left',
    buttons: type === 'mouseReleased' ? 0 : 1,
    clickCount: 1,
    force,
  });
const filling = { needs: ['advice', 'a warm place'] };
const empty = { x: 500, y: 600 };

test('TOUCH-3 two fingers zoom the board about the point between them, and pan it, and the page stays', async () => {
  const { editor } = await open(filling);
  const before = editor.camera.view.get();
  const kept = editor.camera.toBoard({ x: 500, y: 300 });
  await touch('touchStart', { 1: { x: 450, y: 300 } });
  await touch('touchStart', { 1: { x: 450, y: 300 }, 2: { x: 550, y: 300 } });
  await touch('touchMove', { 1: { x: 400, y: 300 }, 2: { x: 600, y: 300 } });
  await expect.poll(() => editor.camera.view.get().zoom / before.zoom).toBeCloseTo(2, 2);
  const now = editor.camera.toScreen(kept);
  expect([now.x, now.y]).toEqual([expect.closeTo(500, 0), expect.closeTo(300, 0)]);
  const zoomed = editor.camera.view.get();
  await touch('touchMove', { 1: { x: 440, y: 250 }, 2: { x: 640, y: 250 } });
  await expect.poll(() => Math.round((zoomed.y - editor.camera.view.get().y) * zoomed.zoom)).toBe(-50);
  await touch('touchEnd', {});
  expect(window.visualViewport?.scale).toBe(1);
  expect(editor.selection.get().ids.size).toBe(0);
});

test('TOUCH-2 a finger that rests opens the menu of the card under it, and one that moves at once pans', async () => {
  const onMenu = vi.fn<() => void>();
  const { editor, doc } = await open(filling, { onMenu });
  const { x, y, w, h } = screenOf(editor, 'advice');
  const at = { x: x + w / 2, y: y + h / 2 };
  const before = editor.camera.view.get();
  await touch('touchStart', { 1: at });
  await expect.poll(() => editor.gestures.own.get()?.kind, { timeout: HOLD_MS * 20 }).toBe('drag');
  await touch('touchEnd', {});
  await expect.poll(() => onMenu.mock.calls.length).toBe(1);
  expect([...editor.selection.get().ids]).toEqual(['advice']);
  expect(editor.gestures.own.get()).toBeNull();
  let changes = 0;
  doc.on('update', () => {
    changes += 1;
  });
  await touch('touchStart', { 1: at });
  await touch('touchMove', { 1: { x: at.x - 30, y: at.y - 30 } });
  await touch('touchMove', { 1: { x: at.x - 60, y: at.y - 60 } });
  await touch('touchEnd', {});
  await expect.poll(() => Math.round((editor.camera.view.get().x - before.x) * before.zoom)).toBe(60);
  expect(changes).toBe(0);
  expect(onMenu).toHaveBeenCalledOnce();
});

test('TOUCH-7 a pen draws with its pressure while a palm lies on the glass and leaves nothing', async () => {
  const { editor } = await open(filling);
  editor.toolbox.take('pen');
  await expect.poll(() => document.querySelector<HTMLElement>('.masa-stage__surface')?.style.cursor).toBe('crosshair');
  const view = editor.camera.view.get();
  await pen('mousePressed', empty, 0.25);
  await touch('touchStart', { 1: { x: 700, y: 620 } });
  await touch('touchMove', { 1: { x: 740, y: 600 } });
  for (const [at, force] of [0.4, 0.6, 0.8].entries()) await pen('mouseMoved', { x: empty.x + 40 * (at + 1), y: empty.y }, force);
  await touch('touchMove', { 1: { x: 600, y: 620 } });
  await pen('mouseReleased', { x: empty.x + 120, y: empty.y }, 0);
  await touch('touchEnd', {});
  await expect.poll(() => editor.board().free().length).toBe(1);
  const [drawn] = editor.board().free();
  const pressures = drawn ? inkLooks(drawn).points.filter((_, at) => at % 3 === 2) : [];
  expect(pressures).toEqual([25, 40, 60, 80]);
  expect(drawn && 'box' in drawn.place && drawn.place.box[2]).toBeCloseTo(120 / view.zoom, 0);
  expect(editor.camera.view.get()).toEqual(view);
  // The hand that holds the pen is still near.
  await touch('touchStart', { 2: empty });
  await touch('touchMove', { 2: { x: empty.x, y: empty.y - 40 } });
  await touch('touchEnd', {});
  await expect.poll(() => Math.round((editor.camera.view.get().y - view.y) * view.zoom)).toBe(40);
  expect(editor.board().free()).toHaveLength(1);
});
