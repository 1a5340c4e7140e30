// First run: whoever holds the printed link becomes the organiser. The key stands after the #, so it reaches no log.
import { cleanLine } from '@masa/shared/core';
import { useState } from 'react';
import { api } from '../session/api.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Nothing } from '../ui/states.tsx';
import { useText } from '../ui/text.ts';
import { AccountForm } from './AccountForm.tsx';
import './organiser.css';
import { setupKeyOf } from './setupKey.ts';
import { useReply } from './useReply.ts';

export default function SetupPage() {
  const t = useText('organiser');
  const [key] = useState(() => setupKeyOf(location.hash));
  const { value: instance } = useReply(api.readInstance, 'instance');
  return (
    <Page title={t('setupTitle')} width="narrow">
      {instance?.setUp ? (
        <Nothing title={t('setupTitle')} text={t('setupDone')}>
          <ButtonLink href="/sign-in" look="primary">
            {t('signIn')}
          </ButtonLink>
        </Nothing>
      ) : key === '' ? (
        <Nothing title={t('setupTitle')} text={t('setupNoKey')} />
      ) : (
        <AccountForm
          fresh
          title={t('setupTitle')}
          lead={t('setupLead')}
          action={t('setupGo')}
          send={({ name, password }) => api.setUp({ key, name: cleanLine(name), password })}
        />
      )}
    </Page>
  );
}
