// What only a real browser can say: its pointer events, its drops and its clipboard, as the board hears of them.
import { pictureSize } from '@masa/client/canvas/pictureChoice.ts';
import { listenToPictures } from '@masa/client/canvas/pictureDrop.ts';
import { listenToPointers } from '@masa/client/canvas/pointers.ts';
import { createCamera } from '@masa/client/editor/camera.ts';
import type { BoardInput } from '@masa/client/editor/input.ts';
import type { Point } from '@masa/shared/core';
import { afterEach, expect, onTestFinished, test } from 'vitest';

afterEach(() => document.body.replaceChildren());

function surface(): HTMLElement {
  const root = document.createElement('div');
  root.style.cssText = 'position: fixed; left: 40px; top: 30px; width: 400px; height: 300px;';
  root.tabIndex = 0;
  document.body.append(root);
  return root;
}
const seeing = (): ReturnType<typeof createCamera> => {
  const camera = createCamera();
  camera.viewport.set({ w: 400, h: 300 });
  camera.view.set({ x: 1_000, y: 500, zoom: 2 });
  return camera;
};

test('INK-4 the places a device reports between two frames reach the tool with their pressure, in board units', () => {
  const root = surface();
  const heard: BoardInput[] = [];
  const pointers = listenToPointers({ surface: root, root, camera: seeing(), send: (input) => void heard.push(input), onPoint: () => undefined });
  onTestFinished(() => pointers.dispose());
  const pen = (type: string, x: number, y: number, pressure: number, coalescedEvents: PointerEvent[] = []): PointerEvent =>
    new PointerEvent(type, {
      pointerId: 7,
      pointerType: 'pen',
      clientX: 40 + x,
      clientY: 30 + y,
      pressure,
      bubbles: true,
      cancelable: true,
      coalescedEvents,
    });
  root.dispatchEvent(pen('pointerdown', 10, 10, 0.25));
  root.dispatchEvent(pen('pointermove', 50, 20, 0.75, [pen('pointermove', 30, 30, 0.5), pen('pointermove', 50, 20, 0.75)]));
  root.dispatchEvent(pen('pointerup', 50, 20, 0));
  expect(heard.map((input) => input.do)).toEqual(['down', 'move', 'up']);
  expect(heard[0]).toMatchObject({ kind: 'pen', pressure: 0.25, at: { x: 1_005, y: 505 } });
  expect(heard[1]).toMatchObject({
    points: [
      { x: 1_015, y: 515, pressure: 0.5 },
      { x: 1_025, y: 510, pressure: 0.75 },
    ],
  });
});

test('TOUCH-13 two fingers on a trackpad zoom the board and not the page, also where a browser tells them in its own way', () => {
  const root = surface();
  const camera = seeing();
  const pointers = listenToPointers({ surface: root, root, camera, send: () => undefined, onPoint: () => undefined });
  onTestFinished(() => pointers.dispose());
  const kept = camera.toBoard({ x: 100, y: 50 });
  const gesture = (type: string, scale: number): Event =>
    Object.assign(new Event(type, { bubbles: true, cancelable: true }), { scale, clientX: 140, clientY: 80 });
  for (const event of [gesture('gesturestart', 1), gesture('gesturechange', 1.25), gesture('gesturechange', 1.5)]) {
    root.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  }
  expect(camera.view.get().zoom).toBeCloseTo(3, 5);
  expect(camera.toScreen(kept)).toEqual({ x: expect.closeTo(100, 5), y: expect.closeTo(50, 5) });
});

const photo = (): File => new File(['not really'], 'photo.png', { type: 'image/png' });
const carrying = (files: readonly File[], text = ''): DataTransfer => {
  const carried = new DataTransfer();
  for (const file of files) carried.items.add(file);
  if (text !== '') carried.setData('text/plain', text);
  return carried;
};

function listening(pointer: Point | null = null): { readonly root: HTMLElement; readonly came: { readonly names: string[]; readonly at: Point }[] } {
  const root = surface();
  const came: { readonly names: string[]; readonly at: Point }[] = [];
  onTestFinished(
    listenToPictures({
      root,
      camera: seeing(),
      onFiles: (files, at) => void came.push({ names: files.map(({ name }) => name), at }),
      pointer: () => pointer,
    }),
  );
  return { root, came };
}

test('MAKE-12 files dropped on the board come with the place they were dropped at; beside it they do not replace the page', () => {
  const { root, came } = listening();
  const dropped = (on: EventTarget, carried: DataTransfer, type = 'drop'): DragEvent => {
    const event = new DragEvent(type, { dataTransfer: carried, clientX: 140, clientY: 130, bubbles: true, cancelable: true });
    on.dispatchEvent(event);
    return event;
  };
  expect(dropped(root, carrying([photo()]), 'dragover').defaultPrevented).toBe(true);
  expect(dropped(root, carrying([photo(), photo()])).defaultPrevented).toBe(true);
  expect(came).toEqual([{ names: ['photo.png', 'photo.png'], at: { x: 1_050, y: 550 } }]);
  expect(dropped(document.body, carrying([photo()])).defaultPrevented).toBe(true);
  // A text that is dragged about is none of the board's business.
  expect(dropped(root, carrying([], 'words')).defaultPrevented).toBe(false);
  expect(came).toHaveLength(1);
});

test.each([
  ['at the pointer', { x: 7, y: 8 }, { x: 7, y: 8 }],
  ['in the middle of what is seen', null, { x: 1_100, y: 575 }],
])('MAKE-13 a pasted picture comes %s; a text beside it is what was meant', (_, pointer, at) => {
  const { root, came } = listening(pointer);
  const paste = (carried: DataTransfer): ClipboardEvent => {
    const event = new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true });
    root.dispatchEvent(event);
    return event;
  };
  expect(paste(carrying([photo()])).defaultPrevented).toBe(true);
  expect(came).toEqual([{ names: ['photo.png'], at }]);
  expect(paste(carrying([photo()], 'A table from a text program')).defaultPrevented).toBe(false);
  expect(paste(carrying([new File(['x'], 'notes.txt', { type: 'text/plain' })])).defaultPrevented).toBe(false);
  expect(came).toHaveLength(1);
});

test('MAKE-10 the size of a picture is known before it travels; of what is none, it is not', async () => {
  const canvas = new OffscreenCanvas(30, 20);
  canvas.getContext('2d')?.fillRect(0, 0, 30, 20);
  expect(await pictureSize(await canvas.convertToBlob())).toEqual({ w: 30, h: 20 });
  expect(await pictureSize(photo())).toBeNull();
});
