// What this device keeps of a board, so that a reload without a connection loses nothing: the document in IndexedDB, by board AND
// person, since two people may share a laptop one after the other. Never kept for private boards.
//
// y-indexeddb writes without saying when a transaction is complete. IndexedDB runs transactions of one store in the order they were
// begun, so a read that was begun later and has completed proves the writes before it; a write that failed raises `abort` on the
// database (https://www.w3.org/TR/IndexedDB/#transaction-lifecycle).
import { createEmitter, type Unsubscribe } from '@masa/shared/core';
import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence, storeState } from 'y-indexeddb';
import type * as Y from 'yjs';

export type Kept = 'stored' | 'storing' | 'none';

export interface LocalCopy {
  /** Resolves when what was kept is in the document. Never rejects: a device that keeps nothing says so in `kept`. */
  readonly whenLoaded: Promise<Remembered>;
  readonly kept: Kept;
  readonly onChange: (listener: () => void) => Unsubscribe;
  readonly remember: (remembered: Remembered) => void;
  readonly dispose: () => void;
}

/** What stands beside the document. */
export interface Remembered {
  /** Changes no receipt had come for when the page was left. */
  readonly waiting: number;
  /** The board's epoch the copy belongs to: a board restored from a backup has another, and copies of the old one must not return. */
  readonly epoch: number | null;
}

const NOTHING: Remembered = { waiting: 0, epoch: null };

export const copyName = (boardId: string, personId: string): string => `masa:board:${boardId}:${personId}`;

/** Takes what is kept of a board from this device. */
export async function wipeCopy(name: string): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  await idb.deleteDB(name).catch(() => undefined);
}

/** Stops waiting for a store that never answers (some browsers' private windows): the board must open anyway. */
const LOAD_WITHIN_MS = 4_000;
/** More rows than this are folded into one when the copy is opened. */
const FOLD_AT = 60;

export function createLocalCopy(name: string, doc: Y.Doc): LocalCopy {
  const changed = createEmitter<void>();
  let kept: Kept = 'storing';
  let remembered = NOTHING;
  let probes = 0;
  let broken = false;
  const set = (next: Kept): void => {
    if (kept === next) return;
    kept = next;
    changed.emit();
  };
  const giveUp = (): void => {
    broken = true;
    set('none');
  };
  if (typeof indexedDB === 'undefined') {
    giveUp();
    return {
      whenLoaded: Promise.resolve(NOTHING),
      kept: 'none',
      onChange: (listener) => changed.on(listener),
      remember: () => {},
      dispose: () => {},
    };
  }

  const store = new IndexeddbPersistence(name, doc);

  /** Says "stored" when everything written so far is on the disk. */
  const probe = (): void => {
    const { db } = store;
    if (broken || !db) return;
    probes += 1;
    const mine = probes;
    set('storing');
    try {
      const reading = db.transaction('updates', 'readonly');
      reading.oncomplete = () => {
        if (mine === probes && !broken) set('stored');
      };
      reading.onabort = giveUp;
      reading.objectStore('updates').count();
    } catch {
      giveUp();
    }
  };

  const load = async (): Promise<Remembered> => {
    const opened = await store._db;
    opened.addEventListener('abort', giveUp);
    await store.whenSynced;
    const [waiting, epoch] = await Promise.all([store.get('waiting'), store.get('epoch')]);
    remembered = { waiting: typeof waiting === 'number' ? waiting : 0, epoch: typeof epoch === 'number' ? epoch : null };
    if (store._dbsize > FOLD_AT) await storeState(store);
    probe();
    return remembered;
  };
  const onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin !== store) probe();
  };
  doc.on('update', onUpdate);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<Remembered>((resolve) => {
    timer = setTimeout(() => {
      giveUp();
      resolve(NOTHING);
    }, LOAD_WITHIN_MS);
  });
  const loading = load().catch(() => {
    giveUp();
    return NOTHING;
  });

  return {
    whenLoaded: Promise.race([loading, tooLong]).finally(() => clearTimeout(timer)),
    get kept() {
      return kept;
    },
    onChange: (listener) => changed.on(listener),
    remember(next) {
      const before = remembered;
      remembered = next;
      if (broken || !store.db) return;
      if (next.waiting !== before.waiting) store.set('waiting', next.waiting).catch(giveUp);
      if (next.epoch !== before.epoch && next.epoch !== null) store.set('epoch', next.epoch).catch(giveUp);
    },
    dispose() {
      clearTimeout(timer);
      doc.off('update', onUpdate);
      void store.destroy().catch(() => undefined);
    },
  };
}
