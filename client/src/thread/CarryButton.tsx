// "Carry to another board" beside a card; nothing where there is nothing to carry, or nowhere to carry it.
import { isCarriable } from '@masa/shared/board';
import type { BoardRecord } from '@masa/shared/document';
import { ArrowRightFromLine } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

/** @param isNamed with its name in words beside the sign */
export function CarryButton({ record, isNamed = false }: { readonly record: BoardRecord; readonly isNamed?: boolean }) {
  const t = useText('tools');
  const { open, host, place } = useBoard();
  const { carryTo } = host;
  // Observers write on no board.
  if (!carryTo || place.me.role === 'observer' || !isCarriable(open.editor.board(), record)) return null;
  const carry = (): void => carryTo([record.id]);
  if (isNamed)
    return (
      <Button onClick={carry}>
        <ArrowRightFromLine aria-hidden /> {t('carry-to')}
      </Button>
    );
  return (
    <Button look="quiet" label={t('carry-to')} onClick={carry}>
      <ArrowRightFromLine aria-hidden />
    </Button>
  );
}
