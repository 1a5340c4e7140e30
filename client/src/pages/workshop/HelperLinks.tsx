// Links for co-facilitators and observers: made, shown once, taken back.
import { cleanLine } from '@masa/shared/core';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../session/api.ts';
import { copyText } from '../../session/device.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';
import { ActionFailure } from '../ActionFailure.tsx';
import { useAction } from '../useAction.ts';
import { useReply } from '../useReply.ts';

type LinkRole = 'facilitator' | 'observer';

export function HelperLinks({ workshopId }: { readonly workshopId: string }) {
  const t = useText('organiser');
  const [making, setMaking] = useState<LinkRole>();
  const action = useAction();
  const { value, reload } = useReply(() => api.listLinks(workshopId), workshopId);
  const links = value?.links ?? [];
  return (
    <section className="sheet stack tight no-print" aria-labelledby="links-title">
      <h2 id="links-title">{t('linksTitle')}</h2>
      <p className="quiet-text">{t('linksLead')}</p>
      {links.length > 0 && (
        <ul className="link-rows">
          {links.map((link) => {
            const role = link.role === 'facilitator' ? t('roleFacilitator') : t('roleObserver');
            return (
              <li key={link.id}>
                <span className="person-words">
                  <strong>{link.label || role}</strong>
                  <span className="quiet-text small">{[link.label && role, t('linkUsed', { count: link.used })].filter(Boolean).join(' · ')}</span>
                </span>
                <Button
                  look="danger"
                  busy={action.busy}
                  aria-label={t('linkRevokeOf', { label: link.label || role })}
                  onClick={() => void action.run(() => api.revokeLink(workshopId, link.id)).then(reload)}
                >
                  {t('linkRevoke')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <ActionFailure of={action} />
      <div className="stack tight">
        <Button onClick={() => setMaking('facilitator')}>{t('linkFacilitator')}</Button>
        <Button onClick={() => setMaking('observer')}>{t('linkObserver')}</Button>
      </div>
      {making && (
        <MakeLink
          workshopId={workshopId}
          role={making}
          onClose={() => {
            setMaking(undefined);
            reload();
          }}
        />
      )}
    </section>
  );
}

function MakeLink({ workshopId, role, onClose }: { readonly workshopId: string; readonly role: LinkRole; readonly onClose: () => void }) {
  const t = useText('organiser');
  const common = useText('common');
  const action = useAction();
  const [label, setLabel] = useState('');
  const [url, setUrl] = useState<string>();
  const [copied, setCopied] = useState<boolean>();

  const make = (): void =>
    void action.run(async () => {
      const reply = await api.createLink(workshopId, { role, label: cleanLine(label) });
      if (reply.ok) setUrl(reply.value.url);
      return reply;
    });

  return (
    <Dialog title={role === 'facilitator' ? t('linkFacilitator') : t('linkObserver')} onClose={onClose}>
      <p>{role === 'facilitator' ? t('linkFacilitatorHint') : t('linkObserverHint')}</p>
      {url === undefined ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!action.busy) make();
          }}
        >
          <TextField id="link-label" label={t('linkFor')} hint={t('linkForHint')} value={label} onValue={setLabel} />
          <ActionFailure of={action} />
          <p>
            <Button type="submit" look="primary" busy={action.busy}>
              {t('linkMake')}
            </Button>
          </p>
        </form>
      ) : (
        <div className="stack tight">
          <Notice>
            <p>{t('linkOnce')}</p>
          </Notice>
          <input className="control" readOnly value={url} aria-label={t('copyLink')} onFocus={(event) => event.target.select()} />
          <div className="row">
            <Button look="primary" onClick={() => void copyText(url).then(setCopied)}>
              <Copy aria-hidden />
              {t('copyLink')}
            </Button>
            <Button onClick={onClose}>{common('close')}</Button>
            <span role="status">{copied === undefined ? '' : copied ? t('copied') : t('copyFailed')}</span>
          </div>
        </div>
      )}
    </Dialog>
  );
}
