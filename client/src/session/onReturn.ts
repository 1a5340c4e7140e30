// When it is worth trying again at once: the network is back, or somebody looks at the page again. Browsers let the timers of hidden
// pages run late, and a laptop that was closed has slept through them.
import type { Unsubscribe } from '@masa/shared/core';

/** Calls `listener` on each return, until unsubscribed. Outside of a page never. */
export function onReturn(listener: () => void): Unsubscribe {
  if (typeof window === 'undefined') return () => undefined;
  const onLook = (): void => {
    if (document.visibilityState === 'visible') listener();
  };
  window.addEventListener('online', listener);
  document.addEventListener('visibilitychange', onLook);
  return () => {
    window.removeEventListener('online', listener);
    document.removeEventListener('visibilitychange', onLook);
  };
}
