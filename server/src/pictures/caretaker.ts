// Takes pictures away that nothing leads to any more: named by no object on the board, by none that can still be brought back from the
// bin, and by no kept version. It looks at a board once nobody is on it, and keeps whatever it is not sure of.
import { isRecord, LIMITS, type Unsubscribe } from '@masa/shared/core';
import { FACET, objectsOf } from '@masa/shared/document';
import * as Y from 'yjs';
import type { BlobStore } from '../store/blobStore.ts';
import type { VersionStore } from '../store/versionStore.ts';

/** Port: the boards, as far as pictures on them need looking at. */
interface LookedAtBoards {
  look<T>(board: string, at: (view: { readonly doc: Y.Doc; readonly damaged: boolean }) => T): Promise<T>;
  members(board: string): readonly unknown[];
  onEmpty(listener: (board: string) => void): Unsubscribe;
}

interface Parts {
  readonly boards: LookedAtBoards;
  readonly blobs: BlobStore;
  readonly versions: Pick<VersionStore, 'list' | 'state'>;
  readonly note: (event: string, fields: Readonly<Record<string, string | number>>) => void;
  readonly now: () => number;
}

export interface Caretaker {
  /** Looks at a board now. Returns how many pictures went. */
  sweep(board: string): Promise<number>;
  /** Finishes what it is at, and begins nothing more. */
  close(): Promise<void>;
}

const DAY_MS = 24 * 3_600_000;
/** A picture may be sent long before the object that names it: the writer was offline in between, or undid and did again. */
const YOUNG_MS = DAY_MS;
/** A board is looked at no more often than this: reading all its versions takes its time. */
const AGAIN_MS = DAY_MS;

export function createCaretaker({ boards, blobs, versions, note, now }: Parts): Caretaker {
  const looked = new Map<string, number>();
  let work: Promise<unknown> = Promise.resolve();
  let closed = false;

  const sweep = async (board: string): Promise<number> => {
    const old = (await blobs.list(board)).filter(({ at }) => now() - at >= YOUNG_MS).map(({ id }) => id);
    if (old.length === 0) return 0;
    const named = await boards.look(board, ({ doc, damaged }) => (damaged ? undefined : picturesOn(doc, now())));
    let loose = named ? old.filter((id) => !named.has(id)) : [];
    for (const { id } of loose.length > 0 ? await versions.list(board) : []) {
      if (loose.length === 0) break;
      const kept = await versions.state(board, id);
      // An id stands in a document's bytes as it is. One that was deleted stands there only by chance, and then its picture stays.
      const bytes = kept && Buffer.from(kept.state.buffer, kept.state.byteOffset, kept.state.byteLength);
      loose = bytes ? loose.filter((picture) => !bytes.includes(picture)) : [];
    }
    // Somebody came meanwhile, and may be taking one of them out of the bin.
    if (boards.members(board).length > 0) return 0;
    let gone = 0;
    for (const id of loose) if (await blobs.remove(board, id)) gone += 1;
    if (gone > 0) note('pictures.swept', { board, gone });
    return gone;
  };

  const stop = boards.onEmpty((board) => {
    if (closed || now() - (looked.get(board) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) return;
    looked.set(board, now());
    // One board after the other.
    work = work
      .then(() => (closed ? 0 : sweep(board)))
      .catch((failure: unknown) => note('pictures.not-swept', { board, failure: failure instanceof Error ? failure.message : 'unknown' }));
  });

  return {
    sweep,
    async close() {
      closed = true;
      stop();
      await work;
    },
  };
}

/** Every string in the objects of a board except those that are past their days in the bin: the ids of its pictures are among them. */
function picturesOn(doc: Y.Doc, now: number): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.add(value);
    else if (Array.isArray(value)) for (const each of value) walk(each);
    else if (isRecord(value)) for (const each of Object.values(value)) walk(each);
  };
  for (const map of objectsOf(doc).values()) {
    if (!(map instanceof Y.Map) || isPast(map.get(FACET.gone), now)) continue;
    for (const value of map.values()) if (!(value instanceof Y.AbstractType)) walk(value);
  }
  return found;
}

const isPast = (gone: unknown, now: number): boolean => isRecord(gone) && typeof gone.at === 'number' && now - gone.at >= LIMITS.binDays * DAY_MS;
