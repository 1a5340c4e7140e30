// Measures one page with one number of notes: first paint, the workloads, long tasks, heap.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright';
import { type Frames, firstPaint, openPage, type Window } from './browser.ts';
import type { BenchView, Note } from './pages/protocol.ts';
import { drag, drive, fullSizeOf, gripOf, overviewOf, pan, type Stroke, zoom } from './workloads.ts';

export interface Drawer {
  readonly name: string;
  readonly address: string;
  /** Wheel distance that zooms as far as it does for the others: everybody scales the wheel in a way of their own. */
  readonly zoomDelta: number;
}

export const WORKLOADS = ['pan at 100 %', 'pan at overview', 'wheel zoom', 'drag one', 'drag 500'] as const;
export type WorkloadName = (typeof WORKLOADS)[number];

export interface Drawn {
  readonly firstPaintMs: number;
  readonly heapMb: number;
  readonly work: Readonly<Record<WorkloadName, Frames & { readonly longestTaskMs: number }>>;
}

const MEASURE_MS = 1_600;
const SETTLE_MS = 300;

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const store = window as unknown as { benchTasks?: { longest: number } };
    if (!store.benchTasks) {
      const tasks = { longest: 0 };
      store.benchTasks = tasks;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.longest = Math.max(tasks.longest, entry.duration);
      }).observe({ type: 'longtask' });
    }
    const { longest } = store.benchTasks;
    store.benchTasks.longest = 0;
    return longest;
  });

/** The notes everybody draws, placed by Masa's own placement. */
export async function makeNotes(address: string, count: number): Promise<readonly Note[]> {
  const open = await openPage(address);
  try {
    const notes = await open.page.evaluate((many) => window.bench?.prepare(many), count);
    if (notes?.length !== count) throw new Error(`${notes?.length} of ${count} notes were placed`);
    return notes;
  } finally {
    await open.close();
  }
}

/** Heap of the page with nothing on it. */
export async function emptyHeapMb(drawer: Drawer): Promise<number> {
  const open = await openPage(drawer.address);
  try {
    await open.page.evaluate(() => window.bench?.prepare(0, []));
    await open.page.evaluate(() => window.bench?.mount({ x: 0, y: 0, zoom: 1 }));
    await pause(800);
    return (await open.heapBytes()) / 1024 / 1024;
  } finally {
    await open.close();
  }
}

export async function measure(drawer: Drawer, notes: readonly Note[]): Promise<Drawn> {
  const open = await openPage(drawer.address);
  const { page, cdp } = open;
  try {
    const count = await page.evaluate(async (list) => (await window.bench?.prepare(list.length, list))?.length, notes);
    if (count !== notes.length) throw new Error(`${drawer.name} prepared ${count} of ${notes.length} notes`);
    const overview = overviewOf(notes);
    const firstPaintMs = await firstPaint(page, overview);
    const heapMb = (await open.heapBytes()) / 1024 / 1024;
    const show = async (view: BenchView, selected: readonly string[]): Promise<void> => {
      await page.evaluate(
        ([next, ids]) => {
          window.bench?.view(next);
          window.bench?.select(ids);
        },
        [view, selected] as const,
      );
      await pause(SETTLE_MS);
      await longestTask(page);
    };
    const windows: Window[] = [];
    const tasks: number[] = [];
    const work = async (view: BenchView, selected: readonly string[], stroke: Stroke): Promise<void> => {
      await show(view, selected);
      windows.push(await open.during(() => drive(cdp, stroke, MEASURE_MS)));
      await pause(150);
      tasks.push(await longestTask(page));
    };
    await longestTask(page);
    const grip = gripOf(notes, overview);
    const many = [
      grip.id,
      ...notes
        .filter((note) => note.id !== grip.id)
        .slice(0, 499)
        .map((note) => note.id),
    ];
    await work(fullSizeOf(notes), [], pan(12));
    await work(overview, [], pan(5));
    await work(overview, [], zoom(drawer.zoomDelta));
    await work(overview, [], drag(grip));
    // The one that was dragged may lie elsewhere now: take another.
    const second = gripOf(
      notes.filter((note) => note.id !== grip.id),
      { ...overview, x: overview.x + 60 / overview.zoom },
    );
    await work(overview, [second.id, ...many.filter((id) => id !== second.id).slice(0, 499)], drag({ x: second.x + 60, y: second.y }));
    const frames = await open.frames(windows);
    const named = WORKLOADS.map((name, at) => [name, { ...(frames[at] as Frames), longestTaskMs: tasks[at] ?? Number.NaN }]);
    return { firstPaintMs, heapMb, work: Object.fromEntries(named) as Drawn['work'] };
  } finally {
    await open.close();
  }
}
