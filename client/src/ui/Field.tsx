// Form fields after the GOV.UK pattern: label above, hint under it, error between them and the control, all tied together for
// assistive technology. https://design-system.service.gov.uk/components/text-input/
import { TriangleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';

export interface FieldTexts {
  /** Also the id of the control: an error summary links to it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** The frame of one field. `children` receives what its control must carry. */
export function Field({ id, label, hint, error, children }: FieldTexts & { readonly children: (control: Described) => ReactNode }) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && <FieldError id={id} error={error} />}
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error: string }) {
  return (
    <p id={`${id}-error`} className="field-error">
      <TriangleAlert aria-hidden size={20} />
      {error}
    </p>
  );
}

export type TextFieldProps = FieldTexts &
  Omit<ComponentProps<'input'>, 'id' | 'className' | 'onChange' | 'value'> & {
    readonly value: string;
    readonly onValue: (value: string) => void;
    /** Offered while typing; anything else may be typed. */
    readonly suggestions?: readonly string[] | undefined;
  };

export function TextField({ id, label, hint, error, value, onValue, suggestions, ...rest }: TextFieldProps) {
  const list = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => (
        <>
          <input
            type="text"
            autoComplete="off"
            {...rest}
            {...control}
            className="control"
            value={value}
            list={suggestions && suggestions.length > 0 ? list : undefined}
            onChange={(event) => onValue(event.target.value)}
          />
          {suggestions && suggestions.length > 0 && (
            <datalist id={list}>
              {suggestions.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

export type SelectFieldProps<Value extends string> = FieldTexts & {
  readonly value: Value;
  readonly onValue: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
};

export function SelectField<Value extends string>({ id, label, hint, error, value, onValue, options }: SelectFieldProps<Value>) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => (
        <select
          {...control}
          className="control"
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onValue(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
