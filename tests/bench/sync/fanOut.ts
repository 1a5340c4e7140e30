// Rooms in which some members write and all hear: W1 (one board, ten move a note), W2 (many boards), W3 (cursors). Runs in the
// process of the clients; the server is another one, watched through its CPU time.
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { createHistogram } from '../support/figures.ts';
import { cpuMs, residentMb } from '../support/machine.ts';
import { contentHash, createLedger, type Ledger } from './ledger.ts';
import { connect, type Member } from './Member.ts';
import { awarenessFrame, type Dialect, updateFrame } from './wire.ts';
import { createWriter, type Writer } from './writer.ts';

interface RoomPlan {
  readonly name: string;
  /** One address per member; the first `writers` of them write. */
  readonly urls: readonly string[];
}

export interface FanOutPlan {
  readonly serverPid: number;
  readonly dialect: Dialect;
  readonly rooms: readonly RoomPlan[];
  readonly writers: number;
  readonly notesPerWriter: number;
  readonly what: 'moves' | 'cursors';
  readonly hz: number;
  readonly warmUpHz: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface FanOutFigures {
  /** Server CPU per delivered contribution (sent × members), microseconds. */
  readonly cpuUs: number;
  /** Share of one core the server used. */
  readonly core: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Contributions a second that were really sent. */
  readonly sentPerSecond: number;
  readonly serverMb: number;
  /** Members whose final state differs from what the writers wrote. */
  readonly diverged: number;
  /** 1 if everything arrived in time. */
  readonly arrived: number;
}

interface Room {
  readonly plan: RoomPlan;
  readonly writers: readonly Writer[];
  readonly members: readonly Member[];
  readonly ledger: Ledger;
  readonly cursors: Uint32Array;
}

const SETTLE_MS = 15_000;

async function settled(rooms: readonly Room[]): Promise<boolean> {
  const until = performance.now() + SETTLE_MS;
  while (performance.now() < until) {
    if (rooms.every((room) => room.ledger.complete())) return true;
    await pause(5);
  }
  return false;
}

async function openRoom(plan: RoomPlan, of: FanOutPlan): Promise<Room> {
  const writers = Array.from({ length: of.writers }, (_, at) => createWriter(at));
  const ledger = createLedger({ members: plan.urls.length, writers: writers.map((writer) => writer.doc.clientID) });
  const members: Member[] = [];
  for (let from = 0; from < plan.urls.length; from += 25) {
    const batch = plan.urls.slice(from, from + 25).map((url, offset) => {
      const member = from + offset;
      return connect({
        url,
        room: plan.name,
        dialect: of.dialect,
        take: (frame, heard) => ledger.take(member, frame, heard, performance.now()),
        lost: (reason) => {
          throw new Error(`member ${member} of ${plan.name}: ${reason}`);
        },
      });
    });
    const opened = await Promise.all(batch);
    await Promise.all(opened.map((member) => member.synced));
    members.push(...opened);
  }
  return { plan, writers, members, ledger, cursors: new Uint32Array(of.writers).fill(1) };
}

/** Lets every writer send at its rate for a while, evenly spread. Returns how many were sent. */
async function write(rooms: readonly Room[], of: FanOutPlan, hz: number, ms: number): Promise<number> {
  const hands = rooms.flatMap((room) => room.writers.map((writer, at) => ({ room, writer, at })));
  const every = 1_000 / hz;
  const start = performance.now();
  const due = hands.map((_, at) => start + (at / hands.length) * every);
  let sent = 0;
  for (;;) {
    const now = performance.now();
    if (now - start >= ms) return sent;
    for (const [index, { room, writer, at }] of hands.entries()) {
      if ((due[index] as number) > now) continue;
      due[index] = (due[index] as number) + every;
      const frame = of.what === 'moves' ? moveFrame(room, writer, at, of.dialect) : cursorFrame(room, writer, at, of.dialect);
      room.members[at]?.send(frame);
      sent += 1;
    }
    await pause(1);
  }
}

function moveFrame(room: Room, writer: Writer, at: number, dialect: Dialect): Uint8Array {
  const clock = writer.clock();
  const update = writer.move();
  room.ledger.sent(at, clock, performance.now());
  return updateFrame(dialect, room.plan.name, update);
}

function cursorFrame(room: Room, writer: Writer, at: number, dialect: Dialect): Uint8Array {
  const clock = (room.cursors[at] as number) + 1;
  room.cursors[at] = clock;
  room.ledger.sent(at, clock, performance.now());
  return awarenessFrame(dialect, room.plan.name, writer.doc.clientID, clock, { cursor: { x: clock % 1_600, y: (clock * 7) % 1_200 } });
}

function expectedOf(room: Room): string {
  const doc = new Y.Doc();
  for (const writer of room.writers) Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc));
  return contentHash(doc);
}

export async function fanOut(plan: FanOutPlan): Promise<FanOutFigures> {
  const rooms: Room[] = [];
  for (const room of plan.rooms) rooms.push(await openRoom(room, plan));
  if (plan.what === 'moves') {
    for (const room of rooms) {
      for (const [at, writer] of room.writers.entries()) {
        const clock = writer.clock();
        const update = writer.make(plan.notesPerWriter);
        room.ledger.sent(at, Math.max(clock, writer.clock() - 1), performance.now());
        room.members[at]?.send(updateFrame(plan.dialect, room.plan.name, update));
      }
    }
    if (!(await settled(rooms))) throw new Error('the first notes did not reach everybody');
  }
  await write(rooms, plan, plan.warmUpHz, plan.warmUpMs);
  await settled(rooms);

  const histogram = createHistogram();
  for (const room of rooms) room.ledger.measure(histogram);
  const cpu = cpuMs(plan.serverPid);
  const start = performance.now();
  const sent = await write(rooms, plan, plan.hz, plan.measureMs);
  const wrote = performance.now() - start;
  const arrived = await settled(rooms);
  const took = performance.now() - start;
  const used = cpuMs(plan.serverPid) - cpu;
  for (const room of rooms) room.ledger.measure(undefined);
  const serverMb = residentMb(plan.serverPid);

  let diverged = 0;
  if (plan.what === 'moves') for (const room of rooms) diverged += room.ledger.diverged(expectedOf(room), (member) => room.writers[member]?.doc);
  await Promise.all(rooms.flatMap((room) => room.members.map((member) => member.close())));
  const membersPerRoom = plan.rooms[0]?.urls.length ?? 1;
  return {
    cpuUs: (used * 1_000) / (sent * membersPerRoom),
    core: used / took,
    p50Ms: histogram.quantile(0.5),
    p95Ms: histogram.quantile(0.95),
    sentPerSecond: (sent * 1_000) / wrote,
    serverMb,
    diverged,
    arrived: arrived ? 1 : 0,
  };
}
