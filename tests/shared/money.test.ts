// Amounts as people write them.
import {
  CURRENCIES,
  CURRENCY_OF,
  type Currency,
  echoMoney,
  findMoney,
  isCurrency,
  LANGUAGES,
  type Language,
  LIMITS,
  parseMoney,
  parseMoneyValue,
  readNumber,
} from '@masa/shared/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const read = (text: string, language: Language = 'bg', currency?: Currency): string => {
  const parsed = parseMoney(text, currency === undefined ? { language } : { language, currency });
  return parsed.ok ? `${parsed.value.echo}${parsed.value.ambiguous ? ' ?' : ''}` : parsed.error.code;
};

describe('amounts as they are written', () => {
  test.each([
    ['2 000 лв.', '2 000 BGN'],
    ['300лв', '300 BGN'],
    ['300лв.', '300 BGN'],
    ['1500 лв', '1 500 BGN'],
    ['1500 лв.', '1 500 BGN'],
    ['2\u00a0000\u202fлева', '2 000 BGN'],
    ['12 ЛВ.', '12 BGN'],
    ['250 €', '250 EUR'],
    ['€250', '250 EUR'],
    ['€ 1 250', '1 250 EUR'],
    ['250 евро', '250 EUR'],
    ['80 EUR', '80 EUR'],
    ['80 євро', '80 EUR'],
    ['1 500 NOK', '1 500 NOK'],
    ['NOK 1 500', '1 500 NOK'],
    ['kr 1500,-', '1 500 NOK'],
    ['1.500,- kr', '1 500 NOK'],
    ['25 kroner', '25 NOK'],
    ['45000 грн', '45 000 UAH'],
    ['20 тис. грн.', '20 000 UAH'],
    ['5 тисяч гривень', '5 000 UAH'],
    ['₴300', '300 UAH'],
    ['300 UAH', '300 UAH'],
    ['200 RON', '200 RON'],
    ['200 de lei', '200 MDL'],
    ['2 mii lei', '2 000 MDL'],
    ['5 mii de lei', '5 000 MDL'],
    ['12 500 MDL', '12 500 MDL'],
    ['1500 lei moldovenești', '1 500 MDL'],
    ['1500 lei moldoveneşti', '1 500 MDL'],
    ['$20', '20 USD'],
    ['20 USD', '20 USD'],
    ['3 хил. лв.', '3 000 BGN'],
    ['1,5 млн. лв.', '1 500 000 BGN'],
    ['0 лв.', '0 BGN'],
    ['0,50 €', '0,50 EUR'],
    ['+300 лв.', '300 BGN'],
  ])('MONEY-1 %s is read as %s', (text, echo) => {
    expect(read(text)).toBe(echo);
  });

  test('MONEY-1 amounts: the forms real sheets use are read and shown back', () => {
    expect(['2 000 лв.', '300лв', '1.500,50', '1 500 NOK'].map((text) => read(text, 'bg', 'EUR'))).toEqual([
      '2 000 BGN',
      '300 BGN',
      '1 500,50 EUR',
      '1 500 NOK',
    ]);
  });

  test.each([
    ['1.500,50', '1 500,50 EUR'],
    ['1,500.50', '1 500,50 EUR'],
    ['1 500,50', '1 500,50 EUR'],
    ['1’500.50', '1 500,50 EUR'],
    ['12.50', '12,50 EUR'],
    ['12,5', '12,50 EUR'],
    ['1.500.000', '1 500 000 EUR'],
    ['1,500,000', '1 500 000 EUR'],
    ['1.500.000,25', '1 500 000,25 EUR'],
    ['0.500', '0,50 EUR'],
  ])('MONEY-2 %s has only one reading: %s', (text, echo) => {
    expect(LANGUAGES.filter((language) => language !== 'en').map((language) => read(text, language, 'EUR'))).toEqual(Array(4).fill(echo));
    expect(read(text, 'en', 'EUR')).toBe(echo.replace(',', '.'));
  });

  test('MONEY-3 three digits after one sign are read by the language and called ambiguous', () => {
    expect(LANGUAGES.map((language) => read('1.500', language, 'EUR'))).toEqual([
      '1 500 EUR ?',
      '1 500 EUR ?',
      '1 500 EUR ?',
      '1 500 EUR ?',
      '1.50 EUR ?',
    ]);
    expect(LANGUAGES.map((language) => read('1,500', language, 'EUR'))).toEqual([
      '1,50 EUR ?',
      '1,50 EUR ?',
      '1,50 EUR ?',
      '1,50 EUR ?',
      '1 500 EUR ?',
    ]);
  });

  test.each([
    '',
    ' ',
    'много',
    'лв.',
    '12a лв',
    '1.5000,3',
    '1 50 лв.',
    '1.500,500',
    '300-500 лв.',
    'около 300 лв. и още',
    'x'.repeat(5_000),
    `${'1'.repeat(300)}`,
  ])('MONEY-4 %s is not money and stays text', (text) => {
    expect(read(text)).toBe('not-money');
  });

  test.each(['-300 лв.', '− 300 лв.', '-€20', '-5', '1 000 000 001 лв.', '2000 млн. лв.', '99999999999999999999 лв.'])(
    'MONEY-5 %s is refused: negative or above 10⁹',
    (text) => {
      expect(read(text)).toBe('not-in-range');
      expect(findMoney(text.replace(/^[-−]\s?/u, '−'), { language: 'bg' })?.money.amount ?? 0).toBeLessThanOrEqual(LIMITS.amountMax);
    },
  );

  test('MONEY-5 10⁹ itself is taken', () => {
    expect(read('1 000 000 000 лв.')).toBe('1 000 000 000 BGN');
  });

  test('MONEY-6 an amount without a currency takes the workshop’s, else the language’s', () => {
    expect(read('300', 'bg', 'BGN')).toBe('300 BGN');
    expect(LANGUAGES.map((language) => read('300', language))).toEqual(['300 EUR', '300 MDL', '300 UAH', '300 NOK', '300 EUR']);
  });

  test('MONEY-6 lei are RON where the workshop counts in RON, else MDL', () => {
    expect(read('300 lei', 'ro')).toBe('300 MDL');
    expect(read('300 lei', 'ro', 'MDL')).toBe('300 MDL');
    expect(read('300 lei', 'ro', 'EUR')).toBe('300 MDL');
    expect(read('300 леїв', 'uk', 'UAH')).toBe('300 MDL');
    expect(read('300 lei', 'ro', 'RON')).toBe('300 RON');
    expect(read('300 lei', 'bg', 'RON')).toBe('300 RON');
    expect(read('300 lei moldovenești', 'ro', 'RON')).toBe('300 MDL');
  });

  test('MONEY-13 a new workshop counts in the currency its language is read by, and one that says its own in that', () => {
    for (const language of LANGUAGES) {
      expect(read('300', language)).toBe(`300 ${CURRENCY_OF[language]}`);
      for (const currency of CURRENCIES) expect(read('300', language, currency)).toBe(`300 ${currency}`);
    }
  });

  test('MONEY-7 what is shown back is read as the same money, never as ambiguous', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000_000 }),
        fc.constantFrom(...CURRENCIES),
        fc.constantFrom(...LANGUAGES),
        (cents, currency, language) => {
          const money = { amount: cents / 100, currency };
          expect(parseMoney(echoMoney(money, language), { language })).toEqual({
            ok: true,
            value: { money, echo: echoMoney(money, language), ambiguous: false },
          });
        },
      ),
    );
  });

  test('MONEY-8 any text gives a value or a reason, and a value that a document may carry', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d.,' \u00a0-]{0,12}(лв|€|kr|lei|грн)?\.?$/u));
    fc.assert(
      fc.property(text, fc.constantFrom(...LANGUAGES), (written, language) => {
        const parsed = parseMoney(written, { language });
        const good = parsed.ok ? parseMoneyValue(parsed.value.money).ok : ['not-money', 'not-in-range'].includes(parsed.error.code);
        const found = findMoney(written, { language });
        expect(good && (found === undefined || found.end > found.start)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('amounts inside a text', () => {
  const find = (text: string, language: Language = 'bg') => findMoney(text, { language });

  test.each([
    ['проектор – липсва, 1 500 лв.', '1 500 лв.', 1500],
    ['Столове 20 бр. за 300лв., маса 80 лв.', '300лв.', 300],
    ['наем до 15.03.2025 300 лв.', '300 лв.', 300],
    ['тел. 0888123456, такса 5 €', '5 €', 5],
    ['transport EUR 80 dus-întors', 'EUR 80', 80],
    ['sjåfør kr 1 500,- pr. uke', 'kr 1 500,-', 1500],
    ['2024 300 лв.', '300 лв.', 300],
    ['бюджет (2 000 лв.)', '2 000 лв.', 2000],
    ['чайник -60 лв.', '60 лв.', 60],
  ])('MONEY-9 in „%s“ the amount is „%s“', (text, written, amount) => {
    const found = find(text);
    expect(found && text.slice(found.start, found.end)).toBe(written);
    expect(found?.money.amount).toBe(amount);
  });

  test.each(['300–500 лв.', '20 стола', 'лев и мечка', 'leie av lokale 20', 'krav 300', 'от 2020 г.', '12.50.7000 лв', '300 левчета'])(
    'MONEY-10 in „%s“ there is no amount',
    (text) => {
      expect(find(text)).toBeUndefined();
    },
  );

  test('MONEY-10 a spaced range or a product is found and called ambiguous', () => {
    expect(find('300 до 500 лв.')).toMatchObject({ money: { amount: 500 }, ambiguous: true });
    expect(find('тениски 50 x 12 лв.')).toMatchObject({ money: { amount: 12 }, ambiguous: true });
    expect(find('тениски 50 бр. x 12 лв.')).toMatchObject({ money: { amount: 12 }, ambiguous: true });
  });

  test('MONEY-11 nothing is converted: the currency is the one written', () => {
    expect(find('1,95583 лв. = 1 €')?.money.currency).toBe('EUR');
    expect(find('1 € = 1,95 лв.')?.money).toEqual({ amount: 1, currency: 'EUR' });
    expect(CURRENCIES.every(isCurrency)).toBe(true);
  });

  test('MONEY-12 a long text is read in time proportional to its length', () => {
    const hostile = [
      '1 '.repeat(100_000),
      '1.'.repeat(100_000),
      'лв'.repeat(100_000),
      'лв. '.repeat(50_000),
      '9'.repeat(200_000),
      '300-500 лв. '.repeat(16_000),
    ];
    for (const text of hostile) expect(find(text)).toBeUndefined();
    expect(readNumber('9'.repeat(400), 'en')?.value).toBe(Number.POSITIVE_INFINITY);
  });
});
