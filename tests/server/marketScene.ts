// A marketplace with people at it, for the tests of the server: stalls are put up over the board's socket, everything else over HTTP.
import { createReader, typesOf } from '@masa/shared/board';
import { createProjection, type Edit } from '@masa/shared/document';
import { ideaMarketplace, KINDS, MARKET, marketplace } from '@masa/shared/kinds';
import type { PlacesReply, ProposalReply, ProposalRequest, PublicationRequest, WalkReply } from '@masa/shared/wire';
import { type PlacingRules, USUAL_RULES } from '@masa/shared/workshop';
import { expect } from 'vitest';
import { createEdit } from '../shared/sheets.ts';
import { byLink, join, type TestMasa, type TestWorkshop } from '../support/masa.ts';
import { openPeer } from '../support/peer.ts';

export const RULES: PlacingRules = { ...USUAL_RULES, min: 2, max: 3, atLeastTwoRegions: false };

export interface Guest {
  readonly id: string;
  readonly token: string;
  readonly name: string;
}

export interface MarketScene {
  readonly workshop: TestWorkshop;
  readonly board: string;
  readonly facilitator: string;
  readonly observer: string;
  readonly guest: (name: string, over?: Readonly<Record<string, unknown>>) => Promise<Guest>;
  readonly stage: (to: string) => Promise<void>;
  /** Puts up a stall: on the author's draft while everybody writes alone, on the board otherwise; without an author as a facilitator. */
  readonly stall: (id: string, facets?: Readonly<Record<string, unknown>>, by?: Guest, where?: 'draft' | 'board') => Promise<void>;
  readonly edit: (...edits: readonly Edit[]) => Promise<void>;
  readonly want: (guest: Guest, stall: string, value: unknown, seat?: number) => ReturnType<TestMasa['ask']>;
  /** What anybody reads of a board, by slot. */
  readonly slots: (board?: string) => Promise<
    Readonly<
      Record<
        string,
        readonly {
          readonly id: string;
          readonly text: string;
          readonly fields: Readonly<Record<string, unknown>>;
          readonly notes: string;
          readonly origin: unknown;
          readonly author: { readonly name: string };
        }[]
      >
    >
  >;
  readonly places: (token?: string) => Promise<PlacesReply>;
  readonly propose: (rules?: Partial<PlacingRules>, token?: string, keep?: ProposalRequest['keep']) => Promise<ProposalReply>;
  /** A facilitator takes a device to another table in the list of people. */
  readonly table: (guest: Pick<Guest, 'id'>, groupId: string | null) => Promise<number>;
  /** The table each device sits at, as the list of people says. */
  readonly tables: () => Promise<Readonly<Record<string, string | null>>>;
  readonly publish: (
    groups: Readonly<Record<string, readonly string[]>>,
    unplaced?: readonly string[],
    over?: Partial<PublicationRequest>,
    token?: string,
  ) => ReturnType<TestMasa['ask']>;
  readonly walk: (
    token: string,
    topic: string | null,
    over?: Readonly<Record<string, unknown>>,
  ) => Promise<{ readonly status: number; readonly code: string; readonly body: WalkReply }>;
  readonly lonely: (body: unknown, token?: string) => ReturnType<TestMasa['ask']>;
}

export const seat = ({ id }: Guest, at = 1): string => `${id}/${at}`;

export async function openMarket(masa: TestMasa, organiser: string): Promise<MarketScene> {
  const made = await masa.ask<{ id: string; code: string }>('POST', '/api/workshops', {
    token: organiser,
    body: { title: 'Idétorg', language: 'nb' },
  });
  const { id, code } = made.body;
  const board = (await masa.ask<{ id: string }>('POST', `/api/workshops/${id}/boards`, { token: organiser, body: { template: 'marketplace' } })).body
    .id;
  const workshop: TestWorkshop = { organiser, id, code, groups: [], boards: [board] };
  const facilitator = (await byLink(masa, workshop, 'facilitator')).token;
  const at = `/api/boards/${board}`;

  const onBoard = async <T>(on: string, token: string, work: (peer: ReturnType<typeof openPeer>) => T): Promise<T> => {
    const peer = openPeer(`${masa.url.replace('http', 'ws')}/sync`, on, token, { ack: true });
    await peer.synced;
    const result = work(peer);
    await expect.poll(() => peer.durable).toBe(peer.sent);
    expect(peer.receipts.filter(({ kind }) => kind === 'refused')).toEqual([]);
    await peer.close();
    return result;
  };

  return {
    workshop,
    board,
    facilitator,
    observer: (await byLink(masa, workshop, 'observer')).token,
    async guest(name, over = {}) {
      const { token, participantId } = await join(masa, code, { name, ...over });
      return { id: participantId, token, name };
    },
    async stage(to) {
      expect((await masa.ask('POST', `${at}/stage`, { token: organiser, body: { stage: to } })).status).toBe(200);
    },
    async stall(stallId, facets = {}, by, where = 'board') {
      const author = { id: by?.id ?? 'nobody-here', name: by?.name ?? 'Nobody', library: 'Deichman', region: 'Oslo' };
      const edit = createEdit({
        id: stallId,
        cell: MARKET.stalls,
        text: `About ${stallId}`,
        facets: { stallType: 'idea', created: 1, ...(by ? { author } : {}), ...facets },
      });
      await onBoard(where === 'draft' ? `${board}/drafts/${by?.id ?? ''}` : board, by?.token ?? organiser, (peer) => peer.edit(edit));
    },
    edit: (...edits) => onBoard(board, organiser, (peer) => peer.edit(...edits)),
    want: (guest, object, value, seatNumber = 1) =>
      masa.ask('POST', `${at}/rounds/interest/answers`, { token: guest.token, body: { object, seat: seatNumber, value } }),
    slots: (on = board) =>
      onBoard(on, organiser, ({ doc }) => {
        const kind = on === board ? ideaMarketplace : (KINDS.find((each) => each.id === 'service-canvas') ?? ideaMarketplace);
        const projection = createProjection(doc, typesOf(kind));
        const reader = createReader(kind, kind === ideaMarketplace ? marketplace : (kind.templates[0] ?? marketplace), projection.records());
        return Object.fromEntries(kind.slots.map((slot) => [slot.id, reader.inSlot(slot.id)]).filter(([, cards]) => cards?.length));
      }),
    places: async (token = facilitator) => (await masa.ask<PlacesReply>('GET', `${at}/places`, { token })).body,
    async propose(rules = {}, token = facilitator, keep) {
      const reply = await masa.ask<ProposalReply>('POST', `${at}/places/proposal`, { token, body: { rules: { ...RULES, ...rules }, keep } });
      expect([reply.status, reply.text]).toEqual([200, reply.text]);
      return reply.body;
    },
    table: async (guest, groupId) =>
      (await masa.ask('PATCH', `/api/workshops/${id}/participants/${guest.id}`, { token: facilitator, body: { groupId } })).status,
    async tables() {
      const { body } = await masa.ask<{ participants: { id: string; groupId: string | null }[] }>('GET', `/api/workshops/${id}/participants`, {
        token: facilitator,
      });
      return Object.fromEntries(body.participants.map((each) => [each.id, each.groupId]));
    },
    publish: (groups, unplaced = [], over = {}, token = facilitator) =>
      masa.ask('POST', `${at}/places/publication`, {
        token,
        body: { rules: RULES, groups: Object.entries(groups).map(([topic, members]) => ({ topic, members })), unplaced, ...over },
      }),
    async walk(token, topic, over = {}) {
      const { status, body } = await masa.ask<WalkReply>('POST', `${at}/places/walks`, { token, body: { seat: 1, topic, ...over } });
      return { status, code: body.error?.code ?? '', body };
    },
    lonely: (body, token = facilitator) => masa.ask('POST', `${at}/places/lonely`, { token, body }),
  };
}
