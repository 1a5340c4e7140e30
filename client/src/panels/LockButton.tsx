// Locks a card or object, so that nobody moves or changes it by mistake, and opens the lock again for whoever may.
import type { BoardRecord } from '@masa/shared/document';
import { lock, mayUnlock, unlock } from '@masa/shared/objects';
import { Lock, LockOpen } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

export function LockButton({ record }: { readonly record: BoardRecord }) {
  const t = useText('free');
  const { editor } = useBoard().open;
  if (record.lock && !mayUnlock(record, editor.context())) return null;
  const act = record.lock ? unlock : lock;
  return (
    <Button
      look="quiet"
      label={t(record.lock ? 'unlock' : 'lock')}
      onClick={() => void editor.perform(act(editor.board(), [record.id], editor.context()))}
    >
      {record.lock ? <LockOpen aria-hidden /> : <Lock aria-hidden />}
    </Button>
  );
}
