// Acts after a pause in typing, when asked to, or when what was typed in is taken off the page: whichever comes first.
import { useEffect, useMemo, useRef } from 'react';

/** What is typed is kept after so long a pause. */
const PAUSE_MS = 1_200;

export interface Later {
  soon(): void;
  /** At once, if something waits. */
  now(): void;
}

export function useLater(act: () => void): Later {
  const latest = useRef(act);
  latest.current = act;
  const later = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const now = (): void => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      latest.current();
    };
    return {
      soon() {
        clearTimeout(timer);
        timer = setTimeout(now, PAUSE_MS);
      },
      now,
    };
  }, []);
  useEffect(() => later.now, [later]);
  return later;
}
