// Instants in words, by the clock of the workshop's place.
import { useMemo } from 'react';
import { useBoard } from '../board/boardContext.ts';

export interface Times {
  /** "10:32" */
  readonly timeOf: (at: number) => string;
  /** "Wednesday 14 October" */
  readonly dayOf: (at: number) => string;
  /** "14 Oct, 10:32" */
  readonly momentOf: (at: number) => string;
}

export function useTimes(): Times {
  const { language, place } = useBoard();
  const { timeZone } = place.workshop;
  return useMemo(() => {
    const written = (options: Intl.DateTimeFormatOptions): ((at: number) => string) => {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone });
      return (at) => format.format(at);
    };
    return {
      timeOf: written({ hour: '2-digit', minute: '2-digit' }),
      dayOf: written({ weekday: 'long', day: 'numeric', month: 'long' }),
      momentOf: written({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
    };
  }, [language, timeZone]);
}
