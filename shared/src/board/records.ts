// Single records as a kind understands them: what is blank, which slot a record lies in, what is free, in which order things stand.
import { compareKeys } from '../core/index.ts';
import { type BoardRecord, isCellPlace, PARKING, type TypeFacets } from '../document/index.ts';
import { isEmpty } from './field.ts';
import type { BoardKind, ObjectType, Slot } from './kind.ts';
import type { CellSlot, TemplateCell } from './template.ts';

/** Nothing in it: no text, no field, no notes. Such an object is shown nowhere, not even in the bin. */
export function isBlankRecord(kind: BoardKind, record: BoardRecord): boolean {
  if (record.text.trim() !== '' || record.inert || record.notes !== '') return false;
  const type = typeOf(kind, record.type);
  if (!isCellPlace(record.place) && type?.can.beWordless) return false;
  return Object.keys(type?.facets ?? {}).every((name) => isEmpty(record.fields[name]));
}

export const typeOf = (kind: BoardKind, type: string): ObjectType | undefined => (Object.hasOwn(kind.types, type) ? kind.types[type] : undefined);

/** The slot a record lies in; a slot this kind does not know (a newer version's, or nonsense) reads as parking, so nothing disappears. */
export function slotOf(kind: BoardKind, record: BoardRecord): Slot | undefined {
  const { place } = record;
  if (!isCellPlace(place)) return undefined;
  const slots = slotsOf(kind);
  return slots.get(place.cell) ?? slots.get(PARKING);
}

const slotMaps = new WeakMap<BoardKind, ReadonlyMap<string, Slot>>();

function slotsOf(kind: BoardKind): ReadonlyMap<string, Slot> {
  const known = slotMaps.get(kind) ?? new Map(kind.slots.map((slot) => [slot.id, slot]));
  slotMaps.set(kind, known);
  return known;
}

export const orderOf = (record: BoardRecord): string => (isCellPlace(record.place) ? record.place.order : '');

/** Which of a cell's slots shows a record, or -1. */
export function slotIndex(kind: BoardKind, cell: TemplateCell, record: BoardRecord): number {
  const slot = slotOf(kind, record)?.id;
  return cell.slots.findIndex((each) => each.slot === slot && (!each.when || askedBy(each.when).has(keyOf(record.fields[each.when.facet] ?? null))));
}

type When = NonNullable<CellSlot['when']>;

const asked = new WeakMap<When, ReadonlySet<string>>();

/** The values a slot of a cell shows, as keys: every card of the slot is asked by every cell that shows some of it. */
function askedBy(when: When): ReadonlySet<string> {
  const known = asked.get(when) ?? new Set(when.values.map(keyOf));
  asked.set(when, known);
  return known;
}

const keys = new WeakMap<object, string>();

/** Two plain values have the same key where `isSameValue` holds. Values of records and templates never change. */
function keyOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const known =
    keys.get(value) ??
    `{${Object.entries(value)
      .map(([name, each]) => `${JSON.stringify(name)}:${keyOf(each)}`)
      .sort()
      .join()}}`;
  keys.set(value, known);
  return known;
}

/** Whether two plain values say the same. Objects of a facet are small and have no order of keys. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [one, two] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return one.length === Object.keys(two).length && one.every(([name, value]) => Object.hasOwn(two, name) && isSameValue(value, two[name]));
}

/** Cards of a slot as people ordered them. */
export const inOrder = (a: BoardRecord, b: BoardRecord): number => compareKeys(orderOf(a), a.id, orderOf(b), b.id);

/** Frames lie under everything they frame; then the order people gave. */
export const inStack = (a: BoardRecord, b: BoardRecord): number =>
  Number(b.type === FRAME) - Number(a.type === FRAME) || compareKeys(a.z, a.id, b.z, b.id);

/** The type of objects that hold others: it lies under them. */
const FRAME = 'frame';

export const isPart = (kind: BoardKind, record: BoardRecord): boolean => typeOf(kind, record.type)?.can.bePart ?? false;

/** Whether a record lies in the free layer and is shown by itself. It may still be blank. */
export const isFree = (kind: BoardKind, record: BoardRecord): boolean => record.gone === null && !isCellPlace(record.place) && !isPart(kind, record);

const facetsOfTypes = new WeakMap<ObjectType, TypeFacets>();

/** Record types for the projection of a kind: what forms ask and what tools set. */
export const typesOf =
  (kind: BoardKind) =>
  (type: string): TypeFacets | undefined => {
    const found = typeOf(kind, type);
    if (!found) return undefined;
    const known = facetsOfTypes.get(found) ?? { type, facets: { ...found.looks, ...found.facets } };
    facetsOfTypes.set(found, known);
    return known;
  };
