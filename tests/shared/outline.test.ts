// The board as a tree.
import { type OutlineCard, type OutlineSection, outline } from '@masa/shared/board';
import { formA, formB } from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import { board, type Card } from './sheets.ts';

const CARDS: readonly Card[] = [
  { id: 'need', text: 'Топло място', facets: { evidence: 'interview' } },
  { id: 'guess', text: 'Интернет' },
  {
    id: 'table',
    cell: 'resources',
    text: 'Маса',
    facets: { cost: { amount: 300, currency: 'BGN' }, availability: 'missing', indicator: 'extra', notes: 'от магазина' },
  },
];

const tree = (cards: readonly Card[], template = formA, language: 'bg' | 'en' = 'bg'): ReturnType<typeof outline> => {
  const reader = board(cards, template);
  return outline(reader, reader.kind.analyse(reader), language);
};

const section = (of: ReturnType<typeof outline>, id: string): OutlineSection | undefined => of.children.find((each) => each.id === id);
const card = (of: ReturnType<typeof outline>, id: string): OutlineCard | undefined =>
  of.children.flatMap(({ children }) => children).find((each) => each.id === id);

test('OUTLINE-1 a tree of cells in template order, with counts', () => {
  const root = tree(CARDS);
  expect(root).toMatchObject({ role: 'board', id: 'form-a', title: formA.title.bg });
  expect(root.children.map(({ id }) => id)).toEqual(formA.cells.map(({ id }) => id));
  expect(section(root, 'needs')).toMatchObject({ role: 'cell', title: 'Потребности', hint: formA.cells[1]?.hint.bg, count: 2, complete: 1 });
  expect(section(tree(CARDS, formA, 'en'), 'needs')?.title).toBe('Needs');
});

test('OUTLINE-2 cards have fields by label, the slot’s first, and their checks', () => {
  const found = card(tree(CARDS), 'table');
  expect(found?.fields.map(({ label, value }) => [label, value.replace(/\s/gu, ' ')])).toEqual([
    ['Налично ли е?', 'Липсва'],
    ['Сума', '300 лв.'],
    ['По какво ще познаем', 'extra'],
  ]);
  expect(found).toMatchObject({ title: 'Маса', notes: 'от магазина', supported: true, complete: true });
  expect(found?.checks).toEqual([{ code: 'missing-without-plan', level: 'advice', message: 'Липсва: кой ще го осигури и докога?' }]);
});

test('OUTLINE-3 hidden and free cards have their sections', () => {
  const root = tree([...CARDS, { id: 'free', place: { box: [0, 0, 10, 10], rot: 0 } }], formB);
  const roles = root.children.slice(formB.cells.length).map(({ role, title, count }) => [role, title, count]);
  expect(roles).toEqual([
    ['hidden', 'Попълнено е и: Потребности', 2],
    ['elsewhere', 'Другаде на дъската', 1],
  ]);
});

test('OUTLINE-4 an unknown type says so', () => {
  const root = tree([{ id: 'x', type: 'hologram', text: '' }]);
  expect(section(root, 'needs')?.children).toMatchObject([{ id: 'x', supported: false, title: 'Не се поддържа тук', fields: [], complete: false }]);
});
