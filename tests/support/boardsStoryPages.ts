// Real people at real pages: they come in, open panels, write in the outline, go from board to board.
import { mkdir } from 'node:fs/promises';
import type { Template } from '@masa/shared/board';
import { LANGUAGE_NAMES } from '@masa/shared/core';
import { templateByRef } from '@masa/shared/kinds';
import type { Browser, Locator } from 'playwright';
import { expect } from 'vitest';
import { cellOf, panelName, type Say, type Spoken, sayIn } from './boardsStoryWords.ts';
import { createPerson, type Person, savedState } from './person.ts';

export const WAIT = { timeout: 30_000 };
const LOCALES: Readonly<Record<Spoken, string>> = { bg: 'bg-BG', ro: 'ro-RO' };

/** Where pictures of the main moments go, for people to look at; absent: none are taken. */
const PICTURES = process.env.STORY_PICTURES;

export const templateNamed = (id: string): Template => {
  const found = templateByRef(id);
  if (!found) throw new Error(`no template ${id}`);
  return found.template;
};

export interface Guest extends Person {
  readonly name: string;
  readonly language: Spoken;
  readonly say: Say;
  button(name: string, within?: Locator): Locator;
  /** Opens a panel of the board's kind, or leaves it open. */
  panel(kind: string, id: string): Promise<Locator>;
  outline(): Promise<Locator>;
  /** Writes cards into a cell of the outline. */
  write(template: string, cell: string, cards: readonly string[]): Promise<void>;
  /** The line of a card in the outline, by its text. */
  card(text: string): Promise<Locator>;
  closePanel(): Promise<void>;
  goToBoard(board: string): Promise<void>;
  saved(): Promise<void>;
  picture(of: string): Promise<void>;
}

export async function openGuest(browser: Browser, name: string, language: Spoken): Promise<Guest> {
  const context = await browser.newContext({ locale: LOCALES[language], viewport: { width: 1366, height: 768 } });
  context.setDefaultTimeout(WAIT.timeout);
  const page = await context.newPage();
  const say = sayIn(language);
  const drawer = page.locator('aside.drawer');
  const guest: Guest = {
    ...createPerson(page),
    name,
    language,
    say,
    button: (label, within) => (within ?? page).getByRole('button', { name: label, exact: true }),
    async panel(kind, id) {
      const label = panelName(kind, id, language);
      const toggle = guest.button(label, page.locator('.board'));
      await toggle.waitFor();
      if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click();
      await drawer.getByRole('heading', { level: 2, name: label, exact: true }).waitFor();
      return drawer;
    },
    async outline() {
      const toggle = page.locator('.board-tools').getByRole('button', { name: say('board', 'outline'), exact: true });
      if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click();
      await drawer.locator('.outline .outline-cell').first().waitFor();
      return drawer;
    },
    async write(template, cell, cards) {
      const outline = await guest.outline();
      const title = cellOf(templateNamed(template), cell).title[language];
      const field = outline.getByLabel(say('board', 'newCardIn', { cell: title }), { exact: true });
      for (const text of cards) {
        await field.fill(text);
        await field.press('Enter');
        await expect.poll(() => field.inputValue()).toBe('');
      }
    },
    async card(text) {
      const outline = await guest.outline();
      const lines = outline.locator('.outline-cards > li');
      // A field's text is no text of the page.
      const at = async (): Promise<number> =>
        lines.evaluateAll((all, wanted) => all.findIndex((each) => each.querySelector('textarea')?.value === wanted), text);
      await expect.poll(at, WAIT).toBeGreaterThanOrEqual(0);
      return lines.nth(await at());
    },
    async closePanel() {
      await drawer.getByRole('button', { name: say('common', 'close'), exact: true }).click();
    },
    async goToBoard(board) {
      if (new URL(page.url()).pathname !== `/boards/${board}`) {
        const there = page.getByLabel(say('boards', 'switchTo'), { exact: true });
        await there.selectOption(board);
        await page.waitForURL(`**/boards/${board}`);
      }
      await guest.saved();
    },
    saved: () => expect.poll(() => savedState(page), WAIT).toBe('saved'),
    async picture(of) {
      if (PICTURES === undefined) return;
      await mkdir(PICTURES, { recursive: true });
      await page.screenshot({ path: `${PICTURES}/${of}-${name}.png` });
    },
  };
  return guest;
}

export interface Seating {
  readonly library: string;
  readonly region: string;
  readonly seats: number;
}

/** Through the door by the code, to the board for everybody. */
export async function sitDown(guest: Guest, url: string, code: string, { library, region, seats }: Seating): Promise<void> {
  const { page, say, language } = guest;
  await page.goto(`${url}/join/${code}`);
  await page.locator('#join-language').selectOption({ label: LANGUAGE_NAMES[language] });
  await page.getByLabel(say('join', 'name'), { exact: true }).fill(guest.name);
  await page.getByLabel(say('join', 'library'), { exact: true }).fill(library);
  await page.getByLabel(say('join', 'region'), { exact: true }).fill(region);
  for (let more = 1; more < seats; more += 1) await guest.button(say('join', 'seatsMore')).click();
  await guest.button(say('join', 'join')).click();
  await guest.saved();
  await guest.button(say('board', 'hintsClose')).click();
}
