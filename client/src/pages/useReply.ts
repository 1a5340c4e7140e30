// Reading something from the API for a page: what it is now, and tries again by itself while the server is away.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem, Reply } from '../session/api.ts';

export interface Reading<T> {
  /** The last good answer; stays while a newer one is on its way. */
  readonly value: T | undefined;
  /** Why the last try brought nothing. */
  readonly problem: Problem | undefined;
  readonly reload: () => void;
}

const LONGEST_MS = 15_000;

/**
 * Reads with `read` whenever `key` changes or `reload` is called. `everyMs` also reads again that long after each good answer.
 */
export function useReply<T>(read: () => Promise<Reply<T>>, key: string, everyMs?: number): Reading<T> {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ readonly key: string; readonly value?: T; readonly problem?: Problem }>({ key });
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  const tries = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks for another reading
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (ms: number): void => {
      timer = setTimeout(() => setTurn((before) => before + 1), ms);
    };
    void latest.current().then((reply) => {
      if (gone) return;
      if (reply.ok) {
        tries.current = 0;
        setState({ key, value: reply.value });
        if (everyMs !== undefined) again(everyMs);
        return;
      }
      setState((before) =>
        before.key === key && before.value !== undefined ? { key, value: before.value, problem: reply.error } : { key, problem: reply.error },
      );
      if (reply.error.kind === 'away') {
        tries.current += 1;
        again(Math.random() * Math.min(LONGEST_MS, 2_000 * 2 ** tries.current));
      }
    });
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [key, turn, everyMs]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const own = state.key === key ? state : undefined;
  return { value: own?.value, problem: own?.problem, reload };
}
