// Somebody types while the facilitator opens the drafts: real keys in real pages over a real server process.
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WAIT } from '../support/boardsStoryPages.ts';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { type MasaProcess, startMasaProcess } from '../support/masaProcess.ts';
import { createCrowd, mustAsk } from '../support/simulatedPeople.ts';

let masa: MasaProcess;
let browser: Browser;
let host: string;
beforeAll(async () => {
  masa = await startMasaProcess();
  browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: [...chromiumArgs] });
  const body = { key: masa.setupKey, name: 'Водеща Елица', password: 'три липи до реката' };
  host = (await mustAsk<{ token: string }>(createCrowd(masa.url).ask, 'POST', '/api/setup', { body })).token;
});
afterAll(async () => {
  await browser?.close();
  await masa?.close();
});

/** A table that writes privately, and one person's page there. */
async function open(isPhone: boolean) {
  const crowd = createCrowd(masa.url);
  const { ask } = crowd;
  const { id, code } = await mustAsk<{ id: string; code: string }>(ask, 'POST', '/api/workshops', {
    token: host,
    body: { title: 'Reveal', language: 'en' },
  });
  const { id: board } = await mustAsk<{ id: string }>(ask, 'POST', `/api/workshops/${id}/boards`, { token: host, body: { template: 'form-a' } });
  const stage = (to: string) => mustAsk(ask, 'POST', `/api/boards/${board}/stage`, { token: host, body: { stage: to } });
  await stage('privately');
  const { token } = await crowd.join(code, { name: 'Мария', library: 'Искра', region: 'Видин' });
  const context = await browser.newContext(
    isPhone ? { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } : { viewport: { width: 1366, height: 768 } },
  );
  await context.addCookies([{ name: 'masa_seat', value: token, url: masa.url }]);
  await context.addInitScript(() => {
    localStorage.setItem('masa:hints-seen', '1');
    localStorage.setItem('masa:language', 'en');
  });
  const page = await context.newPage();
  await page.goto(`${masa.url}/boards/${board}`);
  await page.locator('[data-saved=saved]').waitFor(WAIT);
  const texts = async (): Promise<readonly string[]> => {
    const { cells } = await mustAsk<{ cells: { cards: { text: string }[] }[] }>(ask, 'GET', `/api/boards/${board}`, { token: host });
    return cells.flatMap(({ cards }) => cards.map(({ text }) => text)).sort();
  };
  return { page, texts, reveal: () => stage('together') };
}

/** Presses keys one after the other, as a person does, and opens the drafts in the middle of them. */
async function typeThrough(page: Page, keys: readonly string[], reveal: () => Promise<unknown>): Promise<void> {
  let revealing: Promise<unknown> | undefined;
  for (const [at, key] of keys.entries()) {
    if (at === Math.floor(keys.length / 3)) revealing = reveal();
    await page.keyboard.press(key, { delay: 30 });
  }
  await revealing;
}

const WORDS = 'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(2);

/** Into the first cell's next card, by keyboard, as soon as the canvas hears keys. */
async function ontoCanvas(page: Page): Promise<void> {
  const field = page.locator('.masa-stage textarea');
  const isThere = async (): Promise<boolean> => {
    if ((await field.count()) > 0) return true;
    await page.locator('.masa-stage').focus();
    await page.keyboard.press('Enter');
    return false;
  };
  await expect.poll(isThere, WAIT).toBe(true);
}

test('REVEAL-1 no letter is lost or doubled on the canvas, and the field stays open', async () => {
  const { page, texts, reveal } = await open(false);
  await ontoCanvas(page);
  await typeThrough(page, WORDS.split(''), reveal);
  await expect.poll(texts, WAIT).toEqual([WORDS]);
  await expect.poll(() => page.locator('.masa-stage textarea').inputValue(), WAIT).toBe(WORDS);
});

test('REVEAL-1 what is deleted in between is deleted, and Enter begins a card', async () => {
  const { page, texts, reveal } = await open(false);
  await ontoCanvas(page);
  const cards = ['milk', 'bread', 'salt', 'sugar', 'honey', 'water', 'juice', 'flour'];
  await typeThrough(
    page,
    cards.flatMap((card) => [...card.split(''), 'x', 'Backspace', 'Enter']),
    reveal,
  );
  await expect.poll(texts, WAIT).toEqual([...cards].sort());
});

test('REVEAL-1 a text nobody has confirmed goes on on a phone', async () => {
  const { page, texts, reveal } = await open(true);
  await page.locator('.new-card textarea').first().tap();
  await typeThrough(page, WORDS.split(''), reveal);
  await expect.poll(texts, WAIT).toEqual([WORDS]);
});

test('REVEAL-4 a text too long for a card is in its field on the board', async () => {
  const { page, texts, reveal } = await open(true);
  const fresh = page.locator('.new-card textarea').first();
  await fresh.fill('short');
  await fresh.press('Enter');
  const card = page.locator('[data-card]').first();
  await card.fill('x'.repeat(10_000));
  await card.blur();
  await page.locator('[data-saved=saved]').waitFor(WAIT);
  await reveal();
  await expect.poll(texts, WAIT).toEqual(['short']);
  await expect.poll(async () => (await card.inputValue()).length, WAIT).toBe(10_000);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('masa:draft:') && key.includes('/drafts/')))).toEqual([]);
});

test.each([
  ['a phone', true],
  ['the canvas', false],
] as const)('REVEAL-1 forty cards and one nobody has confirmed are forty-one on %s', async (_where, isPhone) => {
  const { page, texts, reveal } = await open(isPhone);
  const cards = Array.from({ length: 40 }, (_, at) => `${at + 10} ${'w'.repeat(at + 1)}`);
  if (isPhone) await page.locator('.new-card textarea').first().tap();
  else await ontoCanvas(page);
  for (const card of cards) {
    await page.keyboard.insertText(card);
    await page.keyboard.press('Enter');
  }
  await typeThrough(page, WORDS.split(''), reveal);
  await expect.poll(texts, WAIT).toEqual([...cards, WORDS].sort());
});
