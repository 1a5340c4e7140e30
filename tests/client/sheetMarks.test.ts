// What a sheet shows beside its words, painted through a pen that writes down.
import { paintBackdrop } from '@masa/client/canvas/backdrop.ts';
import { renderBoardSvg } from '@masa/client/canvas/boardSvg.ts';
import { detailAt } from '@masa/client/canvas/detail.ts';
import type { KindView } from '@masa/client/canvas/KindView.ts';
import { linksBetween, paintLinks } from '@masa/client/canvas/linkLines.ts';
import { createLinkSheet } from '@masa/client/canvas/linkSheet.ts';
import { waysOver } from '@masa/client/canvas/linkWays.ts';
import { paintObjects } from '@masa/client/canvas/objects.ts';
import { paintOverview } from '@masa/client/canvas/overview.ts';
import { captionBox, paintBand, paintCaptions, paintFilling } from '@masa/client/canvas/sheetMarks.ts';
import { createCheckWatch } from '@masa/client/canvas/watches.ts';
import { bandLook } from '@masa/client/ui/objectTokens.ts';
import { color } from '@masa/client/ui/tokens.ts';
import { BANDS, type Caption } from '@masa/shared/board';
import type { Box } from '@masa/shared/core';
import { afterEach, expect, test, vi } from 'vitest';
import { EVEN, type HeadlessBoard, openHeadlessBoard } from '../support/headlessBoard.ts';
import { createRecordingPen } from '../support/recordingPen.ts';
import { VIEWS } from '../support/views.ts';

afterEach(() => void vi.useRealTimers());

const LABELS = { add: 'Add', example: (text: string) => `e.g. ${text}`, unsupported: 'not supported' };
const ALL: Box = { x: -1e6, y: -1e6, w: 2e6, h: 2e6 };
const same = (text: string) => ({ en: text, bg: text, ro: text, uk: text, nb: text });
const viewOf = (id: string): KindView => VIEWS.find(({ kind }) => kind.id === id) as KindView;

/** What the backdrop of a board draws. */
function backdropOf(board: HeadlessBoard, change: Partial<Parameters<typeof paintBackdrop>[1]> = {}) {
  const pen = createRecordingPen();
  paintBackdrop(pen, {
    placement: board.editor.records.placement(),
    template: board.editor.records.template.get(),
    view: viewOf(board.editor.kind.id),
    language: 'en',
    detail: detailAt(1),
    labels: LABELS,
    visible: ALL,
    writable: true,
    busy: null,
    ...change,
  });
  return pen.drawn;
}

const linkSheet = (board: HeadlessBoard) => {
  const { records } = board.editor;
  const sheet = createLinkSheet(board.editor, () => undefined);
  records.onRecords((ids) => sheet.see(ids));
  const lying = (id: string): Box | undefined => records.placement().cards.get(id)?.box;
  return { sheet, damage: () => sheet.damage(lying, 1), lying };
};

const LINKED = { needs: ['warm place', 'advice'], activities: ['songs', 'walks'], partners: ['nurse'] };

test('MARKED-1 arrows of the template run between its cells, below them, and follow cells that grow', () => {
  const board = openHeadlessBoard({}, { template: 'smart-diagram' });
  const { connectors } = board.editor.records.template.get();
  expect(connectors.length).toBeGreaterThan(5);
  const drawn = backdropOf(board);
  const lines = drawn.filter(({ how, text }) => how === 'path' && text.startsWith('M ') && !text.endsWith('Z'));
  const heads = drawn.filter(({ how, text }) => how === 'path' && text.endsWith('Z'));
  expect([lines.length, heads.length]).toEqual([connectors.length, connectors.length]);
  const firstCell = drawn.findIndex(({ how, numbers }) => how === 'roundRect' && numbers[0] === board.cell('group').x + 0.5);
  expect(drawn.lastIndexOf(lines.at(-1) as (typeof lines)[number])).toBeLessThan(firstCell);
  const endsOf = (path: string): readonly number[] => [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(([each]) => Number(each));
  const last = (each: (typeof lines)[number] | undefined): number => endsOf(each?.text ?? '').at(-1) ?? Number.NaN;
  const intoActivities = connectors.findIndex(({ to }) => to === 'activities');
  expect(last(lines[intoActivities])).toBeLessThanOrEqual(board.cell('activities').y);
  expect(last(lines[intoActivities])).toBeGreaterThan(board.cell('activities').y - 12);
  const before = board.cell('activities').y;
  const { editor } = board;
  editor.create(
    { cell: 'needs', index: 0 },
    Array.from({ length: 12 }, (_, at) => ({ text: `need ${at}` })),
  );
  expect(board.cell('activities').y).toBeGreaterThan(before);
  const grown = backdropOf(board).filter(({ how, text }) => how === 'path' && text.startsWith('M ') && !text.endsWith('Z'));
  expect(last(grown[intoActivities])).toBeGreaterThan(board.cell('activities').y - 12);
});

test('MARKED-2 a caption moves and grows with its cell and is set smaller before it leaves its box', () => {
  const board = openHeadlessBoard({ needs: Array.from({ length: 14 }, (_, at) => `need ${at}`) });
  const placement = board.editor.records.placement();
  const needs = placement.cells.find(({ id }) => id === 'needs');
  if (!needs) throw new Error('no needs');
  const rect = { x: -200, y: needs.cell.rect.y, w: 180, h: needs.cell.rect.h };
  const caption: Caption = { text: same('Almost certain'), note: same('every month'), rect, beside: 'needs', align: 'right' };
  const box = captionBox(caption, placement);
  expect(box).toEqual({ ...rect, y: needs.rect.y, h: rect.h + needs.rect.h - needs.cell.rect.h });
  expect(needs.rect.h).toBeGreaterThan(needs.cell.rect.h);
  const { beside: _, ...still } = caption;
  expect(captionBox(still, placement)).toEqual(rect);
  const pen = createRecordingPen();
  paintCaptions(pen, [{ ...caption, text: same('Seldom, once in a library’s life') }], { placement, language: 'en', visible: ALL });
  expect(pen.drawn.map(({ text }) => text).join(' ')).toBe('Seldom, once in a library’s life every month');
  for (const { numbers } of pen.drawn) {
    expect(numbers[1]).toBeGreaterThanOrEqual(box.y);
    expect(numbers[1]).toBeLessThanOrEqual(box.y + box.h);
  }
  const tight = createRecordingPen();
  const one: Caption = { text: same('Catastrophic'), rect: { x: 0, y: 0, w: 90, h: 30 } };
  paintCaptions(tight, [one], { placement, language: 'en', visible: ALL });
  expect(tight.drawn.map(({ text }) => text)).toEqual(['Catastrophic']);
  expect('Catastrophic'.length * (tight.drawn[0]?.numbers[2] ?? 99) * 0.5).toBeLessThanOrEqual(90);
});

const luminance = (hex: string): number => {
  const parts = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
};
/** After WCAG 2.2. */
const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, two) => two - one);
  return (light + 0.05) / (dark + 0.05);
};

test('MARKED-3 bands differ in tint, pattern and letter, and ink reads on every tint', () => {
  const looks = BANDS.map((band) => {
    const pen = createRecordingPen();
    paintBand(pen, { x: 0, y: 0, w: 300, h: 200 }, band, 'en', detailAt(1));
    const strip = pen.drawn.find(({ how }) => how === 'line');
    return {
      tint: bandLook[band].tint,
      strip: JSON.stringify([strip?.paint.dash, strip?.paint.width]),
      letter: pen.drawn.find(({ how }) => how === 'text')?.text,
    };
  });
  for (const key of ['tint', 'strip', 'letter'] as const) expect(new Set(looks.map((look) => look[key])).size).toBe(BANDS.length);
  for (const band of BANDS) {
    const { tint, mark, onMark } = bandLook[band];
    for (const ink of [color.ink, color.inkSoft, color.accent]) expect(contrast(ink, tint), `${ink} on ${band}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(mark, tint)).toBeGreaterThanOrEqual(3);
    expect(contrast(onMark, mark)).toBeGreaterThanOrEqual(4.5);
  }
});

test('MARKED-3 a cell with a band has its tint on the board and in the overview', () => {
  const board = openHeadlessBoard();
  const placement = board.editor.records.placement();
  const banded = { ...placement, cells: placement.cells.map((each) => ({ ...each, cell: { ...each.cell, band: 'high' as const } })) };
  const fills = (drawn: ReturnType<typeof backdropOf>) => drawn.filter(({ paint }) => paint.fill === bandLook.high.tint).length;
  expect(fills(backdropOf(board, { placement: banded }))).toBe(placement.cells.length);
  expect(fills(backdropOf(board))).toBe(0);
  const pen = createRecordingPen();
  paintOverview(pen, { placement: banded, view: viewOf(board.editor.kind.id), language: 'en', zoom: 0.1, record: () => undefined });
  expect(pen.drawn.filter(({ how, paint }) => how === 'rect' && paint.fill === bandLook.high.tint).length).toBe(placement.cells.length);
  expect(pen.drawn.filter(({ how, text }) => how === 'text' && text === 'H').length).toBe(placement.cells.length);
});

test('MARKED-4 a kind’s own drawing lies below the cells and above the cards in vector pictures', () => {
  const board = openHeadlessBoard({ needs: ['a warm place'] });
  const view = viewOf(board.editor.kind.id);
  const asked: string[] = [];
  const own: KindView = {
    ...view,
    under(pen, scene) {
      asked.push(`under ${scene.board.inSlot('needs').length}`);
      pen.circle(1, 1, 1, { fill: '#010101' });
    },
    over(pen) {
      asked.push('over');
      pen.circle(2, 2, 2, { fill: '#020202' });
    },
  };
  const { template, projection } = board.editor.records;
  const svg = renderBoardSvg(template.get(), own, projection.records(), { language: 'en', labels: LABELS, measure: EVEN });
  expect(asked).toEqual(['under 1', 'over']);
  const [under, words, over] = [svg.indexOf('#010101'), svg.indexOf('a warm place'), svg.indexOf('#020202')];
  expect(under).toBeGreaterThan(0);
  expect(under).toBeLessThan(words);
  expect(words).toBeLessThan(over);
  expect(renderBoardSvg(template.get(), view, projection.records(), { language: 'en', labels: LABELS, measure: EVEN })).not.toContain('#010101');
});

test('MARKED-10 a link leaves one card and ends with its head beside the other, and is not drawn from far away', () => {
  const board = openHeadlessBoard(LINKED);
  board.editor.setField('songs', 'serves', ['warm-place']);
  const link = { from: 'songs', to: 'warm-place', field: 'serves' };
  const [from, to] = [board.box('songs'), board.box('warm-place')];
  const placement = board.editor.records.placement();
  const [drawn] = linksBetween([link], waysOver(placement.cells), (id) => placement.cards.get(id)?.box);
  if (!drawn) throw new Error('no link');
  const { way } = drawn;
  const outside = ({ x, y, w, h }: Box, at: { x: number; y: number } | undefined): boolean =>
    at !== undefined && (at.x < x || at.x > x + w || at.y < y || at.y > y + h);
  expect([outside(from, way.points[0]), outside(to, way.points.at(-1))]).toEqual([true, true]);
  const pen = createRecordingPen();
  paintLinks(pen, [drawn], { visible: ALL, strong: new Set() });
  expect(pen.drawn.filter(({ how }) => how === 'path')).toHaveLength(2);
  const { sheet, lying } = linkSheet(board);
  const far = createRecordingPen();
  sheet.paint(far, lying, 0.2, ALL);
  expect(far.drawn).toEqual([]);
  const near = createRecordingPen();
  sheet.paint(near, lying, 1, ALL);
  expect(near.drawn.length).toBeGreaterThan(0);
  const { template, projection } = board.editor.records;
  const svg = renderBoardSvg(template.get(), viewOf('service-canvas'), projection.records(), { language: 'en', labels: LABELS, measure: EVEN });
  expect(svg.indexOf(way.path)).toBeGreaterThan(0);
  expect(svg.indexOf(way.path)).toBeLessThan(svg.indexOf('warm place'));
});

test('MARKED-11 what is out of date is where links came, went or run another way; without links nothing is', () => {
  const board = openHeadlessBoard(LINKED);
  const { damage } = linkSheet(board);
  expect(damage()).toEqual([]);
  board.editor.create({ cell: 'needs', index: 0 }, [{ text: 'first' }]);
  expect(damage()).toEqual([]);
  board.editor.setField('songs', 'serves', ['warm-place']);
  expect(damage()).toHaveLength(1);
  expect(damage()).toEqual([]);
  board.editor.setField('walks', 'who', 'Anna');
  expect(damage()).toEqual([]);
  // The card at the other end moves: where the link ran, and where it runs.
  board.editor.move(['warm-place'], { cell: 'needs', index: 3 });
  expect(damage()).toHaveLength(2);
  board.editor.bin(['warm-place']);
  expect(damage()).toHaveLength(1);
  board.editor.undo();
  expect(damage()).toHaveLength(1);
  board.editor.setField('songs', 'serves', []);
  expect(damage()).toHaveLength(1);
  expect(damage()).toEqual([]);
});

test('MARKED-12 links of what is chosen stand out, and the cards at their ends are marked', () => {
  const board = openHeadlessBoard(LINKED);
  board.editor.setField('songs', 'serves', ['warm-place']);
  board.editor.setField('walks', 'serves', ['advice']);
  const { sheet, damage, lying } = linkSheet(board);
  damage();
  board.editor.selection.only('warm-place', 'needs');
  expect(damage()).toHaveLength(1);
  expect([...sheet.besideSelected()]).toEqual(['songs']);
  const pen = createRecordingPen();
  sheet.paint(pen, lying, 1, ALL);
  const widths = pen.drawn.flatMap(({ how, paint }) => (how === 'path' ? (paint.width ?? 0) : []));
  expect(Math.max(...widths)).toBeGreaterThan(Math.min(...widths));
  board.editor.selection.clear();
  expect(damage()).toHaveLength(1);
  expect([...sheet.besideSelected()]).toEqual([]);
});

test('MARKED-12 links hang on a card that is in the hand', () => {
  const board = openHeadlessBoard(LINKED);
  board.editor.setField('songs', 'serves', ['warm-place']);
  const { sheet, lying } = linkSheet(board);
  const hand = { x: 5_000, y: 5_000, w: 200, h: 50 };
  const [carried, ...rest] = sheet.carried((id) => (id === 'songs' ? hand : undefined), lying, 1);
  expect(rest).toEqual([]);
  expect(carried?.from).toEqual(hand);
  expect(carried?.to).toEqual(board.box('warm-place'));
  expect(sheet.carried(() => undefined, lying, 1)).toEqual([]);
});

test('MARKED-20 a starred card carries a star of its own shape, in the overview too', () => {
  const board = openHeadlessBoard({ needs: ['warm place', 'advice'] });
  const stars = (draw: (pen: ReturnType<typeof createRecordingPen>) => void): number => {
    const pen = createRecordingPen();
    draw(pen);
    return pen.drawn.filter(({ how, text }) => how === 'path' && text.startsWith('M0 -10')).length;
  };
  const placement = board.editor.records.placement();
  const view = viewOf(board.editor.kind.id);
  const record = (id: string) => board.editor.records.projection.get(id);
  const cards = {
    view,
    language: 'en',
    detail: detailAt(1),
    labels: LABELS,
    record,
    edited: null,
    check: () => null,
    onFault: () => undefined,
  } as const;
  const onBoard = () => stars((pen) => paintObjects(pen, placement.cards.values(), cards));
  const far = () => stars((pen) => paintOverview(pen, { placement, view, language: 'en', zoom: 0.12, record }));
  expect([onBoard(), far()]).toEqual([0, 0]);
  board.editor.setField('advice', 'starred', true);
  expect([onBoard(), far()]).toEqual([1, 1]);
});

test('MARKED-30 a ring is open, closes, and is a tick in the end', () => {
  const shapes = (
    [
      ['empty', 0, 0],
      ['begun', 4, 1],
      ['begun', 4, 3],
      ['complete', 4, 4],
    ] as const
  ).map(([level, cards, complete]) => {
    const pen = createRecordingPen();
    paintFilling(pen, 0, 0, { level, cards, complete });
    return JSON.stringify(pen.drawn.map(({ how, text }) => [how, text]));
  });
  expect(new Set(shapes).size).toBe(4);
});

test('MARKED-31 a field that makes a card complete damages the header of its cell and no other', () => {
  vi.useFakeTimers();
  const board = openHeadlessBoard({ activities: ['songs'], needs: ['advice'] });
  const told: string[][] = [];
  const watch = createCheckWatch(
    board.editor,
    () => told.push(['marks']),
    (cells) => told.push([...cells]),
  );
  watch.stale();
  vi.advanceTimersByTime(1_000);
  told.length = 0;
  const { template } = board.editor.records;
  const activities = template.get().cells.find(({ id }) => id === 'activities');
  if (!activities) throw new Error('no activities');
  expect(watch.filling(activities)).toMatchObject({ cards: 1, level: 'begun' });
  board.editor.create({ cell: 'parking', index: 0 }, [{ text: 'later' }]);
  watch.stale();
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([['parking']]);
  watch.dispose();
});
