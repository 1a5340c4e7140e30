// Carrying to and bringing in while others take boards away, and by people who choose more than can go at once.
import BringDialog from '@masa/client/thread/BringDialog.tsx';
import CarryDialog from '@masa/client/thread/CarryDialog.tsx';
import { LIMITS } from '@masa/shared/core';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { boardOf, showPart } from './threadPage.tsx';

const BOARDS = [boardOf('one', { title: 'One' }), boardOf('two', { title: 'Two' }), boardOf('three', { title: 'Three' })];
const cardOf = (board: string, id: string) => ({ board, id, text: `${board} ${id}`, place: 'Needs', isSensitive: false });

test('KINDS-33 a board that is gone is offered no more, and no other takes its place until it is chosen', async () => {
  const need = createEdit({ id: 'n', cell: 'needs', text: 'A warm place' });
  const shown = await showPart((onClose) => <CarryDialog ids={['n']} onClose={onClose} />, {
    server: { boards: BOARDS, gone: new Set(['two']) },
    edits: [need],
  });
  const to = await screen.findByRole('combobox', { name: 'To which board' });
  await shown.user.selectOptions(to, 'Table 3: Two');
  await shown.user.click(screen.getByRole('button', { name: 'Carry it' }));
  expect(await screen.findByText('The board is no longer there.')).toBeTruthy();
  await waitFor(() => expect(to).toHaveProperty('value', ''));
  // An impatient second press carries nothing anywhere.
  await shown.user.click(screen.getByRole('button', { name: 'Carry it' }));
  expect([shown.server.carried, shown.closed]).toEqual([[], 0]);
  await shown.user.selectOptions(to, 'Table 3: Three');
  await shown.user.click(screen.getByRole('button', { name: 'Carry it' }));
  await waitFor(() => expect(shown.closed).toBe(1));
  expect(shown.server.carried.map((wish) => wish.to)).toEqual(['three']);
});

test('KINDS-34 what could come has come and is said, what is gone is chosen no longer, and the same button brings the rest', async () => {
  const cards = BOARDS.map(({ id }) => cardOf(id, 'a'));
  const shown = await showPart((onClose) => <BringDialog cell={null} onClose={onClose} />, {
    server: { boards: BOARDS, cards, gone: new Set(['two']) },
  });
  const from = await screen.findByRole('combobox', { name: 'From which board' });
  for (const { id, title } of BOARDS) {
    await shown.user.selectOptions(from, `Table 3: ${title}`);
    await shown.user.click(await screen.findByRole('checkbox', { name: new RegExp(`${id} a`) }));
  }
  await shown.user.click(screen.getByRole('button', { name: 'Bring in 3 cards' }));
  expect(await screen.findByText('The board is no longer there.')).toBeTruthy();
  await shown.user.click(await screen.findByRole('button', { name: 'Bring in 1 card' }));
  await waitFor(() => expect(shown.closed).toBe(1));
  expect(shown.server.carried.map((wish) => wish.from)).toEqual(['one', 'three']);
  expect(shown.told).toEqual(['1 card brought in.', '1 card brought in.']);
});

test('KINDS-35 the fifty-first card cannot be chosen, and a sentence says why', async () => {
  const cards = Array.from({ length: LIMITS.carriedMax + 1 }, (_, at) => cardOf('one', `card ${at}.`));
  const shown = await showPart((onClose) => <BringDialog cell={null} onClose={onClose} />, { server: { boards: BOARDS, cards } });
  const boxes = (await screen.findAllByRole('checkbox')) as HTMLInputElement[];
  expect(screen.queryByText(/At most 50 cards at once/)).toBeNull();
  for (const box of boxes.slice(0, LIMITS.carriedMax)) await shown.user.click(box);
  expect(screen.getByText(/At most 50 cards at once/)).toBeTruthy();
  expect(boxes.filter(({ disabled }) => disabled)).toEqual([boxes.at(-1)]);
  const [first] = boxes;
  if (first) await shown.user.click(first);
  expect(boxes.some(({ disabled }) => disabled)).toBe(false);
});
