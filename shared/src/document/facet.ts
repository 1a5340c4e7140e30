// A facet: how one value of an object is read. Documents come from other people's machines, so every facet parses where it is
// read: a bad value becomes the fallback and an issue, never an exception.
import { cleanText, fail, type Issue, isId, isRecord, issue, LIMITS, ok, type Result } from '../core/index.ts';

export interface Facet<V> {
  /** Takes anything a document can carry, e.g. NaN, `__proto__`, 1e308; gives a value of V or the reason why not. */
  parse(value: unknown): Result<V>;
  readonly fallback: V;
}

export type Facets = Readonly<Record<string, Facet<unknown>>>;

export type ValueOf<F> = F extends Facet<infer V> ? V : never;

/**
 * Reads a facet: the parsed value or the fallback, and says so through `note`. An absent value is the fallback without an issue, and so is
 * a null where null is no value: whoever took a value away meant none.
 */
export function readFacet<V>(facet: Facet<V>, value: unknown, path: string, note: (found: Issue) => void): V {
  if (value === undefined) return facet.fallback;
  const parsed = facet.parse(value);
  if (parsed.ok) return parsed.value;
  if (value === null) return facet.fallback;
  note(issue(parsed.error.code, path));
  return facet.fallback;
}

/** Null means "nobody said": every attribute can be empty again. */
export const orNull = <V>(facet: Facet<V>): Facet<V | null> => ({
  fallback: null,
  parse: (value) => (value === null || value === '' ? ok(null) : facet.parse(value)),
});

export const textFacet = (max: number = LIMITS.attributeMax): Facet<string> => ({
  fallback: '',
  parse(value) {
    if (typeof value !== 'string') return fail(issue('not-text'));
    const text = cleanText(value);
    return text.length <= max ? ok(text) : fail(issue('too-long'));
  },
});

/** A finite whole number within bounds. */
export const wholeFacet = (min: number, max: number): Facet<number> => ({
  fallback: min,
  parse: (value) =>
    Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max ? ok(value as number) : fail(issue('not-in-range')),
});

export const flagFacet: Facet<boolean> = {
  fallback: false,
  parse: (value) => (typeof value === 'boolean' ? ok(value) : fail(issue('not-a-flag'))),
};

export const choiceFacet = <V extends string>(values: readonly V[]): Facet<V> => ({
  fallback: values[0] as V,
  parse: (value) => (values.includes(value as V) ? ok(value as V) : fail(issue('not-a-choice'))),
});

/** One empty list for all: a board has thousands of objects. */
const NOTHING: readonly never[] = Object.freeze([]);

/** A list without repetitions, cut at `max`; entries that do not parse make the whole list bad. */
export const listFacet = <V>(entry: Facet<V>, max: number): Facet<readonly V[]> => ({
  fallback: NOTHING,
  parse(value) {
    if (!Array.isArray(value)) return fail(issue('not-a-list'));
    if (value.length > max) return fail(issue('too-many'));
    const entries: V[] = [];
    for (const each of value) {
      const parsed = entry.parse(each);
      if (!parsed.ok) return parsed;
      if (!entries.includes(parsed.value)) entries.push(parsed.value);
    }
    return entries.length === 0 ? ok(NOTHING) : ok(entries);
  },
});

export const idFacet: Facet<string> = { fallback: '', parse: (value) => (isId(value) ? ok(value) : fail(issue('not-an-id'))) };

/** An instant: milliseconds since 1970 by the server's clock. Devices' clocks are often wrong, so clients correct theirs first. */
export const instantFacet: Facet<number> = wholeFacet(0, 8_640_000_000_000_000);

/** A record with exactly these parts; unknown parts are dropped, missing ones take their fallback. */
export const partsFacet = <P extends Facets>(parts: P): Facet<{ readonly [K in keyof P]: ValueOf<P[K]> }> => {
  type Parts = { readonly [K in keyof P]: ValueOf<P[K]> };
  const fallback = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.fallback])) as Parts;
  return {
    fallback,
    parse(value) {
      if (!isRecord(value)) return fail(issue('not-a-record'));
      const read: Record<string, unknown> = {};
      for (const [name, part] of Object.entries(parts)) {
        const own = Object.hasOwn(value, name) ? value[name] : undefined;
        if (own === undefined) {
          read[name] = part.fallback;
          continue;
        }
        const parsed = part.parse(own);
        if (!parsed.ok) return fail(issue(parsed.error.code, name));
        read[name] = parsed.value;
      }
      return ok(read as Parts);
    },
  };
};
