// Pictures as people bring them: chosen on a phone, dropped on a laptop's board, good ones and bad ones, as real files in real browsers.
import { join as joinPath } from 'node:path';
import { FREE_PAGE } from '@masa/client/outline/moves.ts';
import free from '@masa/client/ui/messages/free/bg.ts';
import { ERRORS, type ErrorCode } from '@masa/shared/i18n';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { joinTable } from '../support/joinTable.ts';
import { openWorkshop, setUp, startMasa, type TestMasa } from '../support/masa.ts';
import { animatedPng, photo, pixelBomb } from '../support/pictures.ts';

const WAIT = { timeout: 30_000 };
const clock = { now: () => Date.now(), advance: () => undefined };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const LAPTOP = { viewport: { width: 1_366, height: 768 } } as const;

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

async function sitDown(name: string, device: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'bg-BG', ...device });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await joinTable(page, `${masa.url}/join/${code}`, name);
  return page;
}

interface Dropped {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Drops a file in the middle of the board, as a file chooser's window would. */
const drop = (page: Page, file: Dropped): Promise<void> =>
  page.evaluate(
    ({ name, type, base64 }) => {
      const stage = document.querySelector('.masa-stage');
      if (!stage) throw new Error('no board');
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const carried = new DataTransfer();
      carried.items.add(new File([bytes], name, { type }));
      const { left, top, width, height } = stage.getBoundingClientRect();
      const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true, dataTransfer: carried };
      for (const kind of ['dragenter', 'dragover', 'drop']) stage.dispatchEvent(new DragEvent(kind, at));
    },
    { name: file.name, type: file.type, base64: Buffer.from(file.bytes).toString('base64') },
  );

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2_000, 7)]);

test('PICTURE-30 every kind of bad file dropped on the board is refused with its sentence, in the person’s language, and leaves nothing', {
  timeout: 180_000,
}, async () => {
  const page = await sitDown('Ана', LAPTOP);
  await page.locator('.masa-stage canvas').first().waitFor();
  // No browser reads it, so it is not made smaller before it travels.
  const big = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(20 * 1024 * 1024, 1)]);
  const files: readonly (readonly [Dropped, ErrorCode])[] = [
    [{ name: 'плакат.svg', type: 'image/svg+xml', bytes: SVG }, 'picture-kind'],
    [{ name: 'плакат.png', type: 'image/png', bytes: SVG }, 'picture-kind'],
    [{ name: 'снимка.jpg', type: 'image/jpeg', bytes: EXE }, 'picture-kind'],
    [{ name: 'бомба.png', type: 'image/png', bytes: pixelBomb() }, 'picture-pixels'],
    [{ name: 'мърда.png', type: 'image/png', bytes: animatedPng() }, 'picture-animated'],
    [{ name: 'голяма.jpg', type: 'image/jpeg', bytes: big }, 'picture-too-large'],
  ];
  for (const [file, fault] of files) {
    await drop(page, file);
    const sentence = ERRORS[fault].bg;
    await expect.poll(() => page.getByText(sentence, { exact: true }).count(), { ...WAIT, message: `${file.name}: ${fault}` }).toBeGreaterThan(0);
  }
  const shown = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /\/pictures\/[\w-]+/u.test(name)).length);
  expect(shown).toBe(0);
});

test('PICTURE-31 a photo chosen on a phone comes to the board without the place it was taken at, and everybody sees it', {
  timeout: 180_000,
}, async () => {
  const laptop = await sitDown('Борис', LAPTOP);
  const phone = await sitDown('Вяра', PHONE);
  const taken = await (await photo(3_000, 2_000))
    .withExif({
      IFD0: { Make: 'Phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 8/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '24/1 43/1 0/1' },
    })
    .jpeg({ quality: 90 })
    .toBuffer();
  expect((await sharp(taken).metadata()).exif).toBeDefined();
  const arrived = laptop.waitForResponse((response) => /\/pictures\/[\w-]+/u.test(response.url()) && response.ok());
  await phone
    .locator('select')
    .filter({ has: phone.locator(`option[value="${FREE_PAGE}"]`) })
    .selectOption(FREE_PAGE);
  const chooser = phone.waitForEvent('filechooser');
  await phone.getByRole('button', { name: free.addPicture, exact: true }).click();
  await (await chooser).setFiles({ name: 'снимка.jpg', mimeType: 'image/jpeg', buffer: taken });
  await laptop.locator('.masa-stage').focus();
  await laptop.keyboard.press('Escape');
  await laptop.keyboard.press('0');
  const bytes = await (await arrived).body();
  const kept = await sharp(bytes).metadata();
  expect(kept.exif).toBeUndefined();
  expect(kept.width).toBeGreaterThan(100);
  await phone
    .getByText(/Снимка без описание/u)
    .first()
    .waitFor();
});
