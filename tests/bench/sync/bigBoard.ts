// W4: a board with a long history. Filling it, opening it cold, holding it open, and a hundred clients that join at once.
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { cpuMs } from '../support/machine.ts';
import { contentHash, createLedger } from './ledger.ts';
import { connect, type Member } from './Member.ts';
import { type Dialect, hear, updateFrame } from './wire.ts';
import { createWriter } from './writer.ts';

export interface BoardPlan {
  readonly serverPid: number;
  readonly dialect: Dialect;
  readonly room: string;
  readonly urls: readonly string[];
}

export interface FillPlan extends BoardPlan {
  readonly notes: number;
  readonly edits: number;
}

export interface Filled {
  readonly hash: string;
  /** Size of the final state in Yjs' first encoding. */
  readonly stateBytes: number;
  readonly seconds: number;
}

const FRAMES_PER_SECOND = 50;
const NOTES_PER_FRAME = 25;
const EDITS_PER_FRAME = 10;

/** Writers, one per address, make the notes and then edit them; each sends at most fifty frames a second, as a person's rate limit allows. */
export async function fill(plan: FillPlan): Promise<Filled> {
  const writers = plan.urls.map((_, at) => createWriter(at));
  const ledger = createLedger({ members: writers.length, writers: writers.map((writer) => writer.doc.clientID) });
  const members = await Promise.all(
    plan.urls.map((url, member) =>
      connect({
        url,
        room: plan.room,
        dialect: plan.dialect,
        take: (frame, heard) => ledger.take(member, frame, heard, performance.now()),
        lost: (reason) => {
          throw new Error(`writer ${member}: ${reason}`);
        },
      }),
    ),
  );
  await Promise.all(members.map((member) => member.synced));
  const start = performance.now();
  const makes = Math.ceil(plan.notes / writers.length / NOTES_PER_FRAME);
  const edits = Math.ceil(plan.edits / writers.length / EDITS_PER_FRAME);
  for (let turn = 0; turn < makes + edits; turn += 1) {
    for (const [at, writer] of writers.entries()) {
      const update = turn < makes ? writer.make(NOTES_PER_FRAME) : writer.edit(EDITS_PER_FRAME);
      ledger.sent(at, writer.clock() - 1, performance.now());
      members[at]?.send(updateFrame(plan.dialect, plan.room, update));
    }
    await pause(Math.max(0, start + ((turn + 1) * 1_000) / FRAMES_PER_SECOND - performance.now()));
  }
  const until = performance.now() + 60_000;
  while (!ledger.complete()) {
    if (performance.now() > until) throw new Error('the board’s history did not arrive within a minute');
    await pause(20);
  }
  const doc = new Y.Doc();
  for (const writer of writers) Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc));
  await Promise.all(members.map((member) => member.close()));
  return { hash: contentHash(doc), stateBytes: Y.encodeStateAsUpdate(doc).length, seconds: (performance.now() - start) / 1_000 };
}

export interface Joined {
  /** From opening the sockets to the last client that has everything. */
  readonly lastMs: number;
  readonly serverCpuMs: number;
  readonly bytesEach: number;
  /** Clients whose content is not what was written. */
  readonly diverged: number;
}

async function join(
  plan: BoardPlan,
  urls: readonly string[],
  hash: string,
): Promise<{ readonly figures: Joined; readonly members: readonly Member[] }> {
  // Frames that are equal byte for byte are kept, and later decoded, once.
  const frames: Buffer[] = [];
  const heardBy: number[][] = urls.map(() => []);
  const bytes = urls.map(() => 0);
  const cpu = cpuMs(plan.serverPid);
  const start = performance.now();
  const members = await Promise.all(
    urls.map(async (url, at) => {
      const member = await connect({
        url,
        room: plan.room,
        dialect: plan.dialect,
        take(frame) {
          bytes[at] = (bytes[at] ?? 0) + frame.length;
          const known = frames.findIndex((each) => each.equals(frame));
          heardBy[at]?.push(known >= 0 ? known : frames.push(frame) - 1);
        },
        lost: (reason) => {
          throw new Error(`reader ${at}: ${reason}`);
        },
      });
      await member.synced;
      return member;
    }),
  );
  const lastMs = performance.now() - start;
  const serverCpuMs = cpuMs(plan.serverPid) - cpu;
  const groups = new Map<string, number>();
  for (const heard of heardBy) {
    const key = [...new Set(heard)].sort((a, b) => a - b).join();
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  let diverged = 0;
  for (const [group, size] of groups) {
    if (
      hashOf(
        group.split(',').map((at) => frames[Number(at)] as Buffer),
        plan.dialect,
      ) !== hash
    )
      diverged += size;
  }
  return { figures: { lastMs, serverCpuMs, bytesEach: Math.max(...bytes), diverged }, members };
}

function hashOf(frames: readonly Buffer[], dialect: Dialect): string {
  const doc = new Y.Doc();
  for (const frame of frames) {
    for (const heard of hear(dialect, frame)) if (heard.kind === 'state' || heard.kind === 'update') Y.applyUpdate(doc, heard.bytes);
  }
  const hash = contentHash(doc);
  doc.destroy();
  return hash;
}

let holder: Member | undefined;

/** The first client: the server opens the board for it. It stays until `release`. */
export async function hold(plan: BoardPlan & { readonly hash: string }): Promise<Joined> {
  const { figures, members } = await join(plan, plan.urls.slice(0, 1), plan.hash);
  holder = members[0];
  return figures;
}

/** As many clients as there are addresses join at once, and leave again. */
export async function storm(plan: BoardPlan & { readonly hash: string }): Promise<Joined> {
  const { figures, members } = await join(plan, plan.urls, plan.hash);
  await Promise.all(members.map((member) => member.close()));
  return figures;
}

export async function release(): Promise<null> {
  await holder?.close();
  holder = undefined;
  return null;
}
