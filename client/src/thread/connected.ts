// Whether the server can be asked now, and whether it has what was written last: what it carries is what it has.

import { useChosen } from '../board/useStore.ts';
import type { OpenBoard } from '../openBoard.ts';

export const useIsConnected = ({ session }: OpenBoard): boolean => useChosen(session.view, (view) => view.connection === 'open');

/** As long as a slow line may take to bring a sentence to the server. */
const PATIENCE_MS = 5_000;

/** Resolves once everything is saved: true; false where that takes too long. */
export function whenSaved({ session }: OpenBoard): Promise<boolean> {
  const isSaved = (): boolean => session.view.get().saved === 'saved';
  if (isSaved()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (saved: boolean): void => {
      clearTimeout(timer);
      stop();
      resolve(saved);
    };
    const timer = setTimeout(() => end(isSaved()), PATIENCE_MS);
    const stop = session.view.subscribe(() => {
      if (isSaved()) end(true);
    });
  });
}
