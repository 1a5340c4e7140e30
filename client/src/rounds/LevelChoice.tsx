// One scale to choose a level of: native radio buttons, so that arrows, screen readers and forms know them; digits choose too.
import type { Rated } from '@masa/shared/board';
import { type KeyboardEvent, useId } from 'react';
import './rounds.css';

export interface ChoiceLevel {
  readonly level: number;
  readonly label: string;
  /** An example, in smaller letters. */
  readonly note?: string | undefined;
}

export interface LevelChoiceProps {
  readonly legend: string;
  readonly levels: readonly ChoiceLevel[];
  /** Undefined: nothing chosen. */
  readonly value: Rated | undefined;
  readonly onValue: (value: Rated) => void;
  /** What “don't know” is called; absent: it cannot be chosen here. */
  readonly unknownLabel?: string;
}

export function LevelChoice({ legend, levels, value, onValue, unknownLabel }: LevelChoiceProps) {
  const name = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(event.key)) return;
    const chosen = levels.find(({ level }) => level === Number(event.key));
    if (!chosen) return;
    event.preventDefault();
    onValue(chosen.level);
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${chosen.level}"]`)?.focus();
  };
  return (
    <fieldset className="level-choice" onKeyDown={onKeyDown}>
      <legend>{legend}</legend>
      <div className="level-list">
        {levels.map(({ level, label, note }) => (
          <label key={level} className="level">
            <input type="radio" name={name} value={level} checked={value === level} onChange={() => onValue(level)} />
            <span className="level-number" aria-hidden>
              {level}
            </span>
            <span className="level-words">
              {label}
              {note && <span className="quiet-text level-note">{note}</span>}
            </span>
          </label>
        ))}
        {unknownLabel !== undefined && (
          <label className="level unknown">
            <input type="radio" name={name} value="unknown" checked={value === 'unknown'} onChange={() => onValue('unknown')} />
            <span className="level-number" aria-hidden>
              ?
            </span>
            <span className="level-words">{unknownLabel}</span>
          </label>
        )}
      </div>
    </fieldset>
  );
}
