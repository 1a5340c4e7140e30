// Whether the work is saved, in words and with a sign, from receipts only.
import { CircleAlert, CircleCheck, CircleX, CloudOff, LoaderCircle } from 'lucide-react';
import type { SavedState } from '../session/savedState.ts';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { useChosen, useStore } from './useStore.ts';

const SIGNS = { saved: CircleCheck, saving: LoaderCircle, device: CloudOff, unsaved: CircleAlert, refused: CircleX } as const satisfies Record<
  SavedState,
  unknown
>;

export function SavedMark() {
  const t = useText('board');
  const { open } = useBoard();
  const { saved, waiting, end } = useStore(open.session.view);
  const isReadOnly = useStore(open.editor.readOnly) !== null;
  const isWriting = useChosen(open.editor.writing, (writing) => writing !== null);
  // What is in the field goes nowhere now: nothing may be said of it.
  if (isReadOnly && isWriting && saved === 'saved') return null;
  // Who cannot write has nothing to save.
  if (isReadOnly && waiting === 0 && (saved === 'saving' || end !== null)) return null;
  const Sign = SIGNS[saved];
  return (
    <p className={`saved ${saved}`} role="status" data-saved={saved}>
      <Sign aria-hidden />
      <span>{t(`saved_${saved}`, { count: waiting })}</span>
    </p>
  );
}
