// What the board page says of the stage, whose names are shown, and how the facilitator moves on.
import type { BoardStage } from '@masa/shared/wire';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ME, placeOf, showPage } from './boardPage.tsx';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** The server, as far as stages ask it. `refuse`: the sentence with which it refuses to move. */
function stubServer(stage: Partial<BoardStage> = {}, refuse?: string): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    asked.push({ method, path, body: typeof body === 'string' ? JSON.parse(body) : undefined });
    const isRefused = method === 'POST' && refuse !== undefined;
    const answer = isRefused
      ? { error: { code: 'nothing-to-open', message: refuse } }
      : { stage: 'privately', writing: 3, writers: 7, me: ME.id, own: [], ...stage, csrf: 'x' };
    return new Response(JSON.stringify(answer), { status: isRefused ? 409 : 200, headers: { 'content-type': 'application/json' } });
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

const place = (board: Partial<ReturnType<typeof placeOf>['board']>, role: 'participant' | 'facilitator' = 'participant') => {
  const of = placeOf();
  return placeOf({ me: { ...of.me, role }, board: { ...of.board, ...board } });
};
const MARKET = { kind: 'idea-marketplace', template: 'marketplace@1' };
const bar = () => screen.findByRole('region', { name: 'Stage', hidden: true });

test('STAGE-19 whoever writes privately is told that only they see it, what is done now, and how many are writing', async () => {
  stubServer();
  await showPage({ place: place({ stage: 'privately', right: 'read' }) });
  const shown = await bar();
  expect(shown.textContent).toContain('Only you see what you write now.');
  expect(shown.textContent).toContain('Each for themselves');
  await waitFor(() => expect(shown.textContent).toContain('3 of 7 are writing'));
  expect(screen.queryByText(/closed this board for writing/u)).toBeNull();
  expect(screen.queryByRole('button', { name: /Open all drafts/u, hidden: true })).toBeNull();
});

test('STAGE-19 where everybody writes together, nobody at a table is shown a stage; facilitators have a way to private writing', async () => {
  stubServer();
  await showPage({ place: place({}) });
  await screen.findByRole('button', { name: 'We are ready', hidden: true });
  expect(screen.queryByRole('region', { name: 'Stage', hidden: true })).toBeNull();
});

test('STAGE-20 the facilitator’s button says what moving on does; what the server refuses is said', async () => {
  const asked = stubServer({}, 'Nobody has written anything yet.');
  await showPage({ place: place({ stage: 'privately' }, 'facilitator') });
  const open = await screen.findByRole('button', { name: 'Open all drafts (3 people)', hidden: true });
  expect((await bar()).textContent).not.toContain('Only you');
  await userEvent.click(open);
  await screen.findByText('Nobody has written anything yet.');
  expect(asked.find(({ path, method }) => method === 'POST' && path.endsWith('/stage'))?.body).toEqual({ stage: 'together' });
});

test('REVEAL-5 where nobody has written anything there is nothing to open, and the button says so', async () => {
  const asked = stubServer({ stage: 'write', writing: 0 });
  await showPage({ place: place({ ...MARKET, stage: 'write' }, 'facilitator') });
  const button = await screen.findByRole('button', { name: 'Open all drafts', hidden: true });
  expect([button.getAttribute('aria-disabled'), button.title]).toEqual(['true', 'Nobody has written anything yet.']);
  await userEvent.click(button);
  await screen.findByText('Nobody has written anything yet.');
  expect(asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/stage'))).toEqual([]);
});

test('CRACK-14 drafts that did not fit on the board are told', async () => {
  stubServer({ left: 2 });
  await showPage({ place: place({ stage: 'privately' }, 'facilitator') });
  await userEvent.click(await screen.findByRole('button', { name: 'Open all drafts (3 people)', hidden: true }));
  expect(await screen.findByText('2 drafts did not fit on the board; they stay with their authors.')).toBeTruthy();
});

test('STAGE-20 on a plain board it is one quiet button', async () => {
  const asked = stubServer();
  await showPage({ place: place({}, 'facilitator') });
  await userEvent.click(await screen.findByRole('button', { name: 'Private writing', hidden: true }));
  await waitFor(() => expect(asked.find(({ path, method }) => method === 'POST' && path.endsWith('/stage'))?.body).toEqual({ stage: 'privately' }));
});

test('STAGE-20 a kind with stages of its own is moved back, on, and to any of them', async () => {
  const asked = stubServer({ stage: 'open' });
  await showPage({ place: place({ ...MARKET, stage: 'open' }, 'facilitator') });
  const choose = await screen.findByRole('combobox', { name: 'Go to a stage', hidden: true });
  expect(choose.querySelectorAll('option').length).toBe(7);
  await screen.findByRole('button', { name: /^Back: /u, hidden: true });
  await screen.findByRole('button', { name: /^Next: /u, hidden: true });
  await userEvent.selectOptions(choose, 'interest');
  await waitFor(() => expect(asked.find(({ path, method }) => method === 'POST' && path.endsWith('/stage'))?.body).toEqual({ stage: 'interest' }));
});

test.each([
  ['library', 'Cards show the library, not the name.'],
  ['anonymous', 'Cards show neither name nor library.'],
] as const)('STAGE-21 on a board whose names are %s everybody reads beforehand how they are shown', async (authorship, sentence) => {
  stubServer();
  await showPage({ place: place({ authorship }) });
  expect((await bar()).textContent).toContain(sentence);
});

test('STAGE-22 whoever sits at the table says that it is ready', async () => {
  const asked = stubServer();
  await showPage({ place: place({}) });
  await userEvent.click(await screen.findByRole('button', { name: 'We are ready', hidden: true }));
  await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/ready'))?.body).toEqual({ isReady: true }));
});

test('STAGE-22 and a table that is ready takes it back', async () => {
  stubServer();
  await showPage({ place: place({ isReady: true }) });
  const button = await screen.findByRole('button', { name: 'Not ready after all', hidden: true });
  expect(button.getAttribute('aria-pressed')).toBe('true');
});
