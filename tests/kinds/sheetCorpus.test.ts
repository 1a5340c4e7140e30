// The corpus: sheets as librarians write them, and beside each what a person reads in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedCard, type ParsedSheet, parseSheets } from '@masa/shared/kinds';
import { describe, expect, test } from 'vitest';
import { losses } from './sheetLosses.ts';

interface ExpectedSheet {
  readonly form: string;
  readonly language: string;
  readonly heading?: string;
  /** Cell by cell in the order of the text: the texts of its cards, or only how many. */
  readonly cells: readonly (readonly [string, readonly string[] | number])[];
  readonly rest?: readonly string[];
  /** By card text: everything else the card says. */
  readonly values?: Readonly<Record<string, unknown>>;
}

const FOLDER = join(import.meta.dirname, 'sheets');
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));
const read = (name: string, suffix: string): string => readFileSync(join(FOLDER, `${name}.${suffix}`), 'utf8');

const shape = (sheet: ParsedSheet, expected: ExpectedSheet | undefined): ExpectedSheet => ({
  form: sheet.form,
  language: sheet.language,
  ...(sheet.heading === undefined ? {} : { heading: sheet.heading }),
  cells: sheet.cells.map(({ id, cards }, at) => [id, typeof expected?.cells[at]?.[1] === 'number' ? cards.length : cards.map((card) => card.text)]),
  ...(expected?.rest === undefined ? {} : { rest: sheet.rest }),
});

const valuesOf = ({ text: _text, source: _source, ...values }: ParsedCard): unknown => values;

describe('sheets of the corpus', () => {
  test('SHEET-1 the corpus holds at least 45 sheets in five languages and both forms', () => {
    const sheets = names.flatMap((name) => (JSON.parse(read(name, 'json')) as { sheets: ExpectedSheet[] }).sheets);
    expect(names.length).toBeGreaterThanOrEqual(45);
    expect([...new Set(sheets.map((sheet) => sheet.language))].sort()).toEqual(['bg', 'en', 'nb', 'ro', 'uk']);
    expect([...new Set(sheets.map((sheet) => sheet.form))].sort()).toEqual(['form-a', 'form-b']);
  });

  test.each(names)('SHEET-1 pasted whole sheet %s is read as a person reads it', (name) => {
    const { sheets: expected } = JSON.parse(read(name, 'json')) as { sheets: ExpectedSheet[] };
    const { sheets } = parseSheets(read(name, 'txt'));
    expect(sheets.map((sheet, at) => shape(sheet, expected[at]))).toEqual(expected.map(({ values: _values, ...rest }) => rest));
    for (const [at, sheet] of expected.entries()) {
      const cards = sheets[at]?.cells.flatMap((cell) => cell.cards) ?? [];
      for (const [text, values] of Object.entries(sheet.values ?? {})) {
        const card = cards.find((each) => each.text === text);
        expect(card && valuesOf(card), text).toEqual(values);
      }
    }
  });

  test.each(names)('SHEET-2 nothing of %s is lost', (name) => {
    expect(losses(read(name, 'txt'))).toEqual([]);
  });
});
