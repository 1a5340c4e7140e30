// Answering and showing a round in a real Chromium: keys, a phone, and nothing axe finds.
import '@masa/client/ui/theme.css';
import '@masa/client/ui/components.css';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showRound } from '../client/roundPanel.tsx';

async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Lower than a finger needs. */
const small = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('button, summary, label.level')]
    .filter((each) => each.getBoundingClientRect().height < 44)
    .map((each) => each.outerHTML.slice(0, 80));

test.each([390, 1_200])(
  'ROUND-46 hand-over, question and summary at %i px: axe finds no fault, and everything fits and can be pressed',
  async (width) => {
    await page.viewport(width, 800);
    await showRound({ seats: 2 }, 'bg');
    const fits = async (): Promise<void> => {
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      expect([await faults(), small()]).toEqual([[], []]);
    };
    await fits();
    await page.screenshot({ path: `__screenshots__/rounds/hand-over-${width}.png` });
    await page.getByRole('button', { name: /започвам/ }).click();
    await expect.element(page.getByRole('group', { name: 'How likely?' })).toBeVisible();
    await fits();
    await page.screenshot({ path: `__screenshots__/rounds/question-${width}.png` });
    for (const digit of ['2', '5', '1']) {
      await page.getByRole('radio').first().click();
      await userEvent.keyboard(`${digit}{Enter}`);
    }
    await expect.element(page.getByRole('heading', { name: /^Вашите отговори/ })).toBeVisible();
    await fits();
    await page.screenshot({ path: `__screenshots__/rounds/summary-${width}.png` });
  },
);

test('ROUND-43 arrows go through the levels', async () => {
  await page.viewport(1_200, 800);
  const server = await showRound();
  await page.getByRole('radio', { name: /rare/ }).click();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(page.getByRole('radio', { name: /possible/ })).toBeChecked();
  await expect.poll(() => server.asked.at(-1)).toBe('answers 1 flood 3');
});

test.each([390, 1_200])('ROUND-46 shown answers at %i px: axe finds no fault, and only the table scrolls', async (width) => {
  await page.viewport(width, 800);
  const by = (id: string, name: string, seat = 1) => ({ id, name, seat });
  await showRound({
    isOpen: false,
    shown: [
      ...[1, 2, 4, 4, 4, 5].map((value, at) => ({ object: 'flood', value, by: by(`p${at}`, `Мария Петрова ${at}`) })),
      { object: 'flood', value: 'unknown', by: by('i', 'Ion') },
      { object: 'strike', value: 3, by: by('i', 'Ion', 2) },
    ],
  });
  await expect.element(page.getByText('Talk about it')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await page.getByText('Who said what').first().click();
  expect([await faults(), small()]).toEqual([[], []]);
  await page.screenshot({ path: `__screenshots__/rounds/shown-${width}.png` });
});
