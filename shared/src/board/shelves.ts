// Records of a board sorted as its readers show them, kept in order by difference: one changed record costs its own slot, whatever else
// is on the board. Load-bearing: a list keeps its identity while nothing in it changes; readers and placement compare by `===`.
import type { BoardRecord } from '../document/index.ts';
import type { BoardKind } from './kind.ts';
import { inOrder, inStack, isBlankRecord, isFree, isPart, slotIndex, slotOf } from './records.ts';
import type { Template, TemplateCell } from './template.ts';

/** What a reader reads: records that do not change while it is used. */
export interface RecordSource {
  get(id: string): BoardRecord | undefined;
  records(): Iterable<BoardRecord>;
}

export interface Shelves {
  readonly kind: BoardKind;
  /** Takes up what these records have become. */
  follow(ids: Iterable<string>): void;
  live(): readonly BoardRecord[];
  /** Live cards by slot, in order. The map and its lists are never changed, only replaced. */
  slots(): ReadonlyMap<string, readonly BoardRecord[]>;
  inCell(cell: TemplateCell, slots: ReadonlyMap<string, readonly BoardRecord[]>): readonly BoardRecord[];
  /** What of a slot's list a template does not show. */
  hiddenOf(template: Template, list: readonly BoardRecord[], isHidden: (record: BoardRecord) => boolean): readonly BoardRecord[];
  free(): readonly BoardRecord[];
  ofType(type: string): readonly BoardRecord[];
  bin(): readonly BoardRecord[];
}

const EMPTY: readonly BoardRecord[] = [];
const NOTHING: ReadonlySet<string> = new Set();

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((each, at) => each === b[at]);

function put(lists: Map<string, BoardRecord[]>, slot: string, record: BoardRecord): void {
  const list = lists.get(slot);
  if (list) list.push(record);
  else lists.set(slot, [record]);
}

/** A sorted list without some of its records and with others. */
function changed(list: readonly BoardRecord[], without: ReadonlySet<string>, into: readonly BoardRecord[]): readonly BoardRecord[] {
  const kept = list.filter(({ id }) => !without.has(id));
  if (into.length > 1) return [...kept, ...into].sort(inOrder);
  const [only] = into;
  if (!only) return kept;
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder(kept[middle] as BoardRecord, only) < 0) low = middle + 1;
    else high = middle;
  }
  kept.splice(low, 0, only);
  return kept;
}

/** What a cell shows of one of its slots: the list itself where it shows all of it, without a look at any record. */
function shownOf(kind: BoardKind, cell: TemplateCell, list: readonly BoardRecord[], at: number): readonly BoardRecord[] {
  const own = cell.slots[at];
  const isFirst = cell.slots.findIndex(({ slot }) => slot === own?.slot) === at;
  return own && !own.when && isFirst ? list : list.filter((record) => slotIndex(kind, cell, record) === at);
}

/** Sorted when first asked for. */
export function createShelves(kind: BoardKind, source: RecordSource): Shelves {
  /** What the lists are made of; nothing blank. */
  let known: Map<string, BoardRecord> | undefined;
  let slots: ReadonlyMap<string, readonly BoardRecord[]> = new Map();
  let live: readonly BoardRecord[] | undefined;
  let free: readonly BoardRecord[] | undefined;
  let bin: readonly BoardRecord[] | undefined;
  const types = new Map<string, readonly BoardRecord[]>();
  const cells = new WeakMap<TemplateCell, { readonly lists: readonly (readonly BoardRecord[])[]; readonly records: readonly BoardRecord[] }>();
  const hidden = new WeakMap<Template, WeakMap<readonly BoardRecord[], readonly BoardRecord[]>>();

  const isShown = (record: BoardRecord | undefined): record is BoardRecord => record !== undefined && !isBlankRecord(kind, record);
  const isLive = (record: BoardRecord): boolean => record.gone === null;
  /** The slot of a live card. */
  const shelfOf = (record: BoardRecord): string | undefined => (isLive(record) && !isPart(kind, record) ? slotOf(kind, record)?.id : undefined);

  const sorted = (): Map<string, BoardRecord> => {
    if (known) return known;
    known = new Map();
    const lists = new Map<string, BoardRecord[]>();
    for (const record of source.records()) {
      if (!isShown(record)) continue;
      known.set(record.id, record);
      const slot = shelfOf(record);
      if (slot !== undefined) put(lists, slot, record);
    }
    for (const list of lists.values()) list.sort(inOrder);
    slots = lists;
    return known;
  };

  /** What was answered about a record is no longer true. */
  const forget = (record: BoardRecord): void => {
    if (isLive(record)) {
      live = undefined;
      types.delete(record.type);
      if (isFree(kind, record)) free = undefined;
    } else bin = undefined;
  };

  const all = (isWanted: (record: BoardRecord) => boolean): BoardRecord[] => {
    const found: BoardRecord[] = [];
    for (const record of sorted().values()) if (isWanted(record)) found.push(record);
    return found;
  };

  return {
    kind,
    follow(ids) {
      if (!known) return;
      const out = new Map<string, Set<string>>();
      const into = new Map<string, BoardRecord[]>();
      for (const id of ids) {
        const before = known.get(id);
        const after = source.get(id);
        if (before) {
          forget(before);
          const slot = shelfOf(before);
          if (slot !== undefined) out.set(slot, (out.get(slot) ?? new Set()).add(id));
        }
        if (!isShown(after)) {
          known.delete(id);
          continue;
        }
        forget(after);
        known.set(id, after);
        const slot = shelfOf(after);
        if (slot !== undefined) put(into, slot, after);
      }
      const touched = new Set([...out.keys(), ...into.keys()]);
      if (touched.size === 0) return;
      const next = new Map(slots);
      for (const slot of touched) {
        const list = changed(next.get(slot) ?? EMPTY, out.get(slot) ?? NOTHING, into.get(slot) ?? EMPTY);
        if (list.length > 0) next.set(slot, list);
        else next.delete(slot);
      }
      slots = next;
    },
    live() {
      live ??= all(isLive);
      return live;
    },
    slots() {
      sorted();
      return slots;
    },
    inCell(cell, from) {
      const lists = cell.slots.map((each) => from.get(each.slot) ?? EMPTY);
      const kept = cells.get(cell);
      if (kept && isSame(kept.lists, lists)) return kept.records;
      const found = lists.flatMap((list, at) => shownOf(kind, cell, list, at));
      const records = kept && isSame(kept.records, found) ? kept.records : found;
      cells.set(cell, { lists, records });
      return records;
    },
    hiddenOf(template, list, isHidden) {
      const byList = hidden.get(template) ?? new WeakMap<readonly BoardRecord[], readonly BoardRecord[]>();
      hidden.set(template, byList);
      const kept = byList.get(list) ?? list.filter(isHidden);
      byList.set(list, kept);
      return kept;
    },
    free() {
      free ??= all((record) => isFree(kind, record)).sort(inStack);
      return free;
    },
    ofType(type) {
      const kept = types.get(type) ?? all((record) => isLive(record) && record.type === type);
      types.set(type, kept);
      return kept;
    },
    bin() {
      bin ??= all((record) => !isLive(record)).sort((a, b) => (b.gone?.at ?? 0) - (a.gone?.at ?? 0));
      return bin;
    },
  };
}
