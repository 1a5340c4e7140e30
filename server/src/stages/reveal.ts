// What becomes of drafts when they are shown: the same objects, under the names the board shows, in an order nobody chose. Pure but for
// the randomness it is given.
import { orderKeys } from '@masa/shared/core';
import { FACET, isCellPlace } from '@masa/shared/document';
import { type Authorship, shownAuthor } from '@masa/shared/workshop';
import type { Bed, Made, Sowing } from './draftDocuments.ts';

export interface Writer {
  /** As the board's document knows them. */
  readonly owner: string;
  readonly author: { readonly id: string; readonly name: string; readonly library: string; readonly region: string };
  readonly made: readonly Made[];
}

export interface RevealOptions {
  readonly authorship: Authorship;
  /** Server time, ms. */
  readonly at: number;
  /** A whole number from 0 to below `bound`, which nobody can foresee. */
  readonly randomBelow: (bound: number) => number;
}

/** What an edit takes beside what it says: its author, its place, what Yjs keeps of it. */
const BESIDE_BYTES = 400;

/**
 * The writers whose drafts fit on the board together, those with the least before those with much: whoever fills a draft to the brim, or a
 * hundred of them, keeps nobody else's from being shown.
 */
export function fitting<T extends { readonly made: readonly Made[] }>({ left }: Bed, writers: readonly T[]): readonly T[] {
  let { objects, bytes } = left;
  const weighed = writers.map((writer) => ({ writer, bytes: Buffer.byteLength(JSON.stringify(writer.made)) + BESIDE_BYTES * writer.made.length }));
  const fit = new Set<T>();
  for (const each of weighed.toSorted((a, b) => a.bytes - b.bytes)) {
    objects -= each.writer.made.length;
    bytes -= each.bytes;
    if (objects < 0 || bytes < 0) break;
    fit.add(each.writer);
  }
  return writers.filter((writer) => fit.has(writer));
}

/**
 * What to put on the board. Objects that are there already, because this was done before and broken off, are left as they are. In each
 * slot the cards follow those that lie there, shuffled: whoever wrote first, or is called Anna, does not lead every list.
 */
export function revealed(bed: Bed, writers: readonly Writer[], { authorship, at, randomBelow }: RevealOptions): readonly Sowing[] {
  const taken = new Set<string>();
  const fresh = writers.map(({ owner, author, made }) => ({
    owner,
    author: shownAuthor(authorship, author),
    made: made.filter(({ id }) => !bed.has(id) && !taken.has(id) && taken.add(id)),
  }));
  const keys = keysFor(
    bed,
    fresh.flatMap(({ made }) => made),
    randomBelow,
  );
  const sown = fresh
    .filter(({ made }) => made.length > 0)
    .map(({ owner, author, made }) => ({ owner, edits: made.map((edit) => shown(edit, author, authorship, at, keys.get(edit.id))) }));
  if (authorship === 'named') return sown;
  // Whoever sees them come, or reads what Yjs keeps of each, must not find which cards are one person's: each comes by itself.
  return shuffled(
    sown.flatMap(({ owner, edits }) => edits.map((edit) => ({ owner, edits: [edit] }))),
    randomBelow,
  );
}

function shown(edit: Made, author: Writer['author'], authorship: Authorship, at: number, order: string | undefined): Made {
  const place = isCellPlace(edit.place) && order !== undefined ? { cell: edit.place.cell, order } : edit.place;
  const facets: Record<string, unknown> = { ...edit.facets, [FACET.author]: author };
  // Who moved or locked it in a draft is its author.
  delete facets[FACET.moved];
  delete facets[FACET.lock];
  // When it was written would tell who wrote it to whoever saw them write.
  if (authorship !== 'named') facets[FACET.created] = at;
  return { ...edit, place, facets };
}

/** New order keys, slot by slot, by object. */
function keysFor(bed: Bed, made: readonly Made[], randomBelow: (bound: number) => number): ReadonlyMap<string, string> {
  const slots = new Map<string, string[]>();
  for (const { id, place } of made) if (isCellPlace(place)) slots.set(place.cell, [...(slots.get(place.cell) ?? []), id]);
  const keys = new Map<string, string>();
  for (const [slot, ids] of slots) {
    const order = orderKeys(bed.lastIn(slot), null, ids.length);
    for (const [place, id] of shuffled(ids, randomBelow).entries()) {
      const key = order[place];
      if (key !== undefined) keys.set(id, key);
    }
  }
  return keys;
}

/** Every order is equally likely (Durstenfeld, “Algorithm 235: Random permutation”, CACM 7(7), 1964). */
function shuffled<T>(of: readonly T[], randomBelow: (bound: number) => number): readonly T[] {
  const left = [...of];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(randomBelow(left.length), 1));
  return drawn;
}
