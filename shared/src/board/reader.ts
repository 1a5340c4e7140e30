// Reading a board: its records seen through a kind. Everything that shows, checks, exports or edits cards asks here.
import { compareKeys } from '../core/index.ts';
import { type BoardRecord, isCellPlace, PARKING, type Projection, type TypeFacets } from '../document/index.ts';
import { isEmpty } from './field.ts';
import type { BoardKind, BoardReader, ObjectType, Reactions, Slot } from './kind.ts';
import { cellsInOrder, type Template, type TemplateCell } from './template.ts';

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
  return cell.slots.findIndex((each) => each.slot === slot && (!each.when || each.when.values.includes(record.fields[each.when.facet] ?? null)));
}

const inOrder = (a: BoardRecord, b: BoardRecord): number => compareKeys(orderOf(a), a.id, orderOf(b), b.id);

/** Frames lie under everything they frame; then the order people gave. */
export const inStack = (a: BoardRecord, b: BoardRecord): number =>
  Number(b.type === FRAME) - Number(a.type === FRAME) || compareKeys(a.z, a.id, b.z, b.id);

/** The type of objects that hold others: it lies under them. */
const FRAME = 'frame';

const isPart = (kind: BoardKind, record: BoardRecord): boolean => typeOf(kind, record.type)?.can.bePart ?? false;

/** Whether a record lies in the free layer and is shown by itself. It may still be blank. */
export const isFree = (kind: BoardKind, record: BoardRecord): boolean => record.gone === null && !isCellPlace(record.place) && !isPart(kind, record);

/** What a reader reads: records that do not change while it is used. */
export interface RecordSource {
  get(id: string): BoardRecord | undefined;
  records(): Iterable<BoardRecord>;
}

function sourceOf(records: Iterable<BoardRecord>): RecordSource {
  const all = new Map<string, BoardRecord>();
  for (const record of records) all.set(record.id, record);
  return { get: (id) => all.get(id), records: () => all.values() };
}

/** Computes once, when first asked. */
function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

const NO_REACTIONS = (): Reactions => ({});

/** A reader over a set of records. Every answer is computed when it is first asked for, and kept. */
export function createReader(
  kind: BoardKind,
  template: Template,
  records: Iterable<BoardRecord> | RecordSource,
  reactions: BoardReader['reactions'] = NO_REACTIONS,
): BoardReader {
  const source = 'records' in records ? records : sourceOf(records);
  const live = once(() => [...source.records()].filter((record) => record.gone === null && !isBlankRecord(kind, record)));
  const slots = once(() => {
    const found = new Map<string, BoardRecord[]>();
    for (const record of live()) {
      const slot = slotOf(kind, record)?.id;
      if (slot === undefined || isPart(kind, record)) continue;
      const list = found.get(slot);
      if (list) list.push(record);
      else found.set(slot, [record]);
    }
    for (const list of found.values()) list.sort(inOrder);
    return found;
  });
  const cells = cellsInOrder(template);
  const inCells = new Map<TemplateCell, readonly BoardRecord[]>();
  const inSlot = (slot: string): readonly BoardRecord[] => slots().get(slot) ?? [];
  const cellOf = (record: BoardRecord): TemplateCell | undefined => cells.find((cell) => slotIndex(kind, cell, record) >= 0);
  const free = once(() =>
    live()
      .filter((record) => isFree(kind, record))
      .sort(inStack),
  );
  const bin = once(() =>
    [...source.records()]
      .filter((record) => record.gone !== null && !isBlankRecord(kind, record))
      .sort((a, b) => (b.gone?.at ?? 0) - (a.gone?.at ?? 0)),
  );
  return {
    kind,
    template,
    get: (id) => source.get(id),
    live,
    inSlot,
    inCell(cell) {
      const known = inCells.get(cell) ?? cell.slots.flatMap((each, at) => inSlot(each.slot).filter((record) => slotIndex(kind, cell, record) === at));
      inCells.set(cell, known);
      return known;
    },
    cellOf,
    hidden() {
      const found = new Map<string, readonly BoardRecord[]>();
      for (const [slot, list] of slots()) {
        const out = list.filter((record) => !cellOf(record));
        if (out.length > 0) found.set(slot, out);
      }
      return found;
    },
    free,
    reactions,
    ofType: (type) => live().filter((record) => record.type === type),
    bin,
  };
}

/** The reader of a live document as it is now. */
export const readerOf = (kind: BoardKind, template: Template, projection: Projection, reactions?: BoardReader['reactions']): BoardReader =>
  createReader(kind, template, projection, reactions);

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
