// The panel for forming groups while people come and leave between a proposal and its publishing.
import type { PlacesReply, ProposalReply, ProposalRequest, PublicationRequest, WorkshopState } from '@masa/shared/wire';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { showGroups } from './groupsPanel.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const person = (id: string, name: string) => ({ id, name, library: '', region: '', isRemote: false, wants: [] });
const proposalOf = (people: ProposalReply['people'], members: readonly string[], late?: ProposalReply['late']): ProposalReply => ({
  people,
  topics: [{ id: 'x', title: 'A reading café', convener: null, informed: 0 }],
  groups: [{ topic: 'x', members: members.map((id) => ({ person: id, choice: null, isConvener: false })) }],
  lonely: [],
  unplaced: [],
  choices: { first: 0, second: 0, third: 0, other: members.length },
  broken: [],
  ...(late ? { late, gone: [] } : {}),
});
const ANA = person('ana/1', 'Ana');
const BORIS = person('boris/1', 'Boris');
const VERA = person('vera/1', 'Vera');

/** A server with these people, who may become others; resolves with what it was asked. */
async function openPanel(people: () => ProposalReply['people']) {
  const asked: { proposals: ProposalRequest[]; publications: PublicationRequest[] } = { proposals: [], publications: [] };
  let isPublished = false;
  const answer = (last: string, body: unknown): { status: number; body: object } => {
    const here = people();
    const places: PlacesReply = {
      state: isPublished ? 'done' : 'none',
      at: null,
      max: null,
      groups: [],
      mine: [],
      unplaced: isPublished ? [] : [...here],
    };
    if (last === 'proposal') {
      const request = body as ProposalRequest;
      asked.proposals.push(request);
      const named = new Set([...(request.keep?.groups.flatMap(({ members }) => members) ?? []), ...(request.keep?.unplaced ?? [])]);
      const late = here.flatMap(({ id }) => (named.has(id) ? [] : [{ person: id, topic: 'x' }]));
      return {
        status: 200,
        body: request.keep
          ? proposalOf(here, [], late)
          : proposalOf(
              here,
              here.map(({ id }) => id),
            ),
      };
    }
    if (last === 'publication') {
      const request = body as PublicationRequest;
      asked.publications.push(request);
      const named = new Set([...request.groups.flatMap(({ members }) => members), ...request.unplaced]);
      if (here.some(({ id }) => !named.has(id))) return { status: 409, body: { error: { code: 'places-changed', message: 'Changed.' } } };
      isPublished = true;
      return { status: 201, body: { ...places, state: 'done', unplaced: [] } };
    }
    return { status: 200, body: places };
  };
  const { workshop } = await showGroups(({ last, body }) => answer(last, body), [{ id: 'x', text: 'A reading café' }]);
  const crowd = (seats: number) =>
    act(async () => workshop.store.setState({ workshop: { groups: [], boards: [], ungrouped: { seats } } as unknown as WorkshopState }));
  return { asked, crowd };
}

const groupOf = (heading: RegExp) => within(screen.getByRole('heading', { name: heading }).closest('li') ?? document.body);

test('STALL-8 whoever comes later is shown as not placed with a suggested place, whoever left is said to have left, and the groups stay', async () => {
  let people = [ANA, BORIS];
  const { asked, crowd } = await openPanel(() => people);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Propose groups' }));
  await screen.findByRole('combobox', { name: 'Group of Ana' });
  people = [ANA, VERA];
  await crowd(2);
  await screen.findByText('Boris has left; the place is free.');
  expect(asked.proposals.at(-1)?.keep).toEqual({ groups: [{ topic: 'x', members: ['ana/1', 'boris/1'] }], unplaced: [] });
  expect(groupOf(/A reading café/).getAllByRole('combobox').length).toBe(1);
  const none = groupOf(/Not placed \(1\)/);
  expect(none.getByText('came later, not in a group yet')).toBeTruthy();
  await user.click(none.getByRole('button', { name: 'Put into “A reading café”' }));
  expect(groupOf(/A reading café/).getByRole('combobox', { name: 'Group of Vera' })).toBe(document.activeElement);
  expect(screen.queryByText(/came later/)).toBeNull();
  expect(asked.proposals.length).toBe(2);
});

test('STALL-9 publishing names who is not placed; somebody who came just then is shown first, and the next press publishes', async () => {
  let people = [ANA];
  const { asked } = await openPanel(() => people);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Propose groups' }));
  const publish = async (): Promise<void> => {
    await user.click(await screen.findByRole('button', { name: 'Publish the groups' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publish the groups' }));
  };
  // Nobody told the page yet.
  people = [ANA, VERA];
  await publish();
  await screen.findByText(/1 person came later and is not in a group yet/);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Publish the groups' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('Not placed (1): Vera (came later)')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Publish the groups' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Publish the groups' })).toBeNull());
  expect(asked.publications.map(({ unplaced }) => unplaced)).toEqual([[], ['vera/1']]);
});
