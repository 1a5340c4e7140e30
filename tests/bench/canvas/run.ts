// The canvas benches: the same content, drawn by a bare loop, by a bare loop with levels of detail, by Masa, excalidraw and tldraw.
import { type GoalName, judge, type Verdict } from '../goals.ts';
import { median, rounded } from '../support/figures.ts';
import { attempt } from '../support/limit.ts';
import { isAsked, mayRepeat, type Report, type RunOptions } from '../support/report.ts';
import { table } from '../support/table.ts';
import { type Served, type Site, serve } from './build.ts';
import { type Drawer, type Drawn, emptyHeapMb, makeNotes, measure, WORKLOADS, type WorkloadName } from './measure.ts';
import type { Content, Note } from './pages/protocol.ts';

const BARE = 'bare loop';
const LIMIT = 'bare + levels of detail';
const MASA = 'Masa';
const EXCALIDRAW = 'excalidraw';
const TLDRAW = 'tldraw';

interface Entrant {
  readonly name: string;
  readonly site: Site;
  readonly page: string;
  /** Wheel distance that zooms as far as it does for the others. */
  readonly zoomDelta: number;
}

const ENTRANTS: readonly Entrant[] = [
  { name: LIMIT, site: 'own', page: 'bare.html?lod=1', zoomDelta: 12 },
  { name: BARE, site: 'own', page: 'bare.html', zoomDelta: 12 },
  { name: MASA, site: 'own', page: 'masa.html', zoomDelta: 12 },
  { name: EXCALIDRAW, site: 'excalidraw', page: 'excalidraw.html', zoomDelta: 1 },
  { name: TLDRAW, site: 'tldraw', page: 'tldraw.html', zoomDelta: 4 },
];

/** What is drawn, and by whom. */
export interface CanvasPlan {
  readonly content: Content;
  readonly count: number;
}

/** Above this many peers need minutes for what takes seconds: they are measured only if asked for by name. */
const PEERS_MOST = 2_000;

function fieldOf({ content, count }: CanvasPlan, only: readonly string[]): readonly Entrant[] {
  if (only.length > 0) return ENTRANTS.filter(({ name }) => isAsked(name, only));
  if (content === 'cards') return ENTRANTS.filter(({ name }) => name === LIMIT || name === MASA);
  return count > PEERS_MOST ? ENTRANTS.filter(({ site }) => site === 'own') : ENTRANTS;
}

interface Figures {
  readonly firstPaintMs: number;
  /** Per 1,000 objects, without what the page holds when empty. */
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

const BUILD_MS = 120_000;
const NOTES_MS = 60_000;
const EMPTY_MS = 40_000;
/** The slowest peer needs a minute at 2,000 notes. */
const MEASURE_MS = 120_000;

export async function runCanvas(plans: readonly CanvasPlan[], options: RunOptions): Promise<readonly Report[]> {
  const sites = new Map<Site, Served>();
  const failures: string[] = [];
  try {
    for (const site of new Set<Site>(['own', ...plans.flatMap((plan) => fieldOf(plan, options.only)).map((entrant) => entrant.site)])) {
      const built = await attempt(BUILD_MS, `building the pages of ${site}`, () => serve(site));
      if (built.ok) sites.set(site, built.value);
      else failures.push(`pages of ${site}: ${built.reason}`);
    }
    const own = sites.get('own');
    if (!own) return [{ text: '', verdicts: [], figures: null, failures }];
    const reports: Report[] = [];
    for (const plan of plans) {
      const notes = await attempt(NOTES_MS, `placing ${plan.count} ${plan.content}`, () =>
        makeNotes({ name: MASA, address: own.address('bare.html'), zoomDelta: 0 }, plan.content, plan.count),
      );
      if (!notes.ok) {
        failures.push(`${plan.count} ${plan.content}: ${notes.reason}`);
        continue;
      }
      const drawers = fieldOf(plan, options.only).flatMap(({ name, site, page, zoomDelta }) => {
        const served = sites.get(site);
        return served ? [{ name, address: served.address(page), zoomDelta }] : [];
      });
      reports.push(await runPlan(plan, drawers, notes.value, options));
    }
    const sizes = [...sites].filter(([site]) => site !== 'own').map(([site, { kB }]) => [site, kB.toFixed(0)]);
    const text = sizes.length === 0 ? '' : table('Script of peers on a first visit, kB gzip', ['', 'kB'], sizes);
    return [...reports, { text, verdicts: [], figures: Object.fromEntries(sizes), failures }];
  } finally {
    for (const served of sites.values()) await served.close();
  }
}

async function runPlan(plan: CanvasPlan, drawers: readonly Drawer[], notes: readonly Note[], options: RunOptions): Promise<Report> {
  const { content, count } = plan;
  const runs = new Map<Drawer, Drawn[]>(drawers.map((drawer) => [drawer, []]));
  const failed = new Map<string, string>();
  // A board at its limit is a second look: it gets half the time.
  const repetitions = count > PEERS_MOST ? Math.ceil(options.repetitions / 2) : options.repetitions;
  for (let turn = 0; turn < repetitions && mayRepeat(turn, options); turn += 1) {
    for (const drawer of drawers) {
      if (failed.has(drawer.name)) continue;
      console.error(`  ${drawer.name}, ${count} ${content}, ${turn + 1} of ${repetitions}`);
      const outcome = await attempt(MEASURE_MS * Math.sqrt(options.throttle), `${drawer.name} with ${count} ${content}`, () =>
        measure(drawer, content, notes, options.throttle),
      );
      if (outcome.ok) runs.get(drawer)?.push(outcome.value);
      else failed.set(drawer.name, outcome.reason);
    }
  }
  const figures = new Map<string, Figures>();
  for (const [drawer, all] of runs) {
    if (all.length === 0) continue;
    const empty = await attempt(EMPTY_MS, `${drawer.name}, empty`, () => emptyHeapMb(drawer, content));
    figures.set(drawer.name, reduce(all, empty.ok ? empty.value : Number.NaN, count));
  }
  return {
    text: print(figures, failed, plan, options.throttle),
    verdicts: verdicts(figures, plan, options.throttle),
    figures: { ...plan, throttle: options.throttle, runs: Object.fromEntries([...runs].map(([{ name }, all]) => [name, all])) },
    failures: [...failed].map(([name, reason]) => `${name} with ${count} ${content}: ${reason}`),
  };
}

const throttled = (throttle: number): string => (throttle === 1 ? '' : `, main thread ${throttle} × slower`);

function print(figures: ReadonlyMap<string, Figures>, failed: ReadonlyMap<string, string>, { content, count }: CanvasPlan, throttle: number): string {
  const limit = figures.get(LIMIT);
  const cell = (each: Figures, name: WorkloadName): string => {
    const { fps, p95Ms, cpuMs, longestTaskMs } = each.work[name];
    return `${fps.toFixed(0)} / ${p95Ms.toFixed(0)} / ${rounded(cpuMs / (limit?.work[name].cpuMs ?? Number.NaN))} / ${longestTaskMs.toFixed(0)}`;
  };
  const rows = [
    ...[...figures].map(([name, each]) => [name, ...WORKLOADS.map((work) => cell(each, work)), each.firstPaintMs.toFixed(0), rounded(each.heapMb)]),
    ...[...failed].filter(([name]) => !figures.has(name)).map(([name, reason]) => [name, `failed: ${reason}`]),
  ];
  const title = `Canvas, ${count} ${content}${throttled(throttle)}: frames a second / p95 frame ms / CPU of a frame against ${LIMIT} / longest task ms`;
  return table(title, ['', ...WORKLOADS, 'first paint ms', 'heap MB/1,000'], rows);
}

function verdicts(figures: ReadonlyMap<string, Figures>, { content, count }: CanvasPlan, throttle: number): readonly Verdict[] {
  const [masa, limit, excalidraw, tldraw] = [figures.get(MASA), figures.get(LIMIT), figures.get(EXCALIDRAW), figures.get(TLDRAW)];
  if (!masa) return [];
  const where = `${count} ${content}`;
  if (throttle !== 1) return WORKLOADS.map((name) => judge('oldLaptop', `${name}, ${where}, ${throttle} ×`, masa.work[name].fps));
  const found: Verdict[] = [];
  if (limit) {
    for (const name of WORKLOADS) {
      found.push(judge('frames', `${name}, ${where}`, masa.work[name].fps / limit.work[name].fps));
      found.push(judge('canvasCpu', `${name}, ${where}`, masa.work[name].cpuMs / limit.work[name].cpuMs));
    }
  }
  found.push(judge('longTask', where, Math.max(...WORKLOADS.map((name) => masa.work[name].longestTaskMs))));
  const against = (goal: GoalName, name: string, value: number): void => void found.push(judge(goal, `${where}, ${name}`, value));
  if (excalidraw) {
    if (count >= PEERS_MOST) against('firstPaint', EXCALIDRAW, masa.firstPaintMs / excalidraw.firstPaintMs);
    against('dragMany', EXCALIDRAW, masa.work['drag 500'].fps / excalidraw.work['drag 500'].fps);
    against('heap', EXCALIDRAW, masa.heapMb / excalidraw.heapMb);
  }
  if (tldraw) {
    if (count >= PEERS_MOST) against('firstPaint', TLDRAW, masa.firstPaintMs / tldraw.firstPaintMs);
    against('heap', TLDRAW, masa.heapMb / tldraw.heapMb);
  }
  return found;
}
