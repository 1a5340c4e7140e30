// Carrying to, bringing in, and a card's thread in its details.

import { useBoard } from '@masa/client/board/boardContext.ts';
import { useBoardReader } from '@masa/client/board/useStore.ts';
import BringDialog from '@masa/client/thread/BringDialog.tsx';
import CarryDialog from '@masa/client/thread/CarryDialog.tsx';
import ThreadSection from '@masa/client/thread/ThreadSection.tsx';
import { LANGUAGES } from '@masa/shared/core';
import type { ThreadCard } from '@masa/shared/wire';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { placeOf } from './boardPage.tsx';
import { showBoard } from './boardUser.ts';
import { boardOf, showPart } from './threadPage.tsx';

const NEED = createEdit({ id: 'n', cell: 'needs', text: 'A warm place', facets: { evidence: 'interview', who: 'Anna' } });

const BOARDS = [
  boardOf('other', { title: 'Their sheet', group: { number: 5, name: '' }, isOwn: false }),
  boardOf('market', { title: 'Market', group: null, isOwn: false, kind: 'idea-marketplace', template: 'marketplace@1', right: 'read' }),
  boardOf('plan', { title: 'Plan', kind: 'implementation-plan', template: 'implementation-plan@1' }),
  boardOf('matrix', { title: 'Risks', kind: 'risk-matrix', template: 'risks-5@1' }),
];

test('THREAD-15 the own table’s boards stand first, the place is preselected, and what goes to the notes is shown before', async () => {
  const shown = await showPart((onClose) => <CarryDialog ids={['n']} onClose={onClose} />, { server: { boards: BOARDS }, edits: [NEED] });
  const board = await screen.findByRole('combobox', { name: 'To which board' });
  expect(
    within(board)
      .getAllByRole('option')
      .map((each) => each.textContent),
  ).toEqual(['Table 3: Plan', 'Table 3: Risks', 'Table 5: Their sheet']);
  await shown.user.selectOptions(board, 'Table 3: Risks');
  const where = await screen.findByRole('combobox', { name: 'Where on it' });
  await waitFor(() => expect(where).toHaveProperty('value', 'tray'));
  const becomes = screen.getByRole('region', { name: 'What it becomes' });
  expect(becomes.textContent).toContain('A warm place');
  expect(becomes.textContent).toContain('How do we know?: Interview');
  await shown.user.click(screen.getByRole('button', { name: 'Carry it' }));
  await waitFor(() => expect(shown.closed).toBe(1));
  expect(shown.server.carried).toMatchObject([{ from: shown.place.board.id, to: 'matrix', cell: 'tray', language: 'en', cards: [{ id: 'n' }] }]);
  const as = shown.server.carried[0]?.cards[0]?.as ?? '';
  expect(as).toMatch(/^[\w-]{22}$/);
  expect(shown.told).toEqual([`Carried to Table 3: Risks. | Open Table 3: Risks | /boards/matrix?card=${as}`]);
});

test('THREAD-15 a refusal is said and the same ids are sent again; without a connection or another board it says so', async () => {
  const shown = await showPart((onClose) => <CarryDialog ids={['n']} onClose={onClose} />, {
    server: { boards: BOARDS, refuse: 'The board is full.' },
    edits: [NEED],
  });
  await shown.user.click(await screen.findByRole('button', { name: 'Carry it' }));
  expect(await screen.findByText('The board is full.')).toBeTruthy();
  expect(shown.closed).toBe(0);
  shown.server.refuse = undefined;
  await shown.user.click(screen.getByRole('button', { name: 'Carry it' }));
  await waitFor(() => expect(shown.closed).toBe(1));
});

test('THREAD-21 a board that has just been closed for writing is named, and what can be done now', async () => {
  const shown = await showPart((onClose) => <CarryDialog ids={['n']} onClose={onClose} />, {
    server: { boards: BOARDS, frozen: new Set(['plan']) },
    edits: [NEED],
  });
  await shown.user.click(await screen.findByRole('button', { name: 'Carry it' }));
  const sentence = await screen.findByText(/has just been closed for writing/);
  expect(sentence.textContent).toMatch(/^“Table 3: Plan” has just .* Nothing was carried; .* Choose another board, or ask the facilitator/);
  expect([shown.server.carried, shown.closed]).toEqual([[], 0]);
  await shown.user.selectOptions(screen.getByRole('combobox', { name: 'To which board' }), 'Table 3: Risks');
  await shown.user.click(screen.getByRole('button', { name: 'Carry it' }));
  await waitFor(() => expect(shown.closed).toBe(1));
});

test('THREAD-21 bringing in says that it is this board that was closed, and keeps what was chosen', async () => {
  const shown = await showPart((onClose) => <BringDialog cell="needs" onClose={onClose} />, { server: { boards: BOARDS, cards: CARDS } });
  shown.server.frozen.add(shown.place.board.id);
  await shown.user.click(await screen.findByRole('checkbox', { name: /Meet the mayor/ }));
  await shown.user.click(screen.getByRole('button', { name: 'Bring in 1 card' }));
  const sentence = await screen.findByText(/has just been closed for writing/);
  expect(sentence.textContent).toMatch(/^This board, “[^”]+”, .* stay chosen here\. Ask the facilitator to open the board, then try again\.$/);
  expect(screen.getByRole('checkbox', { name: /Meet the mayor/ })).toHaveProperty('checked', true);
  shown.server.frozen.clear();
  await shown.user.click(screen.getByRole('button', { name: 'Bring in 1 card' }));
  await waitFor(() => expect(shown.closed).toBe(1));
});

test('THREAD-15 without a connection nothing is carried, and it is said; so it is where there is no other board or nothing to carry', async () => {
  const away = await showPart((onClose) => <CarryDialog ids={['n']} onClose={onClose} />, {
    server: { boards: BOARDS },
    edits: [NEED],
    isConnected: false,
  });
  expect(await screen.findByText('For this the connection is needed. It comes back by itself.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Carry it' })).toHaveProperty('disabled', true);
  expect(away.server.carried).toEqual([]);
  await showPart((onClose) => <CarryDialog ids={['n']} onClose={onClose} />, { server: { boards: BOARDS.slice(1, 2) }, edits: [NEED] });
  expect(await screen.findByText('There is no other board you can write on.')).toBeTruthy();
  await showPart((onClose) => <CarryDialog ids={['s']} onClose={onClose} />, {
    server: { boards: BOARDS },
    edits: [createEdit({ id: 's', type: 'stamp', text: '', place: { box: [0, 0, 9, 9], rot: 0 } })],
  });
  expect(await screen.findByText('What you chose has no text that could be carried.')).toBeTruthy();
});

const CARDS = [
  { board: 'market', id: 's1', text: 'Nowhere to meet', place: 'Stalls', isSensitive: false },
  { board: 'market', id: 's2', text: 'Shared garden', place: 'Stalls', isSensitive: false },
  { board: 'plan', id: 'p1', text: 'Meet the mayor', place: '', isSensitive: true },
];

test('THREAD-16 cards are found by their words and brought in together, into the cell it was asked from', async () => {
  const shown = await showPart((onClose) => <BringDialog cell="needs" onClose={onClose} />, { server: { boards: BOARDS, cards: CARDS } });
  const from = await screen.findByRole('combobox', { name: 'From which board' });
  expect(from).toHaveProperty('value', 'plan');
  expect((await screen.findByRole('checkbox', { name: /Meet the mayor/ })).parentElement?.textContent).toContain('sensitive');
  await shown.user.selectOptions(from, 'All boards');
  expect(await screen.findByText('Write at least two letters to search in all boards.')).toBeTruthy();
  await shown.user.type(screen.getByRole('searchbox', { name: 'Search in the cards' }), 'meet');
  await shown.user.click(await screen.findByRole('checkbox', { name: /Nowhere to meet/ }));
  await shown.user.click(screen.getByRole('checkbox', { name: /Meet the mayor/ }));
  expect(screen.getByRole('combobox', { name: 'Where on it' })).toHaveProperty('value', 'needs');
  await shown.user.click(screen.getByRole('button', { name: 'Bring in 2 cards' }));
  await waitFor(() => expect(shown.closed).toBe(1));
  expect(shown.server.carried.map(({ from: source, to, cell, cards }) => [source, to, cell, cards.map(({ id }) => id)])).toEqual([
    ['market', shown.place.board.id, 'needs', ['s1']],
    ['plan', shown.place.board.id, 'needs', ['p1']],
  ]);
  expect(shown.told).toEqual(['2 cards brought in.']);
});

const threadCard = (depth: number, text: string, over: Partial<ThreadCard> = {}): ThreadCard => ({
  state: 'here',
  depth,
  link: null,
  board: { id: `board${depth}`, title: 'Sheet', kind: 'service-canvas', kindLabel: '', group: { number: 2, name: '' } },
  object: `o${depth}`,
  slot: 'Needs',
  text,
  isInBin: false,
  at: null,
  changed: null,
  ...over,
});

/** The section as the details show it. */
function Section({ id }: { readonly id: string }) {
  const { open } = useBoard();
  const record = useBoardReader(open.editor).get(id);
  return record ? <ThreadSection record={record} /> : null;
}

const CHANGED = { was: 'A warm place', now: 'A quiet place' };
const THREAD = {
  cards: [
    threadCard(-2, '', { state: 'elsewhere', board: null, object: null, slot: '' }),
    threadCard(-1, 'A quiet place'),
    threadCard(0, 'A warm place', { changed: CHANGED }),
    threadCard(1, 'Rain', { link: 'serves' }),
    threadCard(2, 'Umbrellas', { isInBin: true, changed: CHANGED }),
    threadCard(2, '', { state: 'gone', board: null, object: null, slot: '' }),
  ],
  isCut: true,
};

test('THREAD-17 the thread is told with a way to every card on it, and what is hidden or gone as such', async () => {
  await showPart(() => <Section id="n" />, { server: { thread: THREAD }, edits: [NEED] });
  const lines = (await screen.findAllByRole('listitem')).map((line) =>
    [...line.querySelectorAll('p, a')].map((each) => each.textContent).join(' | '),
  );
  expect(lines).toEqual([
    'Came from | On another table’s board',
    'Came from · Table 2: Sheet · Needs | A quiet place',
    'This card · Table 2: Sheet · Needs | A warm place',
    'Joined: serves · Table 2: Sheet · Needs | Rain',
    'Went to · Table 2: Sheet · Needs | Umbrellas | in the bin there | What it came from has changed since.',
    'Went to | No longer there',
  ]);
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/boards/board-1?card=o-1',
    '/boards/board1?card=o1',
    '/boards/board2?card=o2',
  ]);
  expect(screen.getByText('There is more; only this much is shown.')).toBeTruthy();
});

test('THREAD-17 the new text is shown beside the old one and taken over by one edit that can be undone; who may not write only sees it', async () => {
  const shown = await showPart(() => <Section id="n" />, { server: { thread: THREAD }, edits: [NEED] });
  expect(await screen.findByText('Then: A warm place')).toBeTruthy();
  expect(screen.getByText('Now: A quiet place')).toBeTruthy();
  await shown.user.click(screen.getByRole('button', { name: 'Take over the new text' }));
  const text = () => shown.editor.board().get('n')?.text;
  expect(text()).toBe('A quiet place');
  await waitFor(() => expect(screen.queryByText('Now: A quiet place')).toBeNull());
  act(() => shown.editor.undo());
  expect(text()).toBe('A warm place');
  act(() => shown.editor.readOnly.set('frozen'));
  expect(await screen.findByText('Now: A quiet place')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Take over the new text' })).toBeNull();
});

test('THREAD-17 without a connection a carried card says that it came from somewhere, and another one nothing', async () => {
  const edits = [NEED, createEdit({ id: 'm', facets: { origin: { how: 'moved', board: 'b', object: 'o' } } })];
  await showPart(() => <Section id="m" />, { edits, isConnected: false });
  expect(await screen.findByText(/This card came from another board/)).toBeTruthy();
  await showPart(() => <Section id="n" />, { edits, isConnected: false });
  expect(screen.getAllByText(/This card came from another board/)).toHaveLength(1);
});

test.each(LANGUAGES)('THREAD-17 the thread speaks %s', async (language) => {
  await showPart(() => <Section id="n" />, { language, server: { thread: THREAD }, edits: [NEED] });
  const heading = await screen.findByRole('heading');
  expect(heading.textContent).toMatch(/\p{L}+ \p{L}+/u);
  expect((await screen.findAllByRole('listitem')).every((line) => (line.textContent ?? '').length > 5)).toBe(true);
});

const at = (address: string): void => history.replaceState(null, '', address);

test('THREAD-18 the address names a card: its details are open, and the address forgets it', async () => {
  const place = placeOf();
  at(`/boards/${place.board.id}?card=n`);
  await showBoard({ place, edits: [NEED] });
  expect(await screen.findByRole('textbox', { name: 'Notes' })).toBeTruthy();
  expect(location.search).toBe('');
  cleanup();
  at(`/boards/${place.board.id}?card=no-such`);
  await showBoard({ place, edits: [NEED] });
  expect(await screen.findByText('This card is not on the board.')).toBeTruthy();
  expect(location.search).toBe('');
});

test('THREAD-19 details and outline offer both; carrying also where this board is closed', async () => {
  at('/');
  const shown = await showBoard({ edits: [NEED] });
  await shown.user.selectOptions(screen.getByRole('combobox', { name: 'Cells of the sheet' }), screen.getByRole('option', { name: /Needs/ }));
  expect(screen.getByRole('button', { name: /Bring in from another board …/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Carry to another board …' })).toBeTruthy();
  await act(async () => shown.open.editor.readOnly.set('frozen'));
  expect(screen.queryByRole('button', { name: /Bring in from another board …/ })).toBeNull();
  await shown.user.click(screen.getByRole('button', { name: 'Carry to another board …' }));
  expect(await screen.findByRole('dialog', { name: 'Carry this card to another board' })).toBeTruthy();
});
