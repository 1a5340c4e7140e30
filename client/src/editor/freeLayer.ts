// The objects of the free layer as this screen reads them: placed, stacked and findable by place. It follows the records by difference:
// one changed object places itself and what is attached to it, whatever else is on the board.
import { type BoardKind, inStack, isBlankRecord, isFree, type Typesetting } from '@masa/shared/board';
import type { Box, Placed, Point } from '@masa/shared/core';
import type { BoardRecord, Projection } from '@masa/shared/document';
import { type Anchorage, commentLooks, connectorLooks, hits, type PlacedObject, placeObject } from '@masa/shared/objects';
import RBush from 'rbush';
import { type Carried, carriedWith, connectorMovedBy } from './carrying.ts';

interface Entry {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  placed: PlacedObject;
  /** Place in the stack; gaps do not matter. */
  rank: number;
}

export interface FreeLayer {
  get(id: string): PlacedObject | undefined;
  /** Objects that can be seen in a box, lowest first. */
  within(box: Box): readonly PlacedObject[];
  /** The topmost object at a point. @param tolerance board units a thin line may be missed by */
  at(point: Point, tolerance: number, isWanted?: (placed: PlacedObject) => boolean): PlacedObject | undefined;
  /** All objects, lowest first. */
  all(): readonly PlacedObject[];
  readonly size: number;
  /** Objects as they would lie if some lay elsewhere, with the connectors and comments attached to them: what a gesture shows. */
  suppose(moved: ReadonlyMap<string, Placed>): readonly PlacedObject[];
  /** What goes along when these are carried. Nothing of it is placed anew as long as it is asked for the same. */
  carried(ids: readonly string[]): Carried;
  /** What is held at one end while the rest is carried by (dx, dy), as it would lie. */
  stretched(carried: Carried, dx: number, dy: number): readonly PlacedObject[];
  /** An object that is not on the board, as it would lie there. */
  preview(record: BoardRecord): PlacedObject;
  /** Places anew what changed, and what is attached to it or to cards that moved. */
  follow(changed: ReadonlySet<string>): void;
  /** Everything is placed anew: another font. */
  reset(): void;
  /** Boxes that look different since this was last asked. */
  takeDamage(): readonly Box[];
}

export interface FreeLayerOptions {
  readonly kind: BoardKind;
  readonly projection: Projection;
  readonly measure: Typesetting;
  /** Where a card lies in its cell. */
  readonly cardBox: (id: string) => Box | undefined;
}

/** Above this share of changed entries building the index anew is cheaper than moving each. */
const REBUILD_SHARE = 0.25;
/** So many hands at once are remembered with what they carry. */
const HANDS_MAX = 8;

/** What an object is attached to. */
function anchorsOf(record: BoardRecord): readonly string[] {
  if (record.inert) return [];
  if (record.type === 'connector') {
    const { start, end } = connectorLooks(record);
    return [start.on, end.on].filter((on) => on !== '');
  }
  if (record.type === 'comment') return [commentLooks(record).on].filter((on) => on !== '');
  return [];
}

export function createFreeLayer({ kind, projection, measure, cardBox }: FreeLayerOptions): FreeLayer {
  const tree = new RBush<Entry>(16);
  const entries = new Map<string, Entry>();
  /** Object → ids of what is attached to it. */
  const attached = new Map<string, Set<string>>();
  /** Where cards lay when something attached to them was placed. */
  const cardsThen = new Map<string, Box | undefined>();
  let damage: Box[] = [];
  let isUnordered = false;
  let topRank = 0;
  let inOrder: readonly PlacedObject[] | undefined;
  /** What is carried, by this person and others: the same with every step of a hand. */
  let held: readonly { readonly ids: readonly string[]; readonly carried: Carried }[] = [];

  const placedIn = (id: string, instead?: ReadonlyMap<string, Anchorage>): Anchorage | undefined => {
    const supposed = instead?.get(id);
    if (supposed) return supposed;
    const entry = entries.get(id);
    if (entry) return entry.placed;
    const card = cardBox(id);
    if (card) return { box: card, rot: 0 };
    // In the bin it still has the place it had: what points at it stays where it is.
    const record = projection.get(id);
    return record && 'box' in record.place ? placeObject(record, { measure, placed: () => undefined }) : undefined;
  };

  const attach = (id: string, anchors: readonly string[]): void => {
    for (const anchor of anchors) {
      const set = attached.get(anchor) ?? new Set<string>();
      attached.set(anchor, set.add(id));
      if (!entries.has(anchor)) cardsThen.set(anchor, cardBox(anchor));
    }
  };
  const detach = (id: string, anchors: readonly string[]): void => {
    for (const anchor of anchors) {
      const set = attached.get(anchor);
      set?.delete(id);
      if (set?.size === 0) {
        attached.delete(anchor);
        cardsThen.delete(anchor);
      }
    }
  };

  const isShown = (record: BoardRecord | undefined): record is BoardRecord =>
    record !== undefined && isFree(kind, record) && !isBlankRecord(kind, record);

  /** Entries taken out and put in, to change the index in one go. */
  const refresh = (ids: Iterable<string>): void => {
    const out: Entry[] = [];
    const into: Entry[] = [];
    for (const id of ids) {
      const before = entries.get(id);
      const record = projection.get(id);
      if (before) {
        damage.push(before.placed.bounds);
        detach(id, anchorsOf(before.placed.record));
        out.push(before);
        entries.delete(id);
      }
      if (!isShown(record)) {
        if (before) inOrder = undefined;
        continue;
      }
      const placed = placeObject(record, { measure, placed: placedIn });
      const { x, y, w, h } = placed.bounds;
      const isSameRank = before && before.placed.record.z === record.z && before.placed.record.type === record.type;
      if (!isSameRank) isUnordered = true;
      const entry: Entry = { minX: x, minY: y, maxX: x + w, maxY: y + h, placed, rank: isSameRank ? before.rank : ++topRank };
      entries.set(id, entry);
      attach(id, anchorsOf(record));
      into.push(entry);
      damage.push(placed.bounds);
      inOrder = undefined;
    }
    if (held.length > 0) {
      const touched = [...out, ...into].flatMap(({ placed }) => [placed.id, ...anchorsOf(placed.record)]);
      held = held.filter(({ carried }) => !touched.some((id) => carried.ids.has(id)));
    }
    if (out.length + into.length > Math.max(64, entries.size * REBUILD_SHARE)) {
      tree.clear();
      tree.load([...entries.values()]);
      return;
    }
    for (const entry of out) tree.remove(entry);
    for (const entry of into) tree.insert(entry);
  };

  const rank = (): void => {
    if (!isUnordered) return;
    isUnordered = false;
    const sorted = [...entries.values()].sort((a, b) => inStack(a.placed.record, b.placed.record));
    for (const [at, entry] of sorted.entries()) entry.rank = at;
    topRank = sorted.length;
  };
  const byRank = (a: Entry, b: Entry): number => a.rank - b.rank;

  /** What hangs on these, and what hangs on that: a comment about an arrow goes where the arrow goes. */
  const dependents = (ids: Iterable<string>): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const id of ids) for (const each of attached.get(id) ?? []) found.add(each);
    for (const id of Array.from(found)) for (const each of attached.get(id) ?? []) found.add(each);
    return found;
  };
  /** What something hangs on is placed before it: objects, then arrows, then comments. */
  const inTurn = (ids: Iterable<string>): readonly string[] => {
    const turns: [string[], string[], string[]] = [[], [], []];
    for (const id of ids) {
      const type = projection.get(id)?.type;
      turns[type === 'connector' ? 1 : type === 'comment' ? 2 : 0].push(id);
    }
    return turns.flat();
  };

  const layer: FreeLayer = {
    get: (id) => entries.get(id)?.placed,
    within({ x, y, w, h }) {
      rank();
      return tree
        .search({ minX: x, minY: y, maxX: x + w, maxY: y + h })
        .sort(byRank)
        .map((entry) => entry.placed);
    },
    at(point, tolerance, isWanted = () => true) {
      rank();
      const near = { minX: point.x - tolerance, minY: point.y - tolerance, maxX: point.x + tolerance, maxY: point.y + tolerance };
      return tree
        .search(near)
        .sort((a, b) => byRank(b, a))
        .find(({ placed }) => isWanted(placed) && hits(placed, point, tolerance))?.placed;
    },
    all() {
      rank();
      inOrder ??= [...entries.values()].sort(byRank).map((entry) => entry.placed);
      return inOrder;
    },
    get size() {
      return entries.size;
    },
    suppose(moved) {
      rank();
      const now = new Map<string, Anchorage>(moved);
      const around = { measure, placed: (id: string) => placedIn(id, now) };
      const shown: { readonly placed: PlacedObject; readonly rank: number }[] = [];
      const last = new Set(dependents(moved.keys()));
      for (const [id, to] of moved) {
        const entry = entries.get(id);
        if (!entry) continue;
        if (entry.placed.route) {
          last.add(id);
          continue;
        }
        const supposed = placeObject(placedAt(entry.placed.record, to), around);
        now.set(id, supposed);
        last.delete(id);
        shown.push({ placed: supposed, rank: entry.rank });
      }
      for (const id of inTurn(last)) {
        const entry = entries.get(id);
        if (!entry) continue;
        const { record, box } = entry.placed;
        const to = moved.get(id)?.box;
        const placed = placeObject(to ? connectorMovedBy(record, to.x - box.x, to.y - box.y) : record, around);
        now.set(id, placed);
        shown.push({ placed, rank: entry.rank });
      }
      return shown.sort((one, other) => one.rank - other.rank).map((each) => each.placed);
    },
    carried(ids) {
      const known = held.find((each) => each.ids === ids || isSame(each.ids, ids));
      if (known) return known.carried;
      rank();
      const { whole, ...rest } = carriedWith(ids, { get: (id) => entries.get(id)?.placed, dependents, anchorsOf });
      const objects = whole.flatMap((id) => entries.get(id) ?? []).sort(byRank);
      const carried = { ...rest, objects: objects.map((entry) => entry.placed) };
      held = [{ ids, carried }, ...held].slice(0, HANDS_MAX);
      return carried;
    },
    stretched(carried, dx, dy) {
      if (carried.stretched.length === 0) return [];
      const ends = new Set(carried.stretched);
      const around = {
        measure,
        placed(id: string): Anchorage | undefined {
          const placed = placedIn(id);
          if (!placed || !carried.ids.has(id) || ends.has(id)) return placed;
          return { ...placed, box: { ...placed.box, x: placed.box.x + dx, y: placed.box.y + dy } };
        },
      };
      return carried.stretched.flatMap((id) => {
        const entry = entries.get(id);
        if (!entry) return [];
        const { record, route } = entry.placed;
        return placeObject(route && carried.chosen.has(id) ? connectorMovedBy(record, dx, dy) : record, around);
      });
    },
    preview: (record) => placeObject(record, { measure, placed: placedIn }),
    follow(changed) {
      const ids = new Set(changed);
      for (const [anchor, then] of cardsThen) {
        if (entries.has(anchor)) continue;
        const now = cardBox(anchor);
        if (now === then || (now && then && now.x === then.x && now.y === then.y && now.w === then.w && now.h === then.h)) continue;
        cardsThen.set(anchor, now);
        for (const id of attached.get(anchor) ?? []) ids.add(id);
      }
      for (const id of dependents(ids)) ids.add(id);
      refresh(inTurn(ids));
    },
    reset: () => layer.follow(new Set([...projection.records()].map((record) => record.id))),
    takeDamage() {
      const taken = damage;
      damage = [];
      return taken;
    },
  };
  const first = [...projection.records()].filter(isShown);
  refresh(inTurn(first.map((record) => record.id)));
  return layer;
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((each, at) => each === b[at]);

const placedAt = (record: BoardRecord, { box, rot }: Placed): BoardRecord => ({ ...record, place: { box: [box.x, box.y, box.w, box.h], rot } });
