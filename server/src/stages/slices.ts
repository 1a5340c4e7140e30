// Long work in short pieces: whoever types on another board meanwhile waits for one of them, not for a thousand drafts.
import { setImmediate } from 'node:timers/promises';

/** After so long everybody else has their turn, ms. */
const SLICE_MS = 10;

/**
 * Runs `work` on one after the other, and lets whatever waits go first whenever a slice is over. Storage that answers at once answers in
 * microtasks, so awaiting it lets nobody in.
 */
export async function inSlices<T, R>(of: readonly T[], work: (each: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  let since = performance.now();
  for (const each of of) {
    done.push(await work(each));
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
  return done;
}
