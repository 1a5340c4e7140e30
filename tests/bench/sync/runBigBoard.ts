// W4 for each server that holds documents: fill a board, restart where boards are stored, open it cold, weigh it, let a hundred join.
import { setTimeout as pause } from 'node:timers/promises';
import { LIMITS } from '@masa/shared/core';
import { judge } from '../goals.ts';
import { median, rounded } from '../support/figures.ts';
import { attempt } from '../support/limit.ts';
import { USED_BYTES } from '../support/machine.ts';
import { isAsked, type Report, type RunOptions } from '../support/report.ts';
import { withScratchFolder } from '../support/scratch.ts';
import { table } from '../support/table.ts';
import { type Clients, startClients } from './askClients.ts';
import type { Joined } from './bigBoard.ts';
import { type Contestant, HOCUSPOCUS_SQLITE, MASA, STOCK, withContext } from './contestants.ts';

/** As many as a board of Masa may hold: LIMITS.objectsMax. */
const NOTES = LIMITS.objectsMax;
const EDITS = 50_000;
const WRITERS = 20;
const JOINING = 100;
/** Hocuspocus saves up to ten seconds after an edit; at two seconds of quiet it has saved. */
const SAVED_MS = 4_000;
/** Whoever takes longer for one of these steps has failed at it. Filling is paced and takes about ten seconds. */
const LIMIT_MS = { fill: 90_000, hold: 30_000, storm: 60_000, release: 10_000 } as const;
const CONTESTANT_MS = 180_000;
/** No further repetition once joining took so long in all. */
const STORMY_MS = 5_000;
/** Storms are short: more than one costs little. */
const STORMS = 2;
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
    let clients: Clients | undefined;
    const usedMb = async (): Promise<number> => (await running.server.inspect(USED_BYTES)) / 1024 / 1024;
    try {
      clients = await startClients();
      let empty = contestant.stores ? 0 : await usedMb();
      const { name, urls } = await running.room(WRITERS);
      const filled = await clients.ask(LIMIT_MS.fill, 'fill', {
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
      const cold = await clients.ask(LIMIT_MS.hold, 'hold', plan);
      await pause(1_500);
      const memoryMb = (await usedMb()) - empty;
      const storms: Joined[] = [];
      let stormyMs = 0;
      for (let at = 0; at < Math.max(STORMS, repetitions) && stormyMs < STORMY_MS; at += 1) {
        const joined = await clients.ask(LIMIT_MS.storm, 'storm', plan);
        storms.push(joined);
        stormyMs += joined.lastMs;
        await pause(500);
      }
      await clients.ask(LIMIT_MS.release, 'release');
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
      await clients?.stop();
      await running.server.stop();
    }
  });
}

export async function runBigBoard(options: RunOptions): Promise<Report> {
  const field = FIELD.filter((each) => isAsked(each.name, options.only));
  const figures = new Map<Contestant, Figures>();
  const failed = new Map<Contestant, string>();
  for (const contestant of field) {
    const outcome = await attempt(CONTESTANT_MS, `${contestant.name} in w4`, () => measure(contestant, options.repetitions));
    if (outcome.ok) figures.set(contestant, outcome.value);
    else failed.set(contestant, outcome.reason);
  }
  const peer = figures.get(HOCUSPOCUS_SQLITE);
  const against = (value: number, theirs: number | undefined): string => `${rounded(value / (theirs ?? Number.NaN))}`;
  const rows = field.map((contestant) => {
    const each = figures.get(contestant);
    if (!each) return [contestant.name, `failed: ${failed.get(contestant) ?? 'no figures'}`];
    return [
      contestant.name,
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
    ];
  });
  const masa = figures.get(MASA);
  return {
    text: table(
      `W4: ${NOTES} notes, ${EDITS} edits of history; ${JOINING} join at once (× = against hocuspocus + SQLite)`,
      ['server', '× last', 'last ms', '× CPU', 'CPU ms', 'kB each', 'board MB', '× cold', 'cold ms', 'cold CPU', 'state'],
      rows,
    ),
    verdicts: masa
      ? [
          ...(peer
            ? [
                judge('joinTime', 'w4', masa.lastMs / peer.lastMs),
                judge('joinCpu', 'w4', masa.cpuMs / peer.cpuMs),
                judge('coldOpen', 'w4', masa.coldMs / peer.coldMs),
              ]
            : []),
          judge('boardMemory', 'w4', masa.memoryMb),
        ]
      : [],
    figures: Object.fromEntries([...figures].map(([{ name }, each]) => [name, each])),
    failures: [...failed].map(([contestant, reason]) => `${contestant.name} in w4: ${reason}`),
  };
}
