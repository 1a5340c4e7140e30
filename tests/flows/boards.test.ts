// A day with the boards, in real browsers over a real server process: from stalls on a marketplace to a task somebody takes home.
// The chapters are one story: each begins where the one before ended.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { openStory, openVenue, type Story, type Venue } from '../support/boardsStory.ts';
import { findGroups, formGroups, interest } from './boardsGroups.ts';
import { merge, open, walk, write } from './boardsMarket.ts';

let venue: Venue;
let story: Story;
beforeAll(async () => {
  venue = await openVenue();
});
afterAll(() => venue?.close());

/** What everybody saw when the story went wrong: one picture a page, in test-results. */
async function takePictures(): Promise<void> {
  const pages = venue.browser.contexts().flatMap((context) => context.pages());
  await Promise.all(
    pages.map((page, at) => page.screenshot({ path: join(import.meta.dirname, '..', '..', 'test-results', `boards-${at + 1}.png`) })),
  );
}

/** By title; what the chapters after the first begin with. */
let stalls: ReadonlyMap<string, string> = new Map();
let joined = '';

test('BOARDS-1 stalls are written privately, appear at once, are asked about and joined with the originals inside', async () => {
  onTestFailed(takePictures);
  story = await openStory(venue);
  await write(story);
  stalls = await open(story);
  await walk(story);
  joined = await merge(story, stalls);
});

test('BOARDS-2 each seat chooses by itself, groups are proposed, corrected by keyboard and published, and everybody finds theirs', async () => {
  onTestFailed(takePictures);
  expect(joined).not.toBe('');
  await interest(story, stalls, joined);
  const places = await formGroups(story);
  await findGroups(story, places);
});
