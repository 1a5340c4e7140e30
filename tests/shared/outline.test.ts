// The board as a tree.
import { createReader, type OutlineCard, type OutlineObject, type OutlineSection, outline } from '@masa/shared/board';
import { LANGUAGES } from '@masa/shared/core';
import { apply, PERSON, type Place } from '@masa/shared/document';
import { emptyBoard, emptyTemplate, formA, formB } from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import { AUTHOR, board, type Card, newDoc, readDoc } from './sheets.ts';

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

const section = (of: ReturnType<typeof outline>, id: string): OutlineSection | undefined =>
  of.children.filter((each) => each.role !== 'free').find((each) => each.id === id);
const card = (of: ReturnType<typeof outline>, id: string): OutlineCard | undefined =>
  of.children.flatMap((each) => (each.role === 'free' ? [] : each.children)).find((each) => each.id === id);

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

test('OUTLINE-3 hidden cards and the free layer have their sections', () => {
  const root = tree([...CARDS, { id: 'free', place: { box: [0, 0, 10, 10], rot: 0 } }], formB);
  const roles = root.children.slice(formB.cells.length).map(({ role, title, count }) => [role, title, count]);
  expect(roles).toEqual([
    ['hidden', 'Попълнено е и: Потребности', 2],
    ['free', 'На дъската', 1],
  ]);
});

test('OUTLINE-4 an unknown type says so', () => {
  const root = tree([{ id: 'x', type: 'hologram', text: '' }]);
  expect(section(root, 'needs')?.children).toMatchObject([{ id: 'x', supported: false, title: 'Не се поддържа тук', fields: [], complete: false }]);
});

const at = (x: number, y: number, w = 100, h = 100): Place => ({ box: [x, y, w, h], rot: 0 });
const note = (id: string, x: number, y: number, text = id): Card => ({ id, type: 'note', text, place: at(x, y) });

type Titles = readonly (string | Titles)[];
const titles = (objects: readonly OutlineObject[]): Titles =>
  objects.flatMap(({ title, children }) => (children.length > 0 ? [title, titles(children)] : [title]));
const freeOf = (of: ReturnType<typeof outline>): readonly OutlineObject[] => of.children.find((each) => each.role === 'free')?.children ?? [];

test('OUTLINE-5 objects of the free layer stand in reading order: rows from top to bottom, each from left to right', () => {
  const root = tree([note('d', 300, 400), note('b', 500, 10), note('a', 0, 40), note('c', 900, 0), note('e', 0, 600)]);
  expect(titles(freeOf(root))).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('OUTLINE-6 a frame is a heading over what lies in it, after what lies in none; a frame in a frame is under it', () => {
  const frame = (id: string, x: number, y: number, side: number): Card => ({ id, type: 'frame', text: id, place: at(x, y, side, side) });
  const root = tree([
    frame('outer', 0, 0, 1_000),
    frame('inner', 500, 500, 300),
    note('deep', 600, 600),
    note('in', 10, 10),
    note('beside', 2_000, 0),
    note('over', 960, 0),
    { id: 'arrow', type: 'connector', text: '', place: at(5_000, 0), facets: { start: { on: 'deep', at: [0, 0] }, end: { on: 'in', at: [1, 1] } } },
  ]);
  expect(titles(freeOf(root))).toEqual(['over', 'beside', 'outer', ['in', 'Стрелка от „deep“ към „in“', 'inner', ['deep']]]);
  expect(freeOf(root).map(({ isHeading }) => isHeading)).toEqual([false, false, true]);
});

test('OUTLINE-7 every object is told in words, in all five languages', () => {
  const free = (id: string, x: number, text: string, facets: NonNullable<Card['facets']> = {}): Card => ({
    id,
    type: id.split('-')[0] ?? '',
    text,
    place: at(x, 0),
    facets: { author: AUTHOR, ...facets },
  });
  const end = (on: string): unknown => ({ on, at: [0.5, 0.5] });
  const cards: readonly Card[] = [
    free('note-1', 0, 'Мисъл'),
    free('text-1', 200, 'Заглавие'),
    free('shape-1', 400, '', { shape: 'star' }),
    free('shape-2', 600, 'Кръг'),
    free('connector-1', 800, 'после', { start: end('note-1'), end: end('need') }),
    free('connector-2', 1_000, '', { start: { on: '', at: [1_000, 0] }, end: end('shape-1') }),
    free('connector-3', 1_200, '', { start: { on: '', at: [1_200, 0] }, end: { on: '', at: [1_300, 0] }, endHead: 'none' }),
    free('connector-4', 1_400, '', { start: end('note-1'), end: { on: '', at: [1_400, 0] }, endHead: 'none', startHead: 'dot' }),
    free('ink-1', 1_600, '', { points: [0, 0, 50] }),
    free('image-1', 1_800, 'Читалня', { image: { id: 'p', w: 4, h: 3 } }),
    free('image-2', 2_000, '', { image: { id: 'p', w: 4, h: 3 } }),
    free('stamp-1', 2_200, '', { sign: 'heart' }),
    free('frame-1', 2_400, ''),
  ];
  const told = new Map(freeOf(tree([...cards, ...CARDS])).map(({ id, title }) => [id, title]));
  expect(Object.fromEntries(told)).toEqual({
    'note-1': 'Мисъл',
    'text-1': 'Заглавие',
    'shape-1': 'Фигура',
    'shape-2': 'Кръг',
    'connector-1': 'Стрелка от „Мисъл“ към „Топло място“: после',
    'connector-2': 'Стрелка към „Фигура“',
    'connector-3': 'Линия',
    'connector-4': 'Стрелка към „Мисъл“',
    'ink-1': 'Рисунка от Ана',
    'image-1': 'Снимка: Читалня',
    'image-2': 'Снимка без описание',
    'stamp-1': 'Печат: сърце',
    'frame-1': 'Рамка без заглавие',
  });
  const reader = board([...cards, ...CARDS]);
  for (const language of LANGUAGES)
    for (const { title } of freeOf(outline(reader, reader.kind.analyse(reader), language))) expect(title).not.toMatch(/[{}]/u);
});

test('OUTLINE-8 comments stand under what they are about, with replies and whether they are resolved', () => {
  const root = tree([
    ...CARDS,
    note('idea', 0, 0),
    { id: 'c1', type: 'comment', text: 'Кой?', place: at(0, 0), facets: { on: 'need', created: 1, author: AUTHOR } },
    { id: 'r2', type: 'reply', text: 'Аз', place: at(0, 0), facets: { of: 'c1', created: 3 } },
    { id: 'r1', type: 'reply', text: 'Кметът', place: at(0, 0), facets: { of: 'c1', created: 2 } },
    { id: 'c2', type: 'comment', text: 'Добре', place: at(0, 0), facets: { on: 'idea', resolved: { by: 'a', name: 'А', at: 4 } } },
    { id: 'c3', type: 'comment', text: 'Тук', place: at(900, 0), facets: { on: 'nobody' } },
    { id: 'c4', type: 'comment', text: 'Стар', place: at(900, 0), facets: { gone: { by: 'a', name: 'А', at: 4 } } },
    { id: 'r4', type: 'reply', text: 'Отива с него', place: at(0, 0), facets: { of: 'c4' } },
  ]);
  expect(titles(card(root, 'need')?.children ?? [])).toEqual(['Коментар: Ана: Кой?', ['Отговор: Кметът', 'Отговор: Аз']]);
  expect(titles(freeOf(root))).toEqual(['idea', ['Коментар: Добре'], 'Коментар: Тук']);
  expect(freeOf(root)[0]?.children[0]?.settled).toBe(true);
  expect(JSON.stringify(root)).not.toContain('Отива с него');
});

test('OUTLINE-9 a picture nobody described is a check; reactions are counts', () => {
  const doc = newDoc([{ id: 'seen', type: 'image', text: '', place: at(0, 0), facets: { image: { id: 'p', w: 4, h: 3 } } }, ...CARDS]);
  for (const [by, id, mark] of [
    ['ana', 'seen', 'like'],
    ['petar', 'seen', 'like'],
    ['ana', 'need', 'star'],
  ] as const)
    apply(doc, [{ do: 'mark', by, id, mark, on: true }], PERSON);
  const reader = readDoc(doc);
  const root = outline(reader, reader.kind.analyse(reader), 'en');
  expect(freeOf(root)).toMatchObject([{ reactions: { like: 2 }, checks: [{ code: 'picture-without-description', level: 'advice' }] }]);
  expect(card(root, 'need')?.reactions).toEqual({ star: 1 });
});

test('OUTLINE-10 cards on a board that has no place for them stand under "Elsewhere"', () => {
  const root = outline(createReader(emptyBoard, emptyTemplate, board(CARDS).live()), emptyBoard.analyse(board([])), 'bg');
  expect(root.children.map(({ role, title, count }) => [role, title, count])).toEqual([['elsewhere', 'Другаде на дъската', 3]]);
});
