// The board's stage as this page shows it, and how many are writing by themselves.
import type { Stage } from '@masa/shared/board';
import type { BoardStage } from '@masa/shared/wire';
import type { Authorship } from '@masa/shared/workshop';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useBoard } from '../board/boardContext.ts';
import { api } from '../session/api.ts';
import { boardNow, stageNow, writesDraft } from './boardStage.ts';

export interface SeenStage {
  readonly stage: Stage;
  /** This page shows the person's own draft in the board's place. */
  readonly isDraft: boolean;
  readonly isReady: boolean;
  readonly authorship: Authorship;
  readonly isFrozen: boolean;
}

export function useBoardStage(): SeenStage {
  const { place, workshop, open } = useBoard();
  const state = useStore(workshop.store, (view) => view.workshop);
  const stage = stageNow(place, open.editor.kind, state);
  const board = boardNow(place, state);
  return {
    stage,
    isDraft: writesDraft(place, stage),
    isReady: board.isReady,
    authorship: board.authorship,
    isFrozen: board.state === 'frozen' || (state?.state ?? place.workshop.state) !== 'open',
  };
}

/** How many have begun a draft, of how many; undefined where nobody writes by themselves. */
export function useWriters(stage: Stage): Pick<BoardStage, 'writing' | 'writers'> | undefined {
  const { place, workshop } = useBoard();
  const { id } = place.board;
  const pulse = useStore(workshop.store, (view) => view.workshop?.boards.find((each) => each.id === id)?.pulse);
  const [known, setKnown] = useState<BoardStage>();
  const isPrivate = stage.writing === 'privately';
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every pulse it may be another number
  useEffect(() => {
    if (!isPrivate) return undefined;
    let isGone = false;
    void api.readStage(id).then((reply) => {
      if (!isGone && reply.ok) setKnown(reply.value);
    });
    return () => {
      isGone = true;
    };
  }, [id, isPrivate, pulse]);
  return isPrivate && known?.stage === stage.id ? known : undefined;
}
