// W4 for each server that holds documents: fill a board, restart where boards are stored, open it cold, weigh it, let a hundred join.
import { setTimeout as pause } from 'node:timers/promises';
import { LIMITS } from '@masa/shared/core';
import { judge } from '../goals.ts';
import { median, rounded } from '../support/figures.ts';
import { USED_BYTES } from '../support/machine.ts';
import { withScratchFolder } from '../support/scratch.ts';
import { table } from '../support/table.ts';
import { startClients } from './askClients.ts';
import type { Joined } from './bigBoard.ts';
import { type Contestant, HOCUSPOCUS_SQLITE, MASA, STOCK, withContext } from './contestants.ts';
import type { Report } from './run.ts';

/** As many as a board of Masa may hold: LIMITS.objectsMax. */
const NOTES = LIMITS.objectsMax;
const EDITS = 50_000;
const WRITERS = 20;
const JOINING = 100;
/** Hocuspocus saves up to ten seconds after an edit; at two seconds of quiet it has saved. */
const SAVED_MS = 4_000;
/** No further repetition once joining took so long in all. */
const STORMY_MS = 5_000;
const FIELD: readonly Contestant[] = [MASA, STOCK, HOCUSPOCUS_SQLITE];

interface Figures {
  readonly lastMs: number;
  readonly cpuMs: number;
  readonly kB: number;
  readonly memoryMb: number;
  /** Absent where nothing is stored. */
  readonly coldMs: number;
  readonly coldCpuMs: number;
  readonly stateKb: number;
  readonly diverged: number;
  readonly storms: readonly Joined[];
}

async function measure(contestant: Contestant, repetitions: number): Promise<Figures> {
  return withScratchFolder(async (folder) => {
    let running = await contestant.start(folder);
    const clients = await startClients();
    const usedMb = async (): Promise<number> => (await running.server.inspect(USED_BYTES)) / 1024 / 1024;
    try {
      let empty = contestant.stores ? 0 : await usedMb();
      const { name, urls } = await running.room(WRITERS);
      const filled = await clients.ask('fill', {
        serverPid: running.server.pid,
        dialect: running.dialect,
        room: name,
        urls,
        notes: NOTES,
        edits: EDITS,
      });
      if (contestant.stores) {
        await pause(SAVED_MS);
        await running.server.stop();
        running = await contestant.start(folder);
        empty = await usedMb();
      }
      const plan = {
        serverPid: running.server.pid,
        dialect: running.dialect,
        room: name,
        urls: await running.addresses(name, JOINING),
        hash: filled.hash,
      };
      const cold = await clients.ask('hold', plan);
      await pause(1_500);
      const memoryMb = (await usedMb()) - empty;
      const storms: Joined[] = [];
      let stormyMs = 0;
      for (let at = 0; at < repetitions && stormyMs < STORMY_MS; at += 1) {
        const joined = await clients.ask('storm', plan);
        storms.push(joined);
        stormyMs += joined.lastMs;
        await pause(500);
      }
      await clients.ask('release');
      return {
        lastMs: median(storms.map((storm) => storm.lastMs)),
        cpuMs: median(storms.map((storm) => storm.serverCpuMs)),
        kB: median(storms.map((storm) => storm.bytesEach)) / 1024,
        memoryMb,
        coldMs: contestant.stores ? cold.lastMs : Number.NaN,
        coldCpuMs: contestant.stores ? cold.serverCpuMs : Number.NaN,
        stateKb: filled.stateBytes / 1024,
        diverged: cold.diverged + storms.reduce((sum, storm) => sum + storm.diverged, 0),
        storms,
      };
    } catch (failure) {
      throw withContext(failure, contestant, running);
    } finally {
      await clients.stop();
      await running.server.stop();
    }
  });
}

export async function runBigBoard(repetitions: number, only: readonly string[]): Promise<Report> {
  const field = only.length === 0 ? FIELD : FIELD.filter((each) => only.includes(each.name));
  const figures = new Map<Contestant, Figures>();
  for (const contestant of field) figures.set(contestant, await measure(contestant, repetitions));
  const peer = figures.get(HOCUSPOCUS_SQLITE);
  const against = (value: number, theirs: number | undefined): string => `${rounded(value / (theirs ?? Number.NaN))}`;
  const rows = [...figures].map(([{ name }, each]) => [
    name,
    against(each.lastMs, peer?.lastMs),
    rounded(each.lastMs),
    against(each.cpuMs, peer?.cpuMs),
    rounded(each.cpuMs),
    rounded(each.kB),
    rounded(each.memoryMb),
    against(each.coldMs, peer?.coldMs),
    rounded(each.coldMs),
    rounded(each.coldCpuMs),
    each.diverged === 0 ? 'equal' : `${each.diverged} differ`,
  ]);
  const masa = figures.get(MASA);
  return {
    text: table(
      `W4: ${NOTES} notes, ${EDITS} edits of history; ${JOINING} join at once (× = against hocuspocus + SQLite)`,
      ['server', '× last', 'last ms', '× CPU', 'CPU ms', 'kB each', 'board MB', '× cold', 'cold ms', 'cold CPU', 'state'],
      rows,
    ),
    verdicts: masa
      ? [
          judge('joinTime', 'w4', masa.lastMs / (peer?.lastMs ?? Number.NaN)),
          judge('joinCpu', 'w4', masa.cpuMs / (peer?.cpuMs ?? Number.NaN)),
          judge('boardMemory', 'w4', masa.memoryMb),
          judge('coldOpen', 'w4', masa.coldMs / (peer?.coldMs ?? Number.NaN)),
        ]
      : [],
    figures: Object.fromEntries([...figures].map(([{ name }, each]) => [name, each])),
  };
}
