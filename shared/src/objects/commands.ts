// What people do to objects of the free layer, as named intentions that become edits. Tools, keys, menus and the outline call these;
// each is pure. A locked object is left alone by all of them but `unlock`.
import type { BoardReader, CommandContext } from '../board/index.ts';
import { moveCards, origin, stampOf, strayCellOf, typeOf } from '../board/index.ts';
import { type Box, createId, LIMITS, orderKeys, type Placed } from '../core/index.ts';
import { type BoardRecord, type Edit, FACET, type FreePlace, isCellPlace, type Place } from '../document/index.ts';
import { connectorLooks, type End } from './looks.ts';
import type { FreeType } from './types.ts';

/** Whole tenths: finer is not seen, and costs bytes with every move. */
const fine = (value: number): number => Math.round(value * 10) / 10;

export const freePlace = ({ x, y, w, h }: Box, rot = 0): FreePlace => ({
  box: [fine(x), fine(y), fine(w), fine(h)],
  rot: fine(((rot % 360) + 360) % 360),
});

export const isLocked = (record: BoardRecord): boolean => record.lock !== null;

export const mayUnlock = (record: BoardRecord, context: CommandContext): boolean =>
  record.lock !== null && (!record.lock.staff || context.isStaff === true);

/** The live, unlocked, understood records of some ids, in the order of the free layer. */
export function changeable(board: BoardReader, ids: Iterable<string>): readonly BoardRecord[] {
  const wanted = new Set(ids);
  return board.free().filter((record) => wanted.has(record.id) && !isLocked(record) && !record.inert);
}

/** The order key above everything. */
export function topKey(board: BoardReader): string {
  const top = board.free().at(-1);
  return orderKeys(top && top.z !== '' ? top.z : null, null, 1)[0] as string;
}

export interface NewObject {
  readonly type: FreeType;
  readonly place: FreePlace;
  readonly text?: string;
  /** Values of its looks by facet name. */
  readonly looks?: Readonly<Record<string, unknown>>;
  readonly id?: string;
}

/** Makes objects on top of all others. */
export function createObjects(board: BoardReader, objects: readonly NewObject[], context: CommandContext, how = origin('typed')): readonly Edit[] {
  const top = board.free().at(-1)?.z ?? '';
  const keys = orderKeys(top === '' ? null : top, null, objects.length);
  return objects.map(({ type, place, text = '', looks = {}, id = createId() }, at) => ({
    do: 'create',
    id,
    type,
    place,
    text,
    facets: { [FACET.author]: context.author, [FACET.created]: context.now, [FACET.origin]: how, [FACET.z]: keys[at], ...looks },
  }));
}

/** Puts objects to new places. Those that are locked or already there are left out. */
export function placeObjects(board: BoardReader, places: ReadonlyMap<string, Placed>): readonly Edit[] {
  return changeable(board, places.keys()).flatMap((record): readonly Edit[] => {
    const to = places.get(record.id);
    if (!to) return [];
    return [{ do: 'set', id: record.id, facet: FACET.place, value: freePlace(to.box, to.rot) }];
  });
}

/** Moves a connector: its free ends go along, attached ends stay with what they are attached to. */
export function moveConnector(record: BoardRecord, dx: number, dy: number): readonly Edit[] {
  const looks = connectorLooks(record);
  return (['start', 'end'] as const).flatMap((which): readonly Edit[] => {
    const { on, at } = looks[which];
    return on === '' ? [{ do: 'set', id: record.id, facet: which, value: { on: '', at: [fine(at[0] + dx), fine(at[1] + dy)] } }] : [];
  });
}

/** Sets one look of objects that have it. */
export function restyle(board: BoardReader, ids: Iterable<string>, facet: string, value: unknown): readonly Edit[] {
  return changeable(board, ids).flatMap((record): readonly Edit[] => {
    const own = typeOf(board.kind, record.type)?.looks?.[facet];
    const parsed = own?.parse(value);
    return parsed?.ok ? [{ do: 'set', id: record.id, facet, value: parsed.value }] : [];
  });
}

export type Reorder = 'front' | 'forward' | 'backward' | 'back';

/** Moves objects in the stack, keeping their order among themselves. Frames stay under everything. */
export function reorder(board: BoardReader, ids: Iterable<string>, to: Reorder): readonly Edit[] {
  const moving = changeable(board, ids);
  if (moving.length === 0) return [];
  const isMoving = new Set(moving.map((record) => record.id));
  const all = board.free();
  const rest = all.filter((record) => !isMoving.has(record.id));
  const indexes = all.flatMap((record, at) => (isMoving.has(record.id) ? [at] : []));
  const below = (at: number): number => all.slice(0, Math.max(0, at)).filter((record) => !isMoving.has(record.id)).length;
  const first = below(indexes[0] ?? 0);
  const last = below(indexes.at(-1) ?? 0);
  const index = to === 'front' ? rest.length : to === 'back' ? 0 : to === 'forward' ? Math.min(rest.length, last + 1) : Math.max(0, first - 1);
  const keyOf = (at: number): string | null => (rest[at]?.z ? (rest[at]?.z ?? null) : null);
  const keys = orderKeys(index > 0 ? keyOf(index - 1) : null, keyOf(index), moving.length);
  return moving.map((record, at) => ({ do: 'set', id: record.id, facet: FACET.z, value: keys[at] as string }));
}

/** Ids together with everything that shares their outermost group. */
export function withGroups(board: BoardReader, ids: Iterable<string>, entered: string | null = null): ReadonlySet<string> {
  const found = new Set(ids);
  const groups = new Set<string>();
  for (const id of found) {
    const group = groupAt(board.get(id), entered);
    if (group !== undefined) groups.add(group);
  }
  if (groups.size === 0) return found;
  for (const record of board.free()) if (record.groups.some((group) => groups.has(group))) found.add(record.id);
  return found;
}

/** The group a press on an object means: the outermost, or, inside a group that was entered, the next one in. */
export function groupAt(record: BoardRecord | undefined, entered: string | null): string | undefined {
  if (!record) return undefined;
  const inside = entered === null ? -1 : record.groups.indexOf(entered);
  return inside >= 0 ? record.groups[inside - 1] : record.groups.at(-1);
}

/** Makes one group of objects and of the groups they are in. */
export function groupObjects(board: BoardReader, ids: Iterable<string>): readonly Edit[] {
  const members = changeable(board, withGroups(board, ids)).filter(({ groups }) => groups.length < LIMITS.groupDepth);
  if (members.length < 2) return [];
  const group = createId();
  return members.map((record) => ({ do: 'set', id: record.id, facet: FACET.groups, value: [...record.groups, group] }));
}

/** Opens the outermost groups of objects. */
export function ungroupObjects(board: BoardReader, ids: Iterable<string>): readonly Edit[] {
  return changeable(board, withGroups(board, ids)).flatMap((record): readonly Edit[] =>
    record.groups.length === 0 ? [] : [{ do: 'set', id: record.id, facet: FACET.groups, value: record.groups.slice(0, -1) }],
  );
}

/** Locks objects, cards too. A facilitator's lock opens only for facilitators: the server refuses everybody else. */
export function lock(board: BoardReader, ids: Iterable<string>, context: CommandContext): readonly Edit[] {
  const value = { ...stampOf(context), staff: context.isStaff === true };
  return [...ids].flatMap((id): readonly Edit[] => {
    const record = board.get(id);
    return record && record.gone === null && record.lock === null && !record.inert ? [{ do: 'set', id, facet: FACET.lock, value }] : [];
  });
}

export function unlock(board: BoardReader, ids: Iterable<string>, context: CommandContext): readonly Edit[] {
  return [...ids].flatMap((id): readonly Edit[] => {
    const record = board.get(id);
    return record && mayUnlock(record, context) ? [{ do: 'set', id, facet: FACET.lock, value: null }] : [];
  });
}

/** Copies of objects, moved by (dx, dy): groups and arrows among them lead to the copies. Returns the edits and the new id of each old one. */
export function duplicate(
  board: BoardReader,
  ids: Iterable<string>,
  dx: number,
  dy: number,
  context: CommandContext,
): { readonly edits: readonly Edit[]; readonly copies: ReadonlyMap<string, string> } {
  const wanted = new Set(ids);
  const records = board.free().filter((record) => wanted.has(record.id) && !record.inert && record.type !== 'comment');
  const copies = new Map(records.map((record) => [record.id, createId()]));
  const groups = new Map<string, string>();
  const groupOf = (group: string): string => {
    const known = groups.get(group) ?? createId();
    groups.set(group, known);
    return known;
  };
  const endOfCopy = ({ on, at }: End): End => {
    const copy = on === '' ? undefined : copies.get(on);
    if (copy !== undefined) return { on: copy, at };
    return on === '' ? { on, at: [at[0] + dx, at[1] + dy] } : { on, at };
  };
  const objects = records.map((record): NewObject => {
    const looks: Record<string, unknown> = { ...record.fields, [FACET.groups]: record.groups.map(groupOf) };
    if (record.notes !== '') looks[FACET.notes] = record.notes;
    if (record.type === 'connector') {
      const { start, end } = connectorLooks(record);
      looks.start = endOfCopy(start);
      looks.end = endOfCopy(end);
    }
    const [x, y, w, h] = isCellPlace(record.place) ? [0, 0, 0, 0] : record.place.box;
    const rot = isCellPlace(record.place) ? 0 : record.place.rot;
    return {
      id: copies.get(record.id) ?? '',
      type: record.type as FreeType,
      place: freePlace({ x: x + dx, y: y + dy, w, h }, rot),
      text: record.text,
      looks,
    };
  });
  return { edits: createObjects(board, objects, context, origin('pasted')), copies };
}

/**
 * Takes cards out of their cells: each becomes an object at its box, or goes to the end of the cell where its kind keeps what is dropped
 * beside the sheet. They keep everything.
 */
export function takeOut(board: BoardReader, boxes: ReadonlyMap<string, Box>, context: CommandContext): readonly Edit[] {
  const key = topKey(board);
  const keys = orderKeys(key, null, boxes.size);
  const kept = new Map<string, string[]>();
  const out = [...boxes].flatMap(([id, box], at): readonly Edit[] => {
    const record = board.get(id);
    if (!record || record.gone !== null || record.inert || isLocked(record)) return [];
    const cell = strayCellOf(board, record);
    if (cell !== undefined) {
      if (cell) kept.set(cell.id, [...(kept.get(cell.id) ?? []), id]);
      return [];
    }
    if (!typeOf(board.kind, record.type)?.can.beCard) return [];
    return [
      { do: 'set', id, facet: FACET.place, value: freePlace(box) satisfies Place },
      { do: 'set', id, facet: FACET.z, value: keys[at] as string },
    ];
  });
  return [...out, ...[...kept].flatMap(([cell, ids]) => moveCards(board, ids, { cell, index: Number.MAX_SAFE_INTEGER }, context))];
}

/** A person's reaction to an object: puts it there, or takes it away if it is there. */
export const toggleMark = (by: string, id: string, mark: string, isOn: boolean): readonly Edit[] => [{ do: 'mark', by, id, mark, on: !isOn }];

/** Settles or reopens a conversation. */
export const resolve = (id: string, isResolved: boolean, context: CommandContext): readonly Edit[] => [
  { do: 'set', id, facet: 'resolved', value: isResolved ? stampOf(context) : null },
];
