// Who else is on the board and what they are doing, over awareness: own state goes out at most 20 times a second, others' states are
// parsed like everything from other machines. Name, library, colour and role in `person` are stamped by the server, never by clients.
import type { Target } from '@masa/shared/board';
import { cleanLine, createEmitter, isId, isRecord, LIMITS, type Point, type Unsubscribe } from '@masa/shared/core';
import type { Awareness } from 'y-protocols/awareness';
import type { Editor } from '../editor/Editor.ts';
import type { Drag, Peer } from '../editor/gestures.ts';

/** Ids one state may name: the whole of it must stay under `LIMITS.awarenessBytes`. */
const IDS_MAX = 40;

/** What this person's screen says of itself. Distances and points are whole board units. */
export interface OwnPresence {
  readonly cursor: Point | null;
  readonly selected: readonly string[];
  readonly drag: { readonly ids: readonly string[]; readonly dx: number; readonly dy: number; readonly target: Target | null } | null;
  readonly writing: { readonly card: string | null; readonly cell: string | null } | null;
}

const point = (value: unknown): Point | null =>
  isRecord(value) && typeof value.x === 'number' && typeof value.y === 'number' && Math.abs(value.x) < 1e6 && Math.abs(value.y) < 1e6
    ? { x: value.x, y: value.y }
    : null;

const ids = (value: unknown): readonly string[] => (Array.isArray(value) ? value.slice(0, IDS_MAX).filter(isId) : []);

function drag(value: unknown): Drag | null {
  if (!isRecord(value)) return null;
  const by = point({ x: value.dx, y: value.dy });
  const carried = ids(value.ids);
  if (!by || carried.length === 0) return null;
  const to = isRecord(value.target) && isId(value.target.cell) && Number.isSafeInteger(value.target.index) ? value.target : undefined;
  return { kind: 'drag', ids: carried, dx: by.x, dy: by.y, target: to ? { cell: to.cell as string, index: to.index as number } : null };
}

const name = (value: unknown): string => (typeof value === 'string' ? cleanLine(value).slice(0, LIMITS.titleMax) : '');

/** Reads what another screen says. Undefined where the server has not stamped a person into it. */
export function parsePeer(client: number, state: unknown): Peer | undefined {
  if (!isRecord(state) || !isRecord(state.person) || !isId(state.person.id)) return undefined;
  const { person, writing } = state;
  return {
    client,
    person: { id: person.id as string, name: name(person.name), library: name(person.library), colour: name(person.colour), role: name(person.role) },
    cursor: point(state.cursor),
    selected: ids(state.selected),
    drag: drag(state.drag),
    writing: isRecord(writing) ? { card: isId(writing.card) ? writing.card : null, cell: isId(writing.cell) ? writing.cell : null } : null,
  };
}

export interface Presence {
  /** Where this person's pointer is on the board; null = not on it. */
  readonly pointAt: (at: Point | null) => void;
  /** People on the board besides this person, each once however many tabs they have open. */
  readonly people: readonly Peer['person'][];
  readonly onPeople: (listener: () => void) => Unsubscribe;
  readonly dispose: () => void;
}

/** @param self this person's id: their other tabs are shown as themselves, not as somebody else. */
export function createPresence(awareness: Awareness, editor: Editor, self: string): Presence {
  const changed = createEmitter<void>();
  let cursor: Point | null = null;
  let people: readonly Peer['person'][] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStale = false;

  const own = (): OwnPresence => {
    const gesture = editor.gestures.own.get();
    const writing = editor.writing.get();
    const dragging = gesture?.kind === 'drag' ? gesture : null;
    return {
      // Above so many people nobody shows cursors, so nobody needs to send one.
      cursor: cursor && people.length < LIMITS.cursorsMax ? { x: Math.round(cursor.x), y: Math.round(cursor.y) } : null,
      selected: dragging ? [] : [...editor.selection.get().ids].slice(0, IDS_MAX),
      drag: dragging
        ? { ids: dragging.ids.slice(0, IDS_MAX), dx: Math.round(dragging.dx), dy: Math.round(dragging.dy), target: dragging.target }
        : null,
      writing: writing === null ? null : writing.of === 'card' ? { card: writing.id, cell: null } : { card: null, cell: writing.target.cell },
    };
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

  const read = (): void => {
    const peers = new Map<number, Peer>();
    const byId = new Map<string, Peer['person']>();
    for (const [client, state] of awareness.getStates()) {
      if (client === awareness.clientID) continue;
      const peer = parsePeer(client, state);
      if (!peer) continue;
      if (peer.person.id !== self) byId.set(peer.person.id, peer.person);
      peers.set(client, peer);
    }
    const crowded = byId.size >= LIMITS.cursorsMax;
    editor.gestures.peers.set(crowded ? new Map([...peers].map(([client, peer]) => [client, { ...peer, cursor: null }])) : peers);
    const next = [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
    if (JSON.stringify(next) === JSON.stringify(people)) return;
    people = next;
    changed.emit();
  };

  const stops = [editor.gestures.own.subscribe(tell), editor.selection.subscribe(tell), editor.writing.subscribe(tell)];
  awareness.on('change', read);
  tell();
  read();
  return {
    pointAt(at) {
      cursor = at;
      tell();
    },
    get people() {
      return people;
    },
    onPeople: (listener) => changed.on(listener),
    dispose() {
      clearTimeout(timer);
      for (const stop of stops) stop();
      awareness.off('change', read);
    },
  };
}
