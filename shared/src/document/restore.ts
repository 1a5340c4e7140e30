// Bringing a board back to what it was: as new edits, never by taking history away. What came later goes to the bin, what was binned
// since comes back, and everybody who is working meanwhile merges with it as with any other person's changes. Marks are people's own
// reactions to the board as they see it: they stay.
import * as Y from 'yjs';
import { cleanText, isRecord, sameJson } from '../core/index.ts';
import type { Edit } from './edit.ts';
import { readFacet } from './facet.ts';
import { FACET, type ObjectMap, objectsOf } from './layout.ts';
import { COMMON, placeFacet, type Stamp, type TypeFacets } from './record.ts';

export interface RestoreOptions {
  /** Facets of an object type; undefined for one this version does not know. */
  readonly typeOf: (type: string) => TypeFacets | undefined;
  /** Who brings the board back, and when: stands on what goes to the bin. */
  readonly stamp: Stamp;
  /** Whether this person opens facilitators' locks. Otherwise what is under one stays as it is, and none comes back. */
  readonly isStaff: boolean;
}

/**
 * The edits after which every object of `now` reads as it did in `then`. Pure: neither document is changed. The texts are replaced by
 * their smallest difference when the edits are applied.
 */
export function restoreEdits(now: Y.Doc, then: Y.Doc, options: RestoreOptions): readonly Edit[] {
  const [present, past] = [objectsOf(now), objectsOf(then)];
  const edits: Edit[] = [];
  for (const [id, map] of present.entries()) {
    if (!(map instanceof Y.Map) || (!options.isStaff && isStaffLock(map.get(FACET.lock)))) continue;
    const before = past.get(id);
    if (before instanceof Y.Map) edits.push(...objectEdits(id, map, before, options));
    else if (isLive(map)) edits.push({ do: 'set', id, facet: FACET.gone, value: options.stamp });
  }
  for (const [id, before] of past.entries()) {
    // Erased since, after its days in the bin: the version still knows it.
    if (!present.has(id) && before instanceof Y.Map && isLive(before)) edits.push(created(id, before, options));
  }
  return edits;
}

function objectEdits(id: string, now: ObjectMap, then: ObjectMap, options: RestoreOptions): readonly Edit[] {
  const edits: Edit[] = [];
  for (const facet of new Set([...now.keys(), ...then.keys()])) {
    if (facet === FACET.type || facet === FACET.text) continue;
    const [present, past] = [plain(now.get(facet)), plain(then.get(facet))];
    if (facet === FACET.gone) {
      if (isLive(now) !== isLive(then)) edits.push({ do: 'set', id, facet, value: isLive(then) ? null : options.stamp });
      continue;
    }
    if (facet === FACET.lock && !options.isStaff && isStaffLock(past)) continue;
    const value = past ?? emptied(facet, now.get(FACET.type), options);
    const isMisshapen = now.get(facet) instanceof Y.AbstractType && !(then.get(facet) instanceof Y.AbstractType);
    if (isMisshapen || !sameJson(present, value)) edits.push({ do: 'set', id, facet, value });
  }
  const [text, before] = [now.get(FACET.text), then.get(FACET.text)];
  if (text instanceof Y.Text) {
    const wanted = before instanceof Y.Text ? before.toString() : '';
    if (text.toString() !== wanted) edits.push({ do: 'text', id, text: wanted });
  }
  return edits;
}

function created(id: string, then: ObjectMap, options: RestoreOptions): Edit {
  const type = then.get(FACET.type);
  const text = then.get(FACET.text);
  const facets = [...then.keys()].flatMap((facet): [string, unknown][] => {
    const value = plain(then.get(facet));
    const isHeld = facet === FACET.lock && !options.isStaff && isStaffLock(value);
    return facet === FACET.type || facet === FACET.place || facet === FACET.text || value === null || isHeld ? [] : [[facet, value]];
  });
  return {
    do: 'create',
    id,
    type: typeof type === 'string' ? type : '',
    place: readFacet(placeFacet, then.get(FACET.place), FACET.place, () => undefined),
    text: text instanceof Y.Text ? cleanText(text.toString()) : '',
    facets: Object.fromEntries(facets),
  };
}

/** Not in the bin. */
const isLive = (map: ObjectMap): boolean => readFacet(COMMON.gone, plain(map.get(FACET.gone)), FACET.gone, () => undefined) === null;

/** A facet's value as it can be set again; null where there is none. A shared type in its place is none: only a hostile peer writes one. */
const plain = (value: unknown): unknown => (value instanceof Y.AbstractType ? null : (value ?? null));

/** What a facet is set to so that it reads as if nobody had ever said it: keys are never taken out of an object. */
function emptied(facet: string, type: unknown, { typeOf }: RestoreOptions): unknown {
  const facets = typeof type === 'string' ? typeOf(type)?.facets : undefined;
  const known = Object.hasOwn(COMMON, facet)
    ? COMMON[facet as keyof typeof COMMON]
    : facets && Object.hasOwn(facets, facet)
      ? facets[facet]
      : undefined;
  if (!known || known.parse(null).ok) return null;
  return known.parse(known.fallback).ok ? known.fallback : null;
}

const isStaffLock = (lock: unknown): boolean => isRecord(lock) && Object.hasOwn(lock, 'staff') && lock.staff === true;
