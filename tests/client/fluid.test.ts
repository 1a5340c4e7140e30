// What one change costs on a board with two thousand cards: counted in wrapped words and damaged places.
import { cellDamage, glideSeen, liesAlike, sheetDamage } from '@masa/client/canvas/region.ts';
import { createCards, createPlacer, createReaders, type PlacedCell, type Placement, type Template, typesOf } from '@masa/shared/board';
import type { Box } from '@masa/shared/core';
import { apply, createProjection, PERSON, seed } from '@masa/shared/document';
import { templateByRef } from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

const WHO = { author: { id: 'maria', name: 'Мария', library: 'Искра', region: 'Видин' }, now: 1_770_000_000_000, isStaff: true };

/** A board of a template that is read and placed as the page does it, and what it measured. */
function boardOf(ref: string) {
  const found = templateByRef(ref);
  if (!found) throw new Error(`no template ${ref}`);
  const { kind, template } = found;
  const doc = new Y.Doc();
  seed(doc, { kind: kind.id, template: ref });
  const projection = createProjection(doc, typesOf(kind));
  const readers = createReaders(kind, projection);
  projection.onChange(({ ids }) => readers.follow(ids));
  const measured: string[] = [];
  const text = (piece: string): number => {
    measured.push(piece);
    return piece.length * 9;
  };
  const placer = createPlacer({ text, summary: text });
  const read = () => readers.reader(template);
  return {
    template,
    measured,
    read,
    add: (cell: string, index: number, texts: readonly string[]) =>
      apply(
        doc,
        createCards(
          read(),
          { cell, index },
          texts.map((each) => ({ text: each })),
          WHO,
        ),
        PERSON,
      ),
    place: (): Placement => placer.place(read(), { language: 'en' }),
  };
}

const stalls = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `Stall number ${at} with some words to wrap`);
const cellIn = (placement: Placement, id: string): PlacedCell => {
  const cell = placement.cells.find((each) => each.id === id);
  if (!cell) throw new Error(`no cell ${id}`);
  return cell;
};
const area = (boxes: readonly Box[]): number => boxes.reduce((sum, { w, h }) => sum + w * h, 0);

test('FLUID-1 a card that arrives among two thousand wraps its own words only', () => {
  const board = boardOf('marketplace@1');
  board.add('ideas', 0, stalls(2_000));
  board.add('groups', 0, ['A group']);
  const before = board.place();
  expect(before.cards.size).toBe(2_001);
  board.measured.length = 0;
  board.add('ideas', 1_000, ['Quite another thought']);
  const after = board.place();
  expect(after.cards.size).toBe(2_002);
  expect(board.measured.length).toBeLessThanOrEqual(8);
  expect(
    board.measured.filter((piece) => stalls(2_000).some((each) => each.includes(piece.trim()) && !'Quite another thought'.includes(piece.trim()))),
  ).toEqual([]);
  expect(cellIn(after, 'ideas').cards[999]).toBe(cellIn(before, 'ideas').cards[999]);
  board.measured.length = 0;
  board.add('hidden', 0, ['Below all others']);
  expect(cellIn(board.place(), 'ideas')).toBe(cellIn(after, 'ideas'));
});

test('FLUID-2 a slot that is shown whole is its own list, and nothing of it is hidden', () => {
  const board = boardOf('marketplace@1');
  board.add('groups', 0, stalls(3));
  board.add('ideas', 0, stalls(5));
  board.add('offers', 0, stalls(2));
  const read = board.read();
  const shown = (id: string): readonly string[] => {
    const cell = (board.template as Template).cells.find((each) => each.id === id);
    return cell ? read.inCell(cell).map(({ text }) => text) : [];
  };
  expect(shown('groups')).toEqual(stalls(3));
  expect(shown('ideas')).toEqual(stalls(5));
  expect(shown('offers')).toEqual(stalls(2));
  expect(shown('problems')).toEqual([]);
  expect(read.hidden().size).toBe(0);
});

test('FLUID-3 a cell that only grew is drawn anew in three places', () => {
  const board = boardOf('marketplace@1');
  board.add('ideas', 0, stalls(200));
  const before = board.place();
  board.add('ideas', 200, ['One more, at the end']);
  const after = board.place();
  const [was, is] = [cellIn(before, 'ideas'), cellIn(after, 'ideas')];
  expect(is.rect.h).toBeGreaterThan(was.rect.h);
  const damage = cellDamage(was, is);
  expect(area(damage)).toBeLessThan(area([is.rect]) / 20);
  const foot = glideSeen(was, is);
  expect(foot.y).toBeGreaterThan(is.rect.y + is.rect.h / 2);
  expect(foot.y + foot.h).toBeGreaterThanOrEqual(is.rect.y + is.rect.h);
  expect(damage).toContainEqual(foot);
  expect(sheetDamage(before.size, after.size)[0]?.y).toBeLessThan(before.size.h);
  // Empty cells beside it have more room for their questions; one that gets its first card, and cells below, look different altogether.
  expect(area(cellDamage(cellIn(before, 'offers'), cellIn(after, 'offers')))).toBeLessThan(area([is.rect]) / 20);
  board.add('offers', 0, ['The first offer']);
  expect(cellDamage(cellIn(after, 'offers'), cellIn(board.place(), 'offers'))).toContainEqual(cellIn(after, 'offers').rect);
  expect(cellDamage(cellIn(before, 'groups'), cellIn(after, 'groups'))).toEqual([cellIn(after, 'groups').rect, cellIn(before, 'groups').rect]);
  expect(liesAlike(before, after)).toBe(false);
  expect(liesAlike(after, after)).toBe(true);
});
