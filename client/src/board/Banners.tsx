// What the whole board has to say about itself, under the top bar: no connection, closed for writing, texts that came too late.
import { Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useBoardStage } from '../facilitation/useBoardStage.ts';
import { copyText } from '../session/device.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useText } from '../ui/text.ts';
import { useBoard } from './boardContext.ts';
import type { Late } from './useOpenBoard.ts';
import { useChosen, useStore } from './useStore.ts';

export function Banners({ late, onDismissLate }: { readonly late: Late | null; readonly onDismissLate: () => void }) {
  const t = useText('board');
  const { open, language, place } = useBoard();
  const offlineSince = useChosen(open.session.view, (view) => view.offlineSince);
  const end = useChosen(open.session.view, (view) => view.end);
  const waiting = useChosen(open.session.view, (view) => (view.offlineSince === null ? 0 : view.waiting));
  const reason = useStore(open.editor.readOnly);
  const { stage, isDraft, isFrozen } = useBoardStage();
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
      {end !== null && !(isDraft && end === 'deleted') && end !== 'refused' && end !== 'other-epoch' && (
        <Notice tone="failure">
          <p>{t(`end_${end === 'signed-out' ? 'signedOut' : end}`)}</p>
        </Notice>
      )}
      {(reason === 'frozen' || reason === 'role') && end === null && !isStaged && (
        <Notice>
          <p>{t(reason === 'frozen' ? 'frozen' : 'readOnly')}</p>
        </Notice>
      )}
      {late && <LateNotice late={late} time={clock.format(late.at)} onDismiss={onDismissLate} />}
    </div>
  );
}

function LateNotice({ late, time, onDismiss }: { readonly late: Late; readonly time: string; readonly onDismiss: () => void }) {
  const t = useText('board');
  const common = useText('common');
  const [isCopied, setCopied] = useState(false);
  const texts = late.cards.map((card) => card.text);
  return (
    <Notice tone={late.isDelivered ? 'success' : 'warning'}>
      <p>{t(late.isDelivered ? 'lateDelivered' : late.why === 'locked' ? 'lateLocked' : 'lateKept', { time, count: texts.length })}</p>
      {texts.length > 0 && (
        <details className="fold">
          <summary>{t('lateShow', { count: texts.length })}</summary>
          <ul className="late-texts">
            {texts.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed
              <li key={at}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="row">
        {texts.length > 0 && (
          <Button onClick={() => void copyText(texts.join('\n\n')).then(setCopied)}>
            <Copy aria-hidden /> {t(isCopied ? 'copied' : 'copyTexts')}
          </Button>
        )}
        <Button onClick={onDismiss}>{late.isDelivered || texts.length === 0 ? common('close') : t('lateDrop')}</Button>
      </div>
    </Notice>
  );
}
