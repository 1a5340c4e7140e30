// The form around an account's name and password: sending, errors, and where to go afterwards.
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Problem, Reply } from '../session/api.ts';
import { actAs } from '../session/device.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useText } from '../ui/text.ts';
import { type Account, AccountFields, accountErrors } from './AccountFields.tsx';

export interface AccountFormProps {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly fresh: boolean;
  readonly send: (account: Account) => Promise<Reply<unknown>>;
  readonly children?: ReactNode;
}

/** Where signing in leads: back to the page of this app that asked for it. */
const nextPage = (): string => {
  const next = new URLSearchParams(location.search).get('next') ?? '';
  return /^\/(?![/\\])/.test(next) ? next : '/workshops';
};

export function AccountForm({ title, lead, action, fresh, send, children }: AccountFormProps) {
  const t = useText('organiser');
  const common = useText('common');
  const [, navigate] = useLocation();
  const [account, setAccount] = useState<Account>({ name: '', password: '' });
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const errors = attempt === 0 ? [] : accountErrors(account, fresh, t);

  async function submit(): Promise<void> {
    setAttempt((before) => before + 1);
    setProblem(undefined);
    if (busy || accountErrors(account, fresh, t).length > 0) return;
    setBusy(true);
    actAs('staff');
    const reply = await send(account);
    setBusy(false);
    if (reply.ok) navigate(nextPage(), { replace: true });
    else setProblem(reply.error);
  }

  return (
    <form
      className="sheet stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="stack tight">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </div>
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem && (
        <Notice tone="failure">
          <p>{problem.kind === 'away' ? common('awayForm') : problem.message}</p>
        </Notice>
      )}
      {children}
      <AccountFields account={account} onAccount={setAccount} errors={errors} fresh={fresh} />
      <p>
        <Button type="submit" look="primary" large busy={busy}>
          {action}
        </Button>
      </p>
    </form>
  );
}
