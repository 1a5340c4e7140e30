// The board page in a real Chromium: nothing axe finds in any of its states, and the questions it asks.
import '@masa/client/ui/theme.css';
import '@masa/client/ui/components.css';
import '@masa/client/board/board.css';
import { loadBoardFont } from '@masa/client/canvas/typesetting.ts';
import { LIMITS } from '@masa/shared/core';
import type { Edit } from '@masa/shared/document';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type ShownPage, showPage } from '../client/boardPage.tsx';

const CARDS = Array.from(
  { length: 7 },
  (_, at): Edit => ({
    do: 'create',
    id: `card-${at}`,
    type: 'card',
    place: { cell: at < 4 ? 'needs' : 'resources', order: `a${at}` },
    text: `Thought number ${at}`,
    facets: {},
  }),
);

async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: true } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

async function openPage(width: number): Promise<ShownPage> {
  await page.viewport(width, 800);
  await loadBoardFont();
  const shown = await showPage({ edits: CARDS, width });
  await expect.element(page.getByRole('toolbar')).toBeVisible();
  return shown;
}

test('PANEL-27 axe finds nothing on the canvas page with outline, details, bin, progress, people and dialogs', async () => {
  const shown = await openPage(1366);
  await expect.element(page.getByRole('application', { name: 'The sheet' })).toBeVisible();
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: 'Outline' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Card 1 of 4, Needs' })).toBeVisible();
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: 'Details' }).first().click();
  await expect.element(page.getByRole('textbox', { name: 'Notes' })).toBeVisible();
  expect(await faults()).toEqual([]);
  shown.open.editor.bin(['card-0']);
  await page.getByRole('button', { name: 'Bin, 1 card' }).click();
  await expect.element(page.getByRole('button', { name: /Put back/ })).toBeVisible();
  expect(await faults()).toEqual([]);
  for (const panel of ['How far we are', 'People']) {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: panel, exact: true }).click();
    await expect.element(page.getByRole('heading', { name: panel })).toBeVisible();
    expect(await faults()).toEqual([]);
  }
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Paste a sheet' }).click();
  await page.getByRole('textbox', { name: 'Text of the sheet' }).fill('Target group: parents\nNeeds: a warm place; a talk\nPartners: the school');
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: 'Read the sheet' }).click();
  await expect.element(page.getByRole('button', { name: 'Make 4 cards' })).toBeVisible();
  expect(await faults()).toEqual([]);
});

test('PANEL-27 axe finds nothing on the phone page, where the outline is the board', async () => {
  await openPage(390);
  await expect.element(page.getByRole('heading', { name: /^Target group/ })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  expect(await faults()).toEqual([]);
});

test('PANEL-26 putting more than five cards in the bin asks first; five do not', async () => {
  const shown = await openPage(1366);
  const stage = page.getByRole('application', { name: 'The sheet' });
  await expect.element(stage).toBeVisible();
  (stage.element() as HTMLElement).focus();
  const { editor } = shown.open;
  const all = CARDS.map((edit) => edit.id);
  editor.selection.many(all.slice(0, LIMITS.deleteConfirm));
  await userEvent.keyboard('{Delete}');
  expect(editor.board().live()).toHaveLength(2);
  editor.restore(all);
  editor.selection.many(all);
  await userEvent.keyboard('{Delete}');
  await expect.element(page.getByRole('dialog', { name: 'Put 7 cards in the bin?' })).toBeVisible();
  expect(editor.board().live()).toHaveLength(7);
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(editor.board().live()).toHaveLength(7);
  (stage.element() as HTMLElement).focus();
  await userEvent.keyboard('{Delete}');
  await page.getByRole('button', { name: 'Put 7 cards in the bin' }).click();
  await expect.poll(() => editor.board().live().length).toBe(0);
});
