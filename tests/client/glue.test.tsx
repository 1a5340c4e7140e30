// What the page does with what a kind says: which cards a field offers, and a sheet with two services that is split.
import { useBoard } from '@masa/client/board/boardContext.ts';
import { useBoardReader } from '@masa/client/board/useStore.ts';
import Split from '@masa/client/kinds/service-canvas/Split.tsx';
import ChecksPanel from '@masa/client/panels/ChecksPanel.tsx';
import { LinksControl } from '@masa/client/panels/LinksControl.tsx';
import type { CarryRequest } from '@masa/shared/wire';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { showPart } from './threadPage.tsx';

const SHEET = [
  createEdit({ id: 'n', cell: 'needs', text: 'A warm place' }),
  createEdit({ id: 's1', cell: 'service', text: 'Songs', order: 'a0' }),
  createEdit({ id: 's2', cell: 'service', text: 'Repairs', order: 'a1' }),
  createEdit({ id: 's3', cell: 'service', text: 'Garden', order: 'a2' }),
];

interface Asked {
  readonly made: Record<string, unknown>[];
  readonly carried: CarryRequest[];
  readonly removed: string[];
}

/** A server that makes boards `new1`, `new2` … and refuses to carry to `full`. */
function serve(full = ''): Asked {
  const asked: Asked = { made: [], carried: [], removed: [] };
  const answer = (status: number, body: unknown): Response =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (path === '/api/me') return answer(200, { csrf: 'word' });
    if (method === 'DELETE') {
      asked.removed.push(path.split('/').at(-1) ?? '');
      return answer(200, { ok: true });
    }
    const sent = JSON.parse(String(body)) as Record<string, unknown>;
    if (path.endsWith('/carry')) {
      const wish = sent as unknown as CarryRequest;
      if (wish.to === full) return answer(409, { error: { code: 'board-full', message: 'The board is full.' } });
      asked.carried.push(wish);
      return answer(201, { cards: wish.cards.map(({ as }) => as) });
    }
    asked.made.push(sent);
    return answer(201, { id: `new${asked.made.length}` });
  });
  return asked;
}

const isInBin = (shown: Awaited<ReturnType<typeof showPart>>, id: string): boolean => shown.editor.board().get(id)?.gone !== null;

test('GLUE-2 a facilitator’s press gives every further service a board of its own and puts it into the bin here, with a way there', async () => {
  const shown = await showPart(() => <Split />, { edits: SHEET, role: 'facilitator' });
  const asked = serve();
  await shown.user.click(await screen.findByRole('button', { name: 'Split into boards' }));
  await waitFor(() => expect(shown.told).toHaveLength(1));
  const { board } = shown.place;
  expect(asked.made).toEqual([
    { template: board.template, groupId: board.groupId, title: 'Repairs' },
    { template: board.template, groupId: board.groupId, title: 'Garden' },
  ]);
  expect(asked.carried.map(({ to, cards }) => [to, cards.map(({ id }) => id)])).toEqual([
    ['new1', ['n', 's2']],
    ['new2', ['n', 's3']],
  ]);
  const copy = asked.carried[0]?.cards[1]?.as ?? '';
  expect(shown.told[0]).toBe(
    `2 services have boards of their own now. Here they lie in the bin. | Open Repairs | /boards/new1?card=${encodeURIComponent(copy)}`,
  );
  expect(['n', 's1', 's2', 's3'].map((id) => isInBin(shown, id))).toEqual([false, false, true, true]);
  expect(asked.removed).toEqual([]);
});

test('GLUE-2 where one board cannot be filled none stays, nothing goes into the bin, and it is said', async () => {
  const shown = await showPart(() => <Split />, { edits: SHEET, role: 'facilitator' });
  const asked = serve('new2');
  await shown.user.click(await screen.findByRole('button', { name: 'Split into boards' }));
  expect(await screen.findByText('The board is full. Nothing was split; here everything is as it was.')).toBeTruthy();
  expect(asked.removed).toEqual(['new1', 'new2']);
  expect(['s2', 's3'].map((id) => isInBin(shown, id))).toEqual([false, false]);
  expect(shown.told).toEqual([]);
});

test('GLUE-2 a participant is told who can do it; a locked service stays; the button stands beside its check', async () => {
  const asked = serve();
  const own = await showPart(() => <Split />, { edits: SHEET });
  await own.user.click(await screen.findByRole('button', { name: 'Split into boards' }));
  expect(own.told).toEqual(['The facilitator can do it: then each service gets a board of its own.']);
  const lock = { by: 'ana', name: 'Ана', at: 1 };
  const locked = await showPart(() => <Split />, {
    edits: [...SHEET.slice(0, 2), createEdit({ id: 's2', cell: 'service', text: 'Repairs', order: 'a1', facets: { lock } })],
    role: 'organiser',
  });
  await locked.user.click((await screen.findAllByRole('button', { name: 'Split into boards' }))[1] as HTMLElement);
  expect(locked.told).toEqual(['Nothing was split: the service is locked.']);
  await showPart(() => <ChecksPanel />, { edits: SHEET.slice(0, 3) });
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Split into boards' })).toHaveLength(3));
  expect(asked.made).toEqual([]);
});

/** The field of an activity that says which needs it serves. */
function Serves() {
  const { open } = useBoard();
  const record = useBoardReader(open.editor).get('a');
  return record ? (
    <LinksControl id="serves" record={record} name="serves" label="Serves" linked={[]} types={['card']} onChange={() => undefined} />
  ) : null;
}

test('GLUE-1 the list of a field offers only cards the kind’s rules allow', async () => {
  const edits = [
    createEdit({ id: 'n', cell: 'needs', text: 'A warm place' }),
    createEdit({ id: 'p', cell: 'partners', text: 'The school' }),
    createEdit({ id: 'a', cell: 'activities', text: 'Songs' }),
  ];
  await showPart(() => <Serves />, { edits });
  const options = await screen.findAllByRole('option');
  expect(options.map((option) => option.textContent)).toEqual(['A warm place']);
});
