// Everything the facilitation socket tells about a workshop, read once per change and shown to each member as far as they may see it.
import type { Board, Group, Participant, Workshop } from '@masa/shared/workshop';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { Attendance } from '../workshops/attendance.ts';
import type { Changes } from '../workshops/changes.ts';

export interface WorkshopFacts {
  readonly workshop: Workshop;
  readonly groups: readonly Group[];
  readonly boards: readonly Board[];
  readonly participants: readonly Participant[];
  readonly isHere: (participantId: string) => boolean;
  readonly pulse: (boardId: string) => number;
  readonly late: number;
  readonly claims: number;
}

export interface FactSources {
  readonly store: WorkshopStore;
  readonly attendance: Attendance;
  readonly changes: Changes;
}

export async function readFacts({ store, attendance, changes }: FactSources, workshopId: string): Promise<WorkshopFacts | undefined> {
  const workshop = await store.workshop(workshopId);
  if (!workshop) return undefined;
  return {
    workshop,
    groups: await store.groups(workshopId),
    boards: await store.boards(workshopId),
    participants: await store.participants(workshopId),
    isHere: attendance.isHere,
    pulse: (boardId) => changes.pulse(boardId),
    late: (await store.waitingLate(workshopId)).length,
    claims: (await store.waitingClaims(workshopId)).length,
  };
}
