// One page in a browser of its own: its input, its presented frames, the CPU of its processes, its heap.
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { chromiumArgs, chromiumPath } from '../../support/chromium.ts';
import { quantile } from '../support/figures.ts';
import { cpuMs } from '../support/machine.ts';

export const VIEWPORT = { width: 1366, height: 768 } as const;

/** Where the kernel's monotonic clock stands, in microseconds: the clock Chromium stamps its traces with on Linux. */
const clockUs = (): number => Number(process.hrtime.bigint() / 1_000n);

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

export interface OpenPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Runs `act` and notes when and at what cost. */
  during(act: () => Promise<void>): Promise<Window>;
  /** Ends the trace; gives the figures of each window. */
  frames(windows: readonly Window[]): Promise<readonly Frames[]>;
  heapBytes(): Promise<number>;
  close(): Promise<void>;
}

export async function openPage(address: string): Promise<OpenPage> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no Chromium found');
  const browser: Browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
  const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 1, locale: 'bg-BG' });
  const home = new URL(address).origin;
  await page.route('**/*', (route) => (new URL(route.request().url()).origin === home ? route.continue() : route.abort()));
  // tsx names the functions it compiles by calling this; functions that are sent to the page are compiled too.
  await page.addInitScript('globalThis.__name = (named) => named');
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  await page.goto(address);
  await page.waitForFunction(() => window.bench !== undefined);
  const cdp = await page.context().newCDPSession(page);
  const whole = await browser.newBrowserCDPSession();
  await browser.startTracing(page, { categories: ['disabled-by-default-display.framedisplayed'] });

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
    async frames(windows) {
      const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: { name: string; ts: number }[] };
      const shown = trace.traceEvents
        .filter(({ name }) => name === 'Display::FrameDisplayed')
        .map(({ ts }) => ts)
        .sort((a, b) => a - b);
      if (shown.length === 0) throw new Error('the trace holds no presented frame');
      return windows.map(({ fromUs, toUs, cpu }) => {
        const own = shown.filter((at) => at >= fromUs && at <= toUs);
        const gaps = own.slice(1).map((at, before) => (at - (own[before] as number)) / 1_000);
        const seconds = (toUs - fromUs) / 1_000_000;
        return { fps: own.length / seconds, p95Ms: quantile(gaps, 0.95), cpuMs: cpu / own.length };
      });
    },
    async heapBytes() {
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    },
    async close() {
      await browser.close();
      if (faults.length > 0) throw new Error(`${address}: ${faults.join('; ')}`);
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
        else if (now - start > 30_000) reject(new Error('nothing was painted'));
        else next();
      };
      const next = (): void => void requestAnimationFrame(() => channel.port2.postMessage(null));
      next();
    });
    const last = seen.at(-1)?.filled ?? 0;
    return seen.find(({ filled }) => filled >= 0.9 * last)?.at ?? Number.NaN;
  }, view);
}
