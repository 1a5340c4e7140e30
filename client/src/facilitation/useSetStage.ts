// Moving the board to another stage, for facilitators.
import { useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { api } from '../session/api.ts';
import { useText } from '../ui/text.ts';

export function useSetStage(): { readonly isMoving: boolean; readonly go: (to: string) => Promise<void> } {
  const t = useText('stage');
  const { place, tell } = useBoard();
  const [isMoving, setMoving] = useState(false);
  return {
    isMoving,
    async go(to) {
      if (isMoving) return;
      setMoving(true);
      const reply = await api.setStage(place.board.id, to);
      setMoving(false);
      if (!reply.ok) tell(reply.error.message || t('away'));
      else if (reply.value.left !== undefined && reply.value.left > 0) tell(t('draftsLeft', { count: reply.value.left }));
    },
  };
}
