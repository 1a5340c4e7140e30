// The form at the door. It sends either a join or, when the door is locked or a place was lost, a request to the facilitator.

import { LANGUAGE_NAMES, LANGUAGES } from '@masa/shared/core';
import type { Lobby } from '@masa/shared/wire';
import { type FormEvent, useState } from 'react';
import { api, type Problem } from '../session/api.ts';
import { keepClaim, rememberedPerson, rememberPerson } from '../session/device.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary, errorOf, type FormError } from '../ui/ErrorSummary.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { setLanguage, useLanguage, useText } from '../ui/text.ts';
import { JOIN_FIELDS, type JoinAnswers, joinErrors, joinRequest, LATER } from './joinForm.ts';
import { SeatsStepper } from './SeatsStepper.tsx';
import { TablePicker } from './TablePicker.tsx';

export interface JoinFormProps {
  readonly code: string;
  readonly lobby: Lobby;
  /** Whoever joined at this device before is another person: they keep their place. */
  readonly isSomebodyElse: boolean;
  readonly onJoined: (workshopId: string) => void;
  /** A facilitator was asked. */
  readonly onAsked: () => void;
}

const FIELD_OF: Readonly<Record<string, string>> = { ...JOIN_FIELDS, groupId: JOIN_FIELDS.table };

/** Errors a server found, at our fields; what is about none of them is shown above the form. */
const serverErrors = (problem: Problem | undefined): readonly FormError[] =>
  (problem?.fields ?? []).flatMap(({ path, message }) => {
    const field = FIELD_OF[path];
    return field ? [{ field, text: message }] : [];
  });

export function JoinForm({ code, lobby, isSomebodyElse, onJoined, onAsked }: JoinFormProps) {
  const t = useText('join');
  const common = useText('common');
  const language = useLanguage();
  const choices = lobby.groups.filter(({ isFormed }) => !isFormed);
  const [answers, setAnswers] = useState<JoinAnswers>(() => {
    const known = rememberedPerson();
    return { library: '', region: '', ...known, name: isSomebodyElse ? '' : (known?.name ?? ''), seats: 1, table: choices.length === 0 ? LATER : '' };
  });
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const put = (change: Partial<JoinAnswers>): void => setAnswers((before) => ({ ...before, ...change }));
  const tables = choices.length > 0;
  const own = attempt === 0 ? [] : joinErrors(answers, tables, t);
  const errors = own.length > 0 ? own : serverErrors(problem);

  async function send(ask: boolean): Promise<void> {
    setAttempt((before) => before + 1);
    setProblem(undefined);
    if (busy || joinErrors(answers, tables, t).length > 0) return;
    setBusy(true);
    const request = joinRequest(code, answers, language);
    if (ask) {
      const reply = await api.createClaim(request);
      setBusy(false);
      if (!reply.ok) return setProblem(reply.error);
      keepClaim(code, { id: reply.value.id, secret: reply.value.secret });
      onAsked();
    } else {
      const reply = await api.join(isSomebodyElse ? { ...request, isSomebodyElse } : request);
      setBusy(false);
      if (!reply.ok) return setProblem(reply.error);
      onJoined(reply.value.workshopId);
    }
    rememberPerson(answers);
  }

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send(lobby.locked);
  };

  return (
    <form className="stack join-form" noValidate onSubmit={onSubmit}>
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem && errors.length === 0 && (
        <Notice tone="failure">
          <p>{problem.kind === 'away' ? common('awayForm') : problem.message}</p>
        </Notice>
      )}
      <section className="sheet stack" aria-labelledby="about-you">
        <h2 id="about-you">{t('youTitle')}</h2>
        <TextField
          id={JOIN_FIELDS.name}
          label={t('name')}
          hint={t('nameHint')}
          error={errorOf(errors, JOIN_FIELDS.name)}
          value={answers.name}
          onValue={(name) => put({ name })}
          autoComplete="name"
          required
        />
        <div className="pair">
          <TextField
            id={JOIN_FIELDS.library}
            label={t('library')}
            hint={t('libraryHint')}
            error={errorOf(errors, JOIN_FIELDS.library)}
            value={answers.library}
            onValue={(library) => put({ library })}
            suggestions={lobby.libraries}
            autoComplete="organization"
            required
          />
          <TextField
            id={JOIN_FIELDS.region}
            label={t('region')}
            hint={t('regionHint')}
            error={errorOf(errors, JOIN_FIELDS.region)}
            value={answers.region}
            onValue={(region) => put({ region })}
            suggestions={lobby.regions}
            required
          />
        </div>
        <div className="pair">
          <SelectField
            id="join-language"
            label={common('language')}
            hint={t('languageHint')}
            value={language}
            onValue={(wanted) => void setLanguage(wanted).catch(() => undefined)}
            options={LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_NAMES[each], lang: each }))}
          />
          <SeatsStepper value={answers.seats} onValue={(seats) => put({ seats })} />
        </div>
      </section>
      <section className="sheet stack">
        {tables ? (
          <TablePicker groups={choices} value={answers.table} onValue={(table) => put({ table })} error={errorOf(errors, JOIN_FIELDS.table)} />
        ) : (
          <p className="lead">{t('noTables')}</p>
        )}
      </section>
      <div className="join-end">
        <Button type="submit" look="primary" large busy={busy}>
          {busy ? t('joining') : lobby.locked ? t('knock') : t('join')}
        </Button>
        {!lobby.locked && (
          <details className="fold">
            <summary>{t('lostPlace')}</summary>
            <div className="stack tight">
              <p>{t('lostPlaceHint')}</p>
              <p>
                <Button onClick={() => void send(true)}>{t('askFacilitator')}</Button>
              </p>
            </div>
          </details>
        )}
      </div>
    </form>
  );
}
