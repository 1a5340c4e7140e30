// "Bring in from another board" at the end of a cell in the outline.
import { ArrowRightToLine } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

export function BringButton({ cell, title }: { readonly cell: string; readonly title: string }) {
  const t = useText('tools');
  const { host } = useBoard();
  const { bringIn } = host;
  if (!bringIn) return null;
  return (
    <p>
      <Button look="quiet" onClick={() => bringIn(cell)}>
        <ArrowRightToLine aria-hidden /> {t('bring-in')}
        <span className="visually-hidden">{title}</span>
      </Button>
    </p>
  );
}
