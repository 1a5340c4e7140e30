// The live session of one open board: document, local copy, connection and presence together, and what may be said about them. It owns
// what is waiting for a receipt and when the session ends. Knows no screen.
// Longer than 250 lines because the way of a change, from the edit to its receipt or its refusal, is told in one place.
import type { Unsubscribe } from '@masa/shared/core';
import { apply, contentHash, HISTORY, metaOf, PERSON, SERVER } from '@masa/shared/document';
import type { Receipt, SyncRight } from '@masa/shared/wire';
import { IndexeddbPersistence } from 'y-indexeddb';
import { Awareness, removeAwarenessStates } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createStore, type Store } from '../editor/store.ts';
import { endOf, type SessionEnd } from './BoardSessionEnd.ts';
import { copyName, createLocalCopy, type LocalCopy, wipeCopy } from './offline.ts';
import { type Aside, type AsideReason, markRescued, readAside, setAside } from './offlineAside.ts';
import { type BoardConnection, type Connection, createProvider, type SentFrame, type Ticket } from './provider.ts';
import { carrierOf, isDurable } from './receipts.ts';
import { ANSWER_WITHIN_MS, type SavedState, savedState } from './savedState.ts';

export interface SessionView {
  readonly saved: SavedState;
  /** Changes of this person that only this device has. */
  readonly waiting: number;
  readonly connection: Connection;
  /** There is a board to show: from the server, or kept on this device. */
  readonly isLoaded: boolean;
  /** Server time when the connection broke; null while it is open. */
  readonly offlineSince: number | null;
  /** What the server lets this person do here; null until it has said so. */
  readonly right: SyncRight | null;
  readonly end: SessionEnd | null;
}

export interface BoardSessionOptions {
  readonly boardId: string;
  readonly doc: Y.Doc;
  readonly personId: string;
  /** Objects on the board this person may change, where it is not all of them. */
  readonly mayChange?: (id: string) => boolean;
  /** Nothing of a private board is kept on the device. */
  readonly isPrivate: boolean;
  /** e.g. `wss://masa.example/sync` */
  readonly url: string;
  readonly ticket: () => Promise<Ticket>;
  /** Server time, ms. */
  readonly now: () => number;
  /** A clock that only runs forward, ms: tells how long nobody has answered, whatever the device believes the time is. */
  readonly elapsed?: () => number;
  readonly WebSocket?: typeof WebSocket;
  readonly random?: () => number;
}

export interface BoardSession {
  readonly awareness: Awareness;
  readonly view: Store<SessionView>;
  /** Name under which this device keeps the board for this person. */
  readonly name: string;
  readonly retry: () => void;
  /** Gives the connection up, as when the device has no network, and tries again by itself. */
  readonly drop: () => void;
  readonly dispose: () => void;
}

interface Pending {
  /** Edits of one typing share a number: they are one change to a person. */
  readonly change: number;
  frame: number | null;
  readonly since: number;
}

/** While something waits, the view is looked at again so often: silence, too, is news. */
const WATCH_MS = 1_000;

export function createBoardSession(options: BoardSessionOptions): BoardSession {
  const { doc, now, elapsed = () => performance.now() } = options;
  const name = copyName(options.boardId, options.personId);
  const awareness = new Awareness(doc);
  const copy: LocalCopy | null = options.isPrivate ? null : createLocalCopy(name, doc);
  const view = createStore<SessionView>({
    saved: 'saving',
    waiting: 0,
    connection: 'connecting',
    isLoaded: false,
    offlineSince: null,
    right: null,
    end: null,
  });
  const stops: Unsubscribe[] = [];
  let connection: BoardConnection | undefined;
  let pending: Pending[] = [];
  let fresh: Pending | null = null;
  let lastOrigin: unknown = null;
  let changes = 0;
  /** Changes of an earlier visit that no receipt had come for; the first answer carries them. */
  let inherited = 0;
  let epoch: number | null = null;
  let right: SyncRight | null = null;
  let offlineSince: number | null = null;
  let end: SessionEnd | null = null;
  let disposed = false;
  /** The copy is on its way off the board. */
  let leaving = false;
  /** The copy set aside holds everything. */
  let isKept = false;
  /** A copy set aside earlier, until what can go back on the board has gone back. */
  let toRescue: Aside | undefined;
  let isRescuing = false;

  const waiting = (): number => inherited + new Set(pending.map((each) => each.change)).size;

  const renew = (): void => {
    if (disposed) return;
    const state = connection?.state ?? 'connecting';
    const isOpen = state === 'open';
    const oldest = pending.find((each) => each.frame !== null)?.since;
    const silentMs = oldest === undefined ? 0 : elapsed() - oldest;
    if (isOpen && silentMs < ANSWER_WITHIN_MS) offlineSince = null;
    else if (isOpen || state === 'waiting' || state === 'closed') offlineSince ??= now();
    const next: SessionView = {
      saved: savedState({
        isOpen,
        isDurable: connection !== undefined && toRescue === undefined && isDurable(connection.receipts),
        isRefused: end === 'refused',
        isFailing: connection?.receipts.isFailing ?? false,
        waiting: waiting(),
        device: copy?.kept ?? 'none',
        silentMs,
      }),
      waiting: waiting(),
      connection: end === null ? state : 'closed',
      isLoaded: view.get().isLoaded || connection?.isSynced === true || metaOf(doc).size > 0,
      offlineSince,
      right,
      end,
    };
    const before = view.get();
    if ((Object.keys(next) as (keyof SessionView)[]).some((key) => before[key] !== next[key])) view.set(next);
    if (next.waiting !== before.waiting) copy?.remember({ waiting: next.waiting, epoch });
  };

  const finish = (why: SessionEnd): void => {
    if (end !== null || disposed) return;
    end = why;
    connection?.dispose();
    renew();
  };

  /** Takes the copy off the board and keeps it aside, so that a fresh one can be opened. */
  const putAside = async (why: AsideReason): Promise<void> => {
    if (leaving) return;
    leaving = true;
    const keep = async (): Promise<void> => {
      isKept = true;
      await setAside(name, { at: now(), why, update: Y.encodeStateAsUpdate(doc) }, options.isPrivate);
    };
    await keep();
    copy?.dispose();
    await wipeCopy(name);
    // What was written in the meantime; after the end nobody writes.
    while (!isKept) await keep();
    finish(why === 'other-epoch' ? why : 'refused');
  };

  /** Once the board is here as the server has it: what was refused only for a lock beside it goes back on it. */
  const rescue = async (): Promise<void> => {
    const aside = toRescue;
    if (!aside || isRescuing || connection?.isSynced !== true) return;
    isRescuing = true;
    // Without it all of the copy's texts are shown to their author.
    const loaded = await import('./rescue.ts').catch(() => undefined);
    if (disposed || end !== null) return;
    // Closed meanwhile: all of it goes to the facilitator.
    if (loaded && right !== 'read' && right !== 'none') apply(doc, loaded.rescueEdits(doc, aside.update, options.mayChange), PERSON);
    await markRescued(name, aside, options.isPrivate);
    toRescue = undefined;
    renew();
  };

  const onUpdate = (_update: Uint8Array, origin: unknown): void => {
    fresh = null;
    isKept = false;
    if (origin instanceof WebsocketProvider || origin instanceof IndexeddbPersistence) {
      renew();
      return;
    }
    const isOneChange = origin === lastOrigin && origin !== PERSON && origin !== HISTORY && origin !== SERVER;
    if (!isOneChange || pending.length === 0) changes += 1;
    lastOrigin = origin;
    fresh = { change: changes, frame: null, since: elapsed() };
    pending.push(fresh);
    renew();
  };
  // Load-bearing: before the provider's own listener, so that a change is known when its frame goes out (rule SESSION-3).
  doc.on('update', onUpdate);

  const onFrame = ({ n, carries }: SentFrame): void => {
    if (carries === 'answer') for (const each of pending) each.frame ??= n;
    else if (carries === 'update' && fresh) fresh.frame = n;
  };

  const onReceipt = (receipt: Receipt): void => {
    if (receipt.kind === 'durable' && connection) {
      const { durable, answer } = connection.receipts;
      pending = pending.filter((each) => each.frame === null || each.frame > durable);
      if (answer !== null && durable >= answer) inherited = 0;
    } else if (receipt.kind === 'gap' && connection) {
      const { receipts } = connection;
      for (const each of pending) if (each.frame !== null && each.frame >= receipt.frame) each.frame = carrierOf(receipts, each.frame);
    } else if (receipt.kind === 'refused') {
      // A reader's empty answer may be refused too; that is nobody's loss.
      if (waiting() > 0) void putAside(receipt.reason === 'locked' || receipt.reason === 'not-yours' ? 'locked' : 'closed');
    } else if (receipt.kind === 'epoch') {
      epoch = receipt.epoch;
      copy?.remember({ waiting: waiting(), epoch });
      // Everything is said to be saved and yet this copy reads differently: it can only be put aside and the board opened anew.
      if (receipt.hash !== '' && isSettled() && contentHash(doc) !== receipt.hash) void putAside('other-epoch');
    } else if (receipt.kind === 'right') right = receipt.right;
    renew();
  };

  const isSettled = (): boolean => waiting() === 0 && connection !== undefined && connection.isSynced && isDurable(connection.receipts);

  const onConnection = (): void => {
    if (connection && connection.state !== 'open') for (const each of pending) each.frame = null;
    void rescue();
    if (connection?.state === 'closed' && connection.closeCode !== null) onClosed(connection.closeCode);
    renew();
  };

  const onClosed = (code: number): void => {
    const why = endOf(code);
    // What closed the connection would close it again; with it off the board the rest can go on.
    if (why === 'other-epoch' || (why === 'closed' && waiting() > 0)) void putAside(why);
    else {
      if (why === 'deleted') {
        copy?.dispose();
        void wipeCopy(name);
      }
      finish(why);
    }
  };

  const start = (aside: Aside | undefined): void => {
    if (disposed) return;
    if (aside?.why === 'locked' && !aside.isRescued) toRescue = aside;
    connection = createProvider({ ...options, awareness, epoch: () => epoch });
    stops.push(connection.onFrame(onFrame), connection.onReceipt(onReceipt), connection.onChange(onConnection), connection.dispose);
    renew();
  };
  const setAsideBefore = readAside(name, options.isPrivate);
  if (copy) {
    stops.push(copy.onChange(renew));
    void copy.whenLoaded.then(async (remembered) => {
      inherited = remembered.waiting;
      epoch = remembered.epoch;
      start(await setAsideBefore);
    });
  } else void setAsideBefore.then(start);

  const watch = setInterval(() => {
    if (pending.length > 0) renew();
  }, WATCH_MS);

  return {
    awareness,
    view,
    name,
    retry: () => connection?.retry(),
    drop: () => connection?.drop(),
    dispose() {
      disposed = true;
      clearInterval(watch);
      removeAwarenessStates(awareness, [doc.clientID], 'left');
      for (const stop of stops.splice(0)) stop();
      doc.off('update', onUpdate);
      awareness.destroy();
      copy?.dispose();
    },
  };
}
