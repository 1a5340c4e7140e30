// What canvases draw of their own, and the ratings a page puts together.
import { detailAt } from '@masa/client/canvas/detail.ts';
import type { SheetScene } from '@masa/client/canvas/KindView.ts';
import { viewOf } from '@masa/client/kinds/index.ts';
import { ratedWith } from '@masa/client/kinds/plan-comparison/rated.ts';
import { color } from '@masa/client/ui/tokens.ts';
import { createPlacer } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import { STANCES } from '@masa/shared/kinds/opinion-line';
import { expect, test } from 'vitest';
import { type CanvasBoard, canvas, card } from '../kinds/canvasBoard.ts';
import { createRecordingPen } from '../support/recordingPen.ts';
import '../support/views.ts';

const measure = { text: (piece: string) => piece.length * 9, summary: (piece: string) => piece.length * 7 };

/** What is drawn below the cells of a sheet. */
function under(sheet: CanvasBoard, { zoom = 1, language = 'bg' }: { readonly zoom?: number; readonly language?: Language } = {}) {
  const board = sheet.board();
  const placement = createPlacer(measure).place(board, { language });
  const pen = createRecordingPen();
  const scene: SheetScene = { board, placement, language, detail: detailAt(zoom), visible: { x: 0, y: 0, ...placement.size } };
  viewOf(sheet.kind.id).under?.(pen, scene);
  const rectOf = (id: string) => {
    const rect = placement.cells.find((cell) => cell.id === id)?.rect;
    if (!rect) throw new Error(`no cell ${id}`);
    return rect;
  };
  return { drawn: pen.drawn, rectOf, placement };
}

test('CANVAS-40 the opinion line runs above all places, between the question and them, with a mark for each and both ends named', () => {
  for (const crowded of [false, true]) {
    // A question of many words pushes the places down; the line goes with them.
    const sheet = canvas('opinion-line', crowded ? Array.from({ length: 12 }, (_, at) => card(`q${at}`, 'question', {}, 'дума '.repeat(60))) : []);
    const { drawn, rectOf } = under(sheet);
    const question = rectOf('question');
    const left = rectOf('benefit');
    const right = rectOf('burden');
    const [line, ...marks] = drawn.filter(({ how, paint }) => how === 'line' && paint.stroke === color.inkSoft);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line?.numbers ?? [];
    expect(y1).toBe(y2);
    expect(y1).toBeGreaterThan(question.y + question.h);
    expect(y1).toBeLessThan(left.y);
    expect(x1 - left.x).toBeLessThan(20);
    expect(right.x + right.w - x2).toBeLessThan(20);
    expect(marks.map(({ numbers: [x] }) => x)).toEqual(STANCES.map((stance) => rectOf(stance).x + rectOf(stance).w / 2));
    const words = drawn.filter(({ how }) => how === 'text');
    expect(words.map(({ text }) => text)).toEqual(['Полза', 'Тежест']);
    for (const { numbers } of words) expect(numbers[1]).toBeGreaterThan(question.y + question.h);
  }
  expect(under(canvas('opinion-line'), { zoom: 0.08 }).drawn.filter(({ how }) => how === 'text')).toEqual([]);
});

test('CANVAS-41 the rings of the partner map run between its cells at their middle, one after another from the library outwards', () => {
  for (const cards of [[], Array.from({ length: 40 }, (_, at) => card(`p${at}`, 'partners', { ring: 'now' }))]) {
    const { drawn, rectOf, placement } = under(canvas('partner-map', cards));
    const arcs = drawn.filter(({ how, paint }) => how === 'circle' && paint.stroke !== undefined);
    const edges = arcs.map(({ numbers: [x = 0, , radius = 0] }) => x + radius).toSorted((a, b) => a - b);
    const cells = ['offer', 'now', 'likely', 'far'].map(rectOf);
    expect(edges).toHaveLength(3);
    for (const [at, edge] of edges.entries()) {
      const [before, after] = [cells[at], cells[at + 1]];
      expect(edge).toBeGreaterThan((before?.x ?? 0) + (before?.w ?? 0));
      expect(edge).toBeLessThan(after?.x ?? 0);
    }
    // They are told apart without colour.
    expect(new Set(arcs.map(({ paint }) => paint.dash?.join())).size).toBe(3);
    const ground = drawn.find(({ how }) => how === 'rect')?.numbers ?? [];
    expect((ground[1] ?? 0) + (ground[3] ?? 0)).toBeLessThan(rectOf('parking').y);
    expect((ground[0] ?? 0) + (ground[2] ?? 0)).toBeLessThanOrEqual(placement.size.w);
  }
});

test('CANVAS-42 a rating grows criterion by criterion and forgets criteria that are gone', () => {
  const criteria = [{ id: 'need' }, { id: 'cost' }];
  const first = ratedWith(undefined, criteria, 'need', 4);
  expect(first).toEqual({ need: 4 });
  expect(ratedWith({ ...first, old: 2 }, criteria, 'cost', 'unknown')).toEqual({ need: 4, cost: 'unknown' });
  expect(ratedWith({ need: 4, cost: 9 }, criteria, 'need', 1)).toEqual({ need: 1 });
  expect(ratedWith('nonsense', criteria, 'need', 2)).toEqual({ need: 2 });
});
