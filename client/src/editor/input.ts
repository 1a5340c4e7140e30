// From a pointer's raw events to what tools understand: points on the board, clicks counted, long presses and menus, two fingers as one
// pinch, a palm told from a finger. Knows no DOM: whoever listens gives samples, time and timers. Longer than 250 lines because press,
// palm and pinch are one machine over the same pointers.
import { clamp, type Point, type Unsubscribe } from '@masa/shared/core';
import type { Camera } from './camera.ts';

export interface Modifiers {
  readonly shift: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  readonly mod: boolean;
  readonly alt: boolean;
}

export type PointerKind = 'mouse' | 'pen' | 'touch';

/** A point with how hard it was pressed, 0…1; 0.5 where the device does not say (Pointer Events, `pressure`). */
export interface PressedPoint extends Point {
  readonly pressure: number;
}

export interface PointerSample extends Point {
  /** (x, y): CSS pixels from the stage's top left corner. */
  readonly id: number;
  readonly kind: PointerKind;
  /** 0 primary, 1 middle, 2 secondary, 5 a pen's eraser; meaningful on press. */
  readonly button: number;
  readonly modifiers: Modifiers;
  readonly atMs: number;
  /** How hard a pen is pressed, 0…1. */
  readonly pressure?: number;
  /** Where the pointer was since the last sample, this one included, in CSS pixels: what the browser put into one event. */
  readonly path?: readonly PressedPoint[];
}

interface Pointed {
  /** On the board, in board units. */
  readonly at: Point;
  /** On the stage, in CSS pixels. */
  readonly screen: Point;
  readonly modifiers: Modifiers;
}

export type BoardInput =
  | (Pointed & {
      readonly do: 'down';
      readonly button: number;
      readonly kind: PointerKind;
      readonly isTouch: boolean;
      readonly clicks: number;
      readonly pressure: number;
    })
  /** `points`: the way since the last move, in board units, `at` included. */
  | (Pointed & { readonly do: 'move'; readonly points: readonly PressedPoint[] })
  | (Pointed & { readonly do: 'up' })
  /** A finger rested on one place. */
  | { readonly do: 'hold' }
  /** The secondary button was clicked, or a finger rested and was lifted where it was. What the press had begun was cancelled before. */
  | (Pointed & { readonly do: 'menu'; readonly kind: PointerKind })
  /** Two fingers: the middle between them moved by (dx, dy) px, their distance changed by `factor`. Also one that may only pan. */
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
  /** The system took a pointer away. */
  lost(sample: Pick<PointerSample, 'id'>): void;
  cancel(): void;
  readonly isPressed: boolean;
}

/** How long a finger rests before it takes a card, ms. */
export const HOLD_MS = 300;
/** A hand that held a pen so short a time ago rests on the glass: its fingers only move the paper, ms. */
export const PALM_MS = 10_000;
/** A finger that rests wanders up to this far, px; a mouse that clicks, less. */
const REST_PX = 8;
const CLICK_PX = 4;
const DOUBLE_MS = 400;
const DOUBLE_PX = 6;
/** Two taps at one place lie further apart than two clicks, px. */
const DOUBLE_TAP_PX = 24;
const SECONDARY = 2;

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

interface Press {
  readonly sample: PointerSample;
  hasWandered: boolean;
  isHeld: boolean;
}

export function createInput({ camera, send, after }: InputOptions): Input {
  /** Fingers that count. What another one does until it is lifted is heard and means nothing. */
  const touches = new Map<number, Point>();
  let pressed: Press | null = null;
  let last: { readonly sample: PointerSample; readonly clicks: number } | null = null;
  let stopHold: Unsubscribe | undefined;
  /** What fingers do together: two pinch; one may pan when it may do nothing else, as soon as it leaves the place it came down on. */
  let fingers: 'pinch' | 'rest' | 'pan' | null = null;
  let penAtMs = Number.NEGATIVE_INFINITY;

  const pointed = ({ x, y, modifiers }: PointerSample): Pointed => ({ at: camera.toBoard({ x, y }), screen: { x, y }, modifiers });
  const pressureOf = ({ kind, pressure = 0.5 }: PointerSample): number => (kind === 'pen' ? clamp(pressure, 0, 1) : 0.5);
  const pointsOf = (sample: PointerSample): readonly PressedPoint[] => {
    const path = sample.path && sample.path.length > 0 ? sample.path : [{ x: sample.x, y: sample.y, pressure: pressureOf(sample) }];
    return path.map(({ x, y, pressure }) => ({ ...camera.toBoard({ x, y }), pressure: sample.kind === 'pen' ? clamp(pressure, 0, 1) : 0.5 }));
  };
  const noHold = (): void => {
    stopHold?.();
    stopHold = undefined;
  };
  const pair = (): { readonly middle: Point; readonly apart: number } => {
    const [a, b] = [...touches.values()];
    if (!a || !b) return { middle: a ?? { x: 0, y: 0 }, apart: 1 };
    return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, apart: Math.max(1, distance(a, b)) };
  };

  /** The pen comes down: what fingers were doing was the hand that holds it. */
  const dismissFingers = (): void => {
    const wereBusy = fingers !== null || pressed?.sample.kind === 'touch';
    touches.clear();
    fingers = null;
    if (!wereBusy) return;
    noHold();
    pressed = null;
    send({ do: 'cancel' });
  };

  /** A finger comes down. True if that is all there is to it. */
  const takeFinger = (sample: PointerSample): boolean => {
    if (pressed?.sample.kind === 'pen') return true;
    touches.set(sample.id, { x: sample.x, y: sample.y });
    if (touches.size > 1) {
      if (fingers === 'pinch') return true;
      noHold();
      pressed = null;
      fingers = 'pinch';
      send({ do: 'cancel' });
      send({ do: 'pinch', screen: pair().middle, dx: 0, dy: 0, factor: 1 });
      return true;
    }
    if (pressed || sample.atMs - penAtMs >= PALM_MS) return false;
    fingers = 'rest';
    return true;
  };

  const moveFingers = (sample: PointerSample): void => {
    const before = pair();
    if (fingers === 'rest') {
      if (distance(sample, before.middle) <= REST_PX) return;
      fingers = 'pan';
    }
    touches.set(sample.id, { x: sample.x, y: sample.y });
    if (fingers === 'pinch' && touches.size < 2) return;
    const now = pair();
    send({
      do: 'pinch',
      screen: now.middle,
      dx: now.middle.x - before.middle.x,
      dy: now.middle.y - before.middle.y,
      factor: now.apart / before.apart,
    });
  };

  return {
    down(sample) {
      if (sample.kind === 'pen') {
        penAtMs = sample.atMs;
        dismissFingers();
      }
      if (sample.kind === 'touch' && takeFinger(sample)) return;
      if (pressed || fingers) return;
      pressed = { sample, hasWandered: false, isHeld: false };
      const near = sample.kind === 'mouse' ? DOUBLE_PX : DOUBLE_TAP_PX;
      const again =
        last && sample.atMs - last.sample.atMs < DOUBLE_MS && distance(sample, last.sample) < near && sample.button === last.sample.button;
      const clicks = again && last ? last.clicks + 1 : 1;
      last = { sample, clicks };
      const { button, kind } = sample;
      send({ do: 'down', ...pointed(sample), button, kind, isTouch: kind === 'touch', clicks, pressure: pressureOf(sample) });
      if (kind !== 'touch') return;
      const press = pressed;
      stopHold = after(HOLD_MS, () => {
        press.isHeld = true;
        send({ do: 'hold' });
      });
    },
    move(sample) {
      if (sample.kind === 'pen') penAtMs = sample.atMs;
      if (fingers && touches.has(sample.id)) {
        moveFingers(sample);
        return;
      }
      if (pressed ? sample.id !== pressed.sample.id : sample.kind === 'touch') return;
      if (touches.has(sample.id)) touches.set(sample.id, { x: sample.x, y: sample.y });
      if (pressed && distance(sample, pressed.sample) > (sample.kind === 'touch' ? REST_PX : CLICK_PX)) {
        pressed.hasWandered = true;
        noHold();
      }
      // Until it is clear that it drags, the secondary button is a click that opens a menu.
      if (pressed?.sample.button === SECONDARY && !pressed.hasWandered) return;
      send({ do: 'move', ...pointed(sample), points: pointsOf(sample) });
    },
    up(sample) {
      if (sample.kind === 'pen') penAtMs = sample.atMs;
      touches.delete(sample.id);
      if (fingers) {
        if (touches.size > 0) return;
        const hasMoved = fingers !== 'rest';
        fingers = null;
        if (hasMoved) send({ do: 'up', ...pointed(sample) });
        return;
      }
      if (!pressed || sample.id !== pressed.sample.id) return;
      noHold();
      const { sample: began, hasWandered, isHeld } = pressed;
      pressed = null;
      if (hasWandered || !(isHeld || began.button === SECONDARY)) {
        send({ do: 'up', ...pointed(sample) });
        return;
      }
      send({ do: 'cancel' });
      send({ do: 'menu', ...pointed(sample), kind: began.kind });
    },
    lost({ id }) {
      const wasFinger = touches.delete(id);
      if (fingers) {
        if (!wasFinger || touches.size > 0) return;
        fingers = null;
        send({ do: 'cancel' });
        return;
      }
      if (pressed?.sample.id !== id) return;
      noHold();
      pressed = null;
      send({ do: 'cancel' });
    },
    cancel() {
      noHold();
      touches.clear();
      fingers = null;
      pressed = null;
      send({ do: 'cancel' });
    },
    get isPressed() {
      return pressed !== null || fingers !== null;
    },
  };
}
