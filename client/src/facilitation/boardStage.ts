// Which stage a board is in for somebody, from the kind, from where the page opened, and from the server's latest word.
import { type BoardKind, PLAIN_STAGES, type Stage, stageOf } from '@masa/shared/board';
import type { BoardState, WorkshopState } from '@masa/shared/wire';
import type { Place } from '../board/place.ts';

/** The server's latest word about the board; what the page opened with until there is one. */
export const boardNow = (
  { board }: Place,
  state: WorkshopState | undefined,
): Pick<BoardState, 'state' | 'stage' | 'authorship' | 'isReady' | 'right'> => state?.boards.find((each) => each.id === board.id) ?? board;

export const stageNow = (place: Place, kind: BoardKind, state: WorkshopState | undefined): Stage => stageOf(kind, boardNow(place, state).stage);

/** Whether somebody writes on a draft of their own now, and not on the board. */
export const writesDraft = ({ me }: Place, stage: Stage): boolean => me.role === 'participant' && stage.writing === 'privately';

/** Nothing has to be said of it: everybody writes on a board of a kind without stages of its own. */
export const isPlain = (stage: Stage): boolean => stage === PLAIN_STAGES[0];
