// Workshops, groups and boards over HTTP.
import { renderSVG } from 'uqr';
import type { Caller } from '../auth/callers.ts';
import type { Gate } from '../auth/gate.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { Workshops } from '../workshops/workshops.ts';
import type { Handlers } from './call.ts';
import { boardReply, groupReply, joinUrl, workshopReply } from './replies.ts';

type Names =
  | 'listWorkshops'
  | 'createWorkshop'
  | 'readWorkshop'
  | 'changeWorkshop'
  | 'renewCode'
  | 'readQr'
  | 'createGroup'
  | 'changeGroup'
  | 'deleteGroup'
  | 'createBoard'
  | 'changeBoard'
  | 'deleteBoard';

interface Parts {
  readonly store: WorkshopStore;
  readonly gate: Gate;
  readonly workshops: Workshops;
}

export function createWorkshopHandlers({ store, gate, workshops }: Parts): Handlers<Names> {
  const reply = async (caller: Caller, id: string, address: string) =>
    workshopReply(caller, await gate.workshop(caller.actor, id, 'workshop.read'), await store.groups(id), await store.boards(id), address);

  return {
    async listWorkshops({ caller }) {
      const found = await workshops.list(caller);
      const rows = found.map(async ({ id, title, language, state, createdAt }) => ({
        id,
        title,
        language,
        state,
        createdAt,
        groups: (await store.groups(id)).length,
        boards: (await store.boards(id)).length,
        participants: (await store.participants(id)).length,
      }));
      return { workshops: await Promise.all(rows) };
    },

    async createWorkshop({ caller, body }) {
      const { id, code } = await workshops.create(caller, body);
      return { id, code: code ?? '' };
    },

    readWorkshop: ({ caller, params, visit }) => reply(caller, params.id, visit.address),

    async changeWorkshop({ caller, params, body, visit }) {
      await workshops.change(caller, params.id, body);
      return reply(caller, params.id, visit.address);
    },

    renewCode: async ({ caller, params }) => ({ code: await workshops.renewCode(caller, params.id) }),

    async readQr({ caller, params, visit }) {
      const { code } = await gate.workshop(caller.actor, params.id, 'workshop.invite');
      if (code === null) throw new Refusal('workshop-closed');
      return renderSVG(joinUrl(visit.address, code), { border: 2 });
    },

    createGroup: async ({ caller, params, body }) => ({ id: (await workshops.createGroup(caller, params.id, body)).id }),
    changeGroup: async ({ caller, params, body }) => groupReply(await workshops.changeGroup(caller, params.id, params.groupId, body)),
    async deleteGroup({ caller, params }) {
      await workshops.removeGroup(caller, params.id, params.groupId);
      return { ok: true };
    },

    createBoard: async ({ caller, params, body }) => ({ id: (await workshops.createBoard(caller, params.id, body)).id }),
    async changeBoard({ caller, params, body }) {
      const board = await workshops.changeBoard(caller, params.id, params.boardId, body);
      const workshop = orRefuse(await store.workshop(board.workshopId), 'not-found');
      return orRefuse(boardReply(caller, workshop, board), 'not-found');
    },
    async deleteBoard({ caller, params }) {
      await workshops.removeBoard(caller, params.id, params.boardId);
      return { ok: true };
    },
  };
}
