// A pasted sheet of form A or B, or a whole report of them, read by its labels in any of the five languages. Total: any text gives
// sheets, and nothing in the text is lost: it is in a heading, a label, a card or the rest.
import { type Currency, cleanText, LANGUAGES, type Language } from '../../core/index.ts';
import type { Address } from './model.ts';
import { type CardFields, fieldsIn } from './sheetFields.ts';
import { cardText, cutCell, saysSomething } from './sheetLists.ts';
import { findMarks, type Mark } from './sheetMarks.ts';

export interface ParsedCard extends CardFields {
  readonly text: string;
  /** The verbatim slice of the pasted text, bullet and separator included; only where it differs from `text`. */
  readonly source?: string;
}

export interface ParsedCell {
  readonly id: Address;
  /** As written, with its numbering, markup and separator: `**2. Потребности:**`. */
  readonly label: string;
  readonly cards: readonly ParsedCard[];
}

export interface ParsedSheet {
  readonly form: 'form-a' | 'form-b';
  /** The group's heading as written: `Група 3 – „Мостове“`. */
  readonly heading?: string;
  readonly language: Language;
  /** In the order of the text. A label that comes twice gives two cells. */
  readonly cells: readonly ParsedCell[];
  /** Paragraphs that belong to no field. */
  readonly rest: readonly string[];
}

export interface SheetOptions {
  /** The language where the text itself does not tell. */
  readonly language?: Language;
  /** The workshop's currency: decides what `lei` are. */
  readonly currency?: Currency;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A sheet before its cells are cut: which marks and ranges of the text are its own. */
interface Draft {
  readonly headings: Range[];
  readonly labels: { readonly mark: Mark; readonly content: Range }[];
  readonly rest: Range[];
  readonly places: Set<Address>;
  /** The highest rank among `places`. */
  reached: number;
}

/** Position of a cell on its form; a label of the top after one of the bottom begins another sheet. */
const RANK: Readonly<Record<Address, number>> = {
  'target-group': 0,
  service: 1,
  needs: 1,
  aim: 2,
  partners: 4,
  resources: 4,
  'missing-resources': 4,
  information: 4,
  activities: 4,
  results: 6,
  effect: 7,
  'social-effect': 8,
  'economic-effect': 9,
  group: 0,
  costs: 9,
  income: 9,
  risks: 9,
  measures: 9,
  parking: 9,
};

const newDraft = (): Draft => ({ headings: [], labels: [], rest: [], places: new Set(), reached: 0 });

/** Whether a label cannot belong to the sheet at hand because its field is there already. */
function beginsSheet(draft: Draft, mark: Mark): boolean {
  const { address } = mark;
  const first = draft.labels[0];
  if (!first || address === undefined) return false;
  if (!draft.places.has(address) || draft.places.size < 2) return false;
  return first.mark.key === mark.key || (RANK[address] <= 1 && draft.reached >= 6);
}

/** „Група: …“ names the group; where the sheet has no target group, what it says in small letters is one. */
function isTarget(text: string, marks: readonly Mark[], at: number): boolean {
  const from = marks[at]?.end ?? 0;
  const line = (text.slice(from, from + 120).split('\n', 1)[0] ?? '').trim();
  if (!/^\p{Ll}/u.test(line) && !/\d\s*[-–]\s*\d/u.test(line)) return false;
  for (let next = at + 1; next < marks.length; next += 1) {
    const other = marks[next];
    if (!other || other.kind === 'heading' || other.kind === 'group') break;
    if (other.address === 'target-group') return false;
  }
  return true;
}

function draftsOf(text: string, marks: readonly Mark[]): readonly Draft[] {
  const drafts: Draft[] = [];
  let draft = newDraft();
  const begin = (): void => {
    if (draft.headings.length === 0 && draft.labels.length === 0) return;
    drafts.push(draft);
    draft = newDraft();
  };
  draft.rest.push({ start: 0, end: marks[0]?.at ?? text.length });
  const anyLabel = marks.some((mark) => mark.kind === 'label');
  for (const [at, mark] of marks.entries()) {
    const content = { start: mark.end, end: marks[at + 1]?.at ?? text.length };
    const following = marks[at + 1]?.kind;
    if (mark.kind === 'heading') {
      // A heading with nothing under it is an entry of a list of groups.
      if (
        anyLabel &&
        following !== 'label' &&
        following !== 'group' &&
        following !== 'other' &&
        !saysSomething(text.slice(content.start, content.end))
      ) {
        draft.rest.push({ start: mark.at, end: content.end });
        continue;
      }
      begin();
      draft.headings.push({ start: mark.at, end: mark.end });
      draft.rest.push(content);
    } else if (mark.kind === 'other') draft.rest.push({ start: mark.at, end: content.end });
    else if (mark.kind === 'group' && !isTarget(text, marks, at)) {
      const newline = text.indexOf('\n', mark.end);
      const lineEnd = newline < 0 ? content.end : Math.min(newline, content.end);
      if (draft.labels.length > 0) begin();
      draft.headings.push({ start: mark.at, end: lineEnd });
      draft.rest.push({ start: lineEnd, end: content.end });
    } else {
      const label: Mark = mark.kind === 'group' ? { ...mark, kind: 'label', address: 'target-group' } : mark;
      if (beginsSheet(draft, label)) begin();
      draft.labels.push({ mark: label, content });
      const address = label.address ?? 'parking';
      draft.places.add(address);
      draft.reached = Math.max(draft.reached, RANK[address]);
    }
  }
  drafts.push(draft);
  return drafts;
}

const LETTERS: readonly (readonly [Language, RegExp])[] = [
  ['uk', /[іїєґ]/giu],
  ['bg', /ъ|(?<!\p{L})(?:на|за|от|и|се|ще)(?!\p{L})/giu],
  ['ro', /[ăâîșțşţ]|(?<!\p{L})(?:și|si|de|pentru|cu|la|din)(?!\p{L})/giu],
  ['nb', /[åøæ]|(?<!\p{L})(?:og|til|på|som|med|ikke)(?!\p{L})/giu],
  ['en', /(?<!\p{L})(?:the|and|of|for|with|to)(?!\p{L})/giu],
];
const SAMPLE = 4_000;

function languageOf(text: string, draft: Draft, fallback: Language): Language {
  const score = new Map<Language, number>(LANGUAGES.map((language) => [language, 0]));
  const add = (language: Language, points: number): void => void score.set(language, (score.get(language) ?? 0) + points);
  for (const { mark } of draft.labels) for (const language of mark.languages) add(language, 8 / mark.languages.length);
  const ranges = [...draft.headings, ...draft.labels.slice(0, 40).map((each) => each.content), ...draft.rest];
  let sample = '';
  for (const range of ranges) {
    if (sample.length >= SAMPLE) break;
    sample += `${text.slice(range.start, Math.min(range.end, range.start + SAMPLE))}\n`;
  }
  for (const [language, letters] of LETTERS) add(language, sample.match(letters)?.length ?? 0);
  const best = Math.max(...score.values());
  if (best === 0 || score.get(fallback) === best) return fallback;
  return LANGUAGES.find((language) => score.get(language) === best) ?? fallback;
}

function formOf(draft: Draft): ParsedSheet['form'] {
  let a = 0;
  let b = 0;
  for (const { mark } of draft.labels) {
    if (mark.form === 'a') a += 1;
    if (mark.form === 'b') b += mark.address === 'service' ? 0.5 : 1;
  }
  return b > a ? 'form-b' : 'form-a';
}

const paragraphs = (text: string, ranges: readonly Range[]): readonly string[] =>
  ranges.flatMap((range) =>
    text
      .slice(range.start, range.end)
      .split(/\n[^\S\n]*\n/u)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== ''),
  );

function cellOf(text: string, label: Draft['labels'][number], language: Language, currency: Currency | undefined): ParsedCell {
  const { mark, content } = label;
  const id = mark.address ?? 'parking';
  const pieces = cutCell(text, content.start, content.end, id);
  const context = { language, have: mark.have, ...(currency === undefined ? {} : { currency }) };
  const cards = pieces.map((piece): ParsedCard => {
    const source = text.slice(piece.start, piece.end).trim();
    const shown = cardText(source);
    return { text: shown, ...(shown === source ? {} : { source }), ...fieldsIn(shown, id, context) };
  });
  // "Партньори: –": the dash that stands for nothing stays with the label.
  return { id, label: text.slice(mark.at, pieces.length === 0 ? content.end : mark.end).trim(), cards };
}

/**
 * Reads a pasted text as sheets. A text without labels is one sheet with everything in `rest`; a blank one gives no sheet. The
 * caller bounds the length (`LIMITS.pastedTextMax`).
 */
export function parseSheets(raw: string, options: SheetOptions = {}): { readonly sheets: readonly ParsedSheet[] } {
  const text = cleanText(raw);
  if (text.trim() === '') return { sheets: [] };
  const drafts = draftsOf(text, findMarks(text));
  const sheets = drafts.map((draft): ParsedSheet => {
    const language = languageOf(text, draft, options.language ?? 'en');
    const heading = draft.headings.map((range) => text.slice(range.start, range.end).trim()).join('\n');
    return {
      form: formOf(draft),
      ...(heading === '' ? {} : { heading }),
      language,
      cells: draft.labels.map((label) => cellOf(text, label, language, options.currency)),
      rest: paragraphs(text, draft.rest),
    };
  });
  return { sheets };
}
