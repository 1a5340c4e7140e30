// Names of people by their ids, as far as this board knows them: who is here, this person, and whoever wrote something on it.
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader } from '../board/useStore.ts';

export function useNames(): (id: string) => string | undefined {
  const { open, place } = useBoard();
  const board = useBoardReader(open.editor);
  return (id) => {
    if (id === place.me.id) return place.me.name;
    const here = open.presence.people.find((person) => person.id === id)?.name;
    return here ?? board.live().find(({ author }) => author.id === id && author.name !== '')?.author.name;
  };
}
