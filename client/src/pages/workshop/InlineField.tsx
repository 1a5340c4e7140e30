// A field that looks like text until it is touched; Enter or leaving it saves, Escape takes back what was typed.
import { cleanLine, LIMITS } from '@masa/shared/core';
import { useId, useState } from 'react';

export interface InlineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly className?: string;
  readonly placeholder?: string;
  readonly inputMode?: 'numeric' | 'text';
  readonly lang?: string;
  /** A sentence when the text cannot be saved. */
  readonly check?: (text: string) => string | undefined;
  /** Resolves to whether it was saved; what was typed stays until it is. */
  readonly save: (text: string) => Promise<boolean>;
}

export function InlineField({ label, value, className = '', placeholder, inputMode = 'text', lang, check, save }: InlineFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();

  async function leave(): Promise<void> {
    if (draft === undefined) return;
    const text = cleanLine(draft);
    if (text === value) {
      setDraft(undefined);
      setError(undefined);
      return;
    }
    const wrong = check?.(text);
    setError(wrong);
    if (wrong === undefined && (await save(text))) setDraft(undefined);
  }

  return (
    <div className={`inline-field ${className}`}>
      <input
        className="control"
        type="text"
        autoComplete="off"
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        placeholder={placeholder}
        inputMode={inputMode}
        lang={lang}
        maxLength={LIMITS.titleMax}
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => void leave()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void leave();
          if (event.key === 'Escape') {
            setDraft(undefined);
            setError(undefined);
          }
        }}
      />
      {error && (
        <p id={id} className="field-error small" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
