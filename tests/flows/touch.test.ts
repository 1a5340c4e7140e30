// Two people at one table with tablets, in real browsers over a real server: one draws with a pen, one with a finger, at the same time.
import { join as joinPath } from 'node:path';
import board from '@masa/client/ui/messages/board/bg.ts';
import type { Point } from '@masa/shared/core';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { joinTable } from '../support/joinTable.ts';
import { openWorkshop, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { savedState } from '../support/person.ts';

const WAIT = { timeout: 30_000 };
const clock = { now: () => Date.now(), advance: () => undefined };

let masa: TestMasa;
let browser: Browser;
let code = '';
beforeAll(async () => {
  masa = await startMasa({ clock, clientFolder: joinPath(import.meta.dirname, '..', '..', 'client', 'dist') });
  ({ code } = await openWorkshop(masa, await setUp(masa)));
  browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: [...chromiumArgs] });
});
afterAll(async () => {
  await browser?.close();
  await masa?.close();
});

interface Tablet {
  readonly page: Page;
  readonly device: CDPSession;
}

/** Somebody at table 1 with the pen in the hand. */
async function sitDown(name: string): Promise<Tablet> {
  const context = await browser.newContext({ locale: 'bg-BG', viewport: { width: 1366, height: 900 }, hasTouch: true });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await joinTable(page, `${masa.url}/join/${code}`, name);
  await page
    .getByRole('button', { name: board.hintsClose, exact: true })
    .click({ timeout: 3_000 })
    .catch(() => undefined);
  await page.locator('.masa-stage').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await expect.poll(() => cursorOf(page), WAIT).toBe('crosshair');
  return { page, device: await context.newCDPSession(page) };
}

const cursorOf = (page: Page): Promise<string> => page.locator('.masa-stage__surface').evaluate((surface) => (surface as HTMLElement).style.cursor);

const pen = ({ device }: Tablet, type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Point, force: number) =>
  device.send('Input.dispatchMouseEvent', {
    type,
    ...at,
    pointerType: 'pen',
    button: type === 'mouseMoved' ? 'none' : 'left',
    buttons: type === 'mouseReleased' ? 0 : 1,
    clickCount: 1,
    force,
  });
const touch = ({ device }: Tablet, type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
  device.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints.map((point, id) => ({ ...point, id })) });

/** Whether something dark is painted at a point of the page. */
const isDrawn = ({ page }: Tablet, at: Point): Promise<boolean> =>
  page.evaluate(({ x, y }) => {
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.masa-stage__canvases canvas')) {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      if (canvas.style.visibility === 'hidden' || width === 0) continue;
      const [cx, cy] = [((x - left) * canvas.width) / width, ((y - top) * canvas.height) / height];
      const pixels = canvas.getContext('2d')?.getImageData(Math.round(cx) - 4, Math.round(cy) - 4, 9, 9).data ?? [];
      for (let each = 0; each + 3 < pixels.length; each += 4) {
        const [r = 0, g = 0, b = 0, a = 0] = pixels.slice(each, each + 4);
        // Of 765; a thin line covers its pixels only in part.
        if ((a / 255) * (765 - r - g - b) > 250) return true;
      }
    }
    return false;
  }, at);

/** How far below the stage's top there is a row of paper with nothing dark on it. */
async function freeRow(tablet: Tablet, along: (row: number, step: number) => Point, from: number, to: number): Promise<number> {
  for (let row = from; row < to; row += 6) {
    const dark = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((step) => isDrawn(tablet, along(row, step))));
    if (!dark.includes(true)) return row;
  }
  throw new Error('no free paper');
}

test('TOUCH-14 two people draw at once, with a pen and with a finger, and each sees both strokes, the other’s while it is drawn', async () => {
  const maria = await sitDown('Мария');
  const ivan = await sitDown('Иван');
  const { x, y, height } = (await maria.page.locator('.masa-stage').boundingBox()) ?? { x: 0, y: 0, height: 0 };
  const along = (row: number, step: number): Point => ({ x: x + 60 + step * 12, y: y + row });
  const [upper, lower] = [await freeRow(maria, along, 100, height / 2), await freeRow(maria, along, height / 2, height - 100)];
  const places = [along(upper, 3), along(lower, 3)];
  const seen = (tablet: Tablet) => Promise.all(places.map((at) => isDrawn(tablet, at)));
  expect(await seen(ivan)).toEqual([false, false]);

  await Promise.all([pen(maria, 'mousePressed', along(upper, 0), 0.5), touch(ivan, 'touchStart', along(lower, 0))]);
  for (let step = 1; step <= 12; step += 1)
    await Promise.all([pen(maria, 'mouseMoved', along(upper, step), 0.3 + step / 20), touch(ivan, 'touchMove', along(lower, step))]);
  await expect.poll(() => seen(maria), WAIT).toEqual([true, true]);
  await expect.poll(() => seen(ivan), WAIT).toEqual([true, true]);
  await Promise.all([pen(maria, 'mouseReleased', along(upper, 12), 0), touch(ivan, 'touchEnd')]);
  await expect.poll(() => Promise.all([savedState(maria.page), savedState(ivan.page)]), WAIT).toEqual(['saved', 'saved']);
  expect(await seen(maria)).toEqual([true, true]);
  expect(await seen(ivan)).toEqual([true, true]);
  // Whoever opens the board later finds both.
  const ana = await sitDown('Ана');
  await expect.poll(() => seen(ana), WAIT).toEqual([true, true]);
});
