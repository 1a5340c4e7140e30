// The risk matrix's panels in a real Chromium: nothing axe finds, everything can be pressed, only the table scrolls sideways.
import '@masa/client/ui/theme.css';
import '@masa/client/ui/components.css';
import '@masa/client/board/board.css';
import '@masa/client/board/drawer.css';
import Rating from '@masa/client/kinds/risk-matrix/Rating.tsx';
import Register from '@masa/client/kinds/risk-matrix/Register.tsx';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openPanel, risk, serveRounds } from '../client/riskPanel.tsx';

afterEach(() => vi.unstubAllGlobals());

const pair = (likelihood: number | 'unknown', consequence: number) => ({ likelihood, consequence });

const CARDS = [
  risk('r1', 'Единственият колега, който познава 3D принтера, напуска', {
    before: pair(4, 5),
    after: pair(2, 3),
    treatment: 'less-likely',
    cause: 'Един човек знае',
  }),
  risk('r2', 'Личните данни на читателите стават публични', { before: pair(1, 5) }),
  risk('r3', 'Вали в деня на откриването', { before: pair('unknown', 2) }),
];

async function faults(): Promise<readonly string[]> {
  const drawer = document.querySelector('main') ?? document.body;
  const { violations } = await axe.run(drawer, { rules: { region: { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Lower than a finger needs. */
const small = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('main :is(button, select, input[type="text"], textarea, label.level)')]
    .filter((each) => each.getBoundingClientRect().height < 43.5)
    .map((each) => each.outerHTML.slice(0, 100));

test.each([390, 1_366])('RISK-66 the register at %i px: axe finds no fault and everything can be pressed', async (width) => {
  await page.viewport(width, 768);
  await openPanel(Register, CARDS, { language: 'bg' });
  await expect.element(page.getByRole('textbox', { name: 'R1: Причина' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await page.screenshot({ path: `__screenshots__/risk/register-${width}.png` });
  expect([await faults(), small()]).toEqual([[], []]);
});

test.each([390, 1_366])('RISK-66 rating blind and the reveal at %i px: axe finds no fault and everything can be pressed', async (width) => {
  await page.viewport(width, 768);
  serveRounds({ round: 'before', isOpen: true, about: ['r1', 'r2', 'r3'] });
  await openPanel(Rating, CARDS, { language: 'bg' });
  await expect.element(page.getByRole('group', { name: 'Колко вероятно е?' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await page.screenshot({ path: `__screenshots__/risk/blind-${width}.png` });
  expect([await faults(), small()]).toEqual([[], []]);
});

test.each([390, 1_366])('RISK-66 what was rated, shown at %i px: axe finds no fault and everything can be pressed', async (width) => {
  await page.viewport(width, 768);
  const by = (name: string) => ({ id: name, name, seat: 1 });
  const shown = [1, 4, 4].map((level, at) => ({ object: 'r1', value: pair(level, 3), by: by(`Мария ${at}`) }));
  serveRounds({ round: 'before', about: ['r1', 'r2'], shown });
  await openPanel(Rating, CARDS, { language: 'bg' });
  await expect.element(page.getByRole('group', { name: 'Клетката на групата за R1' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await page.screenshot({ path: `__screenshots__/risk/shown-${width}.png` });
  expect([await faults(), small()]).toEqual([[], []]);
});
