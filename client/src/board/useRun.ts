// Doing commands by their names. The list of them is no part of the first picture: it comes when the browser has nothing else to do, or
// with the first command.
import { useCallback, useEffect, useRef } from 'react';
import type { CommandHost } from '../commands/command.ts';
import { useText } from '../ui/text.ts';

type Commands = typeof import('../commands/index.ts');

let loaded: Commands | undefined;
const load = async (): Promise<Commands> => {
  loaded ??= await import('../commands/index.ts');
  return loaded;
};

/** @param tell says to the person why a command cannot be done */
export function useRun(host: CommandHost, tell: (sentence: string) => void): (id: string) => void {
  const t = useText('tools');
  const latest = useRef(host);
  useEffect(() => {
    latest.current = host;
  });
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), 1_000);
    return () => clearTimeout(timer);
  }, []);
  return useCallback(
    (id: string) => {
      const act = ({ runCommand }: Commands): void => {
        const reason = runCommand(id, latest.current);
        if (reason !== null) tell(t(reason));
      };
      if (loaded) act(loaded);
      else void load().then(act);
    },
    [tell, t],
  );
}
