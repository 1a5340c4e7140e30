// What a board among others is: its kind and template, fetched where this page has not yet.
import { useEffect, useState } from 'react';
import { type KnownBoard, knownNow, loadKnown } from '../kinds/known.ts';
import type { ListedBoard } from './boards.ts';

/** Undefined while it is fetched, and where it cannot be: a newer version's kind, or no connection. */
export function useKnown(board: ListedBoard | undefined): KnownBoard | undefined {
  const [loaded, setLoaded] = useState<{ readonly id: string; readonly known: KnownBoard | undefined }>();
  useEffect(() => {
    if (!board) return undefined;
    let isGone = false;
    loadKnown(board).then(
      (known) => {
        if (!isGone) setLoaded({ id: board.id, known });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [board]);
  if (!board) return undefined;
  return loaded?.id === board.id ? loaded.known : knownNow(board);
}
