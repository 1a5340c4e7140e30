// From a pointer's raw events to what tools understand: points on the board, clicks counted, long presses, two fingers as one pinch.
// Knows no DOM: whoever listens gives samples, time and timers.
import type { Point, Unsubscribe } from '@masa/shared/core';
import type { Camera } from './camera.ts';

export interface Modifiers {
  readonly shift: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  readonly mod: boolean;
  readonly alt: boolean;
}

export interface PointerSample extends Point {
  /** (x, y): CSS pixels from the stage's top left corner. */
  readonly id: number;
  readonly kind: 'mouse' | 'pen' | 'touch';
  /** 0 primary, 1 middle, 2 secondary; meaningful on press. */
  readonly button: number;
  readonly modifiers: Modifiers;
  readonly atMs: number;
}

interface Pointed {
  /** On the board, in board units. */
  readonly at: Point;
  /** On the stage, in CSS pixels. */
  readonly screen: Point;
  readonly modifiers: Modifiers;
}

export type BoardInput =
  | (Pointed & { readonly do: 'down'; readonly button: number; readonly isTouch: boolean; readonly clicks: number })
  | (Pointed & { readonly do: 'move' })
  | (Pointed & { readonly do: 'up' })
  /** A finger rested on one place. */
  | { readonly do: 'hold' }
  /** Two fingers: the middle between them moved by (dx, dy) px, their distance changed by `factor`. */
  | { readonly do: 'pinch'; readonly screen: Point; readonly dx: number; readonly dy: number; readonly factor: number }
  /** The gesture does not count: Escape, a pointer that was taken away. */
  | { readonly do: 'cancel' }
  /** A frame passed during a gesture. */
  | { readonly do: 'tick'; readonly elapsedMs: number }
  | { readonly do: 'space'; readonly isDown: boolean };

export interface InputOptions {
  readonly camera: Pick<Camera, 'toBoard'>;
  readonly send: (input: BoardInput) => void;
  /** Calls back after `ms`, unless stopped. */
  readonly after: (ms: number, then: () => void) => Unsubscribe;
}

export interface Input {
  down(sample: PointerSample): void;
  move(sample: PointerSample): void;
  up(sample: PointerSample): void;
  cancel(): void;
  readonly isPressed: boolean;
}

/** How long a finger rests before it takes a card, ms. */
export const HOLD_MS = 300;
/** A finger that rests wanders up to this far, px. */
const REST_PX = 8;
const DOUBLE_MS = 400;
const DOUBLE_PX = 6;

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export function createInput({ camera, send, after }: InputOptions): Input {
  const touches = new Map<number, Point>();
  let pressed: PointerSample | null = null;
  let last: { readonly sample: PointerSample; readonly clicks: number } | null = null;
  let stopHold: Unsubscribe | undefined;
  let isPinching = false;

  const pointed = ({ x, y, modifiers }: PointerSample): Pointed => ({ at: camera.toBoard({ x, y }), screen: { x, y }, modifiers });
  const noHold = (): void => {
    stopHold?.();
    stopHold = undefined;
  };
  const pair = (): { readonly middle: Point; readonly apart: number } => {
    const [a, b] = [...touches.values()];
    if (!a || !b) return { middle: a ?? { x: 0, y: 0 }, apart: 1 };
    return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, apart: Math.max(1, distance(a, b)) };
  };

  return {
    down(sample) {
      if (sample.kind === 'touch') touches.set(sample.id, { x: sample.x, y: sample.y });
      if (touches.size > 1) {
        noHold();
        pressed = null;
        isPinching = true;
        send({ do: 'cancel' });
        send({ do: 'pinch', screen: pair().middle, dx: 0, dy: 0, factor: 1 });
        return;
      }
      if (pressed) return;
      pressed = sample;
      const again =
        last && sample.atMs - last.sample.atMs < DOUBLE_MS && distance(sample, last.sample) < DOUBLE_PX && sample.button === last.sample.button;
      const clicks = again && last ? last.clicks + 1 : 1;
      last = { sample, clicks };
      send({ do: 'down', ...pointed(sample), button: sample.button, isTouch: sample.kind === 'touch', clicks });
      if (sample.kind === 'touch') stopHold = after(HOLD_MS, () => send({ do: 'hold' }));
    },
    move(sample) {
      if (touches.has(sample.id) && isPinching) {
        const before = pair();
        touches.set(sample.id, { x: sample.x, y: sample.y });
        if (touches.size < 2) return;
        const now = pair();
        send({
          do: 'pinch',
          screen: now.middle,
          dx: now.middle.x - before.middle.x,
          dy: now.middle.y - before.middle.y,
          factor: now.apart / before.apart,
        });
        return;
      }
      if (pressed && sample.id !== pressed.id) return;
      if (touches.has(sample.id)) touches.set(sample.id, { x: sample.x, y: sample.y });
      if (pressed && distance(sample, pressed) > REST_PX) noHold();
      send({ do: 'move', ...pointed(sample) });
    },
    up(sample) {
      touches.delete(sample.id);
      noHold();
      if (isPinching) {
        if (touches.size > 0) return;
        isPinching = false;
        send({ do: 'up', ...pointed(sample) });
        return;
      }
      if (!pressed || sample.id !== pressed.id) return;
      pressed = null;
      send({ do: 'up', ...pointed(sample) });
    },
    cancel() {
      noHold();
      touches.clear();
      isPinching = false;
      pressed = null;
      send({ do: 'cancel' });
    },
    get isPressed() {
      return pressed !== null || isPinching;
    },
  };
}
