// Cutting text into cards: lines, bullets, `;`, and with care full stops, slashes and commas. Every function gives ranges that cover
// all of the text, so that nothing can be lost; what a range reads as is `cardText`. Longer than most files: the rules of cutting
// lean on one another's order.
import { cleanText, LIMITS, parseMoney } from '../../core/index.ts';
import type { Address } from './model.ts';
import { fold } from './sheetWords.ts';

/** A range of a text; the ranges of one list touch, so that together they are the whole. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * How far a cell's text is cut. `name`: lines and bullets only; `prose`: also `;`; `sentences`: also full stops; `list`: also slashes
 * and commas where they enumerate short phrases.
 */
type Cutting = 'name' | 'prose' | 'sentences' | 'list';

const CUTTING: Readonly<Record<Address, Cutting>> = {
  service: 'name',
  aim: 'prose',
  'target-group': 'prose',
  needs: 'list',
  resources: 'list',
  'missing-resources': 'list',
  partners: 'list',
  information: 'list',
  activities: 'sentences',
  effect: 'sentences',
  'social-effect': 'sentences',
  'economic-effect': 'sentences',
  results: 'sentences',
  group: 'name',
  costs: 'list',
  income: 'list',
  risks: 'sentences',
  measures: 'sentences',
  parking: 'name',
};

const GLYPHS = '•▪·●○◦‣∙■□➢➤►❖';
/** Marks at the start of a line that only say "next": they are not part of a card's text. Word's second-level bullet is an `o` and a tab. */
const BULLET = new RegExp(`^[ \\t\\u00a0]{0,200}(?:[${GLYPHS}✓✔✗+]|[-–—]{1,2}(?!-)|\\*(?!\\*)|o(?=\\t))[ \\t\\u00a0]*`, 'u');
/** Numbers and letters of a list open a card and stay in its text: they are characters somebody wrote. */
const NUMBER = /^[ \t\u00a0]{0,200}(?:\d{1,2}[.)](?=\s|\p{L})|\p{L}[.)](?=\s)|[①-⑳])/u;
const ANY_BULLET = new RegExp(`[${GLYPHS}]`, 'u');
const INSIDE_BULLET = new RegExp(`[${GLYPHS}]`, 'gu');
const INSIDE_NUMBER = /(?:^|(?<=\s))(\d{1,2}|[a-zа-я])([.)])(?=\s)/giu;
const ALPHABETS = ['abcdefghijklmnopqrstuvwxyz', 'абвгдежзийклмнопрстуфхцчшщ', 'абвгґдеєжзиіїйклмнопрстуфхцчшщ'];

/** Abbreviations that a full stop belongs to. After `KEEPS` the phrase goes on, whatever letter follows. Folded. */
const KEEPS = new Set(
  (
    'адв ул бул гр обл общ кв жк бл вх ет ап с м стр стор тел моб проф доц инж арх напр прим т ок прибл бр чл св им акад ред изд вкл шт вул буд кв просп смт р-н о ос пом ' +
    'str nr bd bl ap sc et jud com sat tel prof dr ing ex de aprox cca ca st pag art alin mun or dl dna ' +
    'f eks bl a osv ca nr tlf kl jf dvs feks pga mht vs mr mrs ms e g i approx no fig incl eg ie'
  ).split(' '),
);
/** These end a phrase if a capital follows and a number stands before: `Проектор 300 лв. Столове 200 лв.` */
const UNITS = new Set('лв грн kr г р год рр ч мин хил тис млн eur'.split(' '));
/** Words that do not begin an entry of a list but go on with the one before the comma. Folded. */
const GOES_ON = new Set(
  (
    'който която което които чийто чиято че за но а като където когато докато особено включително т напр например защото освен без с със до през от на по ' +
    'care ca sa pentru dar iar unde cand inclusiv precum cum fara cu la de ' +
    'що щоб який яка яке які для але бо де коли зокрема наприклад включно без з із зі у в до через ' +
    'som at for men fordi slik hvor nar inkludert blant med uten ' +
    'ул бул гр кв общ обл бл str bd nr вул буд f eks kl ' +
    'which that who whose so to but because where when including especially with without e in'
  )
    .split(' ')
    .map(fold),
);
const AVAILABILITY_ONLY =
  /^(?:имаме|има|налични?о?|липсват?|няма|обещан\p{L}*|avem|lipse[sșş][ct]e?|lips[aă]|disponibil\p{L}*|promis\p{L}*|є|маємо|бракує|немає|обіцян\p{L}*|har|mangler|lovet|have|missing|promised)[.!]?$/iu;
const QUANTITY_ONLY =
  /^(?:около|ок\.?|прибл\.?|близько|circa|cca\.?|ca\.?|about|rundt|~)?\s*\d[\d\s.,–-]*(?:(?:бр|броя|шт|buc|stk|pcs|%|ч|часа|ore|год|timer|hours?|мин|min)\.?(?:\s+\p{L}+)?)?(?:\s*[xх×]\s*\d.*)?$/iu;
const APPROXIMATELY = /^(?:около|ок\.|прибл\.|близько|приблизно|circa|cca\.?|ca\.?|aprox\.|about|rundt|~)\s*/iu;

const SAYS_SOMETHING = /[\p{L}\p{N}]|(?![+=|<>^`~$¬])\p{S}/u;

/** Whether there is more in it than bullets and punctuation. */
export const saysSomething = (text: string): boolean => SAYS_SOMETHING.test(text);

interface Line extends Piece {
  readonly text: string;
}

function linesOf(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  let at = start;
  while (at < end) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 || newline >= end ? end : newline + 1;
    lines.push({ start: at, end: stop, text: text.slice(at, stop) });
    at = stop;
  }
  return lines;
}

/** A line as a mail program or PDF wraps it at least this long before it breaks it. */
const WRAPPED = 56;

/** Whether a line goes on with the sentence of the one before: it was wrapped, not begun. */
function continues(previous: string, line: string): boolean {
  const before = previous.trimEnd();
  const now = line.trimStart();
  if (before === '' || now === '' || /[.;!?:]$/u.test(before)) return false;
  if (/^[,;)]/u.test(now)) return true;
  return (
    /^[\p{Ll}(]/u.test(now) &&
    (before.length >= WRAPPED || /(?:^|\s)(?:и|на|за|от|с|в|de|și|la|cu|pentru|та|і|з|для|og|til|med|av|and|of|the|for)$/u.test(before))
  );
}

/** Cuts at line starts: bullets, numbers, and lines that do not go on with the line before. */
function byLines(text: string, start: number, end: number): readonly Piece[] {
  const pieces: { start: number; end: number }[] = [];
  // The line's own beginning, a label, counts for how long it is.
  let previous =
    text
      .slice(Math.max(0, start - 2 * WRAPPED), start)
      .split('\n')
      .at(-1) ?? '';
  for (const line of linesOf(text, start, end)) {
    const last = pieces.at(-1);
    const opens = BULLET.test(line.text) || NUMBER.test(line.text);
    if (last && !opens && (line.text.trim() === '' || continues(previous, line.text))) last.end = line.end;
    else pieces.push({ start: line.start, end: line.end });
    previous = pieces.length === 1 && line.start === start ? `${previous}${line.text}` : line.text;
  }
  return pieces;
}

/** For each character, whether it stands in brackets or quotation marks. Marks that are not closed count for nothing. */
function sheltered(slice: string): Uint8Array {
  const mask = new Uint8Array(slice.length);
  if (!/[([„«“"]/u.test(slice)) return mask;
  const open: { readonly at: number; readonly closing: string }[] = [];
  const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '„': '“”"', '«': '»', '“': '”' };
  for (let at = 0; at < slice.length; at += 1) {
    const letter = slice.charAt(at);
    const top = open.at(-1);
    if (top?.closing.includes(letter)) {
      mask.fill(1, top.at, at + 1);
      open.pop();
    } else if (letter === '"') open.push({ at, closing: '"' });
    else if (pairs[letter] && open.length < 8) open.push({ at, closing: pairs[letter] });
  }
  return mask;
}

const cutAt = (pieces: readonly Piece[], cutsIn: (start: number, end: number) => readonly number[]): readonly Piece[] =>
  pieces.flatMap(({ start, end }) => {
    const cuts = [start, ...cutsIn(start, end).filter((cut) => cut > start && cut < end), end];
    return cuts.slice(0, -1).map((cut, at) => ({ start: cut, end: cuts[at + 1] ?? end }));
  });

/** `1. … 2. … 3. …` or `а) … б) …` in one line: where the running numbers stand; none unless they run from the first. */
function runningNumbers(slice: string): readonly number[] {
  const found = [...slice.matchAll(INSIDE_NUMBER)];
  const orders = ['number', ...ALPHABETS];
  for (const order of orders) {
    const cuts: number[] = [];
    for (const match of found) {
      const wanted = order === 'number' ? String(cuts.length + 1) : order[cuts.length];
      if (match[1]?.toLowerCase() === wanted) cuts.push(match.index);
    }
    if (cuts.length >= 2) return cuts;
  }
  return [];
}

function sentenceEnds(slice: string, mask: Uint8Array): readonly number[] {
  const cuts: number[] = [];
  for (const match of slice.matchAll(/([\p{L}\p{M}-]{1,24}|\d{1,12}|[)”“"»%])?([.!?…]{1,8})(?=\s{1,8}[\p{Lu}\d„“"«])/gu)) {
    const at = match.index + match[0].length;
    if (mask[at - 1]) continue;
    const word = fold(match[1] ?? '');
    const upper = /^\s+[\p{Lu}„“"«]/u.test(slice.slice(at, at + 8));
    if (match[2] === '.') {
      const figure = /[–—-]\s*$/u.test(slice.slice(Math.max(0, match.index - 3), match.index));
      if ((/^\d{1,2}$/u.test(word) && !figure) || (!upper && !/^\p{L}{4,}$/u.test(word))) continue;
      if (KEEPS.has(word)) continue;
      const unit = UNITS.has(word) && /\d\s*$/u.test(slice.slice(Math.max(0, match.index - 6), match.index));
      // Initials, and first names cut short: `П. Стоев`, `Ан. Колева`.
      if ((/^\p{L}$/u.test(word) || /^\p{Lu}\p{Ll}$/u.test(match[1] ?? '')) && !unit) continue;
      if (UNITS.has(word) && !unit) continue;
    }
    cuts.push(at);
  }
  return cuts;
}

/** Without white space and `marks` at its end. A loop, because a pattern with `+$` looks at every run of spaces again and again. */
function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && (marks.includes(text.charAt(end - 1)) || /\s/u.test(text.charAt(end - 1)))) end -= 1;
  return text.slice(0, end);
}

const wordCount = (text: string): number => text.trim().split(/\s+/u).length;

/** Whether pieces between separators look like an enumeration of short phrases rather than parts of a sentence. */
const enumerates = (pieces: readonly string[]): boolean =>
  pieces.length >= 2 &&
  pieces.every((piece) => {
    const first = fold(/[\p{L}\p{M}’']+/u.exec(piece)?.[0] ?? '');
    return saysSomething(piece) && piece.trim().length <= 60 && wordCount(piece) <= (pieces.length >= 3 ? 6 : 4) && !GOES_ON.has(first);
  });

function commas(slice: string, mask: Uint8Array): readonly number[] {
  const at: number[] = [];
  for (let index = slice.indexOf(','); index >= 0; index = slice.indexOf(',', index + 1)) {
    const decimal = /\d/u.test(slice.charAt(index - 1)) && /\d/u.test(slice.charAt(index + 1));
    if (!mask[index] && !decimal && /[\s\p{L}]/u.test(slice.charAt(index + 1))) at.push(index + 1);
  }
  // An amount or "липсва" after a comma belongs to the entry before it.
  const cuts = at.filter((cut, index) => {
    const piece = withoutEnd(slice.slice(cut, (at[index + 1] ?? slice.length + 1) - 1), ';,/').trim();
    return (
      piece.length > 60 ||
      (!AVAILABILITY_ONLY.test(piece) && !QUANTITY_ONLY.test(piece) && !parseMoney(piece.replace(APPROXIMATELY, ''), { language: 'en' }).ok)
    );
  });
  const bounds = [0, ...cuts, slice.length];
  // In "Проф. Иванова, читалище" or after a full stop inside, it is prose.
  return enumerates(bounds.slice(0, -1).map((from, index) => slice.slice(from, bounds[index + 1]))) ? cuts : [];
}

function slashes(slice: string, mask: Uint8Array): readonly number[] {
  if (!slice.includes('/') || /:\/\/|www\./u.test(slice)) return [];
  const spaced: number[] = [];
  const tight: number[] = [];
  for (let index = slice.indexOf('/'); index >= 0; index = slice.indexOf('/', index + 1)) {
    if (mask[index]) continue;
    const around = slice.slice(Math.max(0, index - 1), index + 2);
    if (/\d\/|\/\d/u.test(around)) continue;
    (/\s/u.test(around) ? spaced : tight).push(index + 1);
  }
  const cuts = spaced.length > 0 ? spaced : tight.length >= 2 ? tight : [];
  const bounds = [0, ...cuts, slice.length];
  const pieces = bounds.slice(0, -1).map((from, index) => slice.slice(from, bounds[index + 1]));
  return cuts.length > 0 && pieces.every((piece) => withoutEnd(piece, '/').trim().length >= 3 && wordCount(piece) <= 8) ? cuts : [];
}

/** Pieces of `[start, end)`, each with something in it; what is only punctuation goes with its neighbour. Empty if nothing is said. */
export function cutCell(text: string, start: number, end: number, address: Address): readonly Piece[] {
  const cutting = CUTTING[address];
  let pieces = byLines(text, start, end);
  const inside = (needs: RegExp, cuts: (slice: string, mask: Uint8Array) => readonly number[]): void => {
    pieces = cutAt(pieces, (from, to) => {
      const slice = text.slice(from, to);
      if (!needs.test(slice)) return [];
      return cuts(slice, sheltered(slice)).map((cut) => from + cut);
    });
  };
  // Other glyphs than a bullet proper also stand for themselves ("5 ■ 3"): they open an entry only after a space.
  inside(ANY_BULLET, (slice) =>
    [...slice.matchAll(INSIDE_BULLET)]
      .filter(({ 0: glyph, index }) => index === 0 || /\s/u.test(slice.charAt(index - 1)) || '•▪●'.includes(glyph))
      .map(({ index }) => index),
  );
  if (cutting !== 'name') {
    inside(/[.)]\s/u, runningNumbers);
    inside(/;/u, (slice, mask) => [...slice.matchAll(/;/gu)].filter((match) => !mask[match.index]).map((match) => match.index + 1));
  }
  if (cutting === 'sentences' || cutting === 'list') inside(/[.!?…]\s/u, sentenceEnds);
  if (cutting === 'list') {
    inside(/\//u, slashes);
    inside(/,/u, commas);
  }
  return joinEmpty(text, pieces);
}

function joinEmpty(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const joined: { start: number; end: number }[] = [];
  let from: number | undefined;
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (saysSomething(text.slice(piece.start, piece.end))) {
      joined.push({ start: from ?? piece.start, end: piece.end });
      from = undefined;
    } else if (last) last.end = piece.end;
    else from ??= piece.start;
  }
  return joined;
}

/** Whether the full stop at the end belongs to no abbreviation, initial or ordinal number. */
function endsList(whole: string): boolean {
  const text = whole.slice(-40);
  if (/\s\d+\.$/u.test(text)) return true;
  const last = /(?<![.\p{L}])([\p{L}\p{M}-]+)\.$/u.exec(text)?.[1] ?? '';
  if (/^\p{Lu}{2,}$/u.test(last)) return true;
  const folded = fold(last);
  return folded.length > 3 && !KEEPS.has(folded) && !UNITS.has(folded);
}

/** What a piece reads as on a card: without bullet, separator and line breaks; all letters and digits stay. */
export function cardText(piece: string): string {
  let text = piece.trim();
  for (let bullet = BULLET.exec(text); bullet && bullet[0] !== '' && saysSomething(text.slice(bullet[0].length)); bullet = BULLET.exec(text)) {
    if (bullet[0].startsWith('o\t') || !/[\p{L}\p{N}]/u.test(bullet[0])) text = text.slice(bullet[0].length);
    else break;
  }
  text = withoutEnd(text.replace(/^[\s,;:/|=→]+/u, ''), ',;/|=→')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
  // A full stop ends a sentence; after a few words of a list it is only the list's end.
  if (wordCount(text) <= 5 && endsList(text)) text = text.slice(0, -1);
  return text;
}

/**
 * The entries of a pasted list: by lines, bullets and `;`. One entry = it is no list. At most `LIMITS.pastedListMax`; the last one
 * then holds all that is left, line by line.
 */
export function splitList(raw: string): readonly string[] {
  const text = cleanText(raw);
  const entries = cutCell(text, 0, text.length, 'aim').map((piece) => text.slice(piece.start, piece.end));
  const max = LIMITS.pastedListMax;
  const kept =
    entries.length <= max
      ? entries.map(cardText)
      : [
          ...entries.slice(0, max - 1).map(cardText),
          entries
            .slice(max - 1)
            .map(cardText)
            .join('\n'),
        ];
  return kept;
}
