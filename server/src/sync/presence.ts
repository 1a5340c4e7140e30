// Presence on one board. A socket speaks only for its own awareness id; the server says who that is. States are forgotten when
// their socket leaves; there is no y-protocols Awareness here, because it keeps a trace of every id it ever saw.
import { isRecord, LIMITS } from '@masa/shared/core';
import { PERSON_COLOURS } from '@masa/shared/workshop';
import * as decoding from 'lib0/decoding';
import type { AwarenessEntry } from './frames.ts';

/** What the server vouches for in a state, under the key `person`. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly library: string;
  /** A number of the palette. Presence gives another one where somebody who is here already has it. */
  readonly colour: string;
  readonly role: string;
}

/** Whether somebody runs the workshop; an observer only watches. */
export const isStaff = ({ role }: Person): boolean => role === 'organiser' || role === 'facilitator';

interface Voice<Socket> {
  readonly socket: Socket;
  readonly person: Person;
  /** Its awareness id; undefined until it speaks. */
  client: number | undefined;
  clock: number;
  json: string;
  /** Not sent again before this instant, ms: about 20 Hz. */
  quietUntil: number;
}

export interface Presence<Socket> {
  enter(socket: Socket, person: Person): void;
  /** Takes what a socket says about itself and drops the rest without a word: stock clients repeat what they heard of others. */
  hear(socket: Socket, update: Uint8Array): 'changed' | 'nothing' | 'malformed';
  leave(socket: Socket): void;
  /** The id a socket speaks with; undefined until it does. */
  clientOf(socket: Socket): number | undefined;
  /** What has to be told now, and the only socket it is about if there is just one. Entries too young stay for the next call. */
  news(now: number): { readonly entries: readonly AwarenessEntry[]; readonly about: Socket | undefined } | undefined;
  /** Everybody who is here, for somebody who comes. */
  everybody(): readonly AwarenessEntry[];
  /** Whether something waits to be told. */
  readonly pending: boolean;
}

export interface PresenceOptions {
  /** Shortest time between two words of one socket, ms. */
  readonly intervalMs?: number;
  /** How long a word may have waited for the broadcast it went out with, ms. */
  readonly windowMs?: number;
  /** Size of the palette. */
  readonly colours?: number;
}

export function createPresence<Socket>(options: PresenceOptions = {}): Presence<Socket> {
  const { windowMs = 0, colours = PERSON_COLOURS } = options;
  // One word may have waited a whole window and the next none: a client that keeps the interval must not wait for it.
  const quietMs = (options.intervalMs ?? LIMITS.presenceIntervalMs) - windowMs;
  const voices = new Map<Socket, Voice<Socket>>();
  const speakers = new Map<number, Voice<Socket>>();
  const changed = new Set<Voice<Socket>>();
  /** Bytes that may go to each socket now; below zero, others have to wait until it has filled up again. */
  let allowance: number = LIMITS.presenceBytesPerSecond;
  let filledAt = 0;
  let gone: AwarenessEntry[] = [];

  const entryOf = ({ client, clock, json }: Voice<Socket>): AwarenessEntry => ({ client: client ?? 0, clock, json });

  /** An id belongs to whoever speaks for it first; a person's newer socket takes it over from an older one. */
  const owns = (voice: Voice<Socket>, client: number): boolean => {
    if (voice.client !== undefined) return voice.client === client;
    const holder = speakers.get(client);
    return holder === undefined || holder.person.id === voice.person.id;
  };

  /** The colour a person has here already; else the one fewest people here have, from their own on. */
  const colourFor = (person: Person): string => {
    const people = new Map<string, string>();
    for (const voice of voices.values()) people.set(voice.person.id, voice.person.colour);
    const here = people.get(person.id);
    if (here !== undefined) return here;
    const own = Number(person.colour);
    if (!Number.isSafeInteger(own) || own < 0) return person.colour;
    const uses = Array.from({ length: colours }, () => 0);
    for (const colour of people.values()) {
      const used = uses[Number(colour)];
      if (used !== undefined) uses[Number(colour)] = used + 1;
    }
    const least = Math.min(...uses);
    for (let step = 0; step < colours; step++) if (uses[(own + step) % colours] === least) return String((own + step) % colours);
    return person.colour;
  };

  return {
    enter(socket, person) {
      const seen = { ...person, colour: colourFor(person) };
      voices.set(socket, { socket, person: seen, client: undefined, clock: 0, json: 'null', quietUntil: 0 });
    },
    hear(socket, update) {
      const voice = voices.get(socket);
      if (!voice) return 'nothing';
      const said = readAwareness(update);
      if (!said) return 'malformed';
      let news: 'changed' | 'nothing' = 'nothing';
      for (const { client, clock, json } of said) {
        // The first frame of a socket is about itself alone; later ones may carry what it heard of others.
        if (voice.client === undefined && said.length > 1) continue;
        const old = voice.client !== undefined && (clock < voice.clock || (clock === voice.clock && json !== 'null'));
        if (!owns(voice, client) || old) continue;
        const stamped = stamp(json, voice.person);
        if (stamped === undefined) continue;
        const former = speakers.get(client);
        if (former && former !== voice) former.client = undefined;
        voice.client = client;
        voice.clock = clock;
        voice.json = stamped;
        speakers.set(client, voice);
        changed.add(voice);
        news = 'changed';
      }
      return news;
    },
    clientOf: (socket) => voices.get(socket)?.client,
    leave(socket) {
      const voice = voices.get(socket);
      if (!voice) return;
      voices.delete(socket);
      changed.delete(voice);
      if (voice.client === undefined || speakers.get(voice.client) !== voice) return;
      speakers.delete(voice.client);
      // The same clock: y-protocols takes "left" at an equal clock, and the person may be back with it before the next change.
      gone.push({ client: voice.client, clock: voice.clock, json: 'null' });
    },
    news(now) {
      const entries = gone;
      gone = [];
      let about: Voice<Socket> | undefined;
      let spoke = 0;
      allowance = Math.min(LIMITS.presenceBytesPerSecond, allowance + (LIMITS.presenceBytesPerSecond * Math.max(0, now - filledAt)) / 1_000);
      filledAt = now;
      for (const voice of changed) {
        // Cursors may overdraw by half a second: whoever sends much makes others' strokes wait before others' hands.
        const floor = voice.json.length <= LIMITS.presenceSmallBytes ? -LIMITS.presenceBytesPerSecond / 2 : 0;
        if (voice.quietUntil > now || allowance <= floor) continue;
        allowance -= voice.json.length;
        changed.delete(voice);
        voice.quietUntil = now + quietMs;
        entries.push(entryOf(voice));
        about = voice;
        spoke++;
      }
      if (entries.length === 0) return undefined;
      return { entries, about: spoke === 1 && entries.length === 1 ? about?.socket : undefined };
    },
    everybody: () => [...speakers.values()].filter((voice) => voice.json !== 'null').map(entryOf),
    get pending() {
      return gone.length > 0 || changed.size > 0;
    },
  };
}

/** At most this many entries are looked at: more people than a room holds are nobody's honest frame. */
const ENTRIES_MAX = 1_000;

function readAwareness(update: Uint8Array): AwarenessEntry[] | undefined {
  try {
    const decoder = decoding.createDecoder(update);
    const count = decoding.readVarUint(decoder);
    if (count > ENTRIES_MAX) return undefined;
    const entries: AwarenessEntry[] = [];
    for (let at = 0; at < count; at++) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      entries.push({ client, clock, json: decoding.readVarString(decoder) });
    }
    return decoding.hasContent(decoder) ? undefined : entries;
  } catch {
    return undefined;
  }
}

/** The state with `person` as the server knows it; undefined if it is no state or too large. */
function stamp(json: string, person: Person): string | undefined {
  if (json === 'null') return json;
  if (json.length > LIMITS.awarenessBytes || Buffer.byteLength(json) > LIMITS.awarenessBytes) return undefined;
  let state: unknown;
  try {
    state = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isRecord(state)) return undefined;
  return JSON.stringify({ ...state, person });
}
