// The sync benches: each workload for each server in turn, several repetitions, in an order that changes so that nobody always goes first.
import { type GoalName, judge } from '../goals.ts';
import { medians, rounded } from '../support/figures.ts';
import { attempt } from '../support/limit.ts';
import { isAsked, mayRepeat, type Report, type RunOptions } from '../support/report.ts';
import { withScratchFolder } from '../support/scratch.ts';
import { table } from '../support/table.ts';
import { startClients } from './askClients.ts';
import { type Contestant, HOCUSPOCUS, MASA, RELAY, STOCK, withContext } from './contestants.ts';
import type { FanOutFigures, FanOutPlan } from './fanOut.ts';

interface Workload {
  readonly goal: GoalName;
  readonly title: string;
  readonly rooms: number;
  readonly members: number;
  readonly plan: Pick<FanOutPlan, 'writers' | 'notesPerWriter' | 'what' | 'hz'>;
}

export const WORKLOADS: Readonly<Record<string, Workload>> = {
  w1x200: {
    goal: 'w1x200',
    title: 'W1: one board, 200 clients, 10 move a note at 20 Hz',
    rooms: 1,
    members: 200,
    plan: { writers: 10, notesPerWriter: 10, what: 'moves', hz: 20 },
  },
  w1x50: {
    goal: 'w1x50',
    title: 'W1: one board, 50 clients, 10 move a note at 20 Hz',
    rooms: 1,
    members: 50,
    plan: { writers: 10, notesPerWriter: 10, what: 'moves', hz: 20 },
  },
  w2: {
    goal: 'w2',
    title: 'W2: 40 boards, 10 clients each, all edit at 2 Hz',
    rooms: 40,
    members: 10,
    plan: { writers: 10, notesPerWriter: 2, what: 'moves', hz: 2 },
  },
  w3: {
    goal: 'w3',
    title: 'W3: one board, 50 cursors at 20 Hz',
    rooms: 1,
    members: 50,
    plan: { writers: 50, notesPerWriter: 0, what: 'cursors', hz: 20 },
  },
  w6: {
    goal: 'w6',
    title: 'W6: 100 boards, 10 clients each, all edit at 2 Hz',
    rooms: 100,
    members: 10,
    plan: { writers: 10, notesPerWriter: 2, what: 'moves', hz: 2 },
  },
  w7: {
    goal: 'w7',
    title: 'W7: one board, 500 clients, 10 move a note at 20 Hz',
    rooms: 1,
    members: 500,
    plan: { writers: 10, notesPerWriter: 10, what: 'moves', hz: 20 },
  },
  w8: {
    goal: 'w8',
    title: 'W8: 30 boards, 35 people each, every cursor at 2 Hz',
    rooms: 30,
    members: 35,
    plan: { writers: 35, notesPerWriter: 0, what: 'cursors', hz: 2 },
  },
};

/** Long enough that most of what the engine compiles is compiled: a server runs for days. */
const WARM_UP_MS = 3_000;
const MEASURE_MS = 3_000;
const FIELD: readonly Contestant[] = [RELAY, MASA, STOCK, HOCUSPOCUS];

/** Warming up is faster than the workload where clients can bear it and nobody's rate limit is met. */
function warmUpHz({ rooms, members, plan }: Workload): number {
  return Math.max(plan.hz, Math.min(50, 30_000 / (rooms * plan.writers * members)));
}

/** Starting, a thousand sockets, warming up, measuring, and waiting for what is late. */
const TASK_MS = 60_000;
const CONTESTANT_MS = 100_000;

async function once(contestant: Contestant, workload: Workload): Promise<FanOutFigures> {
  return withScratchFolder(async (folder) => {
    const running = await contestant.start(folder);
    try {
      const clients = await startClients();
      try {
        const rooms: { readonly name: string; readonly urls: readonly string[] }[] = [];
        for (let at = 0; at < workload.rooms; at += 1) rooms.push(await running.room(workload.members));
        return await clients.ask(TASK_MS, 'fanOut', {
          serverPid: running.server.pid,
          dialect: running.dialect,
          rooms,
          ...workload.plan,
          warmUpHz: warmUpHz(workload),
          warmUpMs: WARM_UP_MS,
          measureMs: MEASURE_MS,
        });
      } finally {
        await clients.stop();
      }
    } catch (failure) {
      throw withContext(failure, contestant, running);
    } finally {
      await running.server.stop();
    }
  });
}

export async function runFanOut(name: string, options: RunOptions): Promise<Report> {
  const workload = WORKLOADS[name] as Workload;
  const field = FIELD.filter((each) => isAsked(each.name, options.only));
  const runs = new Map<Contestant, FanOutFigures[]>(field.map((each) => [each, []]));
  const failed = new Map<Contestant, string>();
  for (let turn = 0; turn < options.repetitions && mayRepeat(turn, options); turn += 1) {
    for (let at = 0; at < field.length; at += 1) {
      const contestant = field[(at + turn) % field.length] as Contestant;
      if (failed.has(contestant)) continue;
      const outcome = await attempt(CONTESTANT_MS, `${contestant.name} in ${name}`, () => once(contestant, workload));
      if (outcome.ok) runs.get(contestant)?.push(outcome.value);
      else failed.set(contestant, outcome.reason);
    }
  }
  const figures = new Map([...runs].filter(([, all]) => all.length > 0).map(([contestant, all]) => [contestant, medians(all)]));
  const limit = figures.get(RELAY)?.cpuUs ?? Number.NaN;
  const rows = field.map((contestant) => {
    const each = figures.get(contestant);
    if (!each) return [contestant.name, `failed: ${failed.get(contestant) ?? 'no figures'}`];
    return [
      contestant.name,
      rounded(each.cpuUs / limit),
      rounded(each.cpuUs),
      `${rounded(each.core * 100)} %`,
      rounded(each.p50Ms),
      rounded(each.p95Ms),
      rounded(each.sentPerSecond),
      rounded(each.serverMb),
      each.arrived < 1 ? 'late' : each.diverged === 0 ? 'equal' : `${each.diverged} differ`,
    ];
  });
  const masa = figures.get(MASA);
  return {
    text: table(workload.title, ['server', '× relay', 'µs/delivery', 'core', 'p50 ms', 'p95 ms', 'sent/s', 'RSS MB', 'state'], rows),
    verdicts: masa ? [judge(workload.goal, name, masa.cpuUs / limit), judge('latency', name, masa.p95Ms)] : [],
    figures: Object.fromEntries([...runs].map(([contestant, all]) => [contestant.name, all])),
    failures: [...failed].map(([contestant, reason]) => `${contestant.name} in ${name}: ${reason}`),
  };
}
