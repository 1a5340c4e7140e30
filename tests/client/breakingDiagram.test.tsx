// Risk register, links, stars and questions in impatient hands: two people at once, and what goes while somebody is at it.
import { createKeyboard } from '@masa/client/canvas/keyboard.ts';
import { runCommand } from '@masa/client/commands/index.ts';
import Register from '@masa/client/kinds/risk-matrix/Register.tsx';
import { noteWhole } from '@masa/client/kinds/wholes.ts';
import { bothLines } from '@masa/client/panels/bothLines.ts';
import '@masa/client/panels/LinksDialog.tsx';
import '@masa/client/panels/StarsDialog.tsx';
import type { KeyPress } from '@masa/client/editor/keymap.ts';
import { createLinkTool } from '@masa/client/tools/link.ts';
import { STARS_MAX, starsOf, type TemplateCell } from '@masa/shared/board';
import { LIMITS } from '@masa/shared/core';
import { apply, type Edit, PERSON } from '@masa/shared/document';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { rated } from '../kinds/riskBoard.ts';
import { pageOf } from '../support/commandPage.ts';
import { type HeadlessBoard, openHeadlessBoard } from '../support/headlessBoard.ts';
import { type ShownBoard, showBoard } from './boardUser.ts';
import { openPanel, risk, type ShownPanel } from './riskPanel.tsx';

const GONE = { by: 'ana', at: 5 };
const bin = (id: string): Edit => ({ do: 'set', id, facet: 'gone', value: GONE });
/** Somebody else does something. */
const meanwhile = ({ open: { editor } }: Pick<ShownPanel, 'open'>, ...edits: readonly Edit[]): Promise<void> =>
  act(async () => void apply(editor.doc, edits, PERSON));

const turnTo = async ({ user }: ShownBoard, cell: RegExp): Promise<void> => {
  const select = screen.getByRole('combobox', { name: 'Cells of the sheet' });
  await user.selectOptions(select, within(select).getByRole('option', { name: cell }));
};

const field = (name: string): HTMLInputElement => screen.getByRole('textbox', { name });

const linkedBoard = (): HeadlessBoard => openHeadlessBoard({ needs: ['warm place', 'advice'], activities: ['songs', 'walks'], partners: ['nurse'] });
const serves = (board: HeadlessBoard, id: string): unknown => board.editor.board().get(id)?.fields.serves;

test('KINDS-10 the key of the tool that linked takes it again; other letters, and this one on a card the person chose, begin to write', () => {
  const board = linkedBoard();
  const { editor, writer } = board;
  const keyboard = createKeyboard({
    editor,
    writer,
    act: board.act,
    space: () => undefined,
    cancelGesture: () => false,
    onPaste: () => undefined,
    pointer: () => null,
  });
  const press = (key: string, code: string): boolean => {
    const sign: KeyPress = { key, code, mod: false, shift: false, alt: false };
    return keyboard.press(sign);
  };
  const link = (): void => {
    editor.toolbox.take('link');
    board.take(createLinkTool(board.host));
    board.drag([board.middle('warm-place'), board.middle('songs')]);
  };
  link();
  expect([...editor.selection.get().ids]).toEqual(['warm-place']);
  // On a Bulgarian keyboard as well.
  press('j', 'KeyJ');
  press('й', 'KeyJ');
  expect(board.asked.commands).toEqual(['tool-link', 'tool-link']);
  expect(writer.field.get()).toBeNull();
  press('w', 'KeyW');
  expect(writer.field.get()).toMatchObject({ card: 'warm-place', value: 'warm place w' });
  writer.end();
  link();
  editor.selection.only('warm-place', 'needs');
  press('j', 'KeyJ');
  expect(board.asked.commands).toHaveLength(2);
  expect(writer.field.get()).toMatchObject({ card: 'warm-place' });
  writer.end();
  // While it is in the hand it is no text, whatever is chosen.
  editor.toolbox.take('link', true);
  press('j', 'KeyJ');
  expect(board.asked.commands).toHaveLength(3);
  board.dispose();
});

test('KINDS-11 a link that is not made says whether the two do not fit, one is locked, or one lies in the bin', () => {
  const board = linkedBoard();
  board.take(createLinkTool(board.host));
  board.drag([board.middle('songs'), board.middle('walks')]);
  expect(board.asked.refused).toEqual(['linkUnfit']);
  apply(board.doc, [{ do: 'set', id: 'songs', facet: 'lock', value: { by: 'f', name: 'Anna', at: 1, staff: true } }], PERSON);
  board.drag([board.middle('songs'), board.middle('advice')]);
  expect(board.asked.refused).toEqual(['linkUnfit', 'linkRefused']);
  const [from, to] = [board.middle('walks'), board.middle('advice')];
  board.input.down(board.at(from));
  board.input.move(board.at(to));
  apply(board.doc, [bin('walks')], PERSON);
  board.input.up(board.at(to));
  expect(board.asked.refused).toEqual(['linkUnfit', 'linkRefused', 'linkGone']);
  expect([serves(board, 'songs'), serves(board, 'walks')]).toEqual([[], []]);
  // Let go on nothing, nothing was wanted.
  board.drag([board.middle('songs'), { x: board.cell('needs').x + 5, y: board.cell('needs').y + 5 }]);
  expect(board.asked.refused).toHaveLength(3);
  board.dispose();
});

const starredCards = Array.from(
  { length: STARS_MAX - 1 },
  (_, at): Edit => ({
    do: 'create',
    id: `s${at}`,
    type: 'card',
    place: { cell: 'needs', order: `a${at}` },
    text: `Starred ${at}`,
    facets: { starred: true },
  }),
);
const plain = (id: string, text: string, cell = 'activities'): Edit => ({
  do: 'create',
  id,
  type: 'card',
  place: { cell, order: 'a0' },
  text,
  facets: {},
});

test('KINDS-12 two who give the last star at once are both asked which card gives way, and one answer is enough', async () => {
  const shown = await showBoard({ edits: [...starredCards, plain('b0', 'Songs'), plain('b1', 'Walks', 'partners')] });
  await turnTo(shown, /Activities/u);
  await shown.user.click(screen.getByRole('button', { name: 'Say in plenary' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await meanwhile(shown, { do: 'set', id: 'b1', facet: 'starred', value: true });
  const dialog = await screen.findByRole('dialog', { name: '6 cards are starred already' });
  within(dialog).getByText(/at the same moment/u);
  await shown.user.click(within(dialog).getByRole('button', { name: 'Starred 2' }));
  expect(starsOf(shown.open.editor.board())).toBe(STARS_MAX);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('KINDS-12 where somebody else has answered already, nobody loses a second star', async () => {
  const shown = await showBoard({ edits: [...starredCards, plain('b0', 'Songs'), plain('b1', 'Walks', 'partners')] });
  await turnTo(shown, /Activities/u);
  await shown.user.click(screen.getByRole('button', { name: 'Say in plenary' }));
  await meanwhile(shown, { do: 'set', id: 'b1', facet: 'starred', value: true });
  const dialog = await screen.findByRole('dialog');
  await meanwhile(shown, { do: 'set', id: 's1', facet: 'starred', value: false });
  for (const button of within(dialog).getAllByRole<HTMLButtonElement>('button', { name: /Starred|Songs|Walks/u })) expect(button.disabled).toBe(true);
  within(dialog).getByText('Will be said in plenary');
});

test('KINDS-13 two changes of one line are both kept: in their places, else one after the other', () => {
  expect(bothLines('', 'Storm', 'Old wires')).toBe('Old wires / Storm');
  expect(bothLines('Old wires', 'Old wires in the cellar', 'Very old wires')).toBe('Very old wires in the cellar');
  expect(bothLines('Old wires', 'Very old wires', 'Old wires in the cellar')).toBe('Very old wires in the cellar');
  expect(bothLines('Old wires', 'New wires', 'Old wires')).toBe('New wires');
  expect(bothLines('Old wires', 'Old wires', '')).toBe('');
  expect(bothLines('Old wires', 'Cold wires', 'Bold wires')).toBe('Bold wires / Cold wires');
  const long = 'x'.repeat(LIMITS.attributeMax);
  expect(bothLines('', 'Storm', long)).toBe('Storm');
});

test('KINDS-13 in the register the later of two brings along what the other wrote, and who only stands there sees it', async () => {
  const shown = await openPanel(Register, [risk('r1', 'Power fails')]);
  const user = userEvent.setup();
  await user.type(field('R1: Cause'), 'Storm');
  await meanwhile(shown, { do: 'set', id: 'r1', facet: 'cause', value: 'Old wires' });
  expect(field('R1: Cause').value).toBe('Storm');
  await user.keyboard('{Enter}');
  expect(shown.open.editor.board().get('r1')?.fields.cause).toBe('Old wires / Storm');
  await meanwhile(shown, { do: 'set', id: 'r1', facet: 'cause', value: 'Wires' });
  expect(field('R1: Cause').value).toBe('Wires');
  await user.keyboard(' in the cellar{Enter}');
  expect(shown.open.editor.board().get('r1')?.fields.cause).toBe('Wires in the cellar');
});

test('KINDS-14 who writes in a row that is binned is told so, what was written lies with the card, the keyboard stays in the table', async () => {
  const shown = await openPanel(Register, [risk('r1', 'Power fails'), risk('r2', 'Rain')]);
  const user = userEvent.setup();
  await user.type(field('R1: Cause'), 'Old wires');
  await meanwhile(shown, bin('r1'));
  expect(shown.told).toEqual([expect.stringMatching(/^R1 is no longer in the register/u)]);
  expect(shown.open.editor.board().get('r1')?.fields.cause).toBe('Old wires');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Risk register/u);
  await user.click(field('R2: Cause'));
  await user.click(field('New risk'));
  await meanwhile(shown, bin('r2'));
  // Who was elsewhere is told nothing.
  expect(shown.told).toHaveLength(1);
});

test('KINDS-15 the focus and the letters stay in a row that somebody else’s rating takes elsewhere', async () => {
  const shown = await openPanel(Register, [risk('r1', 'Power fails', rated(3, 3)), risk('r2', 'Rain')]);
  const user = userEvent.setup();
  await user.type(field('R2: Cause'), 'Old ');
  await meanwhile(shown, { do: 'set', id: 'r2', facet: 'before', value: { likelihood: 5, consequence: 5 } });
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['R2', 'R1']);
  expect(document.activeElement).toBe(field('R2: Cause'));
  await user.keyboard('roof{Enter}');
  expect(shown.open.editor.board().get('r2')?.fields.cause).toBe('Old roof');
});

test('KINDS-18 what the register cannot keep stays in the field and in the writer’s draft', async () => {
  const shown = await openPanel(Register, [risk('r1', 'Power fails')]);
  const user = userEvent.setup();
  await user.type(field('R1: Cause'), 'Old wires');
  await act(async () => shown.open.editor.readOnly.set('frozen'));
  await user.tab();
  expect(shown.open.editor.board().get('r1')?.fields.cause).toBeNull();
  expect([field('R1: Cause').value, shown.open.drafts.read('r1.cause')]).toEqual(['Old wires', 'Old wires']);
  await act(async () => shown.open.editor.readOnly.set(null));
  await user.type(field('R1: Cause'), '!{Enter}');
  expect(shown.open.editor.board().get('r1')?.fields.cause).toBe('Old wires!');
  expect(shown.open.drafts.read('r1.cause')).toBeNull();
});

const withoutQuestion = (cell: TemplateCell): TemplateCell =>
  Object.fromEntries(Object.entries(cell).filter(([name]) => name !== 'question')) as unknown as TemplateCell;

test('KINDS-16 the reality check can be opened before the questions have been fetched', () => {
  const asking = openHeadlessBoard({ needs: ['a warm place'] });
  const whole = asking.editor.kind;
  const bare = { ...whole, templates: whole.templates.map((each) => ({ ...each, cells: each.cells.map(withoutQuestion) })) };
  const editor = {
    ...asking.editor,
    kind: bare,
    records: { ...asking.editor.records, template: { ...asking.editor.records.template, get: () => bare.templates[1] } },
  };
  const { host, asked } = pageOf(editor as typeof asking.editor);
  expect(runCommand('reality', host)).toBe('whyNoQuestions');
  noteWhole(bare, () => Promise.resolve(whole));
  expect(runCommand('reality', host)).toBeNull();
  expect(asked).toEqual(['show "reality"']);
  asking.dispose();
});

test('KINDS-17 the list of links says that its card lies in the bin, and keeps the keyboard where a card under it goes', async () => {
  const need: Edit = { do: 'create', id: 'n', type: 'card', place: { cell: 'needs', order: 'a0' }, text: 'A warm place', facets: {} };
  const shown = await showBoard({ edits: [need, plain('b0', 'Songs')] });
  await turnTo(shown, /Needs/u);
  await shown.user.click(screen.getByRole('button', { name: 'Link to …' }));
  const dialog = await screen.findByRole('dialog');
  within(dialog).getByRole('button', { name: /Songs/u }).focus();
  await meanwhile(shown, bin('b0'));
  expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Done' }));
  await meanwhile(shown, bin('n'));
  await waitFor(() => within(dialog).getByText(/The card is in the bin now/u));
});
