// The `workshop` channel: groups, boards, doors, who is there in numbers.
import { type BoardState, WORKSHOP_COMMANDS, type WorkshopState } from '@masa/shared/wire';
import { type Actor, may, type Participant, rightOn } from '@masa/shared/workshop';
import { targetOfBoard, targetOfWorkshop } from '../auth/gate.ts';
import type { Stages } from '../stages/stages.ts';
import type { Workshops } from '../workshops/workshops.ts';
import { type Channel, defineChannel } from './channel.ts';
import type { WorkshopFacts } from './facts.ts';

type Count = WorkshopState['ungrouped'];

const count = (people: readonly Participant[], isHere: WorkshopFacts['isHere']): Count => ({
  participants: people.length,
  seats: people.reduce((sum, each) => sum + each.seats, 0),
  online: people.filter((each) => isHere(each.id)).length,
});

export function workshopState({ workshop, groups, boards, participants, isHere, pulse, late, claims }: WorkshopFacts, actor: Actor): WorkshopState {
  const { id, title, language, state, doorLocked } = workshop;
  const runs = may(actor, 'workshop.run', targetOfWorkshop(workshop));
  const inGroup = (groupId: string | null): Count =>
    count(
      participants.filter((each) => each.groupId === groupId),
      isHere,
    );
  return {
    id,
    title,
    language,
    state,
    doorLocked,
    groups: groups.map(({ id: groupId, number, name, targetGroup, colour }) => ({
      id: groupId,
      number,
      name,
      targetGroup,
      colour,
      ...inGroup(groupId),
    })),
    boards: boards.flatMap((board): BoardState[] => {
      const right = rightOn(actor, targetOfBoard({ board, workshop }));
      if (right === 'none') return [];
      const { kind, template, title: boardTitle, groupId, stage, authorship, isReady } = board;
      return [
        { id: board.id, kind, template, title: boardTitle, groupId, state: board.state, stage, authorship, isReady, right, pulse: pulse(board.id) },
      ];
    }),
    ungrouped: inGroup(null),
    late: runs ? late : 0,
    claims: runs ? claims : 0,
    myGroupId: actor.role === 'participant' ? actor.groupId : null,
  };
}

export const createWorkshopChannel = (workshops: Workshops, stages: Stages): Channel<WorkshopState> =>
  defineChannel({
    name: 'workshop',
    state: workshopState,
    inputs: WORKSHOP_COMMANDS,
    commands: {
      setBoardState: (caller, workshopId, { boardId, state }) => workshops.changeBoard(caller, workshopId, boardId, { state }),
      setStage: async (caller, _workshopId, { boardId, stage }) => void (await stages.set(caller, boardId, stage)),
      setAuthorship: (caller, _workshopId, { boardId, authorship }) => stages.setAuthorship(caller, boardId, authorship),
      setReady: (caller, _workshopId, { boardId, isReady }) => stages.setReady(caller, boardId, isReady),
      setWorkshopState: (caller, workshopId, { state }) => workshops.change(caller, workshopId, { state }),
      setDoor: (caller, workshopId, { locked }) => workshops.change(caller, workshopId, { doorLocked: locked }),
    },
  });
