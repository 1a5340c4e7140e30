// The thread of one idea, followed from a task somebody takes home to the stall it began with, and back.
import { expect } from 'vitest';
import { GUESTS } from '../support/boardsStoryCast.ts';
import { type Guest, WAIT } from '../support/boardsStoryPages.ts';

const sectionOf = (guest: Guest) => guest.page.locator('aside.drawer section.thread').filter({ has: guest.page.locator('.thread-cards') });
const linesOf = (guest: Guest) => sectionOf(guest).locator('.thread-cards > li');

/** One stop of the thread: the board a card lies on, and what it says there. */
export interface Stop {
  readonly board: string;
  readonly text: string;
}

/** What the line of the card that is open says. */
const standing = (guest: Guest) => sectionOf(guest).locator('li[aria-current] p:nth-child(2)');

/** From the details of the last stop, which are open, to those of the first and back, always by the thread's own links. */
export async function followThread(guest: Guest, stops: readonly Stop[]): Promise<void> {
  const originals = [GUESTS.maria.stall, GUESTS.ana.stall];
  const expected = [...originals, ...stops.map(({ text }) => text)];
  await expect.poll(() => linesOf(guest).locator('p:nth-child(2), a').allTextContents(), WAIT).toEqual(expected);
  await sectionOf(guest).scrollIntoViewIfNeeded();
  await guest.picture('19-thread-task');
  const go = async ({ board, text }: Stop): Promise<void> => {
    await linesOf(guest).locator(`a.thread-link[href^="/boards/${board}?"]`).filter({ hasText: text }).first().click();
    await guest.page.waitForURL(`**/boards/${board}**`);
    await guest.saved();
    await expect.poll(() => guest.page.locator('aside.drawer .details textarea').first().inputValue(), WAIT).toBe(text);
    await expect.poll(() => standing(guest).textContent(), WAIT).toBe(text);
  };
  const before = stops.slice(0, -1);
  for (const stop of before.toReversed()) await go(stop);
  // The stall was joined from two: each of them leads on to it, too.
  const [stall = { board: '', text: '' }] = stops;
  await go({ board: stall.board, text: GUESTS.maria.stall });
  await sectionOf(guest).scrollIntoViewIfNeeded();
  await guest.picture('19-thread-stall');
  for (const stop of stops) await go(stop);
}
