// Between what people type into the details form and a field's value. Pure: a text becomes a value or the reason why not, and a value
// becomes the text that stands in the control.
import { type FieldInput, fieldText, isEmpty, type Percent, type Span } from '@masa/shared/board';
import {
  type Currency,
  cleanLine,
  cleanText,
  echoMoney,
  fail,
  issue,
  type Language,
  LIMITS,
  type Money,
  ok,
  parseMoney,
  parsePercent,
  type Result,
} from '@masa/shared/core';

export interface WritingContext {
  readonly language: Language;
  /** The workshop's currency: an amount without one is read in it. */
  readonly currency: Currency;
}

export interface FieldReading {
  /** For `setField`; null empties the field. */
  readonly value: unknown;
  /** What was understood, to be shown back; empty where the control itself says it. */
  readonly echo: string;
  /** The text can mean something else: ask. */
  readonly ambiguous: boolean;
  /** From and to came the wrong way round and were exchanged. */
  readonly swapped: boolean;
}

const plain = (value: unknown): Result<FieldReading> => ok({ value, echo: '', ambiguous: false, swapped: false });

/** A whole number as people group it: `1 200`, `1.200`, `1'200`. */
function wholeNumber(text: string, max: number): Result<number | null> {
  const line = cleanLine(text);
  if (line === '') return ok(null);
  if (/^[-−–]/u.test(line)) return fail(issue('not-in-range'));
  const digits = /^\d{1,3}(?:[\s.,'’]\d{3})+$/u.test(line) ? line.replace(/\D/gu, '') : line;
  if (!/^\d{1,15}$/u.test(digits)) return fail(issue('not-a-number'));
  const value = Number(digits);
  return value <= max ? ok(value) : fail(issue('not-in-range'));
}

/** `20–35`, `от 20 до 35`, `20+`, `35`. */
function spanOf(text: string, max: number): Result<FieldReading> {
  const line = cleanLine(text);
  if (line === '') return plain(null);
  const numbers = line.match(/\d+/gu) ?? [];
  const [first, second, ...more] = numbers.map(Number);
  if (first === undefined || more.length > 0) return fail(issue('not-a-span'));
  if (first > max || (second ?? 0) > max) return fail(issue('not-in-range'));
  if (second === undefined) {
    const upTo = /^(?:≤|<|до|la|pân[ăa]\s+la|til|to|up\s+to)\s*\d/iu.test(line);
    const from = /\d\s*\+$|^(?:≥|>|над|от|понад|від|з|peste|de\s+la|over|fra|from)\s*\d/iu.test(line);
    return plain({ from: upTo ? null : first, to: upTo ? first : from ? null : first } satisfies Span);
  }
  const swapped = first > second;
  return ok({ value: { from: Math.min(first, second), to: Math.max(first, second) } satisfies Span, echo: '', ambiguous: false, swapped });
}

/**
 * Reads what was typed. Errors: `not-money` (can be kept in the notes), `not-a-number`, `not-a-span`, `not-a-percent`, `not-in-range`,
 * `too-long`.
 */
export function readWritten(input: FieldInput, text: string, context: WritingContext): Result<FieldReading> {
  switch (input.as) {
    case 'line': {
      const line = cleanLine(text);
      return line.length > LIMITS.attributeMax ? fail(issue('too-long')) : plain(line === '' ? null : line);
    }
    case 'lines': {
      const lines = cleanText(text).trim();
      return lines.length > LIMITS.cardTextMax ? fail(issue('too-long')) : plain(lines === '' ? null : lines);
    }
    case 'count': {
      const read = wholeNumber(text, input.max);
      return read.ok ? plain(read.value) : read;
    }
    case 'span':
      return spanOf(text, input.max);
    case 'money': {
      if (cleanLine(text) === '') return plain(null);
      const read = parseMoney(text, context);
      if (!read.ok) return read;
      return ok({ value: read.value.money, echo: read.value.echo, ambiguous: read.value.ambiguous, swapped: false });
    }
    case 'percent': {
      if (cleanLine(text) === '') return plain(null);
      // A minus before a percentage can only mean that something becomes less: a share is never negative.
      const isLess = /^\s*[-−–]\s?\d/u.test(text);
      const read = parsePercent(isLess ? text.replace(/^\s*[-−–]\s?/u, '+') : text);
      if (!read.ok) return read;
      const { percent } = read.value;
      const value = isLess ? { ...percent, value: -percent.value } : percent;
      return ok({ value, echo: fieldText({ input }, value, context.language), ambiguous: false, swapped: false });
    }
    case 'choice':
      return plain(text === '' ? null : text);
    case 'choices':
    case 'links':
    case 'levels':
      return fail(issue('not-text'));
  }
}

/** What stands in the control for a value. */
export function writtenOf(input: FieldInput, value: unknown, language: Language): string {
  if (isEmpty(value)) return '';
  switch (input.as) {
    case 'money':
      return echoMoney(value as Money, language);
    case 'count':
      return String(value);
    case 'percent': {
      const percent = value as Percent;
      return fieldText({ input }, { ...percent, base: '' }, language);
    }
    case 'span':
      return fieldText({ input }, value, language);
    case 'choices':
    case 'links':
    case 'levels':
      return '';
    case 'line':
    case 'lines':
    case 'choice':
      return String(value);
  }
}
