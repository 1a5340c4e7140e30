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
