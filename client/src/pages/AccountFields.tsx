// Name and password of an organiser, as set-up and signing in ask for them.
import { cleanLine, LIMITS, visibleLength } from '@masa/shared/core';
import { useState } from 'react';
import type { FormError } from '../ui/ErrorSummary.tsx';
import { errorOf } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/Field.tsx';
import { type Translate, useText } from '../ui/text.ts';

export interface Account {
  readonly name: string;
  readonly password: string;
}

export const ACCOUNT_FIELDS = { name: 'account-name', password: 'account-password' } as const;

/** `fresh`: a new password is chosen, so its length counts. */
export function accountErrors(account: Account, fresh: boolean, t: Translate<'organiser'>): readonly FormError[] {
  const errors: FormError[] = [];
  const length = visibleLength(cleanLine(account.name));
  if (length < (fresh ? LIMITS.personNameMin : 1) || length > LIMITS.personNameMax)
    errors.push({ field: ACCOUNT_FIELDS.name, text: t('accountNameMissing') });
  if (fresh && visibleLength(account.password) < LIMITS.passwordMin) {
    errors.push({ field: ACCOUNT_FIELDS.password, text: t('passwordShort', { min: LIMITS.passwordMin }) });
  } else if (account.password === '') errors.push({ field: ACCOUNT_FIELDS.password, text: t('passwordMissing') });
  return errors;
}

export interface AccountFieldsProps {
  readonly account: Account;
  readonly onAccount: (account: Account) => void;
  readonly errors: readonly FormError[];
  readonly fresh: boolean;
}

export function AccountFields({ account, onAccount, errors, fresh }: AccountFieldsProps) {
  const t = useText('organiser');
  const [shown, setShown] = useState(false);
  return (
    <>
      <TextField
        id={ACCOUNT_FIELDS.name}
        label={t('accountName')}
        hint={fresh ? t('accountNameHint') : undefined}
        error={errorOf(errors, ACCOUNT_FIELDS.name)}
        value={account.name}
        onValue={(name) => onAccount({ ...account, name })}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        id={ACCOUNT_FIELDS.password}
        type={shown ? 'text' : 'password'}
        label={t('password')}
        hint={fresh ? t('passwordHint', { min: LIMITS.passwordMin }) : undefined}
        error={errorOf(errors, ACCOUNT_FIELDS.password)}
        value={account.password}
        onValue={(password) => onAccount({ ...account, password })}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        spellCheck={false}
      />
      <label className="check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {t('passwordShow')}
      </label>
    </>
  );
}
