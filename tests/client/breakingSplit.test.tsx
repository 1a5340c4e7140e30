// A sheet that is split by several presses at the same moment, of one facilitator or of two.
import Split from '@masa/client/kinds/service-canvas/Split.tsx';
import type { CarryRequest, Thread } from '@masa/shared/wire';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { showPart } from './threadPage.tsx';

const SHEET = [
  createEdit({ id: 's1', cell: 'service', text: 'Songs', order: 'a0' }),
  createEdit({ id: 's2', cell: 'service', text: 'Repairs', order: 'a1' }),
];

interface Asked {
  readonly made: string[];
  readonly removed: string[];
}

const copy = (board: string, object: string, at: number, title = 'Repairs'): Thread['cards'][number] => ({
  state: 'here',
  depth: 1,
  link: null,
  board: { id: board, title, kind: 'service-canvas', kindLabel: 'Service canvas', group: null },
  object,
  slot: 'Service',
  text: 'Repairs',
  isInBin: false,
  at,
  changed: null,
});

/** A server on which the page's own copy was carried at 100 000, beside those of `others`. */
function serve(others: readonly Thread['cards'][number][] = []): Asked {
  const asked: Asked = { made: [], removed: [] };
  let own = '';
  const answer = (status: number, body: unknown): Response =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (path === '/api/me') return answer(200, { csrf: 'word' });
    if (path.includes('/thread')) return answer(200, { cards: [...others, copy('mine1', own, 100_000)], isCut: false });
    if (method === 'DELETE') {
      asked.removed.push(path.split('/').at(-1) ?? '');
      return answer(200, { ok: true });
    }
    const sent = JSON.parse(String(body)) as Record<string, unknown>;
    if (path.endsWith('/carry')) {
      const { cards } = sent as unknown as CarryRequest;
      own = cards.at(-1)?.as ?? '';
      return answer(201, { cards: cards.map(({ as }) => as) });
    }
    asked.made.push(String(sent.title));
    return answer(201, { id: `mine${asked.made.length}` });
  });
  return asked;
}

const show = () =>
  showPart(
    () => (
      <>
        <Split />
        <Split />
      </>
    ),
    { edits: SHEET, role: 'facilitator' },
  );

test('THREADED-1 pressed twice, and on the other check’s button too, a sheet is split once', async () => {
  const shown = await show();
  const asked = serve();
  const buttons = await screen.findAllByRole('button', { name: 'Split into boards' });
  // In one turn: nothing has been drawn in between that could have switched a button off.
  for (const button of [...buttons, ...buttons]) button.click();
  await waitFor(() => expect(shown.told).toHaveLength(1));
  expect(asked).toEqual({ made: ['Repairs'], removed: [] });
  expect(shown.editor.board().get('s2')?.gone).not.toBeNull();
});

test('THREADED-2 whoever split later takes their boards away, bins nothing, and is led to those that stay', async () => {
  const shown = await show();
  const asked = serve([copy('theirs', 'copy', 99_000)]);
  (await screen.findAllByRole('button', { name: 'Split into boards' }))[0]?.click();
  await waitFor(() => expect(shown.told).toHaveLength(1));
  expect(shown.told[0]).toBe(
    'Somebody else has just split this sheet. Their boards are there; none was made twice. | Open Repairs | /boards/theirs?card=copy',
  );
  expect(asked).toEqual({ made: ['Repairs'], removed: ['mine1'] });
  expect(shown.editor.board().get('s2')?.gone).toBeNull();
});

test('THREADED-2 boards made later, long before, under another title, or at once with a greater id, are no reason to step back', async () => {
  const shown = await show();
  const asked = serve([
    copy('later', 'a', 100_001),
    copy('before', 'b', 1_000),
    copy('elsewhere', 'c', 99_000, 'Another'),
    copy('zuletzt', 'd', 100_000),
  ]);
  (await screen.findAllByRole('button', { name: 'Split into boards' }))[0]?.click();
  await waitFor(() => expect(shown.told).toHaveLength(1));
  expect(shown.told[0]).toContain('The second service has a board of its own now.');
  expect(asked.removed).toEqual([]);
  expect(shown.editor.board().get('s2')?.gone).not.toBeNull();
});
