// The panel for forming groups while others, or the server, do something else with them.
import type { PlacesReply, ProposalReply, WorkshopState } from '@masa/shared/wire';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { type Answer, openSession, showGroups } from './groupsPanel.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const ANA = { id: 'ana/1', name: 'Ана', library: 'Искра' };
const PROPOSAL: ProposalReply = {
  people: [{ ...ANA, region: 'Видин', isRemote: false, wants: [{ topic: 'x', rank: 1 }] }],
  topics: [{ id: 'x', title: 'A reading café', convener: null, informed: 0 }],
  groups: [{ topic: 'x', members: [{ person: ANA.id, choice: 1, isConvener: false }] }],
  lonely: [],
  unplaced: [],
  choices: { first: 1, second: 0, third: 0, other: 0 },
  broken: [],
};
const made = (state: PlacesReply['state']): PlacesReply => ({
  state,
  at: 1,
  max: 8,
  groups: [
    {
      topic: 'x',
      title: 'A reading café',
      groupId: 'g',
      boardId: 'gb',
      number: 1,
      seats: 1,
      free: 7,
      waiting: 0,
      members: [ANA],
    },
  ],
  mine: [],
  unplaced: [],
});
const NONE: PlacesReply = { state: 'none', at: null, max: null, groups: [], mine: [], unplaced: [ANA] };

const STALL = { id: 'x', text: 'A reading café' };
/** Opens the panel over a server that answers so. */
const openPanel = async (answer: (method: string, last: string) => Answer, workshop = openSession()): Promise<readonly string[]> =>
  (await showGroups(({ method, last }) => answer(method, last), [STALL], workshop)).asked;

test('KINDS-6 who publishes after another facilitator has sees the groups there are, and is told so', async () => {
  let isPublished = false;
  await openPanel((_, last) => {
    if (last === 'proposal') return { status: 200, body: PROPOSAL };
    if (last === 'publication') {
      isPublished = true;
      return { status: 409, body: { error: { code: 'groups-published', message: 'The groups have been published already.' } } };
    }
    return { status: 200, body: isPublished ? made('done') : NONE };
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Propose groups' }));
  await user.click(await screen.findByRole('button', { name: 'Publish the groups' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publish the groups' }));
  await screen.findByText(/published meanwhile/u);
  expect(screen.getByRole('link', { name: 'Open the board' }).getAttribute('href')).toBe('/boards/gb');
  expect(screen.queryByRole('button', { name: 'Publish the groups' })).toBeNull();
});

test('KINDS-7 groups that were being made when the server stopped are finished with one button', async () => {
  let isDone = false;
  const asked = await openPanel((_, last) => {
    if (last === 'publication') isDone = true;
    return { status: 200, body: made(isDone ? 'done' : 'begun') };
  });
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Go on' }));
  await expect.poll(() => screen.queryByRole('button', { name: 'Go on' })).toBeNull();
  expect(asked).toContain('POST publication');
});

test('KINDS-36 groups that were worked out by hand are there again when the panel was closed by mistake, until they are published', async () => {
  const workshop = openSession();
  const answer = (_: string, last: string) => ({ status: 200, body: last === 'proposal' ? PROPOSAL : NONE });
  await openPanel(answer, workshop);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Propose groups' }));
  await user.selectOptions(await screen.findByRole('combobox', { name: /Ана/ }), '');
  cleanup();
  const asked = await openPanel(answer, workshop);
  expect(await screen.findByRole('combobox', { name: /Ана/ })).toHaveProperty('value', '');
  expect(asked).not.toContain('POST proposal');

  cleanup();
  await openPanel((_, last) => ({ status: 200, body: last === 'proposal' ? PROPOSAL : made('done') }), workshop);
  await screen.findByRole('combobox', { name: /Ана/ });
  cleanup();
  await openPanel(answer, workshop);
  expect(await screen.findByRole('button', { name: 'Propose groups' })).toBeTruthy();
});

test('KINDS-38 a group whose table is taken away leaves the open panel, though nothing changed on the marketplace', async () => {
  const workshop = openSession();
  const tables = (...ids: readonly string[]) =>
    act(async () => workshop.store.setState({ workshop: { groups: ids.map((id) => ({ id })), boards: [] } as unknown as WorkshopState }));
  await tables('g', 'other');
  let groups = made('done').groups;
  await openPanel(() => ({ status: 200, body: { ...made('done'), groups } }), workshop);
  expect(await screen.findByRole('heading', { name: 'A reading café' })).toBeTruthy();
  groups = [];
  await tables('other');
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'A reading café' })).toBeNull());
});
