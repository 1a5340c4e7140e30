// Why what somebody asked for did not happen, where they asked for it.
import { Notice } from '../ui/Notice.tsx';
import type { Action } from './useAction.ts';

export function ActionFailure({ of }: { readonly of: Pick<Action, 'failure'> }) {
  if (!of.failure) return null;
  return (
    <Notice tone="failure">
      <p>{of.failure}</p>
    </Notice>
  );
}
