// Signing in as organiser.
import { cleanLine } from '@masa/shared/core';
import { api } from '../session/api.ts';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { useText } from '../ui/text.ts';
import { AccountForm } from './AccountForm.tsx';
import './organiser.css';
import { useReply } from './useReply.ts';

export default function SignInPage() {
  const t = useText('organiser');
  const { value: instance } = useReply(api.readInstance, 'instance');
  return (
    <Page title={t('signInTitle')} width="narrow">
      <AccountForm
        fresh={false}
        title={t('signInTitle')}
        lead={t('signInLead')}
        action={t('signIn')}
        send={({ name, password }) => api.signIn({ name: cleanLine(name), password })}
      >
        {instance && !instance.setUp && (
          <Notice tone="warning">
            <p>{t('notSetUp')}</p>
          </Notice>
        )}
      </AccountForm>
    </Page>
  );
}
