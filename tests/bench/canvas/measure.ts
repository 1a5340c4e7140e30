// Measures one page with one number of notes: first paint, the workloads, long tasks, heap.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright';
import { noteText } from '../sync/writer.ts';
import { benchIsThere, type Frames, firstPaint, openPage, type Window } from './browser.ts';
import type { BenchView, Content, Note } from './pages/protocol.ts';
import { drag, drive, fullSizeOf, gripOf, notesNear, overviewOf, pan, type Stroke, zoom } from './workloads.ts';

export interface Drawer {
  readonly name: string;
  readonly address: string;
  /** Wheel distance that zooms as far as it does for the others: everybody scales the wheel in a way of their own. */
  readonly zoomDelta: number;
}

export const WORKLOADS = ['pan at 100 %', 'pan at overview', 'wheel zoom', 'pan + 20 edits/s', 'drag one', 'drag 500'] as const;
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

/** Somebody else writes twenty times a second into the notes in turn. */
const startEdits = (page: Page, ids: readonly string[], texts: readonly string[]): Promise<void> =>
  page.evaluate(
    ([notes, words]) => {
      let at = 0;
      const edit = (): void => {
        window.bench?.edit(notes[at % notes.length] ?? '', words[at % words.length] ?? '');
        at += 1;
      };
      // The first is what the others are not: a page may have to meet its peer.
      edit();
      const store = window as unknown as { benchEdits?: number };
      store.benchEdits = window.setInterval(edit, 50);
    },
    [ids, texts] as const,
  );
const stopEdits = (page: Page): Promise<void> => page.evaluate(() => clearInterval((window as unknown as { benchEdits?: number }).benchEdits));

const MB = 1024 * 1024;
const open = (drawer: Drawer, throttle = 1) => openPage({ address: drawer.address, throttle, ready: benchIsThere });

/** The notes everybody draws, placed by Masa's own placement. */
export async function makeNotes(drawer: Drawer, content: Content, count: number): Promise<readonly Note[]> {
  const opened = await open(drawer);
  try {
    const notes = await opened.page.evaluate(([many, what]) => window.bench?.prepare(many, what), [count, content] as const);
    if (notes?.length !== count) throw new Error(`${notes?.length} of ${count} notes were placed`);
    return notes;
  } finally {
    await opened.close();
  }
}

/** Heap of the page with nothing on it. */
export async function emptyHeapMb(drawer: Drawer, content: Content): Promise<number> {
  const opened = await open(drawer);
  try {
    await opened.page.evaluate((what) => window.bench?.prepare(0, what, []), content);
    await opened.page.evaluate(() => window.bench?.mount({ x: 0, y: 0, zoom: 1 }));
    await pause(800);
    return (await opened.heapBytes()) / MB;
  } finally {
    await opened.close();
  }
}

export async function measure(drawer: Drawer, content: Content, notes: readonly Note[], throttle: number): Promise<Drawn> {
  const opened = await open(drawer, throttle);
  const { page, cdp } = opened;
  try {
    const count = await page.evaluate(async ([list, what]) => (await window.bench?.prepare(list.length, what, list))?.length, [
      notes,
      content,
    ] as const);
    if (count !== notes.length) throw new Error(`${drawer.name} prepared ${count} of ${notes.length} notes`);
    const overview = overviewOf(notes);
    const firstPaintMs = await firstPaint(page, overview);
    const heapMb = (await opened.heapBytes()) / MB;
    const windows: Window[] = [];
    const tasks: number[] = [];
    const work = async (view: BenchView, selected: readonly string[], stroke: Stroke): Promise<void> => {
      await page.evaluate(
        ([next, ids]) => {
          window.bench?.view(next);
          window.bench?.select(ids);
        },
        [view, selected] as const,
      );
      await pause(SETTLE_MS);
      await longestTask(page);
      windows.push(await opened.during(() => drive(cdp, stroke, MEASURE_MS)));
      await pause(150);
      tasks.push(await longestTask(page));
    };
    await longestTask(page);
    const full = fullSizeOf(notes);
    const grip = gripOf(notes, overview);
    const near = notesNear(notes, full).map(({ id }) => id);
    await work(full, [], pan(12));
    await work(overview, [], pan(5));
    await work(overview, [], zoom(drawer.zoomDelta));
    await startEdits(
      page,
      near,
      near.map((_, at) => noteText(1_000_000 + at)),
    );
    await work(full, [], pan(12));
    await stopEdits(page);
    await work(overview, [], drag(grip));
    // The one that was dragged may lie elsewhere now: take another.
    const others = notes.filter((note) => note.id !== grip.id);
    const second = gripOf(others, { ...overview, x: overview.x + 60 / overview.zoom });
    const many = [second.id, ...others.map(({ id }) => id).filter((id) => id !== second.id)].slice(0, 500);
    await work(overview, many, drag({ x: second.x + 60, y: second.y }));
    const traced = await opened.endTrace();
    const frames = windows.map((window) => traced.frames(window));
    const named = WORKLOADS.map((name, at) => [name, { ...(frames[at] as Frames), longestTaskMs: tasks[at] ?? Number.NaN }]);
    return { firstPaintMs, heapMb, work: Object.fromEntries(named) as Drawn['work'] };
  } finally {
    await opened.close();
  }
}
