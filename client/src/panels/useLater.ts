// Acts after a pause in typing, when asked to, or when what was typed in is taken off the page: whichever comes first.
import { useEffect, useLayoutEffect, useRef } from 'react';

/** What is typed is kept after so long a pause. */
const PAUSE_MS = 1_200;

export interface Later {
  readonly soon: () => void;
  /** At once, if something waits. */
  readonly now: () => void;
}

export function useLater(act: () => void): Later {
  const latest = useRef(act);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useLayoutEffect(() => {
    latest.current = act;
  });
  const now = (): void => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current();
  };
  useEffect(
    () => () => {
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      timer.current = undefined;
      latest.current();
    },
    [],
  );
  return {
    soon() {
      clearTimeout(timer.current);
      timer.current = setTimeout(now, PAUSE_MS);
    },
    now,
  };
}
