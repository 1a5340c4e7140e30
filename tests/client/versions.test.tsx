// The history panel and its comparison.
import { LANGUAGES } from '@masa/shared/core';
import { apply, type Edit, FACET, PERSON } from '@masa/shared/document';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { did, type HistoryOptions, ME, type ShownHistory, showHistory, TUESDAY, version, WEDNESDAY } from './historyPanel.tsx';

interface Opened extends ShownHistory {
  readonly user: ReturnType<typeof userEvent.setup>;
}

const open = async (options: HistoryOptions = {}): Promise<Opened> => ({ ...(await showHistory(options)), user: userEvent.setup() });

const lines = (): string[] =>
  screen.getAllByRole('listitem').map((line) => [...line.querySelectorAll('p')].map((each) => each.textContent).join(' | '));

/** Opens the only version and waits for both pictures. */
async function look({ user }: Opened): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: /^Look at the sheet of/ }));
  await waitFor(() => expect(document.querySelectorAll('.version-picture svg')).toHaveLength(2));
  return screen.getByRole('dialog');
}

test('VERSION-30 moments stand by day, newest first, each with its time, how it came to be and who did what', async () => {
  await open({
    versions: (doc) => [
      version(doc, WEDNESDAY, { how: 'restore', by: { id: 'ana', name: 'Ана' }, ofAt: TUESDAY, changes: [did('Ана', 0, 0, 0, 2)] }),
      version(doc, WEDNESDAY - 60_000, { changes: [did('Ана', 3, 0, 2), did('Ion', 0, 1), did(null, 0, 1)] }),
      version(doc, TUESDAY, { how: 'named', title: 'Преди обяда', by: { id: 'ion', name: 'Ion' } }),
      version(doc, TUESDAY - 60_000, { how: 'step', by: { id: 'e', name: 'Елена' }, changes: [did('', 1)] }),
    ],
  });
  await screen.findByText('Преди обяда');
  expect(screen.getAllByRole('heading').map((each) => each.textContent)).toEqual(['Wednesday, October 14', 'Tuesday, October 13']);
  // Times are those of the workshop's place, wherever it is read.
  expect(lines()).toEqual([
    '10:30 AMNewest | Ана brought back the sheet of Oct 13, 12:00 PM | Ана: 2 in the bin',
    '10:29 AM | Kept automatically | Ана: 3 new, 2 moved · Ion: 1 changed · Somebody: 1 changed',
    '12:00 PMПреди обяда | Named by Ion | No changes since the moment before',
    '11:59 AM | When writing was closed or opened, by Елена | Somebody: 1 new',
  ]);
});

test.each(LANGUAGES)('VERSION-30 the history speaks %s', async (language) => {
  await open({ language, versions: (doc) => [version(doc, TUESDAY, { changes: [did('Ана', 1, 2, 5, 21)] })] });
  const line = (await screen.findAllByRole('listitem')).map((each) => each.textContent ?? '').join('');
  expect(line).toMatch(/Ана: 1 \p{L}+, 2 \p{L}+, 5 \p{L}+, 21 \p{L}+/u);
});

test('VERSION-31 this moment gets a name, by whoever may write; a refusal is said and the name stays in the field', async () => {
  const shown = await open({ versions: () => [] });
  expect(await screen.findByText(/Nothing is kept yet/)).toBeTruthy();
  const field = screen.getByRole('textbox', { name: 'Name this moment' });
  shown.history.refuse = 'The board is full.';
  await shown.user.type(field, '  Before lunch {Enter}');
  expect(await screen.findByText('The board is full.')).toBeTruthy();
  expect(field).toHaveProperty('value', '  Before lunch ');
  shown.history.refuse = undefined;
  await shown.user.click(screen.getByRole('button', { name: 'Keep' }));
  await screen.findByText('Named by Мария');
  expect(shown.history.list.map(({ title }) => title)).toEqual(['Before lunch']);
  expect(shown.said).toEqual(['Kept: Before lunch']);
  expect(field).toHaveProperty('value', '');
});

test('VERSION-31 who may only read has no field for a name and brings nothing back', async () => {
  const shown = await open({ mayWrite: false, since: [createEdit({ id: 'n', text: 'later' })] });
  const dialog = await look(shown);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(within(dialog).queryByRole('button', { name: 'Bring this back' })).toBeNull();
});

const stamp = { by: 'ion', name: 'Ion', at: 5 };
const THEN: readonly Edit[] = [
  createEdit({ id: 'same', text: 'A warm place' }),
  createEdit({ id: 'edited', text: 'A talk', order: 'a1' }),
  createEdit({ id: 'moved', text: 'The school', order: 'a2' }),
  createEdit({ id: 'binned', text: 'A useless thought', order: 'a3' }),
  createEdit({ id: 'returned', text: 'A good thought', order: 'a4', facets: { gone: stamp } }),
  createEdit({ id: 'free', text: 'A note', type: 'note', place: { box: [100, 100, 200, 200], rot: 0 } }),
];
const SINCE: readonly Edit[] = [
  createEdit({ id: 'new', text: 'Songs', cell: 'activities' }),
  { do: 'text', id: 'edited', text: 'A long talk' },
  { do: 'set', id: 'moved', facet: FACET.place, value: { cell: 'partners', order: 'a0' } },
  { do: 'set', id: 'binned', facet: FACET.gone, value: stamp },
  { do: 'set', id: 'returned', facet: FACET.gone, value: null },
  { do: 'set', id: 'free', facet: FACET.place, value: { box: [300, 100, 200, 200], rot: 0 } },
];

test('VERSION-32 the sheet then and now stand side by side at one scale, what differs in a frame', async () => {
  const shown = await open({ before: THEN, since: SINCE });
  const dialog = await look(shown);
  const [then, now] = [...dialog.querySelectorAll('.version-picture')];
  expect([then?.getAttribute('aria-label'), now?.getAttribute('aria-label')]).toEqual([
    'The sheet as it was: Oct 13, 12:00 PM',
    'The sheet as it is now',
  ]);
  expect([then?.textContent?.includes('A useless thought'), now?.textContent?.includes('A useless thought')]).toEqual([true, false]);
  expect([then?.textContent?.includes('Songs'), now?.textContent?.includes('Songs')]).toEqual([false, true]);
  // Then: edited, moved, binned, the note. Now: new, edited, moved, returned, the note.
  expect([then, now].map((picture) => picture?.querySelectorAll('.version-frame').length)).toEqual([4, 5]);
  const [one, other] = [then, now].map((picture) => picture?.querySelector('svg')?.getAttribute('viewBox'));
  expect(one).toBe(other);
  const names = [...dialog.querySelectorAll('clipPath')].map((clip) => clip.id);
  expect(new Set(names).size).toBe(names.length);
  const widths = () => [then, now].map((picture) => picture?.querySelector('svg')?.getAttribute('width'));
  expect(widths()).toEqual(['100%', '100%']);
  await shown.user.click(within(dialog).getByRole('button', { name: '100 %' }));
  expect(widths().every((width) => Number(width) > 1_000)).toBe(true);
  expect(within(dialog).getByRole('button', { name: '100 %' }).getAttribute('aria-pressed')).toBe('true');
});

test('VERSION-33 what differs also stands in words', async () => {
  const shown = await open({ before: THEN, since: SINCE });
  const dialog = await look(shown);
  const words = [...dialog.querySelectorAll('.version-differences :is(h4, li)')].map((each) => each.textContent);
  expect(words).toEqual([
    'Added since: 1',
    'Songs – Activities',
    'In the bin since: 1',
    'A useless thought – Needs',
    'Out of the bin since: 1',
    'A good thought – Needs',
    'Changed since: 1',
    'A long talk (then: A talk)',
    'Moved since: 2',
    expect.stringMatching(/^The school – Partners \(then: Needs\)$/),
    'A note',
  ]);
});

test('VERSION-33 the comparison follows the board; where nothing differs it says so and offers nothing', async () => {
  const shown = await open({ before: THEN });
  const dialog = await look(shown);
  expect(within(dialog).getByText(/Nothing differs/)).toBeTruthy();
  expect(within(dialog).queryByRole('button', { name: 'Bring this back' })).toBeNull();
  act(() => void apply(shown.open.editor.doc, [createEdit({ id: 'new', text: 'Songs' })], PERSON));
  await within(dialog).findByText('Added since: 1');
});

test('VERSION-34 bringing back asks first, says that nothing is lost and how to undo it, and then it is done', async () => {
  const shown = await open({ before: THEN, since: SINCE });
  const dialog = await look(shown);
  await shown.user.click(within(dialog).getByRole('button', { name: 'Bring this back' }));
  const question = await screen.findByRole('dialog', { name: 'Bring back the sheet of Oct 13, 12:00 PM?' });
  expect(question.textContent).toMatch(/goes to the bin.*Nothing is lost.*undone/s);
  expect(document.activeElement?.textContent).toBe('Cancel');
  expect(shown.history.asked).not.toContain('POST restore');
  shown.history.refuse = 'The board is full.';
  await shown.user.click(within(question).getByRole('button', { name: 'Bring it back' }));
  expect((await within(question).findByRole('alert')).textContent).toBe('The board is full.');
  shown.history.refuse = undefined;
  await shown.user.click(within(question).getByRole('button', { name: 'Bring it back' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(shown.said).toEqual(['The sheet of Oct 13, 12:00 PM is back.']);
  const board = shown.open.editor.board();
  expect(board.get('edited')?.text).toBe('A talk');
  expect([board.get('new')?.gone?.by, board.get('binned')?.gone]).toEqual([ME.id, null]);
  await screen.findByText('Мария brought back the sheet of Oct 13, 12:00 PM');
});

test('VERSION-35 a server that does not answer, and a moment that cannot be read, are said in words', async () => {
  const away = await open({ isAway: true });
  expect(await screen.findByText(/No answer from the server/)).toBeTruthy();
  away.history.isAway = false;
  await away.user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Kept automatically');
  cleanup();
  const broken = await open({ versions: (doc) => [{ ...version(doc, TUESDAY), state: 'AQID' }] });
  await broken.user.click(await screen.findByRole('button', { name: /^Look/ }));
  expect(await screen.findByText(/This moment cannot be shown/)).toBeTruthy();
});
