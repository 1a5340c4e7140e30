// The panels of canvases, by keyboard and pointer: the timeline of a plan, the comparison of plans.
import '@masa/client/board/KindPanels.tsx';
import '@masa/client/kinds/implementation-plan/Timeline.tsx';
import '@masa/client/kinds/plan-comparison/Comparison.tsx';
import { loadTexts } from '@masa/client/ui/text.ts';
import type { Edit } from '@masa/shared/document';
import { timelineOf } from '@masa/shared/kinds/implementation-plan';
import type { RoundReply } from '@masa/shared/wire';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { placeOf } from './boardPage.tsx';
import { type ShownBoard, showBoard } from './boardUser.ts';

afterEach(() => vi.unstubAllGlobals());

async function shown(kind: string, edits: readonly Edit[], role: 'participant' | 'facilitator' = 'participant'): Promise<ShownBoard> {
  await Promise.all([loadTexts('canvases', 'en'), loadTexts('rounds', 'en')]);
  const place = placeOf();
  return showBoard({ edits, place: { ...place, me: { ...place.me, role }, board: { ...place.board, kind, template: `${kind}@1` } } });
}

const activity = (id: string, text: string, facets: Readonly<Record<string, unknown>>): Edit => createEdit({ id, cell: 'activities', text, facets });

const PLAN: readonly Edit[] = [
  activity('school', 'Agree with the school', { fromWeek: 1, weeks: 3, who: 'Maria' }),
  activity('corner', 'Furnish the corner', { fromWeek: 2, weeks: 2, dependsOn: ['school'], who: 'Ivan' }),
  activity('day', 'Opening day', { fromWeek: 9, step: 'milestone', dependsOn: ['corner'] }),
  activity('train', 'Train the volunteers', {}),
];

const weeksIn = ({ open }: ShownBoard) => Object.fromEntries(timelineOf(open.editor.board()).bars.map(({ id, from, to }) => [id, [from, to]]));

async function openTimeline(): Promise<ShownBoard> {
  const board = await shown('implementation-plan', PLAN);
  await board.user.click(await screen.findByRole('button', { name: 'Timeline' }));
  await screen.findByRole('table', { name: 'Activities by week' });
  return board;
}

test('CANVAS-26 the timeline is a table of activities whose bars say in words from when to when, what they wait for, and what cannot be', async () => {
  await openTimeline();
  const rows = within(screen.getByRole('table', { name: 'Activities by week' })).getAllByRole('row');
  expect(
    within(rows[0] as HTMLElement)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent?.replace(/\d/gu, '')),
  ).toEqual(['Activity', 'Weeks']);
  expect(rows.slice(1).map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
    'Agree with the schoolMaria',
    'Furnish the cornerIvan',
    'Opening daynobody yet',
  ]);
  expect(rows.slice(1).map((row) => row.querySelector('[data-bar]')?.getAttribute('aria-label'))).toEqual([
    'Agree with the school, from week 1 to week 3',
    'Furnish the corner, from week 2 to week 3. comes after: Agree with the school. Begins before something it needs is done',
    'Opening day, milestone in week 9. comes after: Furnish the corner',
  ]);
});

test('CANVAS-27 arrows move a bar by a week and with Shift make it longer or shorter; the focus stays on it though its row moves', async () => {
  const board = await openTimeline();
  const bar = (): HTMLElement => screen.getByRole('button', { name: /^Furnish the corner, from/ });
  act(() => bar().focus());
  for (let week = 0; week < 9; week += 1) await board.user.keyboard('{ArrowRight}');
  expect(weeksIn(board).corner).toEqual([11, 12]);
  expect(document.activeElement).toBe(bar());
  await board.user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  expect(weeksIn(board).corner).toEqual([11, 13]);
  await board.user.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}{ArrowLeft}');
  expect(weeksIn(board).corner).toEqual([10, 10]);
  expect(document.activeElement).toBe(bar());
  act(() => board.open.editor.undo());
  expect(weeksIn(board).corner).toEqual([11, 11]);
});

test('CANVAS-28 every step has a button too, and an activity without a week is given one with one press', async () => {
  const board = await openTimeline();
  await board.user.click(screen.getByRole('button', { name: /^Agree with the school, from/ }));
  const tools = screen.getByRole('group', { name: 'Agree with the school' });
  expect((within(tools).getByRole('button', { name: 'A week earlier' }) as HTMLButtonElement).disabled).toBe(true);
  await board.user.click(within(tools).getByRole('button', { name: 'A week later' }));
  await board.user.click(within(tools).getByRole('button', { name: 'Longer' }));
  expect(weeksIn(board).school).toEqual([2, 5]);
  await board.user.click(screen.getByRole('button', { name: /^Opening day, milestone/ }));
  expect(within(screen.getByRole('group', { name: 'Opening day' })).queryByRole('button', { name: 'Longer' })).toBeNull();
  await board.user.click(screen.getByRole('button', { name: 'Put “Train the volunteers” in week 1' }));
  expect(weeksIn(board).train).toEqual([1, 1]);
  await waitFor(() => expect(screen.queryByRole('heading', { name: /Without a week/ })).toBeNull());
});

test('CANVAS-29 who may not write sees the timeline and can change nothing in it', async () => {
  const board = await openTimeline();
  act(() => board.open.editor.readOnly.set('frozen'));
  act(() => screen.getByRole('button', { name: /^Agree with the school, from/ }).focus());
  await board.user.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
  expect(weeksIn(board).school).toEqual([1, 3]);
  expect(screen.queryByRole('button', { name: 'A week later' })).toBeNull();
  expect(screen.queryByRole('button', { name: /Put “Train/ })).toBeNull();
});

const COMPARED: readonly Edit[] = [
  createEdit({ id: 'bus', cell: 'plans', text: 'Books on the bus', facets: { plan: 'a' } }),
  createEdit({ id: 'shop', cell: 'plans', text: 'A shelf in the shop', facets: { plan: 'b' } }),
];
const CRITERIA: readonly Edit[] = [
  createEdit({ id: 'need', cell: 'criteria', order: 'a0', text: 'Covers the need' }),
  createEdit({ id: 'risk', cell: 'criteria', order: 'a1', text: 'Low risk' }),
];

const REPLY: RoundReply = {
  round: 'plans',
  isOpen: false,
  seats: 1,
  about: ['bus', 'shop'],
  own: [],
  turnout: { seats: 3, begun: 0, done: 0 },
  shown: null,
};

/** The server's answers about the round; gives what it is told. */
function answering(reply: RoundReply): { readonly object: string; readonly value: unknown }[] {
  const told: { object: string; value: unknown }[] = [];
  vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => {
    if (init?.method === 'POST') {
      const { object, seat, value } = JSON.parse(String(init.body));
      told.push({ object, value });
      reply = { ...reply, own: [...reply.own.filter((each) => each.object !== object), { object, seat, value, at: new Date(5).toISOString() }] };
    }
    return new Response(JSON.stringify(reply), { status: 200, headers: { 'content-type': 'application/json' } });
  });
  return told;
}

const openComparison = async (board: ShownBoard): Promise<void> => board.user.click(await screen.findByRole('button', { name: 'Comparison' }));

test('CANVAS-34 a facilitator adds the usual criteria with one press, in the workshop’s language; participants have no such button', async () => {
  answering(REPLY);
  const board = await shown('plan-comparison', COMPARED, 'facilitator');
  await openComparison(board);
  await board.user.click(await screen.findByRole('button', { name: 'Add the usual criteria' }));
  const criteria = () =>
    board.open.editor
      .board()
      .inSlot('criteria')
      .map(({ text }) => text);
  expect(criteria()).toHaveLength(6);
  expect(criteria()[0]).toBe('Отговаря на потребността');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Add the usual criteria' })).toBeNull());
});

test('CANVAS-35 before rating begins the comparison shows what will be rated by what, and says what is missing', async () => {
  answering(REPLY);
  const board = await shown('plan-comparison', COMPARED);
  await openComparison(board);
  expect(await screen.findByText('Agree first by what you judge the plans.')).toBeTruthy();
  expect(screen.getByText('Rating begins when the facilitator moves the board to the stage “Rate”.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Add the usual criteria' })).toBeNull();
});

test('KINDS-39 while plans are rated nothing says that rating begins later, also where the last criterion was taken away meanwhile', async () => {
  answering({ ...REPLY, isOpen: true });
  const board = await shown('plan-comparison', COMPARED);
  await openComparison(board);
  expect(await screen.findByText('Agree first by what you judge the plans.')).toBeTruthy();
  expect(screen.queryByText(/Rating begins when/)).toBeNull();
});

test('CANVAS-36 each plan is rated by every criterion, and what was said before goes along with each answer', async () => {
  const told = answering({ ...REPLY, isOpen: true });
  const board = await shown('plan-comparison', [...COMPARED, ...CRITERIA]);
  await openComparison(board);
  expect((await screen.findByRole('heading', { level: 3 })).textContent).toBe('Books on the bus');
  await board.user.click(within(screen.getByRole('group', { name: 'Covers the need' })).getByRole('radio', { name: 'largely' }));
  await board.user.click(within(screen.getByRole('group', { name: 'Low risk' })).getByRole('radio', { name: 'Don’t know' }));
  await waitFor(() => expect(told.at(-1)).toEqual({ object: 'bus', value: { need: 4, risk: 'unknown' } }));
});

test('CANVAS-37 revealed, criteria go down and plans across; where seats lie far apart it says so, and nothing is averaged', async () => {
  const said = (object: string, name: string, value: unknown): NonNullable<RoundReply['shown']>[number] => ({
    object,
    value,
    by: { id: name, name, seat: 1 },
  });
  answering({
    ...REPLY,
    shown: [said('bus', 'Maria', { need: 1, risk: 4 }), said('bus', 'Ivan', { need: 5, risk: 4 }), said('shop', 'Maria', { need: 3 })],
  });
  const board = await shown('plan-comparison', [...COMPARED, ...CRITERIA]);
  await openComparison(board);
  const table = await screen.findByRole('table', { name: 'How the seats rated the plans' });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Criterion', 'Books on the bus', 'A shelf in the shop']);
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Covers the need', 'Low risk']);
  expect(within(table).getAllByText(/talk about it/i)).toHaveLength(1);
  expect(table.textContent).not.toMatch(/3[.,]\d/u);
  expect(screen.getByText('Ivan: Covers the need: 5 · Low risk: 4')).toBeTruthy();
});
