// A field: one typed attribute of a card. It is written once and feeds reading (facet), the details form, the outline, the sheet
// parser, the exports and the report.
import { fail, isRecord, issue, type Language, LIMITS, type Localized, type Money, ok, parseMoneyValue } from '../core/index.ts';
import { type Facet, idFacet, listFacet, orNull, partsFacet, textFacet, wholeFacet } from '../document/index.ts';

export interface Option {
  readonly value: string;
  readonly label: Localized;
}

/** A share or growth: `value` in percent. A share (0–100) needs a base; growth may exceed 100. */
export interface Percent {
  readonly value: number;
  readonly of: 'share' | 'growth';
  /** What 100 % is; empty = nobody said, which is flagged. */
  readonly base: string;
}

/** Two whole numbers, low first. Null = open on that side. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

/** How a field is asked for and shown. */
export type FieldInput =
  | { readonly as: 'line' }
  | { readonly as: 'lines' }
  | { readonly as: 'count'; readonly max: number }
  | { readonly as: 'span'; readonly max: number }
  | { readonly as: 'money' }
  | { readonly as: 'percent' }
  | { readonly as: 'choice'; readonly options: readonly Option[] }
  | { readonly as: 'choices'; readonly options: readonly Option[] }
  /** Cards of the same board, of these types. */
  | { readonly as: 'links'; readonly types: readonly string[] }
  /** A place on several scales at once, one level of each: one value, so that two people never give a pair nobody chose. */
  | { readonly as: 'levels'; readonly scales: readonly Scale[] };

/** One part of a `levels` value. Levels are ordinal: they are told apart and compared, never added or multiplied. */
export interface Scale {
  readonly part: string;
  readonly label: Localized;
  readonly options: readonly { readonly value: number | string; readonly label: Localized }[];
}

/** What a `levels` field says, by part; null = nobody said. */
export type Levels = Readonly<Record<string, number | string | null>>;

export interface Field<V = unknown> extends Facet<V> {
  readonly label: Localized;
  readonly input: FieldInput;
  /** Never in anything public: contacts, places of sensitive groups. */
  readonly confidential: boolean;
  /** Links that the sheet says otherwise, or that are only a wish: kept, exported and followed, but not drawn and not joined by hand. */
  readonly isQuiet: boolean;
}

export type Fields = Readonly<Record<string, Field>>;

interface Traits {
  readonly confidential?: boolean;
  readonly isQuiet?: boolean;
}

const field = <V>(facet: Facet<V>, label: Localized, input: FieldInput, traits: Traits = {}): Field<V> => ({
  ...facet,
  label,
  input,
  confidential: traits.confidential ?? false,
  isQuiet: traits.isQuiet ?? false,
});

export const line = (label: Localized, traits?: Traits): Field<string | null> => field(orNull(textFacet()), label, { as: 'line' }, traits);

export const lines = (label: Localized, traits?: Traits): Field<string | null> =>
  field(orNull(textFacet(LIMITS.cardTextMax)), label, { as: 'lines' }, traits);

export const count = (label: Localized, max: number, traits?: Traits): Field<number | null> =>
  field(orNull(wholeFacet(0, max)), label, { as: 'count', max }, traits);

export const span = (label: Localized, max: number, traits?: Traits): Field<Span | null> =>
  field(orNull(partsFacet({ from: orNull(wholeFacet(0, max)), to: orNull(wholeFacet(0, max)) })), label, { as: 'span', max }, traits);

const moneyFacet: Facet<Money> = { fallback: { amount: 0, currency: 'EUR' }, parse: parseMoneyValue };

export const money = (label: Localized, traits?: Traits): Field<Money | null> => field(orNull(moneyFacet), label, { as: 'money' }, traits);

const percentFacet: Facet<Percent> = {
  fallback: { value: 0, of: 'share', base: '' },
  parse(value) {
    if (!isRecord(value) || typeof value.value !== 'number' || !Number.isFinite(value.value)) return fail(issue('not-a-percent'));
    const of = value.of === 'growth' ? 'growth' : 'share';
    const base = typeof value.base === 'string' ? value.base.slice(0, LIMITS.attributeMax) : '';
    if (of === 'share' && (value.value < 0 || value.value > 100)) return fail(issue('not-in-range', 'value'));
    if (Math.abs(value.value) > 1e6) return fail(issue('not-in-range', 'value'));
    return ok({ value: value.value, of, base });
  },
};

export const percent = (label: Localized, traits?: Traits): Field<Percent | null> => field(orNull(percentFacet), label, { as: 'percent' }, traits);

const choiceOf = (options: readonly Option[]): Facet<string> => ({
  fallback: options[0]?.value ?? '',
  parse: (value) => (options.some((option) => option.value === value) ? ok(value as string) : fail(issue('not-a-choice'))),
});

/** `options`: value → label. */
export const choice = (label: Localized, options: Readonly<Record<string, Localized>>, traits?: Traits): Field<string | null> => {
  const list = optionsOf(options);
  return field(orNull(choiceOf(list)), label, { as: 'choice', options: list }, traits);
};

export const choices = (label: Localized, options: Readonly<Record<string, Localized>>, traits?: Traits): Field<readonly string[]> => {
  const list = optionsOf(options);
  return field(listFacet(choiceOf(list), list.length), label, { as: 'choices', options: list }, traits);
};

export const links = (label: Localized, types: readonly string[], traits?: Traits): Field<readonly string[]> =>
  field(listFacet(idFacet, LIMITS.linksMax), label, { as: 'links', types }, traits);

export const levels = <V extends Levels>(label: Localized, facet: Facet<V>, scales: readonly Scale[], traits?: Traits): Field<V | null> =>
  field(orNull(facet), label, { as: 'levels', scales }, traits);

const optionsOf = (options: Readonly<Record<string, Localized>>): readonly Option[] =>
  Object.entries(options).map(([value, label]) => ({ value, label }));

/** Whether nobody has said anything in this field. */
export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.values(value).every((part) => part === null));

/** An option's label in a language; the value itself where there is none. */
export const labelOf = (options: readonly Option[], value: string, language: Language): string =>
  options.find((option) => option.value === value)?.label[language] ?? value;
