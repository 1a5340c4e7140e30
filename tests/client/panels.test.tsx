// The page's panels and dialogs: details of a card, bin, paste, deleting many, saved state, what came too late.
import { formA } from '@masa/shared/kinds';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { placeOf } from './boardPage.tsx';
import { type ShownBoard, showBoard } from './boardUser.ts';

const inCell = ({ open }: ShownBoard, id: string): readonly string[] => {
  const cell = formA.cells.find((each) => each.id === id);
  return cell
    ? open.editor
        .board()
        .inCell(cell)
        .map((record) => record.text)
    : [];
};

const turnTo = async ({ user }: ShownBoard, cell: RegExp): Promise<void> => {
  const select = screen.getByRole('combobox', { name: 'Cells of the sheet' });
  await user.selectOptions(select, within(select).getByRole('option', { name: cell }));
};

/** Opens the details of the only card of a cell. */
async function details(shown: ShownBoard, cell: RegExp): Promise<void> {
  await turnTo(shown, cell);
  await shown.user.click(screen.getByRole('button', { name: 'Details' }));
  await screen.findByRole('textbox', { name: 'Notes' });
}

const card = ({ open }: ShownBoard, id: string) => open.editor.board().get(id);

test('PANEL-13 an amount is kept as money and said back; one that cannot be read stays in sight and can go to the notes', async () => {
  const shown = await showBoard({ edits: [createEdit({ id: 'r', cell: 'resources', text: 'Projector' })] });
  await details(shown, /Plan/);
  const money = screen.getByRole('textbox', { name: 'Money' });
  await shown.user.type(money, '2 000 лв.{Enter}');
  expect(card(shown, 'r')?.fields.cost).toEqual({ amount: 2_000, currency: 'BGN' });
  expect(screen.getByText('We read: 2 000 BGN')).toBeTruthy();
  await shown.user.clear(money);
  await shown.user.type(money, 'about three hundred{Enter}');
  expect(money.getAttribute('aria-invalid')).toBe('true');
  expect(card(shown, 'r')?.fields.cost).toEqual({ amount: 2_000, currency: 'BGN' });
  await shown.user.click(screen.getByRole('button', { name: 'Keep it in the notes' }));
  expect(card(shown, 'r')?.notes).toBe('Money: about three hundred');
});

test('PANEL-30 who is later in a text field of the details brings along what the other wrote', async () => {
  const shown = await showBoard({ edits: [createEdit({ id: 'a', cell: 'activities', text: 'Songs' })] });
  await details(shown, /Activities/);
  const who = screen.getByRole<HTMLInputElement>('textbox', { name: /^Who/ });
  await shown.user.type(who, 'Anna');
  act(() => shown.open.editor.setField('a', 'who', 'Maria'));
  await shown.user.keyboard('{Enter}');
  expect(card(shown, 'a')?.fields.who).toBe('Maria / Anna');
  expect(who.value).toBe('Maria / Anna');
});

test('PANEL-14 choices, several choices, links, notes, tags and sensitive are set in the form', async () => {
  const shown = await showBoard({
    edits: [createEdit({ id: 'n', cell: 'needs', text: 'A warm place' }), createEdit({ id: 'a', cell: 'activities', text: 'Songs' })],
  });
  await details(shown, /Activities/);
  await shown.user.type(screen.getByRole('textbox', { name: /^Who/ }), 'Anna');
  await shown.user.selectOptions(screen.getByRole('combobox', { name: /Which needs/ }), 'A warm place');
  await shown.user.type(screen.getByRole('textbox', { name: 'Notes' }), 'Ask first');
  await shown.user.type(screen.getByRole('textbox', { name: 'Tags' }), 'music, babies');
  await shown.user.click(screen.getByRole('checkbox', { name: 'Sensitive' }));
  await waitFor(() =>
    expect(card(shown, 'a')).toMatchObject({
      notes: 'Ask first',
      tags: ['music', 'babies'],
      sensitive: true,
      fields: { who: 'Anna', serves: ['n'] },
    }),
  );
  await shown.user.click(screen.getByRole('button', { name: 'Take away: A warm place' }));
  expect(card(shown, 'a')?.fields.serves).toEqual([]);
});

test('PANEL-29 web addresses in a card can be opened, anything else stays text', async () => {
  const shown = await showBoard({
    edits: [
      createEdit({
        id: 'n',
        cell: 'needs',
        text: 'See https://iskra.example/babies and javascript:alert(1)',
        facets: { notes: 'mailto:anna@iskra.example' },
      }),
    ],
  });
  await details(shown, /Needs/);
  const links = screen.getAllByRole('link').filter((link) => link.getAttribute('target') === '_blank');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://iskra.example/babies', 'mailto:anna@iskra.example']);
  expect(links.every((link) => link.getAttribute('rel')?.includes('noopener'))).toBe(true);
});

test('PANEL-15 what a card brought from another cell stays in sight as said there, and a share without a base is asked about', async () => {
  const shown = await showBoard({
    edits: [createEdit({ id: 'e', cell: 'social-effect', text: 'Jobs', facets: { brings: 'a room', share: { value: 10, of: 'share', base: '' } } })],
  });
  await details(shown, /Social effect/);
  const extra = screen.getByRole('group', { name: 'Also said' });
  expect(within(extra).getByRole('textbox', { name: 'What they bring' })).toHaveProperty('value', 'a room');
  await shown.user.type(screen.getByRole('textbox', { name: '100 % is …' }), 'unemployed people');
  await shown.user.tab();
  expect(card(shown, 'e')?.fields.share).toEqual({ value: 10, of: 'share', base: 'unemployed people' });
});

test('PANEL-16 the form that is closed in the middle of typing keeps what was typed', async () => {
  const shown = await showBoard({ edits: [createEdit({ id: 'a', cell: 'activities', text: 'Songs' })] });
  await details(shown, /Activities/);
  await shown.user.type(screen.getByRole('textbox', { name: /^When/ }), 'every Tuesday');
  await shown.user.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(card(shown, 'a')?.fields.when).toBe('every Tuesday'));
});

test('PANEL-17 a pasted list asks: so many cards, or one', async () => {
  const shown = await showBoard();
  const field = screen.getByRole('textbox', { name: 'New card in Target group' });
  await shown.user.click(field);
  await shown.user.paste('Parents\nGrandparents\nStudents');
  const dialog = await screen.findByRole('dialog', { name: 'Make 3 cards?' });
  await shown.user.click(within(dialog).getByRole('button', { name: 'Make 3 cards' }));
  expect(inCell(shown, 'target-group')).toEqual(['Parents', 'Grandparents', 'Students']);
  act(() => shown.open.editor.undo());
  expect(inCell(shown, 'target-group')).toEqual([]);
  await shown.user.click(field);
  await shown.user.paste('Parents; Grandparents');
  await shown.user.click(await screen.findByRole('button', { name: 'Keep as one card' }));
  await shown.user.tab();
  await waitFor(() => expect(inCell(shown, 'target-group')).toEqual(['Parents; Grandparents']));
});

test('PANEL-18 a pasted whole sheet is shown by cell, can be changed, and becomes cards in one undo step', async () => {
  const shown = await showBoard();
  await shown.user.click(screen.getByRole('button', { name: 'Paste a sheet' }));
  const field = await screen.findByRole('textbox', { name: 'Text of the sheet' });
  await shown.user.click(field);
  await shown.user.paste('nothing that looks like one');
  await shown.user.click(screen.getByRole('button', { name: 'Read the sheet' }));
  expect(screen.getByText(/We found no labels/)).toBeTruthy();
  await shown.user.clear(field);
  await shown.user.paste('Целева група – млади родители\nПотребности: топло място; разговор\nПартньори – общината');
  await shown.user.click(screen.getByRole('button', { name: 'Read the sheet' }));
  await screen.findByRole('dialog', { name: 'Is everything in its place?' });
  const [, , talk] = screen.getAllByRole('combobox', { name: 'Goes to' });
  if (talk) await shown.user.selectOptions(talk, 'Activities');
  await shown.user.click(screen.getByRole('button', { name: 'Make 4 cards' }));
  expect(['target-group', 'needs', 'activities', 'partners'].map((cell) => inCell(shown, cell))).toEqual([
    ['млади родители'],
    ['топло място'],
    ['разговор'],
    ['общината'],
  ]);
  act(() => shown.open.editor.undo());
  expect(shown.open.editor.board().live()).toEqual([]);
});

test('PANEL-19 several sheets in one text: one is picked', async () => {
  const shown = await showBoard();
  const field = screen.getByRole('textbox', { name: 'New card in Target group' });
  await shown.user.click(field);
  const sheet = (who: string): string => `Target group: ${who}\nNeeds: a place for ${who}\nPartners: the school`;
  await shown.user.paste(`Group 1\n${sheet('parents')}\n\nGroup 2\n${sheet('students')}`);
  const dialog = await screen.findByRole('dialog', { name: '2 sheets found' });
  await shown.user.click(within(dialog).getByRole('button', { name: /Group 2/ }));
  await shown.user.click(await screen.findByRole('button', { name: /Make \d cards/ }));
  expect(inCell(shown, 'target-group')).toEqual(['students']);
});

test('PANEL-20 of pasted HTML only the text is taken', async () => {
  const shown = await showBoard();
  const field = screen.getByRole('textbox', { name: 'New card in Target group' });
  await shown.user.click(field);
  const clipboard = new DataTransfer();
  clipboard.setData('text/html', '<ul><li><b>Parents</b></li><li><script>alert(1)</script>Students</li></ul>');
  clipboard.setData('text/plain', 'Parents\nStudents');
  await shown.user.paste(clipboard);
  await shown.user.click(await screen.findByRole('button', { name: 'Make 2 cards' }));
  expect(inCell(shown, 'target-group')).toEqual(['Parents', 'Students']);
});

test('PANEL-21 what this person puts in the bin can be taken back at once', async () => {
  const shown = await showBoard({ edits: [createEdit({ id: 'one', cell: 'target-group', text: 'Parents' })] });
  await shown.user.click(screen.getByRole('button', { name: 'Put in the bin' }));
  const line = (await screen.findByText('In the bin')).closest('.toast');
  if (!(line instanceof HTMLElement)) throw new Error('no toast');
  await shown.user.click(within(line).getByRole('button', { name: 'Undo' }));
  expect(inCell(shown, 'target-group')).toEqual(['Parents']);
  expect(screen.queryByText('In the bin')).toBeNull();
});

test('PANEL-22 the state of the work stands in words, and without a connection a banner says since when and how much waits', async () => {
  const shown = await showBoard();
  await act(() => waitFor(() => expect(shown.open.session.view.get().connection).toBe('waiting')));
  await shown.user.type(screen.getByRole('textbox', { name: 'New card in Target group' }), 'Parents{Enter}');
  await screen.findByText('Not saved – keep this tab open');
  // The seeding of the board, which a server would have done, waits as well.
  expect(shown.container.querySelector('.banners')?.textContent).toMatch(
    /^No connection since \d\d:\d\d\. You can keep writing: 2 changes are waiting/,
  );
  const warned = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(warned);
  expect(warned.defaultPrevented).toBe(true);
});

test('PANEL-23 a text that came too late is with the facilitator, or is kept here and can be copied', async () => {
  const cards = [{ address: 'needs', text: 'A late thought' }];
  await showBoard({ late: { cards, why: 'closed', at: Date.UTC(2026, 0, 10, 9, 58), isDelivered: true } });
  expect(await screen.findByText('Closed at 11:58 – your text is with the facilitator.')).toBeTruthy();
  expect(screen.getByText('A late thought')).toBeTruthy();
});

test('PANEL-24 the other form is another view of the same cards; what it does not show is named and kept', async () => {
  const shown = await showBoard({ edits: [createEdit({ id: 'n', cell: 'needs', text: 'A warm place' })] });
  const before = shown.open.editor.board().get('n');
  await shown.user.click(screen.getByRole('button', { name: 'More' }));
  await shown.user.selectOptions(screen.getByRole('combobox', { name: 'Form' }), 'Service sheet, form B');
  expect(screen.getByText('Also filled: Needs (1)')).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'Not on this form' })).toBeTruthy();
  expect(shown.open.editor.board().get('n')).toBe(before);
});

test('PANEL-25 how far the sheet is, what the money adds up to and what a colleague would ask, with the way to the card', async () => {
  const shown = await showBoard({
    edits: [
      createEdit({ id: 'n', cell: 'needs', text: 'A warm place' }),
      createEdit({ id: 'r', cell: 'resources', text: 'Lamp', facets: { cost: { amount: 40, currency: 'EUR' }, availability: 'missing' } }),
    ],
  });
  await shown.user.click(screen.getByRole('button', { name: 'More' }));
  await shown.user.click(screen.getByRole('button', { name: 'How far we are', hidden: true }));
  expect(await screen.findByText('1 card, 0 complete')).toBeTruthy();
  expect(screen.getAllByText('€40').length).toBeGreaterThan(0);
  await shown.user.click(screen.getByRole('button', { name: 'A warm place' }));
  expect(await screen.findByRole('textbox', { name: 'Text of the card, Needs' })).toHaveProperty('value', 'A warm place');
});

test('PANEL-31 who only looks on sees nothing that only writing is for: no bin, no undoing, no making, no pasting', async () => {
  const place = placeOf({ me: { id: 'eva', name: 'Eva', role: 'observer' } });
  const shown = await showBoard({ place });
  act(() => shown.open.editor.readOnly.set('role'));
  const names = (): readonly (string | null)[] => screen.getAllByRole('button').map((each) => each.getAttribute('aria-label') ?? each.textContent);
  expect(names().filter((name) => /bin|undo|redo|paste/iu.test(name ?? ''))).toEqual([]);
  await shown.user.click(screen.getByRole('button', { name: 'More' }));
  expect(await screen.findByRole('button', { name: 'How far we are' })).toBeTruthy();
  expect(names().filter((name) => /bin|versions|paste/iu.test(name ?? ''))).toEqual([]);
  cleanup();
  // Somebody who may write but not just now still sees it all, switched off.
  const other = await showBoard();
  act(() => other.open.editor.readOnly.set('frozen'));
  expect(names().filter((name) => /bin|undo|redo|paste/iu.test(name ?? ''))).toHaveLength(4);
});

test('PANEL-31 on a laptop the tools of who only looks on are the arrow and the hand', async () => {
  const place = placeOf({ me: { id: 'eva', name: 'Eva', role: 'observer' } });
  const shown = await showBoard({ place, width: 1366 });
  act(() => shown.open.editor.readOnly.set('role'));
  const tools = within(screen.getByRole('toolbar', { name: 'Tools' })).getAllByRole('button');
  expect(tools.map((each) => each.textContent)).toEqual(['Select', 'Hand']);
  expect(screen.queryByRole('button', { name: /bin/iu })).toBeNull();
});
