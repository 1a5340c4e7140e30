// Where a board stands: who opens it, in which workshop, at which table. Fetched once; the last word is kept on the device, so that a
// reload without a connection still opens the board that is kept there too.
import type { CommandContext } from '@masa/shared/board';
import { fail, isRecord, ok } from '@masa/shared/core';
import type { Board, Group, Me, Workshop } from '@masa/shared/wire';
import { api, type Problem, type Reply } from '../session/api.ts';

export interface Place {
  readonly me: Pick<Me, 'id' | 'name' | 'role'>;
  /** Who this person is; how much of it stands on cards, the board says. */
  readonly author: CommandContext['author'];
  /** Whom the server knows on this board, where it shows no names; absent: the person's id. */
  readonly self?: string;
  readonly workshop: Pick<Workshop, 'id' | 'title' | 'language' | 'currency' | 'timeZone' | 'state'>;
  readonly board: Board;
  readonly group: Group | null;
  /** Read from this device, because the server did not answer. */
  readonly isKept: boolean;
}

/** Somebody who never writes on any board: what only writing is for is not shown to them, not even as something they may not do. */
export const looksOn = ({ me }: Pick<Place, 'me'>): boolean => me.role === 'observer';

const NOT_FOUND: Problem = { kind: 'refused', status: 404, code: 'not-found', message: '', fields: [] };

const keyOf = (boardId: string): string => `masa:place:${boardId}`;

function keep(place: Place): void {
  try {
    localStorage.setItem(keyOf(place.board.id), JSON.stringify(place));
  } catch {
    // A device that keeps nothing opens boards only with a connection.
  }
}

function kept(boardId: string): Place | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(boardId)) ?? 'null');
    return isRecord(value) && isRecord(value.board) && value.board.id === boardId && isRecord(value.author) && isRecord(value.workshop)
      ? { ...(value as unknown as Place), isKept: true }
      : undefined;
  } catch {
    return undefined;
  }
}

export function forgetPlace(boardId: string): void {
  try {
    localStorage.removeItem(keyOf(boardId));
  } catch {
    // Nothing was kept.
  }
}

/** The workshop of a board. Participants and link facilitators are in one; an organiser has several: the board says which. */
async function workshopOf(me: Me, boardId: string): Promise<Reply<Workshop>> {
  if (me.workshopId !== null) return api.readWorkshop(me.workshopId);
  const board = await api.readBoard(boardId);
  return board.ok ? api.readWorkshop(board.value.workshopId) : board;
}

/** Where the board stands. Problems: `away` without anything kept on the device; `refused` when it is not there for this person. */
export async function readPlace(boardId: string): Promise<Reply<Place>> {
  const me = await api.readMe();
  const workshop = me.ok ? await workshopOf(me.value, boardId) : me;
  if (!me.ok || !workshop.ok) {
    const problem = me.ok ? (workshop.ok ? NOT_FOUND : workshop.error) : me.error;
    const known = problem.kind === 'away' ? kept(boardId) : undefined;
    return known ? ok(known) : fail(problem);
  }
  const board = workshop.value.boards.find((each) => each.id === boardId);
  if (!board) return fail(NOT_FOUND);
  const { id, name, role, participant } = me.value;
  const shown = board.authorship === 'named' ? undefined : await api.readStage(boardId);
  if (shown && !shown.ok) return fail(shown.error);
  const place: Place = {
    me: { id, name, role },
    author: { id, name, library: participant?.library ?? '', region: participant?.region ?? '' },
    ...(shown ? { self: shown.value.me } : {}),
    workshop: workshop.value,
    board,
    group: workshop.value.groups.find((each) => each.id === board.groupId) ?? null,
    isKept: false,
  };
  keep(place);
  return ok(place);
}
