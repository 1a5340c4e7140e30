// The board without a sheet, and everything that must hold without cells.
import { renderBoardSvg } from '@masa/client/canvas/boardSvg.ts';
import { viewOf } from '@masa/client/kinds/index.ts';
import '../support/views.ts';
import { createPlacer, createReader, readerOf, type Typesetting, typesOf } from '@masa/shared/board';
import { type Box, intersects } from '@masa/shared/core';
import { apply, createProjection, PERSON } from '@masa/shared/document';
import { emptyBoard, emptyTemplate, formA, parseSheets, serviceCanvas, sheetToCards, sheetToEdits, templateByRef } from '@masa/shared/kinds';
import { contentBox, notesBeside, placeFree, roomBeside, takeBeside } from '@masa/shared/objects';
import { expect, test } from 'vitest';
import { AUTHOR, type Card, newDoc } from '../shared/sheets.ts';

const EVEN: Typesetting = { text: (piece) => 9 * piece.length, summary: (piece) => 7 * piece.length };
const CONTEXT = { author: AUTHOR, now: 5 };

const boardOf = (cards: readonly Card[], kind = emptyBoard, template = emptyTemplate) => {
  const doc = newDoc(cards);
  const projection = createProjection(doc, typesOf(kind));
  return { doc, reader: () => readerOf(kind, template, projection) };
};

const note = (id: string, x: number, y: number, w = 200, h = 200): Card => ({ id, type: 'note', text: id, place: { box: [x, y, w, h], rot: 0 } });

test('EMPTY-1 it has no cells, nothing to check and nothing to sum', () => {
  const { reader } = boardOf([note('one', 0, 0)]);
  expect(templateByRef('empty')).toEqual({ kind: emptyBoard, template: emptyTemplate });
  expect([emptyBoard.slots, emptyTemplate.cells]).toEqual([[], []]);
  expect(emptyBoard.analyse(reader())).toEqual({ checks: [], sums: [], filling: {} });
  expect(createPlacer(EVEN).place(reader(), { language: 'bg' })).toEqual({ size: { w: 0, h: 0 }, cells: [], cards: new Map() });
  expect(emptyBoard.types.card?.facets).toEqual({});
  // A card somebody carried over is a note here.
  expect(
    reader()
      .free()
      .map(({ id }) => id),
  ).toEqual(['one']);
});

test('EMPTY-3 a pasted sheet becomes notes, each in a place where nothing lies, and loses nothing', () => {
  const { doc, reader } = boardOf([note('there', 0, 0)]);
  const [sheet] = parseSheets('Потребности: топло място; интернет\nПартньори: Кметство\n', { language: 'bg' }).sheets;
  const cards = sheet ? sheetToCards(sheet) : [];
  apply(doc, sheetToEdits(reader(), cards, CONTEXT), PERSON);
  const notes = reader().free();
  expect(notes.map(({ text }) => text).toSorted()).toEqual(['there', 'Кметство', 'интернет', 'топло място'].toSorted());
  expect(new Set(notes.map(({ type }) => type))).toEqual(new Set(['note']));
  const boxes = placeFree(reader(), createPlacer(EVEN).place(reader(), { language: 'bg' }), EVEN).map(({ box }) => box);
  for (const [at, box] of boxes.entries()) for (const other of boxes.slice(at + 1)) expect(intersects(box, other)).toBe(false);
});

test('EMPTY-4 room is found right of the sheet, in columns, where nothing lies', () => {
  const sheet = boardOf([note('taken', formA.size.w + 40, 0)], serviceCanvas, formA).reader();
  const [first, second] = roomBeside(sheet, 2) as [Box, Box];
  expect(first.x).toBe(formA.size.w + 40);
  expect(first.y).toBeGreaterThanOrEqual(200);
  expect(second).toMatchObject({ x: first.x, y: first.y + 220 });
  const wall = boardOf([note('wall', -10_000, -10_000, 5_000_000, 20_000)]).reader();
  expect(roomBeside(wall, 1)[0]?.x).toBeGreaterThan(4_990_000);
  expect(roomBeside(sheet, 40)).toHaveLength(40);
});

test('EMPTY-4 cards are taken out of their cells to such places and keep what they say', () => {
  const { doc, reader } = boardOf([{ id: 'card', cell: 'partners', text: 'Кметство', facets: { brings: 'зала' } }], serviceCanvas, formA);
  apply(doc, takeBeside(reader(), ['card'], CONTEXT), PERSON);
  expect(reader().inSlot('partners')).toEqual([]);
  expect(reader().free()).toMatchObject([{ id: 'card', type: 'card', text: 'Кметство', fields: { brings: 'зала' } }]);
  apply(doc, notesBeside(reader(), ['до нея'], CONTEXT), PERSON);
  const [card, made] = reader().free();
  expect(card?.place).not.toEqual(made?.place);
});

test('EMPTY-5 a picture of a board shows everything that lies beside the sheet; without a sheet only that', () => {
  const cards: readonly Card[] = [
    { ...note('far', -400, 3_000), text: 'Далече' },
    { id: 'need', text: 'Топло място' },
  ];
  const records = (kind: typeof serviceCanvas, template: typeof formA) => boardOf(cards, kind, template).reader().live();
  const options = { language: 'bg', labels: { add: '', example: () => '', unsupported: '' }, measure: EVEN } as const;
  const sheet = renderBoardSvg(formA, viewOf('service-canvas'), records(serviceCanvas, formA), options);
  for (const text of ['Далече', 'Топло място', 'Потребности']) expect(sheet).toContain(text);
  const free = renderBoardSvg(emptyTemplate, viewOf('empty-board'), records(emptyBoard, emptyTemplate), options);
  expect(free).toContain('Далече');
  expect(free).not.toContain('Потребности');
  const reader = createReader(emptyBoard, emptyTemplate, records(emptyBoard, emptyTemplate));
  const placement = createPlacer(EVEN).place(reader, { language: 'bg' });
  const content = contentBox(placement, placeFree(reader, placement, EVEN));
  expect(content.x).toBeLessThanOrEqual(-400);
  expect(content.w).toBeLessThan(300);
  expect(contentBox(placement, []).w).toBeGreaterThan(0);
  expect(renderBoardSvg(emptyTemplate, viewOf('empty-board'), [], options)).toContain('<svg');
});
