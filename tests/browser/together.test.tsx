// Being on a board together on the real page in a real Chromium: nothing axe finds, and what is shown leads where it says.
import '@masa/client/ui/theme.css';
import '@masa/client/ui/components.css';
import '@masa/client/board/board.css';
import { loadBoardFont } from '@masa/client/canvas/typesetting.ts';
import { contains } from '@masa/shared/core';
import type { Edit } from '@masa/shared/document';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { ME, type ShownPage, showPage } from '../client/boardPage.tsx';

const ana = { id: 'ana', name: 'Ана', library: 'Искра', region: '' };
const CARD: Edit = { do: 'create', id: 'n', type: 'card', place: { cell: 'effect', order: 'a0' }, text: 'A warm place', facets: {} };

const comment = (id: string, text: string, facets: Readonly<Record<string, unknown>>): Edit => ({
  do: 'create',
  id,
  type: 'comment',
  place: { box: [10, 20, 40, 40], rot: 0 },
  text,
  facets: { author: ana, created: 1_769_999_000_000, ...facets },
});

async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

async function openPage(edits: readonly Edit[]): Promise<ShownPage> {
  await page.viewport(1366, 768);
  await loadBoardFont();
  const shown = await showPage({ edits, width: 1366 });
  await expect.poll(() => document.querySelector('.masa-stage')).not.toBeNull();
  return shown;
}

/** Somebody's screen on the board says something of itself. */
function hear({ open }: ShownPage, state: Readonly<Record<string, unknown>> = {}): (next: Readonly<Record<string, unknown>>) => void {
  const theirs = new Awareness(new Y.Doc());
  const say = (next: Readonly<Record<string, unknown>>): void => {
    theirs.setLocalState({ ...next, person: { ...ana, colour: '1', role: 'participant' } });
    applyAwarenessUpdate(open.session.awareness, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'server');
  };
  say(state);
  return say;
}

test('COMMENT-2 a conversation leads to what it is about and chooses it; axe finds nothing in the panel', async () => {
  const { open } = await openPage([
    CARD,
    comment('c', 'Who says so, @Мария?', { on: 'n', mentions: [ME.id] }),
    comment('d', 'Here', { resolved: { by: 'ana', name: 'Ана', at: 5 } }),
  ]);
  await page.getByRole('button', { name: 'Comments, 1 unread' }).click();
  await page.getByRole('button', { name: /Who says so/ }).click();
  await expect.element(page.getByRole('button', { name: 'Resolve' })).toBeVisible();
  await page.getByRole('textbox', { name: /reply/i }).fill('@');
  expect(await faults()).toEqual([]);
  open.editor.camera.view.set({ x: 9_000, y: 9_000, zoom: 1 });
  await page.getByRole('button', { name: 'Show on the board: A warm place' }).click();
  expect([...open.editor.selection.get().ids]).toEqual(['n']);
  const box = open.editor.records.placement().cards.get('n')?.box;
  expect(box && contains(open.editor.camera.visible(), box)).toBe(true);
  await page.getByText('Resolved (1)').click();
  await expect.element(page.getByRole('button', { name: /Here/ })).toBeVisible();
  expect(await faults()).toEqual([]);
});

test('COMMENT-1 the comment tool pressed on a card begins a draft about it', async () => {
  const { open } = await openPage([CARD]);
  const box = open.editor.records.placement().cards.get('n')?.box;
  if (!box) throw new Error('the card is not there');
  open.editor.camera.reveal(box);
  open.editor.toolbox.take('comment');
  await expect.poll(() => document.querySelector<HTMLElement>('.masa-stage__surface')?.style.cursor).toBe('copy');
  const at = open.editor.camera.toScreen({ x: box.x + 20, y: box.y + 20 });
  await page.getByRole('application').click({ position: at });
  await expect.element(page.getByRole('region', { name: 'New comment' })).toBeVisible();
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  await userEvent.keyboard('Why?{Enter}');
  expect(open.editor.board().ofType('comment')).toMatchObject([{ text: 'Why?', fields: { on: 'n' } }]);
});

test('PING-4 a place out of sight is pointed at from the edge of the board, and a press there goes to it', async () => {
  const shown = await openPage([CARD]);
  const say = hear(shown);
  await expect.poll(() => document.querySelector('[data-live=places]')).not.toBeNull();
  say({ ping: { x: 5_000, y: 100, count: 1 } });
  const arrow = page.getByRole('button', { name: /Ана: look here/ });
  await expect.element(arrow).toBeVisible();
  const stage = document.querySelector('.masa-stage')?.getBoundingClientRect();
  const at = arrow.element().getBoundingClientRect();
  expect(stage && at.right <= stage.right && at.left > stage.left).toBe(true);
  await arrow.click();
  expect(contains(shown.open.editor.camera.visible(), { x: 5_000, y: 100 })).toBe(true);
  await expect.element(arrow).not.toBeInTheDocument();
});

test('FOLLOW-6 the bar above the board says whom this screen follows; moving the view ends it', async () => {
  const shown = await openPage([CARD]);
  hear(shown, { view: [100, 100, 800, 600] });
  await page.getByRole('button', { name: /people here/ }).click();
  await page.getByRole('button', { name: 'Follow Ана' }).click();
  await expect.element(page.getByText('You see what Ана sees')).toBeVisible();
  await expect.poll(() => shown.open.editor.camera.visible().x).toBeLessThanOrEqual(100);
  expect(await faults()).toEqual([]);
  shown.open.editor.camera.panBy(50, 0);
  await expect.element(page.getByText('You see what Ана sees')).not.toBeInTheDocument();
});
