// The thread of one idea, followed from a task somebody takes home to the stall it began with, and back.
import { expect } from 'vitest';
import { JOINED } from '../support/boardsStoryCast.ts';
import { type Guest, WAIT } from '../support/boardsStoryPages.ts';

const sectionOf = (guest: Guest) => guest.page.locator('aside.drawer section.thread').filter({ has: guest.page.locator('.thread-cards') });
const linesOf = (guest: Guest) => sectionOf(guest).locator('.thread-cards > li');

/** One stop of the thread: the board a card lies on, and what it says there. */
export interface Stop {
  readonly board: string;
  readonly text: string;
}

/** Where the card that is open stands in the thread. */
const standing = (guest: Guest): Promise<number> =>
  linesOf(guest).evaluateAll((lines) => lines.findIndex((line) => line.getAttribute('aria-current') === 'true'));

/** From the details of the last stop, which are open, to those of the first and back, always by the thread's own links. */
export async function followThread(guest: Guest, stops: readonly Stop[]): Promise<void> {
  await expect.poll(() => linesOf(guest).locator('p:nth-child(2), a').allTextContents(), WAIT).toEqual(stops.map(({ text }) => text));
  await guest.picture('19-thread-task');
  const go = async (to: number): Promise<void> => {
    const { board, text } = stops[to] ?? { board: '', text: '' };
    await linesOf(guest).nth(to).locator('a.thread-link').click();
    await guest.page.waitForURL(`**/boards/${board}**`);
    await guest.saved();
    await expect.poll(() => guest.page.locator('aside.drawer .details textarea').first().inputValue(), WAIT).toBe(text);
    await expect.poll(() => standing(guest), WAIT).toBe(to);
  };
  for (let at = stops.length - 2; at >= 0; at -= 1) await go(at);
  expect(stops[0]?.text).toBe(JOINED);
  await guest.picture('19-thread-stall');
  for (let at = 1; at < stops.length; at += 1) await go(at);
}
