// Edits: what somebody wants to change, as data. They are made by kinds' commands and tools, applied by `apply`, inverted by history.
import type { Place } from './record.ts';

export type Edit =
  /** Makes an object. `facets` are values by facet name, `text` its first text. An id that exists is left alone. */
  | {
      readonly do: 'create';
      readonly id: string;
      readonly type: string;
      readonly place: Place;
      readonly text: string;
      readonly facets: Readonly<Record<string, unknown>>;
    }
  /** Sets one facet. `null` empties it. */
  | { readonly do: 'set'; readonly id: string; readonly facet: string; readonly value: unknown }
  /** Replaces the text by the smallest change of the shared text, so that others' typing elsewhere in it survives. */
  | { readonly do: 'text'; readonly id: string; readonly text: string; readonly cursor?: number }
  /** Puts a person's mark on an object, or takes it away again. */
  | { readonly do: 'mark'; readonly by: string; readonly id: string; readonly mark: string; readonly on: boolean };

/** Who changed the document: the origin of every transaction of ours. `undoable` edits enter the person's own history. */
export interface EditOrigin {
  readonly by: 'person' | 'history' | 'server';
}

export const PERSON: EditOrigin = { by: 'person' };
export const HISTORY: EditOrigin = { by: 'history' };
export const SERVER: EditOrigin = { by: 'server' };
