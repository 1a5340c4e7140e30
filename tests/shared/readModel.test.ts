// The board as JSON for wall and API.
import { readModel } from '@masa/shared/board';
import { formB } from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import { AUTHOR, board } from './sheets.ts';

const LABEL = { id: 'b1', kind: 'service-canvas', template: 'form-b@1', title: 'Лист 3', group: { number: 3 } } as const;

const READER = board(
  [
    {
      id: 'table',
      cell: 'resources',
      text: 'Маса',
      facets: { cost: { amount: 300, currency: 'BGN' }, availability: 'missing', author: AUTHOR, created: 1_000 },
    },
    { id: 'need', text: 'Топло място' },
    { id: 'mayor', cell: 'partners', text: 'Кметство', facets: { brings: 'зала', contact: '0888 123456', notes: 'тайно', author: AUTHOR } },
    { id: 'shelter', cell: 'partners', text: 'Убежище на ул. Роза', facets: { sensitive: true, brings: 'стая', author: AUTHOR } },
    { id: 'old', facets: { gone: { by: 'a', name: '', at: 1 } } },
  ],
  formB,
);

test('READ-1 label, cells in template order, checks, sums', () => {
  const model = readModel(READER, LABEL, 'bg');
  expect(model).toMatchObject(LABEL);
  expect(model.cells.map(({ id, title }) => [id, title])).toEqual(formB.cells.map(({ id, title }) => [id, title.bg]));
  expect(model.checks).toContainEqual({
    code: 'missing-without-plan',
    level: 'advice',
    card: 'table',
    message: 'Липсва: кой ще го осигури и докога?',
  });
  expect(model.sums).toEqual([{ currency: 'BGN', have: 0, missing: 300, promised: 0, unsaid: 0, total: 300 }]);
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
});

test('READ-2 a card has text, author and its typed attributes that say something', () => {
  const cell = readModel(READER, LABEL, 'bg').cells.find(({ id }) => id === 'missing-resources');
  expect(cell?.cards).toEqual([
    {
      id: 'table',
      text: 'Маса',
      author: { name: AUTHOR.name, library: AUTHOR.library, region: AUTHOR.region },
      cost: { amount: 300, currency: 'BGN' },
      availability: 'missing',
      created: 1_000,
    },
  ]);
});

test('READ-3 hidden cards and the bin are told', () => {
  const model = readModel(READER, LABEL, 'en');
  expect(model.hidden).toMatchObject([{ id: 'needs', title: 'Also filled: Needs', cards: [{ id: 'need', text: 'Топло място' }] }]);
  expect(model.bin).toBe(1);
});

test('READ-4 the public model strips what is not public', () => {
  const model = readModel(READER, LABEL, 'en', { public: true });
  const partners = model.cells.find(({ id }) => id === 'partners');
  expect(model.checks).toEqual([]);
  expect(partners?.cards).toEqual([
    { id: 'mayor', text: 'Кметство', brings: 'зала', author: { name: '', library: AUTHOR.library, region: AUTHOR.region } },
    { id: 'shelter', text: 'Not shown: sensitive', sensitive: true, author: { name: '', library: '', region: '' } },
  ]);
  for (const secret of ['0888', 'тайно', 'Роза', 'Ана', 'стая']) expect(JSON.stringify(model)).not.toContain(secret);
});

test('READ-5 the free layer is told: what lies in a frame within it, comments and replies within what they are about', () => {
  const place = (x: number): { readonly box: [number, number, number, number]; readonly rot: number } => ({ box: [x, 0, 100, 100], rot: 0 });
  const free = board([
    { id: 'need', text: 'Топло място' },
    { id: 'frame', type: 'frame', text: 'Идеи', place: { box: [-10, -10, 900, 900], rot: 0 } },
    { id: 'idea', type: 'note', text: 'Чай', place: place(0), facets: { author: AUTHOR } },
    { id: 'ask', type: 'comment', text: 'Кога?', place: place(0), facets: { on: 'need', resolved: { by: 'a', name: 'А', at: 4 } } },
    { id: 'say', type: 'reply', text: 'Утре', place: place(0), facets: { of: 'ask' } },
    { id: 'drawn', type: 'ink', text: '', place: place(2_000), facets: { points: [0, 0, 50], author: AUTHOR } },
  ]);
  const model = readModel(free, LABEL, 'bg');
  expect(model.free).toMatchObject([
    { id: 'drawn', type: 'ink', title: 'Рисунка от Ана' },
    { id: 'frame', title: 'Идеи', inside: [{ id: 'idea', type: 'note', text: 'Чай', author: { name: AUTHOR.name } }] },
  ]);
  expect(model.cells.find(({ id }) => id === 'needs')?.cards[0]?.comments).toMatchObject([{ id: 'ask', resolved: true, comments: [{ id: 'say' }] }]);
  const open = readModel(free, LABEL, 'bg', { public: true });
  expect(open.counted).toEqual({ ink: 1 });
  expect(JSON.stringify(open)).not.toMatch(/Кога|Утре|Ана/u);
});
