// The sheet parser and what is made of its reading: rules one by one. Whole sheets stand in sheetCorpus.test.ts.

import { LIMITS } from '@masa/shared/core';
import { apply, SERVER } from '@masa/shared/document';
import { type ParsedSheet, parseSheets, sheetToCards, sheetToEdits, splitList } from '@masa/shared/kinds';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProjectionOf, createReader } from './sheetBoard.ts';
import { losses } from './sheetLosses.ts';

const only = (text: string): ParsedSheet => {
  const { sheets } = parseSheets(text);
  expect(sheets).toHaveLength(1);
  return sheets[0] as ParsedSheet;
};
const cells = (text: string): [string, string[]][] => only(text).cells.map((cell) => [cell.id, cell.cards.map((card) => card.text)]);
const cards = (text: string): string[] => only(text).cells.flatMap((cell) => cell.cards.map((card) => card.text));

describe('labels', () => {
  test.each([
    'Потребности: място',
    'Потребности - място',
    'Потребности – място',
    'Потребности— място',
    'ПОТРЕБНОСТИ\nмясто',
    'Потребности\tмясто',
    '2. Потребности: място',
    '2) Потребности: място',
    '② Потребности: място',
    '**Потребности**: място',
    '**Потребности:** място',
    '## Потребности\nмясто',
    '| Потребности | място |',
    'Потребностите: място',
    'Пoтребности: място',
    'Necesitati: място',
    'Nevoi – място',
    'Потреби: място',
    'Behovene: място',
    'Needs: място',
  ])('SHEET-3 %j opens the cell of needs', (text) => {
    expect(cells(text)).toEqual([['needs', ['място']]]);
  });

  test.each([
    ['Група 3 – „Мост“\nЦел: мир', 'aim', 'Група 3 – „Мост“'],
    ['Grupul 2\nScop: мир', 'aim', 'Grupul 2'],
    ['Група № 4\nМета: мир', 'aim', 'Група № 4'],
    ['Gruppe 5\nMål: мир', 'aim', 'Gruppe 5'],
    ['Table 2\nAim: мир', 'aim', 'Table 2'],
    ['Маса 1\nЦел: мир', 'aim', 'Маса 1'],
    ['Трета група\nЦел: мир', 'aim', 'Трета група'],
    ['Група 3: Цел: мир', 'aim', 'Група 3:'],
  ])('SHEET-4 %j has a heading', (text, id, heading) => {
    expect(only(text)).toMatchObject({ heading, cells: [{ id, cards: [{ text: 'мир' }] }] });
  });

  test('SHEET-4 a list of groups without anything under them makes no sheets', () => {
    const sheet = only('Групите:\nГрупа 1\nГрупа 2\n\nГрупа 3\nЦел: мир');
    expect(sheet.heading).toBe('Група 3');
    expect(sheet.rest.join(' ')).toContain('Група 1');
  });

  test('SHEET-5 an ordinary sentence with a label’s word is no label', () => {
    expect(only('Резултати от анкетата показаха друго.\nПартньори търсим отдавна').cells).toEqual([]);
    expect(cells('Потребности: нова информация: за всички')).toEqual([['needs', ['нова информация: за всички']]]);
    expect(cells('Потребности:\n1. Топлина\n2. Информация\n3. Храна')).toEqual([['needs', ['1. Топлина', '2. Информация', '3. Храна']]]);
  });

  test('SHEET-6 a label that comes again adds to its cell; the first one again begins another sheet', () => {
    expect(parseSheets('Цел: а\nРезултати: б\nЦел: в\nРезултати: г').sheets).toHaveLength(2);
    expect(only('Целева група: а\nДейности: б\nПотребности: в\nДейности: г').cells.map((cell) => cell.id)).toEqual([
      'target-group',
      'activities',
      'needs',
      'activities',
    ]);
  });

  test('SHEET-7 a text without labels is one sheet of form A with everything in rest; a blank one is none', () => {
    expect(only('само мисли\n\nи още')).toEqual({ form: 'form-a', language: 'bg', cells: [], rest: ['само мисли', 'и още'] });
    expect(parseSheets('42', { language: 'uk' }).sheets).toEqual([{ form: 'form-a', language: 'uk', cells: [], rest: ['42'] }]);
    expect(parseSheets(' \n\t\u200b ').sheets).toEqual([]);
  });

  test('SHEET-8 the label stays as written, and the source of a card where it differs from its text', () => {
    const sheet = only('1. **Партньори:**\n• училище;\n• община');
    expect(sheet.cells[0]).toEqual({
      id: 'partners',
      label: '1. **Партньори:**',
      cards: [
        { text: 'училище', source: '• училище;' },
        { text: 'община', source: '• община' },
      ],
    });
  });
});

describe('lists', () => {
  test.each([
    ['Ресурси: зала; лаптоп; екран', ['зала', 'лаптоп', 'екран']],
    ['Ресурси: зала, лаптоп, екран', ['зала', 'лаптоп', 'екран']],
    ['Ресурси: зала / лаптоп / екран', ['зала', 'лаптоп', 'екран']],
    ['Ресурси: Зала. Лаптоп. Екран.', ['Зала', 'Лаптоп', 'Екран']],
    ['Ресурси:\n• зала\n▪ лаптоп\n· екран', ['зала', 'лаптоп', 'екран']],
    ['Ресурси:\n- зала\n– лаптоп\n* екран', ['зала', 'лаптоп', 'екран']],
    ['Ресурси: • зала • лаптоп • екран', ['зала', 'лаптоп', 'екран']],
    ['Ресурси:\nзала\nлаптоп\nекран', ['зала', 'лаптоп', 'екран']],
    ['Ресурси:\no\tзала\no\tлаптоп', ['зала', 'лаптоп']],
    ['Ресурси:\nа) зала\nб) лаптоп', ['а) зала', 'б) лаптоп']],
  ])('SHEET-9 %j is a list', (text, expected) => {
    expect(cards(text)).toEqual(expected);
  });

  test.each([
    'Ресурси: зала (с екран; и звук), която е топла',
    'Услуга: Песни, приказки, игри',
    'Цел: четене, писане, смятане',
    'Дейности: среща на 12/05/2025',
    'Ресурси: 1,5 л вода',
    'Партньори: ул. „Мир“ 5, гр. Бряг',
    'Потребности: помощ на 2. ред',
    'Информация: вж. https://example.org/a/b/c',
    'Ресурси: чайник – липсва, 60 лв.',
    'Ресурси: 20 бр. х 12 лв. без ДДС',
    'Потребности: помощ за хора и/или семейства',
  ])('SHEET-10 %j stays one card', (text) => {
    expect(cards(text)).toHaveLength(1);
  });

  test('SHEET-11 pasted list: new lines, bullets and semicolons make entries, at most 50, and the last keeps what is left', () => {
    expect(splitList('зала\nлаптоп\n\nекран')).toEqual(['зала', 'лаптоп', 'екран']);
    expect(splitList('• зала\n• лаптоп, мишка')).toEqual(['зала', 'лаптоп, мишка']);
    expect(splitList('зала; лаптоп; екран')).toEqual(['зала', 'лаптоп', 'екран']);
    expect(splitList('една мисъл, с запетая')).toEqual(['една мисъл, с запетая']);
    expect(splitList(' \n ')).toEqual([]);
    const many = splitList(Array.from({ length: 70 }, (_, at) => `ред ${at}`).join('\n'));
    expect(many).toHaveLength(LIMITS.pastedListMax);
    expect(many.at(-1)?.split('\n')).toHaveLength(21);
  });
});

describe('no text is lost', () => {
  const pieces = fc.constantFrom(
    'Потребности',
    'Услуга',
    'Цел',
    'Група 3',
    'Партньори',
    'Ефект',
    'Necesități',
    'Målgruppe',
    'Resources',
    'Група',
    'Липсват',
    'Заключение',
    'зала',
    'лв.',
    '300',
    '1.500,50',
    'г.',
    '1.',
    'а)',
    '⑧а',
    ':',
    ' – ',
    '-',
    '—',
    '\t',
    '\n',
    '\n\n',
    ';',
    ',',
    '/',
    '.',
    ' ',
    '•',
    '▪',
    '*',
    '**',
    '## ',
    '(',
    ')',
    '„',
    '“',
    '"',
    '|',
    '?',
    '%',
    '№',
    '👩‍👩‍👧',
    'е\u0301',
    '+',
    '…',
    'o\t',
  );
  const texts = fc
    .array(fc.oneof({ weight: 8, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) }), { maxLength: 60 })
    .map((all) => all.join(''));

  test('SHEET-2 every visible character of any text is in a heading, a label, a card or the rest', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(losses(text)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('SHEET-12 any text at all gives sheets and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(parseSheets(text).sheets.every((sheet) => ['form-a', 'form-b'].includes(sheet.form))).toBe(true);
      }),
    );
  });

  test('SHEET-12 two hundred thousand characters of nothing but separators, brackets or digits are read', () => {
    for (const unit of ['1', '„', '(', 'а;', 'а, ', '•', '* ', 'Цел: ', 'Група: а\n', 'Партньори ', 'Аааа. ', '\t', 'Група 3\n', 'лв 5-']) {
      const text = `Ресурси: ${unit.repeat(LIMITS.pastedTextMax / unit.length)}`;
      expect(parseSheets(text).sheets.length).toBeGreaterThan(0);
    }
  });
});

describe('cards and edits', () => {
  const context = { author: { id: 'p1', name: 'Ани', library: 'Бряг', region: 'Изток' }, now: 1_700_000_000_000 };

  test('SHEET-13 what fits no field goes to parking', () => {
    const list = sheetToCards(only('Среща в Бряг\n\nЦел: мир\nЗаключение\nДо скоро'));
    expect(list.map(({ address, text }) => [address, text])).toEqual([
      ['aim', 'мир'],
      ['parking', 'Среща в Бряг'],
      ['parking', 'Заключение\nДо скоро'],
    ]);
  });

  test('SHEET-14 edits append the cards to their slots, in order, as pasted by this person now', () => {
    const board = createProjectionOf();
    apply(board.doc, sheetToEdits(board.reader(), sheetToCards(only('Ресурси: зала\nЦел: мир')), context), SERVER);
    apply(board.doc, sheetToEdits(board.reader(), sheetToCards(only('Ресурси: лаптоп – има; екран\nЛипсват: кабел 20 лв.')), context), SERVER);
    const reader = board.reader();
    expect(reader.inSlot('resources').map((card) => [card.text, card.fields.availability])).toEqual([
      ['зала', null],
      ['лаптоп – има', 'have'],
      ['екран', null],
      ['кабел 20 лв.', 'missing'],
    ]);
    const last = reader.inSlot('resources').at(-1);
    expect(last).toMatchObject({
      author: context.author,
      created: context.now,
      origin: { how: 'pasted' },
      fields: { cost: { amount: 20, currency: 'BGN' } },
      issues: [],
    });
  });

  test('SHEET-15 a card longer than a card may be is cut at sentences or spaces, and nothing of it is lost', () => {
    const long = `Цел: ${'Едно изречение за целта. '.repeat(200)}${'ъ'.repeat(4_500)}`;
    const edits = sheetToEdits(createReader([]), sheetToCards(only(long)), context);
    const texts = edits.map((edit) => (edit.do === 'create' ? edit.text : ''));
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.every((text) => text.length <= LIMITS.cardTextMax)).toBe(true);
    expect(texts.join('').replace(/\s/gu, '')).toBe(long.slice('Цел:'.length).replace(/\s/gu, ''));
    expect(texts[0]?.endsWith('.')).toBe(true);
  });

  test('SHEET-16 a card of a sensitive group is marked so that place and contacts stay inside', () => {
    const board = createProjectionOf();
    apply(board.doc, sheetToEdits(board.reader(), sheetToCards(only('Целева група: жертви на домашно насилие')), context), SERVER);
    expect(board.reader().inSlot('target-group')[0]?.sensitive).toBe(true);
  });

  test('SHEET-17 values that a card cannot hold are dropped, whoever made them', () => {
    const [edit] = sheetToEdits(
      createReader([]),
      [{ address: 'resources', text: 'зала', fields: { cost: { amount: -5, currency: 'BGN' }, quantity: '2 бр.' } }],
      context,
    );
    expect(edit).toMatchObject({ do: 'create', facets: { quantity: '2 бр.' } });
    expect(edit?.do === 'create' && Object.keys(edit.facets)).not.toContain('cost');
  });

  test.each([
    ['bg', 'Рискове: лошо време\nМерки: палатка\nРазходи: транспорт 200 лв.\nПриходи: вход 50 лв.', 'BGN'],
    ['ro', 'Riscuri: vreme rea\nMăsuri: cort\nCosturi: transport 200 lei\nVenituri: bilete 50 lei', 'RON'],
    ['uk', 'Ризики: негода\nЗапобіжні кроки: намет\nВитрати: проїзд 200 грн\nНадходження: квитки 50 грн', 'UAH'],
    ['nb', 'Risikoer: dårlig vær\nRisikotiltak: telt\nKostnader: reise 200 kr\nInntekter: billetter 50 kr', 'NOK'],
    ['en', 'Risks: bad weather\nMeasures: a tent\nCosts: transport €200\nIncome: tickets €50', 'EUR'],
  ] as const)('SHEET-18 costs, income, risks and measures are headed in %s', (language, text, currency) => {
    const sheet = parseSheets(text, { language, currency }).sheets[0];
    expect(sheet?.cells.map(({ id, cards: made }) => [id, made.map(({ cost }) => cost)])).toEqual([
      ['risks', [undefined]],
      ['measures', [undefined]],
      ['costs', [{ amount: 200, currency }]],
      ['income', [{ amount: 50, currency }]],
    ]);
  });

  test('SHEET-18 the same words inside other fields open nothing', () => {
    expect(cells('Ресурси:\nразходи за транспорт – 200 лв.\nприходи от билети')).toEqual([
      ['resources', ['разходи за транспорт – 200 лв.', 'приходи от билети']],
    ]);
    expect(only('Aktiviteter:\nTiltak mot ensomhet').cells.map(({ id }) => id)).toEqual(['activities']);
  });
});
