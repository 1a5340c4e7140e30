// Long lists on the board's page: how many lines of them are made, and what becomes of the one somebody stands in.

import { type BoardContext, BoardProvider } from '@masa/client/board/boardContext.ts';
import StallList from '@masa/client/kinds/idea-marketplace/StallList.tsx';
import { FIRST, LongList, PAGE } from '@masa/client/outline/LongList.tsx';
import { openWorkshopSession } from '@masa/client/session/WorkshopSession.ts';
import { loadTexts } from '@masa/client/ui/text.ts';
import { createCards } from '@masa/shared/board';
import { fail } from '@masa/shared/core';
import { apply, PERSON } from '@masa/shared/document';
import { act, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { ME, placeOf } from './boardPage.tsx';
import { showBoard } from './boardUser.ts';

const order = (at: number): string => `a${String(at).padStart(4, '0')}1`;
const CARDS = Array.from({ length: 120 }, (_, at) => createEdit({ id: `card${at}`, cell: 'target-group', order: order(at), text: `Card ${at}` }));

const lines = (): HTMLElement[] => screen.getAllByRole('listitem').filter((each) => each.querySelector('textarea[data-card]'));

test('FLUID-6 a long list makes its first lines, and more when asked', async () => {
  const { user } = await showBoard({ edits: CARDS });
  expect(lines()).toHaveLength(FIRST);
  expect(lines()[0]?.getAttribute('aria-setsize')).toBe('120');
  expect(lines()[9]?.getAttribute('aria-posinset')).toBe('10');
  await user.click(screen.getByRole('button', { name: 'More (110)' }));
  expect(lines()).toHaveLength(FIRST + PAGE);
  expect(document.activeElement).toBe(lines()[FIRST]?.querySelector('textarea'));
  await user.click(screen.getByRole('button', { name: 'More (70)' }));
  await user.click(screen.getByRole('button', { name: 'More (30)' }));
  expect(lines()).toHaveLength(120);
  expect(screen.queryByRole('button', { name: /^More \(/ })).toBeNull();
  expect(lines()[0]?.hasAttribute('aria-setsize')).toBe(false);
});

test('FLUID-7 the line somebody stands in stays when others put lines above it', async () => {
  const { open, user } = await showBoard({ edits: CARDS });
  const last = document.querySelector<HTMLTextAreaElement>('textarea[data-card="card9"]');
  if (!last) throw new Error('the tenth card is not there');
  await user.click(last);
  act(() => {
    apply(
      open.editor.doc,
      Array.from({ length: 3 }, (_, at) => createEdit({ id: `new${at}`, cell: 'target-group', order: `Zz${at}1`, text: `Before all, ${at}` })),
      PERSON,
    );
  });
  await waitFor(() => expect(screen.getByRole('button', { name: 'More (110)' })).toBeTruthy());
  expect(lines()).toHaveLength(13);
  expect(document.activeElement).toBe(last);
  expect(last.isConnected).toBe(true);
});

test('FLUID-9 the line of the card the keyboard is at is made however far down it is', async () => {
  const { open } = await showBoard({ edits: CARDS });
  expect(document.querySelector('textarea[data-card="card90"]')).toBeNull();
  act(() => open.editor.selection.only('card90', 'target-group'));
  expect(document.querySelector('textarea[data-card="card90"]')).not.toBeNull();
  expect(lines()).toHaveLength(91);
});

test('FLUID-7 a list that is not cut says nothing about its length', () => {
  render(
    <LongList lines={['one', 'two']} keyOf={(line) => line} className="">
      {(line, _at, place) => (
        <li key={line} {...place}>
          {line}
        </li>
      )}
    </LongList>,
  );
  expect(screen.getAllByRole('listitem').map((each) => each.getAttributeNames())).toEqual([[], []]);
});

test('FLUID-8 of two thousand stalls the first few are made, and any of them is found', async () => {
  await Promise.all((['market', 'board'] as const).map((area) => loadTexts(area, 'en')));
  const place = placeOf({ board: { ...placeOf().board, kind: 'idea-marketplace', template: 'marketplace@1' } });
  const { open, user } = await showBoard({ place, width: 1_200 });
  const texts = Array.from({ length: 2_000 }, (_, at) => ({ text: `Stall ${at} of many` }));
  act(() => {
    apply(
      open.editor.doc,
      createCards(open.editor.board(), { cell: 'ideas', index: 0 }, texts, { author: ME, now: 1_770_000_000_000, isStaff: true }),
      PERSON,
    );
  });
  const said = (): void => undefined;
  const workshop = openWorkshopSession('w', {
    ticket: () => Promise.resolve(fail({ kind: 'away', status: 0, code: 'away', message: '', fields: [] })),
    random: () => 0.999,
  });
  onTestFinished(() => workshop.dispose());
  const context = { open, place, workshop, language: 'en', isSmall: false, show: said, tell: said, say: said } as unknown as BoardContext;
  await act(async () =>
    render(
      <Suspense fallback={null}>
        <BoardProvider value={context}>
          <StallList />
        </BoardProvider>
      </Suspense>,
    ),
  );
  const made = (): number => document.querySelectorAll('.stall').length;
  await waitFor(() => expect(made()).toBe(FIRST));
  await user.type(screen.getByRole('searchbox'), '1987');
  await waitFor(() => expect([...document.querySelectorAll('.stall-title')].map((each) => each.textContent)).toEqual(['New: Stall 1987 of many']));
});
