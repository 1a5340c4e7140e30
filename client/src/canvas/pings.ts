// "Look here" on the board: rings that widen from the place that is shown, with the name of who shows it. Where motion is unwelcome the
// rings stand still. Everything keeps its size on screen at any zoom.
import type { Point } from '@masa/shared/core';
import { type Peer, PING_MS, type Ping } from '../editor/gestures.ts';
import { color } from '../ui/tokens.ts';
import type { Pen } from './pen.ts';

/** How long one ring takes to widen, ms, and after which time the next begins. */
const RING_MS = 1_200;
const NEXT_MS = 400;
/** px */
const RING = { from: 8, to: 56, width: 4, dot: 7 } as const;
/** The end of a ping, in which it fades away, ms. */
const FADE_MS = 400;

export interface PingsScene {
  readonly zoom: number;
  readonly pings: readonly Ping[];
  /** ms of `performance.now()` */
  readonly now: number;
  readonly isStill: boolean;
  readonly colourOf: (person: Peer['person']) => string;
  /** Writes a name on its colour with its top left corner there. */
  readonly tag: (x: number, y: number, text: string, fill: string) => void;
}

/** How wide and how clear the rings of a ping are at an age, ms; px and 0…1. Pure. */
export function ringsAt(ageMs: number, isStill: boolean): readonly { readonly radius: number; readonly opacity: number }[] {
  const left = PING_MS - ageMs;
  if (ageMs < 0 || left <= 0) return [];
  const fade = Math.min(1, left / FADE_MS);
  if (isStill) return [0.35, 0.75].map((part) => ({ radius: RING.from + (RING.to - RING.from) * part, opacity: fade * (1 - part * 0.5) }));
  const rings: { radius: number; opacity: number }[] = [];
  for (let startMs = 0; startMs <= ageMs; startMs += NEXT_MS) {
    const part = (ageMs - startMs) / RING_MS;
    if (part < 1) rings.push({ radius: RING.from + (RING.to - RING.from) * (1 - (1 - part) ** 2), opacity: fade * (1 - part) });
  }
  return rings;
}

export function paintPings(pen: Pen, { zoom, pings, now, isStill, colourOf, tag }: PingsScene): void {
  const px = 1 / zoom;
  for (const { person, isOwn, x, y, at } of pings) {
    const hue = isOwn ? color.focus : colourOf(person);
    for (const { radius, opacity } of ringsAt(now - at, isStill)) {
      // The pale rim keeps a ring visible on its own colour.
      pen.circle(x, y, radius * px, { stroke: color.paper, width: (RING.width + 3) * px, opacity: opacity * 0.8 });
      pen.circle(x, y, radius * px, { stroke: hue, width: RING.width * px, opacity });
    }
    pen.circle(x, y, RING.dot * px, { fill: hue, stroke: color.paper, width: 2 * px });
    if (!isOwn) tag(x + 14 * px, y + 10 * px, person.name, hue);
  }
}

/** Room between the edge of the view and what stands there for a place outside of it, px. */
const EDGE_PX = 12;

/** Where at the edge of the view a place outside of it is pointed at, and in which direction it lies, degrees clockwise from the right. */
export interface Edge extends Point {
  readonly degrees: number;
}

/** Null for a place that is in view. Screen points are px from the view's corner. */
export function edgeAt(place: Point, view: { readonly w: number; readonly h: number }): Edge | null {
  if (place.x >= 0 && place.y >= 0 && place.x <= view.w && place.y <= view.h) return null;
  const middle = { x: view.w / 2, y: view.h / 2 };
  const [dx, dy] = [place.x - middle.x, place.y - middle.y];
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : Math.max(1, middle.x - EDGE_PX) / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : Math.max(1, middle.y - EDGE_PX) / Math.abs(dy),
  );
  return { x: middle.x + dx * reach, y: middle.y + dy * reach, degrees: (Math.atan2(dy, dx) * 180) / Math.PI };
}
