// The history of a board in a real Chromium: a phone, two pictures that scroll together, and nothing axe finds.
import '@masa/client/ui/theme.css';
import '@masa/client/ui/components.css';
import '@masa/client/board/board.css';
import { createTypesetting, loadBoardFont } from '@masa/client/canvas/typesetting.ts';
import type { Edit } from '@masa/shared/document';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { did, showHistory, TUESDAY, version, WEDNESDAY } from '../client/historyPanel.tsx';

const createEdit = ({
  id,
  cell = 'needs',
  order = 'a0',
  text = id,
  ...more
}: { id: string; cell?: string; order?: string; text?: string } & Partial<Extract<Edit, { do: 'create' }>>): Edit => ({
  do: 'create',
  id,
  type: 'card',
  place: { cell, order },
  text,
  facets: {},
  ...more,
});

const BEFORE = Array.from(
  { length: 9 },
  (_, at): Edit => createEdit({ id: `card-${at}`, cell: at < 5 ? 'needs' : 'resources', order: `a${at}`, text: `Топло място номер ${at}` }),
);
const SINCE: readonly Edit[] = [
  createEdit({ id: 'new', cell: 'activities', text: 'Приказки за най-малките' }),
  { do: 'text', id: 'card-1', text: 'Топло и тихо място' },
  { do: 'set', id: 'card-2', facet: 'gone', value: { by: 'ion', name: 'Ion', at: 5 } },
  createEdit({ id: 'note', type: 'note', place: { box: [900, 300, 200, 200], rot: 12 }, text: 'Питай кмета', facets: { colour: 'yellow' } }),
];

async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

async function openComparison(width: number): Promise<HTMLElement[]> {
  await page.viewport(width, 800);
  await loadBoardFont();
  await showHistory({
    language: 'bg',
    measure: createTypesetting(),
    before: BEFORE,
    since: SINCE,
    versions: (doc) => [
      version(doc, WEDNESDAY, { changes: [did('Ана', 3, 0, 2), did('Ion Munteanu', 0, 1)] }),
      version(doc, TUESDAY, { how: 'named', title: 'Преди обяда', by: { id: 'ion', name: 'Ion Munteanu' } }),
    ],
  });
  await expect.element(page.getByText('Преди обяда')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  expect(await faults()).toEqual([]);
  await page
    .getByRole('button', { name: /^Виж листа/ })
    .last()
    .click();
  await expect.poll(() => document.querySelectorAll('.version-picture svg').length).toBe(2);
  expect(await faults()).toEqual([]);
  return [...document.querySelectorAll<HTMLElement>('.version-picture')];
}

const boxes = (pictures: readonly HTMLElement[]) => pictures.map((picture) => picture.getBoundingClientRect());

test('VERSION-36 on a desk the pictures stand side by side at one scale and scroll together at full size', async () => {
  const pictures = await openComparison(1366);
  const [then, now] = boxes(pictures);
  expect(then?.top).toBe(now?.top);
  expect(now?.left).toBeGreaterThan(then?.right ?? 0);
  const scales = () => pictures.map((picture) => picture.querySelector('svg')?.getScreenCTM()?.a ?? 0);
  const [one = 0, other = 0] = scales();
  expect(Math.abs(one - other)).toBeLessThan(0.01);
  await page.getByRole('button', { name: '100 %' }).click();
  await expect.poll(scales).toEqual([expect.closeTo(1, 2), expect.closeTo(1, 2)]);
  pictures[0]?.scrollTo(300, 200);
  await expect.poll(() => [pictures[1]?.scrollLeft, pictures[1]?.scrollTop]).toEqual([300, 200]);
  expect(await faults()).toEqual([]);
});

test('VERSION-36 on a phone they stand below each other, and nothing runs over the edge', async () => {
  const pictures = await openComparison(390);
  const [then, now] = boxes(pictures);
  expect(now?.top).toBeGreaterThan(then?.bottom ?? 0);
  for (const box of boxes(pictures)) expect([box.left >= 0, box.right <= 390]).toEqual([true, true]);
  const dialog = document.querySelector('dialog.dialog');
  expect(dialog?.scrollWidth).toBeLessThanOrEqual(dialog?.clientWidth ?? 0);
  await page.getByRole('button', { name: 'Върни този момент' }).click();
  await expect.element(page.getByRole('button', { name: 'Върни', exact: true })).toBeVisible();
  expect(await faults()).toEqual([]);
});
