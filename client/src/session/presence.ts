// Who else is on the board and what they are doing, over awareness: own state goes out at most 20 times a second, others' states come in
// and are put where canvas and panels find them.
import { createEmitter, isRecord, LIMITS, type Point, type Unsubscribe } from '@masa/shared/core';
import type { Awareness } from 'y-protocols/awareness';
import type { Editor } from '../editor/Editor.ts';
import { type LiveInk, type Peer, PING_KEPT_MS } from '../editor/gestures.ts';
import { cornersOf, IDS_MAX, INK_POINTS, type InkPart, inkPartOf, type OwnPresence, parsePeer } from './peerState.ts';
import { createPings } from './pings.ts';

export { type OwnPresence, parsePeer } from './peerState.ts';

export interface Presence {
  /** Where this person's pointer is on the board; null = not on it. */
  readonly pointAt: (at: Point | null) => void;
  /** Where it was last; null = never on the board. */
  readonly pointer: Point | null;
  /** "Look here": everybody on the board is shown the place. False = too soon after the last one. */
  readonly pingAt: (at: Point) => boolean;
  /** This screen follows somebody's, or nobody's: they are told, and tell where they look. */
  readonly follow: (person: string | null) => void;
  /** People on the board besides this person, each once however many tabs they have open. */
  readonly people: readonly Peer['person'][];
  readonly onPeople: (listener: () => void) => Unsubscribe;
  readonly dispose: () => void;
}

/** @param self this person's id: their other tabs are shown as themselves, not as somebody else. */
export function createPresence(awareness: Awareness, editor: Editor, self: string): Presence {
  const changed = createEmitter<void>();
  const pings = createPings(editor.gestures.pings);
  let cursor: Point | null = null;
  let pointer: Point | null = null;
  let people: readonly Peer['person'][] = [];
  let ping: Peer['ping'] = null;
  let pingCount = 0;
  let pingOver: ReturnType<typeof setTimeout> | undefined;
  let following: string | null = null;
  let isFollowed = false;
  /** Strokes of others as far as they were seen, by their client. */
  const strokes = new Map<number, InkPart>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStale = false;

  const own = (): OwnPresence => {
    const gesture = editor.gestures.own.get();
    const writing = editor.writing.get();
    const dragging = gesture?.kind === 'drag' ? gesture : null;
    const led = gesture?.kind === 'transform' ? gesture : null;
    const drawn = gesture?.kind === 'ink' ? gesture : null;
    // An outline shows no part of the board: it has no size to show it in.
    const hasView = isFollowed && editor.camera.viewport.get().w > 1;
    return {
      // Above so many people nobody shows cursors, so nobody needs to send one.
      cursor: cursor && people.length < LIMITS.cursorsMax ? { x: Math.round(cursor.x), y: Math.round(cursor.y) } : null,
      selected: dragging || led ? [] : [...editor.selection.get().ids].slice(0, IDS_MAX),
      drag: dragging
        ? { ids: dragging.ids.slice(0, IDS_MAX), dx: Math.round(dragging.dx), dy: Math.round(dragging.dy), target: dragging.target }
        : null,
      writing:
        writing === null || writing.of === 'new-object'
          ? null
          : writing.of === 'card'
            ? { card: writing.id, cell: null }
            : { card: null, cell: writing.target.cell },
      ...(led
        ? {
            transform: { how: led.how, ids: led.ids.slice(0, IDS_MAX), turn: Math.round(led.turn), from: cornersOf(led.from), to: cornersOf(led.to) },
          }
        : {}),
      ...(drawn ? { ink: inkOf(drawn) } : {}),
      ...(hasView ? { view: cornersOf(editor.camera.visible()) } : {}),
      ...(following === null ? {} : { following }),
      ...(ping ? { ping } : {}),
    };
  };

  /** The end of a stroke: whoever has been looking has the rest. */
  const inkOf = ({ id, points, pen, colour, stroke }: LiveInk): NonNullable<OwnPresence['ink']> => {
    const first = Math.max(0, points.length / 3 - INK_POINTS);
    const newest = points.slice(first * 3).map((each, at) => Math.round(at % 3 === 2 ? each * 100 : each));
    return { id, pen, colour, stroke, at: first, points: newest };
  };

  const send = (): void => {
    isStale = false;
    const state = own();
    const before = awareness.getLocalState();
    if (JSON.stringify(before) !== JSON.stringify(state)) awareness.setLocalState(state as unknown as Record<string, unknown>);
  };

  /** The first change goes at once, what follows within the interval goes together at its end. */
  const tell = (): void => {
    isStale = true;
    if (timer !== undefined) return;
    send();
    timer = setTimeout(function again() {
      timer = undefined;
      if (!isStale) return;
      send();
      timer = setTimeout(again, LIMITS.presenceIntervalMs);
    }, LIMITS.presenceIntervalMs);
  };

  /** A stroke's end joined to what was seen of it before. */
  const wholeStroke = (client: number, value: unknown): LiveInk | null => {
    const part = inkPartOf(value);
    if (!part) {
      strokes.delete(client);
      return null;
    }
    const before = strokes.get(client);
    const isSame = before?.ink.id === part.ink.id && before.at <= part.at;
    // Whoever came in the middle of a stroke has not seen its first points.
    const seen = isSame ? before.ink.points.slice(0, (part.at - before.at) * 3) : [];
    const points = [...seen, ...part.ink.points].slice(0, 3 * LIMITS.inkPointsMax);
    const whole = { ...part.ink, points };
    strokes.set(client, { ink: whole, at: isSame ? before.at : part.at });
    return whole;
  };

  const read = (): void => {
    const peers = new Map<number, Peer>();
    const byId = new Map<string, Peer['person']>();
    for (const [client, state] of awareness.getStates()) {
      if (client === awareness.clientID) continue;
      const peer = parsePeer(client, state);
      if (!peer) continue;
      if (peer.person.id !== self) byId.set(peer.person.id, peer.person);
      peers.set(client, { ...peer, ink: wholeStroke(client, isRecord(state) ? state.ink : null) });
    }
    for (const client of strokes.keys()) if (!peers.has(client)) strokes.delete(client);
    const crowded = byId.size >= LIMITS.cursorsMax;
    pings.hear(peers, self);
    const wasFollowed = isFollowed;
    isFollowed = [...peers.values()].some((peer) => peer.following === self);
    editor.gestures.peers.set(crowded ? new Map([...peers].map(([client, peer]) => [client, { ...peer, cursor: null }])) : peers);
    if (isFollowed !== wasFollowed) tell();
    const next = [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
    if (JSON.stringify(next) === JSON.stringify(people)) return;
    people = next;
    changed.emit();
  };

  const stops = [
    editor.gestures.own.subscribe(tell),
    editor.selection.subscribe(tell),
    editor.writing.subscribe(tell),
    editor.camera.view.subscribe(() => (isFollowed ? tell() : undefined)),
    editor.camera.viewport.subscribe(() => (isFollowed ? tell() : undefined)),
  ];
  awareness.on('change', read);
  tell();
  read();
  return {
    follow(person) {
      if (person === following) return;
      following = person;
      tell();
    },
    pingAt(at) {
      const { name, library } = editor.context().author;
      if (!pings.show({ id: self, name, library, colour: '', role: '' }, at)) return false;
      pingCount += 1;
      ping = { x: Math.round(at.x), y: Math.round(at.y), count: pingCount };
      tell();
      // Who comes later need not look any more.
      clearTimeout(pingOver);
      pingOver = setTimeout(() => {
        ping = null;
        tell();
      }, PING_KEPT_MS);
      return true;
    },
    pointAt(at) {
      cursor = at;
      pointer = at ?? pointer;
      tell();
    },
    get pointer() {
      return pointer;
    },
    get people() {
      return people;
    },
    onPeople: (listener) => changed.on(listener),
    dispose() {
      clearTimeout(timer);
      clearTimeout(pingOver);
      pings.dispose();
      for (const stop of stops) stop();
      awareness.off('change', read);
    },
  };
}
