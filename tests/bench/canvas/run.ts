// The canvas benches: the same content, drawn by a bare loop, by a bare loop with levels of detail, by Masa and by excalidraw.
import { judge, type Verdict } from '../goals.ts';
import { median, rounded } from '../support/figures.ts';
import { table } from '../support/table.ts';
import type { Report } from '../sync/run.ts';
import { serve } from './build.ts';
import { type Drawer, type Drawn, emptyHeapMb, makeNotes, measure, WORKLOADS, type WorkloadName } from './measure.ts';
import type { Note } from './pages/protocol.ts';

const BARE = 'bare loop';
const LIMIT = 'bare + levels of detail';
const MASA = 'Masa';
const PEER = 'excalidraw';

interface Figures {
  readonly firstPaintMs: number;
  /** Per 1,000 notes, without what the page holds when empty. */
  readonly heapMb: number;
  readonly work: Readonly<
    Record<WorkloadName, { readonly fps: number; readonly p95Ms: number; readonly cpuMs: number; readonly longestTaskMs: number }>
  >;
}

function reduce(runs: readonly Drawn[], emptyMb: number, count: number): Figures {
  const of = (pick: (run: Drawn) => number): number => median(runs.map(pick));
  const work = WORKLOADS.map((name) => [
    name,
    {
      fps: of((run) => run.work[name].fps),
      p95Ms: of((run) => run.work[name].p95Ms),
      cpuMs: of((run) => run.work[name].cpuMs),
      longestTaskMs: of((run) => run.work[name].longestTaskMs),
    },
  ]);
  return {
    firstPaintMs: of((run) => run.firstPaintMs),
    heapMb: ((of((run) => run.heapMb) - emptyMb) * 1_000) / count,
    work: Object.fromEntries(work) as Figures['work'],
  };
}

export async function runCanvas(counts: readonly number[], repetitions: number, only: readonly string[]): Promise<readonly Report[]> {
  const [own, peers] = [await serve('own'), await serve('peers')];
  const drawers: readonly Drawer[] = [
    { name: LIMIT, address: own.address('bare.html?lod=1'), zoomDelta: 12 },
    { name: BARE, address: own.address('bare.html'), zoomDelta: 12 },
    { name: MASA, address: own.address('masa.html'), zoomDelta: 12 },
    { name: PEER, address: peers.address('excalidraw.html'), zoomDelta: 1 },
  ].filter(({ name }) => only.length === 0 || only.includes(name));
  try {
    const reports: Report[] = [];
    for (const count of counts) {
      const notes = await makeNotes(own.address('bare.html'), count);
      reports.push(await runCount(drawers, count, repetitions, notes));
    }
    return reports;
  } finally {
    await own.close();
    await peers.close();
  }
}

async function runCount(drawers: readonly Drawer[], count: number, repetitions: number, notes: readonly Note[]): Promise<Report> {
  const runs = new Map<string, Drawn[]>(drawers.map(({ name }) => [name, []]));
  for (let turn = 0; turn < repetitions; turn += 1) {
    for (const drawer of drawers) {
      console.error(`  ${drawer.name}, ${count} cards, ${turn + 1} of ${repetitions}`);
      runs.get(drawer.name)?.push(await measure(drawer, notes));
    }
  }
  const figures = new Map<string, Figures>();
  for (const drawer of drawers) figures.set(drawer.name, reduce(runs.get(drawer.name) ?? [], await emptyHeapMb(drawer), count));
  return { text: print(figures, count), verdicts: verdicts(figures, count), figures: { count, runs: Object.fromEntries(runs) } };
}

function print(figures: ReadonlyMap<string, Figures>, count: number): string {
  const limit = figures.get(LIMIT);
  const cell = (each: Figures, name: WorkloadName): string => {
    const { fps, p95Ms, cpuMs, longestTaskMs } = each.work[name];
    return `${fps.toFixed(0)} / ${p95Ms.toFixed(0)} / ${rounded(cpuMs / (limit?.work[name].cpuMs ?? Number.NaN))} / ${longestTaskMs.toFixed(0)}`;
  };
  const rows = [...figures].map(([name, each]) => [
    name,
    ...WORKLOADS.map((work) => cell(each, work)),
    each.firstPaintMs.toFixed(0),
    rounded(each.heapMb),
  ]);
  const title = `Canvas, ${count} cards: frames a second / p95 frame ms / CPU of a frame against ${LIMIT} / longest task ms`;
  return table(title, ['', ...WORKLOADS, 'first paint ms', 'heap MB/1,000'], rows);
}

function verdicts(figures: ReadonlyMap<string, Figures>, count: number): readonly Verdict[] {
  const [masa, limit, peer] = [figures.get(MASA), figures.get(LIMIT), figures.get(PEER)];
  if (!masa) return [];
  const found: Verdict[] = [];
  if (limit) {
    for (const name of WORKLOADS) {
      found.push(judge('frames', `${name}, ${count}`, masa.work[name].fps / limit.work[name].fps));
      found.push(judge('canvasCpu', `${name}, ${count}`, masa.work[name].cpuMs / limit.work[name].cpuMs));
    }
  }
  found.push(judge('longTask', `all, ${count}`, Math.max(...WORKLOADS.map((name) => masa.work[name].longestTaskMs))));
  if (peer) {
    if (count >= 2_000) found.push(judge('firstPaint', `${count}`, masa.firstPaintMs / peer.firstPaintMs));
    found.push(judge('dragMany', `${count}`, masa.work['drag 500'].fps / peer.work['drag 500'].fps));
    found.push(judge('heap', `${count}`, masa.heapMb / peer.heapMb));
  }
  return found;
}
