// The list of what is wrong with a form, at its top; it takes the focus when it appears and each line leads to its field.
// https://design-system.service.gov.uk/components/error-summary/
import { useEffect, useRef } from 'react';
import { useText } from './text.ts';

export interface FormError {
  /** Id of the field it is about. */
  readonly field: string;
  readonly text: string;
}

/** `attempt` grows with every try to send, so that a second failing try moves the focus again. */
export function ErrorSummary({ errors, attempt }: { readonly errors: readonly FormError[]; readonly attempt: number }) {
  const t = useText('common');
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown && attempt > 0) box.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('errorSummary')}</h2>
      <ul className="error-list">
        {errors.map((error) => (
          <li key={error.field}>
            <a
              href={`#${error.field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(error.field)?.focus();
              }}
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export const errorOf = (errors: readonly FormError[], field: string): string | undefined => errors.find((error) => error.field === field)?.text;
