// The risk matrix's panels: the register as a table that is the matrix again, rating blind, and agreeing on a cell.
import Rating from '@masa/client/kinds/risk-matrix/Rating.tsx';
import Register from '@masa/client/kinds/risk-matrix/Register.tsx';
import type { Edit } from '@masa/shared/document';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { rated } from '../kinds/riskBoard.ts';
import { openPanel, risk, type ShownPanel, serveRounds } from './riskPanel.tsx';

afterEach(() => vi.unstubAllGlobals());

async function open(
  panel: 'Register' | 'Rating',
  risks: readonly Edit[],
): Promise<ShownPanel & { readonly user: ReturnType<typeof userEvent.setup> }> {
  return { ...(await openPanel(panel === 'Register' ? Register : Rating, risks)), user: userEvent.setup() };
}

const read = ({ open: { editor } }: ShownPanel, id: string) => editor.board().get(id);
const cellOf = (shown: ShownPanel, id: string): string | undefined => {
  const record = read(shown, id);
  return record && shown.open.editor.board().cellOf(record)?.id;
};

test('RISK-60 the register is a real table with a row for each risk, gravest first, that names every field it can change', async () => {
  await open('Register', [risk('r1', 'Power fails'), risk('r2', 'Fire', rated(1, 5)), risk('r3', 'Nobody comes', rated(5, 4))]);
  const table = await screen.findByRole('table', { name: /Risk register/ });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Code',
    'Cause – event – consequence',
    'What it touches',
    'Before treatment ↓',
    'What we do about it',
    'Actions',
    'After treatment',
    'Who watches it',
    'Look again on',
    'How it stands',
  ]);
  const codes = (): readonly (string | null)[] =>
    within(table)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent);
  expect(codes()).toEqual(['R3', 'R2', 'R1']);
  for (const name of ['R2: Cause', 'R2: What happens', 'R2: What follows', 'R2: Who watches it', 'R2: Look again on'])
    within(table).getByRole('textbox', { name });
  for (const name of [
    'R2: What it touches',
    'R2: Before treatment, Likelihood',
    'R2: After treatment, Consequence',
    'R2: What we do about it',
    'R2: How it stands',
  ])
    within(table).getByRole('combobox', { name });
  expect(within(table).getAllByText('medium risk')).toHaveLength(1);
});

test('RISK-61 the table equals the matrix: a level changed in one moves the card in the other, and back', async () => {
  const shown = await open('Register', [risk('r1', 'Power fails')]);
  const select = (axis: string): HTMLSelectElement => screen.getByRole('combobox', { name: `R1: Before treatment, ${axis}` });
  await shown.user.selectOptions(select('Likelihood'), '4 Likely');
  expect([cellOf(shown, 'r1'), read(shown, 'r1')?.fields.before]).toEqual(['tray', { likelihood: 4, consequence: null }]);
  expect(screen.getByText('half rated')).toBeTruthy();
  await shown.user.selectOptions(select('Consequence'), '5 Disastrous');
  expect(cellOf(shown, 'r1')).toBe('l4c5');
  shown.open.editor.move(['r1'], { cell: 'l2c1', index: 0 });
  await waitFor(() => expect([select('Likelihood').value, select('Consequence').value]).toEqual(['2', '1']));
  await shown.user.selectOptions(select('Likelihood'), 'Don’t know');
  expect(cellOf(shown, 'r1')).toBe('tray');
});

test('RISK-62 everything is written by keyboard: fields, an action with who and when, a new risk; one undo takes one change back', async () => {
  const shown = await open('Register', [risk('r1', 'Power fails', rated(5, 5))]);
  await shown.user.type(screen.getByRole('textbox', { name: 'R1: Cause' }), 'Old wires{Enter}');
  expect(read(shown, 'r1')?.fields.cause).toBe('Old wires');
  shown.open.editor.undo();
  expect(read(shown, 'r1')?.fields.cause).toBeNull();
  await shown.user.selectOptions(screen.getByRole('combobox', { name: 'R1: What we do about it' }), 'Make it less likely');
  await shown.user.type(screen.getByRole('textbox', { name: 'R1: Add an action' }), 'New fuse box{Enter}');
  await shown.user.type(screen.getByRole('textbox', { name: 'R1: Who' }), 'Anna{Enter}');
  await shown.user.type(screen.getByRole('textbox', { name: 'R1: When' }), 'May{Enter}');
  expect(shown.open.editor.board().inSlot('actions')).toMatchObject([{ text: 'New fuse box', fields: { who: 'Anna', when: 'May', treats: ['r1'] } }]);
  await shown.user.type(screen.getByRole('textbox', { name: 'New risk' }), 'Rain{Enter}');
  expect(
    shown.open.editor
      .board()
      .inSlot('risks')
      .map(({ text }) => text),
  ).toContain('Rain');
});

test('RISK-63 chosen duplicates are merged into the eldest, and what is asked stands beside the risk with what can be done', async () => {
  const shown = await open('Register', [
    risk('r1', 'Power fails', { ...rated(2, 2), after: { likelihood: 4, consequence: 4 } }),
    risk('r2', 'No electricity', rated('unknown', 3)),
    risk('r3', 'Rain'),
  ]);
  await shown.user.click(screen.getByRole('button', { name: 'Make a research task' }));
  expect(shown.open.editor.board().inSlot('actions')).toMatchObject([{ text: 'Find out: No electricity', fields: { treats: ['r2'] } }]);
  expect(screen.getByText(/^Higher after treatment than before/)).toBeTruthy();
  await shown.user.type(screen.getByRole('textbox', { name: 'R1: The new risk it brings' }), 'The generator burns{Enter}');
  expect(
    shown.open.editor
      .board()
      .inSlot('risks')
      .find(({ text }) => text === 'The generator burns')?.fields.comesFrom,
  ).toEqual(['r1']);
  await shown.user.click(screen.getByRole('checkbox', { name: 'Choose R2' }));
  await shown.user.click(screen.getByRole('checkbox', { name: 'Choose R1' }));
  await shown.user.click(screen.getByRole('button', { name: 'Merge R1, R2' }));
  expect(read(shown, 'r1')?.text).toBe('Power fails\nNo electricity');
  expect(read(shown, 'r2')?.gone).not.toBeNull();
});

test('RISK-64 rating blind: two scales in words with examples; nothing is sent before both are said, and half says so', async () => {
  const kept = serveRounds({ round: 'before', isOpen: true, about: ['r1'] });
  const shown = await open('Rating', [risk('r1', 'Power fails')]);
  const likely = await screen.findByRole('group', { name: 'How likely is it?' });
  await shown.user.click(within(likely).getByRole('radio', { name: /Rare.*A fire in the reading room/ }));
  expect(screen.getByText(/^Half rated: choose the other one too/)).toBeTruthy();
  expect(kept.sent).toEqual([]);
  const bad = screen.getByRole('group', { name: 'How bad would it be?' });
  await shown.user.click(within(bad).getByRole('radio', { name: /Don’t know/ }));
  await waitFor(() => expect(kept.sent).toEqual([{ object: 'r1', seat: 1, value: { likelihood: 1, consequence: 'unknown' } }]));
  expect([kept.refused, read(shown, 'r1')?.fields.before]).toEqual([[], null]);
  expect(screen.queryByText(/^Half rated/)).toBeNull();
});

test('RISK-65 once shown: who put it where, “talk about it” where seats lie two levels apart, and a cell the group agrees on', async () => {
  const by = (name: string) => ({ id: name, name, seat: 1 });
  const answers = [
    { object: 'r1', value: { likelihood: 1, consequence: 3 }, by: by('Anna') },
    { object: 'r1', value: { likelihood: 4, consequence: 3 }, by: by('Ivo') },
    { object: 'r1', value: { likelihood: 4, consequence: 3 }, by: by('Mihai') },
    { object: 'r2', value: { likelihood: 'unknown', consequence: 3 }, by: by('Anna') },
    { object: 'r2', value: { likelihood: 'unknown', consequence: 3 }, by: by('Ivo') },
  ];
  serveRounds({ round: 'before', about: ['r1', 'r2'], shown: answers });
  const shown = await open('Rating', [risk('r1', 'Power fails'), risk('r2', 'Rain')]);
  await screen.findByText('R1 Power fails');
  expect(screen.getAllByText('Talk about it')).toHaveLength(1);
  expect(screen.getByText('Anna: Rare · serious (low)')).toBeTruthy();
  const agree = screen.getByRole('group', { name: 'The group’s cell for R1' });
  expect(within(agree).getByText('Not agreed yet')).toBeTruthy();
  await shown.user.click(within(agree).getByRole('button', { name: 'Agree on Likely · serious (high)' }));
  expect(cellOf(shown, 'r1')).toBe('l4c3');
  expect(within(agree).getByText('Agreed: Likely · serious (high)')).toBeTruthy();
  // What the seats said stays beside it.
  expect(screen.getByText('Anna: Rare · serious (low)')).toBeTruthy();
  const other = screen.getByRole('group', { name: 'The group’s cell for R2' });
  await shown.user.click(within(other).getByRole('button', { name: 'Make a research task' }));
  expect(shown.open.editor.board().inSlot('actions')).toMatchObject([{ text: 'Find out: Rain' }]);
});
