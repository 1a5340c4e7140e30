// Pages for organisers and facilitators: the tab acts as staff, and whoever is not signed in is led to the door.
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { Problem } from '../session/api.ts';
import { actAs } from '../session/device.ts';

/** Call in the reading function too: it must run before the first request of the page. */
export const asStaff = (): void => actAs('staff');

export function useSignInWhenNeeded(problem: Problem | undefined): void {
  const [path, navigate] = useLocation();
  const needed = problem?.kind === 'refused' && problem.status === 401;
  useEffect(() => {
    if (needed) navigate(`/sign-in?next=${encodeURIComponent(path)}`, { replace: true });
  }, [needed, path, navigate]);
}
