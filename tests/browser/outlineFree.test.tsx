// The free layer in the outline, in a real Chromium: on a phone, where the outline is the board, and in the drawer beside the canvas.
import '@masa/client/ui/theme.css';
import '@masa/client/ui/components.css';
import '@masa/client/board/board.css';
import { FREE_PAGE } from '@masa/client/outline/moves.ts';
import type { Edit, Place } from '@masa/shared/document';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showPage } from '../client/boardPage.tsx';

const at = (x: number, y = -600, w = 200, h = 200): Place => ({ box: [x, y, w, h], rot: 0 });
const PETAR = { id: 'petar', name: 'Петър Димитров', library: 'Искра', region: 'Видин' };
/** One object as it is made. */
interface Made {
  readonly id: string;
  readonly type?: string;
  readonly text: string;
  readonly place: Place;
  readonly facets?: Readonly<Record<string, unknown>>;
}

const EDITS = (
  [
    { id: 'need', place: { cell: 'needs', order: 'a0' }, text: 'Топло място за срещи' },
    { id: 'tea', type: 'note', text: 'Чай за всички, които идват след работа', place: at(0), facets: { author: PETAR } },
    {
      id: 'arrow',
      type: 'connector',
      text: 'води до',
      place: at(300),
      facets: { start: { on: 'tea', at: [1, 0.5] }, end: { on: 'need', at: [0, 0] } },
    },
    { id: 'drawn', type: 'ink', text: '', place: at(600), facets: { points: [0, 0, 50, 900, 900, 50], base: [90, 90], author: PETAR } },
    { id: 'held', type: 'note', text: 'Не пипай', place: at(900), facets: { lock: { by: 'v', name: 'Вера', at: 1, staff: true } } },
    { id: 'frame', type: 'frame', text: 'Идеи за пролетта', place: at(2_000, -700, 900, 900) },
    { id: 'inside', type: 'note', text: 'Четене на открито', place: at(2_100) },
    { id: 'asked', type: 'comment', text: 'Кой ще го донесе?', place: at(200), facets: { on: 'tea', author: PETAR, created: 1_700_000_000_000 } },
    { id: 'said', type: 'reply', text: 'Читалището', place: at(200), facets: { of: 'asked', author: PETAR, created: 1_700_000_100_000 } },
  ] satisfies readonly Made[]
).map(({ type = 'card', facets = {}, ...made }: Made): Edit => ({ do: 'create', type, facets, ...made }));

async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Controls lower than a finger. */
const small = (): readonly string[] =>
  [...document.querySelectorAll('.outline :is(button, select, summary, textarea)')]
    .filter((control) => control.getClientRects().length > 0 && control.getBoundingClientRect().height < 44)
    .map((control) => control.outerHTML.slice(0, 120));

test.each([390, 320])(
  'OUTLINING-24 on a phone of %i px nothing scrolls sideways, every control fits a finger, and axe finds nothing',
  async (width) => {
    await page.viewport(width, 844);
    const { container } = await showPage({ edits: EDITS, width: 390, language: 'bg' });
    // The cells, whose cards have the most to press, and then what lies beside the sheet.
    await expect.element(page.getByRole('combobox', { name: 'Клетки на листа' })).toBeVisible();
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Клетки на листа' }), 'needs');
    await page.getByTitle('Още за картичката').click();
    await expect.element(page.getByRole('combobox', { name: 'Премести в …' })).toBeVisible();
    expect(small()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Клетки на листа' }), FREE_PAGE);
    await expect.element(page.getByRole('heading', { name: /На дъската/ })).toBeVisible();
    await page.getByText('1 коментар').click();
    await expect.element(page.getByText('Читалището')).toBeVisible();
    const outline = container.querySelector('.outline');
    expect(outline?.scrollWidth ?? 0).toBeLessThanOrEqual(outline?.clientWidth ?? 0);
    expect(small()).toEqual([]);
    expect(await faults()).toEqual([]);
  },
);

test('OUTLINING-25 on a phone one row stands under a card, and what else can be done with it unfolds below', async () => {
  await page.viewport(390, 844);
  const { container } = await showPage({ edits: EDITS, width: 390, language: 'en' });
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Cells of the sheet' }), 'needs');
  const row = container.querySelector('.outline-acts');
  expect(row?.getBoundingClientRect().height).toBeLessThanOrEqual(48);
  const actions = page.getByRole('group', { name: 'Card 1', exact: true });
  await expect.element(actions).not.toBeInTheDocument();
  const more = container.querySelector<HTMLElement>('.outline-acts > details > summary');
  more?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(actions).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'Move to …' })).toBeVisible();
  expect(await faults()).toEqual([]);
});

test('OUTLINING-24 in the drawer beside the canvas axe finds nothing either', async () => {
  await page.viewport(1366, 900);
  await showPage({ edits: EDITS, width: 1366, language: 'bg' });
  await page.getByRole('button', { name: 'Списък' }).first().click();
  await expect.element(page.getByRole('heading', { name: /На дъската/ })).toBeVisible();
  expect(await faults()).toEqual([]);
});
