// The free layer in the outline: everything by buttons, fields and keys, on a phone, where the outline is the board.
import { FREE_PAGE } from '@masa/client/outline/moves.ts';
import { freeTree } from '@masa/shared/board';
import { apply, PERSON } from '@masa/shared/document';
import { formA } from '@masa/shared/kinds';
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Card, createEdit } from '../shared/sheets.ts';
import { ME, placeOf } from './boardPage.tsx';
import { type ShownBoard, showBoard } from './boardUser.ts';

const THEIRS = { id: 'petar', name: 'Петър', library: 'Искра', region: 'Видин' };
const at = (x: number, y = -600, w = 200, h = 200): NonNullable<Card['place']> => ({ box: [x, y, w, h], rot: 0 });

const OBJECTS: readonly Card[] = [
  { id: 'need', cell: 'needs', order: 'a0', text: 'A warm place' },
  { id: 'tea', type: 'note', text: 'Tea for all', place: at(0) },
  { id: 'arrow', type: 'connector', text: '', place: at(300), facets: { start: { on: 'tea', at: [1, 0.5] }, end: { on: 'need', at: [0, 0] } } },
  { id: 'photo', type: 'image', text: '', place: at(600), facets: { image: { id: 'p', w: 40, h: 30 } } },
  { id: 'box', type: 'shape', text: 'Box', place: at(900) },
  { id: 'drawn', type: 'ink', text: '', place: at(1_200), facets: { points: [0, 0, 50, 90, 90, 50], author: THEIRS } },
  { id: 'held', type: 'note', text: 'Held', place: at(1_500), facets: { lock: { by: 'v', name: 'Vera', at: 1, staff: true } } },
  { id: 'frame', type: 'frame', text: 'Ideas', place: at(2_000, -700, 900, 900) },
  { id: 'inside', type: 'note', text: 'In the frame', place: at(2_100) },
  { id: 'asked', type: 'comment', text: 'Who brings it?', place: at(200), facets: { on: 'tea', author: THEIRS, created: 1_700_000_000_000 } },
];

const show = async (over: Parameters<typeof showBoard>[0] = {}): Promise<ShownBoard> => {
  const shown = await showBoard({ edits: OBJECTS.map(createEdit), ...over });
  const page = screen.queryByRole('combobox', { name: 'Cells of the sheet' });
  if (page) await shown.user.selectOptions(page, FREE_PAGE);
  await screen.findByRole('heading', { name: /On the board/ });
  return shown;
};

const entry = (text: string): HTMLElement => {
  const found = screen
    .getAllByRole('textbox')
    .find((field): field is HTMLTextAreaElement => field instanceof HTMLTextAreaElement && field.value === text)
    ?.closest('li');
  if (!(found instanceof HTMLElement)) throw new Error(`no entry ${text}`);
  return found;
};
const record = ({ open }: ShownBoard, id: string) => open.editor.board().get(id);

test('OUTLINING-15 the board’s own page lists every object with what it is, frames as headings', async () => {
  await show();
  for (const text of ['Tea for all', 'Box', 'In the frame']) expect(entry(text)).toBeTruthy();
  expect(screen.getByText('Arrow from “Tea for all” to “A warm place”')).toBeTruthy();
  expect(screen.getByText('Drawing by Петър')).toBeTruthy();
  expect(screen.getByText('Picture without description')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Ideas' })).toBeTruthy();
  expect(screen.getByText(/What does the picture show/)).toBeTruthy();
});

test('OUTLINING-16 texts, titles, labels and descriptions are written there', async () => {
  const shown = await show();
  const write = async (name: RegExp, text: string): Promise<void> => {
    await shown.user.type(screen.getByRole('textbox', { name }), text);
    await shown.user.tab();
  };
  await write(/^Note 1 of 7$/, ' of us');
  await write(/^Label of the arrow/, 'first');
  await write(/^What the picture shows/, 'A reading room');
  await write(/^Title of the frame/, ' for spring');
  expect(['tea', 'arrow', 'photo', 'frame'].map((id) => record(shown, id)?.text)).toEqual([
    'Tea for all of us',
    'first',
    'A reading room',
    'Ideas for spring',
  ]);
  expect(screen.getByRole('textbox', { name: /^Note 1 of 1, Ideas/ })).toBeTruthy();
  // A shape is there without its text; a note too.
  await shown.user.clear(screen.getByRole('textbox', { name: /^Text of the shape/ }));
  await shown.user.tab();
  expect(record(shown, 'box')).toMatchObject({ text: '', gone: null });
});

test('OUTLINING-17 a note is added beside what is there, put into a cell as a card, and a card is taken out as a note', async () => {
  const shown = await show();
  await shown.user.type(screen.getByRole('textbox', { name: 'New note …' }), 'Coffee too{Enter}');
  const made = freeTree(shown.open.editor.board()).roots.find((node) => node.record.text === 'Coffee too')?.record;
  expect(made).toMatchObject({ type: 'note', author: { id: ME.id } });
  await shown.user.selectOptions(within(entry('Coffee too')).getByRole('combobox', { name: 'Move to …' }), 'Partners');
  expect(shown.open.editor.board().inSlot('partners')).toMatchObject([{ text: 'Coffee too' }]);
  await shown.user.selectOptions(screen.getByRole('combobox', { name: 'Cells of the sheet' }), 'needs');
  await shown.user.click(screen.getByRole('button', { name: 'Take out of the cell' }));
  const out = record(shown, 'need')?.place;
  expect(out && 'box' in out && out.box[0]).toBeGreaterThan(formA.size.w);
});

test('OUTLINING-18 objects are deleted and locked; what a facilitator locked can only be read', async () => {
  const shown = await show();
  await shown.user.click(within(entry('Tea for all')).getByRole('button', { name: 'Lock' }));
  expect(record(shown, 'tea')?.lock?.by).toBe(ME.id);
  expect(within(entry('Tea for all')).queryByRole('button', { name: 'Put in the bin' })).toBeNull();
  await shown.user.click(within(entry('Tea for all')).getByRole('button', { name: 'Unlock' }));
  await shown.user.click(within(entry('Tea for all')).getByRole('button', { name: 'Put in the bin' }));
  expect(record(shown, 'tea')?.gone?.by).toBe(ME.id);
  const held = within(entry('Held'));
  expect(held.getByText('Locked by Vera')).toBeTruthy();
  expect(held.queryByRole('button', { name: 'Unlock' })).toBeNull();
  expect(held.getByRole<HTMLTextAreaElement>('textbox').readOnly).toBe(true);
});

test('OUTLINING-19 reactions are put on objects and cards, and taken away again', async () => {
  const shown = await show();
  const tea = (): ReturnType<typeof within> => within(entry('Tea for all'));
  await shown.user.selectOptions(tea().getByRole('combobox', { name: 'React …' }), 'star');
  act(() => void apply(shown.open.editor.doc, [{ do: 'mark', by: 'petar', id: 'tea', mark: 'star', on: true }], PERSON));
  const star = await waitFor(() => tea().getByRole('button', { name: 'star: 2 people' }));
  expect(star.getAttribute('aria-pressed')).toBe('true');
  await shown.user.click(star);
  await waitFor(() => expect(tea().getByRole('button', { name: 'star: 1 person' }).getAttribute('aria-pressed')).toBe('false'));
  expect(shown.open.editor.board().reactions('tea')).toEqual({ star: 1 });
});

test('OUTLINING-20 a conversation is read, answered, resolved and opened again; people take back their own words only', async () => {
  const shown = await show();
  const { user } = shown;
  await user.click(within(entry('Tea for all')).getByText('1 comment'));
  const thread = (): ReturnType<typeof within> => within(screen.getByRole('region', { name: 'Conversation: Who brings it?' }));
  expect(thread().getByText('Петър')).toBeTruthy();
  expect(thread().queryByRole('button', { name: 'Delete the comment' })).toBeNull();
  await user.type(thread().getByRole('textbox', { name: 'Your reply' }), 'I do{Enter}');
  await waitFor(() => expect(thread().getByText('I do')).toBeTruthy());
  await user.click(thread().getByRole('button', { name: 'Delete the reply: I do' }));
  expect(thread().queryByText('I do')).toBeNull();
  await user.click(thread().getByRole('button', { name: 'Resolve' }));
  expect(thread().getByText(`Resolved by ${ME.name}`)).toBeTruthy();
  expect(thread().queryByRole('textbox', { name: 'Your reply' })).toBeNull();
  await user.click(thread().getByRole('button', { name: 'Reopen' }));
  expect(record(shown, 'asked')?.fields.resolved).toBeNull();
});

test('OUTLINING-21 a comment is written on any object and on a card, and stands there', async () => {
  const shown = await show();
  await shown.user.selectOptions(screen.getByRole('combobox', { name: 'Cells of the sheet' }), 'needs');
  await shown.user.click(screen.getByText('Comment'));
  await shown.user.type(screen.getByRole('textbox', { name: 'Your comment' }), 'How do we know?{Enter}');
  await waitFor(() => expect(screen.getByRole('region', { name: 'Conversation: How do we know?' })).toBeTruthy());
  const [about] = freeTree(shown.open.editor.board()).about('need');
  expect(about?.record).toMatchObject({ type: 'comment', text: 'How do we know?', fields: { on: 'need' } });
});

test('OUTLINING-22 what others do on the board itself is said in words', async () => {
  const shown = await show();
  const said = shown.container.querySelector('[data-live="others"]');
  const theirs = new Y.Doc();
  apply(theirs, [createEdit({ id: 'theirs', type: 'ink', text: '', place: at(4_000), facets: { points: [0, 0, 50], author: THEIRS } })], PERSON);
  act(() => Y.applyUpdate(shown.open.editor.doc, Y.encodeStateAsUpdate(theirs)));
  await waitFor(() => expect(said?.textContent).toBe('Петър put on the board: Drawing by Петър'), { timeout: 4_000 });
});

test('OUTLINING-23 who may only read sees the board’s own page, its reactions and conversations, and changes nothing', async () => {
  const shown = await show();
  act(() => shown.open.editor.readOnly.set('frozen'));
  expect(entry('Tea for all')).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'New note …' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Put in the bin' })).toBeNull();
  expect(screen.queryByRole('combobox', { name: 'React …' })).toBeNull();
  await shown.user.click(within(entry('Tea for all')).getByText('1 comment'));
  expect(screen.getByText('Who brings it?')).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'Your reply' })).toBeNull();
});

test('EMPTY-6 in the outline the empty board is one page: what lies there and the next note', async () => {
  const place = placeOf();
  const shown = await show({ edits: [], place: { ...place, board: { ...place.board, kind: 'empty-board', template: 'empty@1' } } });
  expect(screen.queryByRole('combobox', { name: 'Cells of the sheet' })).toBeNull();
  await shown.user.type(screen.getByRole('textbox', { name: 'New note …' }), 'The first{Enter}');
  expect(entry('The first')).toBeTruthy();
  expect(within(entry('The first')).queryByRole('combobox', { name: 'Move to …' })).toBeNull();
  expect(shown.open.editor.board().free()).toMatchObject([{ type: 'note', text: 'The first' }]);
});
