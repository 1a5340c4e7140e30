// The facilitators' way from writing together to private writing, on a board without stages of its own: one quiet sign in the top bar.
import { PLAIN_STAGES } from '@masa/shared/board';
import { EyeOff } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { useSetStage } from './useSetStage.ts';

export default function PrivateWriting() {
  const t = useText('stage');
  const { isMoving, go } = useSetStage();
  const to = PLAIN_STAGES.find(({ writing }) => writing === 'privately');
  return (
    <Button look="quiet" label={t('beginPrivate')} busy={isMoving} onClick={() => to && void go(to.id)}>
      <EyeOff aria-hidden />
    </Button>
  );
}
