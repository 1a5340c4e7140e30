// The end of a seat's walk: what it answered, to be looked through and changed, and the way to the next seat.
import { useEffect, useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import type { AnswerState } from './roundStore.ts';

interface Line {
  readonly object: string;
  readonly title: string;
  /** Undefined: not answered. */
  readonly words: string | undefined;
  readonly state: AnswerState;
}

interface Props {
  readonly label: string | undefined;
  readonly lines: readonly Line[];
  readonly onChange: (object: string) => void;
  readonly handOver: { readonly seat: number; readonly onDone: () => void } | undefined;
}

export function AnswerSummary({ label, lines, onChange, handOver }: Props) {
  const t = useText('rounds');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const open = lines.filter(({ words }) => words === undefined).length;
  return (
    <section className="answer-summary">
      <h3 ref={heading} tabIndex={-1}>
        {label === undefined ? t('summaryTitle') : `${t('summaryTitle')} – ${label}`}
      </h3>
      <p className="quiet-text">{t('summaryHint')}</p>
      {open > 0 && <p>{t('openLeft', { count: open })}</p>}
      <ul>
        {lines.map(({ object, title, words, state }) => (
          <li key={object}>
            <span className="answer-title">{title}</span>
            <span className={words === undefined ? 'quiet-text' : 'answer-words'}>{words ?? t('notAnswered')}</span>
            <Button onClick={() => onChange(object)}>
              <span aria-hidden>{t('change')}</span>
              <span className="visually-hidden">{t('changeOf', { title })}</span>
            </Button>
            {state === 'away' && <p className="answer-state">{t('notSaved')}</p>}
          </li>
        ))}
      </ul>
      {handOver && (
        <Button look="primary" onClick={handOver.onDone}>
          {t('readyHandOver', { seat: handOver.seat })}
        </Button>
      )}
    </section>
  );
}
