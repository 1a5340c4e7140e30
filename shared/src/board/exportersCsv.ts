// A board as a table for spreadsheets: one row per card and per object of the free layer, every field in a column labelled in the
// reader's language.
import { csvFormatRows } from 'd3-dsv';
import type { BoardRecord } from '../document/index.ts';
import type { ExportOptions } from './exportersMarkdown.ts';
import type { Field } from './field.ts';
import type { BoardReader } from './kind.ts';
import { hiddenTitle } from './outline.ts';
import { fieldText, oneLine } from './present.ts';
import { countedOutside, type FreeNode, freeTree, isHeading, reactionsText, titleOf } from './presentFree.ts';
import { publicReader } from './presentPublic.ts';
import { WORDS } from './presentWords.ts';
import { cellsInOrder } from './template.ts';

/** Excel reads a CSV as UTF-8 only with a byte order mark. */
const BOM = '\ufeff';

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe before =, +, -, @ (also their full-width forms), tab, CR and LF at the
 * start (OWASP, CSV injection). The same after a semicolon or tab, because a spreadsheet of a country whose lists are separated by
 * those would begin a new cell there.
 */
export const csvCell = (text: string): string => text.replace(/(?<=^|[;\t])(?=[=+\-@\t\r\n＝＋－＠])/gu, "'");

/** The table with a header row, UTF-8 with byte order mark, comma-separated (RFC 4180 quoting). */
export function exportCsv(full: BoardReader, options: Pick<ExportOptions, 'language' | 'public'>): string {
  const { language } = options;
  const board = options.public ? publicReader(full, language) : full;
  const columns = Object.entries(fieldsOf(board)).filter(([, field]) => !(options.public && field.confidential));
  const header = [
    WORDS.cell[language],
    WORDS.order[language],
    WORDS.cardText[language],
    ...columns.map(([, field]) => field.label[language]),
    WORDS.notes[language],
    WORDS.tags[language],
    WORDS.author[language],
    WORDS.library[language],
    WORDS.region[language],
    WORDS.reactions[language],
    WORDS.created[language],
  ];
  const row = (cell: string, record: BoardRecord, at: number, text = record.text): string[] => [
    cell,
    String(at + 1),
    text,
    ...columns.map(([name, field]) => (record.inert ? '' : fieldText(field, record.fields[name], language, board))),
    record.notes,
    record.tags.join('; '),
    record.author.name,
    record.author.library,
    record.author.region,
    reactionsText(board.reactions(record.id), language),
    record.created === 0 ? '' : new Date(record.created).toISOString(),
  ];
  const tree = freeTree(board);
  /** An object, then what lies in it, then what is said about it; `place` is the heading it stands under. */
  const objectRows = (place: string, { record, inside, about: said }: FreeNode, at: number): string[][] => {
    const within = isHeading(board, record) ? `${place} · ${oneLine(titleOf(board, record, language))}` : place;
    return [
      row(place, record, at, titleOf(board, record, language)),
      ...inside.flatMap((node, index) => objectRows(within, node, index)),
      ...said.flatMap((node, index) => objectRows(place, node, index)),
    ];
  };
  const cardRows = (cell: string, records: readonly BoardRecord[]): string[][] =>
    records.flatMap((record, at) => [row(cell, record, at), ...tree.about(record.id).flatMap((node, index) => objectRows(cell, node, index))]);
  const rows = [
    ...cellsInOrder(board.template).flatMap((cell) => cardRows(cell.title[language], board.inCell(cell))),
    ...[...board.hidden()].flatMap(([slot, records]) => cardRows(hiddenTitle(board, slot, language), records)),
    ...tree.roots.flatMap((node, at) => objectRows(WORDS.onBoard[language], node, at)),
    ...cardRows(WORDS.elsewhere[language], tree.rest),
    ...(options.public ? [...countedOutside(full)] : []).map(([type, count]) => [
      WORDS.onBoard[language],
      String(count),
      full.kind.types[type]?.label[language] ?? type,
    ]),
  ];
  return `${BOM}${csvFormatRows([header, ...rows].map((cells) => cells.map(csvCell)))}\n`;
}

/** Every field a card of this board can have, by name. */
const fieldsOf = (board: BoardReader): Readonly<Record<string, Field>> =>
  Object.assign({}, ...Object.values(board.kind.types).map((type) => type.facets));
