// What a service sheet adds up to and what a colleague would ask. Above 250 lines: one test for each check.
import { LANGUAGES } from '@masa/shared/core';
import { formA, formB, serviceCanvas } from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import { board, type Card } from '../shared/sheets.ts';

const analyse = (cards: readonly Card[]): ReturnType<typeof serviceCanvas.analyse> => serviceCanvas.analyse(board(cards));

/** Codes by card. */
const said = (cards: readonly Card[]): readonly string[] => analyse(cards).checks.map(({ code, card }) => `${card}: ${code}`);

const card = (id: string, cell: string, facets: Card['facets'] = {}, text = id): Card => ({ id, cell, text, facets: facets ?? {} });

const cost = (amount: number, currency = 'BGN'): object => ({ amount, currency });

test('SERVICE-1 complete cards have a text and every wanted field', () => {
  const { filling } = analyse([
    card('n1', 'needs', { evidence: 'interview' }),
    card('n2', 'needs'),
    card('a1', 'activities', { who: 'Ана', when: 'юни', serves: ['n1'] }),
    card('a2', 'activities', { who: 'Ана', when: 'юни' }),
    card('s1', 'service'),
    card('x', 'needs', {}, ' '),
  ]);
  expect(filling.needs).toEqual({ cards: 2, complete: 1 });
  expect(filling.activities).toEqual({ cards: 2, complete: 1 });
  expect(filling.service).toEqual({ cards: 1, complete: 1 });
  expect(Object.keys(filling).toSorted()).toEqual(serviceCanvas.slots.map(({ id }) => id).toSorted());
});

test('SERVICE-2 sums are per currency and availability, exact in hundredths', () => {
  const tenths = Array.from({ length: 30 }, (_, at) => card(`t${at}`, 'resources', { cost: cost(0.29, 'EUR'), availability: 'have' }));
  const { sums } = analyse([
    ...tenths,
    card('r1', 'resources', { cost: cost(300), availability: 'missing' }),
    card('r2', 'resources', { cost: cost(200.55), availability: 'promised' }),
    card('r3', 'resources', { cost: cost(50) }),
    card('r4', 'resources', { availability: 'have' }),
    card('bad', 'resources', { cost: { amount: Number.NaN, currency: 'BGN' } }),
  ]);
  expect(sums).toEqual([
    { currency: 'EUR', have: 8.7, missing: 0, promised: 0, unsaid: 0, total: 8.7 },
    { currency: 'BGN', have: 0, missing: 300, promised: 200.55, unsaid: 50, total: 550.55 },
  ]);
});

test('SERVICE-3 effects and activities are not in the sums', () => {
  expect(analyse([card('e', 'economic-effect', { cost: cost(900) }), card('a', 'activities', { cost: cost(90) })]).sums).toEqual([]);
});

test('SERVICE-4 an empty board has nothing to say', () => {
  for (const form of [formA, formB]) {
    const { checks, sums, filling } = serviceCanvas.analyse(board([], form));
    expect([checks, sums]).toEqual([[], []]);
    expect(Object.values(filling).every(({ cards, complete }) => cards === 0 && complete === 0)).toBe(true);
  }
});

const PLANNED = { who: 'Ана', when: 'юни' };
const PROVEN = { indicator: 'брой', base: '12 души', serves: ['n'] };

test('SERVICE-5 a need that no activity serves', () => {
  const need = card('n', 'needs');
  expect(said([need])).toEqual(['n: need-without-activity']);
  expect(said([need, card('a', 'activities', { ...PLANNED, serves: ['n'] })])).toEqual([]);
  expect(said([need, card('a', 'activities', { ...PLANNED, serves: ['n'], gone: { by: 'x', name: '', at: 1 } })])).toEqual([
    'n: need-without-activity',
  ]);
});

test('SERVICE-6 an activity without who or when', () => {
  expect(said([card('a', 'activities'), card('b', 'activities', { who: 'Ана' }), card('c', 'activities', PLANNED)])).toEqual([
    'a: activity-without-plan',
    'b: activity-without-plan',
  ]);
});

test.each(['effect', 'social-effect', 'economic-effect', 'results'])('SERVICE-7 a lack in %s is named by itself', (slot) => {
  const need = [card('n', 'needs'), card('a', 'activities', { ...PLANNED, serves: ['n'] })];
  expect(said([...need, card('e', slot)])).toEqual(['e: effect-without-indicator', 'e: effect-without-base', 'e: effect-without-need']);
  expect(said([...need, card('e', slot, { ...PROVEN, indicator: null })])).toEqual(['e: effect-without-indicator']);
  expect(said([...need, card('e', slot, { ...PROVEN, serves: ['never'] })])).toEqual(['e: effect-without-need']);
  const binned = card('b', 'needs', { gone: { by: 'x', name: '', at: 1 } });
  expect(said([...need, binned, card('e', slot, { ...PROVEN, serves: ['b'] })])).toEqual(['e: effect-without-need']);
  expect(said([...need, card('e', slot, PROVEN)])).toEqual([]);
});

test('SERVICE-8 a share asks for the size of the target group', () => {
  const share = (of: string): Card => card('e', 'effect', { ...PROVEN, share: { value: 10, of, base: 'всички' } });
  const shares = (cards: readonly Card[]): boolean => said(cards).includes('e: share-without-group-size');
  expect(shares([share('share')])).toBe(true);
  expect(shares([share('share'), card('g', 'target-group', { size: 0 })])).toBe(true);
  expect(shares([share('share'), card('g', 'target-group'), card('h', 'target-group', { size: 120 })])).toBe(false);
  expect(shares([share('growth')])).toBe(false);
});

test('SERVICE-9 a percentage without a base is flagged', () => {
  const flagged = (facets: object, text = 'e'): boolean =>
    said([card('e', 'effect', { indicator: 'брой', ...facets }, text)]).includes('e: percent-without-base');
  expect(flagged({ share: { value: 10, of: 'share', base: '' } })).toBe(true);
  expect(flagged({ share: { value: 10, of: 'share', base: 'безработните' } })).toBe(false);
  for (const text of ['10 % заети', '10% employed', '10 на сто', '10 procente', 'økning 5 prosent', '10 відсотків'])
    expect(flagged({}, text), text).toBe(true);
  expect(flagged({ base: '120 души' }, '10 % заети')).toBe(false);
  expect([flagged({}, '10 заети'), flagged({}, '10 % от безработните')]).toEqual([false, false]);
  expect(flagged({}, '5–10 % заети')).toBe(true);
});

test('SERVICE-10 a partner that brings nothing', () => {
  expect(said([card('p', 'partners'), card('q', 'partners', { brings: 'зала' })])).toEqual(['p: partner-brings-nothing']);
});

test('SERVICE-11 a missing resource without who and when', () => {
  const missing = (facets: object): boolean =>
    said([card('r', 'resources', { availability: 'missing', ...facets })]).includes('r: missing-without-plan');
  expect([missing({}), missing({ who: 'Ана' }), missing(PLANNED)]).toEqual([true, true, false]);
  expect(said([card('r', 'resources', { availability: 'promised' }), card('s', 'resources')])).toEqual([]);
});

test.each([
  ['Топло място за срещи', 'топло  място за срещи!', true],
  ['Топло място за срещи на родители', 'Топлото място за срещи на родителите', true],
  ['Un loc cald pentru părinți', 'Un loc cald pentru parinti.', true],
  ['Топло място за срещи', 'Родителите се познават и идват отново', false],
  ['Et varmt sted å møtes', 'Foreldre blir kjent', false],
  ['…', '…', false],
])('SERVICE-12 need "%s", aim "%s": repeats %s', (need, aim, repeats) => {
  expect(said([card('n', 'needs', {}, need), card('m', 'aim', {}, aim)]).includes('m: aim-repeats-need')).toBe(repeats);
});

test('SERVICE-13 a second service asks', () => {
  const services = ['s1', 's2', 's3'].map((id) => card(id, 'service'));
  expect(said(services)).toEqual(['s2: second-service', 's3: second-service']);
  expect(analyse(services).checks[0]?.message.bg).toBe('Един лист, една услуга: да разделим ли?');
});

test('SERVICE-14 a sensitive group with a place', () => {
  expect(
    said([
      card('g', 'target-group', { sensitive: true, location: 'с. Роза' }),
      card('h', 'target-group', { location: 'с. Роза' }),
      card('i', 'target-group', { sensitive: true }),
    ]),
  ).toEqual(['g: sensitive-with-place']);
});

test('SERVICE-15 group size 0 and reversed ages', () => {
  expect(
    said([
      card('g', 'target-group', { size: 0 }),
      card('h', 'target-group', { age: { from: 35, to: 20 } }),
      card('i', 'target-group', { age: { from: 20, to: null } }),
    ]),
  ).toEqual(['g: group-size-zero', 'h: age-reversed']);
});

test('SERVICE-16 amounts in a text that are not counted', () => {
  const flagged = (text: string, facets: NonNullable<Card['facets']> = {}, slot = 'resources'): boolean =>
    said([card('r', slot, facets, text)]).includes('r: amount-not-counted');
  for (const text of [
    'Маса 300лв.',
    '2 000 лв.',
    '1500 лева',
    '2 хил. лв',
    '1.500,50 евро',
    '150 lei',
    '100 000 de lei',
    '100 гривень',
    '500 грн',
    '1 500 kr',
    '1500,- kroner',
    '€50',
    'kr 500',
    '20 EUR',
    '5 долара',
    'NOK 100',
  ])
    expect(flagged(text), text).toBe(true);
  for (const text of ['20 години', '30 младежи', '12 krukker', '10 krig', '3 lectii', '5 левчета', 'до 2026', '100 %', 'лв.', '2 legende'])
    expect(flagged(text), text).toBe(false);
  expect(flagged('300 лв.', { cost: cost(300) })).toBe(false);
  expect(flagged('300 лв.', {}, 'activities')).toBe(true);
  expect(flagged('300 лв.', {}, 'needs')).toBe(false);
});

test('SERVICE-17 what could not be read is flagged', () => {
  expect(said([card('r', 'service', { cost: { amount: -5, currency: 'BGN' } })])).toEqual(['r: unreadable']);
});

test('SERVICE-18 every check speaks five languages; binned and inert cards are not checked', () => {
  const everything: readonly Card[] = [
    card('n', 'needs', {}, 'Топло място за срещи'),
    card('m', 'aim', {}, 'Топло място за срещи'),
    card('a', 'activities'),
    card('e', 'effect', { share: { value: 10, of: 'share', base: '' } }),
    card('p', 'partners'),
    card('r', 'resources', { availability: 'missing' }, '300 лв.'),
    card('s1', 'service'),
    card('s2', 'service', { cost: 'x' }),
    card('g', 'target-group', { size: 0, age: { from: 9, to: 1 }, sensitive: true, location: 'x' }),
  ];
  const { checks } = analyse(everything);
  expect(new Set(checks.map(({ code }) => code)).size).toBe(16);
  for (const check of checks) {
    expect(['advice', 'flag']).toContain(check.level);
    expect(new Set(LANGUAGES.map((language) => check.message[language].trim())).size, check.code).toBe(LANGUAGES.length);
    expect(everything.some(({ id }) => id === check.card)).toBe(true);
  }
  expect(said(everything.map((each) => ({ ...each, facets: { ...each.facets, gone: { by: 'x', name: '', at: 1 } } })))).toEqual([]);
  expect(said(everything.map((each) => ({ ...each, type: 'hologram' })))).toEqual([]);
});

test('SERVICE-19 the work grows with the number of cards, not faster', () => {
  // Counted, not timed: how often a card's text is read.
  const reads = (count: number): number => {
    let read = 0;
    const cards = Array.from({ length: count }, (_, at) => card(`c${at}`, at % 2 === 0 ? 'needs' : 'aim', {}, `нужда ${at}`));
    const reader = board(cards);
    const counted = (slot: string): ReturnType<typeof reader.inSlot> =>
      reader.inSlot(slot).map((record) =>
        Object.defineProperty({ ...record }, 'text', {
          get: () => {
            read += 1;
            return record.text;
          },
        }),
      );
    serviceCanvas.analyse({ ...reader, inSlot: counted });
    expect(read).toBeGreaterThan(count / 4);
    return read;
  };
  expect(reads(600) / reads(300)).toBeLessThan(2.2);
  const long = 'дълъг 1 '.repeat(1_200);
  expect(analyse([card('r', 'resources', {}, long), card('e', 'effect', {}, long)]).checks.length).toBeGreaterThan(0);
});

const lineOf = (each: Card, language: 'bg' | 'nb' = 'bg'): string => {
  const [record] = board([each]).live();
  return record ? serviceCanvas.summary(record, language).replace(/\s/gu, ' ') : '';
};

test('SERVICE-20 one line in reading order', () => {
  const table = card('r', 'resources', { who: 'Мария', when: 'до юни', availability: 'missing', cost: cost(300) });
  expect(lineOf(table)).toBe('300 лв. · липсва · Мария · до юни');
  expect(lineOf(table, 'nb')).toBe('300 BGN · mangler · Мария · до юни');
  expect(lineOf(card('a', 'activities', { serves: ['x', 'y'], who: 'Ана' }))).toBe('Ана · → 2');
  expect(lineOf(card('g', 'target-group', { age: { from: 20, to: 35 }, size: 120, reach: 'non-user' }))).toBe('120 · 20–35 · не ползват');
  expect(lineOf(card('n', 'needs'))).toBe('');
});

test('SERVICE-21 nothing confidential, nothing of other slots, nothing long', () => {
  expect(lineOf(card('p', 'partners', { contact: '0888 123456', brings: 'зала', size: 5 }))).toBe('зала');
  expect(lineOf(card('g', 'target-group', { location: 'с. Роза' }))).toBe('');
  const long = lineOf(card('p', 'partners', { brings: 'много '.repeat(40) }));
  expect(long.length).toBeLessThanOrEqual(60);
  expect(long.endsWith('…')).toBe(true);
});
