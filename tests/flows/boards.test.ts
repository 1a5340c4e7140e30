// A day with the boards, in real browsers over a real server process: from stalls on a marketplace to a task somebody takes home.
// The chapters are one story: each begins where the one before ended.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { openStory, openVenue, type Story, type Venue } from '../support/boardsStory.ts';
import { JOINED } from '../support/boardsStoryCast.ts';
import { findGroups, formGroups, interest } from './boardsGroups.ts';
import { merge, open, walk, write } from './boardsMarket.ts';
import { ACTION, rateRisks, treatRisk } from './boardsRisks.ts';
import { ACTIVITY, giveBoards, workAtTable } from './boardsTable.ts';
import { followThread } from './boardsThread.ts';

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
let home = { group: '', board: '' };
let boards = { risks: '', plan: '', tasks: '' };

test('BOARDS-1 stalls are written privately, appear at once, are asked about and joined with the originals inside', async () => {
  onTestFailed(takePictures);
  story = await openStory(venue);
  await write(story);
  stalls = await open(story);
  await walk(story);
  joined = await merge(story, stalls);
  expect(joined).not.toBe('');
});

test('BOARDS-2 each seat chooses by itself, groups are proposed, corrected by keyboard and published, and everybody finds theirs', async () => {
  onTestFailed(takePictures);
  expect(joined).not.toBe('');
  await interest(story, stalls, joined);
  const places = await formGroups(story);
  await findGroups(story, places);
  const own = places.groups.find(({ topic }) => topic === joined);
  home = { group: own?.groupId ?? '', board: own?.boardId ?? '' };
});

test('BOARDS-3 a group fills its smart diagram in two languages, and sees the same cards as a service canvas without changing them', async () => {
  onTestFailed(takePictures);
  expect(home.board).not.toBe('');
  await workAtTable(story, home.board);
});

test('BOARDS-4 risks are found privately, rated blind by each seat, shown with what to talk about, agreed on and treated', async () => {
  onTestFailed(takePictures);
  expect(home.board).not.toBe('');
  const given = await giveBoards(story, home.group, ['risks-5', 'implementation-plan', 'change-tasks']);
  const of = (template: string): string => given.get(template) ?? '';
  boards = { risks: of('risks-5'), plan: of('implementation-plan'), tasks: of('change-tasks') };
  await story.elica.page.goto(`${story.masa.url}/boards/${home.board}`);
  await story.elica.saved();
  const code = await rateRisks(story, boards.risks);
  await treatRisk(story, boards, code);
});

test('BOARDS-5 the thread of the idea is followed in the details of its cards, from the task to the stall and back', async () => {
  onTestFailed(takePictures);
  expect(boards.tasks).not.toBe('');
  const { market, ana } = story;
  await followThread(ana, [
    { board: market, text: JOINED },
    { board: home.board, text: JOINED },
    { board: home.board, text: ACTIVITY },
    { board: boards.risks, text: ACTIVITY },
    { board: boards.risks, text: ACTION },
    { board: boards.plan, text: ACTION },
    { board: boards.tasks, text: ACTION },
  ]);
});
