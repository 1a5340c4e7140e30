// Asking before something that cannot be taken back.
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useText } from '../ui/text.ts';
import type { Action } from './useAction.ts';

export interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly state: Action;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function Confirm({ title, text, action, state, onConfirm, onClose }: ConfirmProps) {
  const common = useText('common');
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      {state.failure && (
        <Notice tone="failure">
          <p>{state.failure}</p>
        </Notice>
      )}
      <div className="row">
        <Button look="danger" busy={state.busy} onClick={onConfirm}>
          {action}
        </Button>
        <Button data-first onClick={onClose}>
          {common('cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
