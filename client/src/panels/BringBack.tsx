// Asked before a moment of the history is brought back: what happens, that nothing is lost, how it is undone.
import type { BoardVersion } from '@masa/shared/wire';
import { useBoard } from '../board/boardContext.ts';
import { useAction } from '../pages/useAction.ts';
import { versions } from '../session/versions.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useText } from '../ui/text.ts';
import { useTimes } from './useTimes.ts';

export interface BringBackProps {
  readonly version: BoardVersion;
  readonly onClose: () => void;
  readonly onRestored: () => void;
}

export function BringBack({ version, onClose, onRestored }: BringBackProps) {
  const t = useText('versions');
  const common = useText('common');
  const { place, say } = useBoard();
  const { momentOf } = useTimes();
  const action = useAction();
  const time = momentOf(version.at);
  const bringBack = async (): Promise<void> => {
    if (!(await action.run(() => versions.restore(place.board.id, version.id)))) return;
    say(t('broughtBack', { time }));
    onRestored();
  };
  return (
    <Dialog title={t('bringBackTitle', { time })} onClose={onClose}>
      <p>{t('bringBackWhat')}</p>
      <p>{t('bringBackSafe')}</p>
      {action.failure && <Notice tone="failure">{action.failure}</Notice>}
      <div className="row">
        <Button look="primary" busy={action.busy} onClick={() => void bringBack()}>
          {t('bringBackYes')}
        </Button>
        <Button data-first onClick={onClose}>
          {common('cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
