// A group at its smart diagram, two pages in two languages at once; the boards it is given, and cards on their way between boards.
import { smartDiagram } from '@masa/shared/kinds';
import type { Locator } from 'playwright';
import { expect } from 'vitest';
import * as Y from 'yjs';
import type { Story } from '../support/boardsStory.ts';
import { JOINED } from '../support/boardsStoryCast.ts';
import { type Guest, WAIT } from '../support/boardsStoryPages.ts';

export const ACTIVITY = 'Atelier de robotică în fiecare miercuri';
const SERVICE = 'Клуб „След звънеца“';

/** They write, join an activity with the need, star a card, say that they are ready, and look at the same cards as another view. */
export async function workAtTable(story: Story, board: string): Promise<void> {
  const { crowd, host, ivan, ana, elica } = story;
  await Promise.all([ivan.write(smartDiagram.id, 'service', [SERVICE]), ana.write(smartDiagram.id, 'activities', [ACTIVITY])]);
  await ivan.card(ACTIVITY);
  await ana.card(SERVICE);

  await ana.button(ana.say('sheet', 'linkTo'), await ana.card(ACTIVITY)).click();
  const links = ana.page.getByRole('dialog');
  const need = links.locator('button[aria-pressed]').filter({ hasText: JOINED });
  await need.click();
  await expect.poll(() => need.getAttribute('aria-pressed')).toBe('true');
  await ana.button(ana.say('sheet', 'done'), links).click();
  const activity = await ivan.card(ACTIVITY);
  await expect.poll(() => activity.locator('.outline-under').textContent(), WAIT).toContain(JOINED.slice(0, 30));

  await ivan.button(ivan.say('sheet', 'star'), await ivan.card(SERVICE)).click();
  const starred = ana.button(ana.say('sheet', 'star'), await ana.card(SERVICE));
  await expect.poll(() => starred.getAttribute('aria-pressed'), WAIT).toBe('true');

  await ivan.button(ivan.say('stage', 'readySay')).click();
  await ana.button(ana.say('stage', 'readyTake')).waitFor();
  await elica.page.goto(`${story.masa.url}/boards/${board}`);
  await elica.saved();
  await elica.button(elica.say('stage', 'readyTake')).waitFor();
  await ivan.picture('08-smart-diagram');

  // Continued as a service canvas: the same cards, and not a letter of the document is another.
  const peer = await crowd.sit(board, host);
  const before = Y.encodeStateAsUpdate(peer.doc);
  const form = (guest: Guest): Locator => guest.page.getByLabel(guest.say('board', 'form'), { exact: true });
  await form(ana).selectOption('service-canvas');
  for (const text of [JOINED, SERVICE, ACTIVITY]) await ana.card(text);
  await ana.picture('09-service-canvas');
  expect(await form(ivan).inputValue()).toBe(smartDiagram.id);
  await form(ana).selectOption(smartDiagram.id);
  await ana.saved();
  expect(Y.encodeStateAsUpdate(peer.doc)).toEqual(before);
}

/** The organiser gives a table boards of the catalogue. Resolves with their ids, by template. */
export async function giveBoards(story: Story, groupId: string, templates: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { elica, workshop } = story;
  await elica.page.goto(`${story.masa.url}/workshops/${workshop}`);
  for (const template of templates) {
    await elica.page.locator('#boards-which').selectOption(template);
    await elica.page.locator('#boards-whom').selectOption(groupId);
    await elica.button(elica.say('boards', 'give')).click();
    await elica.page.getByText(elica.say('boards', 'given', { count: 1 })).waitFor();
  }
  await elica.picture('10-given');
  const { boards } = await story.read();
  return new Map(
    templates.map((template) => {
      const board = boards.find((each) => each.groupId === groupId && each.template.startsWith(`${template}@`));
      return [template, board?.id ?? ''];
    }),
  );
}

/** "Carry to …" in a dialog that is open, then over to the card as it lies there. */
export async function carryOver(guest: Guest, to: string, says: string): Promise<void> {
  const dialog = guest.page.getByRole('dialog');
  await dialog.locator('#carry-to').selectOption(to);
  await expect.poll(() => dialog.locator('.becoming-text').allTextContents(), WAIT).toEqual([says]);
  await guest.picture(`carry-${says.slice(0, 12)}`);
  await guest.button(guest.say('thread', 'carry', { count: 1 }), dialog).click();
  await guest.page.locator('.toast a').click();
  await guest.page.waitForURL(`**/boards/${to}**`);
  await guest.saved();
  await expect.poll(() => guest.page.locator('aside.drawer .details textarea').first().inputValue(), WAIT).toBe(says);
}
