// Opens the demo workshop through the ordinary commands: groups, boards, people and cards as if they had been typed. Opened again, it
// is the same workshop with whatever has been done in it, and a new link for the facilitator.
import { createId } from '@masa/shared/core';
import type { Caller, Callers } from '../auth/callers.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { Contents } from '../workshops/contents.ts';
import type { Door } from '../workshops/door.ts';
import type { Workshops } from '../workshops/workshops.ts';
import { DEMO_BOARDS, type DemoBoard } from './boards.ts';
import { DEMO_TITLE, type DemoGroup } from './content.ts';
import { FORM_A } from './formA.ts';
import { FORM_B } from './formB.ts';

interface Commands {
  readonly store: WorkshopStore;
  readonly callers: Callers;
  readonly workshops: Workshops;
  readonly door: Door;
  readonly contents: Contents;
}

export interface DemoLink {
  readonly what: string;
  readonly url: string;
}

export const DEMO_GROUPS: readonly DemoGroup[] = [...FORM_A, ...FORM_B].sort((a, b) => a.number - b.number);

/** Whoever joins in the demo comes from this device: it never makes a wrong try. */
const DEVICE = 'demo';

const callerOf = async (callers: Callers, token: string): Promise<Caller> => {
  const caller = await callers.byToken(token);
  if (!caller) throw new Error('a token made just now must be somebody');
  return caller;
};

export async function openDemo({ store, callers, workshops, door, contents }: Commands, address: string): Promise<readonly DemoLink[]> {
  const organiser = await callerOf(callers, await callers.forAccount(await store.owner(Date.now())));
  const id = await store.setting('demo-workshop', createId);
  const known = await store.workshop(id);
  const workshop = known ?? (await workshops.create(organiser, { id, title: DEMO_TITLE, language: 'bg' }));
  if (!known) {
    for (const group of DEMO_GROUPS) await openGroup(group, workshop.code ?? '');
    for (const board of DEMO_BOARDS) await openBoard(board);
  }

  const link = await door.createLink(organiser, id, { role: 'facilitator', label: 'Демо', once: true });
  await callers.end(organiser.session);
  const code = workshop.code ?? (await store.workshop(id))?.code;
  return [
    ...(code ? [{ what: `participant (code ${code})`, url: `${address}/join/${code}` }] : []),
    { what: 'facilitator (works once)', url: `${address}/open#${link.token}` },
  ];

  /** A board beside the sheets, written by the people of one table after the other. */
  async function openBoard({ template, table, stage, cards }: DemoBoard): Promise<void> {
    const groups = await store.groups(id);
    const group = groups.find(({ number }) => number === table);
    const board = await workshops.createBoard(organiser, id, { template, ...(group ? { groupId: group.id } : {}) });
    // The stage first: before it, people would only write for themselves.
    if (stage !== undefined) await store.putProcess(board.id, { stage, authorship: 'named', isReady: false });
    const people = (await store.participants(id)).filter(({ groupId }) => !group || groupId === group.id);
    const writers = await Promise.all(people.map(async (person) => callerOf(callers, await callers.forParticipant(person))));
    for (const [at, { cell, text, fields }] of cards.entries()) {
      // Five and the number of people at the tables have no part in common, so that all of them have their turn.
      const writer = writers[(at * 5) % Math.max(1, writers.length)];
      if (writer) await contents.add(writer, board.id, [{ address: cell, text, fields: fields ?? {} }]);
    }
    for (const writer of writers) await callers.end(writer.session);
  }

  async function openGroup({ number, name, targetGroup, template, people, cells }: DemoGroup, joinCode: string): Promise<void> {
    const group = await workshops.createGroup(organiser, id, { number, name, targetGroup });
    const board = await workshops.createBoard(organiser, id, { template, groupId: group.id });
    const seated: Caller[] = [];
    for (const one of people) {
      const { token } = await door.join(joinCode, DEVICE, { ...one, language: 'bg', groupId: group.id }, undefined);
      seated.push(await callerOf(callers, token));
    }
    // A table writes together: its people take turns, cell by cell.
    for (const [turn, [cell, cards]] of Object.entries(cells).entries()) {
      const writer = seated[turn % seated.length];
      if (!writer || !cards) continue;
      const written = cards.map((card) => {
        const { text, ...fields } = typeof card === 'string' ? { text: card } : card;
        return { address: cell, text, fields };
      });
      await contents.add(writer, board.id, written);
    }
    for (const writer of seated) await callers.end(writer.session);
  }
}
