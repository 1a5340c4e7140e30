// The main job from an empty machine to the report, in real browsers over a real server process, by keyboard alone.
import { join } from 'node:path';
import boardBg from '@masa/client/ui/messages/board/bg.ts';
import boardRo from '@masa/client/ui/messages/board/ro.ts';
import joinBg from '@masa/client/ui/messages/join/bg.ts';
import joinRo from '@masa/client/ui/messages/join/ro.ts';
import organiser from '@masa/client/ui/messages/organiser/bg.ts';
import toolsRo from '@masa/client/ui/messages/tools/ro.ts';
import { LANGUAGE_NAMES } from '@masa/shared/core';
import { formA, formB } from '@masa/shared/kinds';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { type MasaProcess, startMasaProcess } from '../support/masaProcess.ts';
import { createPerson, outlineOf, type Person, savedState } from '../support/person.ts';

const TEXTS = { bg: { board: boardBg, join: joinBg }, ro: { board: boardRo, join: joinRo } } as const;
type Spoken = keyof typeof TEXTS;

const SHEET_RO = `Grupul 6 „Bunicii digitali”
Serviciu – Ora bunicilor la calculator
Scop: persoanele în vârstă folosesc singure internetul
Parteneri: primăria; liceul „Ion Creangă”; clubul seniorilor
Resurse: sală, 6 calculatoare, un bibliotecar
Resurse lipsă: proiector – 4 500 lei; căști 600 lei
Rezultate: 24 de lecții până în iunie
Efect social – mai puțină singurătate
Efect economic: facturi plătite de acasă`;

let masa: MasaProcess;
let browser: Browser;
beforeAll(async () => {
  masa = await startMasaProcess();
  browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: [...chromiumArgs] });
});
afterAll(async () => {
  await browser?.close();
  await masa?.close();
});

const LOCALES = { bg: 'bg-BG', ro: 'ro-RO' } as const;
const WAIT = { timeout: 30_000 };

async function sitDown(language: Spoken): Promise<Person> {
  const context = await browser.newContext({ locale: LOCALES[language], viewport: { width: 1366, height: 768 } });
  context.setDefaultTimeout(30_000);
  return createPerson(await context.newPage());
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

/** From the front page to the board of a table. */
async function sitAt(
  person: Person,
  language: Spoken,
  code: string,
  table: number,
  who: { name: string; library: string; region: string },
): Promise<void> {
  const { page } = person;
  const t = TEXTS[language].join;
  await page.goto(masa.url);
  await person.fill(page.getByLabel(t.codeLabel, { exact: true }), code);
  await page.keyboard.press('Enter');
  // The door speaks the workshop's language until somebody chooses theirs.
  await person.choose(page.locator('#join-language'), LANGUAGE_NAMES[language]);
  await person.fill(page.getByLabel(t.name, { exact: true }), who.name);
  await person.fill(page.getByLabel(t.library, { exact: true }), who.library);
  await person.fill(page.getByLabel(t.region, { exact: true }), who.region);
  await person.press(button(page, t.seatsMore));
  const tables = page.getByRole('radio');
  await person.reach(page.locator('.table-choices'));
  for (let at = 1; at < table; at += 1) await page.keyboard.press('ArrowDown');
  if (table === 1) await page.keyboard.press('Space');
  await expect.poll(() => tables.nth(table - 1).isChecked()).toBe(true);
  await person.press(button(page, t.join));
  await page.locator('[data-saved]').waitFor();
  await person.press(button(page, TEXTS[language].board.hintsClose)).catch(() => undefined);
}

const openOutline = async (person: Person, language: Spoken): Promise<void> => {
  const toggle = person.page.locator('.board-tools').getByRole('button', { name: TEXTS[language].board.outline, exact: true });
  await person.press(toggle);
  await person.page.locator('.outline .outline-cell').first().waitFor();
};

const newCardField = (person: Person, language: Spoken, cell: { title: Record<Spoken, string> }) =>
  person.page.getByLabel(TEXTS[language].board.newCardIn.replace('{cell}', cell.title[language]), { exact: true });

/** Types cards into a cell of the outline, each confirmed by Enter. */
async function write(person: Person, language: Spoken, cell: { title: Record<Spoken, string> }, cards: readonly string[]): Promise<void> {
  await person.reach(newCardField(person, language, cell), 400);
  for (const card of cards) {
    await person.page.keyboard.type(card);
    await person.page.keyboard.press('Enter');
  }
}

const cellOf = (template: typeof formA, id: string) => {
  const cell = template.cells.find((each) => each.id === id);
  if (!cell) throw new Error(`no cell ${id}`);
  return cell;
};
const flat = (cells: readonly (readonly string[])[]): string[] => cells.flat().sort();
const allSaved = (people: readonly Person[]) =>
  expect.poll(() => Promise.all(people.map(({ page }) => savedState(page))), WAIT).toEqual(people.map(() => 'saved'));

/** What everybody saw when a story went wrong: one picture a page, in test-results. */
async function takePictures(): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.all(pages.map((page, at) => page.screenshot({ path: join(import.meta.dirname, '..', '..', 'test-results', `page-${at + 1}.png`) })));
}

test('STORY-1 from an empty machine to the report, by keyboard alone', { timeout: 400_000 }, async () => {
  onTestFailed(takePictures);
  const host = await sitDown('bg');
  await host.page.goto(`${masa.url}/setup#${masa.setupKey}`);
  await host.fill(host.page.getByLabel(organiser.accountName, { exact: true }), 'Водеща Елица');
  await host.fill(host.page.getByLabel(organiser.password, { exact: true }), 'три липи до реката');
  await host.page.keyboard.press('Enter');

  await host.press(button(host.page, organiser.newWorkshop));
  await host.fill(host.page.getByLabel(organiser.title, { exact: true }), 'Партньорства за нови услуги');
  await host.page.keyboard.press('Enter');
  await host.choose(host.page.getByLabel(organiser.whichSheet, { exact: true }), organiser.sheetHalf);
  await host.press(button(host.page, /9/u));
  await expect.poll(() => host.page.locator('.table-rows > li').count(), WAIT).toBe(9);
  const workshopPath = new URL(host.page.url()).pathname;
  const code = await host.page.evaluate(async (path) => ((await (await fetch(`/api${path}`)).json()) as { code: string }).code, workshopPath);
  await host.fill(
    host.page.getByLabel(organiser.fieldOfTable.replace('{field}', organiser.targetGroup).replace('{number}', '1'), { exact: true }),
    'Младежи 15–19 г.',
  );
  await host.page.keyboard.press('Tab');

  const maria = await sitDown('bg');
  const ivan = await sitDown('bg');
  const ana = await sitDown('ro');
  const ion = await sitDown('ro');
  await sitAt(maria, 'bg', code, 1, { name: 'Мария', library: 'Библиотека „Искра“', region: 'Казанлък' });
  await sitAt(ivan, 'bg', code, 1, { name: 'Иван', library: 'Читалище „Светлина“', region: 'Пловдив' });
  await sitAt(ana, 'ro', code, 6, { name: 'Ana', library: 'Biblioteca „Lumina”', region: 'Orhei' });
  await sitAt(ion, 'ro', code, 6, { name: 'Ion', library: 'Biblioteca „Nistru”', region: 'Soroca' });
  const people = [maria, ivan, ana, ion];
  for (const person of people) await openOutline(person, person === maria || person === ivan ? 'bg' : 'ro');

  // Table 1: two laptops write into the same cell at once, and see each other do so.
  await Promise.all([
    write(maria, 'bg', cellOf(formA, 'needs'), ['Място за срещи', 'Безжичен интернет']),
    write(ivan, 'bg', cellOf(formA, 'needs'), ['Помощ при кандидатстване', 'Курс по английски']),
  ]);
  await expect
    .poll(async () => flat(await outlineOf(maria.page)), WAIT)
    .toEqual(['Безжичен интернет', 'Курс по английски', 'Място за срещи', 'Помощ при кандидатстване']);
  await expect.poll(() => outlineOf(ivan.page), WAIT).toEqual(await outlineOf(maria.page));
  await maria.reach(newCardField(maria, 'bg', cellOf(formA, 'target-group')), 400);
  await expect.poll(() => ivan.page.getByText(boardBg.isWriting.replace('{name}', 'Мария')).count(), WAIT).toBeGreaterThan(0);
  await maria.page.keyboard.type('Ученици от гимназията');
  await maria.page.keyboard.press('Enter');

  // Table 6: a whole sheet from Word, after a preview.
  await ana.page.keyboard.press('Control+k');
  await ana.page.getByRole('combobox', { name: toolsRo.paletteField }).waitFor();
  await ana.page.keyboard.type(toolsRo['paste-sheet']);
  await ana.page.getByRole('option', { name: toolsRo['paste-sheet'] }).first().waitFor();
  await ana.page.keyboard.press('Enter');
  await ana.fill(ana.page.getByLabel(boardRo.pasteSheetLabel, { exact: true }), SHEET_RO);
  await ana.press(button(ana.page, boardRo.readSheet));
  await ana.press(
    ana.page
      .getByRole('dialog')
      .getByRole('button', { name: /cartonaș/u })
      .last(),
  );
  await expect.poll(async () => flat(await outlineOf(ion.page)).length, WAIT).toBeGreaterThan(10);

  // One card, two writers: letters merge.
  const aim = ion.page.locator('.outline-cards textarea').nth(1);
  const written = await aim.inputValue();
  await ion.reach(aim, 400);
  await ion.page.keyboard.press('Control+End');
  await ion.page.keyboard.type(' și telefonul');
  await expect.poll(async () => flat(await outlineOf(ana.page)), WAIT).toContain(`${written} și telefonul`);

  // The wall shows all nine; one is opened and looked at.
  await host.press(host.page.getByRole('link', { name: organiser.openWall, exact: true }));
  await expect.poll(() => host.page.locator('.wall-tile').count(), WAIT).toBe(9);
  await host.press(host.page.locator('.wall-tile').first().getByRole('link'));
  await host.page.locator('[data-saved]').waitFor();
  await openOutline(host, 'bg');
  await expect.poll(() => outlineOf(host.page), WAIT).toEqual(await outlineOf(ivan.page));

  // The server dies in the middle; people go on writing; it comes back.
  await allSaved(people);
  await write(ivan, 'bg', cellOf(formA, 'partners'), ['Община']);
  await masa.kill();
  await write(maria, 'bg', cellOf(formA, 'activities'), ['Клуб на дебатите']);
  await write(ion, 'ro', cellOf(formB, 'activities'), ['Lecții săptămânale']);
  await expect.poll(() => savedState(maria.page), WAIT).toBe('device');
  await masa.start();
  await allSaved(people);

  const late = await sitDown('ro');
  await sitAt(late, 'ro', code, 1, { name: 'Elena', library: 'Biblioteca „Izvor”', region: 'Orhei' });
  await openOutline(late, 'ro');
  await write(late, 'ro', cellOf(formA, 'information'), ['Afiș la liceu']);
  await allSaved([...people, late]);

  // Every page, the store and the report agree.
  await expect.poll(async () => flat(await outlineOf(late.page)), WAIT).toHaveLength(8);
  const first = await outlineOf(late.page);
  for (const { page } of [maria, ivan, host]) await expect.poll(() => outlineOf(page), WAIT).toEqual(first);
  const sixth = await outlineOf(ana.page);
  expect(flat(sixth)).toContain('Lecții săptămânale');
  await expect.poll(() => outlineOf(ion.page), WAIT).toEqual(sixth);

  interface Model {
    cells: { cards: { text: string }[] }[];
  }
  const stored = await host.page.evaluate(async (path) => {
    const workshop = (await (await fetch(`/api${path}`)).json()) as {
      groups: { id: string; number: number }[];
      boards: { id: string; groupId: string }[];
    };
    const ordered = [...workshop.groups].sort((a, b) => a.number - b.number);
    const models: unknown[] = [];
    for (const group of ordered) {
      const board = workshop.boards.find((each) => each.groupId === group.id);
      models.push(await (await fetch(`/api/boards/${board?.id}`)).json());
    }
    const report = await (await fetch(`/api${path}/report.md`)).text();
    return { models, report };
  }, workshopPath);
  const texts = (stored.models as Model[]).map((model) => model.cells.map((cell) => cell.cards.map((card) => card.text)));
  expect(texts[0]).toEqual(first);
  expect(texts[5]).toEqual(sixth);
  expect(texts.filter((_, at) => at !== 0 && at !== 5).flat(2)).toEqual([]);

  expect(stored.report.match(/^###? /gmu)?.length ?? 0).toBeGreaterThanOrEqual(9);
  for (const text of [...flat(first), 'Младежи 15–19 г.']) expect(stored.report).toContain(text);
  expect(stored.report).toMatch(/5[\s\u00a0]?100/u);
});
