// What the whole board has to say about itself, under the top bar: no connection, closed for writing, texts that came too late.
import { lazy, Suspense, useMemo } from 'react';
import { useStore as useLine } from 'zustand';
import { useBoardStage } from '../facilitation/useBoardStage.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import type { Late } from './carryLate.ts';
import { useChosen, useStore } from './useStore.ts';

// Both come with a word of the server: it is there to be asked for them.
const LateNotice = lazy(() => import('./LateNotice.tsx'));
const WayOn = lazy(() => import('./WayOn.tsx'));

export function Banners({ late, onDismissLate }: { readonly late: Late | null; readonly onDismissLate: () => void }) {
  const t = useText('board');
  const { open, language, place, workshop } = useBoard();
  const offlineSince = useChosen(open.session.view, (view) => view.offlineSince);
  const end = useChosen(open.session.view, (view) => view.end);
  const waiting = useChosen(open.session.view, (view) => (view.offlineSince === null ? 0 : view.waiting));
  const reason = useStore(open.editor.readOnly);
  const { stage, isDraft, isFrozen } = useBoardStage();
  // A draft that is gone has become the board, unless the board is gone as well.
  const isThere = useLine(workshop.store, (view) => view.workshop?.boards.some(({ id }) => id === place.board.id) ?? true);
  const isWriting = useChosen(open.editor.writing, (writing) => writing !== null);
  // What the stage lets people do, the stage bar says; and a draft ends with it. Whoever was in the middle of a word is told all the same.
  const isStaged = !isFrozen && stage.writing !== 'together' && place.me.role === 'participant' && !isWriting;
  const { timeZone } = place.workshop;
  const clock = useMemo(
    () => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
    [language, timeZone],
  );
  return (
    <div className="banners">
      {offlineSince !== null && end === null && (
        <Notice tone="warning">
          <div className="banner-line">
            <p>{t('offline', { time: clock.format(offlineSince), count: waiting })}</p>
            <Button onClick={open.session.retry}>{t('tryNow')}</Button>
          </div>
        </Notice>
      )}
      {end !== null && !(isDraft && isThere && end === 'deleted') && end !== 'refused' && end !== 'other-epoch' && (
        <Notice tone="failure">
          <div className="banner-line">
            <p>{t(`end_${end === 'signed-out' ? 'signedOut' : end}`)}</p>
            {(end === 'deleted' || end === 'forbidden') && (
              <Suspense fallback={null}>
                <WayOn />
              </Suspense>
            )}
          </div>
        </Notice>
      )}
      {(reason === 'frozen' || reason === 'role') && end === null && !isStaged && (
        <Notice>
          <p>{t(reason === 'frozen' ? 'frozen' : 'readOnly')}</p>
        </Notice>
      )}
      {late && (
        <Suspense fallback={null}>
          <LateNotice late={late} time={clock.format(late.at)} onDismiss={onDismissLate} />
        </Suspense>
      )}
    </div>
  );
}
