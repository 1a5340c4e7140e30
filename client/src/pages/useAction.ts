// Something a person asked the server to do: running or not, and why it did not work.
import { useCallback, useState } from 'react';
import type { Problem, Reply } from '../session/api.ts';
import { useText } from '../ui/text.ts';

export interface Action {
  readonly busy: boolean;
  /** A sentence for the person, when the last try failed. */
  readonly failure: string | undefined;
  /** Runs `ask`; true when the server did it. One at a time. */
  readonly run: (ask: () => Promise<Reply<unknown>>) => Promise<boolean>;
  readonly clear: () => void;
}

export function useAction(): Action {
  const common = useText('common');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run = useCallback(async (ask: () => Promise<Reply<unknown>>) => {
    setBusy(true);
    setProblem(undefined);
    const reply = await ask();
    setBusy(false);
    if (!reply.ok) setProblem(reply.error);
    return reply.ok;
  }, []);
  const clear = useCallback(() => setProblem(undefined), []);
  return { busy, failure: problem && (problem.kind === 'away' ? common('awayForm') : problem.message), run, clear };
}
