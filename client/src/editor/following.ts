// Seeing what somebody else sees: the camera goes along with theirs until this person moves it, says stop, or the other leaves. Their part
// of the board is shown whole, whatever the two screens measure. And which place "here" means, to show it to others. Headless: frames, time and who tells the others are given.
import { type Box, clamp, contains, createEmitter, type Point, type Unsubscribe } from '@masa/shared/core';
import { chosenBox } from './arrangement.ts';
import { type Camera, type View, ZOOM } from './camera.ts';
import type { Editor } from './Editor.ts';
import type { GestureStore, Peer } from './gestures.ts';
import { createStore, type Store } from './store.ts';

/** The camera goes two thirds of the way in this time, ms: the steps in which a view arrives are not seen. */
const GLIDE_MS = 90;
/** Somebody whose connection breaks for less than this has not left, ms. */
export const LEFT_MS = 3_000;
/** Nearer than this the camera has arrived: px, and part of the zoom. */
const ARRIVED_PX = 0.5;
const ARRIVED_ZOOM = 0.001;

/** `moved`: this person moved the view or said stop. `left`: the other is not on the board any more. `mutual`: the other follows here now. */
export type FollowingEnd = 'moved' | 'left' | 'mutual';

export interface Following {
  /** Participant id; null = nobody's. */
  readonly person: Store<string | null>;
  readonly follow: (person: string | null) => void;
  readonly onEnd: (listener: (end: { readonly why: FollowingEnd; readonly name: string }) => void) => Unsubscribe;
  dispose(): void;
}

export interface FollowingParts {
  readonly camera: Camera;
  readonly peers: GestureStore['peers'];
  /** This person's id. */
  readonly self: string;
  /** Tells everybody whom this screen follows. */
  readonly tell: (person: string | null) => void;
  /** Calls back before the next picture; returns what calls it off. */
  readonly frame: (callback: () => void) => Unsubscribe;
  /** A clock that runs forward, ms. */
  readonly now: () => number;
  /** Motion is unwelcome. */
  readonly isStill: () => boolean;
}

/** The view that shows all of a box in a viewport, as large as it goes. */
export function fittedView(box: Box, { w, h }: { readonly w: number; readonly h: number }): View {
  const zoom = clamp(Math.min(w / box.w, h / box.h), ZOOM.min, ZOOM.max);
  return { x: box.x - (w / zoom - box.w) / 2, y: box.y - (h / zoom - box.h) / 2, zoom };
}

/** What is chosen, else where the pointer was last seen if that is in sight, else the middle of what is shown. */
export function hereOf(editor: Editor, pointer: Point | null): Point {
  const visible = editor.camera.visible();
  const chosen = chosenBox(editor);
  if (!chosen && pointer && contains(visible, pointer)) return pointer;
  const { x, y, w, h } = chosen ?? visible;
  return { x: x + w / 2, y: y + h / 2 };
}

/** Part of the rest of a way that is gone in a time; the same way in the same time at any frame rate. */
const partOf = (ms: number): number => 1 - Math.exp(-ms / GLIDE_MS);

const sameBox = (a: Box | null | undefined, b: Box | null): boolean =>
  a === b || (!!a && !!b && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h);

export function createFollowing({ camera, peers, self, tell, frame, now, isStill }: FollowingParts): Following {
  const person = createStore<string | null>(null);
  const ended = createEmitter<{ why: FollowingEnd; name: string }>();
  let name = '';
  /** Views of the tabs of the person, to know in which they are. */
  let views = new Map<number, Box | null>();
  let target: Box | null = null;
  let stops: Unsubscribe[] = [];
  let stopFrame: Unsubscribe | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let isOurs = false;
  let isRing = false;
  let seenViewport = camera.viewport.get();
  let lastAt = 0;

  const tabs = (id: string): readonly Peer[] => [...peers.get().values()].filter((peer) => peer.person.id === id);

  /** Whether somebody's screen follows this one, be it over others. */
  const followsHere = (id: string): boolean => {
    const seen = new Set<string>();
    const waiting = [id];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (at === self) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      for (const { following } of tabs(at)) if (following !== null) waiting.push(following);
    }
    return false;
  };

  const stop = (why: FollowingEnd | null): void => {
    if (person.get() === null) return;
    for (const each of stops.splice(0)) each();
    stopFrame?.();
    stopFrame = undefined;
    clearTimeout(leaving);
    leaving = undefined;
    target = null;
    views = new Map();
    person.set(null);
    tell(null);
    if (why !== null) ended.emit({ why, name });
  };

  const show = (view: View): void => {
    isOurs = true;
    camera.view.set(view);
    isOurs = false;
  };

  const glide = (): void => {
    stopFrame = undefined;
    if (!target) return;
    const wanted = fittedView(target, camera.viewport.get());
    const at = now();
    const part = isStill() ? 1 : partOf(Math.min(100, Math.max(1, at - lastAt)));
    lastAt = at;
    const { w, h } = camera.viewport.get();
    const from = camera.view.get();
    const zoom = from.zoom * (wanted.zoom / from.zoom) ** part;
    const middle = (view: View): { x: number; y: number } => ({ x: view.x + w / view.zoom / 2, y: view.y + h / view.zoom / 2 });
    const [a, b] = [middle(from), middle(wanted)];
    const to = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
    const isThere = Math.hypot(b.x - to.x, b.y - to.y) * wanted.zoom < ARRIVED_PX && Math.abs(zoom / wanted.zoom - 1) < ARRIVED_ZOOM;
    show(isThere ? wanted : { x: to.x - w / zoom / 2, y: to.y - h / zoom / 2, zoom });
    if (!isThere) stopFrame = frame(glide);
  };

  const go = (): void => {
    if (stopFrame || !target) return;
    lastAt = now();
    if (isStill()) glide();
    else stopFrame = frame(glide);
  };

  const see = (): void => {
    const id = person.get();
    if (id === null) return;
    const here = tabs(id);
    if (here.length === 0) {
      leaving ??= setTimeout(() => stop('left'), LEFT_MS);
      return;
    }
    clearTimeout(leaving);
    leaving = undefined;
    name = here[0]?.person.name ?? name;
    // Two screens that follow each other would drift: whoever began first stops.
    if (!followsHere(id)) isRing = false;
    else if (!isRing) {
      stop('mutual');
      return;
    }
    // Of several tabs, the one whose view has just moved.
    const moved = here.find(({ client, view }) => view && !sameBox(views.get(client), view));
    for (const { client, view } of here) views.set(client, view);
    if (!moved) return;
    target = moved.view;
    go();
  };

  return {
    person,
    follow(wanted) {
      if (wanted === person.get()) return;
      stop(wanted === null ? 'moved' : null);
      if (wanted === null || wanted === self) return;
      name = tabs(wanted)[0]?.person.name ?? '';
      person.set(wanted);
      isRing = followsHere(wanted);
      seenViewport = camera.viewport.get();
      let isResizing = false;
      stops = [
        peers.subscribe(see),
        camera.viewport.subscribe(() => {
          seenViewport = camera.viewport.get();
          isResizing = true;
          queueMicrotask(() => {
            isResizing = false;
            go();
          });
        }),
        camera.view.subscribe(() => {
          // A window or drawer that changes the room for the board is nobody's hand on the view.
          if (!isOurs && !isResizing && camera.viewport.get() === seenViewport) stop('moved');
        }),
      ];
      tell(wanted);
      see();
    },
    onEnd: (listener) => ended.on(listener),
    dispose() {
      stop(null);
    },
  };
}
