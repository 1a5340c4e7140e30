// A board read through its kind and a template.
import { createReader } from '@masa/shared/board';
import { apply, FACET, PARKING, PERSON } from '@masa/shared/document';
import { formA, formB, KINDS, serviceCanvas } from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import { board, type Card, newDoc, projectionOf, readDoc } from './sheets.ts';

const gone = (at: number): NonNullable<Card['facets']> => ({ gone: { by: 'ana', name: 'Ана', at } });

const cellIds = (reader: ReturnType<typeof board>, cell: string): readonly string[] =>
  reader.template.cells.filter(({ id }) => id === cell).flatMap((each) => reader.inCell(each).map(({ id }) => id));

test('READER-1 live cards are those not in the bin and not blank, in order', () => {
  const reader = board([
    { id: 'late', order: 'a5' },
    { id: 'early', order: 'a1' },
    { id: 'binned', facets: gone(1) },
    { id: 'blank', text: ' \n' },
  ]);
  expect(
    reader
      .live()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['early', 'late']);
  expect(cellIds(reader, 'needs')).toEqual(['early', 'late']);
  expect(reader.get('binned')?.id).toBe('binned');
});

test('READER-2 what a template does not show is hidden by slot', () => {
  const cards = [{ id: 'need' }, { id: 'poster', cell: 'information' }, { id: 'name', cell: 'service' }];
  expect([...board(cards, formB).hidden()].map(([slot, list]) => [slot, list.map(({ id }) => id)])).toEqual([
    ['needs', ['need']],
    ['information', ['poster']],
  ]);
  expect(board(cards, formA).hidden().size).toBe(0);
});

test('READER-3 an unknown slot is parking', () => {
  const reader = board([{ id: 'one', cell: 'moon-base' }]);
  expect(cellIds(reader, PARKING)).toEqual(['one']);
  expect(reader.inSlot(PARKING)).toHaveLength(1);
});

test('READER-4 conditions share the slot among the cells of form B', () => {
  const cards = ['have', 'missing', 'promised', undefined].map(
    (availability, at): Card => ({ id: `r${at}`, cell: 'resources', facets: { availability } }),
  );
  const reader = board(cards, formB);
  expect(cellIds(reader, 'resources')).toEqual(['r0', 'r2', 'r3']);
  expect(cellIds(reader, 'missing-resources')).toEqual(['r1']);
  expect(reader.hidden().size).toBe(0);
});

test('READER-5 equal order keys give one order', () => {
  const cards = ['c', 'a', 'b'].map((id) => ({ id, order: 'a0' }));
  expect(cellIds(board(cards), 'needs')).toEqual(['a', 'b', 'c']);
  expect(cellIds(board(cards.toReversed()), 'needs')).toEqual(['a', 'b', 'c']);
});

test('READER-6 the bin has the newest first and nothing blank', () => {
  const reader = board([{ id: 'old', facets: gone(1) }, { id: 'new', facets: gone(9) }, { id: 'blank', text: '', facets: gone(5) }, { id: 'live' }]);
  expect(reader.bin().map(({ id }) => id)).toEqual(['new', 'old']);
});

test('READER-7 forms A and B show the same records', () => {
  const doc = newDoc(serviceCanvas.slots.map(({ id }, at) => ({ id: `c${at}`, cell: id })));
  const projection = projectionOf(doc);
  const [a, b] = [formA, formB].map((form) => createReader(serviceCanvas, form, projection.records()));
  for (const slot of serviceCanvas.slots) expect(a?.inSlot(slot.id)).toEqual(b?.inSlot(slot.id));
  for (const record of a?.live() ?? []) expect(b?.get(record.id)).toBe(record);
});

test('READER-8 a free object lies in no cell', () => {
  const doc = newDoc([{ id: 'one' }]);
  apply(doc, [{ do: 'set', id: 'one', facet: FACET.place, value: { box: [0, 0, 10, 10], rot: 0 } }], PERSON);
  const reader = readDoc(doc);
  const [record] = reader.live();
  expect(record && reader.cellOf(record)).toBeUndefined();
  expect(reader.hidden().size).toBe(0);
  expect(KINDS).toContain(reader.kind);
});
