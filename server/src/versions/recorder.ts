// Takes the versions of boards: by itself after some minutes of change and when everybody has left, on request otherwise. One board's
// versions are taken one after the other; what fails is tried again, and keeps nobody from working.
import { createId, LIMITS } from '@masa/shared/core';
import { type Edit, metaOf, restoreEdits, type TypeFacets } from '@masa/shared/document';
import * as Y from 'yjs';
import { SERVER_OWNER, UnknownBoard } from '../store/roomLog.ts';
import type { PersonChanges, Someone, Version, VersionStore } from '../store/versionStore.ts';
import { bounded, type ChangesById, changesBetween, namesOn } from './changes.ts';
import { thin } from './thinning.ts';

/** Port: the boards, as far as their versions need them. */
export interface VersionedBoards {
  look<T>(
    board: string,
    at: (view: { readonly doc: Y.Doc; readonly seq: number; readonly owners: ReadonlyMap<number, string>; state(): Uint8Array }) => T,
  ): Promise<T>;
  /** Applies what `edits` makes of the document as it stands then; durable when it resolves. */
  withBoard(board: string, edits: (doc: Y.Doc) => readonly Edit[]): Promise<number>;
  members(board: string): readonly Someone[];
  /** `author`: participant id, or `SERVER_OWNER`. */
  onChanged(listener: (board: string, seq: number, author: string) => void): () => void;
  /** The last person has left a board. */
  onEmpty(listener: (board: string) => void): () => void;
}

export interface RecorderOptions {
  readonly boards: VersionedBoards;
  readonly store: VersionStore;
  /** What a person is called now; undefined for one who is not known any more. */
  readonly nameOf: (id: string) => Promise<string | undefined>;
  /** Facets of an object type, as the kind the document names has it; undefined for one this version does not know. */
  readonly typeOf: (type: string, kind: string) => TypeFacets | undefined;
  /** Something failed: an event with fields, never content. */
  readonly note?: (event: string, fields: Readonly<Record<string, string>>) => void;
  readonly now?: () => number;
  /** From a change to the version that holds it, ms. */
  readonly windowMs?: number;
  /** A board somebody left and comes back to within this time was not left, ms. */
  readonly leftMs?: number;
  /** How often time is looked at, ms. */
  readonly tickMs?: number;
}

export interface Recorder {
  /** Takes a version of a board that was frozen or opened, if anything changed since the last one. */
  step(board: string, by: Someone): Promise<void>;
  /** Takes a version somebody wants to find again. Undefined where the board has as many of them as it may. */
  name(board: string, title: string, by: Someone): Promise<Version | undefined>;
  /**
   * Brings a version back by new edits, between a version of what was there before and one of what is there then. Undefined where there
   * is no such version. Rejects with `BoardFull` where what came back would not fit.
   */
  restore(board: string, id: string, by: Someone, isStaff: boolean): Promise<Version | undefined>;
  /** The board is gone. */
  forget(board: string): Promise<void>;
  /** Takes what is due, then stops. */
  close(): Promise<void>;
}

/** How a version comes to be. `always`: also where nothing changed since the last one. */
type As = Pick<Version, 'how' | 'title' | 'by' | 'ofAt'> & { readonly always: boolean };

const BY_ITSELF: As = { how: 'auto', title: null, by: null, ofAt: null, always: false };

/** Changes of a board that are in no version yet. */
interface Pending {
  dueAt: number;
  readonly firstSeq: number;
  lastSeq: number;
  readonly writers: Set<string>;
  leftAt: number | null;
}

/** Sequence number of the seed: a board that never came further has nothing to keep. */
const SEED_SEQ = 1;

export function createRecorder(options: RecorderOptions): Recorder {
  const { boards, store, nameOf, typeOf, note = () => {}, now = Date.now, windowMs = 5 * 60_000, leftMs = 10_000, tickMs = 5_000 } = options;
  const pending = new Map<string, Pending>();
  const turns = new Map<string, Promise<unknown>>();

  /** Runs `work` when everything asked for this board before is done. */
  const inTurn = <T>(board: string, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(board) ?? Promise.resolve()).then(work, work);
    const ended = turn
      .catch(() => undefined)
      .then(() => {
        if (turns.get(board) === ended) turns.delete(board);
      });
    turns.set(board, ended);
    return turn;
  };

  const named = async (
    found: readonly ChangesById[],
    stamped: ReadonlyMap<string, string>,
    members: readonly Someone[],
  ): Promise<PersonChanges[]> => {
    const nameFor = async (id: string): Promise<string> =>
      members.find((member) => member.id === id)?.name ?? (await nameOf(id)) ?? stamped.get(id) ?? '';
    return Promise.all(found.map(async ({ by, ...what }) => ({ by: by === null ? null : { id: by, name: await nameFor(by) }, ...what })));
  };

  const take = async (board: string, { always, ...as }: As): Promise<Version | undefined> => {
    const versions = await store.list(board);
    const last = versions[0];
    const before = last && (await store.snapshot(board, last.id));
    const open = pending.get(board);
    const seen = await boards.look(board, (view) => {
      const { doc, seq, owners } = view;
      if (!always && seq <= (last?.seq ?? SEED_SEQ)) return undefined;
      const isWhole = open !== undefined && open.firstSeq === (last?.seq ?? SEED_SEQ) + 1;
      const [writer, another] = open?.writers ?? [];
      const soleWriter = isWhole && writer !== undefined && writer !== SERVER_OWNER && another === undefined ? writer : null;
      const serverFor = as.how === 'restore' ? (as.by?.id ?? null) : null;
      return {
        seq,
        found: changesBetween(before, doc, { owners, server: SERVER_OWNER, serverFor, soleWriter }),
        stamped: namesOn(doc),
        state: { state: view.state(), snapshot: Y.encodeSnapshot(Y.snapshot(doc)) },
      };
    });
    if (!seen) {
      pending.delete(board);
      return undefined;
    }
    const changes = bounded(await named(seen.found, seen.stamped, boards.members(board)), LIMITS.versionIds);
    const version: Version = { ...as, id: createId(), board, at: now(), seq: seen.seq, changes };
    await store.add(version, seen.state);
    settle(board, seen.seq);
    const { drop, changes: said } = thin([version, ...versions], now());
    if (drop.length > 0) await store.thin(board, drop, new Map([...said].map(([of, each]) => [of, bounded(each, LIMITS.versionIds)])));
    return version;
  };

  /** What is in a version now waits for none; what came after it begins a window of its own. */
  const settle = (board: string, seq: number): void => {
    const open = pending.get(board);
    if (!open) return;
    if (open.lastSeq <= seq) pending.delete(board);
    else pending.set(board, { ...open, firstSeq: seq + 1, dueAt: now() + windowMs });
  };

  const takeDue = (board: string): Promise<void> =>
    inTurn(board, () => take(board, BY_ITSELF)).then(
      () => undefined,
      (failure: unknown) => {
        if (failure instanceof UnknownBoard) return void pending.delete(board);
        note('version.not-taken', { board, failure: failure instanceof Error ? failure.message : 'unknown' });
      },
    );

  const stops = [
    boards.onChanged((board, seq, author) => {
      const open = pending.get(board) ?? { dueAt: now() + windowMs, firstSeq: seq, lastSeq: seq, writers: new Set<string>(), leftAt: null };
      open.lastSeq = seq;
      open.writers.add(author);
      pending.set(board, open);
    }),
    boards.onEmpty((board) => {
      const open = pending.get(board);
      if (open) open.leftAt = now();
    }),
  ];

  const ticker = setInterval(() => {
    const at = now();
    for (const [board, open] of pending) {
      if (open.leftAt !== null && boards.members(board).length > 0) open.leftAt = null;
      if (at < open.dueAt && (open.leftAt === null || at - open.leftAt < leftMs)) continue;
      // If it fails: not again at once.
      open.dueAt = at + windowMs;
      open.leftAt = null;
      void takeDue(board);
    }
  }, tickMs);
  ticker.unref();

  return {
    step: (board, by) =>
      inTurn(board, async () => {
        await take(board, { ...BY_ITSELF, how: 'step', by });
      }),
    name: (board, title, by) =>
      inTurn(board, async () => {
        const kept = (await store.list(board)).filter(({ how }) => how === 'named');
        const bytes = kept.reduce((sum, each) => sum + (each.bytes ?? 0), 0);
        if (kept.length >= LIMITS.namedVersionsMax || bytes >= LIMITS.versionsBytes) return undefined;
        const version = await take(board, { ...BY_ITSELF, how: 'named', title, by, always: true });
        if (!version) throw new Error('a version that is always taken was not');
        return version;
      }),
    restore: (board, id, by, isStaff) =>
      inTurn(board, async () => {
        const version = (await store.list(board)).find((each) => each.id === id);
        const then = version && (await store.state(board, id));
        if (!version || !then) return undefined;
        await take(board, BY_ITSELF);
        const past = new Y.Doc();
        try {
          Y.applyUpdate(past, then.state);
          const stamp = { by: by.id, name: by.name, at: now() };
          await boards.withBoard(board, (doc) => {
            const kind = String(metaOf(doc).get('kind'));
            return restoreEdits(doc, past, { typeOf: (type) => typeOf(type, kind), stamp, isStaff });
          });
        } finally {
          past.destroy();
        }
        return take(board, { ...BY_ITSELF, how: 'restore', by, ofAt: version.at, always: true });
      }),
    forget: (board) =>
      inTurn(board, async () => {
        pending.delete(board);
        await store.remove(board);
      }),
    async close() {
      clearInterval(ticker);
      for (const stop of stops) stop();
      await Promise.all([...pending.keys()].map(takeDue));
      await Promise.all(turns.values());
    },
  };
}
