// The door of a workshop on the organiser's page: code, QR code, link, lock.
import type { Workshop } from '@masa/shared/wire';
import { Copy, DoorClosed, DoorOpen, Printer, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../session/api.ts';
import { copyText } from '../../session/device.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { ActionFailure } from '../ActionFailure.tsx';
import { Confirm } from '../Confirm.tsx';
import { grouped } from '../code.ts';
import { useAction } from '../useAction.ts';
import { QrCode } from './QrCode.tsx';

export function Door({ workshop, onChanged }: { readonly workshop: Workshop; readonly onChanged: () => void }) {
  const t = useText('organiser');
  const action = useAction();
  const [asking, setAsking] = useState(false);
  const [copied, setCopied] = useState<boolean>();
  const { code } = workshop;
  const address = workshop.joinUrl ?? (code ? `${location.origin}/join/${code}` : '');

  return (
    <section className="sheet stack tight door" aria-labelledby="door-title">
      <h2 id="door-title">{t('doorTitle')}</h2>
      {code === null ? (
        <p>{t('noCode')}</p>
      ) : (
        <>
          <p className="quiet-text">{t('doorLead')}</p>
          <p className="door-code figures">{grouped(code)}</p>
          <QrCode text={address} label={t('qrLabel')} />
          <p className="quiet-text small door-address">{t('codeAddress', { address: address.replace(/^https?:\/\//, '') })}</p>
          <div className="row no-print">
            <Button onClick={() => void copyText(address).then(setCopied)}>
              <Copy aria-hidden />
              {t('copyLink')}
            </Button>
            <Button onClick={() => window.print()}>
              <Printer aria-hidden />
              {t('print')}
            </Button>
          </div>
          <p role="status" className="small">
            {copied === undefined ? '' : copied ? t('copied') : t('copyFailed')}
          </p>
          {workshop.doorLocked && (
            <Notice tone="warning">
              <p>{t('doorLocked')}</p>
            </Notice>
          )}
          {!asking && <ActionFailure of={action} />}
          <div className="stack tight no-print door-foot">
            <div className="row">
              <Button
                busy={action.busy}
                aria-describedby={workshop.doorLocked ? undefined : 'lock-hint'}
                onClick={() =>
                  void action.run(() => api.changeWorkshop(workshop.id, { doorLocked: !workshop.doorLocked })).then((done) => done && onChanged())
                }
              >
                {workshop.doorLocked ? <DoorOpen aria-hidden /> : <DoorClosed aria-hidden />}
                {workshop.doorLocked ? t('unlockDoor') : t('lockDoor')}
              </Button>
              <Button look="quiet" onClick={() => setAsking(true)}>
                <RefreshCw aria-hidden />
                {t('newCode')}
              </Button>
            </div>
            {!workshop.doorLocked && (
              <p id="lock-hint" className="quiet-text small">
                {t('lockDoorHint')}
              </p>
            )}
          </div>
        </>
      )}
      {asking && (
        <Confirm
          title={t('newCode')}
          text={t('newCodeAsk')}
          action={t('newCode')}
          state={action}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            void action
              .run(() => api.renewCode(workshop.id))
              .then((done) => {
                if (!done) return;
                setAsking(false);
                setCopied(undefined);
                onChanged();
              })
          }
        />
      )}
    </section>
  );
}
