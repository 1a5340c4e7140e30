// A field that is a level on each of several scales: one choice a scale, kept together as one value.
import type { Levels, Scale } from '@masa/shared/board';
import { isRecord } from '@masa/shared/core';
import { useBoard } from '../board/boardContext.ts';
import { Field } from '../ui/Field.tsx';
import { useText } from '../ui/text.ts';

export interface LevelsControlProps {
  readonly id: string;
  readonly label: string;
  readonly scales: readonly Scale[];
  readonly value: unknown;
  readonly isReadOnly: boolean;
  /** Null where no scale has a level any more. */
  readonly onChange: (value: Levels | null) => void;
}

export function LevelsControl({ id, label, scales, value, isReadOnly, onChange }: LevelsControlProps) {
  const { language } = useBoard();
  const t = useText('board');
  const now = isRecord(value) ? value : {};
  const set = (part: string, chosen: string): void => {
    const next = Object.fromEntries(
      scales.map((scale) => [
        scale.part,
        scale.part === part
          ? (scale.options.find((option) => String(option.value) === chosen)?.value ?? null)
          : ((now[scale.part] as Levels[string] | undefined) ?? null),
      ]),
    );
    onChange(Object.values(next).every((each) => each === null) ? null : next);
  };
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      {scales.map((scale) => (
        <Field key={scale.part} id={`${id}-${scale.part}`} label={scale.label[language]}>
          {(control) => (
            <select
              {...control}
              className="control"
              disabled={isReadOnly}
              value={String(now[scale.part] ?? '')}
              onChange={(event) => set(scale.part, event.target.value)}
            >
              <option value="">{t('notSaid')}</option>
              {scale.options.map((option) => (
                <option key={option.value} value={String(option.value)}>
                  {option.label[language]}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </fieldset>
  );
}
