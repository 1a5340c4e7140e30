// Conversations, calls and reactions, headless: what is listed and unread, who is called, what a reaction does.
import type { CommandHost } from '@masa/client/commands/index.ts';
import { reactionCommands } from '@masa/client/commands/reactions.ts';
import { callAt, callable, calledIn, offeredFor, partsOf, takeName } from '@masa/client/panels/mentions.ts';
import { callsOf, createSeen, threadsOf, unreadThreads } from '@masa/client/panels/threads.ts';
import { writeComment } from '@masa/shared/objects';
import { expect, test } from 'vitest';
import { board, type Card } from '../shared/sheets.ts';
import { screenOf } from '../support/awarenessLine.ts';

const PLACE = { box: [0, 0, 40, 40] as const, rot: 0 };
const person = (id: string, name: string) => ({ id, name, library: 'Искра', region: '' });
const comment = (id: string, by: string, created: number, facets: Record<string, unknown> = {}): Card => ({
  id,
  type: 'comment',
  place: PLACE,
  text: `words of ${id}`,
  facets: { author: person(by, by), created, ...facets },
});
const reply = (id: string, of: string, by: string, created: number, facets: Record<string, unknown> = {}): Card => ({
  ...comment(id, by, created, { of, ...facets }),
  type: 'reply',
});

test('COMMENT-8 the tail of a pin, its lower left corner, points at the place', () => {
  const reader = board([]);
  const context = { author: person('ana', 'Ана'), now: 5 };
  const [made] = writeComment(reader, { text: ' Who pays? ', on: '', at: { x: 100.04, y: 300 } }, context);
  expect(made).toMatchObject({ do: 'create', type: 'comment', text: 'Who pays?', place: { box: [100, 260, 40, 40], rot: 0 } });
  expect(writeComment(reader, { text: ' ', on: '', at: { x: 0, y: 0 } }, context)).toEqual([]);
});

test('COMMENT-2 open conversations come first, the one that was written in last before the others', () => {
  const settled = { by: 'ana', name: 'Ана', at: 50 };
  const threads = threadsOf(
    board([
      comment('old', 'ana', 10),
      comment('done', 'ana', 90, { resolved: settled }),
      comment('new', 'ana', 20),
      reply('late', 'old', 'boris', 30),
    ]),
  );
  expect(threads.map(({ id }) => id)).toEqual(['old', 'new', 'done']);
  expect(threads[0]).toMatchObject({ lastAt: 30, isResolved: false, replies: [{ id: 'late' }] });
});

test('COMMENT-5 conversations are unread until they were seen on this device; own messages and resolved ones are not', () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  const cards = [comment('mine', 'me', 10), comment('theirs', 'ana', 20), comment('done', 'ana', 5, { resolved: { by: 'ana', name: '', at: 6 } })];
  const seen = createSeen('key', storage);
  const unread = (of: readonly Card[], store = seen): readonly string[] => unreadThreads(threadsOf(board(of)), store.get(), 'me').map(({ id }) => id);
  expect(unread(cards)).toEqual(['theirs']);
  for (const thread of threadsOf(board(cards))) seen.see(thread);
  expect(unread(cards)).toEqual([]);
  const answered = [...cards, reply('answer', 'mine', 'ana', 30)];
  expect(unread(answered)).toEqual(['mine']);
  expect(unread(answered, createSeen('key', storage))).toEqual(['mine']);
  kept.set('key', '{"at":{"mine":"x"},"calls":7}');
  expect(unread(answered, createSeen('key', storage))).toEqual(['mine', 'theirs']);
});

test('COMMENT-6 replies without their comment are not shown', () => {
  const threads = threadsOf(board([comment('c', 'ana', 1), reply('r', 'nobody', 'ana', 2), reply('s', 'c', 'ana', 3)]));
  expect(threads.map(({ id, replies }) => [id, replies.map((each) => each.id)])).toEqual([['c', ['s']]]);
});

const PEOPLE = callable(
  board([
    { ...comment('c', 'b', 1), facets: { author: person('b', 'Боян') } },
    { id: 'x', facets: { author: person('me', 'Мария') } },
  ]),
  [
    { id: 'a1', name: 'Ана', library: 'Искра' },
    { id: 'a2', name: 'Ана Петрова', library: '' },
    { id: 's', name: 'Ștefan', library: '' },
  ],
  'me',
);

test('MENTION-1 the beginning of a name offers people, who is here first, and the name stands in the text', () => {
  expect(PEOPLE.map(({ name, isHere }) => [name, isHere])).toEqual([
    ['Ștefan', true],
    ['Ана', true],
    ['Ана Петрова', true],
    ['Боян', false],
  ]);
  const call = callAt('Питай @пет', 10);
  expect(call).toMatchObject({ start: 6, end: 10, typed: 'пет' });
  expect(offeredFor({ typed: 'пет' }, PEOPLE).map(({ id }) => id)).toEqual(['a2']);
  expect(offeredFor({ typed: 'stef' }, PEOPLE).map(({ id }) => id)).toEqual(['s']);
  expect(call && takeName('Питай @пет', call, 'Ана Петрова')).toEqual({ text: 'Питай @Ана Петрова ', caret: 19 });
  expect(call && takeName('Питай @пет, моля', call, 'Ана Петрова').text).toBe('Питай @Ана Петрова, моля');
});

test('MENTION-2 the longest name at each @ is called, and of several with one name the one who was picked', () => {
  expect(calledIn('@Ана Петрова и @Ана!', PEOPLE, new Set())).toEqual(['a2', 'a1']);
  const twins = [...PEOPLE, { id: 'a3', name: 'Ана', library: '', isHere: true }];
  expect(calledIn('@Ана', twins, new Set())).toEqual(['a1', 'a3']);
  expect(calledIn('@Ана', twins, new Set(['a3']))).toEqual(['a3']);
  expect(calledIn('Ана', twins, new Set(['a3']))).toEqual([]);
  expect(partsOf('към @Ана: да', ['Ана'])).toEqual([
    { text: 'към ', isCall: false },
    { text: '@Ана', isCall: true },
    { text: ': да', isCall: false },
  ]);
});

test('MENTION-3 who is called is told until they have seen it or put it away', () => {
  const cards = [comment('c', 'ana', 10, { mentions: ['me', 'boris'] }), reply('r', 'c', 'ana', 20, { mentions: ['me'] }), comment('d', 'ana', 15)];
  const threads = threadsOf(board(cards));
  const seen = createSeen('key', undefined);
  const called = (): readonly string[] => callsOf(threads, seen.get(), 'me').map(({ message }) => message.id);
  expect(called()).toEqual(['c', 'r']);
  seen.putAway('c');
  expect(called()).toEqual(['r']);
  for (const thread of threads) seen.see(thread);
  expect(called()).toEqual([]);
});

test('MENTION-4 an @ inside a word calls nobody', () => {
  expect(callAt('ana@пет', 7)).toBeNull();
  expect(callAt('@пет\nя', 6)).toBeNull();
  expect(calledIn('писмо до x@Ана', PEOPLE, new Set())).toEqual([]);
  expect(calledIn('@Анастасия', PEOPLE, new Set())).toEqual([]);
});

test('REACT-1 a reaction is put on everything chosen, taken off where it is on everything, and undone in one step', () => {
  const { editor } = screenOf('me');
  // Of the page around the board a reaction asks the language alone.
  const host = { editor, language: 'nb' } as CommandHost;
  const like = reactionCommands(host).find(({ id }) => id === 'react-like');
  if (!like) throw new Error('no such command');
  const liked = (): readonly string[] => ['a', 'b'].filter((id) => editor.records.marks.on(id).get('like')?.has('me'));
  expect([like.values, like.whyNot?.(host)]).toEqual([{ name: 'liker' }, 'whyNothingChosen']);
  editor.selection.many(['a']);
  like.run(host);
  expect([liked(), like.isOn?.(host)]).toEqual([['a'], true]);
  editor.selection.many(['a', 'b']);
  expect(like.isOn?.(host)).toBe(false);
  like.run(host);
  expect(liked()).toEqual(['a', 'b']);
  like.run(host);
  expect(liked()).toEqual([]);
  editor.undo();
  expect(liked()).toEqual(['a', 'b']);
  editor.readOnly.set('role');
  expect(like.whyNot?.(host)).toBe('whyReadOnly');
});
