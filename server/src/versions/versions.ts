// The versions of boards, as people ask for them: who may see, name and bring back what.

import type { Board } from '@masa/shared/workshop';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from '../auth/callers.ts';
import { type Gate, stageOfBoard } from '../auth/gate.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { Someone, Version, VersionStore } from '../store/versionStore.ts';
import { mergeChanges } from './changes.ts';
import type { Recorder } from './recorder.ts';

export interface Versions {
  /** Newest first. */
  list(caller: Caller, boardId: string): Promise<readonly Version[]>;
  name(caller: Caller, boardId: string, title: string): Promise<Version>;
  read(caller: Caller, boardId: string, id: string): Promise<{ readonly version: Version; readonly state: Uint8Array }>;
  /** Returns the version that holds the board as it is then. */
  restore(caller: Caller, boardId: string, id: string): Promise<Version>;
}

interface Parts {
  readonly gate: Gate;
  readonly store: VersionStore;
  readonly recorder: Recorder;
}

/**
 * Versions of one board that people name and bring back, so many in so many seconds, whoever they are: each reads the whole board, and on
 * the largest that is a second of everybody's processor.
 */
const ASKED = { points: 12, duration: 60 };

/** Where a board shows no names, nobody is told who did what: all of it is together, in an order that joins nobody's objects. */
function withoutNames(version: Version): Version {
  const nobody = version.changes.map((said) => ({ ...said, by: null }));
  const together = mergeChanges([], nobody).map((said) => ({
    ...said,
    made: said.made.toSorted(),
    changed: said.changed.toSorted(),
    moved: said.moved.toSorted(),
    binned: said.binned.toSorted(),
  }));
  return { ...version, by: null, changes: together };
}

const shown = ({ authorship }: Board, version: Version): Version => (authorship === 'named' ? version : withoutNames(version));

/** Who stands on what is done for them: nobody, where the board shows no names. */
const standsFor = ({ authorship }: Board, caller: Caller): Someone => (authorship === 'named' ? someoneOf(caller) : { id: '', name: '' });

export const someoneOf = ({ actor, name }: Caller): Someone => ({ id: actor.id, name });

export function createVersions({ gate, store, recorder }: Parts): Versions {
  const pace = new RateLimiterMemory(ASKED);
  const slowly = async (boardId: string): Promise<void> => {
    try {
      await pace.consume(boardId);
    } catch (spent) {
      throw new Refusal('too-fast', spent instanceof RateLimiterRes ? spent.msBeforeNext : undefined);
    }
  };

  return {
    async list({ actor }, boardId) {
      const { board } = await gate.board(actor, boardId, 'board.history');
      return (await store.list(boardId)).map((version) => shown(board, version));
    },

    async name(caller, boardId, title) {
      const { board } = await gate.board(caller.actor, boardId, 'board.write');
      await slowly(boardId);
      return shown(board, orRefuse(await recorder.name(boardId, title, standsFor(board, caller)), 'too-many-versions'));
    },

    async read({ actor }, boardId, id) {
      const { board } = await gate.board(actor, boardId, 'board.history');
      const version = (await store.list(boardId)).find((each) => each.id === id);
      const kept = await store.state(boardId, id);
      return { version: shown(board, orRefuse(version, 'not-found')), state: orRefuse(kept, 'not-found').state };
    },

    async restore(caller, boardId, id) {
      const { board } = await gate.board(caller.actor, boardId, 'board.restore');
      const isStaff = caller.actor.role !== 'participant';
      // A version holds everybody's cards.
      if (!isStaff && stageOfBoard(board)?.edits === 'own') throw new Refusal('not-allowed');
      await slowly(boardId);
      return shown(board, orRefuse(await recorder.restore(boardId, id, standsFor(board, caller), isStaff), 'not-found'));
    },
  };
}
