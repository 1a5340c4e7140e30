// A board's kind with its checks and questions, for whoever shows them: at once where they are here, else as soon as they have come.
import type { BoardKind } from '@masa/shared/board';
import { useEffect, useState } from 'react';
import { loadWhole, wholeNow } from './wholes.ts';

export function useWhole(kind: BoardKind): BoardKind {
  const [, setLoaded] = useState<BoardKind>();
  useEffect(() => {
    let isGone = false;
    void loadWhole(kind).then((whole) => {
      if (!isGone) setLoaded(whole);
    });
    return () => {
      isGone = true;
    };
  }, [kind]);
  return wholeNow(kind);
}
