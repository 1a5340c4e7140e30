// Sentences for the person at this screen, each in sight for a while, some with a way to go on.
import { useCallback, useEffect, useState } from 'react';

/** How long a sentence for the person stays in sight. */
const TOLD_MS = 6_000;
const LINK_MS = 20_000;

/** A way to go on from what is told. */
export interface ToldLink {
  readonly href: string;
  readonly label: string;
}

/** What is told now. */
export interface Told {
  /** Empty = nothing. */
  readonly sentence: string;
  readonly link?: ToldLink | undefined;
}

const NOTHING: Told = { sentence: '' };

/** What is told now, and how to tell something. */
export function useTold(): readonly [Told, (sentence: string, link?: ToldLink) => void] {
  const [told, setTold] = useState<Told>(NOTHING);
  useEffect(() => {
    if (told.sentence === '') return undefined;
    // Where there is somewhere to go, there is time to get there (WCAG 2.2, 2.2.1).
    const timer = setTimeout(() => setTold(NOTHING), told.link ? LINK_MS : TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const tell = useCallback((sentence: string, link?: ToldLink) => setTold({ sentence, link }), []);
  return [told, tell];
}
