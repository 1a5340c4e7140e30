// Showing others a place and seeing what they see, as commands need it.
import { useMemo } from 'react';
import type { Follower } from '../commands/command.ts';
import { hereOf } from '../editor/following.ts';
import type { OpenBoard } from '../openBoard.ts';
import { useStore } from './useStore.ts';

export function useFollower({ editor, presence, following }: OpenBoard): Follower {
  const person = useStore(following.person);
  return useMemo(
    () => ({
      following: person,
      follow: following.follow,
      lookHere: () => void presence.pingAt(hereOf(editor, presence.pointer)),
    }),
    [editor, presence, following, person],
  );
}
