// The people of a workshop, as facilitators see and move them, and as everyone changes their own entry.
import type { Participant } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { Attendance } from './attendance.ts';
import type { TableFollowers } from './formedGroups.ts';
import { given, type Maybe } from './given.ts';
import type { WorkshopParts } from './workshops.ts';

export interface People {
  list(caller: Caller, workshopId: string): Promise<readonly (Participant & { readonly online: boolean })[]>;
  change(caller: Caller, workshopId: string, id: string, to: Maybe<Pick<Participant, 'groupId' | 'name' | 'seats'>>): Promise<Participant>;
  /** Shows somebody out: token and sockets die, what they wrote stays. */
  remove(caller: Caller, workshopId: string, id: string): Promise<void>;
  changeSelf(caller: Caller, to: Maybe<Pick<Participant, 'name' | 'library' | 'region' | 'language' | 'seats'>>): Promise<Participant>;
}

export function createPeople({
  store,
  gate,
  callers,
  documents,
  changes,
  now,
  attendance,
  oneByOne,
  seating,
}: WorkshopParts & { readonly attendance: Attendance; readonly seating: TableFollowers }): People {
  const participantOf = async (workshopId: string, id: string): Promise<Participant> => {
    const participant = await store.participant(id);
    return orRefuse(participant?.workshopId === workshopId ? participant : undefined, 'not-found');
  };

  const reconsiderAll = async (workshopId: string): Promise<void> => {
    for (const board of await store.boards(workshopId)) documents.reconsider(board.id);
  };

  return {
    async list({ actor }, workshopId) {
      await gate.workshop(actor, workshopId, 'people.read');
      return (await store.participants(workshopId)).map((each) => ({ ...each, online: attendance.isHere(each.id) }));
    },

    async change({ actor }, workshopId, id, to) {
      await gate.workshop(actor, workshopId, 'people.change');
      return oneByOne(workshopId, async () => {
        const before = await participantOf(workshopId, id);
        const { groupId } = to;
        if (typeof groupId === 'string' && !(await store.groups(workshopId)).some((group) => group.id === groupId)) throw new Refusal('not-found');
        // Where their seats are is written first: a server that stops in between finishes it.
        if (groupId !== undefined) await seating.toTable(workshopId, id, groupId);
        const after = orRefuse(await store.changeParticipant(id, given(to)), 'not-found');
        if (after.seats < before.seats) await seating.settle(workshopId);
        if (after.groupId !== before.groupId) await reconsiderAll(workshopId);
        changes.emit({ workshopId });
        return after;
      });
    },

    async remove({ actor }, workshopId, id) {
      await gate.workshop(actor, workshopId, 'people.change');
      await oneByOne(workshopId, async () => {
        await participantOf(workshopId, id);
        await store.removeParticipant(id, now());
        await callers.endOf({ subjectId: id });
        await reconsiderAll(workshopId);
        await seating.settle(workshopId);
        changes.emit({ workshopId });
      });
    },

    async changeSelf({ participant }, to) {
      if (!participant) throw new Refusal('not-allowed');
      const { id, workshopId, seats } = participant;
      return oneByOne(workshopId, async () => {
        // Nothing but what they say of themselves: somebody may have moved them since their request came in.
        const after = orRefuse(await store.changeParticipant(id, given(to)), 'not-allowed');
        if (after.seats < seats) await seating.settle(workshopId);
        changes.emit({ workshopId });
        return after;
      });
    },
  };
}
