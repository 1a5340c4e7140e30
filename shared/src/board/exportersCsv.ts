// A board as a table for spreadsheets: one row per card, every field in a column labelled in the reader's language.
import { csvFormatRows } from 'd3-dsv';
import type { BoardRecord } from '../document/index.ts';
import type { ExportOptions } from './exportersMarkdown.ts';
import type { Field } from './field.ts';
import type { BoardReader } from './kind.ts';
import { elsewhere, hiddenTitle } from './outline.ts';
import { fieldText } from './present.ts';
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
    WORDS.created[language],
  ];
  const row = (cell: string, record: BoardRecord, at: number): string[] => [
    cell,
    String(at + 1),
    record.text,
    ...columns.map(([name, field]) => (record.inert ? '' : fieldText(field, record.fields[name], language, board))),
    record.notes,
    record.tags.join('; '),
    record.author.name,
    record.author.library,
    record.author.region,
    record.created === 0 ? '' : new Date(record.created).toISOString(),
  ];
  const rows = cellsInOrder(board.template).flatMap((cell) => board.inCell(cell).map((record, at) => row(cell.title[language], record, at)));
  for (const [slot, records] of board.hidden()) rows.push(...records.map((record, at) => row(hiddenTitle(board, slot, language), record, at)));
  rows.push(...elsewhere(board).map((record, at) => row(WORDS.elsewhere[language], record, at)));
  return `${BOM}${csvFormatRows([header, ...rows].map((cells) => cells.map(csvCell)))}\n`;
}

/** Every field a card of this board can have, by name. */
const fieldsOf = (board: BoardReader): Readonly<Record<string, Field>> =>
  Object.assign({}, ...Object.values(board.kind.types).map((type) => type.facets));
