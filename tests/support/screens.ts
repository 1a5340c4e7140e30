// Takes pictures of every page in five languages and three sizes, for somebody to look at:
//
//   tsx --conditions=masa-src tests/support/screens.ts OUT [languages] [pages] [sizes]
//
// e.g. `… /tmp/screens uk,ro join,wall phone`. Pages run on a real server with the demo workshop; states it is rarely in (locked door,
// late contributions, nothing there) are answered by the stub API. Prints what a person might overlook: sideways scrolling, errors.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compose, type Masa } from '@masa/server/compose';
import { parseConfig } from '@masa/server/config';
import { openDemo } from '@masa/server/demo/openDemo';
import { isLanguage, LANGUAGES, type Language } from '@masa/shared/core';
import { type Browser, chromium, type Page } from 'playwright';
import { chromiumArgs, chromiumPath } from './chromium.ts';
import { CODE, createStubApi, person, type StubState, WORKSHOP_ID } from './stubApi.ts';

const SIZES = { laptop: { width: 1_366, height: 768 }, projector: { width: 1_920, height: 1_080 }, phone: { width: 390, height: 844 } } as const;
type Size = keyof typeof SIZES;

interface Shot {
  readonly page: string;
  readonly path: string;
  /** Answered by the stub in this state; absent = by the server. */
  readonly stub?: Partial<StubState>;
  /** What must be there before the picture is taken. */
  readonly ready?: string;
  /** Brings the page into the state to see. */
  readonly act?: (page: Page) => Promise<void>;
  /** The whole page, not only what fits the screen. */
  readonly whole?: boolean;
}

const people = Array.from({ length: 14 }, (_, at) => person(at, at > 11 ? null : `g-${1 + (at % 9)}`));
const claim = {
  id: 'c-1',
  name: 'Мария Петрова',
  library: 'Библиотека „Иван Вазов“',
  region: '',
  seats: 2,
  groupId: null,
  at: 0,
  candidates: [person(0, 'g-1')],
};
const late = {
  id: 'l-1',
  boardId: 'b-2',
  author: { id: 'p', name: 'Ion Munteanu', library: 'Biblioteca Orhei', region: 'Orhei' },
  at: Date.UTC(2026, 9, 14, 9, 5),
  cards: [{ address: 'needs', text: 'Un loc cald de întâlnire' }],
};

const submit = async (page: Page): Promise<void> => page.locator('button[type=submit]').first().click();

const shots = (workshopId: string, boardId: string, code: string): readonly Shot[] => [
  { page: 'home', path: '/' },
  { page: 'home-error', path: '/', act: submit, ready: '.error-summary' },
  { page: 'not-found', path: '/nowhere' },
  { page: 'join', path: `/join/${code}`, ready: '.table-choice', whole: true },
  { page: 'join-errors', path: `/join/${code}`, act: submit, ready: '.error-summary', whole: true },
  { page: 'join-wrong', path: '/join/111111', stub: {} },
  { page: 'join-returning', path: `/join/${CODE}`, stub: { returning: person(0, 'g-1') } },
  { page: 'join-locked', path: `/join/${CODE}`, stub: { locked: true, tables: 0 }, whole: true },
  { page: 'table', path: `/table/${WORKSHOP_ID}`, stub: { sheets: 0 }, ready: 'h1' },
  { page: 'setup', path: '/setup#key', stub: { setUp: false } },
  { page: 'sign-in', path: '/sign-in', act: submit, ready: '.error-summary' },
  { page: 'workshops', path: '/workshops', stub: {} },
  { page: 'workshops-new', path: '/workshops', stub: {}, act: async (page) => page.locator('.page-head .button').click(), ready: 'dialog' },
  { page: 'workshops-empty', path: '/workshops', stub: { tables: 0 } },
  { page: 'workshop', path: `/workshops/${workshopId}`, ready: '.table-row', whole: true },
  {
    page: 'workshop-busy',
    path: `/workshops/${WORKSHOP_ID}`,
    stub: { people, claims: [claim], late: [late], links: 2, sheets: 7 },
    ready: '.attention',
    whole: true,
  },
  { page: 'workshop-empty', path: `/workshops/${WORKSHOP_ID}`, stub: { tables: 0, sheets: 0 }, ready: '.add-tables', whole: true },
  { page: 'wall', path: `/workshops/${workshopId}/wall`, ready: '.wall-tile canvas' },
  {
    page: 'wall-dark',
    path: `/workshops/${workshopId}/wall`,
    ready: '[data-theme=projector] .wall-tile canvas',
    act: async (page) => page.locator('.page-top-end .button').first().click(),
  },
  { page: 'board', path: `/boards/${boardId}`, ready: 'main, canvas' },
];

async function openServer(
  dataDir: string,
  clientFolder: string,
): Promise<{ readonly masa: Masa; readonly origin: string; readonly links: readonly { readonly url: string }[] }> {
  const config = parseConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  if (!config.ok) throw new Error(config.error.join('\n'));
  const masa = await compose(config.value, { clientFolder });
  const origin = await masa.listen();
  return { masa, origin, links: await openDemo(masa.commands, origin) };
}

/** A browser context that is the demo's facilitator, and what it may look at. */
async function enter(browser: Browser, link: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.fill('#link-name', 'Анна Берг');
  await submit(page);
  await page.waitForSelector('.table-row');
  const workshopId = new URL(page.url()).pathname.split('/')[2] ?? '';
  const code = (await page.textContent('.door-code'))?.replace(/\D/g, '') ?? '';
  const board = (await page.getAttribute('.table-row-sheet a', 'href'))?.split('/')[2] ?? '';
  const storage = await context.storageState();
  await context.close();
  return { workshopId, code, board, storage };
}

async function take(page: Page, origin: string, shot: Shot, language: Language, file: string): Promise<void> {
  if (shot.stub) {
    const stub = createStubApi(structuredClone(shot.stub), language);
    await page.route('**/api/**', async (route) => {
      const request = route.request();
      const answer = stub.answer({ method: request.method(), path: new URL(request.url()).pathname, body: {} });
      await route.fulfill({ status: answer.status, contentType: 'application/json', body: JSON.stringify(answer.body) });
    });
  }
  await page.goto(origin + shot.path);
  await page.waitForSelector('h1');
  await shot.act?.(page);
  await page.waitForSelector(shot.ready ?? 'h1');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (sideways > 0) console.log(`${file}: scrolls sideways by ${sideways} px`);
  await page.screenshot({ path: file, fullPage: shot.whole ?? false });
}

const [out, languages, pages, sizes] = process.argv.slice(2);
const executablePath = chromiumPath();
if (!out || !executablePath) {
  console.error(out ? 'No Chromium found.' : 'Name the folder the pictures go to.');
  process.exit(2);
}
/** Another build than the usual one can be looked at too. */
const clientFolder = process.env.CLIENT_DIST ?? path.resolve(import.meta.dirname, '../../client/dist');
if (!existsSync(path.join(clientFolder, 'index.html'))) {
  console.error('There is no build of the client: run "npm run build" first.');
  process.exit(2);
}
await mkdir(out, { recursive: true });
const dataDir = await mkdtemp(path.join(tmpdir(), 'masa-screens-'));
const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
const { masa, origin, links } = await openServer(dataDir, clientFolder);
try {
  const { workshopId, code, board, storage } = await enter(browser, links.at(-1)?.url ?? '');
  const wanted = shots(workshopId, board, code).filter((shot) => !pages || pages.split(',').includes(shot.page));
  for (const language of languages ? languages.split(',').filter(isLanguage) : LANGUAGES) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      if (sizes && !sizes.split(',').includes(size satisfies string as Size)) continue;
      const context = await browser.newContext({ viewport, locale: language, storageState: storage });
      await context.addInitScript((wish) => localStorage.setItem('masa:language', wish), language);
      for (const shot of wanted) {
        const page = await context.newPage();
        const file = path.join(out, `${shot.page}-${size}-${language}.png`);
        page.on('pageerror', (failure) => console.log(`${file}: ${failure.message}`));
        try {
          await take(page, origin, shot, language, file);
        } catch (failure) {
          console.log(`${file}: ${String(failure).split('\n')[0]}`);
          await page.screenshot({ path: file });
        }
        await page.close();
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await masa.close();
  await rm(dataDir, { recursive: true, force: true });
}
