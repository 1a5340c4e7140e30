// One field of a card as a form control. What is typed is read when the control is left, after a pause, or with Enter, and what was
// understood is said back; what cannot be read stays as written with the reason.
import { type Field as CardField, isEmpty, type Percent } from '@masa/shared/board';
import { LIMITS, sameJson } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { useRef, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useText } from '../ui/text.ts';
import { BaseControl } from './BaseControl.tsx';
import { bothLines } from './bothLines.ts';
import { type FieldReading, readWritten, writtenOf } from './fieldText.ts';
import { LevelsControl } from './LevelsControl.tsx';
import { LinksControl } from './LinksControl.tsx';
import { useLater } from './useLater.ts';

export interface FieldControlProps {
  readonly record: BoardRecord;
  readonly name: string;
  readonly field: CardField;
  readonly isWanted: boolean;
}

export function FieldControl({ record, name, field, isWanted }: FieldControlProps) {
  const { open, language } = useBoard();
  const t = useText('board');
  const isReadOnly = useStore(open.editor.readOnly) !== null;
  const value = record.fields[name];
  const id = `field-${record.id}-${name}`;
  const label = isWanted ? `${field.label[language]} ★` : field.label[language];
  const set = (next: unknown): void => open.editor.setField(record.id, name, next);
  const { input } = field;
  const hint = field.confidential ? t('confidential') : undefined;

  switch (input.as) {
    case 'choice':
      return (
        <Field id={id} label={label} hint={hint}>
          {(control) => (
            <select
              {...control}
              className="control"
              disabled={isReadOnly}
              value={typeof value === 'string' ? value : ''}
              onChange={(event) => set(event.target.value === '' ? null : event.target.value)}
            >
              <option value="">{t('notSaid')}</option>
              {input.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label[language]}
                </option>
              ))}
            </select>
          )}
        </Field>
      );
    case 'choices': {
      const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
      return (
        <fieldset className="field">
          <legend className="field-label">{label}</legend>
          {input.options.map((option) => (
            <label key={option.value} className="check-line">
              <input
                type="checkbox"
                disabled={isReadOnly}
                checked={chosen.includes(option.value)}
                onChange={(event) => set(event.target.checked ? [...chosen, option.value] : chosen.filter((each) => each !== option.value))}
              />
              {option.label[language]}
            </label>
          ))}
        </fieldset>
      );
    }
    case 'links':
      return (
        <LinksControl
          id={id}
          record={record}
          name={name}
          label={label}
          linked={Array.isArray(value) ? (value as readonly string[]) : []}
          types={input.types}
          onChange={set}
        />
      );
    case 'levels':
      return <LevelsControl id={id} label={label} scales={input.scales} value={value} isReadOnly={isReadOnly} onChange={set} />;
    case 'line':
    case 'lines':
    case 'count':
    case 'span':
    case 'money':
    case 'percent':
      return <WrittenControl record={record} name={name} field={field} label={label} id={id} hint={hint} isReadOnly={isReadOnly} onValue={set} />;
  }
}

const lineOf = (value: unknown): string => (typeof value === 'string' ? value : '');

interface WrittenControlProps {
  readonly record: BoardRecord;
  readonly name: string;
  readonly field: CardField;
  readonly label: string;
  readonly id: string;
  readonly hint: string | undefined;
  readonly isReadOnly: boolean;
  readonly onValue: (value: unknown) => void;
}

function WrittenControl({ record, name, field, label, id, hint, isReadOnly, onValue }: WrittenControlProps) {
  const t = useText('board');
  const { open, language, currency } = useBoard();
  const { input } = field;
  const value = record.fields[name];
  const draft = `${record.id}.${name}`;
  const [text, setText] = useState<string | null>(() => open.drafts.read(draft));
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState<FieldReading | null>(null);
  const shown = text ?? writtenOf(input, value, language);
  /** What was kept when the first letter was typed, or when the field was kept itself. */
  const base = useRef<unknown>(value);

  /** A text that somebody else has changed meanwhile keeps their words, too. */
  const withTheirs = (mine: unknown): unknown => {
    if (input.as !== 'line' && input.as !== 'lines') return mine;
    const both = bothLines(lineOf(base.current), lineOf(mine), lineOf(value), input.as === 'line' ? LIMITS.attributeMax : LIMITS.cardTextMax);
    if (both !== lineOf(mine)) setText(both);
    return both === '' ? null : both;
  };

  const read = (): void => {
    if (text === null) return;
    const reading = readWritten(input, text, { language, currency });
    if (!reading.ok) {
      setProblem(reading.error.code);
      setSaid(null);
      open.drafts.keep(draft, text);
      return;
    }
    open.drafts.drop(draft);
    setProblem('');
    setSaid(reading.value);
    const next = input.as === 'percent' ? withBase(reading.value.value, value) : withTheirs(reading.value.value);
    base.current = next;
    if (!sameJson(next ?? null, value ?? null)) onValue(next);
  };
  const later = useLater(read);
  const leave = (): void => {
    later.now();
    if (text !== null && readWritten(input, text, { language, currency }).ok) setText(null);
  };

  const isEchoed = said !== null && said.echo !== '' && said.echo !== shown.trim();
  const note = said?.swapped
    ? t('swapped')
    : said?.ambiguous
      ? t('ambiguous', { echo: said.echo })
      : isEchoed
        ? t('understood', { echo: said.echo })
        : '';
  return (
    <div className="written-control">
      <Field id={id} label={label} hint={hint} error={problem === '' ? undefined : t(problemKey(problem))}>
        {(control) => {
          const common = {
            ...control,
            className: 'control',
            readOnly: isReadOnly,
            value: shown,
            placeholder: input.as === 'money' ? t('moneyExample') : input.as === 'span' ? '20–35' : input.as === 'percent' ? '10 %' : undefined,
            onChange: (event: { readonly target: { readonly value: string } }) => {
              if (text === null) base.current = value;
              setText(event.target.value);
              setProblem('');
              later.soon();
            },
            onBlur: leave,
          };
          return input.as === 'lines' ? (
            <textarea rows={3} {...common} />
          ) : (
            <input
              type="text"
              autoComplete="off"
              inputMode={input.as === 'count' ? 'numeric' : undefined}
              {...common}
              onKeyDown={(event) => {
                if (event.key === 'Enter') later.now();
              }}
            />
          );
        }}
      </Field>
      <p className={note === '' ? 'visually-hidden' : said?.ambiguous || said?.swapped ? 'field-note question' : 'field-note'} role="status">
        {note}
      </p>
      {problem === 'not-money' && !isReadOnly && (
        <Button
          onClick={() => {
            open.editor.setField(record.id, 'notes', [record.notes, `${field.label[language]}: ${text ?? ''}`].filter(Boolean).join('\n'));
            open.drafts.drop(draft);
            setText(null);
            setProblem('');
          }}
        >
          {t('keepInNotes')}
        </Button>
      )}
      {input.as === 'percent' && !isEmpty(value) && (
        <BaseControl key={record.id} id={`${id}-base`} percent={value as Percent} isReadOnly={isReadOnly} onValue={onValue} />
      )}
    </div>
  );
}

/** A percentage typed anew keeps what 100 % was. */
const withBase = (next: unknown, before: unknown): unknown => {
  const percent = next as Percent | null;
  return percent && percent.base === '' && !isEmpty(before) ? { ...percent, base: (before as Percent).base } : next;
};

const PROBLEMS = {
  'not-money': 'notMoney',
  'not-in-range': 'notInRange',
  'not-a-number': 'notANumber',
  'not-a-span': 'notASpan',
  'not-a-percent': 'notAPercent',
  'too-long': 'tooLongField',
} as const;

const problemKey = (code: string): (typeof PROBLEMS)[keyof typeof PROBLEMS] | 'notReadable' =>
  PROBLEMS[code as keyof typeof PROBLEMS] ?? 'notReadable';
