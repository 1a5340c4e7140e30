// A co-facilitator's or observer's link: the secret stands after the #, so no server ever sees it in an address.
import { cleanLine, LIMITS, visibleLength } from '@masa/shared/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, type Problem } from '../session/api.ts';
import { actAs, rememberedPerson } from '../session/device.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary, type FormError } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Nothing } from '../ui/states.tsx';
import { useText } from '../ui/text.ts';

const NAME = 'link-name';

export default function OpenLinkPage() {
  const t = useText('join');
  const common = useText('common');
  const [, navigate] = useLocation();
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [name, setName] = useState(() => rememberedPerson()?.name ?? '');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const length = visibleLength(cleanLine(name));
  const wrong = length < LIMITS.personNameMin || length > LIMITS.personNameMax;
  const errors: readonly FormError[] = attempt > 0 && wrong ? [{ field: NAME, text: t('nameMissing') }] : [];

  async function open(): Promise<void> {
    setAttempt((before) => before + 1);
    if (wrong || busy) return;
    setBusy(true);
    actAs('staff');
    const reply = await api.redeemLink(token, cleanLine(name));
    setBusy(false);
    if (!reply.ok) return setProblem(reply.error);
    const { workshopId, role } = reply.value;
    navigate(role === 'facilitator' ? `/workshops/${workshopId}` : `/workshops/${workshopId}/wall`, { replace: true });
  }

  if (token === '') {
    return (
      <Page title={t('linkTitle')} width="narrow">
        <Nothing title={t('linkTitle')} text={t('linkMissing')} />
      </Page>
    );
  }
  return (
    <Page title={t('linkTitle')} width="narrow">
      <form
        className="sheet stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <div className="stack tight">
          <h1>{t('linkTitle')}</h1>
          <p className="lead">{t('linkLead')}</p>
        </div>
        <ErrorSummary errors={errors} attempt={attempt} />
        {problem && (
          <Notice tone="failure">
            <p>{problem.kind === 'away' ? common('awayForm') : problem.message}</p>
          </Notice>
        )}
        <TextField
          id={NAME}
          label={t('linkName')}
          hint={t('linkNameHint')}
          error={errors[0]?.text}
          value={name}
          onValue={setName}
          autoComplete="name"
        />
        <p>
          <Button type="submit" look="primary" large busy={busy}>
            {t('linkOpen')}
          </Button>
        </p>
      </form>
    </Page>
  );
}
