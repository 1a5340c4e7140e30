// From what each seat wants to groups at work, each at a board of its own.
import { FACET, objectsOf } from '@masa/shared/document';
import { ideaMarketplace } from '@masa/shared/kinds';
import type { PlacesReply, RoundReply } from '@masa/shared/wire';
import { expect } from 'vitest';
import { moveOn, type Story } from '../support/boardsStory.ts';
import { ASKED, CROWD, JOINED, TOPICS, type Topic, wishesOf } from '../support/boardsStoryCast.ts';
import { type Guest, WAIT } from '../support/boardsStoryPages.ts';
import { mustAsk } from '../support/simulatedPeople.ts';

const SEATS = 29;

const choose = async (guest: Guest, title: string): Promise<void> => {
  const words = guest.page.locator('#choose-words');
  await words.fill(title);
  const line = guest.page.locator('.stall-list > li.stall').filter({ hasText: title });
  await guest.button(guest.say('market', 'want'), line).click();
  await words.fill('');
};
const chosen = (guest: Guest) => guest.page.locator('.my-choices > li > span:first-child');

/** Everybody chooses by themselves; the nosy one hears of nobody's choice. */
export async function interest(story: Story, ids: ReadonlyMap<string, string>, joined: string): Promise<void> {
  const { crowd, people, market, guests, maria, ivan, ana, ion, elica } = story;
  await moveOn(story, 'interest', guests);
  const idOf = (topic: Topic): string => (topic === 'joined' ? joined : (ids.get(CROWD[topic]?.stall ?? '') ?? ''));
  const titleOf = (topic: Topic): string => (topic === 'joined' ? JOINED : (CROWD[topic]?.stall ?? ''));
  for (const [at, person] of people.entries())
    for (const [rank, topic] of wishesOf(at).entries()) await crowd.answer(market, 'interest', person, idOf(topic), { rank: rank + 1 });

  for (const guest of guests) await guest.panel(ideaMarketplace.id, 'interest');
  const wants: readonly (readonly [Guest, readonly Topic[]])[] = [
    [maria, [3, 'joined', 7]],
    [ana, ['joined', 3]],
    [ion, [7, 12]],
  ];
  for (const [guest, topics] of wants) {
    for (const topic of topics) {
      const before = await chosen(guest)
        .filter({ hasNotText: guest.say('market', 'free') })
        .count();
      await choose(guest, titleOf(topic));
      await expect.poll(() => chosen(guest).nth(before).textContent(), WAIT).toBe(titleOf(topic));
    }
  }
  // A fourth: which of the three is dropped?
  await choose(maria, titleOf(16));
  const dialog = maria.page.getByRole('dialog', { name: maria.say('market', 'fourthTitle') });
  await maria.picture('05-fourth');
  await maria.button(maria.say('market', 'dropFor', { title: titleOf(7) }), dialog).click();
  await expect.poll(() => chosen(maria).allTextContents(), WAIT).toEqual([3, 'joined', 16].map((topic) => titleOf(topic as Topic)));

  // Two people at Иван’s device, one after the other; between them nothing of the first is on the screen.
  await ivan.picture('05-hand-over');
  await ivan.button(ivan.say('rounds', 'begin', { seat: 1 })).click();
  await choose(ivan, titleOf('joined'));
  await expect.poll(() => chosen(ivan).first().textContent(), WAIT).toBe(titleOf('joined'));
  await ivan.button(ivan.say('market', 'seatDone')).click();
  await ivan.page.getByRole('heading', { name: ivan.say('rounds', 'seatOf', { seat: 2, seats: 2 }) }).waitFor();
  expect(await ivan.page.locator('aside.drawer').textContent()).not.toContain(titleOf('joined'));
  await ivan.button(ivan.say('rounds', 'begin', { seat: 2 })).click();
  expect(await chosen(ivan).allTextContents()).toEqual([1, 2, 3].map(() => ivan.say('market', 'free')));
  await choose(ivan, titleOf('joined'));
  await choose(ivan, titleOf(3));
  await expect.poll(() => chosen(ivan).nth(1).textContent(), WAIT).toBe(titleOf(3));
  await ivan.button(ivan.say('market', 'seatDone')).click();

  const turnout = elica.say('rounds', 'turnoutBegun', { begun: SEATS, seats: SEATS });
  await expect.poll(async () => (await readInterest(story)).turnout.begun, WAIT).toBe(SEATS);
  await expect.poll(() => maria.page.locator('aside.drawer').textContent(), WAIT).toContain(turnout);
  const seen = await readInterest(story);
  expect(seen.shown).toBeNull();
  expect(new Set(seen.own.map(({ object }) => object))).toEqual(new Set(wishesOf(0).map(idOf)));
  const proposal = await crowd.ask('POST', `/api/boards/${market}/places/proposal`, { token: people[0]?.token ?? '', body: { rules: {} } });
  expect(proposal.status).toBeGreaterThanOrEqual(400);
}

const readInterest = ({ crowd, people, market }: Story): Promise<RoundReply> =>
  mustAsk<RoundReply>(crowd.ask, 'GET', `/api/boards/${market}/rounds/interest`, { token: people[0]?.token ?? '' });

/** Groups are proposed, corrected and published. Resolves with what the facilitator reads of them. */
export async function formGroups(story: Story): Promise<PlacesReply> {
  const { crowd, elica, guests, host, market } = story;
  await moveOn(story, 'groups', guests);
  const panel = await elica.panel(ideaMarketplace.id, 'groups');
  await elica.button(elica.say('market', 'propose'), panel).click();
  await panel.getByText(elica.say('market', 'outcome', { first: SEATS, second: 0, third: 0, other: 0 })).waitFor();
  await panel.getByText(elica.say('market', 'brokenTitle', { count: 1 })).waitFor();
  const lone = CROWD[21]?.stall ?? '';
  await panel.getByText(elica.say('market', 'brokenRegions', { title: lone, value: 1 })).waitFor();
  await elica.picture('06-proposal');

  const { name = '' } = CROWD[ASKED] ?? {};
  const mover = panel.getByLabel(elica.say('market', 'moveTo', { name }), { exact: true });
  await elica.reach(mover, 600);
  const wanted = await mover.evaluate((select, label) => [...(select as HTMLSelectElement).options].findIndex((each) => each.label === label), lone);
  for (const key of ['Space', 'Home', ...Array.from({ length: wanted }, () => 'ArrowDown'), 'Enter']) await elica.page.keyboard.press(key);
  await panel.getByText(elica.say('market', 'brokenNone')).waitFor();
  await panel.getByText(elica.say('market', 'outcome', { first: SEATS - 1, second: 0, third: 0, other: 1 })).waitFor();
  // Whoever works by keyboard is where they were.
  expect(await mover.evaluate((element) => element === document.activeElement)).toBe(true);
  await elica.picture('06-corrected');

  await elica.press(elica.button(elica.say('market', 'publish'), panel));
  const dialog = elica.page.getByRole('dialog');
  await dialog.getByText(elica.say('market', 'unplacedNone')).waitFor();
  await elica.picture('06-publish');
  await elica.button(elica.say('market', 'publish'), dialog).click();
  await expect.poll(() => panel.locator('.placing-group').count(), WAIT).toBe(TOPICS.length + 1);
  const places = await mustAsk<PlacesReply>(crowd.ask, 'GET', `/api/boards/${market}/places`, { token: host });
  expect(places.unplaced).toEqual([]);
  expect(places.groups.map(({ seats }) => seats).sort((a, b) => a - b)).toEqual([4, 4, 5, 5, 5, 6]);
  await elica.picture('06-published');
  return places;
}

interface Model {
  readonly cells: readonly { readonly id: string; readonly cards: readonly { readonly id: string; readonly text: string }[] }[];
}

/** Each group has a smart diagram with its stall's text, which says where it came from; people find theirs, and one goes over to another. */
export async function findGroups(story: Story, places: PlacesReply): Promise<void> {
  const { crowd, host, maria, ivan, ana, ion, market } = story;
  const { groups, boards } = await story.read();
  expect(groups).toHaveLength(TOPICS.length);
  expect(boards.filter(({ template }) => template.startsWith('smart-diagram@'))).toHaveLength(TOPICS.length);
  for (const { boardId, topic, title } of places.groups) {
    const model = await mustAsk<Model>(crowd.ask, 'GET', `/api/boards/${boardId}`, { token: host });
    const cards = model.cells.flatMap((cell) => cell.cards);
    expect(cards.map(({ text }) => text)).toEqual([title]);
    const peer = await crowd.sit(boardId ?? '', host);
    expect(
      objectsOf(peer.doc)
        .get(cards[0]?.id ?? '')
        ?.get(FACET.origin),
    ).toMatchObject({ how: 'marketplace', board: market, object: topic });
  }
  const homes: readonly (readonly [Guest, string])[] = [
    [maria, CROWD[3]?.stall ?? ''],
    [ivan, JOINED],
    [ana, JOINED],
    [ion, CROWD[7]?.stall ?? ''],
  ];
  for (const [guest, title] of homes) {
    const panel = await guest.panel(ideaMarketplace.id, 'my-group');
    await expect.poll(() => panel.locator('section strong').allTextContents(), WAIT).toContain(title);
    await guest.picture('07-my-group');
  }
  // Ion goes over to Мария’s; then everybody opens the board of their group.
  const over = CROWD[3]?.stall ?? '';
  const groupOf = (guest: Guest, title: string) =>
    guest.page.locator('.placing-group').filter({ has: guest.page.getByRole('heading', { name: title, exact: true }) });
  await ion.button(ion.say('market', 'walkOver'), groupOf(ion, over)).click();
  await expect.poll(() => ion.page.locator('section strong').allTextContents(), WAIT).toContain(over);
  for (const [guest, title] of [...homes.slice(0, 3), [ion, over] as const]) {
    const { boardId } = places.groups.find((group) => group.title === title) ?? {};
    const own = guest.page.locator('aside.drawer section');
    await own.getByRole('link', { name: guest.say('market', 'openBoard'), exact: true }).click();
    await guest.page.waitForURL(`**/boards/${boardId}`);
    await guest.saved();
  }
  await maria.picture('07-group-board');
  const after = await mustAsk<PlacesReply>(crowd.ask, 'GET', `/api/boards/${market}/places`, { token: host });
  expect(after.unplaced).toEqual([]);
  expect(after.groups.reduce((sum, { seats }) => sum + seats, 0)).toBe(SEATS);
  expect(after.groups.find(({ title }) => title === over)?.seats).toBe(6);
}
