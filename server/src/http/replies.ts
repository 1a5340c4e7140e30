// From the model to what the API says of it: only what the caller may see.
import type * as wire from '@masa/shared/wire';
import { type Board, type Group, may, type Participant, rightOn, type Workshop } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import { targetOfBoard, targetOfWorkshop } from '../auth/gate.ts';

export const participantReply = ({ id, name, library, region, language, seats, groupId }: Participant): wire.Participant => ({
  id,
  name,
  library,
  region,
  language,
  seats,
  groupId,
});

export const groupReply = ({ id, number, name, targetGroup, colour }: Group): wire.Group => ({ id, number, name, targetGroup, colour });

/** Undefined where the caller may not even read the board. */
export function boardReply({ actor }: Caller, workshop: Workshop, board: Board): wire.Board | undefined {
  const right = rightOn(actor, targetOfBoard({ board, workshop }));
  if (right === 'none') return undefined;
  const { id, kind, template, title, groupId, state, stage, authorship, isReady } = board;
  return { id, kind, template, title, groupId, state, stage, authorship, isReady, right };
}

export const joinUrl = (address: string, code: string): string => `${address}/join/${code}`;

export function workshopReply(
  caller: Caller,
  workshop: Workshop,
  groups: readonly Group[],
  boards: readonly Board[],
  address: string,
): wire.Workshop {
  const { id, title, language, currency, timeZone, state, doorLocked, sharesBoards, createdAt } = workshop;
  const code = may(caller.actor, 'workshop.invite', targetOfWorkshop(workshop)) ? workshop.code : null;
  return {
    id,
    title,
    language,
    currency,
    timeZone,
    state,
    doorLocked,
    sharesBoards,
    createdAt,
    code,
    joinUrl: code === null ? null : joinUrl(address, code),
    groups: groups.map(groupReply),
    boards: boards.flatMap((board) => boardReply(caller, workshop, board) ?? []),
  };
}
