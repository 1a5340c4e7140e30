// Whether the screen is a phone's: below 700 px the outline is the board.
import { useSyncExternalStore } from 'react';

const QUERY = '(max-width: 699px)';

const subscribe = (listener: () => void): (() => void) => {
  const list = window.matchMedia(QUERY);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
};

export const useIsSmall = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(QUERY).matches);
