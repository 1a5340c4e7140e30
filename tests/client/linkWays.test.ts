// The ways of links over a full sheet: where they may run, and what a change of the sheet costs them.
import { type DrawnLink, linksBetween, paintLinks } from '@masa/client/canvas/linkLines.ts';
import { createLinkSheet } from '@masa/client/canvas/linkSheet.ts';
import { waysOver } from '@masa/client/canvas/linkWays.ts';
import { color } from '@masa/client/ui/tokens.ts';
import { type Link, type Placement, SHEET } from '@masa/shared/board';
import { type Box, intersects, type Point } from '@masa/shared/core';
import { expect, test } from 'vitest';
import { type HeadlessBoard, openHeadlessBoard } from '../support/headlessBoard.ts';
import { createRecordingPen } from '../support/recordingPen.ts';

const ALL: Box = { x: -1e6, y: -1e6, w: 2e6, h: 2e6 };

/** Every cell of the diagram with so many cards; a card's id is its text, hyphenated. */
function fullDiagram(count: number): HeadlessBoard {
  const empty = openHeadlessBoard({}, { template: 'smart-diagram' });
  const filled = empty.editor.records.template.get().cells.map(({ id }) => [id, Array.from({ length: count }, (_, at) => `${id} ${at}`)]);
  return openHeadlessBoard(Object.fromEntries(filled), { template: 'smart-diagram' });
}

/** Links from every card to cards of all other cells in turn. */
const scattered = ({ cards }: Placement, count: number): readonly Link[] => {
  const ids = [...cards.keys()];
  return Array.from({ length: count }, (_, at) => ({
    from: ids[at % ids.length] ?? '',
    to: ids[(at * 37 + 41) % ids.length] ?? '',
    field: 'serves',
  })).filter(({ from, to }) => from !== to);
};

const drawnOn = (placement: Placement, links: readonly Link[]): readonly DrawnLink[] =>
  linksBetween(links, waysOver(placement.cells), (id) => placement.cards.get(id)?.box);

/** The boxes of the pieces of a line that runs along and across. */
const piecesOf = (points: readonly Point[]): readonly Box[] =>
  points.slice(1).map(({ x, y }, at) => {
    const before = points[at] ?? { x, y };
    return { x: Math.min(x, before.x), y: Math.min(y, before.y), w: Math.abs(x - before.x) + 0.01, h: Math.abs(y - before.y) + 0.01 };
  });

test('MARKED-17 on a full diagram links run beside cards, headings and the cells of others', () => {
  const placement = fullDiagram(9).editor.records.placement();
  const drawn = drawnOn(placement, scattered(placement, 300));
  expect(drawn.length).toBeGreaterThan(250);
  const words = placement.cells.map(({ rect }) => ({
    x: rect.x + SHEET.cellPadding + 4,
    y: rect.y + 12,
    w: rect.w - 2 * SHEET.cellPadding - 8,
    h: 26,
  }));
  const faults = drawn.flatMap(({ link, way }) => {
    const pieces = piecesOf(way.points);
    const cells = [link.from, link.to].map((id) => placement.cards.get(id)?.cell);
    const foreign = placement.cells.filter(({ id }) => !cells.includes(id)).map(({ rect }) => rect);
    const forbidden = [...words, ...foreign, ...[...placement.cards.values()].map(({ box }) => box)];
    return forbidden.some((box) => pieces.some((piece) => intersects(piece, box))) ? [link] : [];
  });
  expect(faults).toEqual([]);
});

test('MARKED-17 cells that touch, a note beside the sheet and two cards of one cell have ways, too', () => {
  const cells = [0, 300, 600].map((x) => ({ rect: { x, y: 0, w: 300, h: 400 } }));
  const ways = waysOver(cells);
  const card = (x: number, y: number): Box => ({ x, y, w: 276, h: 45 });
  for (const [from, to] of [
    [card(12, 46), card(612, 300)],
    [card(12, 46), card(12, 300)],
    [card(312, 101), card(-800, 900)],
  ] as const) {
    const { points, bounds, path } = ways.between(from, to);
    expect(points.slice(1).every(({ x, y }, at) => x === points[at]?.x || y === points[at]?.y)).toBe(true);
    expect([points[0]?.y, points.at(-1)?.y]).toEqual([from.y - 1, to.y - 1]);
    expect(points.every(({ x, y }) => x >= bounds.x && y >= bounds.y && x <= bounds.x + bounds.w && y <= bounds.y + bounds.h)).toBe(true);
    expect(path).not.toMatch(/NaN|Infinity|undefined/);
  }
});

test('MARKED-18 a cell that grows below a link leaves it as it is painted, and one that pushes it down does not', async () => {
  const board = fullDiagram(3);
  const { records } = board.editor;
  board.editor.setField('activities-0', 'serves', ['needs-1']);
  board.editor.setField('service-0', 'serves', ['needs-2']);
  let isRouted = false;
  const sheet = createLinkSheet(board.editor, () => {
    isRouted = true;
  });
  await expect.poll(() => isRouted).toBe(true);
  const damage = (): readonly Box[] => sheet.damage((id) => records.placement().cards.get(id)?.box, 1);
  expect(damage()).toHaveLength(2);
  const size = records.placement().size.h;
  board.editor.create(
    { cell: 'results', index: 99 },
    Array.from({ length: 9 }, () => ({ text: 'more' })),
  );
  expect(records.placement().size.h).toBeGreaterThan(size);
  expect(damage()).toEqual([]);
  // Above activities and below the service: only the link to what is pushed down runs another way.
  board.editor.create(
    { cell: 'partners', index: 99 },
    Array.from({ length: 9 }, () => ({ text: 'more' })),
  );
  expect(damage()).toHaveLength(2);
  expect(damage()).toEqual([]);
});

test('MARKED-18 eight hundred links over a full diagram are routed in less than a tenth of a second', () => {
  const placement = fullDiagram(40).editor.records.placement();
  const links = scattered(placement, 800);
  const times = Array.from({ length: 5 }, () => {
    const at = performance.now();
    expect(drawnOn(placement, links).length).toBeGreaterThan(700);
    return performance.now() - at;
  });
  if (process.env.TIMES) console.log('routed', times);
  expect(Math.min(...times)).toBeLessThan(100);
});

test('MARKED-19 links of what is chosen come last, each on a strip of paper', () => {
  const placement = fullDiagram(2).editor.records.placement();
  const pen = createRecordingPen();
  const links = [
    { from: 'activities-0', to: 'needs-0', field: 'serves' },
    { from: 'activities-1', to: 'needs-1', field: 'serves' },
  ];
  const drawn = drawnOn(placement, links);
  paintLinks(pen, drawn, { visible: ALL, strong: new Set(['activities-0']) });
  const lines = pen.drawn.flatMap(({ how, text, paint }) => (how === 'path' && paint.stroke ? [[text, paint.stroke]] : []));
  expect(lines).toEqual([
    [drawn[1]?.way.path, color.edge],
    [drawn[0]?.way.path, color.paper],
    [drawn[0]?.way.path, color.accent],
  ]);
});
