// Sheets so small that they are only an overview, painted through a pen that writes down.
import { fitTitle, paintOverview } from '@masa/client/canvas/overview.ts';
import type { Pen } from '@masa/client/canvas/pen.ts';
import { viewOf } from '@masa/client/kinds/index.ts';
import '../support/views.ts';
import { expect, test } from 'vitest';
import { openHeadlessBoard } from '../support/headlessBoard.ts';

/** What a pen is asked to fill and write, in order. */
function recordingPen(width: number) {
  const boxes: { readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly fill: string | undefined }[] = [];
  const texts: { readonly text: string; readonly y: number; readonly size: number }[] = [];
  const nothing = (): void => undefined;
  const pen: Pen = {
    rect: (x, y, w, h, { fill }) => void boxes.push({ x, y, w, h, fill }),
    text: (text, _x, y, { size }) => void texts.push({ text, y, size }),
    measure: (text, { size }) => text.length * size * width,
    roundRect: nothing,
    circle: nothing,
    path: nothing,
    line: nothing,
    clip: (_box, draw) => draw(),
    at: (_dx, _dy, draw) => draw(),
    turned: (_x, _y, _degrees, draw) => draw(),
    scaled: (_sx, _sy, draw) => draw(),
    faded: (_opacity, draw) => draw(),
    image: () => false,
  };
  return { pen, boxes, texts };
}

test.each(['bg', 'ro', 'uk', 'nb', 'en'] as const)('RENDER-21 far away, titles and cards lie beside each other inside their cell: %s', (language) => {
  const board = openHeadlessBoard({ needs: ['a warm place', 'advice'], activities: Array.from({ length: 40 }, (_, at) => `activity ${at}`) });
  const placement = board.editor.records.placement();
  const zoom = 0.12;
  const { pen, boxes, texts } = recordingPen(0.56);
  const view = viewOf(board.editor.kind.id);
  paintOverview(pen, { placement, view, language, zoom, record: (id) => board.editor.records.projection.get(id) });
  for (const { cell, rect } of placement.cells) {
    const ink = view.cellPaper(cell.slots[0]?.slot ?? '');
    const inside = ({ x, y }: { x: number; y: number }): boolean => x >= rect.x && x < rect.x + rect.w && y >= rect.y && y < rect.y + rect.h;
    const cards = boxes.filter((box) => box.fill === ink && inside(box));
    expect(cards).toHaveLength(placement.cells.find((each) => each.id === cell.id)?.cards.length ?? -1);
    for (const card of cards) expect(card.y + card.h).toBeLessThanOrEqual(rect.y + rect.h);
    const words = cell.title[language].split(/[\s/]/);
    const lines = texts.filter(({ text, y }) => y > rect.y && y < rect.y + rect.h && words.some((word) => text.includes(word.slice(0, 6))));
    expect(lines.length).toBeGreaterThan(0);
    const beside = lines.filter(({ y }) => cards.some((card) => y > card.y));
    // Cells of one row share their heights; only this cell's own letters may not reach its cards.
    expect(beside.filter(({ text }) => cell.title[language].includes(text.replace('…', '')) && cards.length > 0)).toEqual([]);
    for (const { size } of lines) expect(size * zoom).toBeGreaterThan(6);
  }
});

test('RENDER-21 a title takes one line or two, whichever is larger', () => {
  const measure = (text: string): number => text.length / 2;
  expect(fitTitle('Needs', { wanted: 10, least: 4, room: 100, height: 40, measure })).toEqual({ lines: ['Needs'], size: 10 });
  expect(fitTitle('Економічний ефект', { wanted: 10, least: 4, room: 60, height: 40, measure }).lines).toEqual(['Економічний', 'ефект']);
  expect(fitTitle('План/ресурси', { wanted: 10, least: 4, room: 40, height: 40, measure })).toEqual({ lines: ['План/', 'ресурси'], size: 10 });
  expect(fitTitle('Економічний ефект', { wanted: 10, least: 4, room: 60, height: 9, measure }).lines).toEqual(['Економічний ефект']);
  expect(fitTitle('Samarbeidspartnere', { wanted: 10, least: 8, room: 40, height: 40, measure })).toEqual({ lines: ['Samarbeid…'], size: 8 });
  expect(fitTitle('', { wanted: 10, least: 4, room: 60, height: 40, measure })).toEqual({ lines: [''], size: 10 });
});
