// The workshop of the story: a server process, a crowd without pages, four guests and the facilitator with theirs, a marketplace for all.
import { type BoardKind, stagesOf } from '@masa/shared/board';
import { ideaMarketplace } from '@masa/shared/kinds';
import type { Workshop } from '@masa/shared/wire';
import { type Browser, chromium } from 'playwright';
import { expect } from 'vitest';
import { CROWD, GUESTS } from './boardsStoryCast.ts';
import { type Guest, openGuest, sitDown, WAIT } from './boardsStoryPages.ts';
import { chromiumArgs, chromiumPath } from './chromium.ts';
import { type MasaProcess, startMasaProcess } from './masaProcess.ts';
import { createNosy, type Nosy } from './simulatedNosy.ts';
import { type Crowd, createCrowd, mustAsk, type Simulated } from './simulatedPeople.ts';

const HOST = { name: 'Водеща Елица', password: 'три липи до реката' } as const;

export interface Story extends Pick<Venue, 'masa' | 'crowd'> {
  /** The organiser's token. */
  readonly host: string;
  readonly workshop: string;
  readonly code: string;
  readonly market: string;
  /** In the order of the cast. */
  readonly people: readonly Simulated[];
  /** The first of them; they sit in the joined stall's group later. */
  readonly nosy: Nosy;
  /** Objects the nosy one has heard of. */
  readonly known: string[];
  readonly elica: Guest;
  readonly maria: Guest;
  /** Two people at one device. */
  readonly ivan: Guest;
  readonly ana: Guest;
  readonly ion: Guest;
  readonly guests: readonly Guest[];
  read(): Promise<Workshop>;
}

/** What is there before anybody has come. */
export interface Venue {
  readonly masa: MasaProcess;
  readonly browser: Browser;
  readonly crowd: Crowd;
  close(): Promise<void>;
}

export async function openVenue(): Promise<Venue> {
  const masa = await startMasaProcess();
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: [...chromiumArgs] });
  const crowd = createCrowd(masa.url);
  return {
    masa,
    browser,
    crowd,
    async close() {
      crowd.close();
      await browser.close();
      await masa.close();
    },
  };
}

export async function openStory(venue: Venue): Promise<Story> {
  const { masa, browser, crowd } = venue;
  const { ask } = crowd;
  const { token: host } = await mustAsk<{ token: string }>(ask, 'POST', '/api/setup', { body: { key: masa.setupKey, ...HOST } });
  const made = await mustAsk<{ id: string; code: string }>(ask, 'POST', '/api/workshops', {
    token: host,
    body: { title: 'Пазар на идеи за библиотеки', language: 'bg' },
  });
  const { id: workshop, code } = made;
  const { id: market } = await mustAsk<{ id: string }>(ask, 'POST', `/api/workshops/${workshop}/boards`, {
    token: host,
    body: { template: 'marketplace' },
  });

  const people: Simulated[] = [];
  for (const { name, library, region } of CROWD) people.push(await crowd.join(code, { name, library, region }));
  const known: string[] = [];
  const [first] = people;
  if (!first) throw new Error('nobody came');
  const nosy = await createNosy(crowd, first, { workshop, code, board: market, rounds: ['interest'], objects: () => known });

  const elica = await openGuest(browser, 'Елица', 'bg');
  await elica.page.goto(`${masa.url}/sign-in?next=${encodeURIComponent(`/boards/${market}`)}`);
  await elica.page.locator('input[type=text]').first().fill(HOST.name);
  await elica.page.locator('input[type=password]').fill(HOST.password);
  await elica.page.keyboard.press('Enter');
  await elica.saved();
  await elica.button(elica.say('board', 'hintsClose')).click();

  const come = async (who: keyof typeof GUESTS, language: 'bg' | 'ro', seats = 1): Promise<Guest> => {
    const guest = await openGuest(browser, GUESTS[who].name, language);
    await sitDown(guest, masa.url, code, { ...GUESTS[who], seats });
    return guest;
  };
  const [maria, ivan, ana, ion] = await Promise.all([come('maria', 'bg'), come('ivan', 'bg', 2), come('ana', 'ro'), come('ion', 'ro')]);

  return {
    masa,
    crowd,
    host,
    workshop,
    code,
    market,
    people,
    nosy,
    known,
    elica,
    maria,
    ivan,
    ana,
    ion,
    guests: [maria, ivan, ana, ion],
    read: () => mustAsk<Workshop>(ask, 'GET', `/api/workshops/${workshop}`, { token: host }),
  };
}

/** The facilitator moves on; everybody sees the new stage. */
export async function moveOn({ elica }: Story, to: string, everybody: readonly Guest[], kind: BoardKind = ideaMarketplace): Promise<void> {
  const stage = stagesOf(kind).find(({ id }) => id === to);
  if (!stage) throw new Error(`no stage ${to}`);
  const stages = stagesOf(kind);
  const before = stages[stages.indexOf(stage) - 1];
  const bar = elica.page.locator('.stage-moves');
  if (before?.writing === 'privately') await bar.locator('button').last().click();
  else await elica.button(elica.say('stage', 'next', { label: stage.label.bg }), bar).click();
  for (const { page, language } of [elica, ...everybody])
    await expect.poll(() => page.locator('.stage-now').textContent(), WAIT).toContain(stage.task[language]);
}
