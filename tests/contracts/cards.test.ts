// Placement and commands of structured boards, driven through documents as the editor drives them.
import {
  type BoardReader,
  binCards,
  type CommandContext,
  createCards,
  createPlacer,
  createReader,
  dropIndex,
  moveCards,
  type Placement,
  restoreCards,
  SHEET,
  setField,
  splitCard,
  type Template,
  type Typesetting,
} from '@masa/shared/board';
import { type Box, encloses, intersects } from '@masa/shared/core';
import { apply, createHistory, type Edit, PERSON } from '@masa/shared/document';
import { formA, formB, serviceCanvas } from '@masa/shared/kinds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { AUTHOR, type Card, fuzz, newDoc, readDoc } from '../shared/sheets.ts';

const context: CommandContext = { author: AUTHOR, now: 1_700_000_000_000 };
const MEASURE: Typesetting = { text: (piece) => piece.length * 9, summary: (piece) => piece.length * 7 };
const place = (reader: BoardReader, more: object = {}): Placement => createPlacer(MEASURE).place(reader, { language: 'bg', ...more });
const cards = (count: number, cell = 'needs'): Card[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${cell}${at}`,
    cell,
    order: `a${String.fromCharCode(65 + Math.floor(at / 26))}${String.fromCharCode(97 + (at % 26))}`,
    text: `Картичка ${at} ${'дума '.repeat(at % 7)}`,
  }));
const cellOf = (placement: Placement, id: string): Placement['cells'][number] => {
  const cell = placement.cells.find((each) => each.id === id);
  if (!cell) throw new Error(`no cell ${id}`);
  return cell;
};
const texts = (reader: BoardReader, cell: string): string[] => {
  const found = reader.template.cells.find((each) => each.id === cell);
  return found ? reader.inCell(found).map((record) => record.text) : [];
};
const boxes = (placement: Placement): unknown =>
  Object.fromEntries([...placement.cards].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { box }]) => [id, box]));
const overlaps = (boxes: readonly Box[]): number => boxes.filter((box, at) => boxes.slice(at + 1).some((other) => intersects(box, other))).length;

function doing(doc: Y.Doc, template: Template = formA) {
  return {
    read: () => readDoc(doc, template),
    run: (edits: readonly Edit[]) => apply(doc, edits, PERSON),
  };
}

test('PLACE-1 the order in which records come does not matter', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(cards(12), { minLength: 12, maxLength: 12 }), (shuffled) => {
      const records = readDoc(newDoc(shuffled)).live();
      const placed = place(createReader(serviceCanvas, formA, records));
      expect(boxes(placed)).toEqual(boxes(place(readDoc(newDoc(cards(12))))));
      expect(cellOf(placed, 'needs').cards.map(({ id }) => id)).toEqual(cards(12).map(({ id }) => id));
    }),
    fuzz(30),
  );
});

test('PLACE-2 cards lie inside their cell, apart from one another, in reading order', () => {
  const placed = place(readDoc(newDoc([...cards(9), ...cards(7, 'activities'), ...cards(1, 'service')])));
  for (const cell of placed.cells) {
    expect(overlaps(cell.cards.map(({ box }) => box))).toBe(0);
    for (const { box } of cell.cards) expect(encloses(cell.rect, box)).toBe(true);
    const inOrder = [...cell.cards].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
    expect(inOrder.map(({ id }) => id)).toEqual(cell.cards.map(({ id }) => id));
  }
  expect(placed.cards.size).toBe(17);
});

test('PLACE-3 forty cards in one cell push down what is below, and rows stay equally high', () => {
  for (const template of [formA, formB]) {
    const placed = place(readDoc(newDoc([...cards(40, 'partners'), ...cards(30, 'resources'), ...cards(3, 'activities')]), template));
    expect(overlaps(placed.cells.map(({ rect }) => rect))).toBe(0);
    for (const cell of placed.cells) {
      const row = placed.cells.filter((other) => other.cell.rect.y === cell.cell.rect.y && other.cell.rect.h === cell.cell.rect.h);
      expect(new Set(row.map(({ rect }) => `${rect.y}/${rect.h}`)).size).toBe(1);
      for (const { box } of cell.cards) expect(encloses(cell.rect, box)).toBe(true);
      expect(encloses({ x: 0, y: 0, ...placed.size }, cell.rect)).toBe(true);
    }
    expect(placed.size.h).toBeGreaterThan(template.size.h);
  }
});

test('PLACE-4 dragged cards take no room and a gap opens', () => {
  const reader = readDoc(newDoc(cards(4)));
  const before = cellOf(place(reader), 'needs');
  const during = cellOf(place(reader, { without: new Set(['needs0']), gap: { cell: 'needs', index: 2, height: 55 } }), 'needs');
  expect(during.cards.map(({ id }) => id)).toEqual(['needs1', 'needs2', 'needs3']);
  expect(during.cards[0]?.box).toMatchObject({ x: before.cards[0]?.box.x, y: before.cards[0]?.box.y });
  expect(during.cards[2]?.box.x).toBe(before.cards[3]?.box.x);
});

test('PLACE-5 a dropped card takes the index before the card it is dropped on', () => {
  const cell = cellOf(place(readDoc(newDoc(cards(5)))), 'needs');
  for (const [index, { box }] of cell.cards.entries()) {
    expect(dropIndex(cell, { x: box.x + 2, y: box.y + 2 })).toBe(index);
    expect(dropIndex(cell, { x: box.x + box.w - 2, y: box.y + box.h - 2 })).toBe(index + 1);
  }
  expect(dropIndex(cell, { x: cell.rect.x + 5, y: cell.rect.y + cell.rect.h - 2 })).toBe(5);
});

test('PLACE-6 a keystroke wraps one card', () => {
  const doc = newDoc(cards(30));
  let measured = 0;
  const placer = createPlacer({
    ...MEASURE,
    text: (piece) => {
      measured += 1;
      return piece.length * 9;
    },
  });
  const { records, change } = keeping(doc);
  placer.place(records(), { language: 'bg' });
  const all = measured;
  measured = 0;
  change('needs3', 'Картичка 3 още дума');
  placer.place(records(), { language: 'bg' });
  expect(measured).toBeGreaterThan(0);
  expect(measured).toBeLessThan(all / 10);
});

function keeping(doc: Y.Doc): { records: () => BoardReader; change: (id: string, text: string) => void } {
  let reader = readDoc(doc);
  return {
    records: () => reader,
    change(id, text) {
      apply(doc, [{ do: 'text', id, text }], PERSON);
      const next = readDoc(doc);
      // Records that did not change keep their identity in a live projection; the test's reader is made anew, so it says so here.
      reader = createReader(
        serviceCanvas,
        formA,
        next.live().map((record) => (record.id === id ? record : (reader.get(record.id) ?? record))),
      );
    },
  };
}

test('CARD-1 blank text makes no card', () => {
  const reader = readDoc(newDoc());
  for (const text of ['', '   ', '\n\t', '\u200b', '\u200d'])
    expect(createCards(reader, { cell: 'needs', index: 0 }, [{ text }], context)).toEqual([]);
  expect(createCards(reader, { cell: 'nowhere', index: 0 }, [{ text: 'да' }], context)).toEqual([]);
});

test('CARD-2 new cards stand where they were asked for', () => {
  const { read, run } = doing(newDoc(cards(3)));
  run(createCards(read(), { cell: 'needs', index: 1 }, [{ text: 'едно' }, { text: 'две' }], context));
  expect(texts(read(), 'needs').map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
    'Картичка 0',
    'едно',
    'две',
    'Картичка 1',
    'Картичка 2',
  ]);
  const made = read()
    .live()
    .find((record) => record.text === 'едно');
  expect(made).toMatchObject({ author: AUTHOR, created: context.now, origin: { how: 'typed' } });
});

test('CARD-3 moving within a cell', () => {
  const { read, run } = doing(newDoc(cards(5)));
  const order = (): string[] =>
    read()
      .inSlot('needs')
      .map(({ id }) => id.slice(-1));
  run(moveCards(read(), ['needs0'], { cell: 'needs', index: 2 }, context));
  expect(order()).toEqual(['1', '2', '0', '3', '4']);
  run(moveCards(read(), ['needs4', 'needs1'], { cell: 'needs', index: 1 }, context));
  expect(order()).toEqual(['2', '1', '4', '0', '3']);
  expect(read().get('needs0')?.moved).toBeNull();
});

test('CARD-4 moving to another cell converts the card and keeps what it knows', () => {
  const { read, run } = doing(newDoc([...cards(1), { id: 'helper', cell: 'partners', facets: { brings: 'зала' } }]));
  run(moveCards(read(), ['helper'], { cell: 'needs', index: 0 }, context));
  expect(
    read()
      .inSlot('needs')
      .map(({ id }) => id),
  ).toEqual(['helper', 'needs0']);
  expect(read().get('helper')).toMatchObject({ fields: { brings: 'зала' }, moved: { name: AUTHOR.name, at: context.now } });
});

test('CARD-5 missing and present resources', () => {
  const doc = newDoc([{ id: 'tv', cell: 'resources', facets: { cost: { amount: 300, currency: 'BGN' } } }]);
  const { read, run } = doing(doc, formB);
  expect(read().cellOf(read().get('tv') as never)?.id).toBe('resources');
  run(moveCards(read(), ['tv'], { cell: 'missing-resources', index: 0 }, context));
  expect(read().get('tv')?.fields).toMatchObject({ availability: 'missing', cost: { amount: 300, currency: 'BGN' } });
  expect(texts(read(), 'missing-resources')).toEqual(['tv']);
  run(moveCards(read(), ['tv'], { cell: 'resources', index: 0 }, context));
  expect(read().get('tv')?.fields.availability).toBe('have');
  run(createCards(read(), { cell: 'missing-resources', index: 0 }, [{ text: 'проектор' }], context));
  expect(texts(read(), 'missing-resources')).toEqual(['проектор']);
});

test('CARD-6 an aim stays an aim within its cell of form A', () => {
  const { read, run } = doing(
    newDoc([
      { id: 's', cell: 'service', order: 'a1' },
      { id: 'g1', cell: 'aim', order: 'a1' },
      { id: 'g2', cell: 'aim', order: 'a2' },
    ]),
  );
  run(moveCards(read(), ['g2'], { cell: 'service', index: 0 }, context));
  expect(
    read()
      .inSlot('aim')
      .map(({ id }) => id),
  ).toEqual(['g2', 'g1']);
  expect(
    read()
      .inSlot('service')
      .map(({ id }) => id),
  ).toEqual(['s']);
});

test('CARD-7 bin and back', () => {
  const { read, run } = doing(newDoc(cards(3)));
  run(binCards(read(), ['needs1'], context));
  expect(read().get('needs1')?.gone).toEqual({ by: AUTHOR.id, name: AUTHOR.name, at: context.now });
  expect(
    read()
      .bin()
      .map(({ id }) => id),
  ).toEqual(['needs1']);
  expect(binCards(read(), ['needs1', 'nobody'], context)).toEqual([]);
  run(restoreCards(read(), ['needs1']));
  expect(
    read()
      .inSlot('needs')
      .map(({ id }) => id),
  ).toEqual(['needs0', 'needs1', 'needs2']);
});

test('CARD-8 a field takes only what it can read', () => {
  const reader = readDoc(newDoc(cards(1, 'resources')));
  expect(setField(reader, 'resources0', 'cost', { amount: -5, currency: 'BGN' })).toEqual([]);
  expect(setField(reader, 'resources0', 'availability', 'perhaps')).toEqual([]);
  expect(setField(reader, 'nobody', 'cost', null)).toEqual([]);
  expect(setField(reader, 'resources0', 'cost', { amount: 5, currency: 'BGN' })).toHaveLength(1);
});

test('CARD-9 a split card is one undo step', () => {
  const doc = newDoc([...cards(2), { id: 'long', cell: 'needs', order: 'aAaV', text: 'едно две три', facets: { source: 'анкета' } }]);
  const history = createHistory(doc, () => ({ by: AUTHOR.id, name: AUTHOR.name, at: 1 }));
  const before = texts(readDoc(doc), 'needs');
  history.perform(splitCard(readDoc(doc), 'long', ['едно', 'две', '', 'три'], context));
  const after = texts(readDoc(doc), 'needs');
  expect(after.slice(after.indexOf('едно'), after.indexOf('едно') + 3)).toEqual(['едно', 'две', 'три']);
  expect(readDoc(doc).get('long')?.fields.source).toBe('анкета');
  history.undo();
  expect(texts(readDoc(doc), 'needs')).toEqual(before);
  history.dispose();
});

test('CARD-10 no sequence of commands loses or doubles a card', () => {
  const act = fc.record({
    what: fc.constantFrom('create', 'move', 'bin', 'restore'),
    form: fc.constantFrom(formA, formB),
    cell: fc.nat(20),
    index: fc.nat(6),
    pick: fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const doc = newDoc(cards(4));
      for (const { what, form, cell, index, pick } of acts) {
        const reader = readDoc(doc, form);
        const target = { cell: form.cells[cell % form.cells.length]?.id ?? '', index };
        const all = [...reader.live(), ...reader.bin()].map(({ id }) => id).sort();
        const ids = pick.map((at) => all[at % Math.max(1, all.length)] ?? '');
        const edits =
          what === 'create'
            ? createCards(reader, target, [{ text: 'нова' }], context)
            : what === 'move'
              ? moveCards(reader, ids, target, context)
              : what === 'bin'
                ? binCards(reader, ids, context)
                : restoreCards(reader, ids);
        apply(doc, edits, PERSON);
      }
      for (const form of [formA, formB]) {
        const reader = readDoc(doc, form);
        const shown = [...form.cells.flatMap((each) => reader.inCell(each)), ...[...reader.hidden().values()].flat()].map(({ id }) => id);
        expect(shown.sort()).toEqual(
          reader
            .live()
            .map(({ id }) => id)
            .sort(),
        );
        expect(place(reader).cards.size).toBe(shown.length - [...reader.hidden().values()].flat().length);
      }
    }),
    fuzz(150),
  );
});

test('PLACE-2 a card is as wide as its column and as high as its lines', () => {
  const placed = place(readDoc(newDoc([{ id: 'one', cell: 'needs', text: 'кратко' }])));
  const card = placed.cards.get('one');
  expect(card?.box.w).toBeGreaterThanOrEqual(SHEET.cardMinWidth);
  expect(card?.box.h).toBe(2 * SHEET.cardPaddingY + SHEET.cardLine);
});
