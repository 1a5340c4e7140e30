// The demonstration as somebody meets it who has only typed `npm start -- --demo`, and a laptop that loses the network.
import board from '@masa/client/ui/messages/board/bg.ts';
import join from '@masa/client/ui/messages/join/bg.ts';
import { formA } from '@masa/shared/kinds';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { joinTable } from '../support/joinTable.ts';
import { type MasaProcess, startMasaProcess } from '../support/masaProcess.ts';
import { outlineOf, savedState } from '../support/person.ts';

const WAIT = { timeout: 30_000 };

let masa: MasaProcess;
let browser: Browser;
beforeAll(async () => {
  masa = await startMasaProcess(['--demo']);
  browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: [...chromiumArgs] });
});
afterAll(async () => {
  await browser?.close();
  await masa?.close();
});

const newPage = async (): Promise<Page> => {
  const context = await browser.newContext({ locale: 'bg-BG', viewport: { width: 1366, height: 768 } });
  context.setDefaultTimeout(30_000);
  return context.newPage();
};

const linkSaid = async (pattern: RegExp): Promise<string> => {
  const find = (): string | undefined => masa.said.map((line) => pattern.exec(line)?.[0]).find((found) => found !== undefined);
  await expect.poll(find, WAIT).toBeDefined();
  return find() ?? '';
};

const sitAt = async (page: Page, table: number, name: string): Promise<void> => joinTable(page, await linkSaid(/http\S+\/join\/\d+/u), name, table);

async function openOutline(page: Page): Promise<void> {
  await page.locator('.board-tools').getByRole('button', { name: board.outline, exact: true }).click();
  await page.locator('.outline .outline-cell').first().waitFor();
}

test('STORY-2 the demonstration opens nine filled sheets, and its links lead in', { timeout: 180_000 }, async () => {
  const host = await newPage();
  await host.goto(await linkSaid(/http\S+\/open#\S+/u));
  const name = host.getByLabel(join.linkName, { exact: true });
  await name.fill('Елица');
  await name.press('Enter');
  await host.waitForURL(/\/workshops\//u);
  const path = new URL(host.url()).pathname.split('/').slice(0, 3).join('/');
  interface Workshop {
    readonly boards: { readonly id: string; readonly template: string }[];
  }
  const workshop = await host.evaluate(async (at) => (await (await fetch(`/api${at}`)).json()) as Workshop, path);
  expect(workshop.boards.filter(({ template }) => template.startsWith('form-a'))).toHaveLength(4);
  expect(workshop.boards.filter(({ template }) => template.startsWith('form-b'))).toHaveLength(5);
  const counts = await host.evaluate(
    async (ids) => {
      const models = ids.map(async (id) => (await (await fetch(`/api/boards/${id}`)).json()) as { cells: { cards: unknown[] }[] });
      return (await Promise.all(models)).map((model) => model.cells.reduce((sum, cell) => sum + cell.cards.length, 0));
    },
    workshop.boards.map(({ id }) => id),
  );
  expect(Math.min(...counts.filter((_, at) => workshop.boards[at]?.template.startsWith('form-')))).toBeGreaterThanOrEqual(8);
  // The marketplace, and one table's risks and plan.
  expect(workshop.boards).toHaveLength(12);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);

  const guest = await newPage();
  await sitAt(guest, 1, 'Мария');
  await openOutline(guest);
  expect((await outlineOf(guest)).flat().length).toBeGreaterThanOrEqual(8);
});

test('STORY-3 a reload without a connection keeps what was written and sends it later', { timeout: 180_000 }, async () => {
  const page = await newPage();
  await sitAt(page, 2, 'Иван');
  await openOutline(page);
  // A first visit fills the page's cache; only then can it open without the server.
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return registration.active?.state;
  });
  await masa.kill();
  const cell = board.newCardIn.replace('{cell}', formA.cells.find(({ id }) => id === 'partners')?.title.bg ?? '');
  const field = page.getByLabel(cell, { exact: true });
  await field.fill('Написано без връзка');
  await field.press('Enter');
  await expect.poll(() => savedState(page), WAIT).toBe('device');

  await page.reload();
  await openOutline(page);
  await expect.poll(async () => (await outlineOf(page)).flat(), WAIT).toContain('Написано без връзка');
  expect(await savedState(page)).not.toBe('saved');

  await masa.start();
  await expect.poll(() => savedState(page), WAIT).toBe('saved');
  const path = new URL(page.url()).pathname.split('/').at(-1);
  const stored = await page.evaluate(async (id) => (await fetch(`/api/boards/${id}`)).text(), path);
  expect(stored).toContain('Написано без връзка');
});
