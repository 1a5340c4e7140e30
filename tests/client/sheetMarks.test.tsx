// Links, stars, completeness and the reality check on the page, as somebody with a phone or a keyboard has them.
import { wholeNow } from '@masa/client/kinds/wholes.ts';
import '@masa/client/panels/LinksDialog.tsx';
import '@masa/client/panels/RealityCheck.tsx';
import { goTo, questionCells, walkOn } from '@masa/client/panels/realityWalk.ts';
import '@masa/client/panels/StarsDialog.tsx';
import type { Place } from '@masa/client/board/place.ts';
import { STARS_MAX } from '@masa/shared/board';
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { placeOf } from './boardPage.tsx';
import { type ShownBoard, showBoard } from './boardUser.ts';

const card = ({ open }: ShownBoard, id: string) => open.editor.board().get(id);

const turnTo = async ({ user }: ShownBoard, cell: RegExp): Promise<void> => {
  const select = screen.getByRole('combobox', { name: 'Cells of the sheet' });
  await user.selectOptions(select, within(select).getByRole('option', { name: cell }));
};

const onDiagram = (): Place => {
  const place = placeOf();
  return { ...place, board: { ...place.board, template: 'smart-diagram@1' } };
};

const NEED = createEdit({ id: 'n', cell: 'needs', text: 'A warm place' });
const ADVICE = createEdit({ id: 'd', cell: 'needs', order: 'b0', text: 'Advice' });
const SONGS = createEdit({ id: 'a', cell: 'activities', text: 'Songs' });

test('MARKED-15 the list of cards that fit joins and parts, and says which are joined', async () => {
  const shown = await showBoard({ edits: [NEED, ADVICE, SONGS] });
  await turnTo(shown, /Activities/);
  await shown.user.click(screen.getByRole('button', { name: 'Link to …' }));
  const dialog = await screen.findByRole('dialog');
  const need = within(dialog).getByRole('button', { name: /A warm place/ });
  expect(need.getAttribute('aria-pressed')).toBe('false');
  await shown.user.click(need);
  expect(card(shown, 'a')?.fields.serves).toEqual(['n']);
  expect(
    within(dialog)
      .getByRole('button', { name: /A warm place/ })
      .getAttribute('aria-pressed'),
  ).toBe('true');
  await shown.user.click(within(dialog).getByRole('button', { name: /A warm place/ }));
  expect(card(shown, 'a')?.fields.serves).toEqual([]);
  await shown.user.click(within(dialog).getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('MARKED-16 both ends of a link say so in the outline', async () => {
  const shown = await showBoard({ edits: [NEED, SONGS] });
  act(() => shown.open.editor.setField('a', 'serves', ['n']));
  await turnTo(shown, /Activities/);
  expect(screen.getByText('Linked with: A warm place')).toBeTruthy();
  await turnTo(shown, /Needs/);
  expect(screen.getByText('Linked with: Songs')).toBeTruthy();
});

test('MARKED-21 a star is given and taken by a button that says whether it is there', async () => {
  const shown = await showBoard({ edits: [NEED] });
  await turnTo(shown, /Needs/);
  const star = () => screen.getByRole('button', { name: 'Say in plenary' });
  expect(star().getAttribute('aria-pressed')).toBe('false');
  await shown.user.click(star());
  expect(card(shown, 'n')?.starred).toBe(true);
  expect(star().getAttribute('aria-pressed')).toBe('true');
  await shown.user.click(star());
  expect(card(shown, 'n')?.starred).toBe(false);
});

/** As many starred cards as there may be. */
const STARRED = Array.from({ length: STARS_MAX }, (_, at) =>
  createEdit({ id: `s${at}`, cell: 'needs', order: `a${at}`, text: `Need ${at}`, facets: { starred: true } }),
);

test('MARKED-22 with too many stars the starred cards are shown, and the chosen one gives its star away in one step', async () => {
  const shown = await showBoard({ edits: [...STARRED, SONGS] });
  await turnTo(shown, /Activities/);
  await shown.user.click(screen.getByRole('button', { name: 'Say in plenary' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/“Songs”/)).toBeTruthy();
  expect(within(dialog).getAllByRole('button', { name: /^Need / })).toHaveLength(STARS_MAX);
  expect(card(shown, 'a')?.starred).toBe(false);
  await shown.user.click(within(dialog).getByRole('button', { name: 'Need 2' }));
  expect([card(shown, 's2')?.starred, card(shown, 'a')?.starred]).toEqual([false, true]);
  act(() => shown.open.editor.undo());
  expect([card(shown, 's2')?.starred, card(shown, 'a')?.starred]).toEqual([true, false]);
});

test('CRACK-11 an exchange that came too late is not called given', async () => {
  const shown = await showBoard({ edits: [...STARRED, SONGS] });
  await turnTo(shown, /Activities/);
  await shown.user.click(screen.getByRole('button', { name: 'Say in plenary' }));
  const dialog = await screen.findByRole('dialog');
  const lock = { by: 'eva', name: 'Eva', at: 1 };
  act(() => void shown.open.editor.perform([{ do: 'set', id: 'a', facet: 'lock', value: lock }]));
  await shown.user.click(within(dialog).getByRole('button', { name: 'Need 2' }));
  expect([card(shown, 's2')?.starred, card(shown, 'a')?.starred]).toEqual([true, false]);
  expect(screen.queryByText('Will be said in plenary')).toBeNull();
  expect(screen.getByText('Nothing was changed: one of the two cards cannot be changed now')).toBeTruthy();
});

test('MARKED-30 the outline says in words how far a cell has come', async () => {
  const shown = await showBoard({ edits: [NEED] });
  await turnTo(shown, /Needs/);
  expect(screen.getByText('0 of 1 complete', { selector: 'p' })).toBeTruthy();
  await turnTo(shown, /Partners/);
  expect(screen.getByText('empty', { selector: 'p' })).toBeTruthy();
});

test('MARKED-32 the panel tells how many cells are complete and how many begun, and leads to the questions', async () => {
  const shown = await showBoard({ edits: [NEED], place: onDiagram() });
  await shown.user.click(screen.getByRole('button', { name: 'More' }));
  await shown.user.click(await screen.findByRole('button', { name: 'How far we are' }));
  expect(await screen.findByText(/^0 of \d+ cells complete, 1 begun$/)).toBeTruthy();
  await shown.user.click(screen.getByRole('button', { name: 'Go through the questions' }));
  expect(await screen.findByText(/^Question 1 of/)).toBeTruthy();
});

/** The panel that is open. */
const panel = () => within(screen.getByRole('complementary'));

async function openWalk(shown: ShownBoard): Promise<void> {
  await shown.user.click(screen.getByRole('button', { name: 'More' }));
  await shown.user.click(await screen.findByRole('button', { name: 'Reality check' }));
  await screen.findByText(/^Question 1 of/);
}

test('MARKED-40 the walk asks one cell after the other, forth and back', async () => {
  const shown = await showBoard({ edits: [NEED], place: onDiagram() });
  await openWalk(shown);
  const asked = (): string => panel().getByText(/^Question \d+ of/).textContent ?? '';
  const total = Number(/of (\d+)/.exec(asked())?.[1]);
  expect(total).toBeGreaterThan(5);
  const titles: string[] = [];
  for (let at = 1; at <= total; at += 1) {
    expect(asked()).toBe(`Question ${at} of ${total}`);
    titles.push(panel().getAllByRole('heading', { level: 3 }).at(0)?.textContent ?? '');
    await shown.user.click(panel().getByRole('button', { name: at < total ? 'Next' : 'What remains' }));
  }
  expect(new Set(titles).size).toBe(total);
  expect(panel().getByRole('heading', { name: 'What remains open' })).toBeTruthy();
  await shown.user.click(panel().getByRole('button', { name: 'Back' }));
  expect(asked()).toBe(`Question ${total} of ${total}`);
});

test('MARKED-40 the walk shows the cards of the cell it asks about and takes a new one', async () => {
  const shown = await showBoard({ edits: [NEED], place: onDiagram() });
  await openWalk(shown);
  const cells = questionCells(wholeNow(shown.open.editor.kind), shown.open.editor.records.template.get());
  act(() =>
    goTo(
      walkOn(shown.open.editor),
      cells.findIndex(({ id }) => id === 'needs'),
      cells,
    ),
  );
  expect(panel().getAllByRole('button', { name: 'A warm place' }).length).toBeGreaterThan(0);
  await shown.user.type(panel().getByRole('textbox', { name: /New card/ }), 'Quiet hours{Enter}');
  expect(
    shown.open.editor
      .board()
      .inSlot('needs')
      .map(({ text }) => text),
  ).toEqual(['A warm place', 'Quiet hours']);
  expect(panel().getAllByRole('button', { name: 'Quiet hours' }).length).toBeGreaterThan(0);
});

test('MARKED-42 it ends with what is not thought through, and each leads back to its question', async () => {
  const shown = await showBoard({ edits: [NEED], place: onDiagram() });
  await openWalk(shown);
  const total = Number(/of (\d+)/.exec(screen.getByText(/^Question/).textContent ?? '')?.[1]);
  await shown.user.click(screen.getByRole('checkbox', { name: 'Thought through' }));
  for (let at = 1; at <= total; at += 1) await shown.user.click(panel().getByRole('button', { name: at < total ? 'Next' : 'What remains' }));
  expect(screen.getByText(new RegExp(`^${total - 1} questions are not thought through yet`))).toBeTruthy();
  const list = panel().getAllByRole('button', { name: / · .*: / });
  await shown.user.click(list[0] as HTMLElement);
  expect(screen.getByText(`Question 2 of ${total}`)).toBeTruthy();
  await shown.user.click(panel().getByRole('button', { name: 'Back' }));
  expect((screen.getByRole('checkbox', { name: 'Thought through' }) as HTMLInputElement).checked).toBe(true);
});

test('MARKED-44 whoever switches the form in the middle of the walk is asked about the same cell, there and back', async () => {
  const shown = await showBoard({ edits: [NEED], place: onDiagram() });
  await openWalk(shown);
  /** Without the number the diagram gives it. */
  const title = (): string => (panel().getAllByRole('heading', { level: 3 }).at(0)?.textContent ?? '').replace(/^\d+ · /, '');
  const step = (): string => panel().getByText(/^Question \d+ of/).textContent ?? '';
  const form = async (id: string): Promise<void> => {
    const template = shown.open.editor.kind.templates.find((each) => each.id === id);
    if (!template) throw new Error(`no ${id}`);
    await act(async () => shown.open.editor.records.template.set(template));
  };
  for (let at = 0; at < 7; at += 1) await shown.user.click(panel().getByRole('button', { name: 'Next' }));
  const [before, asked] = [title(), step()];
  await form('form-b');
  expect([title(), step() === asked]).toEqual([before, false]);
  await form('smart-diagram');
  expect([title(), step()]).toEqual([before, asked]);
});
