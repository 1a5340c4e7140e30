// A kind that only tests have, with every sort of round, and a table that answers on a board of it.
import { type BoardKind, type Round, type Stage, templateRef } from '@masa/shared/board';
import { fail, isRecord, issue, type Localized, ok } from '@masa/shared/core';
import { FACET, objectsOf } from '@masa/shared/document';
import { emptyBoard, KINDS } from '@masa/shared/kinds';
import type { RoundReply } from '@masa/shared/wire';
import type { Authorship } from '@masa/shared/workshop';
import { afterAll, beforeAll, expect } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { byLink, join, type TestMasa, type TestWorkshop } from './masa.ts';
import { openPeer } from './peer.ts';

const said = (en: string): Localized => ({ en, bg: en, ro: en, uk: en, nb: en });
const LEVELS: readonly unknown[] = [1, 2, 3, 4, 5, 'unknown'];

const risksOf: Round['about'] = (board) => board.inSlot('risks').map(({ id }) => id);

const rating = (id: string, shownTo: Round['shownTo']): Round => ({
  id,
  label: said(id),
  about: risksOf,
  parse(value) {
    if (!isRecord(value) || !LEVELS.includes(value.likelihood) || !LEVELS.includes(value.consequence)) return fail(issue('no-such-level'));
    // A word that tests can look for everywhere.
    const why = typeof value.why === 'string' ? { why: value.why } : {};
    return ok({ likelihood: value.likelihood, consequence: value.consequence, ...why });
  },
  shownTo,
});

const wish: Round = {
  id: 'wish',
  label: said('wish'),
  about: risksOf,
  parse: (value) => (value === 'want' || value === 'inform' ? ok(value) : fail(issue('no-such-wish'))),
  fault: (answers) => ([...answers.values()].filter((value) => value === 'want').length > 3 ? issue('three-wishes') : null),
  shownTo: 'everybody',
};

const stage = (id: string, over: Partial<Stage> = {}): Stage => ({ id, label: said(id), task: said(id), writing: 'together', ...over });

const ratedKind: BoardKind = {
  id: 'rated-board',
  version: 1,
  label: said('Rated board'),
  types: emptyBoard.types,
  slots: [{ id: 'risks', label: said('Risks'), type: 'card', fields: [], wanted: [] }],
  templates: [
    {
      id: 'rated',
      version: 1,
      kind: 'rated-board',
      title: said('Rated'),
      size: { w: 400, h: 400 },
      cells: [
        {
          id: 'risks',
          title: said('Risks'),
          hint: said(''),
          example: said(''),
          slots: [{ slot: 'risks' }],
          rect: { x: 0, y: 0, w: 400, h: 400 },
          order: 0,
        },
      ],
      connectors: [],
    },
  ],
  stages: [
    stage('gather'),
    stage('rate', { asks: 'rate' }),
    stage('reveal', { shows: ['rate'] }),
    stage('wish', { asks: 'wish' }),
    stage('wished', { shows: ['wish', 'rate'] }),
    stage('confide', { asks: 'confidence' }),
    stage('told', { shows: ['confidence'] }),
  ],
  rounds: [rating('rate', 'everybody'), wish, rating('confidence', 'staff')],
  analyse: () => ({ checks: [], sums: [], filling: {} }),
  summary: () => '',
};

/** Adds the kind to those of this process while a file's tests run. Before a server is asked for its templates. */
export function haveRatedKind(): void {
  const kinds = KINDS as BoardKind[];
  beforeAll(() => void kinds.push(ratedKind));
  afterAll(() => void kinds.splice(kinds.indexOf(ratedKind), 1));
}

interface Device {
  readonly token: string;
  readonly id: string;
}

export interface RatedTable {
  readonly workshop: TestWorkshop;
  readonly board: string;
  /** What is asked about. */
  readonly risks: readonly string[];
  /** Мария with two seats, Ион with one. */
  readonly maria: Device;
  readonly ion: Device;
  readonly facilitator: string;
  readonly observer: string;
  readonly setStage: (stage: string) => Promise<void>;
  readonly change: (change: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly read: (token: string, round?: string) => Promise<RoundReply>;
  readonly put: (
    token: string,
    object: string,
    value: unknown,
    of?: { readonly seat?: number; readonly round?: string },
  ) => ReturnType<TestMasa['ask']>;
  /** Puts a card into the bin, or takes it out again. */
  readonly bin: (object: string, isGone: boolean) => Promise<void>;
}

export const level = (likelihood: unknown, consequence: unknown = 2) => ({ likelihood, consequence });

/** A table of a workshop with a board of the kind, at the stage `rate`. */
export async function openRatedTable(
  masa: TestMasa,
  organiser: string,
  { shared = false, authorship = 'named' }: { readonly shared?: boolean; readonly authorship?: Authorship } = {},
): Promise<RatedTable> {
  const made = await masa.ask<{ id: string; code: string }>('POST', '/api/workshops', {
    token: organiser,
    body: { title: 'Рискове', language: 'bg' },
  });
  const { id, code } = made.body;
  const groups: string[] = [];
  for (const number of [1, 2]) {
    const group = await masa.ask<{ id: string }>('POST', `/api/workshops/${id}/groups`, { token: organiser, body: { number } });
    groups.push(group.body.id);
  }
  const board = await masa.ask<{ id: string }>('POST', `/api/workshops/${id}/boards`, {
    token: organiser,
    body: { template: templateRef(ratedKind.templates[0] as (typeof ratedKind.templates)[number]), ...(shared ? {} : { groupId: groups[0] }) },
  });
  const boardId = board.body.id;
  expect((await masa.ask('POST', `/api/boards/${boardId}/authorship`, { token: organiser, body: { authorship } })).status).toBe(200);
  const workshop: TestWorkshop = { organiser, id, code, groups, boards: [boardId] };
  const device = async (name: string, seats: number): Promise<Device> => {
    const joined = await join(masa, code, { name, seats, groupId: groups[0] });
    return { token: joined.token, id: joined.participantId };
  };

  const risks = ['risk-1', 'risk-2', 'risk-3', 'risk-4', 'risk-5'];
  const edit = async (work: (peer: ReturnType<typeof openPeer>) => void): Promise<void> => {
    const peer = openPeer(`${masa.url.replace('http', 'ws')}/sync`, boardId, organiser, { ack: true });
    await peer.synced;
    work(peer);
    await expect.poll(() => peer.durable).toBe(peer.sent);
    await peer.close();
  };
  await edit((peer) => peer.edit(...risks.map((risk, at) => createEdit({ id: risk, cell: 'risks', order: `a${at}`, text: `Риск ${at + 1}` }))));

  const table: RatedTable = {
    workshop,
    board: boardId,
    risks,
    maria: await device('Мария', 2),
    ion: await device('Ион', 1),
    facilitator: (await byLink(masa, workshop, 'facilitator')).token,
    observer: (await byLink(masa, workshop, 'observer')).token,
    async setStage(to) {
      expect((await masa.ask('POST', `/api/boards/${boardId}/stage`, { token: organiser, body: { stage: to } })).status).toBe(200);
    },
    async change(change) {
      expect((await masa.ask('PATCH', `/api/workshops/${id}/boards/${boardId}`, { token: organiser, body: change })).status).toBe(200);
    },
    async read(token, round = 'rate') {
      const { body, status } = await masa.ask<RoundReply>('GET', `/api/boards/${boardId}/rounds/${round}`, { token });
      expect(status).toBe(200);
      return body;
    },
    put: (token, object, value, { seat = 1, round = 'rate' } = {}) =>
      masa.ask('POST', `/api/boards/${boardId}/rounds/${round}/answers`, { token, body: { object, seat, value } }),
    bin: (object, isGone) =>
      edit((peer) => {
        expect(objectsOf(peer.doc).has(object)).toBe(true);
        peer.edit({ do: 'set', id: object, facet: FACET.gone, value: isGone ? { by: 'x', name: 'x', at: 1 } : null });
      }),
  };
  await table.setStage('rate');
  return table;
}
