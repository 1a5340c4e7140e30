// Goes on with what somebody was writing when a draft became the board.
import { type RefObject, useEffect } from 'react';
import type { StageHandle } from '../canvas/BoardStage.tsx';
import type { Opened } from './useOpenBoard.ts';

export function useResumedWriting({ open: { editor }, interrupted }: Opened, stage: RefObject<StageHandle | null>): void {
  useEffect(() => interrupted?.resume(editor, () => stage.current), [editor, interrupted, stage]);
}
