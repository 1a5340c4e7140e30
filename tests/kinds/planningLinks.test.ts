// Links between cards of a planning sheet, stars, and the group's block of the report.
import {
  circularLinks,
  type Link,
  linkable,
  linkBetween,
  linksOf,
  reportBlock,
  STARS_MAX,
  star,
  type Template,
  toggleLink,
  withoutCircles,
} from '@masa/shared/board';
import { LANGUAGES, LIMITS } from '@masa/shared/core';
import { apply, PERSON } from '@masa/shared/document';
import { canvasSheet, formA, formB, serviceCanvas, smartDiagram } from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import { board, type Card, createPeers, newDoc, readDoc } from '../shared/sheets.ts';

const card = (id: string, cell: string, facets: Card['facets'] = {}, text = id): Card => ({ id, cell, text, facets: facets ?? {} });
const GONE = { by: 'x', name: '', at: 1 };
const LOCK = { by: 'x', name: '', at: 1, staff: false };
const EFFECTS = ['effect', 'social-effect', 'economic-effect', 'results'] as const;
const ALL = serviceCanvas.slots.map(({ id }) => card(id, id));

test('PLAN-9 which cards can be joined', () => {
  const reader = board(ALL);
  const joined = (id: string): readonly string[] =>
    linkable(reader, id)
      .map((record) => record.id)
      .toSorted();
  expect(joined('needs')).toEqual(['activities', 'aim', ...EFFECTS].toSorted());
  expect(joined('activities')).toEqual(['needs', 'resources', 'partners', 'information', ...EFFECTS].toSorted());
  expect(joined('results')).toEqual(['activities', 'needs']);
  expect(joined('risks')).toEqual(['measures']);
  expect([joined('parking'), joined('service'), joined('nobody')]).toEqual([[], [], []]);
  const [need, activity] = [reader.get('needs'), reader.get('activities')];
  if (!need || !activity) throw new Error('no cards');
  const place = { holder: 'activities', field: 'serves', target: 'needs' };
  expect(linkBetween(serviceCanvas, need, activity)).toMatchObject(place);
  expect(linkBetween(serviceCanvas, activity, need)).toMatchObject(place);
  expect(linkBetween(serviceCanvas, need, need)).toBeUndefined();
  for (const rule of serviceCanvas.links ?? []) {
    expect(serviceCanvas.types.card?.facets[rule.field]?.input.as).toBe('links');
    for (const slot of rule.from) expect(serviceCanvas.slots.find(({ id }) => id === slot)?.fields, slot).toContain(rule.field);
    for (const language of LANGUAGES) expect(rule.label[language].trim()).not.toBe('');
  }
});

test('PLAN-10 joining and parting', () => {
  const doc = newDoc([card('n', 'needs'), card('a', 'activities'), card('r', 'resources')]);
  const toggle = (from: string, to: string): void => void apply(doc, toggleLink(readDoc(doc), from, to), PERSON);
  const all = (): readonly string[] => linksOf(readDoc(doc)).map(({ from, field, to }) => `${from} ${field} ${to}`);
  toggle('n', 'a');
  toggle('a', 'r');
  expect(all().toSorted()).toEqual(['a serves n', 'a uses r']);
  toggle('a', 'n');
  expect(all()).toEqual(['a uses r']);
  // Moved on since: nobody would join them now, and still they can be parted.
  apply(doc, [{ do: 'set', id: 'a', facet: 'place', value: { cell: 'needs', order: 'a1' } }], PERSON);
  toggle('r', 'a');
  expect(all()).toEqual([]);

  expect(toggleLink(readDoc(doc), 'n', 'n')).toEqual([]);
  expect(toggleLink(readDoc(doc), 'n', 'nobody')).toEqual([]);
  const full = Array.from({ length: LIMITS.linksMax }, (_, at) => `x${at}`);
  const [need, locked] = [card('n', 'needs'), card('a', 'activities', { lock: LOCK })];
  expect(toggleLink(board([need, locked]), 'n', 'a')).toEqual([]);
  expect(toggleLink(board([need, card('a', 'activities', { serves: full })]), 'n', 'a')).toEqual([]);
  expect(toggleLink(board([card('n', 'needs', { gone: GONE }), card('a', 'activities')]), 'n', 'a')).toEqual([]);
  expect(toggleLink(board([card('n', 'needs', { lock: LOCK }), card('a', 'activities')]), 'n', 'a')).toHaveLength(1);
});

test('PLAN-11 all links that are there', () => {
  const reader = board([
    card('n', 'needs', { serves: ['a'] }),
    card('b', 'needs', { gone: GONE }),
    card('a', 'activities', { serves: ['n', 'b', 'never'], uses: ['r'] }),
    card('r', 'resources'),
    card('p', 'parking', { causedBy: ['a'] }),
  ]);
  expect(
    linksOf(reader)
      .map(({ from, field, to }) => `${from} ${field} ${to}`)
      .toSorted(),
  ).toEqual(['a serves n', 'a uses r', 'n serves a', 'p causedBy a']);
});

test('PLAN-12 circles are found', () => {
  const link = (from: string, to: string): Link => ({ from, to, field: 'serves' });
  const circular = (links: readonly Link[]): readonly string[] => [...circularLinks(links)].map(({ from, to }) => from + to);
  expect(circular([link('a', 'b'), link('b', 'c'), link('a', 'c')])).toEqual([]);
  expect(circular([link('a', 'b'), link('b', 'c'), link('c', 'a'), link('c', 'd'), link('e', 'a')])).toEqual(['ab', 'bc', 'ca']);
  expect(circular([link('a', 'a'), link('a', 'b')])).toEqual(['aa']);
  expect(circular([link('a', 'b'), link('b', 'a'), link('b', 'c'), link('c', 'd'), link('d', 'c')])).toEqual(['ab', 'ba', 'cd', 'dc']);
  const chain = Array.from({ length: 10_000 }, (_, at) => link(`c${at}`, `c${at + 1}`));
  expect(circularLinks(chain).size).toBe(0);
  expect(circularLinks([...chain, link('c10000', 'c0')]).size).toBe(10_001);
});

test('PLAN-13 a circle is drawn and is not in the report', () => {
  const reader = board([
    card('n1', 'needs', { serves: ['a1'] }, 'Топло място'),
    card('n2', 'needs', {}, 'Компания'),
    card('a1', 'activities', { serves: ['n1', 'n2'], who: 'Ана', when: 'юни' }, 'Срещи'),
  ]);
  expect(linksOf(reader)).toHaveLength(3);
  const flagged = serviceCanvas.analyse(reader).checks.filter(({ code }) => code === 'links-in-circle');
  expect(flagged.map(({ card: id = '' }) => id).toSorted((one, two) => one.localeCompare(two))).toEqual(['a1', 'n1']);
  const block = reportBlock(reader, { language: 'bg', group: { number: 1 } });
  expect(block).toContain('- Срещи — Кой: Ана · Кога: юни · На кои потребности отговаря: Компания');
  expect(block.match(/Топло място/gu)).toHaveLength(1);
  expect(block).toContain('Връзките вървят в кръг');
  const straight = board([card('n', 'needs'), card('a', 'activities', { serves: ['n'] })]);
  expect(withoutCircles(straight)).toBe(straight);
});

test('PLAN-14 undo brings back a card with its links', () => {
  const [peer] = createPeers(['ana'], [card('n', 'needs'), card('a', 'activities', { serves: ['n'] }), card('e', 'results', { causedBy: ['a'] })]);
  if (!peer) throw new Error('nobody');
  const links = (): readonly string[] =>
    linksOf(readDoc(peer.doc))
      .map(({ from, to }) => from + to)
      .toSorted();
  const before = links();
  peer.history.perform([{ do: 'set', id: 'a', facet: 'gone', value: GONE }]);
  expect([before, links()]).toEqual([['an', 'ea'], []]);
  peer.history.undo();
  expect(links()).toEqual(before);
});

test('PLAN-15 at most five stars', () => {
  const doc = newDoc([...Array.from({ length: 6 }, (_, at) => card(`c${at}`, 'needs')), card('l', 'needs', { lock: LOCK })]);
  const put = (id: string, on: boolean): string => {
    const outcome = star(readDoc(doc), id, on);
    if (outcome.ok) apply(doc, outcome.value, PERSON);
    return outcome.ok ? String(outcome.value.length) : outcome.error.code;
  };
  expect(STARS_MAX).toBe(5);
  expect(Array.from({ length: 6 }, (_, at) => put(`c${at}`, true))).toEqual(['1', '1', '1', '1', '1', 'stars-full']);
  expect(put('c0', true)).toBe('0');
  expect(put('c0', false)).toBe('1');
  expect(put('l', true)).toBe('locked');
  expect(put('c5', true)).toBe('1');
  expect(put('c0', true)).toBe('stars-full');
  apply(doc, [{ do: 'set', id: 'c5', facet: 'gone', value: GONE }], PERSON);
  expect([put('c5', false), put('nobody', true), put('c0', true)]).toEqual(['not-there', 'not-there', '1']);
});

const SHEET: readonly Card[] = [
  card('g', 'group', { groupNumber: 3, members: 'Мария Петрова, Ана' }, 'Изгрев'),
  card('t', 'target-group', { size: 120 }, 'Млади родители'),
  card('n', 'needs', { evidence: 'assumption', starred: true }, 'Топло място'),
  card('s', 'service', {}, 'Бебешка сутрин'),
  card('r', 'resources', { availability: 'missing', cost: { amount: 300, currency: 'EUR' } }, 'Повивалник'),
  card('c', 'costs', { cost: { amount: 40, currency: 'EUR' }, availability: 'have' }, 'Закуска'),
  card('i', 'income', { cost: { amount: 500, currency: 'EUR' }, availability: 'promised' }, 'Фонд'),
];
const block = (form: Template | undefined, options: Partial<Parameters<typeof reportBlock>[1]> = {}, cards = SHEET): string =>
  reportBlock(board(cards, smartDiagram), { language: 'bg', group: { number: 3 }, ...(form ? { form } : {}), ...options }).replace(/\u00a0/gu, ' ');

test('PLAN-22 the block in any view and language', () => {
  const parts = (text: string): readonly string[] => [...text.matchAll(/^\*\*(.+?):\*\*/gmu)].map(([, label]) => label ?? '');
  expect(parts(block(undefined)).slice(0, 3)).toEqual(['Група', '1 · Целева група', '2 · Потребности']);
  expect(parts(block(formA)).slice(0, 3)).toEqual(['Целева група', 'Потребности', 'Идентифициране на услугата']);
  expect(parts(block(formB, { language: 'nb' })).slice(0, 3)).toEqual(['Tjeneste', 'Mål', 'Samarbeidspartnere']);
  expect(parts(block(canvasSheet, { language: 'ro' })).slice(0, 3)).toEqual(['Serviciu', 'Utilizatori', 'Necesități']);
  for (const form of [undefined, formA, formB, canvasSheet])
    for (const { text } of SHEET)
      expect(
        block(form)
          .split('\n')
          .filter((line) => line.includes(text ?? '')),
        `${form?.id} ${text}`,
      ).toHaveLength(1);
});

test('PLAN-23 stars are marked', () => {
  expect(block(formA)).toContain('- ★ Топло място');
  expect(block(formA)).toContain('\n★ ще се каже пред всички\n');
  expect(
    block(
      formA,
      {},
      SHEET.filter(({ id }) => id !== 'n'),
    ),
  ).not.toContain('★');
});

test('PLAN-24 money and checks under the block', () => {
  const internal = block(formB);
  expect(internal).toContain('**Суми:** 300 € липсват\n\n**Разходи:** 40 € имаме\n\n**Приходи:** 500 € обещани\n');
  expect(internal).toContain('[^3-');
  expect(internal).toContain('Мария Петрова');
  const open = block(formB, { public: true });
  expect(open).toContain('**Приходи:** 500 € обещани');
  expect(open).not.toContain('[^');
  expect(open).not.toContain('Мария Петрова');
});
