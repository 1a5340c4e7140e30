// A record: one object of a board as everybody reads it, plain and immutable. It is made from a document's facets here and
// nowhere else; a bad facet becomes its fallback plus an issue, an unknown type becomes an inert block that is kept on save.
import * as Y from 'yjs';
import { cleanText, fail, type Issue, isId, isOrderKey, isRecord, issue, LIMITS, ok } from '../core/index.ts';
import {
  type Facet,
  type Facets,
  flagFacet,
  idFacet,
  instantFacet,
  listFacet,
  orNull,
  partsFacet,
  readFacet,
  textFacet,
  wholeFacet,
} from './facet.ts';
import { FACET } from './layout.ts';

/** A place in a structured cell: a slot of the kind's model and a position in it. */
export interface CellPlace {
  readonly cell: string;
  readonly order: string;
}

/** A place in the free layer. `box` is [x, y, width, height] in board units, `rot` degrees clockwise. */
export interface FreePlace {
  readonly box: readonly [number, number, number, number];
  readonly rot: number;
}

/** ONE atomic value, so that two simultaneous moves never give a place nobody chose. */
export type Place = CellPlace | FreePlace;

export const isCellPlace = (place: Place): place is CellPlace => 'cell' in place;

/** Who wrote an object, as they were then: a later change of name or library does not rewrite it. */
export interface Author {
  readonly id: string;
  readonly name: string;
  readonly library: string;
  readonly region: string;
}

/** Somebody did something at an instant (server time, ms). `name` is kept so that the sentence survives the person's leaving. */
export interface Stamp {
  readonly by: string;
  readonly name: string;
  readonly at: number;
}

/** Nobody moves, changes or bins a locked object before it is unlocked. `staff`: only facilitators unlock it, and the server sees to that. */
export interface Lock extends Stamp {
  readonly staff: boolean;
}

/** How an object came to be here. */
export interface Origin {
  readonly how: 'typed' | 'moved' | 'marketplace' | 'pasted' | 'paper' | 'demo';
  /** Board and object it was carried over from; empty if it was born here. */
  readonly board: string;
  readonly object: string;
}

export interface BoardRecord {
  readonly id: string;
  readonly type: string;
  readonly place: Place;
  readonly text: string;
  readonly author: Author;
  /** Server time, ms. 0 = unknown. */
  readonly created: number;
  /** In the bin since, or null. */
  readonly gone: Stamp | null;
  /** The last move to another cell, for "moved by …". */
  readonly moved: Stamp | null;
  readonly origin: Origin;
  readonly notes: string;
  readonly tags: readonly string[];
  readonly sensitive: boolean;
  /** To be said in plenary. */
  readonly starred: boolean;
  readonly lock: Lock | null;
  /** Stacking order in the free layer: an order key, larger on top; empty = below all that have one. */
  readonly z: string;
  /** Groups the object belongs to, innermost first. */
  readonly groups: readonly string[];
  /** Values of the type's own facets, by facet name. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The type is unknown here (a newer version wrote it): shown as a grey block, never changed. */
  readonly inert: boolean;
  readonly issues: readonly Issue[];
}

const finite: Facet<number> = {
  fallback: 0,
  parse: (value) => (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e7 ? ok(value) : fail(issue('not-a-coordinate'))),
};

/** Where an object goes whose place cannot be read: the parking zone, so that nothing disappears. */
export const PARKING = 'parking';

export const placeFacet: Facet<Place> = {
  fallback: { cell: PARKING, order: 'a0' },
  parse(value) {
    if (!isRecord(value)) return fail(issue('not-a-place'));
    if (Object.hasOwn(value, 'cell')) {
      return isId(value.cell) && isOrderKey(value.order) ? ok({ cell: value.cell, order: value.order }) : fail(issue('not-a-place'));
    }
    const box = value.box;
    if (!Array.isArray(box) || box.length !== 4 || !box.every((side) => finite.parse(side).ok)) return fail(issue('not-a-place'));
    const rot = value.rot ?? 0;
    if (!finite.parse(rot).ok) return fail(issue('not-a-place'));
    const [x, y, w, h] = box as [number, number, number, number];
    return ok({ box: [x, y, Math.max(0, w), Math.max(0, h)], rot: rot as number });
  },
};

/** Empty where names are not shown. */
const someoneFacet: Facet<string> = { fallback: '', parse: (value) => (value === '' ? ok('') : idFacet.parse(value)) };

const stampFacet = orNull(partsFacet({ by: someoneFacet, name: textFacet(), at: instantFacet }));
const lockFacet = orNull(partsFacet({ by: someoneFacet, name: textFacet(), at: instantFacet, staff: flagFacet }));

const orderFacet: Facet<string> = { fallback: '', parse: (value) => (isOrderKey(value) ? ok(value) : fail(issue('not-an-order-key'))) };

const originFacet: Facet<Origin> = partsFacet({
  how: {
    fallback: 'typed' as Origin['how'],
    parse: (value: unknown) =>
      ['typed', 'moved', 'marketplace', 'pasted', 'paper', 'demo'].includes(value as string)
        ? ok(value as Origin['how'])
        : fail(issue('not-a-choice')),
  },
  board: { fallback: '', parse: (value: unknown) => (value === '' || isId(value) ? ok(value) : fail(issue('not-an-id'))) },
  object: { fallback: '', parse: (value: unknown) => (value === '' || isId(value) ? ok(value) : fail(issue('not-an-id'))) },
}) as Facet<Origin>;

/** The facets every object has, apart from `type` and `text`. */
export const COMMON = {
  place: placeFacet,
  author: partsFacet({ id: someoneFacet, name: textFacet(), library: textFacet(), region: textFacet() }),
  created: wholeFacet(0, 8_640_000_000_000_000),
  gone: stampFacet,
  moved: stampFacet,
  origin: originFacet,
  notes: textFacet(LIMITS.textMax),
  tags: listFacet(textFacet(40), LIMITS.tagsMax),
  sensitive: flagFacet,
  starred: flagFacet,
  lock: lockFacet,
  z: orderFacet,
  groups: listFacet(idFacet, LIMITS.groupDepth),
} as const;

export interface TypeFacets {
  readonly type: string;
  readonly facets: Facets;
}

/** What one board's objects have in common is one object in memory: a few people write thousands of cards. */
const SHARED_MAX = 2_000;
function sharing<V extends object>(parts: (value: V) => string): (value: V) => V {
  const known = new Map<string, V>();
  return (value) => {
    const key = parts(value);
    const before = known.get(key);
    if (before) return before;
    if (known.size >= SHARED_MAX) known.clear();
    known.set(key, Object.freeze(value));
    return value;
  };
}
const sharedAuthor = sharing<Author>(({ id, name, library, region }) => JSON.stringify([id, name, library, region]));
const sharedOrigin = sharing<Origin>(({ how, board, object }) => JSON.stringify([how, board, object]));
const NO_ISSUES: readonly Issue[] = Object.freeze([]);

/** Fields nobody has filled in, by type. */
const unfilled = new WeakMap<Facets, BoardRecord['fields']>();
function fieldsOf(facets: Facets, read: <V>(name: string, facet: Facet<V>) => V): BoardRecord['fields'] {
  const fields: Record<string, unknown> = {};
  let isFilled = false;
  for (const [name, facet] of Object.entries(facets)) {
    const value = read(name, facet);
    fields[name] = value;
    if (value !== facet.fallback) isFilled = true;
  }
  if (isFilled) return fields;
  const known = unfilled.get(facets) ?? Object.freeze(fields);
  unfilled.set(facets, known);
  return known;
}

const NO_FACETS: Facets = {};

/** Reads one object. Total: whatever a document carries under `id`, there is a record, or undefined where there is no object at all. */
export function readRecord(id: string, value: unknown, typeOf: (type: string) => TypeFacets | undefined): BoardRecord | undefined {
  if (!(value instanceof Y.Map) || !isId(id)) return undefined;
  let issues: Issue[] | undefined;
  const note = (found: Issue): void => {
    issues = [...(issues ?? []), found];
  };
  const rawType = value.get(FACET.type);
  const type = isId(rawType) ? rawType : '';
  const known = typeOf(type);
  const read = <V>(name: string, facet: Facet<V>): V => {
    const raw = value.get(name);
    if (!(raw instanceof Y.AbstractType)) return readFacet(facet, raw, name, note);
    // A shared type where a plain value belongs: an object to every check, and never a value.
    note(issue('not-a-value', name));
    return facet.fallback;
  };
  const fields = fieldsOf(known?.facets ?? NO_FACETS, read);
  return {
    id,
    type,
    place: read(FACET.place, COMMON.place),
    text: readText(value.get(FACET.text), note),
    author: sharedAuthor(read(FACET.author, COMMON.author)),
    created: read(FACET.created, COMMON.created),
    gone: read(FACET.gone, COMMON.gone),
    moved: read(FACET.moved, COMMON.moved),
    origin: sharedOrigin(read(FACET.origin, COMMON.origin)),
    notes: read(FACET.notes, COMMON.notes),
    tags: read(FACET.tags, COMMON.tags),
    sensitive: read(FACET.sensitive, COMMON.sensitive),
    starred: read(FACET.starred, COMMON.starred),
    lock: read(FACET.lock, COMMON.lock),
    z: read(FACET.z, COMMON.z),
    groups: read(FACET.groups, COMMON.groups),
    fields,
    inert: known === undefined,
    issues: issues ?? NO_ISSUES,
  };
}

/** A record of an object that is in no document: one that is being drawn, as it will be. */
export const draftRecord = (id: string, type: string, place: Place, fields: Readonly<Record<string, unknown>>, text = ''): BoardRecord => ({
  id,
  type,
  place,
  text,
  author: COMMON.author.fallback,
  created: 0,
  gone: null,
  moved: null,
  origin: COMMON.origin.fallback,
  notes: '',
  tags: [],
  sensitive: false,
  starred: false,
  lock: null,
  z: '',
  groups: [],
  fields,
  inert: false,
  issues: [],
});

function readText(value: unknown, note: (found: Issue) => void): string {
  if (value === undefined) return '';
  if (!(value instanceof Y.Text)) {
    note(issue('not-text', FACET.text));
    return '';
  }
  // toString skips embedded objects and formats: a text here is characters only.
  const text = cleanText(value.toString());
  if (text.length <= LIMITS.textMax) return text;
  note(issue('too-long', FACET.text));
  return text.slice(0, LIMITS.textMax).replace(/\p{Surrogate}/gu, '');
}
