// How values read in a language.
import { type Field, fieldText, labelled, moneyText, oneLine } from '@masa/shared/board';
import type { Currency, Language } from '@masa/shared/core';
import { card } from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import { board } from './sheets.ts';

const field = (name: string): Field => {
  const found = card.facets[name];
  if (!found) throw new Error(`no field ${name}`);
  return found;
};

/** Unbreakable spaces read as spaces. */
const plain = (text: string): string => text.replace(/\s/gu, ' ');

const AMOUNTS: readonly [Language, number, Currency, string][] = [
  ['bg', 300, 'BGN', '300 лв.'],
  ['bg', 2_000, 'BGN', '2 000 лв.'],
  ['bg', 1_500.5, 'EUR', '1 500,50 €'],
  ['ro', 1_500, 'MDL', '1.500 lei'],
  ['ro', 300, 'RON', '300 RON'],
  ['uk', 2_000, 'UAH', '2 000 грн'],
  ['nb', 1_500, 'NOK', '1 500 kr'],
  ['nb', 300, 'BGN', '300 BGN'],
  ['en', 1_500, 'EUR', '€1,500'],
  ['en', 300, 'NOK', 'NOK 300'],
  ['bg', 0, 'USD', '0 $'],
];

test.each(AMOUNTS)('PRESENT-1 in %s, %d %s reads %s', (language, amount, currency, text) =>
  expect(plain(moneyText({ amount, currency }, language))).toBe(text),
);

test('PRESENT-2 values read in the language', () => {
  const read = (name: string, value: unknown, language: Language = 'bg'): string => plain(fieldText(field(name), value, language));
  expect(read('age', { from: 20, to: 35 })).toBe('20–35');
  expect([read('age', { from: 60, to: null }), read('age', { from: null, to: 7 }), read('age', { from: 7, to: 7 })]).toEqual(['60+', '≤ 7', '7']);
  expect(read('size', 12_000, 'en')).toBe('12,000');
  expect(read('share', { value: 10, of: 'share', base: 'от 120' })).toBe('10 % (от 120)');
  expect(read('share', { value: 12.5, of: 'growth', base: '' })).toBe('+12,5 %');
  expect(read('share', { value: -5, of: 'growth', base: '' }, 'en')).toBe('-5 %');
  expect([read('availability', 'missing'), read('availability', 'missing', 'nb')]).toEqual(['Липсва', 'Mangler']);
  expect(read('form', ['place', 'online'], 'ro')).toBe('La sediu, Online');
  expect(read('who', 'Мария')).toBe('Мария');
  for (const [name, value] of [
    ['who', null],
    ['serves', []],
    ['age', { from: null, to: null }],
    ['cost', null],
  ] as const)
    expect(read(name, value)).toBe('');
});

test('PRESENT-3 links read as number or as texts of live cards', () => {
  const reader = board([
    { id: 'one', text: 'Топло\nмясто' },
    { id: 'two', text: 'Интернет' },
    { id: 'gone', facets: { gone: { by: 'a', name: '', at: 1 } } },
  ]);
  const links = ['one', 'two', 'gone', 'never'];
  expect(fieldText(field('serves'), links, 'bg')).toBe('→ 4');
  expect(fieldText(field('serves'), links, 'bg', reader)).toBe('Топло място; Интернет');
});

test('PRESENT-4 long texts are cut by visible characters', () => {
  expect(oneLine('  a \n b ')).toBe('a b');
  expect(oneLine('👨‍👩‍👧'.repeat(5), 3)).toBe('👨‍👩‍👧👨‍👩‍👧…');
  expect(oneLine('👨‍👩‍👧'.repeat(3), 3)).toBe('👨‍👩‍👧'.repeat(3));
});

test('PRESENT-5 a label that asks needs no colon', () => {
  expect(labelled('Кой', 'Мария')).toBe('Кой: Мария');
  expect(labelled('Налично ли е?', 'Липсва')).toBe('Налично ли е? Липсва');
});
