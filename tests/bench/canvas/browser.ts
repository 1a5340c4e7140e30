// One page in a browser of its own: its input, its presented frames, the CPU of its processes, its heap.
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { chromiumArgs, chromiumPath } from '../../support/chromium.ts';
import { quantile } from '../support/figures.ts';
import { within } from '../support/limit.ts';
import { cpuMs } from '../support/machine.ts';

export const VIEWPORT = { width: 1366, height: 768 } as const;

/** Where the kernel's monotonic clock stands, in microseconds: the clock Chromium stamps its traces with on Linux. */
export const clockUs = (): number => Number(process.hrtime.bigint() / 1_000n);

export interface Window {
  readonly fromUs: number;
  readonly toUs: number;
  readonly cpu: number;
}

export interface Frames {
  /** Frames the compositor presented, per second. */
  readonly fps: number;
  readonly p95Ms: number;
  /** CPU of renderer and GPU process for one presented frame, ms. */
  readonly cpuMs: number;
}

const FRAME_CATEGORY = 'disabled-by-default-display.framedisplayed';
/** A task that answers an input takes longer than this; what only passes one on does not. */
const ANSWER_US = 500;
/** Chromium closes within a second; what does not is ended. */
const CLOSE_MS = 8_000;

/** What a trace says when it has ended. */
interface Traced {
  frames(window: Window): Frames;
  /** How long the page's main thread was busy, ms. Only where tasks were traced. */
  busyMs(fromUs: number, toUs: number): number;
  /** The same from an input until the frame that shows what came of it, but not beyond `toUs`. */
  busyUntilShownMs(fromUs: number, toUs: number): number;
}

export interface OpenPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Runs `act` and notes when and at what cost. */
  during(act: () => Promise<void>): Promise<Window>;
  endTrace(): Promise<Traced>;
  heapBytes(): Promise<number>;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly address: string;
  /** How many times slower the page's main thread runs; 1 = as fast as it can. */
  readonly throttle?: number;
  /** Cookies and the like, before the page is opened. */
  readonly before?: (page: Page) => Promise<void>;
  /** Also notes what the main thread is busy with. */
  readonly tasks?: boolean;
  /** Resolves when the page can be driven. */
  readonly ready: (page: Page) => Promise<unknown>;
}

/** Waits for a page of the canvas benches. */
export const benchIsThere = (page: Page): Promise<unknown> => page.waitForFunction(() => window.bench !== undefined);

export async function openPage(options: PageOptions): Promise<OpenPage> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no Chromium found');
  const browser: Browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
  const whole = await browser.newBrowserCDPSession();
  const own = (await whole.send('SystemInfo.getProcessInfo')).processInfo.find(({ type }) => type === 'browser')?.id;
  const close = async (): Promise<void> => {
    try {
      await within(CLOSE_MS, 'closing a browser', browser.close());
    } catch (failure) {
      if (own === undefined) throw failure;
      process.kill(own, 'SIGKILL');
    }
  };
  try {
    return await openIn(browser, whole, close, options);
  } catch (failure) {
    await close();
    throw failure;
  }
}

async function openIn(
  browser: Browser,
  whole: CDPSession,
  close: () => Promise<void>,
  { address, throttle = 1, before, ready, tasks = false }: PageOptions,
): Promise<OpenPage> {
  const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 1, locale: 'bg-BG' });
  const home = new URL(address).origin;
  await page.route('**/*', (route) => (new URL(route.request().url()).origin === home ? route.continue() : route.abort()));
  // tsx names the functions it compiles by calling this; functions that are sent to the page are compiled too.
  await page.addInitScript('globalThis.__name = (named) => named');
  const faults: string[] = [];
  page.on('pageerror', (fault) => {
    // A peer that asks for its fonts on the web does without them here.
    if (fault.message !== 'Failed to fetch') faults.push(fault.message);
  });
  await before?.(page);
  await browser.startTracing(page, { categories: [FRAME_CATEGORY, ...(tasks ? ['toplevel'] : [])] });
  await page.goto(address);
  await ready(page);
  const cdp = await page.context().newCDPSession(page);
  if (throttle !== 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });

  /** The processes that draw: their ids change only when pages do. */
  const drawing = async (): Promise<readonly number[]> => {
    const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU').map(({ id }) => id);
  };
  const cpuOf = (pids: readonly number[]): number => pids.reduce((sum, pid) => sum + cpuMs(pid), 0);

  return {
    page,
    cdp,
    async during(act) {
      const pids = await drawing();
      const before = cpuOf(pids);
      const fromUs = clockUs();
      await act();
      const toUs = clockUs();
      return { fromUs, toUs, cpu: cpuOf(pids) - before };
    },
    endTrace: async () => readTrace(JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }),
    async heapBytes() {
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    },
    async close() {
      await close();
      if (faults.length > 0) throw new Error(`${address}: ${faults.join('; ')}`);
    },
  };
}

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** Time on the processor, where the kernel tells. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

function readTrace({ traceEvents }: { readonly traceEvents: readonly TraceEvent[] }): Traced {
  const shown = traceEvents
    .filter(({ name }) => name === 'Display::FrameDisplayed')
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  if (shown.length === 0) throw new Error('the trace holds no presented frame');
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
  const mains = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf));
  const byThread = new Map<string, TraceEvent[]>();
  for (const event of traceEvents) {
    const thread = threadOf(event);
    if (event.name !== 'ThreadControllerImpl::RunTask' || !mains.has(thread)) continue;
    const known = byThread.get(thread);
    if (known) known.push(event);
    else byThread.set(thread, [event]);
  }
  // A spare renderer is idle: the page's is the one that works.
  const [tasks = []] = [...byThread.values()].sort((a, b) => b.length - a.length);
  tasks.sort((a, b) => a.ts - b.ts);
  const busyMs = (fromUs: number, toUs: number): number =>
    tasks.filter(({ ts }) => ts >= fromUs && ts < toUs).reduce((sum, { dur = 0, tdur }) => sum + (tdur ?? dur), 0) / 1_000;
  return {
    frames({ fromUs, toUs, cpu }) {
      const own = shown.filter((at) => at >= fromUs && at <= toUs);
      const gaps = own.slice(1).map((at, before) => (at - (own[before] as number)) / 1_000);
      const seconds = (toUs - fromUs) / 1_000_000;
      return { fps: own.length / seconds, p95Ms: quantile(gaps, 0.95), cpuMs: cpu / own.length };
    },
    busyMs,
    busyUntilShownMs(fromUs, toUs) {
      const answer = tasks.find(({ ts, dur = 0 }) => ts >= fromUs && ts < toUs && dur >= ANSWER_US);
      const end = answer ? answer.ts + (answer.dur ?? 0) : fromUs;
      return busyMs(fromUs, Math.min(toUs, shown.find((at) => at > end) ?? toUs));
    },
  };
}

/** Mounts the page and waits until its picture stands still. Gives the time from mounting until 90 % of the picture was there, ms. */
export function firstPaint(page: Page, view: { readonly x: number; readonly y: number; readonly zoom: number }): Promise<number> {
  return page.evaluate(async (first) => {
    const [W, H] = [96, 54];
    const probe = new OffscreenCanvas(W, H).getContext('2d', { willReadFrequently: true });
    if (!probe) throw new Error('no 2d context');
    /** Small picture of all canvases: how many pixels hold something other than white. */
    const look = (): number => {
      let filled = 0;
      const own = window.bench?.look?.();
      if (own !== undefined) return own;
      for (const canvas of document.querySelectorAll('canvas')) {
        if (canvas.width === 0 || canvas.height === 0) continue;
        probe.clearRect(0, 0, W, H);
        probe.drawImage(canvas, 0, 0, W, H);
        const { data } = probe.getImageData(0, 0, W, H);
        for (let at = 0; at < data.length; at += 4) {
          const light = Math.min(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255);
          if ((data[at + 3] ?? 0) > 0 && light < 240) filled += 1;
        }
      }
      return filled;
    };
    const seen: { readonly at: number; readonly filled: number }[] = [];
    const start = performance.now();
    window.bench?.mount(first);
    await new Promise<void>((resolve, reject) => {
      let changedAt = start;
      const channel = new MessageChannel();
      // A message posted from a frame's callback arrives after that frame has been drawn.
      channel.port1.onmessage = () => {
        const now = performance.now();
        const filled = look();
        if (filled !== seen.at(-1)?.filled) changedAt = now;
        seen.push({ at: now - start, filled });
        if (filled > 0 && now - changedAt > 600) resolve();
        else if (now - start > 60_000) reject(new Error('nothing was painted'));
        else next();
      };
      const next = (): void => void requestAnimationFrame(() => channel.port2.postMessage(null));
      next();
    });
    const last = seen.at(-1)?.filled ?? 0;
    return seen.find(({ filled }) => filled >= 0.9 * last)?.at ?? Number.NaN;
  }, view);
}
