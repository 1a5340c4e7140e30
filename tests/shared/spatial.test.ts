// Which object the keyboard reaches next.

import { neighbour } from '@masa/client/tools/navigation.ts';
import type { PlacedCell, Placement } from '@masa/shared/board';
import { type Box, nearestInDirection } from '@masa/shared/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from './sheets.ts';

const coordinate = fc.integer({ min: -500, max: 500 });
const size = fc.integer({ min: 0, max: 200 });
const box = fc.record({ x: coordinate, y: coordinate, w: size, h: size });
const others = fc.array(box, { maxLength: 12 }).map((list) => list.map((each, at) => ({ id: `o${at}`, box: each })));
const directions = fc.constantFrom('up' as const, 'down' as const, 'left' as const, 'right' as const);
const note = (id: string, x: number, y: number): { readonly id: string; readonly box: Box } => ({ id, box: { x, y, w: 100, h: 100 } });

test('SPATIAL-1 the next box lies wholly beyond the side', () => {
  fc.assert(
    fc.property(box, others, directions, (from, list, direction) => {
      const found = list.find(({ id }) => id === nearestInDirection(from, list, direction))?.box;
      const isBeyond = ({ x, y, w, h }: Box): boolean =>
        ({ right: x >= from.x + from.w, left: x + w <= from.x, down: y >= from.y + from.h, up: y + h <= from.y })[direction];
      const beyond = list.filter((each) => isBeyond(each.box) && each.box.w > 0 && each.box.h > 0);
      expect(found ? isBeyond(found) : beyond.length === 0).toBe(true);
    }),
    fuzz(1_000),
  );
  expect(nearestInDirection({ x: 0, y: 0, w: 10, h: 10 }, [], 'up')).toBeUndefined();
});

test('SPATIAL-2 straight ahead comes before aside', () => {
  const { box: from } = note('from', 0, 0);
  const list = [note('aside', 120, 150), note('ahead', 250, 0), note('behind', -200, 0), note('from', 0, 0)];
  expect(nearestInDirection(from, list, 'right')).toBe('ahead');
  expect(nearestInDirection(from, list, 'left')).toBe('behind');
  expect(nearestInDirection(from, list, 'down')).toBe('aside');
  expect(nearestInDirection(from, list, 'up')).toBeUndefined();
  expect(nearestInDirection(from, [note('a', 200, 0), note('b', 200, 0)], 'right')).toBe('a');
});

test('SPATIAL-3 free objects are walked through as cards are', () => {
  fc.assert(
    fc.property(box, others, directions, (from, list, direction) => {
      // The same boxes as cards of one cell whose own place is far behind.
      const tail = { x: from.x, y: from.y, w: from.w, h: from.h };
      const cell = { id: 'cell', cell: { order: 0 }, cards: list.map((each) => ({ ...each, cell: 'cell' })), tail } as unknown as PlacedCell;
      const placement: Placement = { size: { w: 0, h: 0 }, cells: [cell], cards: new Map() };
      const next = neighbour(placement, { cell: 'cell', card: null, box: from }, direction);
      expect(nearestInDirection(from, list, direction)).toBe(next?.card ?? undefined);
    }),
    fuzz(1_000),
  );
});
