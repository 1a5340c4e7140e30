// Bars, menus, palette, search and map on the real page in a real Chromium.
import '@masa/client/ui/theme.css';
import '@masa/client/ui/components.css';
import '@masa/client/board/board.css';
import { loadBoardFont } from '@masa/client/canvas/typesetting.ts';
import type { Edit } from '@masa/shared/document';
import { createObjects, freePlace, type NewObject } from '@masa/shared/objects';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { placeOf, type ShownPage, type ShowOptions, showPage } from '../client/boardPage.tsx';

const card = (id: string, cell: string, text: string): Edit => ({
  do: 'create',
  id,
  type: 'card',
  place: { cell, order: `a${id}` },
  text,
  facets: {},
});
const CARDS = [card('1', 'needs', 'A warm place'), card('2', 'needs', 'Școală de vară'), card('3', 'partners', 'The school')];

async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

async function openPage(options: ShowOptions = {}): Promise<ShownPage> {
  const width = options.width ?? 1366;
  await page.viewport(width, 768);
  await loadBoardFont();
  const shown = await showPage({ edits: CARDS, ...options, width });
  await expect.poll(() => document.querySelector(width > 700 ? '.masa-stage' : '.outline')).not.toBeNull();
  return shown;
}

function notes({ open: { editor } }: ShownPage, ...ids: readonly string[]): void {
  const objects = ids.map(
    (id, at): NewObject => ({ id, type: 'note', text: `note ${id}`, place: freePlace({ x: 60 + at * 220, y: 60, w: 180, h: 180 }) }),
  );
  editor.perform(createObjects(editor.board(), objects, editor.context()));
}

const focusStage = (): void => document.querySelector<HTMLElement>('.masa-stage')?.focus();
const focused = (): string => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '';
const tools = () => page.getByRole('toolbar', { name: 'Tools' });

test('TOOLBAR-1 eight tools are in sight with their names, the others behind "More" and seen on it once in the hand', async () => {
  const { open } = await openPage();
  const names = tools()
    .getByRole('button')
    .elements()
    .map((each) => each.querySelector('.tool-name')?.textContent ?? '')
    .filter(Boolean);
  expect(names).toEqual(['Select', 'Card', 'Note', 'Link', 'Arrow', 'Pen', 'Comment', 'More']);
  await page.getByRole('button', { name: 'More tools' }).click();
  await page.getByRole('button', { name: /^Diamond/ }).click();
  await expect.poll(() => [open.editor.toolbox.tool.get(), open.editor.toolbox.next.get().shape]).toEqual(['shape', 'diamond']);
  await expect.element(page.getByRole('button', { name: 'More tools: Shape' })).toBeVisible();
  for (const [width, height] of [
    [1024, 768],
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.viewport(width, height);
    const bar = document.querySelector('.board-tools');
    const right = Math.max(...[...(bar?.querySelectorAll('button') ?? [])].map((each) => each.getBoundingClientRect().right));
    expect(right).toBeLessThanOrEqual(width);
    expect(bar?.scrollWidth).toBeLessThanOrEqual(width);
  }
});

test('TOOLBAR-2 a tool pressed again stays in the hand and says so, and a third time is put away; pens stay by nature', async () => {
  const { open } = await openPage();
  const { toolbox } = open.editor;
  await page.getByRole('button', { name: /^Note/ }).click();
  expect([toolbox.tool.get(), toolbox.isKept.get()]).toEqual(['note', false]);
  await page.getByRole('button', { name: /^Note/ }).click();
  expect([toolbox.tool.get(), toolbox.isKept.get()]).toEqual(['note', true]);
  await expect.element(page.getByRole('button', { name: 'Note: stays in the hand' })).toBeVisible();
  await page.getByRole('button', { name: 'Note: stays in the hand' }).click();
  expect([toolbox.tool.get(), toolbox.isKept.get()]).toEqual(['select', false]);
  await page.getByRole('button', { name: /^Pen/ }).click();
  await page.getByRole('button', { name: /^Pen/ }).click();
  expect(toolbox.tool.get()).toBe('select');
});

test('TOOLBAR-3 the bar is one stop for Tab, and arrow keys walk in it', async () => {
  await openPage();
  const buttons = tools().getByRole('button').elements() as HTMLElement[];
  expect(buttons.filter((each) => each.tabIndex === 0)).toHaveLength(1);
  buttons[0]?.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(focused()).toMatch(/^Note/);
  await userEvent.keyboard('{End}');
  expect(focused()).toMatch(/^Redo/);
  await userEvent.keyboard('{ArrowRight}');
  expect(focused()).toMatch(/^Select/);
  expect(buttons.filter((each) => each.tabIndex === 0)).toHaveLength(1);
});

test('TOOLBAR-4 on a board for reading the making tools say why they do nothing; a phone has none', async () => {
  const place = placeOf();
  const { open } = await openPage({ place });
  open.editor.readOnly.set('role');
  const note = page.getByRole('button', { name: 'Note. You can only read here' });
  await expect.element(note).toHaveAttribute('aria-disabled', 'true');
  (note.element() as HTMLElement).click();
  expect(open.editor.toolbox.tool.get()).toBe('select');
  await page.getByRole('button', { name: 'More tools' }).click();
  await page.getByRole('button', { name: /^Hand/ }).click();
  expect(open.editor.toolbox.tool.get()).toBe('hand');
});

test('TOOLBAR-4 a phone has no drawing tools', async () => {
  await openPage({ width: 390 });
  expect(
    tools()
      .getByRole('button')
      .elements()
      .map((each) => each.getAttribute('aria-label')),
  ).toEqual(['Undo', 'Redo', 'Paste a sheet', 'Bin, empty', 'More']);
});

test('TOOLBAR-5 what opens above a button closes by Escape with the focus back, and by a press elsewhere', async () => {
  await openPage();
  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.click();
  await expect.element(page.getByRole('button', { name: 'Find …' })).toBeVisible();
  expect(await faults()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Find …' })).not.toBeInTheDocument();
  expect(document.activeElement).toBe(more.element());
  await more.click();
  await page.getByRole('heading', { level: 1 }).click();
  await expect.element(page.getByRole('button', { name: 'Find …' })).not.toBeInTheDocument();
});

test('STYLE-1 the style bar comes with what is chosen, by keyboard as well, and axe finds nothing in it', async () => {
  const shown = await openPage();
  notes(shown, 'a', 'b');
  const { editor } = shown.open;
  editor.selection.many(['a', 'b']);
  const bar = page.getByRole('toolbar', { name: 'Look' });
  await expect.element(bar).toBeVisible();
  await expect.element(page.getByRole('group', { name: 'Colour: Yellow' })).toBeVisible();
  expect(await faults()).toEqual([]);
  await page
    .getByRole('button', { name: 'Teal' })
    .or(page.getByRole('button', { name: 'Sea green' }))
    .click();
  expect(editor.board().get('b')?.fields.colour).toBe('teal');
  editor.perform([{ do: 'set', id: 'a', facet: 'colour', value: 'red' }]);
  await expect.element(page.getByRole('group', { name: 'Colour: various' })).toBeVisible();
  await page.getByRole('button', { name: 'Text size: Medium' }).click();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(editor.board().get('a')?.fields.fontSize).toBe('l');
  editor.selection.clear();
  await expect.element(bar).not.toBeInTheDocument();
});

test('MENU-1 the menu opens inside the window with what can be done to what is chosen', async () => {
  const shown = await openPage();
  notes(shown, 'a', 'b');
  focusStage();
  shown.open.editor.selection.many(['a', 'b']);
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  const menu = page.getByRole('menu', { name: 'What can be done here' });
  await expect.element(menu).toBeVisible();
  const box = menu.element().getBoundingClientRect();
  expect(box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight).toBe(true);
  const names = menu
    .getByRole('menuitem')
    .elements()
    .map((each) => each.getAttribute('aria-label') ?? each.querySelector('.context-words')?.textContent);
  expect(names).toEqual(expect.arrayContaining(['Copy', 'Group', 'Lock', 'Put in the bin', 'Align left']));
  expect(names).not.toEqual(expect.arrayContaining(['Take out of the cell']));
  expect(await faults()).toEqual([]);
});

test('MENU-2 arrow keys and first letters walk in the menu, Enter does, Escape closes; the focus is then on the board', async () => {
  const shown = await openPage();
  const { editor } = shown.open;
  notes(shown, 'a');
  focusStage();
  editor.selection.only('a', null);
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  const menu = page.getByRole('menu');
  await expect.element(menu).toBeVisible();
  await expect.poll(focused).toMatch(/^Write/);
  await userEvent.keyboard('{End}');
  expect(focused()).toMatch(/^Put in the bin/);
  await userEvent.keyboard('l');
  expect(focused()).toMatch(/^Lock/);
  await userEvent.keyboard('{Enter}');
  expect(editor.board().get('a')?.lock).not.toBeNull();
  await expect.element(menu).not.toBeInTheDocument();
  expect(document.activeElement?.className).toContain('masa-stage');
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  await expect.element(menu).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(menu).not.toBeInTheDocument();
  expect(document.activeElement?.className).toContain('masa-stage');
});

test('MENU-3 what is locked says so, and what has nothing to do with it is left out', async () => {
  const shown = await openPage();
  const { editor } = shown.open;
  notes(shown, 'a');
  editor.perform([{ do: 'set', id: 'a', facet: 'lock', value: { by: 'f', name: 'Anna', at: 1, staff: true } }]);
  focusStage();
  editor.selection.only('a', null);
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  await expect.element(page.getByRole('menuitem', { name: 'Put in the bin Locked by a facilitator' })).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByRole('menuitem', { name: 'Details of the card' })).not.toBeInTheDocument();
});

test('PALETTE-2 arrow keys choose and Enter does; what cannot be done shows why and stays; what was used lately comes first', async () => {
  const shown = await openPage();
  const { editor } = shown.open;
  focusStage();
  await userEvent.keyboard('{Control>}k{/Control}');
  const field = page.getByRole('combobox', { name: 'A word from its name, or from a card' });
  await expect.element(field).toHaveFocus();
  expect(await faults()).toEqual([]);
  await userEvent.keyboard('ungroup');
  await expect.element(page.getByRole('option', { name: 'Ungroup Choose something first' })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toBeVisible();
  await field.fill('');
  await userEvent.keyboard('high');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => editor.toolbox.tool.get()).toBe('highlighter');
  await expect.element(field).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByText('Used lately')).toBeVisible();
  await expect.element(page.getByRole('listbox').getByRole('option').first()).toHaveTextContent(/^Highlighter/);
});

test('PALETTE-3 cards and notes are found by their words, and going to one chooses it', async () => {
  const shown = await openPage();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('combobox', { name: 'A word from its name, or from a card' })).toHaveFocus();
  await userEvent.keyboard('scoala');
  await expect.element(page.getByRole('option', { name: /Go to: Școală/ })).toBeVisible();
  await page.getByRole('option', { name: /Go to: Școală/ }).click();
  await expect.poll(() => [...shown.open.editor.selection.get().ids]).toEqual(['2']);
});

test('PALETTE-1 in Ukrainian a command is found by its Ukrainian and its English name', async () => {
  const shown = await openPage({ language: 'uk' });
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.keyboard('нотатка');
  await expect.element(page.getByRole('listbox').getByRole('option').first()).toHaveTextContent(/^Нотатка/);
  await page.getByRole('combobox', { name: 'Слово з назви або з картки' }).fill('note');
  await expect.element(page.getByRole('listbox').getByRole('option').first()).toHaveTextContent(/^Нотатка/);
  expect(shown.open.editor.toolbox.tool.get()).toBe('select');
});

test('PALETTE-4 the sheet of shortcuts stands in groups and can be filtered', async () => {
  await openPage();
  focusStage();
  await userEvent.keyboard('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect.element(dialog.getByRole('heading', { name: 'Arrange' })).toBeVisible();
  expect(await faults()).toEqual([]);
  await dialog.getByRole('searchbox', { name: 'Find a shortcut' }).fill('duplic');
  expect(
    dialog
      .getByRole('row')
      .elements()
      .map((each) => each.textContent),
  ).toEqual(['DuplicateCtrlD']);
});

test('SEARCH-3 Enter goes round the places, says which of how many, and shows and chooses it', async () => {
  const shown = await openPage();
  notes(shown, 'a');
  const { editor } = shown.open;
  editor.perform([{ do: 'text', id: 'a', text: 'old SCHOOL' }]);
  focusStage();
  await userEvent.keyboard('{Control>}f{/Control}');
  const field = page.getByRole('searchbox', { name: 'Find on the board' });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('sc');
  const chosen = (): string => [...editor.selection.get().ids].join();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('1 of 3')).toBeVisible();
  expect(chosen()).toBe('2');
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(page.getByText('3 of 3')).toBeVisible();
  expect(chosen()).toBe('a');
  await userEvent.keyboard('{Enter}');
  expect(chosen()).toBe('2');
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  expect(chosen()).toBe('a');
  await expect.element(field).toHaveFocus();
  expect(await faults()).toEqual([]);
  // Somebody changes the board while this person is on it again: the panel follows and takes no focus.
  focusStage();
  editor.perform([{ do: 'text', id: '3', text: 'Scouts' }]);
  await expect.element(page.getByRole('button', { name: /^Scouts/ })).toBeVisible();
  expect(document.activeElement?.className).toContain('masa-stage');
});

test('MINIMAP-1 the map shows the board with a frame; a press, a drag and arrow keys move the view', async () => {
  const shown = await openPage();
  const { camera } = shown.open.editor;
  await page.getByRole('button', { name: 'Map of the board' }).click();
  const map = page.getByRole('application', { name: /^Map of the board/ });
  await expect.element(map).toBeVisible();
  expect(await faults()).toEqual([]);
  camera.setZoom(2);
  const before = camera.view.get();
  (map.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  expect(camera.view.get().x).toBeGreaterThan(before.x);
  expect(camera.view.get().y).toBeGreaterThan(before.y);
  const { left, top, width, height } = map.element().getBoundingClientRect();
  const point = (type: string, x: number, y: number): void =>
    void map.element().dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: left + x, clientY: top + y, isPrimary: true }));
  point('pointerdown', width / 2, height - 12);
  const pressed = camera.view.get();
  expect(pressed.y).toBeGreaterThan(before.y);
  point('pointermove', width / 2, height / 2);
  expect(camera.view.get().y).toBeLessThan(pressed.y);
  point('pointerup', width / 2, height / 2);
});
