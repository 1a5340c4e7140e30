// Admission: what an update would do to a board, decided before it is applied. The document is only read here.
//
// In this order, each a rule in tests/spec/sync.md: decodes · counts and clocks in bounds · nothing missing · client ids are the
// writer's own · siblings share parent and key · declared roots and shape · nothing under a lock of the staff, nor of somebody else while everybody
// changes only their own · work within bounds.
// These checks limit damage; they do not make a hostile writer harmless. The boundary that protects people is one document per right (Yjs says the same of itself).
// Longer than 250 lines because the order above is one walk over one update.
import { LIMITS } from '@masa/shared/core';
import { FACET, ROOTS } from '@masa/shared/document';
import type { RefusalReason } from '@masa/shared/wire';
import * as Y from 'yjs';
import { SERVER_OWNER } from '../store/roomLog.ts';
import { createConflicts } from './conflicts.ts';
import { authorIn, type Branch, deletionFault, facetFault, isStaffLock, markFault, objectFault, textFault, type Writer } from './layoutRules.ts';

export type Verdict =
  /** Apply it. `clients`: ids it writes with; `claims`: those that from now on are the writer's; `objects`: how many it creates. */
  | { readonly verdict: 'apply'; readonly clients: readonly number[]; readonly claims: readonly number[]; readonly objects: number }
  /** It says only what is known. */
  | { readonly verdict: 'nothing' }
  /** Something before it is missing. */
  | { readonly verdict: 'gap' }
  | { readonly verdict: 'refuse'; readonly reason: RefusalReason };

export interface Board {
  readonly doc: Y.Doc;
  readonly owners: ReadonlyMap<number, string>;
  /** Objects there are, the bin included. */
  readonly objects: number;
}

type Struct = Y.Item | Y.GC | Y.Skip;
type Type = Y.AbstractType<unknown>;

/** Where a struct hangs: the shared type and the key in it. Null = in nothing that lives. */
interface Hold {
  readonly type: Type | null;
  readonly key: string | null;
}

const GONE: Hold = { type: null, key: null };

/** Structs of one client in one update, in order of their clocks. */
interface Strand {
  readonly client: number;
  readonly structs: readonly Struct[];
  readonly holds: Hold[];
  /** The first clock after it. */
  readonly end: number;
  /** Being looked at: a strand that waits for itself can never be applied. */
  busy: boolean;
}

class Stop {
  readonly verdict: Verdict;
  constructor(verdict: Verdict) {
    this.verdict = verdict;
  }
}

const refuse = (reason: RefusalReason): never => {
  throw new Stop({ verdict: 'refuse', reason });
};
const gap = (): never => {
  throw new Stop({ verdict: 'gap' });
};

/** Tells how far the last decoding came. One class for all: a class made per update would undo every optimisation of the engine. */
class WatchedDecoder extends Y.UpdateDecoderV1 {
  static last: { readonly pos: number } = { pos: 0 };
  constructor(decoder: ConstructorParameters<typeof Y.UpdateDecoderV1>[0]) {
    super(decoder);
    WatchedDecoder.last = decoder;
  }
}

/** All of the bytes as one V1 update. What leaves bytes over is something else, e.g. an update in the V2 encoding. */
function decode(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> | undefined {
  try {
    const update = Y.decodeUpdateV2(bytes, WatchedDecoder);
    return WatchedDecoder.last.pos === bytes.length ? update : undefined;
  } catch {
    return undefined;
  }
}

export function judge(bytes: Uint8Array, board: Board, writer: Writer): Verdict {
  const update = decode(bytes);
  if (!update) return { verdict: 'refuse', reason: 'not-an-update' };
  if (update.structs.length === 0 && update.ds.clients.size === 0) return { verdict: 'nothing' };
  try {
    return createWalk(board, writer).over(update);
  } catch (stop) {
    if (stop instanceof Stop) return stop.verdict;
    throw stop;
  }
}

function createWalk({ doc, owners, objects }: Board, writer: Writer) {
  const { store, share } = doc;
  const strands = new Map<number, Strand>();
  /** Shared types this update makes, and where they hang. */
  const made = new Map<Type, Branch>();
  /** Keys this update sets in types, to see the second setting of what is set once. */
  const keys = new Map<Type, Set<string>>();
  /** How much longer each text becomes. */
  const growth = new Map<Type, number>();
  const conflicts = createConflicts(doc);
  const clients: number[] = [];
  const claims: number[] = [];
  let news = false;
  let createdObjects = 0;
  let createdMarks = 0;

  const known = (client: number): number => Y.getState(store, client);

  const branchOf = (type: Type | null): Branch | undefined => {
    if (type === null) return 'gone';
    const item = type._item;
    if (item === null) {
      if (type === share.get(ROOTS.objects)) return 'objects';
      if (type === share.get(ROOTS.marks)) return 'marks';
      return type === share.get(ROOTS.meta) ? 'meta' : made.get(type);
    }
    const parent = item.parent as Type;
    if (type instanceof Y.Map) return parent === share.get(ROOTS.objects) ? 'object' : undefined;
    return type instanceof Y.Text && parent._item?.parent === share.get(ROOTS.objects) ? 'text' : undefined;
  };

  const strandAt = (client: number, clock: number): { strand: Strand; at: number } => {
    const strand = strands.get(client);
    if (!strand || clock >= strand.end) return gap();
    return { strand, at: indexAt(strand.structs, clock) };
  };

  /** Makes sure the struct at `id` can be there before the one that names it, and says where it hangs. */
  const holdAt = (id: Y.ID): Hold => {
    if (id.clock < known(id.client)) {
      const struct = Y.getItem(store, id) as Y.Item | Y.GC;
      return struct instanceof Y.Item ? { type: struct.parent as Type | null, key: struct.parentSub } : GONE;
    }
    const { strand, at } = strandAt(id.client, id.clock);
    return strand.holds[at] ?? walkTo(strand, at);
  };

  /** The shared type an item at `id` holds; null if it is gone. */
  const typeAt = (id: Y.ID): Type | null => {
    let struct: Struct;
    if (id.clock < known(id.client)) struct = Y.getItem(store, id) as Y.Item | Y.GC;
    else {
      const { strand, at } = strandAt(id.client, id.clock);
      if (!strand.holds[at]) walkTo(strand, at);
      struct = strand.structs[at] as Struct;
    }
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) return null;
    return struct.content instanceof Y.ContentType ? (struct.content.type as Type) : refuse('not-the-board-shape');
  };

  /** Looks at a strand's structs up to index `at`. Deep only by strand, of which there are few. */
  const walkTo = (strand: Strand, at: number): Hold => {
    if (strand.busy) return refuse('not-an-update');
    strand.busy = true;
    const state = known(strand.client);
    for (let next = strand.holds.length; next <= at; next++) strand.holds.push(look(strand.structs[next] as Struct, state));
    strand.busy = false;
    return strand.holds[at] as Hold;
  };

  const look = (struct: Struct, state: number): Hold => {
    if (struct.id.clock + struct.length <= state) return GONE;
    if (struct instanceof Y.Skip) return gap();
    news = true;
    if (!(struct instanceof Y.Item)) return GONE;
    const hold = holdOf(struct);
    if (struct.id.clock < state) {
      // The first part of it is known: the rest must go on where that hangs.
      const before = holdAt(Y.createID(struct.id.client, state - 1));
      if (before.type !== hold.type || before.key !== hold.key) return refuse('not-siblings');
    }
    const knownLength = Math.max(0, state - struct.id.clock);
    checkPlace(struct, hold, knownLength);
    if (hold.type !== null && !conflicts.place(struct, hold.type, hold.key, knownLength)) return refuse('too-large');
    return hold;
  };

  const holdOf = ({ id, origin, rightOrigin, parent, parentSub }: Y.Item): Hold => {
    for (const other of [origin, rightOrigin, parent])
      if (other instanceof Y.ID && other.client === id.client && other.clock >= id.clock) return refuse('not-an-update');
    const left = origin && holdAt(origin);
    const right = rightOrigin && holdAt(rightOrigin);
    if (left || right) {
      if (left?.type === null || right?.type === null) return GONE;
      if (left && right && (left.type !== right.type || left.key !== right.key)) return refuse('not-siblings');
      const hold = (left ?? right) as Hold;
      if (origin && rightOrigin && !inOrder(origin, rightOrigin)) return refuse('not-siblings');
      // In a map the newest item is the value: nothing is ever inserted before another.
      return hold.key !== null && right ? refuse('not-siblings') : hold;
    }
    if (parent instanceof Y.ID) return { type: typeAt(parent), key: parentSub };
    // Y.decodeUpdate leaves the name of a root type as a string.
    const root: unknown = parent;
    const name = typeof root === 'string' && Object.values<string>(ROOTS).includes(root) ? root : refuse('unknown-root');
    return { type: (share.get(name) as Type | undefined) ?? refuse('unknown-root'), key: parentSub };
  };

  const checkPlace = ({ content, length }: Y.Item, { type, key }: Hold, knownLength: number): void => {
    if (type === null) return;
    const branch = made.get(type) ?? branchOf(type);
    const held = heldBy(branch, type);
    if (held) refuse(held);
    let fault: RefusalReason | undefined;
    switch (branch) {
      case 'objects':
        fault = objectFault(key, content, has(type, key));
        createdObjects++;
        if (!fault) made.set((content as Y.ContentType).type as Type, 'object');
        break;
      case 'object':
        fault = facetFault(key, content, has(type, key), writer);
        if (!fault && content instanceof Y.ContentType) made.set(content.type as Type, 'text');
        break;
      case 'marks':
        fault = markFault(key, content, writer);
        if (!has(type, key)) createdMarks++;
        break;
      case 'text':
        fault = key === null ? textFault(content) : 'not-the-board-shape';
        if (content instanceof Y.ContentString) growth.set(type, (growth.get(type) ?? 0) + length - knownLength);
        break;
      case 'meta':
        fault = 'meta-written';
        break;
      case 'gone':
        return;
      case undefined:
        fault = 'not-the-board-shape';
    }
    if (fault) refuse(fault);
    if (key !== null) note(type, key);
  };

  /** Why this writer leaves an object and its text alone: a lock they do not open, or that it is somebody else's. What this update makes is free. */
  const heldBy = (branch: Branch | undefined, type: Type): 'locked' | 'not-yours' | undefined => {
    if (writer.isStaff || (branch !== 'object' && branch !== 'text')) return undefined;
    const object = branch === 'object' ? type : (type._item?.parent as Type | undefined);
    if (!object?._item) return undefined;
    if (isStaffLock(object._map.get(FACET.lock))) return 'locked';
    return writer.terms?.edits === 'own' && ownerOf(object._item, object) !== writer.id ? 'not-yours' : undefined;
  };

  /** Whose an object is: of whoever made it; of what the server made for somebody, whom it names. */
  const ownerOf = ({ id }: Y.Item, object: Type): string | undefined => {
    const maker = owners.get(id.client);
    return maker === SERVER_OWNER ? authorIn(object._map.get(FACET.author)) : maker;
  };

  const has = (type: Type, key: string | null): boolean => key !== null && (type._map.has(key) || (keys.get(type)?.has(key) ?? false));

  /** Remembers a key this update adds to a type. */
  const note = (type: Type, key: string): void => {
    if (type._map.has(key)) return;
    const added = keys.get(type) ?? new Set<string>();
    keys.set(type, added.add(key));
    const branch = made.get(type) ?? branchOf(type);
    if (branch === 'object' && type._map.size + added.size > LIMITS.facetsMax) refuse('board-full');
  };

  /** Whether what an item wants on its right really is right of what it wants on its left, as far as both are here. */
  const inOrder = (origin: Y.ID, rightOrigin: Y.ID): boolean => {
    if (origin.clock >= known(origin.client) || rightOrigin.clock >= known(rightOrigin.client)) return true;
    const left = Y.getItem(store, origin) as Y.Item | Y.GC;
    const right = Y.getItem(store, rightOrigin) as Y.Item | Y.GC;
    if (left === right) return origin.clock < rightOrigin.clock;
    let next = left instanceof Y.Item ? left.right : null;
    for (; next !== null && next !== right; next = next.right) if (!conflicts.spend(1)) return refuse('too-large');
    return next === right;
  };

  const gather = (structs: readonly Struct[]) => {
    for (let at = 0; at < structs.length; ) {
      const start = at;
      const client = (structs[at] as Struct).id.client;
      while (at < structs.length && structs[at]?.id.client === client) at++;
      const own = structs.slice(start, at);
      const last = own[own.length - 1] as Struct;
      const end = last.id.clock + last.length;
      // Yjs would drop the first of two runs of one client; a run that does not rise is two runs written as one.
      if (strands.has(client) || end > LIMITS.updateClock || strands.size >= LIMITS.updateClients) return refuse('not-an-update');
      strands.set(client, { client, structs: own, holds: [], end, busy: false });
      if ((own[0] as Struct).id.clock > known(client)) return gap();
    }
  };

  const checkOwner = ({ client, end }: Strand): void => {
    if (end <= known(client)) return;
    clients.push(client);
    const owner = owners.get(client);
    if (owner === undefined) claims.push(client);
    else if (owner !== writer.id) refuse('foreign-client-id');
  };

  const checkDeletions = (client: number, clock: number, length: number) => {
    const state = known(client);
    const end = clock + length;
    if (end > Math.max(state, strands.get(client)?.end ?? 0)) return gap();
    const stored = store.clients.get(client);
    if (stored && clock < state) {
      for (let at = Y.findIndexSS(stored, clock); at < stored.length; at++) {
        const struct = stored[at] as Y.Item | Y.GC;
        if (struct.id.clock >= end) break;
        if (struct.deleted || !(struct instanceof Y.Item)) continue;
        news = true;
        const type = struct.parent as Type;
        checkDeletion(type, struct.parentSub, Math.min(end, struct.id.clock + struct.length) - Math.max(clock, struct.id.clock));
      }
    }
    if (end <= state) return;
    const { strand, at } = strandAt(client, Math.max(clock, state));
    for (let next = at; next < strand.structs.length; next++) {
      const struct = strand.structs[next] as Struct;
      if (struct.id.clock >= end) break;
      const hold = strand.holds[next];
      if (!hold || hold.type === null || (struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted)) continue;
      checkDeletion(hold.type, hold.key, Math.min(end, struct.id.clock + struct.length) - Math.max(clock, struct.id.clock));
    }
  };

  const checkDeletion = (type: Type, key: string | null, length: number): void => {
    const branch = made.get(type) ?? branchOf(type);
    const fault = heldBy(branch, type) ?? deletionFault(branch, key, writer);
    if (fault) refuse(fault);
    if (branch === 'text') growth.set(type, (growth.get(type) ?? 0) - length);
  };

  return {
    over({ structs, ds }: ReturnType<typeof Y.decodeUpdate>): Verdict {
      gather(structs);
      for (const strand of strands.values()) checkOwner(strand);
      for (const strand of strands.values()) if (strand.structs.length > strand.holds.length) walkTo(strand, strand.structs.length - 1);
      if (ds.clients.size > LIMITS.updateClients * 16) return refuse('not-an-update');
      for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) checkDeletions(client, clock, len);
      if (!news) return { verdict: 'nothing' };
      for (const [type, more] of growth) if (more > 0 && type._length + more > LIMITS.textMax) refuse('value-too-large');
      if (createdObjects > 0 && objects + createdObjects > LIMITS.objectsMax) refuse('board-full');
      if (createdMarks > 0 && (share.get(ROOTS.marks)?._map.size ?? 0) + createdMarks > LIMITS.marksMax) refuse('board-full');
      return { verdict: 'apply', clients, claims, objects: createdObjects };
    },
  };
}

/** Index of the struct that covers `clock` in structs that follow one another without a hole. */
function indexAt(structs: readonly Struct[], clock: number): number {
  let low = 0;
  let high = structs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((structs[middle] as Struct).id.clock <= clock) low = middle;
    else high = middle - 1;
  }
  return low;
}
