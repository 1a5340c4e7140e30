// A person's list of groups disappears where it was when they are moved, and appears with their new group: the focus goes along, so that a
// facilitator at the keyboard is not thrown back to the top of the page.
import { useEffect, useRef } from 'react';

/**
 * @param places what is drawn anew when somebody was moved
 * @returns to be told the id of the control that moves somebody
 */
export function useKeptFocus(places: unknown): (id: string) => void {
  const moved = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other places are the reason to look where the focus is
  useEffect(() => {
    if (moved.current === null || document.activeElement !== document.body) return;
    document.getElementById(moved.current)?.focus();
    moved.current = null;
  }, [places]);
  return (id) => {
    moved.current = id;
  };
}

/** Id of the control that moves a seat. */
export const moverOf = (seat: string): string => `mover-${seat}`;
