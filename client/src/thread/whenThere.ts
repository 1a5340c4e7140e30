// Waiting for a card the server makes: it comes over the board's own line a moment after the answer.
import type { Editor } from '../editor/Editor.ts';

/** A card that has not come by then comes later, unannounced. */
const PATIENCE_MS = 5_000;

/** Resolves when the board has an object: true; false where it takes too long. */
export function whenThere({ records }: Editor, id: string): Promise<boolean> {
  const isThere = (): boolean => records.projection.get(id) !== undefined;
  if (isThere()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (there: boolean): void => {
      clearTimeout(timer);
      stop();
      resolve(there);
    };
    const timer = setTimeout(() => end(isThere()), PATIENCE_MS);
    const stop = records.projection.onChange(() => {
      if (isThere()) end(true);
    });
  });
}
