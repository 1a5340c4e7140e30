// What is somebody else's, in a stage in which everybody changes only their own: the server keeps it, the page says it beforehand.
import type { Stage } from '@masa/shared/board';
import { useEffect } from 'react';
import type { Place } from '../board/place.ts';
import type { OpenBoard } from '../openBoard.ts';
import { api } from '../session/api.ts';
import { isMadeHere } from '../session/ownDraft.ts';

export function useForeign(open: OpenBoard | undefined, place: Place, stage: Stage): void {
  const isOwnOnly = stage.edits === 'own' && place.me.role === 'participant';
  useEffect(() => {
    if (!open) return undefined;
    const { editor } = open;
    if (!isOwnOnly) {
      editor.foreign.set(null);
      return undefined;
    }
    let isGone = false;
    const { id: me } = place.me;
    // Where names are shown a card says whose it is; where they are not, the server says which are one's own.
    const foreign =
      (own: ReadonlySet<string>): NonNullable<ReturnType<typeof editor.foreign.get>> =>
      ({ id, author }) =>
        author.id !== me && !own.has(id) && !isMadeHere(editor.doc, id);
    editor.foreign.set(foreign(new Set()));
    void api.readStage(place.board.id).then((reply) => {
      if (!isGone && reply.ok) editor.foreign.set(foreign(new Set(reply.value.own)));
    });
    return () => {
      isGone = true;
    };
  }, [open, place, isOwnOnly]);
}
