// A board as Markdown (CommonMark): the whole board as a document of its own, and its block in a workshop's report (with GFM footnotes
// for the open checks). What people wrote is escaped, so that it reads as written and never becomes markup.
import type { Language } from '../core/index.ts';
import type { BoardRecord } from '../document/index.ts';
import { PARKING } from '../document/index.ts';
import { withoutCircles } from './circles.ts';
import type { Analysis, BoardReader, Check, Sum } from './kind.ts';
import { type OutlineCard, type OutlineFree, type OutlineObject, type OutlineSection, outline } from './outline.ts';
import { labelled, moneyText } from './present.ts';
import { countedOutside, reactionsText } from './presentFree.ts';
import { publicReader } from './presentPublic.ts';
import { WORDS } from './presentWords.ts';
import { seenAs } from './reader.ts';
import type { Template } from './template.ts';

export interface ExportGroup {
  readonly number: number;
  readonly name?: string;
  /** The target group the organisers gave this table beforehand. */
  readonly targetGroup?: string;
}

export interface ExportOptions {
  /** Language of labels; what people wrote stays as written. */
  readonly language: Language;
  /** For people outside the workshop (presentPublic.ts). */
  readonly public?: boolean;
  readonly title?: string;
  readonly group?: ExportGroup;
}

/** A line of somebody's text as Markdown that reads the same. */
export function escapeMarkdown(line: string): string {
  return line
    .trim()
    .replace(/[\\`*[\]<>|~]/gu, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replace(/^(?:#{1,6}(?=\s|$)|[+\-=])/u, '\\$&')
    .replace(/^(\p{Nd}{1,9})([.)])(?=\s|$)/u, '$1\\$2');
}

/** Before a card that is to be said in plenary. */
const STAR = '★';

/** What the star means, under a block that has one. */
const starLine = (board: BoardReader, language: Language): readonly string[] =>
  board.live().some((record) => record.starred) ? [`${STAR} ${WORDS.inPlenary[language]}`, ''] : [];

/** A list entry; line breaks of the text stay line breaks. */
const entry = (text: string, tail: string, depth: number): string => {
  const indent = '  '.repeat(depth);
  const lines = text
    .split('\n')
    .map(escapeMarkdown)
    .filter((line) => line !== '');
  return `${indent}- ${lines.join(`\\\n${indent}  `)}${tail}`;
};

/** "Table 3 · Sunrise". */
const groupTitle = (group: ExportGroup, language: Language): string =>
  `${WORDS.table[language]} ${group.number}${group.name ? ` · ${escapeMarkdown(group.name)}` : ''}`;

const assigned = (group: ExportGroup | undefined, language: Language): readonly string[] =>
  group?.targetGroup ? [`**${WORDS.targetGroupAssigned[language]}:** ${escapeMarkdown(group.targetGroup)}`, ''] : [];

/** The board as a document: heading, a section per cell with its cards and all they say, sums; hidden cards at the end. */
export function exportMarkdown(full: BoardReader, options: ExportOptions): string {
  const { language, group } = options;
  const board = options.public ? publicReader(full, language) : full;
  const analysis = board.kind.analyse(board);
  const tree = outline(board, analysis, language);
  const out = [`# ${escapeMarkdown(options.title?.trim() || tree.title)}`, ''];
  if (group) out.push(groupTitle(group, language), '');
  out.push(...assigned(group, language));
  for (const section of tree.children) {
    if (section.role === 'free') continue;
    out.push(`## ${sectionTitle(section)}`, '');
    if (section.children.length === 0) out.push('—');
    for (const card of section.children) out.push(...cardEntry(board, card, language));
    out.push('');
  }
  out.push(...freeSection(tree.children.find(isFreePart), countsLine(full, options), language));
  out.push(...moneyLines(board, analysis, language), ...starLine(board, language));
  return `${out.join('\n').trimEnd()}\n`;
}

/**
 * The board's block in the report: "### Table 3 · name", the target group it was given, the labels of its form with their lists, sums,
 * and in the internal version the open checks as footnotes. Links that run in a circle are left out. `key` keeps footnotes of several blocks
 * apart (default: the table's number), `form` is the template it is written in (default: the one the board is worked on in).
 */
export function reportBlock(of: BoardReader, options: ExportOptions & { readonly key?: string; readonly form?: Template }): string {
  const { language, group } = options;
  const full = options.form ? seenAs(of, options.form) : of;
  const shown = options.public ? publicReader(full, language) : full;
  // What a circle of links is asked is still asked: only the lists are without it.
  const analysis = shown.kind.analyse(shown);
  const board = withoutCircles(shown);
  const tree = outline(board, analysis, language);
  const notes = options.public ? new Footnotes('', []) : new Footnotes(options.key ?? String(group?.number ?? board.template.id), analysis.checks);
  const heading = group ? groupTitle(group, language) : escapeMarkdown(options.title?.trim() || tree.title);
  const out = [`### ${heading}`, ''];
  if (group && options.title?.trim()) out.push(`*${escapeMarkdown(options.title)}*`, '');
  out.push(...assigned(group, language));
  for (const section of tree.children) {
    if (section.role === 'free') continue;
    if (section.children.length === 0) {
      if (section.id !== PARKING) out.push(`**${sectionTitle(section)}:** —`, '');
      continue;
    }
    out.push(`**${sectionTitle(section)}:**`, '');
    for (const card of section.children) {
      const said = details(card, language).map((line) => line.split('\n').map(escapeMarkdown).join(' '));
      const tail = `${said.length > 0 ? ` — ${said.join(' · ')}` : ''}${reactionsTail(card, language)}${notes.of(card.id)}`;
      out.push(entry(textOf(board, card), tail, 0), ...card.children.flatMap((each) => objectEntry(each, language, 1)));
    }
    out.push('');
  }
  const free = tree.children.find(isFreePart);
  const counts = countsLine(full, options);
  if (free || counts.length > 0) {
    out.push(`**${WORDS.onBoard[language]}:**`, '');
    out.push(...(free?.children ?? []).flatMap((each) => objectEntry(each, language, 0)), ...counts, '');
  }
  out.push(...moneyLines(board, analysis, language), ...starLine(board, language));
  out.push(...notes.lines(language));
  return `${out.join('\n').trimEnd()}\n`;
}

const isFreePart = (part: OutlineSection | OutlineFree): part is OutlineFree => part.role === 'free';

/** A section of the free layer: what lies in no frame as a list, then a heading a frame. */
function freeSection(free: OutlineFree | undefined, counts: readonly string[], language: Language): readonly string[] {
  if (!free && counts.length === 0) return [];
  const under = (objects: readonly OutlineObject[], level: number): readonly string[] =>
    objects.flatMap((object) => {
      if (!object.isHeading) return objectEntry(object, language, 0);
      const title = object.title.split('\n').map(escapeMarkdown).join(' ');
      return ['', `${'#'.repeat(Math.min(6, level))} ${title}${reactionsTail(object, language)}`, '', ...under(object.children, level + 1)];
    });
  const lines = [`## ${WORDS.onBoard[language]}`, '', ...under(free?.children ?? [], 3)];
  return [...lines, ...(counts.length > 0 ? ['', ...counts] : []), ''];
}

/** "Drawing: 3 · Picture: 2": what is only counted outside of the workshop. */
function countsLine(full: BoardReader, { language, public: isPublic }: ExportOptions): readonly string[] {
  const counts = isPublic ? [...countedOutside(full)] : [];
  if (counts.length === 0) return [];
  return [counts.map(([type, count]) => `${full.kind.types[type]?.label[language] ?? type}: ${count}`).join(' · ')];
}

const cardEntry = (board: BoardReader, card: OutlineCard, language: Language): readonly string[] => [
  entry(textOf(board, card), reactionsTail(card, language), 0),
  ...details(card, language).map((line) => entry(line, '', 1)),
  ...card.children.flatMap((each) => objectEntry(each, language, 1)),
];

/** An object with everything under it as list entries. */
const objectEntry = (object: OutlineObject, language: Language, depth: number): readonly string[] => [
  entry(object.title, `${object.settled ? ` (${WORDS.settled[language]})` : ''}${reactionsTail(object, language)}`, depth),
  ...details(object, language).map((line) => entry(line, '', depth + 1)),
  ...object.children.flatMap((each) => objectEntry(each, language, depth + 1)),
];

/** " (3 × like)". */
const reactionsTail = ({ reactions }: Pick<OutlineObject, 'reactions'>, language: Language): string => {
  const said = reactionsText(reactions, language);
  return said === '' ? '' : ` (${said})`;
};

const sectionTitle = (section: OutlineSection): string => (section.role === 'hidden' ? `${section.title} (${section.count})` : section.title);

const textOf = (board: BoardReader, card: OutlineCard): string => {
  const record: BoardRecord | undefined = board.get(card.id);
  const text = card.supported ? card.title : [`[${card.title}]`, record?.text ?? ''].join(' ');
  return record?.starred ? `${STAR} ${text}` : text;
};

const details = (card: OutlineCard | OutlineObject, language: Language): readonly string[] => [
  ...card.fields.map((field) => labelled(field.label, field.value)),
  ...(card.notes.trim() === '' ? [] : [`${WORDS.notes[language]}: ${card.notes}`]),
];

/** "**Sums:** 300 лв. имаме + 200 лв. липсват = 500 лв. общо", then a line for each other sort of money: costs and income never meet. */
function moneyLines(board: BoardReader, { sums, ledgers = [] }: Analysis, language: Language): readonly string[] {
  const nameOf = (slot: string): string => board.kind.slots.find(({ id }) => id === slot)?.label[language] ?? slot;
  const named = [{ name: WORDS.sums[language], sums }, ...ledgers.map((ledger) => ({ name: nameOf(ledger.slot), sums: ledger.sums }))];
  return named.filter((each) => each.sums.length > 0).flatMap((each) => [`**${each.name}:** ${sumsText(each.sums, language)}`, '']);
}

/** One currency after the other, never added up. */
function sumsText(sums: readonly Sum[], language: Language): string {
  const parts = sums.map((sum) => {
    const money = (amount: number): string => moneyText({ amount, currency: sum.currency }, language);
    const named = (['have', 'missing', 'promised', 'unsaid'] as const)
      .filter((name) => sum[name] > 0)
      .map((name) => `${money(sum[name])} ${WORDS[name][language]}`);
    return `${named.join(' + ')}${named.length > 1 ? ` = ${money(sum.total)} ${WORDS.total[language]}` : ''}`;
  });
  return parts.filter((part) => part !== '').join('; ');
}

/** One footnote per sort of check, however many cards it is about: a report is read, not worked through. */
class Footnotes {
  readonly #key: string;
  readonly #numbers = new Map<string, { readonly number: number; readonly check: Check }>();
  readonly #ofCard = new Map<string, string[]>();

  constructor(key: string, checks: readonly Check[]) {
    this.#key = key.replace(/[^\w-]/gu, '');
    for (const check of checks) {
      const known = this.#numbers.get(check.code) ?? { number: this.#numbers.size + 1, check };
      this.#numbers.set(check.code, known);
      if (check.card === undefined) continue;
      const marks = this.#ofCard.get(check.card) ?? [];
      marks.push(this.#mark(known.number));
      this.#ofCard.set(check.card, marks);
    }
  }

  #mark(number: number): string {
    return `[^${this.#key}-${number}]`;
  }

  /** The references behind a card's text. */
  of(card: string): string {
    return (this.#ofCard.get(card) ?? []).join('');
  }

  lines(language: Language): readonly string[] {
    return [...this.#numbers.values()].map(({ number, check }) => `${this.#mark(number)}: ${check.message[language]}`);
  }
}
