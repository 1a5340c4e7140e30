// Sentences at the foot of the board: what has just happened and what can be done about it.
import { Button, ButtonLink } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import type { Place } from './place.ts';
import { useBinToast } from './useBinToast.ts';
import type { Opened } from './useOpenBoard.ts';
import type { Told } from './useTold.ts';

export function ToastLine({ opened, place, told }: { readonly opened: Opened; readonly place: Place; readonly told: Told }) {
  const t = useText('board');
  const toast = useBinToast(opened.open.editor, place.me.id);
  return (
    <div className="toast-line" role="status">
      {told.sentence !== '' && !told.link && <p className="toast quiet">{told.sentence}</p>}
      {told.link && (
        <div className="toast">
          <span>{told.sentence}</span>
          <ButtonLink look="quiet" href={told.link.href}>
            {told.link.label}
          </ButtonLink>
        </div>
      )}
      {toast && (
        <div className="toast">
          <span>{t('inBin', { count: toast.ids.length })}</span>
          <Button look="quiet" onClick={toast.undo}>
            {t('undo')}
          </Button>
        </div>
      )}
    </div>
  );
}
