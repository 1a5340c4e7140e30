// Reading a board: its records seen through a kind. Everything that shows, checks, exports or edits cards asks here.
import { compareKeys } from '../core/index.ts';
import { type BoardRecord, isCellPlace, PARKING, type Projection } from '../document/index.ts';
import { isEmpty } from './field.ts';
import type { BoardKind, BoardReader, ObjectType, Slot } from './kind.ts';
import { cellsInOrder, type Template, type TemplateCell } from './template.ts';

/** Nothing in it: no text, no field, no notes. Such a card is shown nowhere, not even in the bin. */
const isBlankCard = (record: BoardRecord): boolean =>
  record.text.trim() === '' && !record.inert && record.notes === '' && Object.values(record.fields).every(isEmpty);

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

/** A reader over a set of records; computed once, from records that do not change meanwhile. */
export function createReader(kind: BoardKind, template: Template, records: Iterable<BoardRecord>): BoardReader {
  const all = new Map<string, BoardRecord>();
  for (const record of records) all.set(record.id, record);
  const live = [...all.values()].filter((record) => record.gone === null && !isBlankCard(record));
  const slots = new Map<string, BoardRecord[]>();
  for (const record of live) {
    const slot = slotOf(kind, record)?.id;
    if (slot === undefined) continue;
    const list = slots.get(slot);
    if (list) list.push(record);
    else slots.set(slot, [record]);
  }
  for (const list of slots.values()) list.sort(inOrder);
  const cells = cellsInOrder(template);
  const inCells = new Map<TemplateCell, readonly BoardRecord[]>();
  const inSlot = (slot: string): readonly BoardRecord[] => slots.get(slot) ?? [];
  const cellOf = (record: BoardRecord): TemplateCell | undefined => cells.find((cell) => slotIndex(kind, cell, record) >= 0);
  return {
    kind,
    template,
    get: (id) => all.get(id),
    live: () => live,
    inSlot,
    inCell(cell) {
      const known = inCells.get(cell) ?? cell.slots.flatMap((each, at) => inSlot(each.slot).filter((record) => slotIndex(kind, cell, record) === at));
      inCells.set(cell, known);
      return known;
    },
    cellOf,
    hidden() {
      const found = new Map<string, readonly BoardRecord[]>();
      for (const [slot, list] of slots) {
        const out = list.filter((record) => !cellOf(record));
        if (out.length > 0) found.set(slot, out);
      }
      return found;
    },
    bin: () =>
      [...all.values()].filter((record) => record.gone !== null && !isBlankCard(record)).sort((a, b) => (b.gone?.at ?? 0) - (a.gone?.at ?? 0)),
  };
}

/** The reader of a live document as it is now. */
export const readerOf = (kind: BoardKind, template: Template, projection: Projection): BoardReader =>
  createReader(kind, template, projection.records());

/** Record types for the projection of a kind. */
export const typesOf =
  (kind: BoardKind) =>
  (type: string): ObjectType | undefined =>
    Object.hasOwn(kind.types, type) ? kind.types[type] : undefined;
