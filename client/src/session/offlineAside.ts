// What the server would not take, kept on this device until it has found its way: the copy of a board whose edits were refused (the
// board was closed meanwhile) or whose epoch is over, and texts that are too long for a card. Nothing typed is ever lost.
import { type BoardKind, type BoardReader, createReader, fieldLines, slotOf, type Template, typesOf } from '@masa/shared/board';
import { type Language, LIMITS } from '@masa/shared/core';
import { type BoardRecord, createProjection, PARKING } from '@masa/shared/document';
import * as idb from 'lib0/indexeddb';
import * as Y from 'yjs';

export interface Aside {
  /** Server time, ms. */
  readonly at: number;
  readonly why: 'closed' | 'other-epoch';
  /** The whole document as it was here, V1 encoding. */
  readonly update: Uint8Array;
}

const DB = 'masa:aside';
const STORE = 'copies';
const memory = new Map<string, Aside>();

const database = (): Promise<IDBDatabase> => idb.openDB(DB, (db) => idb.createStores(db, [[STORE]]));

const withStore = async <T>(access: 'readonly' | 'readwrite', work: (store: IDBObjectStore) => Promise<T>): Promise<T> => {
  const db = await database();
  try {
    const [store] = idb.transact(db, [STORE], access);
    if (!store) throw new Error('no store');
    return await work(store);
  } finally {
    db.close();
  }
};

/** Keeps a copy, together with one that still waits there; in memory where the device has no store. */
export async function setAside(name: string, aside: Aside): Promise<void> {
  const before = await readAside(name);
  const both = before ? { ...aside, update: Y.mergeUpdates([before.update, aside.update]) } : aside;
  memory.set(name, both);
  if (typeof indexedDB === 'undefined') return;
  await withStore('readwrite', (store) => idb.put(store, both as never, name)).catch(() => undefined);
}

export async function readAside(name: string): Promise<Aside | undefined> {
  const here = memory.get(name);
  if (here || typeof indexedDB === 'undefined') return here;
  const value: unknown = await withStore('readonly', (store) => idb.get(store, name)).catch(() => undefined);
  const aside = value as Partial<Aside> | undefined;
  return aside && typeof aside.at === 'number' && aside.update instanceof Uint8Array && (aside.why === 'closed' || aside.why === 'other-epoch')
    ? (aside as Aside)
    : undefined;
}

export async function dropAside(name: string): Promise<void> {
  memory.delete(name);
  if (typeof indexedDB === 'undefined') return;
  await withStore('readwrite', (store) => idb.del(store, name)).catch(() => undefined);
}

/** A text that stands in a set-aside copy and not on the board. */
export interface LateCard {
  /** The cell it was meant for. */
  readonly address: string;
  readonly text: string;
}

/** What the copy says that the board does not: new cards, and cards whose text or fields read differently. */
export function lateCards(aside: Aside, board: BoardReader, kind: BoardKind, template: Template, language: Language): readonly LateCard[] {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, aside.update);
    const projection = createProjection(doc, typesOf(kind));
    const copy = createReader(kind, template, projection.records());
    const found = copy.live().flatMap((record) => {
      const text = lateText(record, board.get(record.id), copy, kind, language);
      return text === '' ? [] : [{ address: copy.cellOf(record)?.id ?? PARKING, text }];
    });
    projection.dispose();
    return found;
  } finally {
    doc.destroy();
  }
}

function lateText(record: BoardRecord, there: BoardRecord | undefined, copy: BoardReader, kind: BoardKind, language: Language): string {
  if (record.inert) return '';
  const lines = (of: BoardRecord): readonly string[] => [
    ...fieldLines(of, kind.types[of.type], slotOf(kind, of), language, copy).map((line) => `${line.label}: ${line.value}`),
    ...(of.notes.trim() === '' ? [] : [of.notes]),
  ];
  const before = new Set(there ? lines(there) : []);
  const more = lines(record).filter((line) => !before.has(line));
  if (there?.text === record.text && more.length === 0) return '';
  return [record.text, ...more].join('\n').slice(0, LIMITS.textMax);
}

/** Texts a card cannot hold, by card. */
export interface Drafts {
  read(card: string): string | null;
  keep(card: string, text: string): void;
  drop(card: string): void;
}

/** @param storage null: only in this tab, as for private boards. */
export function createDrafts(name: string, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null = safeStorage()): Drafts {
  const held = new Map<string, string>();
  const key = (card: string): string => `masa:draft:${name}:${card}`;
  const attempt = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  return {
    read: (card) => held.get(card) ?? attempt(() => storage?.getItem(key(card)) ?? null) ?? null,
    keep(card, text) {
      held.set(card, text);
      attempt(() => storage?.setItem(key(card), text));
    },
    drop(card) {
      held.delete(card);
      attempt(() => storage?.removeItem(key(card)));
    },
  };
}

function safeStorage(): Storage | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch {
    return null;
  }
}
