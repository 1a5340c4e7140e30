// Finding the marks of a sheet in a text: headings of groups and labels of fields, each as a range of the text. It decides what is a
// label by its words and by what follows them; what the marks make of the text is decided in sheetParse.ts. Longer than most files:
// headings and labels share words, numbering and separators.
import type { Language } from '../../core/index.ts';
import type { Address } from './model.ts';
import { type LabelPlace, ORDINALS, PASSED_OVER, QUALIFIERS, TABLE_WORDS, VOCABULARY } from './sheetLabels.ts';
import { fold, withinOneEdit } from './sheetWords.ts';

/** A heading or label at `[at, end)` of the text; what belongs to it begins at `end`. */
export interface Mark {
  readonly kind: 'heading' | 'group' | 'other' | 'label';
  readonly at: number;
  readonly end: number;
  /** Only for labels. */
  readonly address: Address | undefined;
  /** Cards under it are said to be there: `Имаме:`. */
  readonly have: boolean;
  /** The phrase, the same for two spellings of one label. */
  readonly key: string;
  readonly languages: readonly Language[];
  /** The form this label is printed on, where only one has it. */
  readonly form: 'a' | 'b' | undefined;
}

interface Stem {
  readonly letters: string;
  readonly open: boolean;
}

interface Phrase {
  readonly words: readonly Stem[];
  readonly place: LabelPlace;
  readonly weak: boolean;
  readonly have: boolean;
  readonly form: 'a' | 'b' | undefined;
  readonly languages: Language[];
  readonly key: string;
}

const FORM_A: ReadonlySet<string> = new Set(['target-group', 'needs', 'identifying', 'plan', 'information', 'effect']);
const FORM_B: ReadonlySet<string> = new Set(['service', 'aim', 'missing-resources', 'results']);
const foldAll = (words: Iterable<string>): ReadonlySet<string> => new Set([...words].map(fold));
const passedOver = foldAll(PASSED_OVER);
const tableWords = foldAll(TABLE_WORDS);
const ordinals = foldAll(ORDINALS);
const qualifiers = new Map([...QUALIFIERS].map(([word, says]) => [fold(word), says]));
const prefix = (word: string): string => word.slice(0, 3);

function readVocabulary(): readonly Phrase[] {
  const phrases = new Map<string, Phrase>();
  for (const [language, places] of Object.entries(VOCABULARY) as [Language, Record<string, string>][]) {
    for (const [place, list] of Object.entries(places)) {
      for (const written of list.split('|')) {
        const weak = written.includes('!');
        const all = written.replace('!', '').trim().split(/\s+/u);
        const words = all
          .map((word) => ({ letters: fold(word.replace('*', '')), open: word.endsWith('*') }))
          .filter((word) => all.length === 1 || word.open || !passedOver.has(word.letters));
        const key = `${place} ${words.map((word) => word.letters).join(' ')}`;
        const known = phrases.get(key);
        if (known) {
          if (!known.languages.includes(language)) known.languages.push(language);
          continue;
        }
        const meant = place === 'identifying' ? 'service' : place === 'plan' || place === 'have' ? 'resources' : (place as LabelPlace);
        const form = FORM_A.has(place) ? 'a' : FORM_B.has(place) ? 'b' : undefined;
        phrases.set(key, { words, place: meant, weak, have: place === 'have', form, languages: [language], key });
      }
    }
  }
  return [...phrases.values()].sort((a, b) => b.words.length - a.words.length);
}

const PHRASES = readVocabulary();
const BY_PREFIX = new Map<string, Phrase[]>();
for (const phrase of PHRASES) {
  const at = prefix(phrase.words[0]?.letters ?? '');
  BY_PREFIX.set(at, [...(BY_PREFIX.get(at) ?? []), phrase]);
}

/** Phrases that may hold a typing fault: one long word that is nothing else. */
const LONE = PHRASES.filter((phrase) => phrase.words.length === 1 && !phrase.weak && (phrase.words[0]?.letters.length ?? 0) >= 6);

const fits = (stem: Stem, word: string): boolean =>
  stem.open ? word.startsWith(stem.letters) && word.length <= stem.letters.length + 5 : word === stem.letters;
const nearlyFits = (stem: Stem, word: string): boolean =>
  stem.letters.length >= 6 &&
  Math.abs(word.length - stem.letters.length) <= (stem.open ? 5 : 1) &&
  (stem.open ? [-1, 0, 1].some((more) => withinOneEdit(word.slice(0, stem.letters.length + more), stem.letters)) : withinOneEdit(word, stem.letters));

interface Word {
  readonly folded: string;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}’'ʼ`]+/uy;
const JOIN = /[ \t\u00a0]{0,2}[/\\&+]?[ \t\u00a0]{0,2}|-/uy;
const LONGEST = 8;

/** Words from `at` on, as far as they may belong to one label: joined by spaces, `/`, `&` or a hyphen without spaces. */
function wordsFrom(text: string, at: number, lineEnd: number): readonly Word[] {
  const words: Word[] = [];
  let next = at;
  while (words.length < LONGEST) {
    WORD.lastIndex = next;
    const found = WORD.exec(text);
    if (!found || WORD.lastIndex > lineEnd || found[0].length > 40) break;
    words.push({ folded: fold(found[0]), end: WORD.lastIndex });
    next = WORD.lastIndex;
    JOIN.lastIndex = next;
    const join = text[next] === '-' ? '-' : (JOIN.exec(text)?.[0] ?? '');
    if (join === '') break;
    next += join.length;
  }
  return words;
}

interface Separator {
  readonly end: number;
  readonly by: 'colon' | 'question' | 'tab' | 'dash' | 'line';
  readonly says: { readonly place?: Address; readonly have?: boolean } | undefined;
}

const CLOSING = /[*_"”“»\]]{0,4}/uy;
const QUALIFIER = /[ \t]{0,2}\(([^()\n]{1,30})\)/uy;
const SEPARATORS: readonly (readonly [Separator['by'], RegExp])[] = [
  ['colon', /[ \t\u00a0]{0,4}:+[*_]{0,3}(?:[ \t\u00a0]*[-–—]+(?=\s))?/uy],
  ['tab', /[ \u00a0]{0,4}(?:\t|\|)|[ \u00a0]{3,}(?=\S)|[ \t]{0,4}(?:=|→|⇒|=>)/uy],
  ['dash', /[ \u00a0]{0,4}[–—]+[*_]{0,3}|[ \u00a0]{1,4}-{1,2}|-{1,2}(?=[\s\p{Lu}\d„“"«])/uy],
  ['question', /[ \t]{0,2}\?[*_]{0,3}(?:[ \t]{0,2}:|(?=\s|$))/uy],
  ['line', /[ \t\u00a0.*_#]{0,200}$/muy],
];
/** `Партньори-община, училище`: a hyphen without spaces heads a list if a list follows. */
const GLUED = /-(?=\p{L}[^\n]{0,200}?(?:,|\s\S+\s\S))/uy;

function separatorAt(text: string, at: number, lineEnd: number): Separator | undefined {
  const skip = (pattern: RegExp, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  let end = at + (skip(CLOSING, at)?.[0].length ?? 0);
  let says: Separator['says'];
  const bracket = skip(QUALIFIER, end);
  if (bracket && end + bracket[0].length <= lineEnd) {
    const key = fold((bracket[1] ?? '').trim());
    if (!qualifiers.has(key)) return undefined;
    says = qualifiers.get(key);
    end += bracket[0].length;
    end += skip(CLOSING, end)?.[0].length ?? 0;
  }
  for (const [by, pattern] of SEPARATORS) {
    const found = skip(pattern, end);
    if (found && end + found[0].length <= lineEnd) return { end: end + found[0].length, by, says };
  }
  return undefined;
}

interface Context {
  /** At the start of a line or table cell, or inside a paragraph. */
  readonly start: boolean;
  readonly bulleted: boolean;
  /** The character before it, white space left out. */
  readonly before: string;
  /** A label was found earlier in the text. */
  readonly open: boolean;
}

const isUpper = (text: string, at: number): boolean => /\p{Lu}/u.test(text.charAt(at));

/** Whether `by` is enough to make this phrase, here, a label. */
function mayEnd(phrase: Phrase, by: Separator['by'], upper: boolean, context: Context): boolean {
  if (by === 'question') return context.start;
  if (phrase.weak && by !== 'colon' && by !== 'tab') return false;
  if (!context.start) {
    if (by === 'colon') return upper || /[.;|]/u.test(context.before);
    return by === 'dash' && upper && /[.;!?]/u.test(context.before);
  }
  if (context.bulleted) return by === 'colon' || by === 'tab' || (by === 'dash' && upper);
  return by === 'colon' || by === 'tab' || upper || !phrase.weak;
}

const TAIL = /[ \t]{1,2}\(?[^\n:;.,–—\t]{1,45}:/uy;

/** The label whose words begin at `at`, if there is one. `from` is where its numbering and markup begin. */
function labelAt(text: string, at: number, from: number, lineEnd: number, context: Context): Mark | undefined {
  WORD.lastIndex = at;
  const opening = fold(WORD.exec(text)?.[0].slice(0, 40) ?? '');
  const mayBeTypo = context.start && opening.length >= 6 && /[:\t–—-]/u.test(text.slice(at, Math.min(lineEnd, at + 30)));
  if (!passedOver.has(opening) && !BY_PREFIX.has(prefix(opening)) && !mayBeTypo) return undefined;
  const words = wordsFrom(text, at, lineEnd);
  const said = words.map((word, index) => ({ ...word, index })).filter((word) => !passedOver.has(word.folded));
  const first = said[0];
  if (!first || first.index > 2) return undefined;
  const matching = (compare: typeof fits, among: readonly Phrase[]): readonly Phrase[] =>
    among.filter((phrase) => phrase.words.length <= said.length && phrase.words.every((stem, index) => compare(stem, said[index]?.folded ?? '')));
  let found = matching(fits, BY_PREFIX.get(prefix(first.folded)) ?? []);
  if (found.length === 0 && mayBeTypo && first.folded === opening) found = matching(nearlyFits, LONE);
  const upper = isUpper(text, at);
  const make = (phrase: Phrase, end: number, says: Separator['says']): Mark => ({
    kind: phrase.place === 'group' || phrase.place === 'other' ? phrase.place : 'label',
    at: from,
    end,
    address: phrase.place === 'group' || phrase.place === 'other' ? undefined : (says?.place ?? phrase.place),
    have: phrase.have || says?.have === true,
    key: phrase.key,
    languages: phrase.languages,
    form: says?.place === undefined ? phrase.form : FORM_B.has(says.place) ? 'b' : undefined,
  });
  for (const phrase of found) {
    const lastWord = said[phrase.words.length - 1];
    if (!lastWord) continue;
    let tail = lastWord.index;
    while (passedOver.has(words[tail + 1]?.folded ?? ' ')) tail += 1;
    for (const end of new Set([words[tail]?.end ?? lastWord.end, lastWord.end])) {
      const separator = separatorAt(text, end, lineEnd);
      if (separator && mayEnd(phrase, separator.by, upper, context)) return make(phrase, separator.end, separator.says);
    }
    if (!context.start || context.bulleted || phrase.weak || !upper || phrase.place === 'other' || phrase.place === 'group') continue;
    GLUED.lastIndex = lastWord.end;
    if (GLUED.test(text)) return make(phrase, lastWord.end + 1, undefined);
    // "Дейности през лятото: …": what stands between label and colon is content.
    TAIL.lastIndex = lastWord.end;
    const unknown = context.open ? TAIL.exec(text) : null;
    if (unknown && unknown[0].trim().split(/\s+/u).length <= 4) return make(phrase, lastWord.end, undefined);
    const bracket = /^[ \t]{1,2}\([^()\n]{2,60}\)[ \t]{0,2}(?:[:–—-]|$)/mu.exec(text.slice(lastWord.end, Math.min(lineEnd, lastWord.end + 80)));
    if (bracket) return make(phrase, lastWord.end, undefined);
  }
  return undefined;
}

const GLYPHS = '•▪·●○◦‣∙■□➢➤►✓✔✗❖';
const AFFIX = new RegExp(
  `[ \\t\\u00a0]{0,200}(?:#{1,6}[ \\t]*|[>|][ \\t]*)?(?<bullet>(?:[${GLYPHS}+]|[-–—]|\\*(?!\\*)(?=[ \\t])|o(?=\\t))[ \\t\\u00a0]*)?(?:[*_]{1,3}[ \\t]*)?(?<number>(?:[①-⑳](?:[ \\t]?[а-яa-z](?=[\\s.)]))?[.)]?|\\d{1,2}(?:\\.\\d{1,2})?[ \\t]?[а-яa-z]?[.)]|\\d{1,2}[а-яa-z]?(?=[ \\t])|[IVXІХ]{1,4}[.)]|[а-яa-zА-ЯA-Z][.)])[ \\t\\u00a0]*[-–—]?[ \\t\\u00a0]*)?(?:[*_]{1,3}|["„“«\\[])*`,
  'uy',
);

const HEADING_NUMBER =
  /[ \t\u00a0]{0,3}(?:(?:№|no|nr|n|номер|numarul|numărul|nummer|number|#)\.?[ \t\u00a0]{0,2})?(?:\d{1,3}|[IVXІХ]{1,5}(?!\p{L})|\p{Lu}(?![\p{L}.]))/iuy;
const HEADING_LONGEST = 100;

/** A group's heading at the start of a line: the table word and its number, and a short name after it. */
function headingAt(text: string, at: number, from: number, lineEnd: number): Mark | undefined {
  if (!isUpper(text, at) && !/\d/u.test(text.charAt(from))) return undefined;
  const words = wordsFrom(text, at, Math.min(lineEnd, at + 60));
  const first = words[0];
  if (!first) return undefined;
  let end: number | undefined;
  if (tableWords.has(first.folded)) {
    HEADING_NUMBER.lastIndex = first.end;
    const number = HEADING_NUMBER.exec(text);
    // A lower-case letter is no number: the pattern ignores case only for "nr" and "no".
    if (number && /[\d\p{Lu}]$/u.test(number[0])) end = first.end + number[0].length;
  }
  const ordinal = words.findIndex((word) => ordinals.has(word.folded));
  if (end === undefined && ordinal >= 0 && ordinal <= 1) {
    const table = words.slice(ordinal + 1, ordinal + 2)[0];
    if (ordinal === 0 && table && tableWords.has(table.folded)) end = table.end;
    else if (ordinal === 1 && words[0]?.folded === 'a' && table && tableWords.has(table.folded)) end = table.end;
  }
  if (end === undefined || end > lineEnd) return undefined;
  const rest = text.slice(end, lineEnd);
  if (/^[ \t\u00a0]*[*_)"”]{0,4}[ \t\u00a0]*$/u.test(rest)) return heading(from, lineEnd, first.folded);
  if (!/^[*_)]{0,3}[ \t\u00a0]*(?:[:.–—|(„“"«\t-]|\p{Lu})/u.test(rest)) return undefined;
  const separator = /^[*_)]{0,3}[ \t\u00a0]*[:.–—|\t-]*/u.exec(rest)?.[0].length ?? 0;
  return heading(from, rest.length > HEADING_LONGEST ? end + separator : lineEnd, first.folded);
}

const heading = (at: number, end: number, key: string): Mark => ({
  kind: 'heading',
  at,
  end,
  address: undefined,
  have: false,
  key,
  languages: [],
  form: undefined,
});

const CANDIDATE = /(?<=[\s|*_"„“«.;])[\p{L}]/gu;
const NUMBERING = /(?:^|\s)(?:(?:[①-⑳]|\d{1,2}[а-яa-z]?[.)])[ \t]*)?(?:[*_]{1,3}|["„“«])?$/u;

/** Labels inside a line from `from` on. */
function labelsInside(text: string, from: number, lineStart: number, lineEnd: number, marks: Mark[]): void {
  const line = text.slice(lineStart, lineEnd);
  const last = Math.max(line.lastIndexOf(':'), line.lastIndexOf('–'), line.lastIndexOf('—'), line.lastIndexOf(' -'), line.lastIndexOf('\t'));
  if (lineStart + last < from) return;
  let next = from;
  CANDIDATE.lastIndex = Math.max(0, from - lineStart);
  for (let found = CANDIDATE.exec(line); found && found.index <= last; found = CANDIDATE.exec(line)) {
    const at = lineStart + found.index;
    if (at < next) continue;
    const lead = line.slice(Math.max(0, next - lineStart, found.index - 12), found.index);
    const numbering = NUMBERING.exec(lead)?.[0] ?? '';
    const start = at - numbering.trimStart().length;
    const before = line.slice(Math.max(0, start - lineStart - 4), start - lineStart);
    const context: Context = { start: before.endsWith('\t'), bulleted: false, before: before.trimEnd().at(-1) ?? '', open: false };
    if (!/\p{Lu}/u.test(found[0]) && !/[.;|]/u.test(context.before) && !context.start) continue;
    const mark = labelAt(text, at, start, lineEnd, context);
    if (!mark) continue;
    marks.push(mark);
    next = mark.end;
  }
}

/** All marks of a cleaned text, in order, not overlapping. */
export function findMarks(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  let lineStart = 0;
  let counted = 0;
  let open = false;
  while (lineStart < text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    AFFIX.lastIndex = lineStart;
    const affix = AFFIX.exec(text);
    const whole = affix?.[0] ?? '';
    const at = lineStart + whole.length;
    if (at < lineEnd) {
      const from = at - whole.trimStart().length;
      const bulleted = affix?.groups?.bullet !== undefined;
      const number = Number.parseInt(affix?.groups?.number ?? '', 10);
      let mark = bulleted ? undefined : headingAt(text, at, from, lineEnd);
      let inside = at;
      if (mark) {
        const found: Mark[] = [];
        labelsInside(text, at + 1, lineStart, lineEnd, found);
        const cut = found[0];
        if (cut && cut.at < mark.end) mark = { ...mark, end: cut.at };
      } else {
        mark = labelAt(text, at, from, lineEnd, { start: true, bulleted, before: '', open });
        // "1. Топлина / 2. Информация": the next number of a running list, with nothing after it, is an entry.
        if (
          mark &&
          mark.kind === 'label' &&
          counted > 0 &&
          number === counted + 1 &&
          text.slice(mark.end, lineEnd).trim() === '' &&
          !/[:–—]/u.test(text.slice(at, mark.end))
        )
          mark = undefined;
      }
      if (mark) {
        marks.push(mark);
        inside = mark.end;
        counted = 0;
        open ||= mark.kind === 'label';
      } else if (Number.isFinite(number)) counted = number;
      if (inside < lineEnd) labelsInside(text, Math.max(inside, at), lineStart, lineEnd, marks);
    }
    lineStart = lineEnd + 1;
  }
  return marks;
}
