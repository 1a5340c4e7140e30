// Nothing is waited for without end: a peer that falls silent costs its own figures and not the bench.

/** Settles as `work` does, or is rejected after `ms`. `work` itself goes on: its owner ends what it started. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${Math.round(ms / 1_000)} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // Whatever becomes of it later is nobody's any more.
    work.catch(() => undefined);
  }
}

/** The first line of what went wrong, for a table. */
const reasonOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure)).split('\n')[0]?.slice(0, 160) ?? '';

/** What one contestant's part of a bench gave: figures, or why there are none. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Runs one contestant's part. It never throws: the others go on. */
export async function attempt<T>(ms: number, what: string, work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await within(ms, what, work()) };
  } catch (failure) {
    console.error(`  ${what} failed: ${failure instanceof Error ? failure.message : String(failure)}`);
    return { ok: false, reason: reasonOf(failure) };
  }
}
