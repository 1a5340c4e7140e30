// One update as several, each small enough for one frame. Nothing a person wrote while they had no connection may be too much at once.
//
// The encoding is Yjs' V1: runs of structs by client id, then what is deleted (https://github.com/yjs/yjs/blob/main/INTERNALS.md). A
// struct says the same wherever it stands, so runs can be cut between structs.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Update = ReturnType<typeof Y.decodeUpdate>;
type Struct = Update['structs'][number];

/** Structs of one client that follow one another. */
interface Run {
  readonly clock: number;
  readonly bytes: Uint8Array[];
}

interface Strand {
  readonly client: number;
  readonly structs: Struct[];
  at: number;
}

/**
 * Cuts an update. Applied in their order the portions say what the update says, and none names what a later one brings; deletions come
 * last. A portion exceeds `limit` (bytes) only where a single struct does, or all deletions together.
 */
export function portions(update: Uint8Array, limit: number): readonly Uint8Array[] {
  if (update.length <= limit) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const strands = new Map<number, Strand>();
  for (const struct of structs) {
    const { client } = struct.id;
    const strand = strands.get(client) ?? { client, structs: [], at: 0 };
    strand.structs.push(struct);
    strands.set(client, strand);
  }
  /** Whether what a struct names is there before it. */
  const isThere = (id: Y.ID | null, by: Struct): boolean => {
    const strand = id === null || id.client === by.id.client ? undefined : strands.get(id.client);
    const next = strand?.structs[strand.at];
    return next === undefined || id === null || id.clock < next.id.clock;
  };
  const isNext = (struct: Struct): boolean =>
    !(struct instanceof Y.Item) ||
    [struct.origin, struct.rightOrigin, struct.parent instanceof Y.ID ? struct.parent : null].every((id) => isThere(id, struct));

  const done: Uint8Array[] = [];
  let runs = new Map<number, Run>();
  let size = 0;
  const finish = (deleted: Update['ds'] | null): void => {
    done.push(encode(runs, deleted));
    runs = new Map();
    size = 0;
  };
  for (let left = structs.length; left > 0; ) {
    const before = left;
    for (const strand of strands.values()) {
      for (let struct = strand.structs[strand.at]; struct && isNext(struct); struct = strand.structs[strand.at]) {
        const bytes = bytesOf(struct);
        if (size > 0 && size + bytes.length + RUN_BYTES > limit) finish(null);
        const run = runs.get(strand.client) ?? { clock: struct.id.clock, bytes: [] };
        if (run.bytes.length === 0) size += RUN_BYTES;
        run.bytes.push(bytes);
        runs.set(strand.client, run);
        size += bytes.length;
        strand.at += 1;
        left -= 1;
      }
    }
    // Structs that wait for one another: no document encodes such a thing.
    if (left === before) return [update];
  }
  const deletedBytes = encode(new Map(), ds).length;
  if (size > 0 && size + deletedBytes > limit) finish(null);
  finish(ds);
  return done;
}

/** At most what a run's head takes: three numbers of up to 53 bits. */
const RUN_BYTES = 24;

function bytesOf(struct: Struct): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoder.toUint8Array();
}

function encode(runs: ReadonlyMap<number, Run>, deleted: Update['ds'] | null): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, runs.size);
  for (const [client, { clock, bytes }] of runs) {
    for (const number of [bytes.length, client, clock]) encoding.writeVarUint(encoder, number);
    for (const each of bytes) encoding.writeUint8Array(encoder, each);
  }
  encoding.writeVarUint(encoder, deleted?.clients.size ?? 0);
  for (const [client, ranges] of deleted?.clients ?? []) {
    for (const number of [client, ranges.length]) encoding.writeVarUint(encoder, number);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, len);
    }
  }
  return encoding.toUint8Array(encoder);
}
