// Gestures in progress: this person's and, through presence, everybody else's. They are drawn on the live layer and never touch
// the document; a gesture becomes edits once, when it ends.
import type { Target } from '@masa/shared/board';
import { type Box, type Guide, mapBox, type Placed, rotateAbout } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { createStore, type Store } from './store.ts';

/** Cards in the air: how far from where they lie, and where they would land. Distances in board units. */
export interface Drag {
  readonly kind: 'drag';
  readonly ids: readonly string[];
  readonly dx: number;
  readonly dy: number;
  readonly target: Target | null;
}

/** Objects of the free layer on their way: the box around them went from one to another and was then turned about its centre. */
export interface Transform {
  readonly kind: 'transform';
  readonly how: 'move' | 'resize' | 'rotate';
  readonly ids: readonly string[];
  readonly from: Box;
  readonly to: Box;
  /** Degrees clockwise. */
  readonly turn: number;
  /** What they were snapped to; seen by this person only. */
  readonly guides: readonly Guide[];
  /** Copies are on their way; the objects themselves stay where they are. */
  readonly isCopy?: boolean;
}

/** A box being drawn to select, in board units. */
export interface Marquee {
  readonly kind: 'marquee';
  readonly box: readonly [number, number, number, number];
}

/** A stroke being drawn. Points are flat x, y, pressure in board units, pressure 0…1. */
export interface LiveInk {
  readonly kind: 'ink';
  /** Of the stroke, which becomes the object's id. */
  readonly id: string;
  readonly points: readonly number[];
  readonly pen: 'pen' | 'highlighter';
  readonly colour: string;
  readonly stroke: string;
}

/** Objects being made: a shape, an arrow, a frame that is drawn out. They are painted as they will be. */
export interface Preview {
  readonly kind: 'preview';
  readonly records: readonly BoardRecord[];
}

/** Objects the eraser has touched; they go when it is lifted. */
export interface Erasing {
  readonly kind: 'erase';
  readonly ids: ReadonlySet<string>;
}

/** A link on its way from a card: it follows the pointer, and `fits` says with which cards it can be made or taken away. */
export interface Linking {
  readonly kind: 'link';
  readonly from: string;
  /** Board units. */
  readonly at: { readonly x: number; readonly y: number };
  readonly fits: ReadonlySet<string>;
  /** The card under the pointer, if it fits. */
  readonly onto: string | null;
}

export type Gesture = Drag | Transform | Marquee | LiveInk | Preview | Erasing | Linking;

/** The objects a gesture is going to change. */
export function heldBy(gesture: Gesture | null): readonly string[] {
  if (gesture === null) return [];
  if (gesture.kind === 'drag') return gesture.ids;
  if (gesture.kind === 'transform') return gesture.isCopy ? [] : gesture.ids;
  if (gesture.kind === 'preview') return gesture.records.map(({ id }) => id);
  return gesture.kind === 'erase' ? [...gesture.ids] : [];
}

/** Where a transform puts something that lay at `placed`. A single object keeps its own axes. */
export function transformed(placed: Placed, { how, ids, from, to, turn }: Pick<Transform, 'how' | 'ids' | 'from' | 'to' | 'turn'>): Placed {
  const { box, rot } = placed;
  if (how === 'move') return { box: { ...box, x: box.x + to.x - from.x, y: box.y + to.y - from.y }, rot };
  if (how === 'resize') return ids.length === 1 ? { box: to, rot } : mapBox(from, to, placed);
  return rotateAbout(placed, { x: from.x + from.w / 2, y: from.y + from.h / 2 }, turn);
}

/** Somebody else on the board, as their screen and the server describe them. Everything from `person` is stamped by the server. */
export interface Peer {
  readonly client: number;
  readonly person: { readonly id: string; readonly name: string; readonly library: string; readonly colour: string; readonly role: string };
  readonly cursor: { readonly x: number; readonly y: number } | null;
  readonly selected: readonly string[];
  readonly drag: Drag | null;
  readonly transform: Transform | null;
  readonly ink: LiveInk | null;
  /** The part of the board their screen shows, for whoever follows them. */
  readonly view: Box | null;
  /** Participant id of whose screen theirs follows. */
  readonly following: string | null;
  /** "Look here": a place, and a number that grows with each. */
  readonly ping: { readonly x: number; readonly y: number; readonly count: number } | null;
  /** What they are writing in: a card, or a new card in a cell. */
  readonly writing: { readonly card: string | null; readonly cell: string | null } | null;
}

/** Somebody shows everybody a place. */
export interface Ping {
  readonly key: string;
  readonly person: Peer['person'];
  /** Shown by this person to the others. */
  readonly isOwn: boolean;
  readonly x: number;
  readonly y: number;
  /** When it was heard, ms of `performance.now()`. */
  readonly at: number;
}

/** How long a place that is shown stays marked, and how long a way there is kept for who does not see it. */
export const PING_MS = 3_000;
export const PING_KEPT_MS = 8_000;

export interface GestureStore {
  readonly own: Store<Gesture | null>;
  readonly peers: Store<ReadonlyMap<number, Peer>>;
  /** Places that are being shown, oldest first. */
  readonly pings: Store<readonly Ping[]>;
}

export const createGestureStore = (): GestureStore => ({
  own: createStore<Gesture | null>(null),
  peers: createStore<ReadonlyMap<number, Peer>>(new Map()),
  pings: createStore<readonly Ping[]>([]),
});
