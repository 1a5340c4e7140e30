import { type BoardReader, csvCell, escapeMarkdown, exportCsv, exportJson, exportMarkdown, importJson, reportBlock } from '@masa/shared/board';
import { isRecord, LANGUAGES } from '@masa/shared/core';
import { apply, PERSON } from '@masa/shared/document';
import { formA, formB, serviceCanvas } from '@masa/shared/kinds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AUTHOR, board, type Card, fuzz, hostileDoc, hostileValue, newDoc, readDoc } from './sheets.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');

const SECRETS = ['0888 123456', 'ул. Роза', 'само за нас', AUTHOR.name, 'Жени в беда', 'тайна стая'];

const CARDS: readonly Card[] = [
  {
    id: 'group',
    cell: 'target-group',
    text: 'Млади родители',
    facets: { age: { from: 20, to: 35 }, location: 'ул. Роза', author: AUTHOR, created: 86_400_000 },
  },
  { id: 'women', cell: 'target-group', text: 'Жени в беда', facets: { sensitive: true, population: 'тайна стая', author: AUTHOR } },
  { id: 'need', cell: 'needs', text: 'Топло място\nза срещи' },
  { id: 'table', cell: 'resources', text: 'Маса', facets: { cost: { amount: 300, currency: 'BGN' }, availability: 'missing' } },
  { id: 'room', cell: 'resources', text: 'Зала', facets: { cost: { amount: 1_000, currency: 'BGN' }, availability: 'have' } },
  { id: 'pens', cell: 'resources', text: 'Моливи', facets: { cost: { amount: 20, currency: 'EUR' } } },
  { id: 'mayor', cell: 'partners', text: 'Кметство', facets: { brings: 'сграда', contact: '0888 123456', notes: 'само за нас', tags: ['важно'] } },
];

const OPTIONS = { language: 'bg', title: 'Лист „Слънце“', group: { number: 3, name: 'Слънце', targetGroup: 'Родители' } } as const;

test('MD-1 a document with title, table, target group, headings and lists', () => {
  const text = plain(exportMarkdown(board(CARDS), OPTIONS));
  expect(
    text.startsWith(
      '# Лист „Слънце“\n\nМаса 3 · Слънце\n\n**Зададена целева група:** Родители\n\n## Целева група\n\n- Млади родители\n  - Възраст: 20–35\n',
    ),
  ).toBe(true);
  expect(text).toContain('## План/ресурси\n\n- Маса\n  - Налично ли е?: Липсва\n  - Сума: 300 лв.\n');
  expect(text).toContain('- Топло място\\\n  за срещи\n');
  expect(exportMarkdown(board(CARDS), { language: 'en' }).startsWith('# Service sheet, form A\n')).toBe(true);
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
  const text = exportMarkdown(board(CARDS, formB), { language: 'en' });
  expect(text).toContain('## Aim\n\n—\n');
  expect(text.indexOf('## Also filled: Target group (2)')).toBeGreaterThan(text.indexOf('## Parking'));
  expect(text).toContain('## Also filled: Needs (1)\n\n- Топло място');
});

test('MD-4 sums are one line, currency by currency', () => {
  expect(plain(exportMarkdown(board(CARDS), OPTIONS))).toContain('**Суми:** 20 € не е казано; 1 000 лв. имаме + 300 лв. липсват = 1 300 лв. общо\n');
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
  const [header, ...rows] = rowsOf(exportCsv(board(CARDS), { language: 'bg' })).map((row) => row.map(plain));
  const cell = (row: number, column: string): string | undefined => rows[row]?.[header?.indexOf(column) ?? -1];
  expect(rows).toHaveLength(CARDS.length);
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

/** A board read back from the file of another. */
const reimported = (reader: BoardReader): BoardReader => {
  const file: unknown = JSON.parse(JSON.stringify(exportJson(reader)));
  const edits = importJson(file, { kind: serviceCanvas });
  if (!edits.ok) throw new Error(`${edits.error.code} ${edits.error.path}`);
  const doc = newDoc();
  apply(doc, edits.value, PERSON);
  return readDoc(doc, reader.template);
};

test('JSON-1 export, import and export give the same', () => {
  expect(exportJson(reimported(board(CARDS)))).toEqual(exportJson(board(CARDS)));
  fc.assert(
    fc.property(hostileDoc(), (doc) => {
      const reader = readDoc(doc);
      const again = reimported(reader);
      expect(exportJson(again)).toEqual(exportJson(reader));
      expect(
        again
          .live()
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(
        reader
          .live()
          .map(({ id }) => id)
          .toSorted(),
      );
    }),
    fuzz(500),
  );
});

const file = (change: object = {}): unknown => ({ ...exportJson(board(CARDS)), ...change });
const withObject = (change: object): unknown =>
  file({ objects: [{ id: 'x', type: 'card', place: { cell: 'needs', order: 'a0' }, text: 'x', facets: {}, ...change }] });

const REFUSED: readonly [string, string, unknown][] = [
  ['not-a-board-file', '', null],
  ['not-a-board-file', '', []],
  ['not-a-board-file', '', 'text'],
  ['not-a-board-file', '', {}],
  ['not-a-board-file', 'objects', file({ objects: {} })],
  ['other-kind', 'kind', file({ kind: 'risk-matrix' })],
  ['too-many', 'objects', file({ objects: Array.from({ length: 5_001 }, () => 0) })],
  ['not-a-record', 'objects[0]', file({ objects: [null] })],
  ['not-an-id', 'objects[0].id', withObject({ id: '__proto__' })],
  ['not-an-id', 'objects[0].type', withObject({ type: 5 })],
  ['not-text', 'objects[0].text', withObject({ text: 5 })],
  ['too-long', 'objects[0].text', withObject({ text: 'x'.repeat(10_001) })],
  ['not-a-place', 'objects[0].place', withObject({ place: { cell: 'needs', order: '!' } })],
  ['not-a-record', 'objects[0].facets', withObject({ facets: [] })],
  ['unknown-facet', 'objects[0].facets.mood', withObject({ facets: { mood: 1 } })],
  ['unknown-facet', 'objects[0].facets.place', withObject({ facets: { place: 1 } })],
  ['unknown-facet', 'objects[0].facets.__proto__', withObject({ facets: JSON.parse('{"__proto__": 1}') })],
  ['not-in-range', 'objects[0].facets.cost', withObject({ facets: { cost: { amount: -1, currency: 'EUR' } } })],
  [
    'duplicate-id',
    'objects[1].id',
    file({ objects: [1, 2].map(() => ({ id: 'x', type: 'card', place: { cell: 'needs', order: 'a0' }, text: 'x' })) }),
  ],
];

test.each(REFUSED)('JSON-2 refused as %s at "%s"', (code, path, value) => {
  expect(importJson(value, { kind: serviceCanvas })).toEqual({ ok: false, error: { code, path } });
});

test('JSON-2 hostile JSON never throws', () => {
  const object = fc.dictionary(fc.constantFrom('id', 'type', 'place', 'text', 'facets', '__proto__'), hostileValue());
  fc.assert(
    fc.property(
      fc.oneof(
        hostileValue(),
        fc.array(fc.oneof(object, hostileValue()), { maxLength: 4 }).map((objects) => file({ objects })),
      ),
      (value) => {
        const read = importJson(value, { kind: serviceCanvas });
        expect(read.ok || /^[a-z-]+$/u.test(read.error.code)).toBe(true);
        const edits = read.ok ? read.value : [];
        expect(apply(newDoc(), edits, PERSON)).toHaveLength(edits.length);
      },
    ),
    fuzz(1_000),
  );
});

test('JSON-3 a version, and a newer one is refused with the reason', () => {
  expect(exportJson(board([]))).toEqual({ format: 'masa-board', version: 1, kind: 'service-canvas', template: 'form-a@1', objects: [] });
  expect(importJson(file({ version: 2 }), { kind: serviceCanvas })).toEqual({ ok: false, error: { code: 'newer-version', path: 'version' } });
  for (const version of [0, -1, 1.5, '1', Number.NaN]) expect(importJson(file({ version }), { kind: serviceCanvas }).ok).toBe(false);
});

test('JSON-4 unknown types keep text and place; the bin is in the archive', () => {
  const again = reimported(
    board([
      { id: 'x', type: 'hologram', text: 'from the future' },
      { id: 'old', facets: { gone: { by: 'a', name: 'Ана', at: 5 } } },
    ]),
  );
  expect(again.get('x')).toMatchObject({ type: 'hologram', text: 'from the future', place: { cell: 'needs' }, inert: true });
  expect(again.bin()).toMatchObject([{ id: 'old', gone: { by: 'a', name: 'Ана', at: 5 } }]);
});

test('JSON-5 the file is plain JSON', () => {
  fc.assert(
    fc.property(hostileDoc(), (doc) => {
      const made = exportJson(readDoc(doc));
      expect(JSON.parse(JSON.stringify(made))).toEqual(made);
      expect(isRecord(made)).toBe(true);
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
    for (const output of publicOutputs(board([...CARDS, linked], form))) for (const secret of SECRETS) expect(output).not.toContain(secret);
    const internal = exportMarkdown(board([...CARDS, linked], form), OPTIONS);
    for (const secret of SECRETS.filter((each) => each !== AUTHOR.name)) expect(internal).toContain(secret);
  }
});

test('PUBLIC-2 a sensitive card stands in its place as not shown', () => {
  const [markdown] = publicOutputs(board(CARDS));
  expect(markdown).toContain('- Млади родители\n  - Възраст: 20–35\n- Не се показва: чувствително\n');
});

test('REPORT-1 a block has its table, target group, and the labels and lists of its form', () => {
  const block = plain(reportBlock(board(CARDS), { ...OPTIONS, public: true }));
  expect(
    block.startsWith(
      '### Маса 3 · Слънце\n\n*Лист „Слънце“*\n\n**Зададена целева група:** Родители\n\n**Целева група:**\n\n- Млади родители — Възраст: 20–35\n',
    ),
  ).toBe(true);
  expect(block).toContain('**Партньори:**\n\n- Кметство — Какво дава: сграда\n');
  const inNorwegian = reportBlock(board(CARDS, formB), { ...OPTIONS, language: 'nb' });
  expect(inNorwegian.startsWith('### Bord 3 · Слънце\n')).toBe(true);
  expect(inNorwegian).toContain('**Manglende ressurser:**\n\n- Маса');
  expect(inNorwegian).toContain('**Også fylt ut: Behov (1):**');
});

test('REPORT-2 open checks are footnotes, one per sort, in the internal version only', () => {
  const cards = ['стол', 'маса'].map((text, at): Card => ({ id: `m${at}`, cell: 'resources', text, facets: { availability: 'missing' } }));
  const block = reportBlock(board(cards), OPTIONS);
  expect(block).toContain('- стол — Налично ли е?: Липсва[^3-1]\n- маса — Налично ли е?: Липсва[^3-1]\n');
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
  expect(block).not.toContain('Parcare');
  expect(reportBlock(board([{ id: 'p', cell: 'parking' }]), { language: 'ro' })).toContain('**Parcare:**\n\n- p');
});
