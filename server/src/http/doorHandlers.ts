// Joining, waiting at the door, links, and the people who came in.
import type { Participant } from '@masa/shared/workshop';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { Door } from '../workshops/door.ts';
import type { People } from '../workshops/people.ts';
import type { Handlers } from './call.ts';
import { groupReply, participantReply } from './replies.ts';

type Names =
  | 'readLobby'
  | 'join'
  | 'createClaim'
  | 'readClaim'
  | 'listClaims'
  | 'decideClaim'
  | 'createLink'
  | 'listLinks'
  | 'revokeLink'
  | 'redeemLink'
  | 'listParticipants'
  | 'changeParticipant'
  | 'removeParticipant';

interface Parts {
  readonly store: WorkshopStore;
  readonly door: Door;
  readonly people: People;
}

/** What people have typed so far, each once, for the pickers. */
const used = (participants: readonly Participant[], part: 'library' | 'region'): string[] =>
  [...new Set(participants.map((each) => each[part]).filter((text) => text !== ''))].sort((a, b) => a.localeCompare(b));

const seatsIn = (participants: readonly Participant[], groupId: string): number =>
  participants.filter((each) => each.groupId === groupId).reduce((sum, each) => sum + each.seats, 0);

const sameName = (a: string, b: string): boolean => a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;

export function createDoorHandlers({ store, door, people }: Parts): Handlers<Names> {
  return {
    async readLobby({ params, visit }) {
      const { workshop, participants, formed } = await door.lobby(params.code.replace(/[\s-]/g, ''), visit.device);
      const returning = (await visit.returning())?.caller.participant;
      return {
        workshopId: workshop.id,
        title: workshop.title,
        language: workshop.language,
        locked: workshop.doorLocked,
        groups: (await store.groups(workshop.id)).map((group) => ({
          ...groupReply(group),
          seats: seatsIn(participants, group.id),
          isFormed: formed.has(group.id),
        })),
        libraries: used(participants, 'library'),
        regions: used(participants, 'region'),
        returning: returning?.workshopId === workshop.id ? participantReply(returning) : null,
      };
    },

    async join({ body: { code, isSomebodyElse, ...person }, visit }) {
      const { participant, token } = await door.join(code, visit.device, person, isSomebodyElse ? undefined : await visit.returning());
      visit.signIn('seat', token);
      return { token, participantId: participant.id, workshopId: participant.workshopId };
    },

    createClaim: ({ body: { code, ...person }, visit }) => door.claim(code, visit.device, person),

    async readClaim({ params, body, visit }) {
      const { claim, token } = await door.claimState(params.claimId, body.secret, visit.device);
      if (token === undefined || claim.participantId === null) return { state: claim.state };
      visit.signIn('seat', token);
      return { state: claim.state, token, participantId: claim.participantId, workshopId: claim.workshopId };
    },

    async listClaims({ caller, params }) {
      const claims = await door.waiting(caller, params.id);
      const participants = await store.participants(params.id);
      return {
        claims: claims.map(({ id, at, person: { name, library, region, seats, groupId } }) => ({
          id,
          at,
          name,
          library,
          region,
          seats,
          groupId,
          candidates: participants.filter((each) => sameName(each.name, name)).map(participantReply),
        })),
      };
    },

    async decideClaim({ caller, params, body }) {
      await door.decide(caller, params.id, params.claimId, body);
      return { ok: true };
    },

    async createLink({ caller, params, body, visit }) {
      const { id, token } = await door.createLink(caller, params.id, body);
      return { id, token, url: `${visit.address}/open#${token}` };
    },
    listLinks: async ({ caller, params }) => ({
      links: (await door.links(caller, params.id)).map(({ id, role, label, once, createdAt, used: times }) => ({
        id,
        role,
        label,
        once,
        createdAt,
        used: times,
      })),
    }),
    async revokeLink({ caller, params }) {
      await door.revokeLink(caller, params.id, params.linkId);
      return { ok: true };
    },
    async redeemLink({ body, visit }) {
      const { token, link } = await door.redeem(body.token, visit.device, body.name);
      visit.signIn('staff', token);
      return { token, workshopId: link.workshopId, role: link.role };
    },

    listParticipants: async ({ caller, params }) => ({
      participants: (await people.list(caller, params.id)).map((each) => ({
        ...participantReply(each),
        online: each.online,
        joinedAt: each.joinedAt,
      })),
    }),
    changeParticipant: async ({ caller, params, body }) => participantReply(await people.change(caller, params.id, params.participantId, body)),
    async removeParticipant({ caller, params }) {
      await people.remove(caller, params.id, params.participantId);
      return { ok: true };
    },
  };
}
