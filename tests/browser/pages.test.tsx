// Every page around the board in a real Chromium, over an API that answers from memory: axe, keyboard, states.
import { App } from '@masa/client/App.tsx';
import { actAs, actingAs } from '@masa/client/session/device.ts';
import { loadTexts, setLanguage } from '@masa/client/ui/text.ts';
import '@masa/client/ui/components.css';
import '@masa/client/ui/theme.css';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CODE, createStubApi, person, type StubApi, type StubState, WORKSHOP_ID } from '../support/stubApi.ts';

const LANGUAGE = 'en';
const direct = globalThis.fetch;
let stub: StubApi;

function serve(change: Partial<StubState> = {}): void {
  stub = createStubApi(change, LANGUAGE);
  globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(String(input), location.origin);
    if (!pathname.startsWith('/api/')) return direct(input, init);
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : {};
    const answer = stub.answer({ method: init?.method ?? 'GET', path: pathname, body: body as Record<string, unknown> });
    return Response.json(answer.body, { status: answer.status });
  };
}

/** Opens an address and waits for its heading. */
async function open(path: string, heading: string | RegExp): Promise<void> {
  history.replaceState(null, '', path);
  render(<App />);
  await screen.findByRole('heading', { level: 1, name: heading }, { timeout: 10_000 });
}

async function findings(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, { rules: { region: { enabled: true } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

const sent = (line: string): readonly Readonly<Record<string, unknown>>[] =>
  stub.state.asked.filter((request) => `${request.method} ${request.path}` === line).map((request) => request.body);

const home = location.href;
beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  await loadTexts('common', LANGUAGE);
  await setLanguage(LANGUAGE);
  serve();
});
afterEach(() => {
  cleanup();
  globalThis.fetch = direct;
  history.replaceState(null, '', home);
});

const JOIN = `/join/${CODE}`;
const TITLE = /Partnerships/;
const claim = { id: 'c-1', name: 'Ion Munteanu', library: 'Orhei', region: '', seats: 1, groupId: null, at: 0, candidates: [person(1, 'g-1')] };
const late = {
  id: 'l-1',
  boardId: 'b-2',
  author: { id: 'p', name: 'Ion', library: 'Orhei', region: '' },
  at: 0,
  cards: [{ address: 'needs', text: 'A warm place' }],
};
const people = Array.from({ length: 12 }, (_, at) => person(at, at > 9 ? null : `g-${at + 1}`));

test.each<[state: string, path: string, heading: string | RegExp, change: Partial<StubState>]>([
  ['front page', '/', 'Join your table', {}],
  ['door', JOIN, TITLE, {}],
  ['door, locked, no tables', JOIN, TITLE, { locked: true, tables: 0 }],
  ['door, returning', JOIN, TITLE, { returning: person(0, 'g-1') }],
  ['door, wrong code', '/join/111111', 'No such workshop', {}],
  ['table without a sheet', `/table/${WORKSHOP_ID}`, 'Table 1', { sheets: 0 }],
  ['link', '/open#token', 'Open the link', {}],
  ['link, broken', '/open', 'Open the link', {}],
  ['set-up', '/setup#key=abc', 'Set up this server', { setUp: false }],
  ['sign-in', '/sign-in', 'Sign in', {}],
  ['workshops', '/workshops', 'Your workshops', {}],
  ['workshops, none', '/workshops', 'Your workshops', { tables: 0 }],
  ['workshop, full', `/workshops/${WORKSHOP_ID}`, TITLE, { people, claims: [claim], late: [late], links: 2, sheets: 7 }],
  ['workshop, empty', `/workshops/${WORKSHOP_ID}`, TITLE, { tables: 0, sheets: 0 }],
  ['workshop, ended', `/workshops/${WORKSHOP_ID}`, TITLE, { state: 'closed' }],
  ['wall, connecting', `/workshops/${WORKSHOP_ID}/wall`, TITLE, {}],
  ['unknown address', '/nowhere', 'There is nothing here', {}],
])('PAGE-1 axe finds nothing on: %s', async (_state, path, heading, change) => {
  serve(change);
  await open(path, heading);
  expect(await findings()).toEqual([]);
});

test('PAGE-2 an unknown address leads to the front page', async () => {
  await open('/nowhere', 'There is nothing here');
  await userEvent.click(screen.getByRole('link', { name: 'Go to the front page' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Join your table' })).toBeTruthy();
  expect(location.pathname).toBe('/');
});

test('CODE-1 digits are grouped while typing, nothing else is taken, nine at most', async () => {
  await open('/', 'Join your table');
  const field = screen.getByLabelText<HTMLInputElement>('Code');
  await userEvent.click(field);
  await userEvent.keyboard('4а8b2-9');
  expect(field.value).toBe('482 9');
  await userEvent.keyboard('13777999');
  expect(field.value).toBe('482 913 777');
  expect(field.inputMode).toBe('numeric');
});

test('CODE-3 a digit put in the middle leaves the caret behind it', async () => {
  await open('/', 'Join your table');
  const field = screen.getByLabelText<HTMLInputElement>('Code');
  await userEvent.click(field);
  await userEvent.keyboard('12456{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}3');
  expect(field.value).toBe('123 456');
  await userEvent.keyboard('{Backspace}');
  expect(field.value).toBe('124 56');
});

test('CODE-4 a short code is not sent; the summary has the focus', async () => {
  await open('/', 'Join your table');
  await userEvent.click(screen.getByLabelText('Code'));
  await userEvent.keyboard('123{Enter}');
  const summary = await screen.findByRole('alert');
  expect(document.activeElement).toBe(summary);
  expect(within(summary).getByRole('link').textContent).toContain('six to nine digits');
  expect(location.pathname).toBe('/');
  expect(await findings()).toEqual([]);
});

test('JOIN-1 what is missing is said in the order of the form and nothing is sent', async () => {
  await open(JOIN, TITLE);
  await userEvent.click(screen.getByRole('button', { name: 'Take a seat' }));
  const summary = await screen.findByRole('alert');
  expect(
    within(summary)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Type your name, 2 to 60 characters.', 'Type the name of your library or organisation.', 'Type your region.', 'Choose a table.']);
  expect(sent('POST /api/join')).toEqual([]);
  expect(await findings()).toEqual([]);
});

test('JOIN-7 joining by keyboard alone, from the first field to the table', async () => {
  serve({ sheets: 0 });
  await open(JOIN, TITLE);
  const tabTo = async (what: () => HTMLElement): Promise<void> => {
    for (let presses = 0; presses < 30 && document.activeElement !== what(); presses += 1) await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(what());
  };
  await tabTo(() => screen.getByLabelText('Your name'));
  await userEvent.keyboard('Мария Петрова{Tab}Regional library{Tab}Plovdiv');
  await tabTo(() => screen.getByRole('button', { name: 'One more' }));
  await userEvent.keyboard('{Enter} ');
  await tabTo(() => screen.getByRole('radio', { name: /Table 1/ }));
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await tabTo(() => screen.getByRole('button', { name: 'Take a seat' }));
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Table 1' });
  expect(sent('POST /api/join')).toEqual([
    { code: CODE, name: 'Мария Петрова', library: 'Regional library', region: 'Plovdiv', language: 'en', seats: 3, groupId: 'g-3' },
  ]);
});

test('JOIN-4 a returning device goes on at once', async () => {
  serve({ returning: person(0, 'g-1'), sheets: 0 });
  await open(JOIN, TITLE);
  await userEvent.click(screen.getByRole('button', { name: /Continue as Мария/ }));
  await screen.findByRole('heading', { level: 1, name: 'Table 1' });
  expect(sent('POST /api/join')).toEqual([]);
});

test.each([
  ['joining', {}],
  ['going on as before', { returning: person(0, 'g-1') }],
])('JOIN-11 a facilitator who opens the join page stays one in this tab until they take a seat by %s', async (_, state) => {
  actAs('staff');
  serve({ ...state, sheets: 0 });
  await open(JOIN, TITLE);
  expect(actingAs()).toBe('staff');
  if ('returning' in state) await userEvent.click(screen.getByRole('button', { name: /Continue as Мария/ }));
  else {
    await fillIn();
    await userEvent.click(screen.getByRole('radio', { name: /I do not know my table yet/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Take a seat' }));
  }
  await waitFor(() => expect(location.pathname).toBe(`/table/${WORKSHOP_ID}`));
  expect(actingAs()).toBe('seat');
});

test('JOIN-11 whoever waits at the door takes their seat in this tab when they are let in', async () => {
  actAs('staff');
  serve({ locked: true, sheets: 0 });
  await open(JOIN, TITLE);
  await fillIn();
  await userEvent.click(screen.getByRole('radio', { name: /I do not know my table yet/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Knock' }));
  await screen.findByRole('heading', { name: 'The facilitator has been asked' });
  expect(actingAs()).toBe('staff');
  stub.state.admitted = true;
  await waitFor(() => expect(location.pathname).toBe(`/table/${WORKSHOP_ID}`), { timeout: 10_000 });
  expect(actingAs()).toBe('seat');
});

test('JOIN-5 a wrong code leads back to the code', async () => {
  await open('/join/111111', 'No such workshop');
  expect(screen.getByText(/111 111/)).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: 'Type another code' }));
  expect(await screen.findByLabelText('Code')).toBeTruthy();
});

async function fillIn(): Promise<void> {
  await userEvent.fill(screen.getByLabelText('Your name'), 'Anna Berg');
  await userEvent.fill(screen.getByLabelText('Library or organisation'), 'Gratangen');
  await userEvent.fill(screen.getByLabelText('Region'), 'Troms');
}

test('JOIN-6 a refusal shows the server’s sentence and keeps what was filled in', async () => {
  await open(JOIN, TITLE);
  await fillIn();
  await userEvent.click(screen.getByRole('radio', { name: /I do not know my table yet/ }));
  stub.state.refuse = 'The table is full. Choose another.';
  await userEvent.click(screen.getByRole('button', { name: 'Take a seat' }));
  expect((await screen.findByRole('alert')).textContent).toBe('The table is full. Choose another.');
  expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Anna Berg');
});

test('JOIN-6 when the server is away the page says that nothing is lost', async () => {
  await open(JOIN, TITLE);
  await fillIn();
  await userEvent.click(screen.getByRole('radio', { name: /I do not know my table yet/ }));
  globalThis.fetch = () => Promise.reject(new TypeError('no network'));
  await userEvent.click(screen.getByRole('button', { name: 'Take a seat' }));
  expect((await screen.findByRole('alert')).textContent).toContain('What you filled in is still here');
});

test('JOIN-8 behind a locked door one knocks and waits', async () => {
  serve({ locked: true });
  await open(JOIN, TITLE);
  await fillIn();
  await userEvent.click(screen.getByRole('radio', { name: /I do not know my table yet/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Knock' }));
  await screen.findByRole('heading', { name: 'The facilitator has been asked' });
  expect(sent('POST /api/join/claims')).toHaveLength(1);
  expect(await findings()).toEqual([]);
});

test('JOIN-8 a lost place is asked back', async () => {
  await open(JOIN, TITLE);
  await fillIn();
  await userEvent.click(screen.getByRole('radio', { name: /I do not know my table yet/ }));
  await userEvent.click(screen.getByText('I was here before, on another device'));
  await userEvent.click(screen.getByRole('button', { name: 'Ask to come back' }));
  await screen.findByRole('heading', { name: 'The facilitator has been asked' });
  expect(sent('POST /api/join')).toEqual([]);
  expect(sent('POST /api/join/claims')).toHaveLength(1);
});

test('JOIN-9 seats go from one to six', async () => {
  await open(JOIN, TITLE);
  const more = screen.getByRole<HTMLButtonElement>('button', { name: 'One more' });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'One less' }).disabled).toBe(true);
  for (let press = 0; press < 5; press += 1) await userEvent.click(more);
  expect(document.getElementById('join-seats')?.textContent).toBe('6');
  expect(more.disabled).toBe(true);
});

test('JOIN-10 switching the language keeps what was filled in', async () => {
  await open(JOIN, TITLE);
  await fillIn();
  await userEvent.click(screen.getByRole('radio', { name: /Table 4/ }));
  await userEvent.selectOptions(screen.getByLabelText('Language', { selector: '#join-language' }), 'nb');
  const name = await screen.findByLabelText<HTMLInputElement>('Navnet ditt');
  expect(name.value).toBe('Anna Berg');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Bord 4/ }).checked).toBe(true);
  await setLanguage(LANGUAGE);
});

test('TABLE-1 without a table the page says so, with one it waits for its sheet', async () => {
  serve({ returning: person(0, null), sheets: 0 });
  await open(`/table/${WORKSHOP_ID}`, 'You have no table yet');
  cleanup();
  serve({ sheets: 0 });
  await open(`/table/${WORKSHOP_ID}`, 'Table 1');
  expect(screen.getByRole('heading', { name: 'Your table is ready, the sheet is not' })).toBeTruthy();
});

test('ORG-1 without a session one is led to signing in', async () => {
  serve({ signedIn: false });
  await open('/workshops', 'Sign in');
  expect(new URLSearchParams(location.search).get('next')).toBe('/workshops');
  stub.state.signedIn = true;
  await userEvent.fill(screen.getByLabelText('Name'), 'Anna');
  await userEvent.fill(screen.getByLabelText('Password'), 'correct horse battery');
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Your workshops' });
  expect(sent('POST /api/sessions')).toEqual([{ name: 'Anna', password: 'correct horse battery' }]);
});

test('ORG-2 nine tables at once, the first half on form A', async () => {
  serve({ tables: 0, sheets: 0 });
  await open(`/workshops/${WORKSHOP_ID}`, TITLE);
  await userEvent.selectOptions(screen.getByLabelText('Sheet for each'), 'half');
  await userEvent.click(screen.getByRole('button', { name: 'Add 9 tables' }));
  await waitFor(() => expect(sent(`POST /api/workshops/${WORKSHOP_ID}/boards`)).toHaveLength(9));
  expect(sent(`POST /api/workshops/${WORKSHOP_ID}/groups`).map((body) => body.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(sent(`POST /api/workshops/${WORKSHOP_ID}/boards`).map((body) => body.template)).toEqual([
    ...Array.from({ length: 5 }, () => 'form-a'),
    ...Array.from({ length: 4 }, () => 'form-b'),
  ]);
});

test('EMPTY-8 an empty board is chosen where forms are chosen, for new tables and for those that have none yet', async () => {
  serve({ tables: 3, sheets: 0 });
  await open(`/workshops/${WORKSHOP_ID}`, TITLE);
  await userEvent.selectOptions(screen.getByLabelText('Board'), 'Empty board');
  await userEvent.click(screen.getByRole('button', { name: 'Give the board' }));
  await waitFor(() => expect(sent(`POST /api/workshops/${WORKSHOP_ID}/boards`).map((body) => body.template)).toEqual(['empty', 'empty', 'empty']));
  await userEvent.selectOptions(screen.getByLabelText('Sheet for each'), 'Empty board');
  await userEvent.click(screen.getByRole('button', { name: 'Add 1 table' }));
  await waitFor(() => expect(sent(`POST /api/workshops/${WORKSHOP_ID}/boards`)).toHaveLength(4));
  expect(sent(`POST /api/workshops/${WORKSHOP_ID}/boards`).at(-1)?.template).toBe('empty');
});

test('ORG-5 a board is given to every table without one, to one table, or to everybody', async () => {
  serve({ tables: 3, sheets: 1 });
  await open(`/workshops/${WORKSHOP_ID}`, TITLE);
  const given = () => sent(`POST /api/workshops/${WORKSHOP_ID}/boards`);
  await userEvent.selectOptions(screen.getByLabelText('Board'), 'Service sheet, form A');
  await userEvent.click(screen.getByRole('button', { name: 'Give the board' }));
  await screen.findByText('2 boards are ready.');
  expect(given().map((body) => body.groupId)).toEqual(['g-2', 'g-3']);
  await userEvent.selectOptions(screen.getByLabelText('For whom'), 'Table 3');
  await userEvent.click(screen.getByRole('button', { name: 'Give the board' }));
  await waitFor(() => expect(given().at(-1)).toEqual({ template: 'form-a', groupId: 'g-3' }));
  // What is for everybody is offered to everybody.
  await userEvent.selectOptions(screen.getByLabelText('Board'), 'Idea marketplace');
  await userEvent.click(screen.getByRole('button', { name: 'Give the board' }));
  await waitFor(() => expect(given().at(-1)).toEqual({ template: 'marketplace' }));
  expect(await findings()).toEqual([]);
});

test('ORG-3 a name is saved when its field is left; a taken number is refused beside it', async () => {
  await open(`/workshops/${WORKSHOP_ID}`, TITLE);
  await userEvent.fill(screen.getByLabelText('Name, table 2'), '  The   readers ');
  await userEvent.keyboard('{Tab}');
  await waitFor(() => expect(sent(`PATCH /api/workshops/${WORKSHOP_ID}/groups/g-2`)).toEqual([{ name: 'The readers' }]));
  await userEvent.fill(screen.getByLabelText('Number, table 2'), '3');
  await userEvent.keyboard('{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('no other table');
  expect(sent(`PATCH /api/workshops/${WORKSHOP_ID}/groups/g-2`)).toHaveLength(1);
});

test('ORG-4 a new code and a table’s end are asked first, and Escape leaves', async () => {
  await open(`/workshops/${WORKSHOP_ID}`, TITLE);
  await userEvent.click(screen.getByRole('button', { name: 'New code' }));
  const dialog = await screen.findByRole('dialog', { name: 'New code' });
  expect(await findings()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(dialog.isConnected).toBe(false));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'New code' }));
  await userEvent.click(screen.getByRole('button', { name: 'Delete table 4' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(sent(`DELETE /api/workshops/${WORKSHOP_ID}/groups/g-4`)).toHaveLength(1));
  expect(sent(`POST /api/workshops/${WORKSHOP_ID}/code`)).toEqual([]);
});
