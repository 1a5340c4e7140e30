// Making a workshop.
import { CURRENCY_OF, type Currency, cleanLine } from '@masa/shared/core';
import { TIME_ZONE_OF } from '@masa/shared/workshop';
import { useState } from 'react';
import { api, type Problem } from '../session/api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useLanguage, useText } from '../ui/text.ts';
import { type WorkshopAnswers, WorkshopFields, workshopErrors } from './WorkshopFields.tsx';

export interface NewWorkshopDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

export function NewWorkshopDialog({ onClose, onCreated }: NewWorkshopDialogProps) {
  const t = useText('organiser');
  const common = useText('common');
  const viewer = useLanguage();
  const [answers, setAnswers] = useState<WorkshopAnswers>(() => ({
    title: '',
    language: viewer,
    currency: CURRENCY_OF[viewer] satisfies Currency,
    timeZone: TIME_ZONE_OF[viewer],
  }));
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const errors = attempt === 0 ? [] : workshopErrors(answers, t);

  async function submit(): Promise<void> {
    setAttempt((before) => before + 1);
    setProblem(undefined);
    if (busy || workshopErrors(answers, t).length > 0) return;
    setBusy(true);
    const reply = await api.createWorkshop({ ...answers, title: cleanLine(answers.title) });
    setBusy(false);
    if (reply.ok) onCreated(reply.value.id);
    else setProblem(reply.error);
  }

  return (
    <Dialog title={t('newWorkshop')} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ErrorSummary errors={errors} attempt={attempt} />
        {problem && (
          <Notice tone="failure">
            <p>{problem.kind === 'away' ? common('awayForm') : problem.message}</p>
          </Notice>
        )}
        <WorkshopFields
          answers={answers}
          errors={errors}
          onAnswers={(change) =>
            // A language brings its usual currency and time zone along; both can be changed afterwards.
            setAnswers((before) => ({
              ...before,
              ...(change.language ? { currency: CURRENCY_OF[change.language], timeZone: TIME_ZONE_OF[change.language] } : {}),
              ...change,
            }))
          }
        />
        <div className="row">
          <Button type="submit" look="primary" busy={busy}>
            {t('create')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
