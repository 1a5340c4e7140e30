// Texts that came too late for the board: whether the facilitator has them, and a way to keep them.
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { copyText } from '../session/device.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useText } from '../ui/text.ts';
import type { Late } from './carryLate.ts';

export default function LateNotice({ late, time, onDismiss }: { readonly late: Late; readonly time: string; readonly onDismiss: () => void }) {
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
