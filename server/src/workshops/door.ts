// The door of a workshop: its code, joining, “I am …”, and links for co-facilitators and observers. Wrong codes and links are counted;
// a wrong code, a dead one and that of a closed workshop get the same answer. People choose a table once, when they come in; from then on
// facilitators move them, or they walk over on the marketplace.
import { createId, LIMITS } from '@masa/shared/core';
import { isCode, type Participant, type Workshop } from '@masa/shared/workshop';
import type { Attempts } from '../auth/attempts.ts';
import type { Caller } from '../auth/callers.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import { createToken, hashToken, sameSecret } from '../auth/secrets.ts';
import type { Claim, Link } from '../store/workshopStore.ts';
import { formedGroups } from './formedGroups.ts';
import type { Maybe } from './given.ts';
import type { WorkshopParts } from './workshops.ts';

/** After so long nobody waits at the door any more, and an approved claim cannot be asked for its token. */
const CLAIM_MS = 12 * 3_600_000;

/** What a person says at the door. */
export type Person = Pick<Participant, 'name' | 'library' | 'region' | 'language' | 'seats'> & Maybe<{ groupId: string }>;

export interface Lobby {
  readonly workshop: Workshop;
  readonly participants: readonly Participant[];
  /** Ids of groups that were formed on a marketplace: nobody chooses one at the door. */
  readonly formed: ReadonlySet<string>;
}

export interface Door {
  lobby(code: string, device: string): Promise<Lobby>;
  /**
   * The caller's own participant again if they are one here, at the table where they sit. `token`: the one they came with; undefined also for
   * somebody else at the same device.
   */
  join(
    code: string,
    device: string,
    person: Person,
    returning: { caller: Caller; token: string } | undefined,
  ): Promise<{ participant: Participant; token: string }>;
  claim(code: string, device: string, person: Person): Promise<{ id: string; secret: string }>;
  claimState(id: string, secret: string, device: string): Promise<{ claim: Claim; token: string | undefined }>;
  waiting(caller: Caller, workshopId: string): Promise<readonly Claim[]>;
  decide(caller: Caller, workshopId: string, claimId: string, decision: { approve: boolean } & Maybe<{ participantId: string }>): Promise<void>;

  createLink(
    caller: Caller,
    workshopId: string,
    of: { role: Link['role'] } & Maybe<{ label: string; once: boolean }>,
  ): Promise<{ id: string; token: string }>;
  links(caller: Caller, workshopId: string): Promise<readonly Link[]>;
  revokeLink(caller: Caller, workshopId: string, linkId: string): Promise<void>;
  redeem(token: string, device: string, name: string | undefined): Promise<{ token: string; link: Link }>;
}

export function createDoor({
  store,
  gate,
  callers,
  changes,
  documents,
  places,
  oneByOne,
  now,
  attempts,
}: WorkshopParts & { readonly attempts: Attempts }): Door {
  /** Runs a lookup that somebody may be guessing at: `find` gives undefined for a wrong guess. */
  const guarded = async <T>(device: string, wrong: 'no-such-workshop' | 'link-dead', find: () => Promise<T | undefined>): Promise<T> => {
    const { ms, of } = attempts.pause(device);
    if (ms > 0) throw new Refusal(of === 'instance' ? 'doors-paused' : 'too-many-tries', ms);
    const found = await find();
    if (found === undefined) attempts.failed(device);
    return orRefuse(found, wrong);
  };

  const byCode = (code: string, device: string): Promise<Workshop> =>
    guarded(device, 'no-such-workshop', async () => (isCode(code) ? store.workshopByCode(code) : undefined));

  /** The table somebody without one may choose. */
  const chosenTable = async (workshopId: string, groupId: string | undefined | null): Promise<string | null> => {
    if (groupId === undefined || groupId === null) return null;
    const { id } = orRefuse(
      (await store.groups(workshopId)).find((group) => group.id === groupId),
      'not-found',
    );
    if ((await formedGroups({ store, places }, workshopId)).has(id)) throw new Refusal('table-formed');
    return id;
  };

  /** The table somebody chose while they waited; none where it has become nobody's to choose. */
  const stillChosen = async (workshopId: string, groupId: string | null): Promise<string | null> =>
    chosenTable(workshopId, groupId).catch((failure: unknown) => {
      if (failure instanceof Refusal) return null;
      throw failure;
    });

  const admit = async (workshopId: string, person: Omit<Participant, 'id' | 'workshopId' | 'joinedAt'>): Promise<Participant> => {
    if ((await store.participants(workshopId)).length >= LIMITS.participantsMax) throw new Refusal('workshop-full');
    const participant: Participant = { ...person, id: createId(), workshopId, joinedAt: now() };
    await store.putParticipant(participant);
    changes.emit({ workshopId });
    return participant;
  };

  return {
    async lobby(code, device) {
      const workshop = await byCode(code, device);
      const formed = await formedGroups({ store, places }, workshop.id);
      return { workshop, participants: await store.participants(workshop.id), formed };
    },

    async join(code, device, { groupId: wanted, ...person }, returning) {
      const { id, code: current } = await byCode(code, device);
      return oneByOne(id, async () => {
        // As they are now: somebody may have moved them while they waited for this turn.
        const known = returning?.caller.participant ? await store.participant(returning.caller.participant.id) : undefined;
        if (returning && known?.workshopId === id) {
          const isSeated = known.groupId !== null;
          if (isSeated && wanted !== undefined && wanted !== known.groupId) throw new Refusal('table-kept');
          const groupId = isSeated ? known.groupId : await chosenTable(id, wanted);
          const participant = orRefuse(await store.changeParticipant(known.id, { ...person, groupId }), 'session-ended');
          if (participant.groupId !== known.groupId) for (const board of await store.boards(id)) documents.reconsider(board.id);
          changes.emit({ workshopId: id });
          return { participant, token: returning.token };
        }
        const workshop = await store.workshop(id);
        if (workshop?.code !== current) throw new Refusal('no-such-workshop');
        if (workshop.doorLocked) throw new Refusal('door-locked');
        const participant = await admit(id, { ...person, groupId: await chosenTable(id, wanted) });
        return { participant, token: await callers.forParticipant(participant) };
      });
    },

    async claim(code, device, { groupId, ...person }) {
      const workshop = await byCode(code, device);
      if ((await store.waitingClaims(workshop.id)).length >= LIMITS.claimsMax) throw new Refusal('workshop-full');
      const secret = createToken();
      const id = createId();
      await store.addClaim({
        id,
        workshopId: workshop.id,
        secretHash: hashToken(secret),
        person: { ...person, groupId: await chosenTable(workshop.id, groupId) },
        at: now(),
        state: 'waiting',
        participantId: null,
      });
      changes.emit({ workshopId: workshop.id });
      return { id, secret };
    },

    async claimState(id, secret, device) {
      const claim = await guarded(device, 'link-dead', async () => {
        const found = await store.claim(id);
        return found && sameSecret(found.secretHash, hashToken(secret)) && now() < found.at + CLAIM_MS ? found : undefined;
      });
      const participant = claim.participantId === null ? undefined : await store.participant(claim.participantId);
      return { claim, token: claim.state === 'approved' && participant ? await callers.forParticipant(participant) : undefined };
    },

    async waiting(caller, workshopId) {
      await gate.workshop(caller.actor, workshopId, 'people.read');
      return (await store.waitingClaims(workshopId)).filter((claim) => now() < claim.at + CLAIM_MS);
    },

    async decide(caller, workshopId, claimId, { approve, participantId }) {
      await gate.workshop(caller.actor, workshopId, 'people.change');
      await oneByOne(workshopId, async () => {
        const found = await store.claim(claimId);
        const claim = orRefuse(found?.workshopId === workshopId ? found : undefined, 'not-found');
        if (claim.state !== 'waiting') throw new Refusal('already-decided');
        if (!approve) {
          await store.decideClaim(claimId, 'refused', null);
          return;
        }
        const named = participantId === undefined ? undefined : await store.participant(participantId);
        if (participantId !== undefined && named?.workshopId !== workshopId) throw new Refusal('not-found');
        const participant = named ?? (await admit(workshopId, { ...claim.person, groupId: await stillChosen(workshopId, claim.person.groupId) }));
        await store.decideClaim(claimId, 'approved', participant.id);
      });
      changes.emit({ workshopId });
    },

    async createLink(caller, workshopId, of) {
      await gate.workshop(caller.actor, workshopId, 'workshop.invite');
      const token = createToken();
      const link: Link = {
        id: createId(),
        workshopId,
        role: of.role,
        label: of.label ?? '',
        once: of.once ?? false,
        secretHash: hashToken(token),
        used: 0,
        createdAt: now(),
      };
      await store.addLink(link);
      return { id: link.id, token };
    },

    async links(caller, workshopId) {
      await gate.workshop(caller.actor, workshopId, 'workshop.invite');
      return (await store.links(workshopId)).filter((link) => !link.once || link.used === 0);
    },

    async revokeLink(caller, workshopId, linkId) {
      await gate.workshop(caller.actor, workshopId, 'workshop.invite');
      orRefuse(
        (await store.links(workshopId)).find((link) => link.id === linkId),
        'not-found',
      );
      await store.revokeLink(linkId, now());
      await callers.endOf({ linkId });
    },

    async redeem(secret, device, name) {
      const link = await guarded(device, 'link-dead', async () => {
        const found = await store.linkBySecret(hashToken(secret));
        return found && (await store.useLink(found.id)) ? found : undefined;
      });
      const token = await callers.forLink(link, name ?? link.label);
      // Revoked in the meantime: whoever revoked it has not seen this session.
      const still = await store.linkBySecret(hashToken(secret));
      if (!still) {
        await callers.endOf({ linkId: link.id });
        throw new Refusal('link-dead');
      }
      return { token, link };
    },
  };
}
