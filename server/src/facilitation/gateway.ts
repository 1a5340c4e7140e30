// The facilitation socket: who connects, which workshops they follow, and the whole small state to each of them after every change.
// It knows nothing of board sockets: either may be down while the other works.
// Longer than 250 lines because everything a facilitation socket lives through is told in one place.
import type { Server as HttpServer } from 'node:http';
import { chooseLanguage, type Language, LIMITS } from '@masa/shared/core';
import { errorSentence } from '@masa/shared/i18n';
import type { WallBoard, WorkshopState } from '@masa/shared/wire';
import {
  type Answer,
  type ChannelState,
  clockRequest,
  commandRequest,
  type FacilitationEvents,
  type FacilitationRequests,
  workshopRef,
} from '@masa/shared/wire';
import { type Actor, may, rightOn } from '@masa/shared/workshop';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server, type Socket } from 'socket.io';
import * as msgpack from 'socket.io-msgpack-parser';
import type { z } from 'zod';
import type { Caller, Callers } from '../auth/callers.ts';
import { type Gate, targetOfBoard, targetOfWorkshop } from '../auth/gate.ts';
import type { Origins } from '../auth/origins.ts';
import { Refusal } from '../auth/refusal.ts';
import type { Logger } from '../observe/log.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { Attendance } from '../workshops/attendance.ts';
import type { BoardDocuments } from '../workshops/boardDocuments.ts';
import type { Changes } from '../workshops/changes.ts';
import type { Channel } from './channel.ts';
import { readFacts, type WorkshopFacts } from './facts.ts';
import { createWall, type Watcher } from './wall.ts';

/** Changes of one moment – a whole table joining – are told together. */
const GATHER_MS = 50;
const EVENTS_PER_SECOND = 20;
const MESSAGE_BYTES = 64 * 1024;
/** Packets of one socket in a second, of whatever kind: no page comes near. Whoever sends more is cut off, because reading them costs, too. */
const PACKETS_PER_SECOND = 200;
/** How long somebody may be connected without saying who they are, ms. */
const SILENT_MS = 10_000;

interface Member {
  caller: Caller;
  readonly language: Language;
  readonly follows: Set<string>;
  readonly watcher: Watcher;
  /** Workshops whose wall it watches. */
  readonly walls: Set<string>;
}

type OurSocket = Socket<FacilitationRequests, FacilitationEvents, Record<string, never>, { member: Member }>;

export interface Gateway {
  readonly connections: number;
  close(): Promise<void>;
}

interface Parts {
  readonly http: HttpServer;
  readonly callers: Callers;
  readonly origins: Origins;
  readonly gate: Gate;
  readonly store: WorkshopStore;
  readonly documents: BoardDocuments;
  readonly attendance: Attendance;
  readonly changes: Changes;
  readonly channel: Channel<WorkshopState>;
  readonly now: () => number;
  readonly log: Logger;
}

export function createGateway(parts: Parts): Gateway {
  const { http, callers, origins, gate, documents, attendance, changes, channel, now, log } = parts;
  const io = new Server<FacilitationRequests, FacilitationEvents, Record<string, never>, { member: Member }>(http, {
    transports: ['websocket'],
    destroyUpgrade: false,
    serveClient: false,
    parser: msgpack,
    maxHttpBufferSize: MESSAGE_BYTES,
    connectTimeout: SILENT_MS,
    allowRequest: ({ headers }, decide) => decide(null, origins.isOurs(headers.origin, headers.host)),
  });
  const pace = new RateLimiterMemory({ points: EVENTS_PER_SECOND * 5, duration: 5 });
  const wall = createWall(documents, now, (boardId, failure) => log.error({ board: boardId, error: failure }, 'wall.unread'));
  const versions = new Map<string, number>();
  const due = new Map<string, NodeJS.Timeout>();

  const sockets = (): OurSocket[] => [...io.of('/').sockets.values()];

  /** Above every version told before, also before a restart. */
  const nextVersion = (workshopId: string): number => {
    const version = Math.max((versions.get(workshopId) ?? 0) + 1, now());
    versions.set(workshopId, version);
    return version;
  };

  const actorNow = ({ caller }: Member, facts: WorkshopFacts): Actor => {
    const { actor } = caller;
    if (actor.role !== 'participant') return actor;
    const participant = facts.participants.find((each) => each.id === actor.id);
    return participant ? { ...actor, groupId: participant.groupId } : { role: 'nobody' };
  };

  const stateFor = (facts: WorkshopFacts, actor: Actor): ChannelState => ({
    channel: 'workshop',
    version: versions.get(facts.workshop.id) ?? nextVersion(facts.workshop.id),
    state: channel.state(facts, actor),
  });

  const readableBoards = ({ workshop, boards }: WorkshopFacts, actor: Actor): string[] =>
    boards.filter((board) => rightOn(actor, targetOfBoard({ board, workshop })) !== 'none').map((board) => board.id);

  const sayEnded = (socket: OurSocket): void => {
    socket.emit('ended', { code: 'session-ended', message: errorSentence('session-ended', socket.data.member.language) });
    socket.disconnect(true);
  };

  const tell = async (workshopId: string): Promise<void> => {
    due.delete(workshopId);
    const facts = await readFacts(parts, workshopId);
    if (!facts) return;
    nextVersion(workshopId);
    const shared = new Map<string, ChannelState>();
    for (const socket of sockets()) {
      const { member } = socket.data;
      if (!member.follows.has(workshopId)) continue;
      const actor = actorNow(member, facts);
      if (!may(actor, 'workshop.read', targetOfWorkshop(facts.workshop)) || member.caller.session.expiresAt <= now()) {
        sayEnded(socket);
        continue;
      }
      const key = actor.role === 'participant' ? `${actor.role} ${actor.groupId}` : actor.role;
      const state = shared.get(key) ?? stateFor(facts, actor);
      shared.set(key, state);
      socket.emit('state', state);
      if (!member.walls.has(workshopId)) continue;
      for (const board of await wall.watch(member.watcher, readableBoards(facts, actor))) member.watcher.show(board);
    }
  };

  const tellSoon = (workshopId: string): void => {
    if (due.has(workshopId)) return;
    const timer = setTimeout(() => {
      tell(workshopId).catch((error: unknown) => log.error({ workshop: workshopId, error }, 'facilitation.untold'));
    }, GATHER_MS);
    due.set(workshopId, timer);
  };

  const enter = async (member: Member, workshopId: string): Promise<ChannelState> => {
    await gate.workshop(member.caller.actor, workshopId, 'workshop.read');
    const facts = await readFacts(parts, workshopId);
    if (!facts) throw new Refusal('not-found');
    member.follows.add(workshopId);
    return stateFor(facts, actorNow(member, facts));
  };

  /** Parses, paces and answers one kind of request; nothing a client sends can get past it as an exception. */
  const answering =
    <S extends z.ZodType, T>(socket: OurSocket, schema: S, work: (input: z.output<S>, member: Member) => Promise<T>) =>
    async (request: unknown, answer: unknown): Promise<void> => {
      const { member } = socket.data;
      const reply = (result: Answer<T>): void => {
        if (typeof answer === 'function') answer(result);
      };
      const refuse = (code: string): void => reply({ ok: false, error: { code, message: errorSentence(code, member.language) } });
      try {
        await pace.consume(socket.id);
      } catch {
        return refuse('too-fast');
      }
      const parsed = schema.safeParse(request);
      if (!parsed.success) return refuse('bad-input');
      try {
        // As they are by now: their table may be another one, their session over.
        const caller = await callers.bySession(member.caller.session.tokenHash);
        if (!caller) return sayEnded(socket);
        member.caller = caller;
        reply({ ok: true, value: await work(parsed.data, member) });
      } catch (error) {
        const code = error instanceof Refusal ? error.code : error instanceof Error && error.name === 'Unavailable' ? 'unavailable' : 'internal';
        if (code === 'internal') log.error({ error }, 'facilitation.broke');
        refuse(code);
      }
    };

  /** One more socket of a person makes the one room that was opened first. Staff have as many as they want. */
  const keepFew = (socket: OurSocket): void => {
    const { actor } = socket.data.member.caller;
    if (actor.role === 'organiser' || actor.role === 'facilitator') return;
    const own = sockets().filter((each) => each.data.member.caller.session.subjectId === actor.id);
    for (const oldest of own.slice(0, Math.max(0, own.length - LIMITS.socketsPerPerson))) oldest.disconnect(true);
  };

  /** Undefined once the socket has its member; else why it may not come in. Never rejects. */
  const admit = async (socket: OurSocket): Promise<Error | undefined> => {
    try {
      const token: unknown = socket.handshake.auth.token ?? socket.handshake.auth.ticket;
      const caller = typeof token === 'string' && token.length < 300 ? await callers.byTokenOrTicket(token) : undefined;
      if (!caller) return new Error(token === undefined ? 'not-signed-in' : 'session-ended');
      const accepted = (socket.handshake.headers['accept-language'] ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '');
      socket.data.member = {
        caller,
        language: chooseLanguage(accepted, caller.participant?.language ?? 'en'),
        follows: new Set(caller.session.workshopId === null ? [] : [caller.session.workshopId]),
        walls: new Set(),
        watcher: { seesNames: caller.actor.role !== 'observer', show: createOutbox(socket) },
      };
      return undefined;
    } catch (error) {
      log.error({ error }, 'facilitation.broke');
      return new Error('unavailable');
    }
  };
  io.use((socket, answer) => void admit(socket).then(answer));

  io.on('connection', (socket) => {
    const { member } = socket.data;
    const { session, participant } = member.caller;
    keepFew(socket);
    cutFloods(socket);
    const leave = participant ? attendance.enter(participant.id) : undefined;
    const own = session.workshopId;
    if (own !== null) {
      enter(member, own)
        .then((state) => socket.emit('state', state))
        .catch(() => sayEnded(socket));
      if (participant) tellSoon(own);
    }

    socket.on('clock', (request, answer) => {
      const parsed = clockRequest.safeParse(request);
      if (parsed.success && typeof answer === 'function') answer({ t0: parsed.data.t0, t1: now() });
    });
    socket.on(
      'enter',
      answering(socket, workshopRef, ({ workshopId }) => enter(member, workshopId)),
    );
    socket.on(
      'command',
      answering(socket, commandRequest, async ({ command: name, workshopId: of, input, version }) => {
        const command = Object.hasOwn(channel.commands, name) ? channel.commands[name] : undefined;
        const [only] = member.follows;
        const workshopId = of ?? only;
        const parsed = command?.input.safeParse(input);
        if (!command || workshopId === undefined || !parsed?.success) throw new Refusal('bad-input');
        if (version !== undefined && version !== versions.get(workshopId)) throw new Refusal('stale-version');
        await command.run(member.caller, workshopId, parsed.data);
        return { version: versions.get(workshopId) ?? 0 };
      }),
    );
    socket.on(
      'watchWall',
      answering(socket, workshopRef, async ({ workshopId }) => {
        const { actor } = member.caller;
        await gate.workshop(actor, workshopId, 'wall.watch');
        await enter(member, workshopId);
        const facts = await readFacts(parts, workshopId);
        if (!facts) throw new Refusal('not-found');
        // From the start, also for who asks again: the answer holds every board.
        wall.leave(member.watcher);
        member.walls.clear();
        member.walls.add(workshopId);
        return { boards: await wall.watch(member.watcher, readableBoards(facts, actor)) };
      }),
    );
    socket.on(
      'leaveWall',
      answering(socket, workshopRef, async ({ workshopId }) => {
        member.walls.delete(workshopId);
        wall.leave(member.watcher);
        return null;
      }),
    );
    socket.on('error', (error) => log.warn({ error }, 'facilitation.socket'));
    socket.on('disconnect', () => {
      wall.leave(member.watcher);
      leave?.();
      if (participant) tellSoon(participant.workshopId);
    });
  });

  const stops = [
    changes.on(({ workshopId }) => tellSoon(workshopId)),
    callers.ended.on((hashes) => {
      for (const socket of sockets()) if (hashes.includes(socket.data.member.caller.session.tokenHash)) sayEnded(socket);
    }),
  ];

  return {
    get connections() {
      return io.of('/').sockets.size;
    },
    async close() {
      for (const stop of stops) stop();
      for (const timer of due.values()) clearTimeout(timer);
      wall.close();
      io.disconnectSockets(true);
      // Not io.close(): that would close the HTTP server, which is not ours.
      io.engine.close();
    },
  };
}

/** Ends a socket that sends more than any page does. */
function cutFloods(socket: OurSocket): void {
  let began = performance.now();
  let packets = 0;
  socket.conn.on('packet', () => {
    const at = performance.now();
    if (at - began >= 1_000) [began, packets] = [at, 0];
    packets += 1;
    if (packets > PACKETS_PER_SECOND) socket.disconnect(true);
  });
}

/**
 * Sends boards one after the other, as fast as the socket takes them. Of a board that has changed meanwhile only the newest is kept, so a
 * slow line holds at most one of each, and the last state always arrives.
 */
function createOutbox(socket: OurSocket): (board: WallBoard) => void {
  const waiting = new Map<string, WallBoard>();
  const flush = (): void => {
    for (const [boardId, board] of waiting) {
      if (!socket.conn.transport.writable) return;
      waiting.delete(boardId);
      socket.emit('wall', board);
    }
  };
  // `ready`: what was given to the WebSocket has left. There is one transport for life, because only WebSocket is offered.
  socket.conn.transport.on('ready', flush);
  return (board) => {
    waiting.set(board.boardId, board);
    flush();
  };
}
