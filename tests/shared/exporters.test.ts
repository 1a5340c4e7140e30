// Boards written out for people and spreadsheets, in the internal and the public version.
import { type BoardReader, csvCell, escapeMarkdown, exportCsv, exportJson, exportMarkdown, reportBlock } from '@masa/shared/board';
import { LANGUAGES } from '@masa/shared/core';
import { formA, formB, serviceCanvas } from '@masa/shared/kinds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AUTHOR, board, type Card, fuzz, SAMPLE, SECRETS } from './sheets.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

const OPTIONS = { language: 'bg', title: 'Лист „Слънце“', group: { number: 3, name: 'Слънце', targetGroup: 'Родители' } } as const;

test('MD-1 a document with title, table, target group, headings and lists', () => {
  const text = plain(exportMarkdown(board(SAMPLE), OPTIONS));
  expect(
    text.startsWith(
      '# Лист „Слънце“\n\nМаса 3 · Слънце\n\n**Зададена целева група:** Родители\n\n## Целева група\n\n- Млади родители\n  - Възраст: 20–35\n',
    ),
  ).toBe(true);
  expect(text).toContain('## План/ресурси\n\n- Маса\n  - Налично ли е? Липсва\n  - Сума: 300 лв.\n');
  expect(text).toContain('- Топло място\\\n  за срещи\n');
  expect(exportMarkdown(board(SAMPLE), { language: 'en' }).startsWith('# Service sheet, form A\n')).toBe(true);
});

test.each([
  ['# заглавие', '\\# заглавие'],
  ['- точка', '\\- точка'],
  ['1. точка', '1\\. точка'],
  ['2) точка', '2\\) точка'],
  ['<script>x</script>', '\\<script\\>x\\</script\\>'],
  ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
  ['**b** _i_ `c`', '\\*\\*b\\*\\* \\_i\\_ \\`c\\`'],
  ['име_на_файл, 300 лв. - 5 бр.', 'име_на_файл, 300 лв. - 5 бр.'],
  ['a | b ~~c~~', 'a \\| b \\~\\~c\\~\\~'],
  ['&amp; &lt;', '\\&amp; \\&lt;'],
  ['---', '\\---'],
])('MD-2 %s becomes %s', (written, escaped) => expect(escapeMarkdown(written)).toBe(escaped));

test('MD-3 empty cells say so, hidden cards stand at the end with their number', () => {
  const text = exportMarkdown(board(SAMPLE, formB), { language: 'en' });
  expect(text).toContain('## Aim\n\n—\n');
  expect(text.indexOf('## Also filled: Target group (2)')).toBeGreaterThan(text.indexOf('## For later'));
  expect(text).toContain('## Also filled: Needs (1)\n\n- Топло място');
});

test('MD-4 sums are one line, currency by currency', () => {
  expect(plain(exportMarkdown(board(SAMPLE), OPTIONS))).toContain(
    '**Суми:** 20 € не е посочено; 1 000 лв. имаме + 300 лв. липсват = 1 300 лв. общо\n',
  );
  expect(exportMarkdown(board([]), OPTIONS)).not.toContain('**Суми');
});

test('MD-5 every word of every card is there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...serviceCanvas.slots.map(({ id }) => id), 'nowhere'), fc.string({ unit: 'grapheme' })), { maxLength: 8 }),
      (cards) => {
        const reader = board(
          cards.map(([cell, text], at) => ({ id: `c${at}`, cell, text })),
          formB,
        );
        const bare = exportMarkdown(reader, { language: 'uk' }).replace(/[\s\\]/gu, '');
        for (const record of reader.live()) for (const line of record.text.split('\n')) expect(bare).toContain(line.replace(/[\s\\]/gu, ''));
      },
    ),
    fuzz(400),
  );
});

/** A reader of its own (RFC 4180), so that the writer is not checked by its own library. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.replace(/^\ufeff/u, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gu)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    else if (end === '') break;
  }
  return rows.slice(0, -1);
}

test('CSV-1 one row per card with its fields under their labels', () => {
  const [header, ...rows] = rowsOf(exportCsv(board(SAMPLE), { language: 'bg' })).map((row) => row.map(plain));
  const cell = (row: number, column: string): string | undefined => rows[row]?.[header?.indexOf(column) ?? -1];
  expect(rows).toHaveLength(SAMPLE.length);
  expect([header?.[0], header?.[1], header?.[2], header?.at(-1)]).toEqual(['Клетка', 'Ред', 'Текст', 'Създадено']);
  for (const language of LANGUAGES) {
    const [labels] = rowsOf(exportCsv(board([]), { language }));
    expect(labels).toEqual([...new Set(labels)]);
  }
  expect(rows.map((row) => row.slice(0, 3))).toContainEqual(['План/ресурси', '2', 'Зала']);
  expect(['Възраст', 'Автор', 'Библиотека', 'Регион', 'Създадено'].map((column) => cell(0, column)).filter((value) => value !== '')).toContain(
    '1970-01-02T00:00:00.000Z',
  );
  expect(cell(0, 'Автор')).toBe(AUTHOR.name);
  expect(cell(3, 'Сума')).toBe('300 лв.');
});

test('CSV-2 a byte order mark, and text comes back unchanged', () => {
  const texts = ['a, b', '„x" y', 'ред\nдруг ред', '300;400'];
  const csv = exportCsv(board(texts.map((text, at) => ({ id: `c${at}`, text }))), { language: 'en' });
  expect(csv.startsWith('\ufeffCell,Order,Text,')).toBe(true);
  expect(
    rowsOf(csv)
      .slice(1)
      .map((row) => row[2]),
  ).toEqual(texts);
});

test('CSV-3 nothing is taken for a formula', () => {
  for (const text of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '=HYPERLINK("http://x")',
    'a;=1',
    'a\t@x',
    "=cmd|'/C calc'!A0",
  ]) {
    expect(csvCell(text), JSON.stringify(text)).not.toMatch(/(?:^|[;\t])[=+\-@＝＋－＠]|^[\t\r\n]/u);
    expect(csvCell(text).replaceAll("'", '')).toBe(text.replaceAll("'", ''));
  }
  expect(['300 лв.', 'a - b', 'x=y', '', 'a; b'].map(csvCell)).toEqual(['300 лв.', 'a - b', 'x=y', '', 'a; b']);
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('=', '+', '-', '@'), (text, sign) => {
      const reader = board([{ id: 'one', text: sign + text, facets: { who: `${sign}${text.slice(0, 50)}` } }]);
      for (const row of rowsOf(exportCsv(reader, { language: 'en' }))) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/u);
    }),
    fuzz(200),
  );
});

const publicOutputs = (reader: BoardReader): readonly string[] => [
  exportMarkdown(reader, { ...OPTIONS, public: true }),
  exportCsv(reader, { language: 'bg', public: true }),
  JSON.stringify(exportJson(reader, { language: 'bg', public: true })),
  reportBlock(reader, { ...OPTIONS, public: true }),
];

test('PUBLIC-1 no public output holds what is confidential', () => {
  const linked: Card = { id: 'linked', cell: 'activities', text: 'Среща', facets: { serves: ['women', 'need'] } };
  for (const form of [formA, formB]) {
    for (const output of publicOutputs(board([...SAMPLE, linked], form))) for (const secret of SECRETS) expect(output).not.toContain(secret);
    const internal = exportMarkdown(board([...SAMPLE, linked], form), OPTIONS);
    for (const secret of SECRETS.filter((each) => each !== AUTHOR.name)) expect(internal).toContain(secret);
  }
});

test('PUBLIC-2 a sensitive card stands in its place as not shown', () => {
  const [markdown] = publicOutputs(board(SAMPLE));
  expect(markdown).toContain('- Млади родители\n  - Възраст: 20–35\n- Не се показва: чувствително\n');
});

test('REPORT-1 a block has its table, target group, and the labels and lists of its form', () => {
  const block = plain(reportBlock(board(SAMPLE), { ...OPTIONS, public: true }));
  expect(
    block.startsWith(
      '### Маса 3 · Слънце\n\n*Лист „Слънце“*\n\n**Зададена целева група:** Родители\n\n**Целева група:**\n\n- Млади родители — Възраст: 20–35\n',
    ),
  ).toBe(true);
  expect(block).toContain('**Партньори:**\n\n- Кметство — Какво дава: сграда\n');
  const inNorwegian = reportBlock(board(SAMPLE, formB), { ...OPTIONS, language: 'nb' });
  expect(inNorwegian.startsWith('### Bord 3 · Слънце\n')).toBe(true);
  expect(inNorwegian).toContain('**Manglende ressurser:**\n\n- Маса');
  expect(inNorwegian).toContain('**Også fylt ut: Behov (1):**');
});

test('REPORT-2 open checks are footnotes, one per sort, in the internal version only', () => {
  const cards = ['стол', 'маса'].map((text, at): Card => ({ id: `m${at}`, cell: 'resources', text, facets: { availability: 'missing' } }));
  const block = reportBlock(board(cards), OPTIONS);
  expect(block).toContain('- стол — Налично ли е? Липсва[^3-1]\n- маса — Налично ли е? Липсва[^3-1]\n');
  expect(block.split('\n').filter((line) => line.startsWith('[^'))).toEqual(['[^3-1]: Липсва: кой ще го осигури и докога?']);
  expect(reportBlock(board(cards), { ...OPTIONS, public: true })).not.toContain('[^');
});

test('REPORT-3 footnotes of several blocks never share a name', () => {
  const cards: readonly Card[] = [{ id: 'p', cell: 'partners', text: 'Кметство' }];
  const named = (block: string): readonly string[] => block.match(/^\[\^[^\]]+\]/gmu) ?? [];
  const blocks = [
    reportBlock(board(cards), OPTIONS),
    reportBlock(board(cards), { ...OPTIONS, group: { number: 4 } }),
    reportBlock(board(cards), { ...OPTIONS, key: '3] x' }),
  ].map(named);
  expect(blocks).toEqual([['[^3-1]'], ['[^4-1]'], ['[^3x-1]']]);
});

test('REPORT-4 labels of empty cells stay, an empty parking does not appear', () => {
  const block = reportBlock(board([]), { language: 'ro', group: { number: 1 } });
  expect(block).toContain('### Masa 1\n');
  expect(block).toContain('**Necesități:** —\n');
  expect(block).not.toContain('Pentru mai târziu');
  expect(reportBlock(board([{ id: 'p', cell: 'parking' }]), { language: 'ro' })).toContain('**Pentru mai târziu:**\n\n- p');
});

const FREE: readonly Card[] = [
  { id: 'frame', type: 'frame', text: 'Идеи', place: { box: [0, 0, 900, 900], rot: 0 } },
  { id: 'idea', type: 'note', text: 'Чай и *разговор*', place: { box: [10, 10, 200, 200], rot: 0 } },
  { id: 'loose', type: 'text', text: 'Настрани', place: { box: [2_000, 0, 200, 50], rot: 0 } },
  {
    id: 'ask',
    type: 'comment',
    text: 'Кога?',
    place: { box: [0, 0, 40, 40], rot: 0 },
    facets: { on: 'need', author: AUTHOR, resolved: { by: 'a', name: 'А', at: 4 } },
  },
  { id: 'say', type: 'reply', text: 'Утре', place: { box: [0, 0, 0, 0], rot: 0 }, facets: { of: 'ask', author: AUTHOR } },
];

test('MD-6 the free layer is a section: what lies in no frame as a list, then a heading a frame; comments stand under their card', () => {
  const text = exportMarkdown(board([...SAMPLE, ...FREE]), OPTIONS);
  expect(text).toContain('## На дъската\n\n- Настрани\n\n### Идеи\n\n- Чай и \\*разговор\\*\n');
  expect(text).toContain('  за срещи\n  - Коментар: Ана: Кога? (приключен)\n    - Отговор: Ана: Утре\n');
  expect(exportMarkdown(board(SAMPLE), OPTIONS)).not.toContain('На дъската');
  const block = reportBlock(board([...SAMPLE, ...FREE]), OPTIONS);
  expect(block).toContain('**На дъската:**\n\n- Настрани\n- Идеи\n  - Чай');
});

test('CSV-4 objects of the free layer are rows under the heading they stand in, comments rows after their card', () => {
  const [, ...rows] = rowsOf(exportCsv(board([...SAMPLE, ...FREE]), { language: 'bg' }));
  expect(rows.slice(-3).map((row) => row.slice(0, 3))).toEqual([
    ['На дъската', '1', 'Настрани'],
    ['На дъската', '2', 'Идеи'],
    ['На дъската · Идеи', '1', 'Чай и *разговор*'],
  ]);
  const need = rows.findIndex((row) => row[2]?.startsWith('Топло място'));
  expect(rows.slice(need + 1, need + 3).map((row) => row.slice(0, 3))).toEqual([
    ['Потребности', '1', 'Коментар: Ана: Кога?'],
    ['Потребности', '1', 'Отговор: Ана: Утре'],
  ]);
});
