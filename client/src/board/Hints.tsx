// Three hints for who sees a board for the first time; shown once on a device, until they are put away.
import { Hand, MousePointerClick, Undo2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import { useStore } from './useStore.ts';

const SEEN = 'masa:hints-seen';

function wasSeen(): boolean {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return true;
  }
}

export function Hints() {
  const t = useText('board');
  const { open, isSmall } = useBoard();
  const isReadOnly = useStore(open.editor.readOnly) !== null;
  const hasCells = useStore(open.editor.records.template).cells.length > 0;
  const [isOpen, setOpen] = useState(() => !wasSeen());
  if (!isOpen || isReadOnly) return null;
  const close = (): void => {
    setOpen(false);
    try {
      localStorage.setItem(SEEN, '1');
    } catch {
      // They come again next time.
    }
  };
  return (
    <aside className="hints" aria-label={t('hints')}>
      <ol>
        {hasCells ? (
          <>
            <li>
              <MousePointerClick aria-hidden /> {t(isSmall ? 'hintWriteSmall' : 'hintWrite')}
            </li>
            <li>
              <Hand aria-hidden /> {t(isSmall ? 'hintMoveSmall' : 'hintMove')}
            </li>
          </>
        ) : (
          <Suspense fallback={null}>
            <HintsWithoutCells isSmall={isSmall} />
          </Suspense>
        )}
        <li>
          <Undo2 aria-hidden /> {t('hintSafe')}
        </li>
      </ol>
      <Button onClick={close}>{t('hintsClose')}</Button>
    </aside>
  );
}

/** On a board without cells one begins with a note. */
function HintsWithoutCells({ isSmall }: { readonly isSmall: boolean }) {
  const t = useText('free');
  return (
    <>
      <li>
        <MousePointerClick aria-hidden /> {t(isSmall ? 'hintNoteSmall' : 'hintNote')}
      </li>
      <li>
        <Hand aria-hidden /> {t(isSmall ? 'hintArrangeSmall' : 'hintArrange')}
      </li>
    </>
  );
}
