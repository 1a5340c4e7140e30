// The sheet on which many carried objects are painted once.
import { createCanvasPen } from '@masa/client/canvas/canvasPen.ts';
import { createCarriedSheet } from '@masa/client/canvas/carriedSheet.ts';
import type { Carried } from '@masa/client/editor/carrying.ts';
import { draftRecord } from '@masa/shared/document';
import { type PlacedObject, placeObject } from '@masa/shared/objects';
import { expect, test } from 'vitest';

const measure = { text: (piece: string) => 9 * piece.length, summary: (piece: string) => 7 * piece.length };
const carriedOf = (count: number): Carried => {
  const objects = Array.from(
    { length: count },
    (_, at): PlacedObject =>
      placeObject(draftRecord(`n${at}`, 'note', { box: [at * 20, 100, 10, 10], rot: 0 }, { fontSize: 'm', colour: 'red' }), {
        measure,
        placed: () => undefined,
      }),
  );
  const ids = new Set(objects.map(({ id }) => id));
  return { objects, stretched: [], chosen: ids, ids };
};

function open(zoom = 1) {
  const canvas = document.createElement('canvas');
  canvas.width = 800;
  canvas.height = 400;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  const sheet = createCarriedSheet({ get: () => undefined });
  sheet.at({ x: 0, y: 0, zoom }, 1);
  let painted = 0;
  const carry = (carried: Carried, dx: number, dy: number): void => {
    context.clearRect(0, 0, 800, 400);
    sheet.paint(createCanvasPen(context, sheet.pictures), carried, dx, dy, (pen) => {
      painted += 1;
      for (const { box } of carried.objects) pen.rect(box.x, box.y, 10, 10, { fill: '#ff0000' });
    });
  };
  const isRed = (x: number, y: number): boolean => {
    const [red, green, , alpha] = context.getImageData(x, y, 1, 1).data;
    return red === 255 && green === 0 && alpha === 255;
  };
  return { sheet, carry, isRed, count: () => painted };
}

test('RENDER-41 many objects that are carried are painted once and shown further along, until one of them or the view is another', () => {
  const { sheet, carry, isRed, count } = open();
  const many = carriedOf(30);
  for (const [dx, dy] of [
    [0, 0],
    [13, 50],
    [40.3, 90.4],
  ] as const) {
    carry(many, dx, dy);
    expect(isRed(5 + Math.round(dx), 105 + Math.round(dy))).toBe(true);
    expect(isRed(585 + Math.round(dx), 105 + Math.round(dy))).toBe(true);
    expect(isRed(15 + Math.round(dx), 105 + Math.round(dy))).toBe(false);
  }
  expect(count()).toBe(1);
  carry(carriedOf(30), 0, 0);
  expect(count()).toBe(2);
  sheet.at({ x: 0, y: 0, zoom: 2 }, 1);
  carry(many, 0, 0);
  expect(count()).toBe(3);
  sheet.forget();
  carry(many, 0, 0);
  expect(count()).toBe(4);
});

test('RENDER-41 a few objects are painted themselves', () => {
  const { carry, isRed, count } = open();
  const few = carriedOf(3);
  carry(few, 10, 20);
  carry(few, 30, 40);
  expect(count()).toBe(2);
  expect(isRed(35, 145)).toBe(true);
});
