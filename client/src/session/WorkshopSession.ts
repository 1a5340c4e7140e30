// The live line to the server's facilitation: what the workshop is now, the wall, the server's clock. One per open page. The server is
// the authority; this keeps its latest word and says whether the line is up. Knows Socket.IO, not React.

import { createEmitter, type Emitter, type Unsubscribe } from '@masa/shared/core';
import type { Answer, ChannelState, FacilitationEvents, FacilitationRequests, WallBoard, WorkshopState } from '@masa/shared/wire';
import { io, type Socket } from 'socket.io-client';
import msgpackParser from 'socket.io-msgpack-parser';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { api, type Reply } from './api.ts';
import { createServerClock, type ServerClock } from './clock.ts';
import { onReturn as onPageReturn } from './onReturn.ts';
import { retryDelayMs } from './retryDelay.ts';

/** `live`: the state is the server's latest word. `away`: trying again. `ended`: the server closed the session for good. */
export type LineState = 'connecting' | 'live' | 'away' | 'ended';

export interface WorkshopView {
  readonly line: LineState;
  /** The server's sentence, once the session ended. */
  readonly reason: string | undefined;
  readonly workshop: WorkshopState | undefined;
  /** The wall by board id, while it is watched. */
  readonly wall: ReadonlyMap<string, WallBoard>;
  /** Server time at which each board of the wall last changed while it was watched, ms. */
  readonly changedAt: ReadonlyMap<string, number>;
}

export interface WorkshopSession {
  /** For `useStore`; holds plain values, replaced when they change. */
  readonly store: StoreApi<WorkshopView>;
  readonly clock: ServerClock;
  /** The server ended the session: signed out, link revoked, shown out. */
  readonly ended: Emitter<{ readonly code: string; readonly message: string }>;
  /** Follows all boards until `dispose` or `leaveWall`; survives reconnecting. */
  watchWall(): void;
  leaveWall(): void;
  command(command: string, input: unknown): Promise<Answer<{ version: number }>>;
  /** Tries at once instead of waiting for the next turn; a line that seems to be up is asked whether it is. */
  retry(): void;
  dispose(): void;
}

type Line = Socket<FacilitationEvents, FacilitationRequests>;

export interface SessionOptions {
  /** Origin of the server; default: the page's own. */
  readonly url?: string;
  /** A fresh ticket for each connection. */
  readonly ticket?: () => Promise<Reply<{ readonly ticket: string }>>;
  /** 0 ≤ x < 1, for the jitter. */
  readonly random?: () => number;
  /** Calls when the network is back or the page is looked at again; default: the browser's own events. */
  readonly onReturn?: (listener: () => void) => Unsubscribe;
}

const CLOCK_SAMPLES = 5;
const CLOCK_GAP_MS = 400;
const ANSWER_MS = 8_000;
/** After a return a line that is up answers well within this; Socket.IO itself would notice a dead one after three quarters of a minute. */
const ALIVE_WITHIN_MS = 2_500;

/** Opens the line to one workshop. */
export function openWorkshopSession(workshopId: string, options: SessionOptions = {}): WorkshopSession {
  const { url, ticket = api.createTicket, random = Math.random, onReturn = onPageReturn } = options;
  const store = createStore<WorkshopView>()(() => ({
    line: 'connecting',
    reason: undefined,
    workshop: undefined,
    wall: new Map(),
    changedAt: new Map(),
  }));
  const clock = createServerClock();
  const ended = createEmitter<{ readonly code: string; readonly message: string }>();
  let version = -1;
  let attempt = 0;
  /** Grows with each try: a ticket that comes after another try has begun is not used. */
  let turn = 0;
  let watching = false;
  let disposed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settings = { transports: ['websocket'], parser: msgpackParser, reconnection: false, autoConnect: false, forceNew: true };
  const socket: Line = url ? io(url, settings) : io(settings);

  const wait = (): void => {
    if (disposed || timer !== undefined || store.getState().line === 'ended') return;
    store.setState({ line: 'away' });
    timer = setTimeout(() => void connect(), retryDelayMs(attempt, random()));
    attempt += 1;
  };

  async function connect(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (disposed || socket.active) return;
    turn += 1;
    const mine = turn;
    const reply = await ticket();
    if (disposed || mine !== turn) return;
    if (!reply.ok) {
      if (reply.error.kind === 'refused' && reply.error.status === 401) end(reply.error);
      else wait();
      return;
    }
    socket.auth = { token: reply.value.ticket };
    socket.connect();
  }

  function end(reason: { readonly code: string; readonly message: string }): void {
    if (store.getState().line === 'ended') return;
    store.setState({ line: 'ended', reason: reason.message });
    ended.emit({ code: reason.code, message: reason.message });
    socket.disconnect();
  }

  function take(state: ChannelState, fresh: boolean): void {
    if (state.state.id !== workshopId || (!fresh && state.version <= version)) return;
    version = state.version;
    store.setState({ workshop: state.state });
  }

  function takeBoards(boards: readonly WallBoard[], whole: boolean): void {
    const { wall, changedAt } = store.getState();
    const next = new Map(whole ? [] : wall);
    const times = new Map(changedAt);
    for (const board of boards) {
      const before = wall.get(board.boardId);
      if (!whole && before && board.seq < before.seq) continue;
      if (before && board.seq > before.seq) times.set(board.boardId, clock.now());
      next.set(board.boardId, board);
    }
    store.setState({ wall: next, changedAt: times });
  }

  async function measureClock(): Promise<void> {
    for (let sample = 0; sample < CLOCK_SAMPLES && socket.connected; sample += 1) {
      const askedAt = Date.now();
      try {
        const { t1 } = await socket.timeout(ANSWER_MS).emitWithAck('clock', { t0: askedAt });
        clock.add({ askedAt, serverAt: t1, answeredAt: Date.now() });
      } catch {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, CLOCK_GAP_MS));
    }
  }

  async function askForWall(): Promise<void> {
    if (!watching || !socket.connected) return;
    try {
      const answer = await socket.timeout(ANSWER_MS).emitWithAck('watchWall', { workshopId });
      if (answer.ok && watching) takeBoards(answer.value.boards, true);
    } catch {
      if (socket.connected) socket.disconnect();
      wait();
    }
  }

  socket.on('connect', () => {
    void (async () => {
      try {
        const answer = await socket.timeout(ANSWER_MS).emitWithAck('enter', { workshopId });
        if (disposed) return;
        if (!answer.ok) {
          end(answer.error);
          return;
        }
        take(answer.value, true);
        attempt = 0;
        store.setState({ line: 'live' });
        void measureClock();
        await askForWall();
      } catch {
        socket.disconnect();
        wait();
      }
    })();
  });
  socket.on('state', (state) => take(state, false));
  socket.on('wall', (board) => takeBoards([board], false));
  socket.on('ended', end);
  socket.on('connect_error', wait);
  socket.on('disconnect', wait);

  let asking = false;
  const retry = (): void => {
    if (disposed || asking || store.getState().line === 'ended') return;
    attempt = 0;
    if (socket.connected) {
      void askWhetherAlive();
      return;
    }
    // An attempt begun without a network may hang for long.
    if (socket.active) socket.disconnect();
    void connect();
  };

  /** A network that went away and came back leaves lines that look open and carry nothing. */
  async function askWhetherAlive(): Promise<void> {
    asking = true;
    try {
      await socket.timeout(ALIVE_WITHIN_MS).emitWithAck('clock', { t0: Date.now() });
    } catch {
      socket.disconnect();
      void connect();
    } finally {
      asking = false;
    }
  }
  const stopListening = onReturn(retry);
  void connect();

  return {
    store,
    clock,
    ended,
    watchWall() {
      watching = true;
      void askForWall();
    },
    leaveWall() {
      watching = false;
      store.setState({ wall: new Map() });
      if (socket.connected) socket.emit('leaveWall', { workshopId }, () => undefined);
    },
    async command(command, input) {
      if (!socket.connected) return { ok: false, error: { code: 'away', message: '' } };
      try {
        return await socket.timeout(ANSWER_MS).emitWithAck('command', { channel: 'workshop', command, input });
      } catch {
        return { ok: false, error: { code: 'away', message: '' } };
      }
    },
    retry,
    dispose() {
      disposed = true;
      clearTimeout(timer);
      stopListening();
      socket.disconnect();
    },
  };
}
