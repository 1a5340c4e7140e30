// The wall in the whole app: twelve boards with two hundred cards each, two edits a second on every one of them.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright';
import { openPage } from '../canvas/browser.ts';
import type { RunningMasa } from '../sync/masa.ts';
import { createHand, type Hand } from './hand.ts';

export const WALL = { boards: 12, cards: 200, hz: 2 } as const;

export interface WallFigures {
  /** From opening the page until all pictures are painted, ms. */
  readonly openedMs: number;
  /** The part of it in which the tiles stand and wait for their pictures, ms. */
  readonly paintedMs: number;
  readonly fps: number;
  readonly p95Ms: number;
  /** Share of the main thread that is busy. */
  readonly busy: number;
  readonly heapMb: number;
}

const MEASURE_MS = 5_000;

async function painted(page: Page): Promise<number> {
  const at = await page.waitForFunction(
    (count) => {
      const pictures = [...document.querySelectorAll<HTMLCanvasElement>('.wall-picture canvas')];
      if (pictures.length < count) return 0;
      const probe = new OffscreenCanvas(2, 2).getContext('2d', { willReadFrequently: true });
      const isFilled = (canvas: HTMLCanvasElement): boolean => {
        if (!probe || canvas.width === 0) return false;
        probe.clearRect(0, 0, 2, 2);
        probe.drawImage(canvas, 0, 0, 2, 2);
        return (probe.getImageData(0, 0, 1, 1).data[3] ?? 0) > 0;
      };
      return pictures.every(isFilled) ? performance.now() : 0;
    },
    WALL.boards,
    { polling: 50, timeout: 30_000 },
  );
  return at.jsonValue();
}

/** In the page, from its beginning: notes when the first tile stands. */
function noteTiles(): void {
  const look = (): void => {
    if (document.querySelector('.wall-tile')) (window as unknown as { benchTilesAt: number }).benchTilesAt = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

/** Keeps the page presenting: a pixel that moves with every frame it can make. */
const keepMoving = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const dot = document.createElement('div');
    dot.style.cssText = 'position:fixed;top:0;left:0;width:2px;height:2px;background:#888;pointer-events:none';
    document.body.append(dot);
    let at = 0;
    const step = (): void => {
      at = (at + 1) % 8;
      dot.style.left = `${at}px`;
      requestAnimationFrame(step);
    };
    step();
  });

export async function measureWall(masa: RunningMasa, throttle: number): Promise<WallFigures> {
  const hands: Hand[] = [];
  try {
    for (let at = 0; at < WALL.boards; at += 1) {
      const { name, urls } = await masa.room(1);
      hands.push(await createHand(urls[0] ?? '', name, at));
    }
    await Promise.all(hands.map((hand) => hand.fill(WALL.cards)));
    const opened = await openPage({
      address: `${masa.base}/workshops/${await masa.workshopId()}/wall`,
      throttle,
      tasks: true,
      async before(page) {
        await page.addInitScript(noteTiles);
        await masa.signIn((address, body) => page.context().request.post(address, { data: body }));
      },
      ready: () => Promise.resolve(),
    });
    try {
      const openedMs = await painted(opened.page);
      const paintedMs = openedMs - (await opened.page.evaluate(() => (window as unknown as { benchTilesAt: number }).benchTilesAt));
      for (const hand of hands) hand.keepEditing(WALL.hz);
      await keepMoving(opened.page);
      await pause(1_500);
      const stretch = await opened.during(() => pause(MEASURE_MS));
      const heapMb = (await opened.heapBytes()) / 1024 / 1024;
      const traced = await opened.endTrace();
      const { fps, p95Ms } = traced.frames(stretch);
      return {
        openedMs,
        paintedMs,
        fps,
        p95Ms,
        busy: (traced.busyMs(stretch.fromUs, stretch.toUs) * 1_000) / (stretch.toUs - stretch.fromUs),
        heapMb,
      };
    } finally {
      await opened.close();
    }
  } finally {
    await Promise.all(hands.map((hand) => hand.close()));
  }
}
