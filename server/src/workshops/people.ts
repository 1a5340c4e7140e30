// The people of a workshop, as facilitators see and move them, and as everyone changes their own entry.
import type { Participant } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { Attendance } from './attendance.ts';
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
}: WorkshopParts & { readonly attendance: Attendance }): People {
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
      const before = await participantOf(workshopId, id);
      const after = { ...before, ...given(to) };
      if (after.groupId !== null && !(await store.groups(workshopId)).some((group) => group.id === after.groupId)) throw new Refusal('not-found');
      await store.putParticipant(after);
      if (after.groupId !== before.groupId) await reconsiderAll(workshopId);
      changes.emit({ workshopId });
      return after;
    },

    async remove({ actor }, workshopId, id) {
      await gate.workshop(actor, workshopId, 'people.change');
      await participantOf(workshopId, id);
      await store.removeParticipant(id, now());
      await callers.endOf({ subjectId: id });
      await reconsiderAll(workshopId);
      changes.emit({ workshopId });
    },

    async changeSelf({ participant }, to) {
      if (!participant) throw new Refusal('not-allowed');
      const after = { ...participant, ...given(to) };
      await store.putParticipant(after);
      changes.emit({ workshopId: participant.workshopId });
      return after;
    },
  };
}
