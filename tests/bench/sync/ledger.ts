// Who has received what of one room, and when. Frames that are equal byte for byte are decoded once, however many members get them.
// A contribution is known by its writer and clock: that survives merging, splitting and re-encoding by any server.
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import type { Histogram } from '../support/figures.ts';
import { awarenessClocks, type Heard } from './wire.ts';

interface Known {
  readonly id: number;
  readonly updates: readonly Uint8Array[];
  readonly ranges: readonly Range[];
}

/** Contributions of a writer: clocks `from` up to but without `to`. */
interface Range {
  readonly writer: number;
  readonly from: number;
  readonly to: number;
}

export interface Ledger {
  take(member: number, frame: Buffer, heard: () => readonly Heard[], now: number): void;
  /** A writer sends its contribution with this clock now. */
  sent(writer: number, clock: number, now: number): void;
  /** Whether every member has everything that was sent. Writers need not hear of their own. */
  complete(): boolean;
  /** Members whose document differs from `expected`, after everything has been delivered. */
  diverged(expected: string, own: (member: number) => Y.Doc | undefined): number;
  measure(into: Histogram | undefined): void;
}

export interface LedgerOptions {
  readonly members: number;
  /** Yjs client id of each writer; writer n is member n. */
  readonly writers: readonly number[];
}

/** One value for what a document says, whatever its history. */
export function contentHash(doc: Y.Doc): string {
  const objects = doc.getMap('objects').toJSON() as Record<string, Record<string, unknown>>;
  const sorted = (value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, each]) => [name, sorted(each)]),
        )
      : value;
  return createHash('sha256')
    .update(JSON.stringify(sorted(objects)))
    .digest('hex')
    .slice(0, 16);
}

export function createLedger({ members, writers }: LedgerOptions): Ledger {
  const known = new Map<string, Known>();
  const byId: Known[] = [];
  const received: number[][] = Array.from({ length: members }, () => []);
  const upTo = Array.from({ length: members }, () => new Uint32Array(writers.length));
  const sentAt: number[][] = writers.map(() => []);
  const last = new Uint32Array(writers.length);
  const writerOf = new Map(writers.map((client, writer) => [client, writer]));
  let histogram: Histogram | undefined;

  const rangesOf = (heard: Heard): Range[] => {
    if (heard.kind === 'awareness') {
      return awarenessClocks(heard.bytes).flatMap(([client, clock]) => {
        const writer = writerOf.get(client);
        return writer === undefined ? [] : [{ writer, from: clock, to: clock + 1 }];
      });
    }
    if (heard.kind === 'question') return [];
    const { from, to } = Y.parseUpdateMeta(heard.bytes);
    return [...to].flatMap(([client, end]) => {
      const writer = writerOf.get(client);
      return writer === undefined ? [] : [{ writer, from: from.get(client) ?? end, to: end }];
    });
  };

  const learn = (key: string, heard: readonly Heard[]): Known => {
    const updates = heard.flatMap((each) => (each.kind === 'state' || each.kind === 'update' ? [each.bytes] : []));
    const made = { id: byId.length, updates, ranges: heard.flatMap(rangesOf) };
    byId.push(made);
    known.set(key, made);
    return made;
  };

  return {
    take(member, frame, heard, now) {
      const key = frame.toString('latin1');
      const what = known.get(key) ?? learn(key, heard());
      if (what.updates.length > 0) received[member]?.push(what.id);
      const reached = upTo[member] as Uint32Array;
      for (const { writer, from, to } of what.ranges) {
        if (histogram) {
          for (let clock = from; clock < to; clock += 1) {
            const at = sentAt[writer]?.[clock];
            if (at !== undefined) histogram.add(now - at);
          }
        }
        if (to > (reached[writer] as number)) reached[writer] = to;
      }
    },
    sent(writer, clock, now) {
      if (histogram) (sentAt[writer] as number[])[clock] = now;
      last[writer] = clock + 1;
    },
    complete: () => upTo.every((reached, member) => reached.every((to, writer) => writer === member || to >= (last[writer] as number))),
    measure(into) {
      histogram = into;
    },
    diverged(expected, own) {
      const groups = new Map<string, number[]>();
      for (const [member, ids] of received.entries()) {
        const key = `${own(member) ? member : ''}:${[...new Set(ids)].sort((a, b) => a - b).join(',')}`;
        groups.set(key, [...(groups.get(key) ?? []), member]);
      }
      let wrong = 0;
      for (const group of groups.values()) {
        const member = group[0] as number;
        const doc = new Y.Doc();
        const ownDoc = own(member);
        doc.transact(() => {
          if (ownDoc) Y.applyUpdate(doc, Y.encodeStateAsUpdate(ownDoc));
          for (const id of new Set(received[member])) for (const update of byId[id]?.updates ?? []) Y.applyUpdate(doc, update);
        });
        if (contentHash(doc) !== expected) wrong += group.length;
        doc.destroy();
      }
      return wrong;
    },
  };
}
