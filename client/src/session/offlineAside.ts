// What the server would not take, kept on this device until it has found its way: the copy of a board whose edits were refused (the
// board was closed meanwhile, or a facilitator locked something) or whose epoch is over, and texts that are too long for a card. Nothing typed is ever lost.
import { type BoardKind, type BoardReader, createReader, fieldLines, slotOf, type Template, typesOf } from '@masa/shared/board';
import { type Language, LIMITS } from '@masa/shared/core';
import { type BoardRecord, createProjection, PARKING } from '@masa/shared/document';
import * as idb from 'lib0/indexeddb';
import * as Y from 'yjs';

const REASONS = ['closed', 'locked', 'other-epoch'] as const;
/** `closed`: the board takes nothing of this person's. `locked`: a facilitator has locked some of what was changed. */
export type AsideReason = (typeof REASONS)[number];

export interface Aside {
  /** Server time, ms. */
  readonly at: number;
  readonly why: AsideReason;
  /** What could go back on the board has gone back: what is left is for the person to read. */
  readonly isRescued: boolean;
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

/** A copy that is refused again so soon after it was rescued is not rescued once more: it would be refused for ever. */
const RESCUE_AGAIN_MS = 60_000;

/**
 * Keeps a copy, together with one that still waits there; in memory where the device has no store.
 * @param isPrivate of a private board nothing comes onto the device
 */
export async function setAside(name: string, aside: Omit<Aside, 'isRescued'>, isPrivate: boolean): Promise<void> {
  const before = await readAside(name, isPrivate);
  const isRescued = before?.isRescued === true && aside.at - before.at < RESCUE_AGAIN_MS;
  await keep(name, { ...aside, isRescued, update: before ? Y.mergeUpdates([before.update, aside.update]) : aside.update }, isPrivate);
}

/** Notes that what could go back on the board has gone back. */
export const markRescued = (name: string, aside: Aside, isPrivate: boolean): Promise<void> => keep(name, { ...aside, isRescued: true }, isPrivate);

async function keep(name: string, aside: Aside, isPrivate: boolean): Promise<void> {
  memory.set(name, aside);
  if (isPrivate || typeof indexedDB === 'undefined') return;
  await withStore('readwrite', (store) => idb.put(store, aside as never, name)).catch(() => undefined);
}

/** A store that never answers, as in some browsers' private windows, must not keep a board from opening. */
const READ_WITHIN_MS = 4_000;

export async function readAside(name: string, isPrivate = false): Promise<Aside | undefined> {
  const here = memory.get(name);
  if (here || isPrivate || typeof indexedDB === 'undefined') return here;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), READ_WITHIN_MS);
  });
  const reading = withStore('readonly', (store) => idb.get(store, name)).catch(() => undefined);
  const value: unknown = await Promise.race([reading, tooLong]).finally(() => clearTimeout(timer));
  const aside = value as Partial<Aside> | undefined;
  return aside && typeof aside.at === 'number' && aside.update instanceof Uint8Array && REASONS.some((reason) => reason === aside.why)
    ? { ...(aside as Aside), isRescued: aside.isRescued === true }
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

/** Texts a card cannot hold go where the card went: from the copy of one document to that of another, as ids are kept. */
export function moveDrafts(from: string, to: string, storage: Storage | null = safeStorage()): void {
  const prefix = `masa:draft:${from}:`;
  try {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '').filter((key) => key.startsWith(prefix));
    for (const key of keys) {
      const text = storage?.getItem(key) ?? '';
      storage?.removeItem(key);
      storage?.setItem(`masa:draft:${to}:${key.slice(prefix.length)}`, text);
    }
  } catch {
    // A device that keeps nothing has nothing to move.
  }
}

function safeStorage(): Storage | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch {
    return null;
  }
}
