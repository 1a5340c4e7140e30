// What a card's text says in passing, as values of its fields: amounts, shares, ages, whether a resource is there. The text itself
// stays as written; a value that is not clear is not set.

import type { Percent, Span } from '../../board/index.ts';
import { type Currency, findMoney, findPercent, type Language, LIMITS, type Money } from '../../core/index.ts';
import type { Address } from './model.ts';

/** Values by the names of fields.ts, and the common facet `sensitive`. */
export interface CardFields {
  readonly cost?: Money;
  readonly availability?: 'have' | 'missing' | 'promised';
  readonly quantity?: string;
  readonly size?: number;
  readonly age?: Span;
  readonly share?: Percent;
  /** The card names people whose place and contacts must not become public. */
  readonly sensitive?: true;
}

export interface FieldContext {
  readonly language: Language;
  readonly currency?: Currency;
  /** The label says that what stands under it is there. */
  readonly have: boolean;
}

const word = (words: string): string => `(?<!\\p{L})(?:${words})(?!\\p{L})`;

const MISSING = new RegExp(
  word(
    "липсва(?:т|щ\\p{L}*)?|липса|н[ея]ма(?:ме)?|не\\s+достига(?:т)?|недостиг\\p{L}*|lipse(?:[sșş]te|sc)|lips[aăeă]|nu\\s+avem|insuficient\\p{L}*|бракує|немає|нема|відсутн\\p{L}*|не\\s+вистачає|mangl(?:er|ende)|har\\s+ikke|missing|lacking|we\\s+lack|don[’']t\\s+have",
  ),
  'iu',
);
const PROMISED = new RegExp(word('обещан\\p{L}*|promis(?:ă|e|i)?|обіцян\\p{L}*|lovet|lovte|promised'), 'iu');
/** "We have" only as a mark of its own: "имаме нужда от …" says the opposite. */
const HAVE_WORDS =
  'имаме(?:\\s+го|\\s+я|\\s+ги)?|има|налич\\p{L}+|в\\s+наличност|avem|exist[aă]|existent\\p{L}*|disponibil\\p{L}*|є|маємо|наявн\\p{L}*|в\\s+наявності|har(?:\\s+vi)?|finnes|tilgjengelig\\p{L}*|have(?:\\s+it)?|available|in\\s+place';
const HAVE = new RegExp(`(?:[–—:(,]|\\s-)\\s*(?:${HAVE_WORDS})\\s*(?:[).,;!(]|$)|^(?:${HAVE_WORDS})\\s*(?:[–—:]|-\\s)`, 'iu');
const QUANTITY = /(?<![\d.,])\d{1,6}\s?(?:бр(?:оя|ой)?|шт(?:ук)?|buc(?:ăți|ati)?|stk|stykk(?:er)?|pcs|pieces)(?!\p{L})\.?/iu;

function availabilityIn(text: string, address: Address, have: boolean): CardFields['availability'] {
  if (PROMISED.test(text)) return 'promised';
  if (MISSING.test(text)) return 'missing';
  if (HAVE.test(text)) return 'have';
  return address === 'missing-resources' ? 'missing' : have ? 'have' : undefined;
}

const YEARS =
  '(?:г(?:одишн\\p{L}*|одини|од)?|години|ani|de\\s+ani|рок(?:ів|и)|р(?:\\.?\\s?р)?|år(?:ige|inger)?|years?(?:\\s+olds?)?|yrs?|y\\.?o)(?!\\p{L})';
const AGES: readonly (readonly [RegExp, (low: number, high: number) => Span])[] = [
  [
    new RegExp(`(?<![\\d.,/])(\\d{1,3})\\s?(?:[-–—]|до|la|până\\s+la|pana\\s+la|til|to|și|и)\\s?(\\d{1,3})\\s?(?:-|–)?\\s?(?:de\\s+)?${YEARS}`, 'iu'),
    (from, to) => ({ from, to }),
  ],
  [
    new RegExp(
      `${word('над|след|повече\\s+от|peste|понад|старш\\p{L}*|від|over|fra|above|older\\s+than|от')}\\s(\\d{1,3})(?:\\s?[-–]?\\s?(?:de\\s+)?${YEARS})`,
      'iu',
    ),
    (from) => ({ from, to: null }),
  ],
  [
    new RegExp(`${word('под|до|sub|până\\s+la|pana\\s+la|under|below|молодш\\p{L}*|inntil')}\\s(\\d{1,3})(?:\\s?[-–]?\\s?(?:de\\s+)?${YEARS})`, 'iu'),
    (to) => ({ from: null, to }),
  ],
  [/(?<![\d.,])(\d{2,3})\s?\+(?!\s?\d)/u, (from) => ({ from, to: null })],
];

function ageIn(text: string): Span | undefined {
  for (const [pattern, span] of AGES) {
    const found = pattern.exec(text);
    if (!found) continue;
    const low = Number(found[1]);
    const high = Number(found[2] ?? found[1]);
    if (Math.max(low, high) > 130) continue;
    // Turned round on paper: 25–18.
    return span(Math.min(low, high), Math.max(low, high));
  }
  return undefined;
}

const PEOPLE =
  'души|човека|хора|лица|деца|жени|мъже|майки|младежи|ученици|семейства|пенсионери|потребители|читатели|persoane|oameni|copii|femei|tineri|elevi|familii|pensionari|осіб|людей|дітей|жінок|учнів|родин|сімей|читачів|користувачів|людини|personer|mennesker|barn|kvinner|ungdommer|elever|familier|people|persons|children|women|pupils|families|users';
const SIZE = new RegExp(
  `(?<![\\d.,–-])(\\d{1,3}(?:[ \\u00a0.]\\d{3})+|\\d{1,8})\\s(?:de\\s)?(?:\\p{L}+\\s)?(?:${PEOPLE})(?!\\p{L})|(?:${word('брой|около|приблизително|circa|aproximativ|близько|приблизно|rundt|ca|about|around|number|antall|кількість|numărul?')})[.:]?\\s(\\d{1,3}(?:[ \\u00a0]\\d{3})+|\\d{1,8})(?!\\s?(?:г|ani|рок|år|year|%|[-–]))`,
  'iu',
);

function sizeIn(text: string): number | undefined {
  const found = SIZE.exec(text);
  const size = Number((found?.[1] ?? found?.[2] ?? '').replace(/[^\d]/gu, ''));
  return found && size > 0 && size <= LIMITS.groupSizeMax ? size : undefined;
}

/** People whom a place or a contact in a public report could put in danger or shame. */
const SENSITIVE =
  /насили|жертв[аи]|трафик|малтретиран|зависимост|наркозависим|violen[tțţ]|victime|abuz|trafic\s+de|dependen[tțţ]|насильств|постраждал|залежн(?:ість|ост|их)|voldsutsatt|\bvold|mishandl|rusavhengig|overgrep|violence|victims?|abuse|traffick|addict/iu;

const EFFECTS: ReadonlySet<Address> = new Set(['effect', 'social-effect', 'economic-effect', 'results']);

/** The values a card's text gives in its cell. */
export function fieldsIn(text: string, address: Address, context: FieldContext): CardFields {
  const counted = /\d/u.test(text);
  const money = (): CardFields => {
    if (!counted) return {};
    const found = findMoney(
      text,
      context.currency === undefined ? { language: context.language } : { language: context.language, currency: context.currency },
    );
    return found ? { cost: found.money } : {};
  };
  if (address === 'resources' || address === 'missing-resources') {
    const availability = availabilityIn(text, address, context.have);
    const quantity = counted ? QUANTITY.exec(text)?.[0] : undefined;
    return { ...money(), ...(availability ? { availability } : {}), ...(quantity ? { quantity } : {}) };
  }
  if (address === 'activities' || address === 'costs' || address === 'income') return money();
  if (address === 'target-group') {
    const size = counted ? sizeIn(text) : undefined;
    const age = counted ? ageIn(text) : undefined;
    return { ...(size === undefined ? {} : { size }), ...(age ? { age } : {}), ...(SENSITIVE.test(text) ? { sensitive: true } : {}) };
  }
  if (EFFECTS.has(address)) {
    const percent = counted ? findPercent(text)?.percent : undefined;
    return { ...(address === 'economic-effect' ? money() : {}), ...(percent ? { share: percent } : {}) };
  }
  return {};
}
