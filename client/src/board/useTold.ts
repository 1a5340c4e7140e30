// Sentences for the person at this screen, each in sight for a while.
import { useCallback, useEffect, useState } from 'react';

/** How long a sentence for the person stays in sight. */
const TOLD_MS = 6_000;

/** What is told now (empty = nothing), and how to tell something. */
export function useTold(): readonly [string, (sentence: string) => void] {
  const [told, setTold] = useState<{ readonly sentence: string }>({ sentence: '' });
  useEffect(() => {
    if (told.sentence === '') return undefined;
    const timer = setTimeout(() => setTold({ sentence: '' }), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const tell = useCallback((sentence: string) => setTold({ sentence }), []);
  return [told.sentence, tell];
}
