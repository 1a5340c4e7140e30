// Percentages as people write them: `10 % от безработните`, `+25%`, `ръст 150 процента`. A share needs a base: who says `10 %
// employed` has not said of whom, and is told so.
import { LIMITS } from './limits.ts';
import { fail, issue, ok, type Result } from './result.ts';
import { cleanLine } from './text.ts';

export interface PercentReading {
  readonly percent: {
    /** In percent; negative only for growth ("15 % fewer" is −15). */
    readonly value: number;
    /** A share is 0–100; growth may exceed 100. */
    readonly of: 'share' | 'growth';
    /** What 100 % is; empty = nobody said. */
    readonly base: string;
  };
  /** False = flagged: nobody said what it is a percentage of. */
  readonly hasBase: boolean;
}

const SIGN = '%|٪|процент\\p{L}*|на\\s+сто(?!\\p{L})|відсот\\p{L}*|la\\s+sut[aă](?!\\p{L})|prosent(?:poeng)?|pst(?!\\p{L})\\.?|percent|per\\s+cent';
const PERCENT = new RegExp(`(?<!\\d)(?<!\\d[.,])(\\d{1,12}(?:[.,]\\d{1,3})?)\\s{0,3}(?:${SIGN})`, 'giu');

const MORE =
  /(?<!\p{L})(?:ръст\p{L}*|увелич\p{L}*|нараст\p{L}*|повиш\p{L}*|повече|cre[sșş]te\p{L}*|spor\p{L}*|m[aă]rire\p{L}*|mai\s+mul[tțţ]\p{L}*|зрост\p{L}*|приріст\p{L}*|збільш\p{L}*|підвищ\p{L}*|більше|øk\p{L}*|vekst\p{L}*|stig\p{L}*|flere|growth|grow\p{L}*|increas\p{L}*|rise|more)(?!\p{L})/iu;
const FEWER =
  /(?<!\p{L})(?:намал\p{L}*|спад\p{L}*|по-малко|sc[aă]de\p{L}*|reduce\p{L}*|mai\s+pu[tțţ]in\p{L}*|зменш\p{L}*|зниж\p{L}*|зниз\p{L}*|менше|nedgang\p{L}*|reduksjon\p{L}*|reduser\p{L}*|færre|decreas\p{L}*|reduc\p{L}*|fewer|less)(?!\p{L})/iu;
/** "up to 40 %" is a level that will be reached, not a growth by 40 %. */
const LEVEL = /(?<!\p{L})(?:до|la|til|to)\s{1,2}$/iu;

const BASE = /^\s{0,3}(?:от|з|із|від|серед|din|dintre|av|of|among)\s{1,3}(?<base>[^;:()!?\n,]{1,160})/iu;
const COMPARED =
  /(?<!\p{L})(?:спрямо|в\s+сравнение\s+с|fa[tțţ][aă]\s+de|порівняно\s+(?:з|із)|[ву]\s+порівнянні\s+(?:з|із)|проти|sammenlignet\s+med|i\s+forhold\s+til|mot|compared\s+(?:with|to))\s{1,3}(?<base>[^;:()!?\n,]{1,160})/iu;
const WINDOW = 240;

const baseIn = (match: RegExpExecArray | null): string => {
  const written = match?.groups?.base?.split(/\.(?=\s+\p{Lu}|\s*$)/u)[0] ?? '';
  return written.trim().slice(0, LIMITS.attributeMax);
};

function readAt(text: string, start: number, number: string, end: number): Result<PercentReading> {
  const value = Number(number.replace(',', '.'));
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const after = text.slice(end, end + WINDOW);
  const around = `${before} ${after}`;
  const plus = /\+\s?$/u.test(before);
  const level = LEVEL.test(before);
  const fewer = !level && !plus && FEWER.test(around);
  const of = plus || (!level && (fewer || MORE.test(around))) ? 'growth' : 'share';
  if (value > (of === 'share' ? 100 : 1e6)) return fail(issue('not-in-range', 'value'));
  const base = (of === 'growth' ? baseIn(COMPARED.exec(after)) : '') || baseIn(BASE.exec(after));
  return ok({ percent: { value: fewer ? -value : value, of, base }, hasBase: base !== '' });
}

/** `5-10 %` is no single value. */
const inRange = (text: string, start: number): boolean => /\d\s?[-–—]\s?$/u.test(text.slice(Math.max(0, start - 6), start));

/** The first percentage inside a text; the text stays as written. Ranges and shares above 100 are passed over. */
export function findPercent(text: string): PercentReading | undefined {
  for (const match of text.matchAll(PERCENT)) {
    if (inRange(text, match.index)) continue;
    const read = readAt(text, match.index, match[1] ?? '', match.index + match[0].length);
    if (read.ok) return read.value;
  }
  return undefined;
}

/**
 * Reads the text of a percent field; a plain number is a share.
 * Errors: `not-a-percent`, `not-in-range` (a share outside 0–100).
 */
export function parsePercent(text: string): Result<PercentReading> {
  const line = cleanLine(text);
  if (line.length > LIMITS.cardTextMax) return fail(issue('not-a-percent'));
  if (/^[-−–]\s?\d/u.test(line)) return fail(issue('not-in-range', 'value'));
  if (/^\+?\s?\d{1,12}(?:[.,]\d{1,3})?$/u.test(line)) return parsePercent(`${line} %`);
  for (const match of line.matchAll(PERCENT)) {
    if (inRange(line, match.index)) continue;
    return readAt(line, match.index, match[1] ?? '', match.index + match[0].length);
  }
  return fail(issue('not-a-percent'));
}
