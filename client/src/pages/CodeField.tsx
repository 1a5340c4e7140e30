// The big field for the join code: digits in groups of three while typing; the caret stays where the person put it.
import { useLayoutEffect, useRef } from 'react';
import { Field } from '../ui/Field.tsx';
import { caretAfter, digitsOf, grouped } from './code.ts';

export interface CodeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  /** Digits only. */
  readonly value: string;
  readonly onValue: (digits: string) => void;
  readonly autoFocus?: boolean;
}

export function CodeField({ id, label, hint, error, value, onValue, autoFocus = false }: CodeFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | undefined>(undefined);
  const shown = grouped(value);
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    const at = caretAfter(shown, caret.current);
    caret.current = undefined;
    input.current?.setSelectionRange(at, at);
  });
  useLayoutEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          ref={input}
          className="control code-control figures"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          value={shown}
          onChange={(event) => {
            const { value: raw, selectionStart } = event.target;
            const pastedLink = raw.includes('/join/');
            caret.current = pastedLink ? Number.POSITIVE_INFINITY : digitsOf(raw.slice(0, selectionStart ?? raw.length)).length;
            onValue(digitsOf(raw));
          }}
        />
      )}
    </Field>
  );
}
