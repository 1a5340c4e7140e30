// The outline as an equal editor: everything the canvas can do to cards, by button and key, on a real board.

import { LIMITS } from '@masa/shared/core';
import { apply, PERSON } from '@masa/shared/document';
import { formA } from '@masa/shared/kinds';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import { ME, placeOf } from './boardPage.tsx';
import { type ShownBoard, showBoard } from './boardUser.ts';

const CARDS = [
  createEdit({ id: 'one', cell: 'target-group', order: 'a0', text: 'Young parents' }),
  createEdit({ id: 'two', cell: 'target-group', order: 'a1', text: 'Grandparents' }),
];

const inCell = ({ open }: ShownBoard, id: string): readonly string[] => {
  const cell = formA.cells.find((each) => each.id === id);
  return cell
    ? open.editor
        .board()
        .inCell(cell)
        .map((record) => record.text)
    : [];
};
const cardField = (position: number, count = 2, cell = 'Target group'): HTMLTextAreaElement =>
  screen.getByRole('textbox', { name: `Card ${position} of ${count}, ${cell}` });
const cardAt = (position: number, count = 2): HTMLElement => {
  const item = cardField(position, count).closest('li');
  if (!item) throw new Error('no list entry');
  return item;
};

/** Each intention, done by the outline's own controls. */
const ACTIONS: readonly (readonly [name: string, act: (shown: ShownBoard) => Promise<void>, after: Readonly<Record<string, readonly string[]>>])[] = [
  [
    'add',
    async ({ user }) => {
      await user.type(screen.getByRole('textbox', { name: 'New card in Target group' }), 'Students{Enter}');
    },
    { 'target-group': ['Young parents', 'Grandparents', 'Students'] },
  ],
  [
    'write',
    async ({ user }) => {
      await user.type(cardField(1), ' of two');
      await user.tab();
    },
    { 'target-group': ['Young parents of two', 'Grandparents'] },
  ],
  [
    'move up',
    async ({ user }) => {
      await user.click(within(cardAt(2)).getByRole('button', { name: 'Up' }));
    },
    { 'target-group': ['Grandparents', 'Young parents'] },
  ],
  [
    'move down',
    async ({ user }) => {
      await user.click(within(cardAt(1)).getByRole('button', { name: 'Down' }));
    },
    { 'target-group': ['Grandparents', 'Young parents'] },
  ],
  [
    'move to another cell',
    async ({ user }) => {
      await user.selectOptions(within(cardAt(1)).getByRole('combobox', { name: 'Move to …' }), 'Needs');
    },
    { 'target-group': ['Grandparents'], needs: ['Young parents'] },
  ],
  [
    'put in the bin',
    async ({ user }) => {
      await user.click(within(cardAt(1)).getByRole('button', { name: 'Put in the bin' }));
    },
    { 'target-group': ['Grandparents'] },
  ],
  [
    'take out of the bin',
    async ({ user }) => {
      await user.click(within(cardAt(1)).getByRole('button', { name: 'Put in the bin' }));
      await user.click(screen.getByRole('button', { name: 'Bin, 1 card' }));
      await user.click(await screen.findByRole('button', { name: /Put back/ }));
    },
    { 'target-group': ['Young parents', 'Grandparents'] },
  ],
  [
    'undo',
    async ({ user }) => {
      await user.click(within(cardAt(1)).getByRole('button', { name: 'Down' }));
      const [undo] = within(screen.getByRole('toolbar')).getAllByRole('button', { name: 'Undo' });
      if (undo) await user.click(undo);
    },
    { 'target-group': ['Young parents', 'Grandparents'] },
  ],
];

test.each(ACTIONS)('OUTLINING-6 by its own controls the outline can %s', async (_name, does, after) => {
  const shown = await showBoard({ edits: CARDS });
  await does(shown);
  await waitFor(() => {
    for (const [cell, texts] of Object.entries(after)) expect(inCell(shown, cell)).toEqual(texts);
  });
});

test('OUTLINING-7 what two people write into one card merges letter by letter, and the field shows it', async () => {
  const shown = await showBoard({ edits: CARDS });
  const field = cardField(1);
  await shown.user.click(field);
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(shown.open.editor.doc));
  apply(theirs, [{ do: 'text', id: 'one', text: 'Very young parents' }], PERSON);
  await shown.user.type(field, ' here');
  act(() => Y.applyUpdate(shown.open.editor.doc, Y.encodeStateAsUpdate(theirs)));
  await waitFor(() => expect(cardField(1).value).toBe('Very young parents here'));
  expect(inCell(shown, 'target-group')[0]).toBe('Very young parents here');
});

test('OUTLINING-7 a letter stands where its writer is, however close together others write', async () => {
  const shown = await showBoard({ edits: CARDS });
  const field = cardField(1);
  await shown.user.click(field);
  field.setSelectionRange(5, 5);
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(shown.open.editor.doc));
  const theyWrite = (text: string): void => {
    apply(theirs, [{ do: 'text', id: 'one', text }], PERSON);
    Y.applyUpdate(shown.open.editor.doc, Y.encodeStateAsUpdate(theirs));
  };
  act(() => {
    theyWrite('Very Young parents');
    theyWrite('All the Very Young parents');
    const at = field.selectionStart;
    fireEvent.input(field, { target: { value: `${field.value.slice(0, at)}est${field.value.slice(at)}` } });
  });
  await waitFor(() => expect(inCell(shown, 'target-group')[0]).toBe('All the Very Youngest parents'));
  expect(cardField(1).value).toBe('All the Very Youngest parents');
});

test('OUTLINING-8 a card whose text is emptied stays while it is written and goes to the bin when its field is left', async () => {
  const shown = await showBoard({ edits: CARDS });
  await shown.user.clear(cardField(1));
  expect(cardField(1).value).toBe('');
  await shown.user.type(cardField(1), 'Back');
  expect(inCell(shown, 'target-group')[0]).toBe('Back');
  await shown.user.clear(cardField(1));
  await shown.user.tab();
  await waitFor(() => expect(shown.open.editor.board().get('one')?.gone?.by).toBe(ME.id));
});

test('OUTLINING-9 Enter is done with a card and goes on to the next one; only spaces make nothing', async () => {
  const shown = await showBoard({ edits: CARDS });
  await shown.user.type(cardField(1), '{Enter}');
  const next = screen.getByRole('textbox', { name: 'New card in Target group' });
  expect(document.activeElement).toBe(next);
  await shown.user.type(next, '   {Enter}');
  expect(inCell(shown, 'target-group')).toHaveLength(2);
  await shown.user.type(next, 'Third{Enter}Fourth{Enter}');
  expect(inCell(shown, 'target-group')).toEqual(['Young parents', 'Grandparents', 'Third', 'Fourth']);
});

test('OUTLINING-10 what others do is said, what one does oneself is not', async () => {
  const shown = await showBoard({ edits: CARDS });
  const said = shown.container.querySelector('[data-live="others"]');
  await shown.user.click(within(cardAt(1)).getByRole('button', { name: 'Down' }));
  const theirs = new Y.Doc();
  apply(
    theirs,
    [createEdit({ id: 'theirs', cell: 'needs', text: 'A warm place', facets: { author: { id: 'p', name: 'Petar', library: '', region: '' } } })],
    PERSON,
  );
  act(() => Y.applyUpdate(shown.open.editor.doc, Y.encodeStateAsUpdate(theirs)));
  await waitFor(() => expect(said?.textContent).toBe('Petar wrote in Needs: A warm place'), { timeout: 4_000 });
});

test('OUTLINING-11 a text above 2,000 is not saved and says so; splitting makes cards of it and loses nothing', async () => {
  const shown = await showBoard({ edits: CARDS });
  const long = Array.from({ length: 70 }, (_, at) => `This is sentence number ${at} of the text.`).join(' ');
  await shown.user.click(cardField(1));
  await shown.user.clear(cardField(1));
  await shown.user.paste(long);
  expect(cardField(1).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/Not saved: too long by/)).toBeTruthy();
  expect(inCell(shown, 'target-group')[0]).not.toBe(long);
  await shown.user.click(screen.getByRole('button', { name: 'Split into cards' }));
  await waitFor(() => expect(inCell(shown, 'target-group').length).toBeGreaterThan(5));
  const made = inCell(shown, 'target-group').slice(0, -1);
  expect(made.join(' ').replace(/\s+/g, ' ')).toBe(long);
  expect(made.every((text) => text.length <= LIMITS.cardTextLong)).toBe(true);
});

test('OUTLINING-12 the rest of a long text moves to the notes', async () => {
  const shown = await showBoard({ edits: CARDS });
  const long = Array.from({ length: 14 }, (_, at) => `This is sentence number ${at} of the text.`).join(' ');
  await shown.user.click(cardField(1));
  await shown.user.clear(cardField(1));
  await shown.user.paste(long);
  await shown.user.click(screen.getByRole('button', { name: 'Move the rest to the notes' }));
  const record = shown.open.editor.board().get('one');
  expect(`${record?.text} ${record?.notes}`).toBe(long);
  expect(record?.text.length).toBeLessThanOrEqual(LIMITS.cardTextCounter);
});

test('OUTLINING-13 a reader sees everything and can change nothing, and is told why', async () => {
  const place = placeOf();
  const shown = await showBoard({ edits: CARDS, place });
  act(() => shown.open.editor.readOnly.set('frozen'));
  expect(cardField(1).readOnly).toBe(true);
  expect(screen.queryByRole('textbox', { name: 'New card in Target group' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Put in the bin' })).toBeNull();
  expect(screen.getByText(/closed this board for writing/)).toBeTruthy();
});

test('OUTLINING-14 a new card that was begun is a draft from the first letter, and a card when its field is left', async () => {
  const first = await showBoard();
  await first.user.type(screen.getByRole('textbox', { name: 'New card in Target group' }), 'Half a tho');
  expect(first.open.drafts.read('new:target-group')).toBe('Half a tho');
  expect(inCell(first, 'target-group')).toEqual([]);
  await first.user.tab();
  expect(inCell(first, 'target-group')).toEqual(['Half a tho']);
  expect(first.open.drafts.read('new:target-group')).toBeNull();
});
