// What a change leaves alone: placing and reading a board by difference, against doing it from the beginning.
import { createPlacer, createReader, createReaders, type PlacedCell, type Placement, type Typesetting } from '@masa/shared/board';
import { apply, type Edit, FACET, PERSON } from '@masa/shared/document';
import { formA, formB, serviceCanvas } from '@masa/shared/kinds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AUTHOR, type Card, fuzz, newDoc, projectionOf } from './sheets.ts';

const MEASURE: Typesetting = { text: (piece) => piece.length * 9, summary: (piece) => piece.length * 7 };
const SLOTS = serviceCanvas.slots.map(({ id }) => id);
const filled = (count: number): Card[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    cell: SLOTS[at % SLOTS.length] ?? 'needs',
    order: `a${at % 10}`,
    text: `Картичка ${at}`,
  }));

/** A board that is read and placed anew after every change, as a screen does. */
function following(cards: readonly Card[]) {
  const doc = newDoc(cards);
  const projection = projectionOf(doc);
  const readers = createReaders(serviceCanvas, projection);
  const placer = createPlacer(MEASURE);
  projection.onChange(({ ids }) => readers.follow(ids));
  return {
    doc,
    projection,
    read: (template = formA) => readers.reader(template),
    place: (template = formA, more: object = {}): Placement => placer.place(readers.reader(template), { language: 'bg', ...more }),
    write: (edits: readonly Edit[]) => apply(doc, edits, PERSON),
  };
}

const different = <T>(before: readonly T[], after: readonly T[]): readonly T[] => after.filter((each) => !before.includes(each));
const cardsIn = (placement: Placement) => [...placement.cards.values()];

test('PLACE-7 a keystroke places one card of one cell anew', () => {
  const board = following(filled(60));
  const before = board.place();
  board.write([{ do: 'text', id: 'c7', text: 'Картичка 7!' }]);
  const after = board.place();
  expect(different<PlacedCell>(before.cells, after.cells).map(({ id }) => id)).toEqual([after.cards.get('c7')?.cell]);
  expect(different(cardsIn(before), cardsIn(after)).map(({ id }) => id)).toEqual(['c7']);
  const again = board.place();
  expect(different<PlacedCell>(after.cells, again.cells)).toEqual([]);
  expect(again.cards).toBe(after.cards);
});

test('PLACE-7 a card that grows by a line moves what lies below it, and what lies elsewhere is left alone', () => {
  const board = following(filled(60));
  const before = board.place();
  board.write([{ do: 'text', id: 'c0', text: 'дълъг текст '.repeat(20) }]);
  const after = board.place();
  const moved = different(cardsIn(before), cardsIn(after)).filter(({ id }) => id !== 'c0');
  expect(moved.length).toBeGreaterThan(0);
  for (const card of moved) expect(before.cards.get(card.id)?.box).not.toEqual(card.box);
});

test('PLACE-9 records that come anew with the same words are not wrapped again', () => {
  const board = following(filled(60));
  let measured = 0;
  const text = (piece: string): number => {
    measured += 1;
    return piece.length * 9;
  };
  const placer = createPlacer({ ...MEASURE, text });
  const place = (): Placement =>
    placer.place(createReader(serviceCanvas, formA, structuredClone([...board.projection.records()])), { language: 'bg' });
  const before = place();
  const all = measured;
  board.write([{ do: 'text', id: 'c7', text: 'Картичка 7!' }]);
  measured = 0;
  const after = place();
  expect(measured).toBeGreaterThan(0);
  expect(measured).toBeLessThan(all / 10);
  expect(different(cardsIn(before), cardsIn(after)).map(({ id }) => id)).toEqual(['c7']);
});

const change = fc.oneof(
  fc.record({ do: fc.constant('text' as const), at: fc.nat(40), size: fc.nat(90) }),
  fc.record({ do: fc.constant('move' as const), at: fc.nat(40), slot: fc.nat(SLOTS.length - 1), order: fc.nat(9) }),
  fc.record({ do: fc.constant('bin' as const), at: fc.nat(40), isGone: fc.boolean() }),
  fc.record({ do: fc.constant('free' as const), at: fc.nat(40) }),
  fc.record({ do: fc.constant('field' as const), at: fc.nat(40), value: fc.constantFrom('have', 'missing', 'promised', null) }),
  fc.record({ do: fc.constant('create' as const), at: fc.nat(400) }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function editOf(each: Change): Edit {
  const id = `c${each.at}`;
  switch (each.do) {
    case 'text':
      return { do: 'text', id, text: 'дума '.repeat(each.size) };
    case 'move':
      return { do: 'set', id, facet: FACET.place, value: { cell: SLOTS[each.slot], order: `a${each.order}` } };
    case 'bin':
      return { do: 'set', id, facet: FACET.gone, value: each.isGone ? { by: AUTHOR.id, name: AUTHOR.name, at: each.at + 1 } : null };
    case 'free':
      return { do: 'set', id, facet: FACET.place, value: { box: [0, 0, 100, 100], rot: 0 } };
    case 'field':
      return { do: 'set', id, facet: 'availability', value: each.value };
    case 'create':
      return { do: 'create', id, type: 'card', place: { cell: SLOTS[each.at % SLOTS.length] ?? 'needs', order: 'a5' }, text: id, facets: {} };
  }
}

test('PLACE-8 a board placed by difference lies as one placed from the beginning', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(change, fc.nat(60), fc.boolean()), { minLength: 1, maxLength: 12 }), (changes) => {
      const board = following(filled(36));
      for (const [each, at, isSecondForm] of changes) {
        board.write([editOf(each)]);
        const template = isSecondForm ? formB : formA;
        const more = at < 30 ? { gap: { cell: template.cells[at % 5]?.id ?? '', index: at % 4, height: 45 }, without: new Set([`c${at}`]) } : {};
        const placed = board.place(template, more);
        const fresh = createPlacer(MEASURE).place(createReader(serviceCanvas, template, board.projection.records()), { language: 'bg', ...more });
        expect(placed.size).toEqual(fresh.size);
        expect(placed.cells).toEqual(fresh.cells);
        expect(new Map([...placed.cards].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(
          new Map([...fresh.cards].sort(([a], [b]) => (a < b ? -1 : 1))),
        );
      }
    }),
    fuzz(60),
  );
});

test('READER-9 a reader that follows changes answers as one that reads everything', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 14 }), (changes) => {
      const board = following(filled(36));
      board.read().live();
      for (const each of changes) {
        board.write([editOf(each)]);
        for (const template of [formA, formB]) {
          const [own, fresh] = [board.read(template), createReader(serviceCanvas, template, board.projection.records())];
          const sorted = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();
          for (const slot of SLOTS) expect(own.inSlot(slot)).toEqual(fresh.inSlot(slot));
          for (const cell of template.cells) expect(own.inCell(cell)).toEqual(fresh.inCell(cell));
          expect(sorted(own.live())).toEqual(sorted(fresh.live()));
          expect(own.free()).toEqual(fresh.free());
          expect(sorted(own.bin())).toEqual(sorted(fresh.bin()));
          expect(sorted(own.ofType('card'))).toEqual(sorted(fresh.ofType('card')));
          expect(new Map(own.hidden())).toEqual(new Map(fresh.hidden()));
        }
      }
    }),
    fuzz(40),
  );
});

test('READER-10 a change leaves the lists of other slots and cells the same objects', () => {
  const board = following(filled(60));
  const before = board.read();
  const cells = formA.cells.map((cell) => before.inCell(cell));
  const slots = SLOTS.map((slot) => before.inSlot(slot));
  board.write([{ do: 'text', id: 'c3', text: 'друго' }]);
  const after = board.read();
  expect(
    different(
      slots,
      SLOTS.map((slot) => after.inSlot(slot)),
    ),
  ).toHaveLength(1);
  expect(
    different(
      cells,
      formA.cells.map((cell) => after.inCell(cell)),
    ),
  ).toHaveLength(1);
});

test('PROJECTION-13 what many records have in common is one object', () => {
  const author = { ...AUTHOR };
  const doc = newDoc(['one', 'two'].map((id) => ({ id, facets: { author: { ...author }, origin: { how: 'paper', board: '', object: '' } } })));
  const [one, two] = [...projectionOf(doc).records()];
  expect(one?.author).toEqual(author);
  expect(two?.author).toBe(one?.author);
  expect(two?.origin).toBe(one?.origin);
  expect(two?.tags).toBe(one?.tags);
  expect(two?.fields).toBe(one?.fields);
  expect(() => Object.assign(one?.author ?? {}, { name: 'Друга' })).toThrow('read only');
});

test('PROJECTION-14 a value that was taken away is none, without an issue', () => {
  const doc = newDoc([{ id: 'one', facets: { created: null, notes: null, tags: null, z: null, availability: null } }]);
  const [record] = [...projectionOf(doc).records()];
  expect(record).toMatchObject({ created: 0, notes: '', tags: [], z: '', issues: [] });
});
