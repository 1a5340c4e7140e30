// Asked before many cards go into the bin at once.

import { LIMITS } from '@masa/shared/core';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useText } from '../ui/text.ts';

export default function ConfirmBin({
  count,
  onConfirm,
  onClose,
}: {
  readonly count: number;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const free = useText('free');
  const common = useText('common');
  return (
    <Dialog title={free('binMany', { count })} onClose={onClose}>
      <p>{free('binManyHint', { days: LIMITS.binDays })}</p>
      <div className="row">
        <Button look="danger" onClick={onConfirm}>
          {free('binManyYes', { count })}
        </Button>
        <Button data-first onClick={onClose}>
          {common('cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
