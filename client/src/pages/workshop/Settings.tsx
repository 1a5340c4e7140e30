// What a workshop is called, who sees whose sheets, and its end.
import { cleanLine } from '@masa/shared/core';
import type { Workshop, WorkshopChange } from '@masa/shared/wire';
import { useState } from 'react';
import { api } from '../../session/api.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { useText } from '../../ui/text.ts';
import { ActionFailure } from '../ActionFailure.tsx';
import { Confirm } from '../Confirm.tsx';
import { useAction } from '../useAction.ts';
import { type WorkshopAnswers, WorkshopFields, workshopErrors } from '../WorkshopFields.tsx';

export function Settings({ workshop, onChanged }: { readonly workshop: Workshop; readonly onChanged: () => void }) {
  const t = useText('organiser');
  const common = useText('common');
  const action = useAction();
  const closing = useAction();
  const [change, setChange] = useState<Partial<WorkshopAnswers>>({});
  const [attempt, setAttempt] = useState(0);
  const [saved, setSaved] = useState(false);
  const [asking, setAsking] = useState(false);
  const answers: WorkshopAnswers = {
    title: workshop.title,
    language: workshop.language,
    currency: workshop.currency,
    timeZone: workshop.timeZone,
    ...change,
  };
  const errors = attempt === 0 ? [] : workshopErrors(answers, t);

  async function save(body: WorkshopChange): Promise<void> {
    setSaved(false);
    if (!(await action.run(() => api.changeWorkshop(workshop.id, body)))) return;
    setChange({});
    setSaved(true);
    onChanged();
  }

  return (
    <details className="sheet fold settings no-print">
      <summary>
        <h2>{t('settings')}</h2>
      </summary>
      <div className="stack">
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setAttempt((before) => before + 1);
            if (!action.busy && workshopErrors(answers, t).length === 0) void save({ ...answers, title: cleanLine(answers.title) });
          }}
        >
          <ErrorSummary errors={errors} attempt={attempt} />
          <WorkshopFields
            answers={answers}
            errors={errors}
            onAnswers={(next) => {
              setSaved(false);
              setChange((before) => ({ ...before, ...next }));
            }}
          />
          <div className="row">
            <Button type="submit" busy={action.busy}>
              {common('save')}
            </Button>
            <span role="status">{saved ? t('settingsSaved') : ''}</span>
          </div>
        </form>
        <label className="check">
          <input type="checkbox" checked={workshop.sharesBoards} onChange={(event) => void save({ sharesBoards: event.target.checked })} />
          {t('shareBoards')}
        </label>
        <ActionFailure of={action} />
        <p>
          {workshop.state === 'closed' ? (
            <Button busy={action.busy} onClick={() => void save({ state: 'open' })}>
              {t('reopen')}
            </Button>
          ) : (
            <Button look="danger" onClick={() => setAsking(true)}>
              {t('closeWorkshop')}
            </Button>
          )}
        </p>
      </div>
      {asking && (
        <Confirm
          title={t('closeWorkshop')}
          text={t('closeWorkshopAsk')}
          action={t('closeWorkshop')}
          state={closing}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            void closing
              .run(() => api.changeWorkshop(workshop.id, { state: 'closed' }))
              .then((done) => {
                if (!done) return;
                setAsking(false);
                onChanged();
              })
          }
        />
      )}
    </details>
  );
}
