// Boards in clumsy hands, in a real Chromium: where layout decides.
import '@masa/client/ui/theme.css';
import '@masa/client/ui/components.css';
import '@masa/client/kinds/plan-comparison/comparison.css';
import { PlanSpreads } from '@masa/client/kinds/plan-comparison/PlanSpreads.tsx';
import type { RoundView } from '@masa/client/rounds/useRound.ts';
import { loadTexts, setLanguage } from '@masa/client/ui/text.ts';
import type { BoardRecord } from '@masa/shared/document';
import { act, cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { Suspense } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { showRound } from '../client/roundPanel.tsx';

afterEach(() => cleanup());

const LEVELS = [1, 2, 3, 4, 5].map((level) => ({ level, label: `level ${level}` }));

/** How the page and a frame that scrolls stand to one another, and what axe finds. */
async function seen(frame: string) {
  const found = document.querySelector<HTMLElement>(frame);
  found?.focus();
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } });
  return {
    scrolls: found !== null && found.scrollWidth > found.clientWidth,
    isReached: found !== null && document.activeElement === found,
    widens: document.documentElement.scrollWidth > window.innerWidth,
    faults: violations.map(({ id }) => id),
  };
}
const GOOD = { scrolls: true, isReached: true, widens: false, faults: [] };

test('CRACK-7 the ratings of three plans scroll in their own frame, by keyboard too', async () => {
  await page.viewport(320, 640);
  await Promise.all([loadTexts('canvases', 'en'), loadTexts('rounds', 'en')]);
  await setLanguage('en');
  const plans = ['Неработещ', 'Непротивоконституционен', 'Обикновен'].map((text, at) => ({ id: `p${at}`, text })) as unknown as BoardRecord[];
  const shown = [{ object: 'p0', value: { cost: 3 }, by: null }];
  const round = { shown, turnout: { seats: 1, begun: 1, done: 1 } } as unknown as RoundView;
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <main>
          <PlanSpreads round={round} plans={plans} criteria={[{ id: 'cost', label: 'Цена' }]} levels={LEVELS} wordsOf={String} />
        </main>
      </Suspense>,
    ),
  );
  expect(await seen('.plan-spreads-frame')).toEqual(GOOD);
});

test('CRACK-7 the answers of a round do the same', async () => {
  await page.viewport(320, 640);
  await showRound({ isOpen: false, shown: [{ object: 'flood', value: 3, by: null }] });
  await expect.poll(() => document.querySelector('.spread-table')).not.toBeNull();
  document.querySelector<HTMLElement>('.spread-table')?.style.setProperty('min-width', '500px');
  expect(await seen('.spread-table-frame')).toEqual(GOOD);
});
