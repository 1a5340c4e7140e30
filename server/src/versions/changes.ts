// Who changed what between two moments of a board, read from its Yjs structs: every struct carries the client id that made it, and the
// log knows whose client ids are whose. Deletions carry no name; where letters only disappeared from a text, the caller may know who
// was the only one at work. Pure.
import { isRecord } from '@masa/shared/core';
import { FACET, objectsOf } from '@masa/shared/document';
import * as Y from 'yjs';
import type { PersonChanges } from '../store/versionStore.ts';

export interface ChangesOptions {
  /** Which participant a Yjs client id belongs to. */
  readonly owners: ReadonlyMap<number, string>;
  /** Owner of client ids the server itself writes with. */
  readonly server: string;
  /** For whom the server wrote, where the object itself does not say; null if nobody knows. */
  readonly serverFor: string | null;
  /** The only person who wrote in this time; null if there were several or nobody knows. */
  readonly soleWriter: string | null;
}

/** Ids of objects a person (null: nobody knows who) made, changed, moved and put in the bin. */
export type ChangesById = Omit<PersonChanges, 'by'> & { readonly by: string | null };

type What = 'made' | 'changed' | 'moved' | 'binned';
type Tally = { readonly [W in What]: Set<string> };

const WHATS = ['made', 'changed', 'moved', 'binned'] as const;

/** @param then how far the earlier moment had come, as an encoded snapshot; undefined for the empty board. */
export function changesBetween(then: Uint8Array | undefined, now: Y.Doc, options: ChangesOptions): readonly ChangesById[] {
  const earlier = earlierOf(then);
  const objects = objectsOf(now);
  const tallies = new Map<string | null, Tally>();
  /** Objects into whose text somebody wrote, and those from whose text something disappeared. */
  const [written, shortened] = [new Set<string>(), new Set<string>()];
  const count = (by: string | null, what: What, id: string): void => {
    const tally = tallies.get(by) ?? { made: new Set(), changed: new Set(), moved: new Set(), binned: new Set() };
    tallies.set(by, tally);
    tally[what].add(id);
  };

  /** For whom the server wrote: an object says who binned it, and one the server made says for whom in its author. */
  const servedBy = (what: What, id: string): string | null => {
    const map: unknown = objects.get(id);
    const made = objects._map.get(id);
    const isMade = made !== undefined && made.id.clock >= earlier.clockOf(made.id.client) && options.owners.get(made.id.client) === options.server;
    const stamp: unknown = !(map instanceof Y.Map) ? undefined : what === 'binned' ? map.get(FACET.gone) : isMade ? map.get(FACET.author) : undefined;
    const said = isRecord(stamp) ? (what === 'binned' ? stamp.by : stamp.id) : undefined;
    return typeof said === 'string' && said !== '' ? said : options.serverFor;
  };

  for (const [client, structs] of now.store.clients) {
    const since = earlier.clockOf(client);
    const owner = options.owners.get(client);
    for (const item of structs) {
      if (!(item instanceof Y.Item)) continue;
      const isNew = item.id.clock + item.length > since;
      if (!isNew && (!item.deleted || earlier.hadDeleted(item))) continue;
      const where = whereOf(item, objects);
      if (!where) continue;
      const { id, facet } = where;
      if (!isNew) {
        if (facet === FACET.text) shortened.add(id);
        continue;
      }
      if (facet === FACET.text && item.parentSub === null) written.add(id);
      const what = whatOf(facet, item);
      if (what) count(owner === options.server ? servedBy(what, id) : (owner ?? null), what, id);
    }
  }
  for (const id of shortened) if (!written.has(id)) count(options.soleWriter, 'changed', id);
  return [...tallies].flatMap(([by, { made, changed, moved, binned }]) => {
    // What somebody made they also shaped and placed; what went to the bin is past that.
    const left = (ids: ReadonlySet<string>): string[] => [...ids].filter((id) => !made.has(id) && !binned.has(id));
    const said = { by, made: [...made], changed: left(changed), moved: left(moved), binned: [...binned] };
    return WHATS.some((each) => said[each].length > 0) ? [said] : [];
  });
}

/** Names people stand with on a board, by id: of authors and of whoever moved or binned something. For people the workshop no longer knows. */
export function namesOn(doc: Y.Doc): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const map of objectsOf(doc).values()) {
    if (!(map instanceof Y.Map)) continue;
    for (const [facet, key] of [
      [FACET.author, 'id'],
      [FACET.moved, 'by'],
      [FACET.gone, 'by'],
    ] as const) {
      const stamp: unknown = map.get(facet);
      if (isRecord(stamp) && typeof stamp[key] === 'string' && typeof stamp.name === 'string') names.set(stamp[key], stamp.name);
    }
  }
  return names;
}

/** What happened over two neighbouring spans of time together. */
export function mergeChanges(older: readonly PersonChanges[], newer: readonly PersonChanges[]): readonly PersonChanges[] {
  const people = new Map<string | null, PersonChanges>();
  for (const each of [...older, ...newer]) {
    const key = each.by?.id ?? null;
    const before = people.get(key);
    const beyond = each.beyond ?? before?.beyond;
    const more = (what: What): number => (before?.beyond?.[what] ?? 0) + (each.beyond?.[what] ?? 0);
    const both = (what: What): string[] => [...new Set([...(before?.[what] ?? []), ...each[what]])];
    const [made, binned] = [both('made'), both('binned')];
    const left = (what: What): string[] => both(what).filter((id) => !made.includes(id) && !binned.includes(id));
    people.set(key, {
      by: each.by,
      made,
      changed: left('changed'),
      moved: left('moved'),
      binned,
      ...(beyond && { beyond: { made: more('made'), changed: more('changed'), moved: more('moved'), binned: more('binned') } }),
    });
  }
  return [...people.values()];
}

/**
 * The same with at most `most` ids in all, shared out evenly; of the rest only how many they were. A list of versions is read whole, and
 * somebody may have touched ten thousand objects in each of them.
 */
export function bounded(changes: readonly PersonChanges[], most: number): readonly PersonChanges[] {
  const each = Math.floor(most / (WHATS.length * Math.max(1, changes.length)));
  return changes.map((said) => {
    if (WHATS.every((what) => said[what].length <= each)) return said;
    const more = (what: What): number => Math.max(0, said[what].length - each) + (said.beyond?.[what] ?? 0);
    const listed = (what: What): readonly string[] => said[what].slice(0, each);
    return {
      by: said.by,
      made: listed('made'),
      changed: listed('changed'),
      moved: listed('moved'),
      binned: listed('binned'),
      beyond: { made: more('made'), changed: more('changed'), moved: more('moved'), binned: more('binned') },
    };
  });
}

function whatOf(facet: string | null, item: Y.Item): What | undefined {
  if (facet === null) return 'made';
  if (facet === FACET.place || facet === FACET.moved) return 'moved';
  if (facet !== FACET.gone) return 'changed';
  // Put in the bin or taken out of it; what somebody else decided afterwards is theirs.
  if (item.deleted) return undefined;
  return setBy(item) === null ? 'changed' : 'binned';
}

const setBy = ({ content }: Y.Item): unknown => (content instanceof Y.ContentAny ? (content.arr.at(-1) ?? null) : null);

/** The object an item belongs to, and the facet of it; the facet is null for the object itself. Undefined outside of objects. */
function whereOf(item: Y.Item, objects: unknown): { readonly id: string; readonly facet: string | null } | undefined {
  let facet: string | null = null;
  let at: Y.Item | null = item;
  while (at) {
    const parent: unknown = at.parent;
    if (!(parent instanceof Y.AbstractType)) return undefined;
    if (parent === objects) return at.parentSub === null ? undefined : { id: at.parentSub, facet };
    facet = at.parentSub ?? facet;
    at = parent._item;
  }
  return undefined;
}

/** What a snapshot knows: how far each client had come, and what was deleted. */
function earlierOf(snapshot: Uint8Array | undefined) {
  const { sv, ds } = snapshot ? Y.decodeSnapshot(snapshot) : Y.emptySnapshot;
  return {
    clockOf: (client: number): number => sv.get(client) ?? 0,
    /** Whether all of an item was deleted by then. */
    hadDeleted({ id, length }: Y.Item): boolean {
      // Sorted, without overlaps: so Yjs writes them.
      const ranges = ds.clients.get(id.client) ?? [];
      let [low, high] = [0, ranges.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ranges[middle]?.clock ?? 0) <= id.clock) low = middle + 1;
        else high = middle;
      }
      const before = ranges[low - 1];
      return before !== undefined && id.clock + length <= before.clock + before.len;
    },
  };
}
