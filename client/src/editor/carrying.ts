// What goes along when objects are carried: they themselves and what is attached to nothing else move as they lie, however they are
// placed; only what is held at one end and carried at the other has to be placed anew with every step.
import type { BoardRecord } from '@masa/shared/document';
import { moveConnector, type PlacedObject } from '@masa/shared/objects';

/** Objects that are carried. The same object while they are the same and nothing about them changes. */
export interface Carried {
  /** What moves as it lies, lowest first: the layer's own objects. */
  readonly objects: readonly PlacedObject[];
  /** What is held at one end only: its way is another one with every step. */
  readonly stretched: readonly string[];
  /** What is carried by its own. */
  readonly chosen: ReadonlySet<string>;
  /** All of it. */
  readonly ids: ReadonlySet<string>;
}

export interface Lying {
  readonly get: (id: string) => PlacedObject | undefined;
  /** What is attached to any of these. */
  readonly dependents: (ids: Iterable<string>) => Iterable<string>;
  readonly anchorsOf: (record: BoardRecord) => readonly string[];
}

export function carriedWith(
  ids: Iterable<string>,
  { get, dependents, anchorsOf }: Lying,
): Omit<Carried, 'objects'> & { readonly whole: readonly string[] } {
  const led = new Set([...ids].filter((id) => get(id)));
  /** It moves by exactly as much as what carries it. */
  const isAlong = (id: string): boolean => led.has(id) && !get(id)?.route;
  const all = new Set([...led, ...dependents(led)]);
  const whole: string[] = [];
  const stretched: string[] = [];
  for (const id of all) {
    const placed = get(id);
    if (!placed) continue;
    const anchors = anchorsOf(placed.record);
    const isHeldWhole = led.has(id) || !placed.route || anchors.length === 2;
    (isHeldWhole && anchors.every(isAlong) ? whole : stretched).push(id);
  }
  return { whole, stretched, chosen: led, ids: all };
}

/** A connector whose free ends were moved. */
export function connectorMovedBy(record: BoardRecord, dx: number, dy: number): BoardRecord {
  const fields: Record<string, unknown> = { ...record.fields };
  for (const edit of moveConnector(record, dx, dy)) if (edit.do === 'set') fields[edit.facet] = edit.value;
  return { ...record, fields };
}
