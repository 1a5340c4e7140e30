// Values of fields as a person of a given language reads them. One place for card faces, outline, exports and report, so that they
// never disagree. Knows no kind.
import { type Currency, type Language, type Money, segments } from '../core/index.ts';
import type { BoardRecord } from '../document/index.ts';
import { type Field, isEmpty, type Levels, labelOf, type Percent, type Scale, type Span } from './field.ts';
import type { BoardReader, ObjectType, Slot } from './kind.ts';

/** How people of a language write a currency when it is their own or everybody's; elsewhere the ISO 4217 code stands. */
const SIGNS: Readonly<Record<Language, Partial<Record<Currency, string>>>> = {
  bg: { BGN: 'лв.', EUR: '€', USD: '$' },
  ro: { MDL: 'lei', EUR: '€', USD: '$' },
  uk: { UAH: 'грн', EUR: '€', USD: '$' },
  nb: { NOK: 'kr', EUR: '€', USD: '$' },
  en: { EUR: '€', USD: '$' },
};

// Making a formatter costs far more than using it; there are 5 languages × 7 currencies × 2 of them.
const moneyFormats = new Map<string, Intl.NumberFormat>();
const numberFormats = new Map<Language, Intl.NumberFormat>();

const moneyFormat = (language: Language, currency: Currency, digits: 0 | 2): Intl.NumberFormat => {
  const key = `${language}/${currency}/${digits}`;
  const known = moneyFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: SIGNS[language][currency] ? 'narrowSymbol' : 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: 'always',
  });
  moneyFormats.set(key, made);
  return made;
};

/** "2 000 лв.", "300 lei", "€1,500.50": grouped and placed by the language's rules (CLDR), no decimals where there are none. */
export function moneyText(money: Money, language: Language): string {
  const sign = SIGNS[language][money.currency];
  return moneyFormat(language, money.currency, Number.isInteger(money.amount) ? 0 : 2)
    .formatToParts(money.amount)
    .map((part) => (part.type === 'currency' && sign ? sign : part.value))
    .join('');
}

export function numberText(value: number, language: Language): string {
  let format = numberFormats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: 'always' });
    numberFormats.set(language, format);
  }
  return format.format(value);
}

/** "20–35", "20+", "≤ 35"; empty if both sides are open. Low first, whichever way round it was written. */
const spanText = ({ from, to }: Span): string => {
  if (from !== null && to !== null) return from === to ? String(from) : `${Math.min(from, to)}–${Math.max(from, to)}`;
  return from !== null ? `${from}+` : to !== null ? `≤ ${to}` : '';
};

/** "10 % (all parents)", "+15 %". The space is unbreakable. */
const percentText = ({ value, of, base }: Percent, language: Language): string => {
  const sign = of === 'growth' && value > 0 ? '+' : '';
  return `${sign}${numberText(value, language)}\u00a0%${base === '' ? '' : ` (${base})`}`;
};

/**
 * A field's value as text; empty where nobody has said anything.
 * @param board where links are read: gives the linked cards' texts; without it their number, "→ 2".
 */
export function fieldText(field: Pick<Field, 'input'>, value: unknown, language: Language, board?: BoardReader): string {
  if (isEmpty(value)) return '';
  const { input } = field;
  switch (input.as) {
    case 'line':
    case 'lines':
      return String(value);
    case 'count':
      return numberText(value as number, language);
    case 'span':
      return spanText(value as Span);
    case 'money':
      return moneyText(value as Money, language);
    case 'percent':
      return percentText(value as Percent, language);
    case 'choice':
      return labelOf(input.options, value as string, language);
    case 'choices':
      return (value as readonly string[]).map((each) => labelOf(input.options, each, language)).join(', ');
    case 'links':
      return linksText(value as readonly string[], board);
    case 'levels':
      return levelsText(input.scales, value as Levels, language);
  }
}

/** What a field is called, and what it says: "Who: Maria"; a label that asks needs no colon. */
export const labelled = (label: string, value: string): string => (/[?!]$/u.test(label) ? `${label} ${value}` : `${label}: ${value}`);

/** "Likelihood: 4, consequence: don’t know"; a part nobody gave is a dash. */
function levelsText(scales: readonly Scale[], value: Levels, language: Language): string {
  const parts = scales.map(({ part, label, options }) => {
    const said = options.find((option) => option.value === value[part])?.label[language];
    return `${label[language]}: ${said ?? '–'}`;
  });
  return parts.map((part, at) => (at === 0 ? part : part.charAt(0).toLocaleLowerCase(language) + part.slice(1))).join(', ');
}

function linksText(ids: readonly string[], board: BoardReader | undefined): string {
  if (!board) return `→ ${ids.length}`;
  const linked = ids.map((id) => board.get(id)).filter((record) => record !== undefined && record.gone === null && record.text !== '');
  return linked.map((record) => oneLine(record?.text ?? '')).join('; ');
}

/** A text on one line, cut at `max` visible characters with "…". */
export function oneLine(text: string, max = Number.POSITIVE_INFINITY): string {
  const folded = text.replace(/\s+/gu, ' ').trim();
  // Every grapheme has at least one code unit, so short texts need no segmenting.
  if (folded.length <= max) return folded;
  const parts = segments(folded);
  return parts.length <= max
    ? folded
    : `${parts
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/** A field with its value, ready to be shown. */
export interface FieldLine {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** Everything a card says in its fields: those its slot asks for, in the slot's order, then what it brought from other slots. */
export function fieldLines(
  record: BoardRecord,
  type: ObjectType | undefined,
  slot: Slot | undefined,
  language: Language,
  board?: BoardReader,
): readonly FieldLine[] {
  if (!type) return [];
  const asked = slot?.fields ?? [];
  const names = [...asked, ...Object.keys(type.facets).filter((name) => !asked.includes(name))];
  const lines: FieldLine[] = [];
  for (const name of names) {
    const field = type.facets[name];
    const value = field ? fieldText(field, record.fields[name], language, board) : '';
    if (field && value !== '') lines.push({ name, label: field.label[language], value });
  }
  return lines;
}

/** Whether a card says all that is wanted of it: a text and every wanted (★) field of its slot. */
export const isComplete = (record: BoardRecord, slot: Slot): boolean =>
  !record.inert && record.text.trim() !== '' && slot.wanted.every((name) => !isEmpty(record.fields[name]));
