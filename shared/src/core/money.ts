// Money as people write it: `300лв.`, `2 000 лв.`, `1.500,50`, `1 500 NOK`. Never converted; sums are per currency.

import { isRecord } from './json.ts';
import type { Language } from './languages.ts';
import { LIMITS } from './limits.ts';
import { fail, issue, ok, type Result } from './result.ts';
import { cleanLine } from './text.ts';

/** ISO 4217 codes of the countries at the table; BGN for old Bulgarian data. */
export const CURRENCIES = ['EUR', 'BGN', 'RON', 'MDL', 'UAH', 'NOK', 'USD'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** `amount` in units of the currency (not cents), at most two decimals, 0 ≤ amount ≤ 10⁹. */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

export const isCurrency = (value: unknown): value is Currency => CURRENCIES.includes(value as Currency);

/** Reads money as a document carries it. */
export function parseMoneyValue(value: unknown): Result<Money> {
  if (!isRecord(value) || typeof value.amount !== 'number' || !Number.isFinite(value.amount) || !isCurrency(value.currency))
    return fail(issue('not-money'));
  if (value.amount < 0 || value.amount > LIMITS.amountMax) return fail(issue('not-in-range', 'amount'));
  return ok({ amount: Math.round(value.amount * 100) / 100, currency: value.currency });
}

/** How an amount is read: the language decides `1.500`, the currency an amount without one, and what `lei` are. */
export interface MoneyContext {
  readonly language: Language;
  /** The workshop's currency. Without it: `CURRENCY_OF` the language. */
  readonly currency?: Currency;
}

export interface MoneyReading {
  readonly money: Money;
  /** The amount normalised, to be shown back: groups by spaces, ISO code, e.g. `2 000 BGN`. */
  readonly echo: string;
  /** The text can mean another amount (`1.500` is 1500 here and 1.5 there; `10 x 20 лв.` is perhaps 200): show it back and ask. */
  readonly ambiguous: boolean;
}

/** Where in the text the amount stands: `text.slice(start, end)`. */
export interface FoundMoney extends MoneyReading {
  readonly start: number;
  readonly end: number;
}

/**
 * The currency people of a language write in, unless the workshop says otherwise: new workshops begin with it, and amounts without a currency
 * are read by it. Whoever writes Romanian here is at a library in Moldova, as the time zones have it.
 */
export const CURRENCY_OF: Readonly<Record<Language, Currency>> = { bg: 'EUR', ro: 'MDL', uk: 'UAH', nb: 'NOK', en: 'EUR' };

/** Symbols and words, case ignored. `LEI` is MDL or RON: the context knows. */
const NAMES = {
  EUR: ['€', 'euros?|eur|евро|євро|евра'],
  BGN: ['', 'лв|лева|лев|bgn|lv'],
  MDL: ['', 'mdl|lei\\s+moldovene[sșş]ti|молдовськ\\p{L}+\\s+ле\\p{L}+'],
  RON: ['', 'ron'],
  LEI: ['', 'lei|leu|леи|леї|лей|леїв'],
  UAH: ['₴', 'uah|грн|гривень|гривні|гривня|гривен|hrn'],
  NOK: ['', 'nok|kr|kroner|krone|крони|крон'],
  USD: ['us\\$|\\$', 'usd|dollars?|dolari|долари|долара|доларів'],
} as const;

type Name = keyof typeof NAMES;

const CURRENCY = new RegExp(
  Object.entries(NAMES)
    .map(([name, [symbols, words]]) => `(?<${name}>${symbols === '' ? '' : `${symbols}|`}(?<!\\p{L})(?:${words})(?!\\p{L})\\.?)`)
    .join('|'),
  'giu',
);

/** What may stand before its number: `NOK 1500`, `€300`, `kr. 20`. */
const LEADING = /^(?:€|us\$|\$|₴|nok|kr|eur|usd|ron|mdl|uah|bgn)\.?$/iu;

const THOUSANDS = 'хил|хиляд\\p{L}*|тис|тисяч\\p{L}*|mii|mie|tusen|thousand|k';
const MILLIONS = 'млн|милион\\p{L}*|мільйон\\p{L}*|mil|milio\\p{L}*|mill|millio\\p{L}*';
const NUMBER = `\\d[\\d.,'’\\s]*?`;
const SCALE = `(?<even>[.,][-–—]{1,2})?\\s*(?:(?<k>${THOUSANDS})(?!\\p{L})\\.?|(?<m>${MILLIONS})(?!\\p{L})\\.?)?`;
const NUMBER_BEFORE = new RegExp(`(?<number>${NUMBER})${SCALE}\\s*(?:(?<=\\s)de\\s+)?$`, 'iu');
const NUMBER_AFTER =
  /^\s{0,2}(?<number>\d{1,3}(?:[\s’']\d{3})+(?:[.,]\d{1,3})?(?!\d)|\d[\d.,]*(?<=\d))(?<even>[.,][-–—]{1,2})?(?:\s?(?:(?<k>тис|хил|mii|tusen|thousand)|(?<m>млн|mill?|million))(?!\p{L})\.?)?/iu;
const NUMBER_ALONE = new RegExp(`^(?<number>${NUMBER})${SCALE}$`, 'iu');
/** Longer than any amount with its currency: what is read at one place stays bounded. */
const WINDOW = 48;

const SEPARATORS = Object.fromEntries(
  (['bg', 'ro', 'uk', 'nb', 'en'] as const).map((language) => {
    const parts = new Intl.NumberFormat(language).formatToParts(1_234_567.8);
    return [language, parts.find((part) => part.type === 'decimal')?.value === '.' ? '.' : ','];
  }),
) as Readonly<Record<Language, '.' | ','>>;

/**
 * Digits with separators as a number. Spaces and apostrophes group. Of `.` and `,` the last one is the decimal sign if both occur, or
 * if one or two digits follow it. Before exactly three digits a single one is ambiguous: the language's decimal sign (CLDR) stays one,
 * anything else groups; so `1.500` is 1500 in bg, ro, uk and nb, though only ro groups by points, and 1.5 in en.
 */
export function readNumber(written: string, language: Language): { readonly value: number; readonly ambiguous: boolean } | undefined {
  const text = written.trim();
  if (!/^\d{1,3}(?:[\s'’]\d{3})*(?![\d\s'’])|^\d+(?![\s'’])/u.test(text)) return undefined;
  const digits = text.replace(/[\s'’]/gu, '');
  const grouped = digits.length < text.length;
  if (!/^\d+(?:[.,]\d+)*$/u.test(digits)) return undefined;
  const signs = digits.replace(/\d/gu, '');
  if (signs === '') return { value: Number(digits), ambiguous: false };
  const last = signs.at(-1) as string;
  const at = digits.lastIndexOf(last);
  const whole = digits.slice(0, at);
  const fraction = digits.slice(at + 1);
  const decimal = (): number => Number(`${whole.replace(/[.,]/gu, '')}.${fraction}`);
  const group = (part: string): boolean => /^\d{1,3}(?:[.,]\d{3})+$/u.test(part);
  if (signs.length === 1) {
    if (fraction.length <= 2) return { value: decimal(), ambiguous: false };
    if (fraction.length > 3 || grouped) return undefined;
    if (whole === '0' || whole.length > 3) return { value: decimal(), ambiguous: whole !== '0' };
    return { value: SEPARATORS[language] === last ? decimal() : Number(whole + fraction), ambiguous: true };
  }
  if (grouped) return undefined;
  const others = signs.slice(0, -1);
  if (others === last.repeat(others.length)) return group(digits) ? { value: Number(digits.replace(/[.,]/gu, '')), ambiguous: false } : undefined;
  if (others.includes(last) || !group(whole) || fraction.length > 2) return undefined;
  return { value: decimal(), ambiguous: false };
}

/** An amount as it is shown back: `1 500,50 EUR` (`1 500.50 EUR` in English). Reading it again gives the same money. */
export function echoMoney(money: Money, language: Language): string {
  const [whole = '', cents = ''] = money.amount.toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ' ');
  return `${grouped}${cents === '00' ? '' : `${SEPARATORS[language]}${cents}`} ${money.currency}`;
}

function currencyOf(groups: Readonly<Record<string, string | undefined>>, context: MoneyContext): Currency {
  const name = (Object.keys(NAMES) as Name[]).find((each) => groups[each] !== undefined);
  // Two countries have lei; a workshop that counts in one of them means its own.
  if (name === 'LEI') return context.currency === 'RON' ? 'RON' : CURRENCY_OF.ro;
  return name ?? context.currency ?? CURRENCY_OF[context.language];
}

/** `1.500,-` says that there are no cents, so its point groups. */
function numberOf(
  written: string,
  even: string | undefined,
  language: Language,
): { readonly value: number; readonly ambiguous: boolean } | undefined {
  const number = readNumber(written, language);
  return number?.ambiguous && even !== undefined ? { value: Number(written.replace(/\D/gu, '')), ambiguous: false } : number;
}

const scaleOf = (groups: Readonly<Record<string, string | undefined>>): number => (groups.k ? 1e3 : groups.m ? 1e6 : 1);

const reading = (amount: number, currency: Currency, ambiguous: boolean, language: Language): Result<MoneyReading> => {
  const money = parseMoneyValue({ amount, currency });
  return money.ok ? ok({ money: money.value, echo: echoMoney(money.value, language), ambiguous }) : money;
};

/** Of `tel 12 300`, the digits that can belong to one number counted from the end: `12 300`; of `2024 300`: `300`. */
function lastNumber(run: string): string {
  const chunks = run.split(/(?<=\s)(?=\d)/u);
  let number = chunks.pop() ?? '';
  while (chunks.length > 0 && /^\d{1,3}\s$/u.test(chunks.at(-1) ?? '') && /^\d{3}(?!\d)/u.test(number)) number = `${chunks.pop() ?? ''}${number}`;
  return number;
}

const RANGE = /\d\s?[-–—]\s?$|\d\s+(?:до|до|la|til|to|и|and)\s+$/u;
const TIMES = /\d\s*(?:\p{L}{1,4}\.?\s*)?[xх×*]\s*$/iu;

/** The amount at one currency name, before it or after it; undefined where there is none or only a range. */
function readAround(
  text: string,
  match: RegExpMatchArray,
  context: MoneyContext,
): (FoundMoney & { readonly refused?: false }) | { readonly refused: true } | undefined {
  const at = match.index ?? 0;
  const name = match[0];
  const currency = currencyOf(match.groups ?? {}, context);
  const left = text.slice(Math.max(0, at - WINDOW), at);
  const before = /[\d\p{L}.\-–—\s]$/u.test(left) ? NUMBER_BEFORE.exec(left) : null;
  let start = at;
  let end = at + name.length;
  let number: string | undefined;
  let groups: Record<string, string | undefined> = {};
  if (before?.groups?.number !== undefined) {
    groups = before.groups;
    number = lastNumber(before.groups.number.trimEnd());
    start = at - left.length + before.index + before.groups.number.trimEnd().length - number.length;
  } else if (LEADING.test(name)) {
    const after = NUMBER_AFTER.exec(text.slice(end, end + WINDOW));
    if (after?.groups?.number === undefined) return undefined;
    groups = after.groups;
    number = after.groups.number;
    end += after[0].length;
  }
  if (number === undefined) return undefined;
  const lead = text.slice(Math.max(0, start - 16), start);
  // 300–500 лв. is no amount; "20 стола - 300 лв." is one.
  if (/\d[-–—]$/u.test(lead) || /\d$/u.test(lead)) return undefined;
  const parsed = numberOf(number, groups.even, context.language);
  if (!parsed) return undefined;
  const read = reading(parsed.value * scaleOf(groups), currency, parsed.ambiguous || RANGE.test(lead) || TIMES.test(lead), context.language);
  return read.ok ? { ...read.value, start, end } : { refused: true };
}

/** The first amount with a currency inside a text; the text stays as written. Ranges (`300–500 лв.`) and refused amounts are passed over. */
export function findMoney(text: string, context: MoneyContext): FoundMoney | undefined {
  for (const match of text.matchAll(CURRENCY)) {
    const found = readAround(text, match, context);
    if (found && !found.refused) return found;
  }
  return undefined;
}

/**
 * Reads a text that is nothing but an amount. A plain number takes the context's currency.
 * Errors: `not-money` (kept as text, not summed), `not-in-range` (negative or above 10⁹).
 */
export function parseMoney(text: string, context: MoneyContext): Result<MoneyReading> {
  const line = cleanLine(text);
  if (line.length > WINDOW) return fail(issue('not-money'));
  const unsigned = line.replace(/^\+\s?/u, '').replace(/^([€$₴])\s?[-−–]/u, '-$1');
  if (/^[-−–]\s?(?:\d|\p{Sc}|\p{L}+\.?\s?\d)/u.test(unsigned))
    return fail(issue(parseMoney(unsigned.slice(1), context).ok ? 'not-in-range' : 'not-money'));
  for (const match of unsigned.matchAll(CURRENCY)) {
    const found = readAround(unsigned, match, context);
    if (found?.refused) return fail(issue('not-in-range', 'amount'));
    if (found && found.start === 0 && found.end === unsigned.length) return ok({ money: found.money, echo: found.echo, ambiguous: found.ambiguous });
  }
  const alone = NUMBER_ALONE.exec(unsigned);
  const number = alone?.groups?.number === undefined ? undefined : numberOf(alone.groups.number, alone.groups.even, context.language);
  if (!alone || !number) return fail(issue('not-money'));
  return reading(number.value * scaleOf(alone.groups ?? {}), context.currency ?? CURRENCY_OF[context.language], number.ambiguous, context.language);
}
