// One question of a walk: what it is about, the kind's own control, and the way on. A form, so that Enter goes on.
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import type { AnswerState } from './roundStore.ts';

interface Props {
  /** Whose turn it is, where several share the device. */
  readonly label: string | undefined;
  readonly title: string;
  /** From 1 on. */
  readonly at: number;
  readonly count: number;
  readonly state: AnswerState;
  readonly isAnswered: boolean;
  readonly onBack: (() => void) | undefined;
  readonly onNext: () => void;
  readonly onUnknown: (() => void) | undefined;
  readonly children: ReactNode;
}

export function AnswerQuestion({ label, title, at, count, state, isAnswered, onBack, onNext, onUnknown, children }: Props) {
  const t = useText('rounds');
  const heading = useRef<HTMLHeadingElement>(null);
  // Each question is a new page to a screen reader; it reads what the question is about, and Tab leads to the control.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const next = (event: FormEvent): void => {
    event.preventDefault();
    onNext();
  };
  return (
    <form className="answer-question" onSubmit={next}>
      <p className="answer-progress">
        {label !== undefined && <strong>{label}</strong>}
        <progress aria-hidden value={at} max={count} />
        <span>{t('progress', { at, count })}</span>
      </p>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
      <p className="answer-state" role="status">
        {state === 'away' ? t('notSaved') : state === 'saving' ? t('saving') : state === 'saved' ? t('saved') : ''}
      </p>
      <div className="row answer-way">
        <Button type="submit" look="primary">
          {isAnswered ? t('next') : t('skip')}
        </Button>
        {onUnknown && <Button onClick={onUnknown}>{t('unknown')}</Button>}
        {onBack && (
          <Button look="quiet" onClick={onBack}>
            {t('back')}
          </Button>
        )}
      </div>
    </form>
  );
}
