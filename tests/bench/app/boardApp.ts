// A large board in the whole app: real server, real page, presence, panels and the copy on the device. Panning, zooming and panning
// while somebody else edits, as frames; typing, as main thread from a keystroke to
// the frame that shows it.
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright';
import { scriptKb } from '../bundle.ts';
import { clockUs, type Frames, type OpenPage, openPage, type Window } from '../canvas/browser.ts';
import { drive, pan, type Stroke, zoom } from '../canvas/workloads.ts';
import { quantile } from '../support/figures.ts';
import type { RunningMasa } from '../sync/masa.ts';
import { createHand } from './hand.ts';

export const APP_WORKLOADS = ['pan', 'wheel zoom', 'pan + 20 edits/s'] as const;

export interface BoardFigures {
  /** From opening the page until the sheet is painted, ms. */
  readonly openedMs: number;
  /** Script the browser fetched until then, kB gzip. */
  readonly scriptKb: number;
  readonly work: Readonly<Record<(typeof APP_WORKLOADS)[number], Frames>>;
  readonly typingP50Ms: number;
  readonly typingP95Ms: number;
  readonly heapMb: number;
}

const MEASURE_MS = 2_000;
const KEY_EVERY_MS = 100;
const WORDS = 'ново читалище за млади хора и техните родители в квартала до парка ';

/** Waits until the stage holds a picture; gives the time since the page was opened, ms. */
async function painted(page: Page): Promise<number> {
  const at = await page.waitForFunction(
    () => {
      const canvas = document.querySelector<HTMLCanvasElement>('.masa-stage canvas');
      if (!canvas || canvas.width === 0) return 0;
      const probe = new OffscreenCanvas(4, 4).getContext('2d');
      probe?.drawImage(canvas, 0, 0, 4, 4);
      const filled = probe?.getImageData(0, 0, 4, 4).data.some((value, place) => place % 4 === 3 && value > 0);
      return filled ? performance.now() : 0;
    },
    undefined,
    { polling: 50, timeout: 30_000 },
  );
  return at.jsonValue();
}

const press = async (cdp: CDPSession, key: string): Promise<void> => {
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, unmodifiedText: key });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
};

/** Opens a new card's field by the keyboard. */
async function beginWriting({ page, cdp }: OpenPage): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>('.masa-stage')?.focus());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await press(cdp, 'н');
  await page.waitForSelector('.masa-stage textarea', { timeout: 5_000 });
}

export async function measureBoard(masa: RunningMasa, objects: number, throttle: number): Promise<BoardFigures> {
  const { name, urls } = await masa.room(1);
  const hand = await createHand(urls[0] ?? '', name, 1);
  try {
    await hand.fill(objects);
    const scripts = new Set<string>();
    const opened = await openPage({
      address: `${masa.base}/boards/${name}`,
      throttle,
      tasks: true,
      async before(page) {
        page.on('response', (response) => {
          const name = /\/assets\/([^/]+\.js)$/u.exec(response.url())?.[1];
          if (name) scripts.add(name);
        });
        await masa.signIn((address, body) => page.context().request.post(address, { data: body }));
      },
      ready: (page) => page.waitForSelector('.masa-stage', { timeout: 30_000 }),
    });
    try {
      const { page, cdp } = opened;
      const openedMs = await painted(page);
      const fetchedKb = [...scripts].reduce((sum, script) => sum + scriptKb(script), 0);
      await pause(1_500);
      const windows: Window[] = [];
      const work = async (stroke: Stroke): Promise<void> => {
        windows.push(await opened.during(() => drive(cdp, stroke, MEASURE_MS)));
        await pause(300);
      };
      await work(pan(12));
      await work(zoom(12));
      const stop = hand.keepEditing(20);
      await work(pan(12));
      stop();
      await beginWriting(opened);
      await pause(500);
      const strokes: number[] = [];
      for (const letter of WORDS) {
        strokes.push(clockUs());
        await press(cdp, letter);
        await pause(KEY_EVERY_MS);
      }
      strokes.push(clockUs());
      const written = await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('.masa-stage textarea')?.value);
      if (!written?.endsWith(`н${WORDS}`)) throw new Error(`what was typed does not stand in the field: ${written}`);
      const heapMb = (await opened.heapBytes()) / 1024 / 1024;
      const traced = await opened.endTrace();
      const busy = strokes.slice(1).map((to, at) => traced.busyUntilShownMs(strokes[at] as number, to));
      const frames = APP_WORKLOADS.map((workload, at) => [workload, traced.frames(windows[at] as Window)]);
      return {
        openedMs,
        scriptKb: fetchedKb,
        work: Object.fromEntries(frames) as BoardFigures['work'],
        typingP50Ms: quantile(busy, 0.5),
        typingP95Ms: quantile(busy, 0.95),
        heapMb,
      };
    } finally {
      await opened.close();
    }
  } finally {
    await hand.close();
  }
}
