// A marketplace from private writing to joined stalls.
import { objectsOf } from '@masa/shared/document';
import { ideaMarketplace, MARKET } from '@masa/shared/kinds';
import { expect } from 'vitest';
import { moveOn, type Story } from '../support/boardsStory.ts';
import { CROWD, GUESTS, JOINED, TOPICS } from '../support/boardsStoryCast.ts';
import { type Guest, WAIT } from '../support/boardsStoryPages.ts';
import { mustAsk } from '../support/simulatedPeople.ts';
import { boardSocketStatus } from '../support/sockets.ts';

const STALLS = 28;

const stallLines = (guest: Guest) => guest.page.locator('.stall-list > li.stall');
/** How many there are, also of those a long list has not made yet. */
const stallCount = async (guest: Guest): Promise<number> => {
  const lines = stallLines(guest);
  if ((await lines.count()) === 0) return 0;
  return Number((await lines.first().getAttribute('aria-setsize')) ?? (await lines.count()));
};

async function putUp(guest: Guest, { stall }: { readonly stall: string }, type: string, story: string): Promise<void> {
  const panel = await guest.panel(ideaMarketplace.id, 'stalls');
  await panel.getByText(guest.say('market', 'newStall'), { exact: true }).click();
  await panel.locator('#stall-type').selectOption(type);
  await panel.locator('#stall-title').fill(stall);
  await panel.locator('#stall-story').fill(story);
  await guest.button(guest.say('market', 'post'), panel).click();
  await expect.poll(() => stallLines(guest).count(), WAIT).toBe(1);
  await guest.saved();
}

/** Everybody writes a stall, and nobody sees another's. Resolves with the titles. */
export async function write(story: Story): Promise<readonly string[]> {
  const { masa, crowd, people, market, maria, ivan, ana, ion, elica, nosy } = story;
  const ownTopics = new Set(TOPICS.filter((topic) => typeof topic === 'number'));
  const drafting = people.map((by, at) => {
    const fields = { stallType: 'idea', story: `История ${at + 1} на ${by.name}`, ...(ownTopics.has(at) ? { convening: 'ready' } : {}) };
    return crowd.draft(market, by, { slot: MARKET.stalls, text: CROWD[at]?.stall ?? '', fields });
  });
  await Promise.all([
    ...drafting,
    putUp(maria, GUESTS.maria, 'problem', 'От пети клас нагоре ги няма. Къде са следобед?'),
    putUp(ivan, GUESTS.ivan, 'idea', 'Всяка сряда, с двама ученици, които вече могат.'),
    putUp(ana, GUESTS.ana, 'problem', 'După clasa a cincea nu-i mai vedem.'),
    ion.write('marketplace', 'ideas', [GUESTS.ion.stall]),
  ]);
  await ion.saved();
  const titles = [...CROWD.map(({ stall }) => stall), ...Object.values(GUESTS).map(({ stall }) => stall)];
  // Nobody sees a draft of another: not the nosy one anywhere, who does not get into others' drafts, nor the facilitator on screen.
  expect(await nosy.seen(titles)).toEqual([]);
  for (const other of people.slice(1, 4)) {
    expect(await boardSocketStatus(masa.url, `${market}/drafts/${other.id}`, `?token=${people[0]?.token}`)).toBe(404);
    expect(await boardSocketStatus(masa.url, `${market}/drafts/${other.id}`, `?token=${story.host}`)).toBe(404);
  }
  const host = await elica.panel(ideaMarketplace.id, 'stalls');
  expect(await host.locator('.stall').count()).toBe(0);
  for (const guest of [maria, ivan, ana]) expect(await stallLines(guest).count()).toBe(1);
  const said = elica.say('stage', 'writing', { count: STALLS, most: STALLS });
  await expect.poll(() => elica.page.locator('.stage-now').textContent(), WAIT).toContain(said);
  await elica.picture('01-write');
  await maria.picture('01-write');
  await ion.picture('01-write');
  return titles;
}

/** All stalls stand there at once, on all pages. Resolves with their ids by title. */
export async function open(story: Story): Promise<ReadonlyMap<string, string>> {
  const { crowd, people, market, guests, elica, known, nosy } = story;
  const witness = await crowd.sit(market, people[2]?.token ?? '');
  const counts: number[] = [];
  witness.socket.on('message', () => void counts.push(objectsOf(witness.doc).size));
  await moveOn(story, 'open', guests);
  for (const guest of [elica, ...guests]) {
    await guest.panel(ideaMarketplace.id, 'stalls');
    await expect.poll(() => stallCount(guest), WAIT).toBe(STALLS);
  }
  await expect.poll(() => objectsOf(witness.doc).size, WAIT).toBe(STALLS);
  expect(counts.filter((count) => count > 0 && count < STALLS)).toEqual([]);
  const model = await mustAsk<{ cells: { cards: { id: string; text: string }[] }[] }>(crowd.ask, 'GET', `/api/boards/${market}`, {
    token: people[0]?.token ?? '',
  });
  const ids = new Map(model.cells.flatMap(({ cards }) => cards.map(({ id, text }) => [text, id] as const)));
  expect(ids.size).toBe(STALLS);
  known.push(...ids.values());
  expect(await nosy.seen([...ids.keys()])).toHaveLength(STALLS);
  await elica.picture('02-open');
  await story.ana.picture('02-open');
  return ids;
}

/** Ana asks at Иван’s stall; he reads it. */
export async function walk(story: Story): Promise<void> {
  const { ana, ivan, guests } = story;
  await moveOn(story, 'walk', guests);
  const question = 'De la ce vârstă pot veni copiii?';
  const lineOf = async (guest: Guest) => {
    const panel = await guest.panel(ideaMarketplace.id, 'stalls');
    await panel.locator('#stall-words').fill(GUESTS.ivan.stall);
    await expect.poll(() => stallLines(guest).count()).toBe(1);
    const line = stallLines(guest).first();
    await line.locator('button.stall-title').click();
    return line;
  };
  const line = await lineOf(ana);
  await line.getByText(ana.say('free', 'comments', { count: 0 })).click();
  await line.getByLabel(ana.say('free', 'yourComment'), { exact: true }).fill(question);
  await ana.button(ana.say('together', 'send'), line).first().click();
  await ana.saved();
  const own = await lineOf(ivan);
  await own.getByText(ivan.say('free', 'comments', { count: 1 })).click();
  await own.getByText(question).waitFor();
  await ivan.picture('03-walk');
  for (const guest of [ana, ivan]) await guest.page.locator('#stall-words').fill('');
}

/** The facilitator joins two stalls. Resolves with the joined one's id. */
export async function merge(story: Story, ids: ReadonlyMap<string, string>): Promise<string> {
  const { elica, guests, maria, crowd, people, market } = story;
  await moveOn(story, 'merge', guests);
  const panel = await elica.panel(ideaMarketplace.id, 'stalls');
  for (const title of [GUESTS.maria.stall, GUESTS.ana.stall]) {
    await elica.page.locator('#stall-words').fill(title);
    await panel.getByLabel(elica.say('market', 'chooseStall', { title }), { exact: true }).check();
  }
  await elica.page.locator('#stall-words').fill('');
  await elica.button(elica.say('market', 'joinChosen', { count: 2 }), panel).click();
  const dialog = elica.page.getByRole('dialog');
  await dialog.locator('#join-title').fill(JOINED);
  await elica.picture('04-merge');
  await elica.button(elica.say('market', 'join'), dialog).click();
  await expect.poll(() => stallCount(maria), WAIT).toBe(STALLS - 1);
  await maria.page.locator('#stall-words').fill(JOINED);
  const joined = stallLines(maria).filter({ hasText: JOINED });
  await joined.locator('button.stall-title').click();
  await expect.poll(() => joined.locator('.stall-inside').textContent(), WAIT).toContain(GUESTS.ana.stall);
  await maria.picture('04-merge');
  const model = await mustAsk<{ cells: { cards: { id: string; text: string }[] }[] }>(crowd.ask, 'GET', `/api/boards/${market}`, {
    token: people[0]?.token ?? '',
  });
  const cards = model.cells.flatMap((cell) => cell.cards);
  for (const { stall } of [GUESTS.maria, GUESTS.ana]) expect(cards.map(({ id }) => id)).toContain(ids.get(stall));
  const made = cards.find(({ text }) => text === JOINED);
  if (!made) throw new Error('nothing was joined');
  return made.id;
}
