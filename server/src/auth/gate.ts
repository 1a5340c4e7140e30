// The gate: loads what a caller asks for and asks `may`. What a caller may not even read is answered as if it were not there.
import { type Stage, stageOf } from '@masa/shared/board';
import { kindById } from '@masa/shared/kinds';
import { type Action, type Actor, type Board, type BoardTerms, may, type Right, rightOn, type Target, type Workshop } from '@masa/shared/workshop';
import type { WorkshopStore } from '../store/workshopStore.ts';
import { Refusal } from './refusal.ts';

export interface BoardInWorkshop {
  readonly board: Board;
  readonly workshop: Workshop;
}

export interface Gate {
  server(actor: Actor, action: Action): void;
  workshop(actor: Actor, id: string, action: Action): Promise<Workshop>;
  board(actor: Actor, id: string, action: Action): Promise<BoardInWorkshop>;
  /** `none` also for a board that does not exist. */
  standing(actor: Actor, boardId: string): Promise<Standing>;
  /** The same for the actor's own draft beside the board: only participants have one, and only while everybody writes by themselves. */
  draft(actor: Actor, boardId: string): Promise<Standing>;
}

/** What somebody may do on a board now, and what it asks of whoever writes there. */
export interface Standing {
  readonly right: Right;
  readonly terms: BoardTerms;
}

const NONE: Standing = { right: 'none', terms: { authorship: 'named', edits: 'all' } };

/** The stage a board is in; undefined for a kind this version does not know. */
export function stageOfBoard({ kind, stage }: Board): Stage | undefined {
  const known = kindById(kind);
  return known && stageOf(known, stage);
}

export const targetOfWorkshop = ({ id, ownerId, state }: Workshop): Target => ({ of: 'workshop', workshopId: id, ownerId, state });

export const targetOfBoard = ({ board, workshop }: BoardInWorkshop): Target => ({
  of: 'board',
  workshopId: workshop.id,
  ownerId: workshop.ownerId,
  groupId: board.groupId,
  sharesBoards: workshop.sharesBoards,
  state: workshop.state === 'open' ? board.state : 'frozen',
  writing: stageOfBoard(board)?.writing ?? 'together',
});

export function createGate(store: WorkshopStore): Gate {
  const load = async (id: string): Promise<BoardInWorkshop | undefined> => {
    const board = await store.board(id);
    const workshop = board && (await store.workshop(board.workshopId));
    return board && workshop && { board, workshop };
  };
  return {
    server(actor, action) {
      if (!may(actor, action, { of: 'server' })) throw new Refusal('not-allowed');
    },
    async workshop(actor, id, action) {
      const workshop = await store.workshop(id);
      if (!workshop || !may(actor, 'workshop.read', targetOfWorkshop(workshop))) throw new Refusal('not-found');
      if (!may(actor, action, targetOfWorkshop(workshop))) throw new Refusal('not-allowed');
      return workshop;
    },
    async board(actor, id, action) {
      const found = await load(id);
      if (!found || !may(actor, 'board.read', targetOfBoard(found))) throw new Refusal('not-found');
      if (may(actor, action, targetOfBoard(found))) return found;
      throw new Refusal(action === 'board.write' && may(actor, 'board.late', targetOfBoard(found)) ? 'board-frozen' : 'not-allowed');
    },
    async standing(actor, boardId) {
      const found = await load(boardId);
      if (!found) return NONE;
      const { authorship } = found.board;
      return { right: rightOn(actor, targetOfBoard(found)), terms: { authorship, edits: stageOfBoard(found.board)?.edits ?? 'all' } };
    },
    async draft(actor, boardId) {
      const found = await load(boardId);
      if (!found) return NONE;
      const target = targetOfBoard(found);
      const right = may(actor, 'draft.write', target) ? 'write' : may(actor, 'draft.read', target) ? 'read' : 'none';
      return { right, terms: { authorship: found.board.authorship, edits: 'all' } };
    },
  };
}
