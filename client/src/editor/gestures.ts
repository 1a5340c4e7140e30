// Gestures in progress: this person's and, through presence, everybody else's. They are drawn on the live layer and never touch
// the document; a gesture becomes edits once, when it ends.
import type { Target } from '@masa/shared/board';
import { createStore, type Store } from './store.ts';

/** Cards in the air: how far from where they lie, and where they would land. Distances in board units. */
export interface Drag {
  readonly kind: 'drag';
  readonly ids: readonly string[];
  readonly dx: number;
  readonly dy: number;
  readonly target: Target | null;
}

/** A box being drawn to select, in board units. */
export interface Marquee {
  readonly kind: 'marquee';
  readonly box: readonly [number, number, number, number];
}

export type Gesture = Drag | Marquee;

/** Somebody else on the board, as their screen and the server describe them. Everything from `person` is stamped by the server. */
export interface Peer {
  readonly client: number;
  readonly person: { readonly id: string; readonly name: string; readonly library: string; readonly colour: string; readonly role: string };
  readonly cursor: { readonly x: number; readonly y: number } | null;
  readonly selected: readonly string[];
  readonly drag: Drag | null;
  /** What they are writing in: a card, or a new card in a cell. */
  readonly writing: { readonly card: string | null; readonly cell: string | null } | null;
}

export interface GestureStore {
  readonly own: Store<Gesture | null>;
  readonly peers: Store<ReadonlyMap<number, Peer>>;
}

export const createGestureStore = (): GestureStore => ({
  own: createStore<Gesture | null>(null),
  peers: createStore<ReadonlyMap<number, Peer>>(new Map()),
});
