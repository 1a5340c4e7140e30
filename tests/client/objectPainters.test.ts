// What free objects look like, without a screen: strokes written down by a pen, and vectors.
import { detailAt } from '@masa/client/canvas/detail.ts';
import { frameTitleAt } from '@masa/client/canvas/frameTitle.ts';
import { type FreeScene, paintFree } from '@masa/client/canvas/freeObjects.ts';
import type { Pen } from '@masa/client/canvas/pen.ts';
import { paintReactions, REACTIONS_REACH, reactionAt, reactionChips } from '@masa/client/canvas/reactions.ts';
import { signArtOf } from '@masa/client/canvas/signs.ts';
import { createSvgPen } from '@masa/client/canvas/svgPen.ts';
import { inkOf } from '@masa/client/canvas/textOverlay.ts';
import { OBJECT_PAINTERS } from '@masa/client/kinds/objects/index.ts';
import { objectColorOf } from '@masa/client/ui/objectTokens.ts';
import { color } from '@masa/client/ui/tokens.ts';
import { encloses, inset } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { COLOURS, FREE_TYPES, type FreeType, SHAPES, SIGNS } from '@masa/shared/objects';
import { expect, test } from 'vitest';
import { placeAll, recordsOf, type Sketch } from '../support/freeObjects.ts';
import { createRecordingPen, type RecordingPen } from '../support/recordingPen.ts';

const EVEN = { text: (piece: string) => 9 * piece.length, summary: (piece: string) => 7 * piece.length };
const NOBODY: ReadonlyMap<string, ReadonlySet<string>> = new Map();
/** Replies are part of their comments. */
const TYPES = (Object.keys(FREE_TYPES) as FreeType[]).filter((type) => type !== 'reply');

const sceneAt = (zoom: number, change: Partial<FreeScene> = {}): FreeScene => ({
  painters: OBJECT_PAINTERS,
  labels: { unsupported: 'not supported here' },
  edited: null,
  marksOn: () => NOBODY,
  faded: new Set(),
  self: 'me',
  detail: detailAt(zoom),
  language: 'uk',
  pictureUrl: (id, size) => `${id}/${size}`,
  onFault(id, fault) {
    throw new Error(`${id} failed`, { cause: fault });
  },
  ...change,
});

function paint(
  sketches: readonly Sketch[] | readonly BoardRecord[],
  zoom = 1,
  change: Partial<FreeScene> = {},
  pen: RecordingPen = createRecordingPen(),
): RecordingPen {
  const records = sketches.map((each) => ('author' in each ? each : recordsOf([each])[0])).filter((each) => each !== undefined);
  paintFree(pen, placeAll(records, EVEN), sceneAt(zoom, change));
  return pen;
}

const drawnOf = (pen: RecordingPen): RecordingPen['drawn'] => pen.drawn.filter(({ how }) => how !== 'move');
const letters = (pen: RecordingPen): readonly string[] => pen.drawn.filter(({ how }) => how === 'text').map(({ text }) => text);

const SQUIGGLE = Array.from({ length: 40 }, (_, at) => [at * 40, Math.round(300 + 200 * Math.sin(at / 5)), 50]).flat();

const ONE_OF_EACH: readonly Sketch[] = [
  { type: 'note', box: [0, 0, 200, 200], text: 'A warm, step-free place' },
  { type: 'card', box: [0, 0, 200, 200], text: 'A card among notes' },
  { type: 'text', box: [0, 300, 200, 40], text: 'Words on nothing' },
  ...SHAPES.map((shape, at): Sketch => ({ type: 'shape', box: [at * 220, 400, 200, 120], text: shape, looks: { shape } })),
  {
    type: 'connector',
    box: [0, 0, 1, 1],
    text: 'leads to',
    looks: { start: { on: '', at: [0, 600] }, end: { on: '', at: [300, 700] }, startHead: 'dot' },
  },
  { type: 'ink', box: [0, 800, 160, 60], looks: { points: SQUIGGLE, base: [160, 60] } },
  { type: 'ink', box: [0, 800, 160, 60], looks: { points: SQUIGGLE, base: [160, 60], pen: 'highlighter' } },
  { type: 'image', box: [0, 900, 320, 240], text: 'Children reading', looks: { image: { id: 'p1', w: 640, h: 480 } } },
  { type: 'frame', box: [0, 1200, 600, 400], text: 'Needs' },
  ...SIGNS.map((sign, at): Sketch => ({ type: 'stamp', box: [at * 60, 1700, 48, 48], looks: { sign } })),
  { type: 'comment', box: [0, 1800, 40, 40], text: 'Who pays?' },
  { type: 'comment', box: [60, 1800, 40, 40], text: 'Settled', looks: { resolved: { by: 'me', name: 'M', at: 2 } } },
];

const HOSTILE: readonly unknown[] = [
  undefined,
  null,
  0,
  -1,
  Number.NaN,
  1e308,
  '__proto__',
  'x'.repeat(500),
  [],
  {},
  [1e9, 1e9, 50],
  { on: 'x', at: [9, 9] },
  true,
];
const BOXES: readonly Sketch['box'][] = [
  [0, 0, 0, 0],
  [0, 0, 0.1, 0.1],
  [-1e7, 1e7, 1e7, 1e7],
  [0, 0, 1e7, 1],
];

test('PAINT-1 every type is painted from any record, at any zoom, and no stroke has a number that is none', () => {
  const names = [...new Set(TYPES.flatMap((type) => Object.keys(FREE_TYPES[type].looks ?? {})))];
  const sketches = TYPES.flatMap((type) =>
    BOXES.flatMap((box): Sketch[] => [
      { type, box, rot: 1e6 },
      { type, box, text: 'Непередбачувано-довге'.repeat(40) },
      ...HOSTILE.map((value): Sketch => ({ type, box, text: '\u202e\n\n ґ', looks: Object.fromEntries(names.map((name) => [name, value])) })),
    ]),
  );
  const records = recordsOf(sketches.map((sketch, at) => ({ ...sketch, id: `hostile-${at}` })));
  expect(records.length).toBe(sketches.length);
  for (const zoom of [0.02, 0.2, 0.5, 1, 4]) {
    const pen = paint(records, zoom);
    expect(drawnOf(pen).length).toBeGreaterThan(records.length / 2);
    const bad = pen.drawn.filter(
      ({ how, numbers, text }) =>
        !numbers.every(Number.isFinite) ||
        ((how === 'rect' || how === 'roundRect') && Math.min(...numbers.slice(2)) < 0) ||
        (how === 'path' && /NaN|Infinity|undefined/.test(text)),
    );
    expect(bad).toEqual([]);
    const svg = createSvgPen((text, { size }) => text.length * size * 0.5);
    paintFree(svg, placeAll(records, EVEN), sceneAt(zoom));
    expect(svg.svg({ x: 0, y: 0, w: 100, h: 100 }, 'hostile')).not.toMatch(/NaN|Infinity|undefined/);
  }
});

test('PAINT-2 a painter that fails costs one grey block, told with its id, and the others are painted', () => {
  const faults: string[] = [];
  const painters = {
    ...OBJECT_PAINTERS,
    text: (pen: Pen) => {
      pen.rect(0, 0, 1, 1, { fill: color.ink });
      throw new Error('a fault');
    },
  };
  const sketches: readonly Sketch[] = [
    { id: 'sound', type: 'note', box: [0, 0, 200, 200], text: 'one' },
    { id: 'broken', type: 'text', box: [0, 300, 200, 40], text: 'two' },
    { id: 'after', type: 'note', box: [0, 400, 200, 200], text: 'three' },
  ];
  const pen = paint(recordsOf(sketches), 1, { painters, onFault: (id) => void faults.push(id) });
  expect(faults).toEqual(['broken']);
  expect(letters(pen)).toEqual(['one', 'not supported here', 'three']);
});

test('PAINT-3 from afar a note is one rectangle, and a stamp or a comment one dot', () => {
  const one = (sketch: Sketch, zoom: number): readonly string[] => drawnOf(paint([sketch], zoom)).map(({ how }) => how);
  expect(one({ type: 'note', box: [0, 0, 200, 200], text: 'A warm place' }, 0.05)).toEqual(['rect']);
  expect(one({ type: 'stamp', box: [0, 0, 48, 48] }, 0.1)).toEqual(['circle']);
  expect(one({ type: 'comment', box: [0, 0, 40, 40], text: 'x' }, 0.1)).toEqual(['circle']);
  expect(one({ type: 'shape', box: [0, 0, 200, 120], text: 'A warm place' }, 0.05)).toEqual(['rect']);
});

test('PAINT-4 nothing thinner than half a pixel is drawn, and what is only a line never disappears', () => {
  const lines: readonly Sketch[] = [
    { type: 'connector', box: [0, 0, 1, 1], looks: { start: { on: '', at: [0, 0] }, end: { on: '', at: [900, 0] }, stroke: 'thin' } },
    { type: 'shape', box: [0, 0, 300, 300], looks: { fill: 'none', stroke: 'thin', shape: 'ellipse' } },
    { type: 'ink', box: [0, 0, 160, 60], looks: { points: SQUIGGLE, base: [160, 60], stroke: 'thin' } },
    { type: 'frame', box: [0, 0, 900, 900], text: 'Needs' },
  ];
  const marks = new Map(SIGNS.map((sign) => [sign, new Set(['me', 'you'])]));
  for (let zoom = 0.02; zoom < 5; zoom *= 1.13) {
    const pen = paint(recordsOf([...ONE_OF_EACH, ...lines].map((sketch, at) => ({ ...sketch, id: `one-${at}` }))), zoom);
    paintReactions(pen, { x: 0, y: 0, w: 200, h: 100 }, marks, 'me', detailAt(zoom));
    expect(pen.drawn.filter(({ paint: ink, scale }) => ink.stroke !== undefined && (ink.width ?? 1) * scale * zoom < 0.499)).toEqual([]);
    for (const line of lines) expect(drawnOf(paint([line], zoom)).filter(({ paint: ink }) => ink.stroke ?? ink.fill).length).toBeGreaterThan(0);
  }
});

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((one, other) => one - other) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

test('PAINT-5 words can be read on every colour and fill', () => {
  for (const colour of COLOURS) {
    for (const fill of ['none', 'soft', 'solid'] as const) {
      const [record] = recordsOf([{ type: 'shape', box: [0, 0, 200, 120], text: 'words', looks: { colour, fill } }]);
      if (!record) throw new Error('no record');
      const { paper, solid } = objectColorOf(colour);
      const under = fill === 'none' ? color.table : fill === 'soft' ? paper : solid;
      expect(contrast(inkOf(record), under), `${colour} ${fill}`).toBeGreaterThanOrEqual(7);
      expect(paint([record]).drawn.find(({ how }) => how === 'text')?.paint.fill).toBe(inkOf(record));
    }
    const [text] = recordsOf([{ type: 'text', box: [0, 0, 200, 40], text: 'words', looks: { colour } }]);
    if (!text) throw new Error('no record');
    expect(contrast(inkOf(text), color.table), `text ${colour}`).toBeGreaterThanOrEqual(4.5);
  }
});

test('PAINT-6 the words that are being written are not painted under the field', () => {
  for (const sketch of ONE_OF_EACH.filter(({ text, type }) => text && type !== 'comment' && type !== 'image')) {
    const shown = { ...sketch, id: 'it' };
    expect(letters(paint([shown])).length, sketch.type).toBeGreaterThan(0);
    expect(letters(paint([shown], 1, { edited: 'it' })), sketch.type).toEqual([]);
  }
});

test('PAINT-7 a small picture is its thumbnail, which also stands in for a large one that is not there; else its place says what it shows', () => {
  const picture: Sketch = { type: 'image', box: [0, 0, 640, 480], text: 'Children reading', looks: { image: { id: 'p1', w: 640, h: 480 } } };
  const asked = (zoom: number, there: readonly string[]): RecordingPen => paint([picture], zoom, {}, createRecordingPen(new Set(there)));
  const hrefs = (pen: RecordingPen): readonly string[] => pen.drawn.filter(({ how }) => how === 'image').map(({ text }) => text);
  expect(hrefs(asked(0.4, ['p1/thumb', 'p1/full']))).toEqual(['p1/thumb']);
  expect(hrefs(asked(1, ['p1/thumb', 'p1/full']))).toEqual(['p1/full']);
  expect(hrefs(asked(1, ['p1/thumb']))).toEqual(['p1/full', 'p1/thumb']);
  expect(letters(asked(1, ['p1/thumb']))).toEqual([]);
  expect(letters(asked(1, []))).toEqual(['Children reading']);
});

test('PAINT-8 a frame’s title is never smaller than eleven pixels and never wider than its frame', () => {
  const title = 'Потреби та послуги найвіддаленіших мікрорайонів';
  for (const zoom of [0.05, 0.1, 0.3, 0.55, 1, 3]) {
    const { size } = frameTitleAt(zoom);
    expect(size * zoom).toBeGreaterThanOrEqual(10.99);
    const pen = paint([{ type: 'frame', box: [0, 0, 500, 300], text: title }], zoom);
    const [shown = ''] = letters(pen);
    expect(shown.length * size * 0.5).toBeLessThanOrEqual(500);
    expect(shown === title || shown === '' || (shown.endsWith('…') && title.startsWith(shown.slice(0, -1)))).toBe(true);
  }
  expect(frameTitleAt(1).size).toBe(frameTitleAt(3).size);
});

test('PAINT-9 reactions are counted chips at the lower right; a person’s own stand out; what is painted is what is pressed', () => {
  const box = { x: 100, y: 100, w: 200, h: 120 };
  const marks = new Map([
    ['like', new Set(['me', 'a', 'b'])],
    ['heart', new Set(['a'])],
    ['no-such-sign', new Set(['a'])],
    ['thanks', new Set(Array.from({ length: 120 }, (_, at) => `p${at}`))],
  ]);
  const chips = reactionChips(box, marks, 'me');
  expect(chips.map(({ sign, count, isOwn }) => [sign, count, isOwn])).toEqual([
    ['like', '3', true],
    ['heart', '1', false],
    ['thanks', '99+', false],
  ]);
  for (const { sign, box: chip } of chips) {
    expect(chip.x + chip.w).toBeLessThanOrEqual(box.x + box.w);
    expect(reactionAt({ x: chip.x + chip.w / 2, y: chip.y + chip.h / 2 }, box, marks)).toBe(sign);
  }
  expect(reactionAt({ x: box.x + 4, y: box.y + 4 }, box, marks)).toBeNull();
  const pen = createRecordingPen();
  paintReactions(pen, box, marks, 'me', detailAt(1));
  expect(letters(pen)).toEqual(['3', '1', '99+']);
  expect(pen.drawn.filter(({ paint: ink }) => ink.stroke === color.accent)).toHaveLength(1);
  const all = new Map(SIGNS.map((sign) => [sign, new Set(['a'])]));
  const rows = reactionChips(box, all, 'me');
  expect(rows).toHaveLength(SIGNS.length);
  const many = new Map(SIGNS.map((sign) => [sign, new Set(Array.from({ length: 200 }, (_, at) => `p${at}`))]));
  for (const w of [1, 48, 200, 600]) {
    const room = inset({ x: 0, y: 0, w, h: 20 }, -REACTIONS_REACH);
    for (const { box: chip } of reactionChips({ x: 0, y: 0, w, h: 20 }, many, 'me')) expect(encloses(room, chip), `${w} wide`).toBe(true);
  }
  for (const [at, { box: chip }] of rows.entries())
    for (const { box: other } of rows.slice(at + 1))
      expect(chip.x + chip.w <= other.x || other.x + other.w <= chip.x || chip.y + chip.h <= other.y || other.y + other.h <= chip.y).toBe(true);
});

test('PAINT-10 a stroke’s outline is made once for a record, from speed where the device has no pressure; from afar it is a line', () => {
  const pressed = SQUIGGLE.map((value, at) => (at % 3 === 2 ? (at * 7) % 100 : value));
  const sketch = (points: readonly number[], looks = {}): Sketch => ({
    type: 'ink',
    box: [0, 0, 160, 60],
    looks: { points, base: [160, 60], ...looks },
  });
  const [even, uneven, marker] = recordsOf(
    [sketch(SQUIGGLE), sketch(pressed), sketch(SQUIGGLE, { pen: 'highlighter', colour: 'yellow' })].map((each, at) => ({ ...each, id: `ink-${at}` })),
  );
  if (!even || !uneven || !marker) throw new Error('no records');
  const pathOf = (record: BoardRecord, zoom: number): RecordingPen['drawn'][number] | undefined => drawnOf(paint([record], zoom))[0];
  expect(pathOf(even, 1)?.paint.fill).toBe(objectColorOf('ink').edge);
  expect(pathOf(even, 2)?.text).toBe(pathOf(even, 1)?.text);
  expect(pathOf(uneven, 1)?.text).not.toBe(pathOf(even, 1)?.text);
  expect(pathOf(even, 0.1)).toMatchObject({ how: 'path', paint: { stroke: objectColorOf('ink').edge } });
  const wide = pathOf(marker, 1);
  expect(wide?.paint.opacity).toBeLessThan(0.6);
  expect(wide?.paint.width).toBeGreaterThan(20);
  for (const points of [[], [10, 10, 50], [10, 10, 50, 20, 20, 50]]) {
    const pen = paint([sketch(points), sketch(points, { pen: 'highlighter' })]);
    expect(drawnOf(pen)).toHaveLength(points.length > 0 ? 2 : 0);
  }
});

test('PAINT-11 every sign is a picture of its own, drawn and never written', () => {
  const pictures = SIGNS.map((sign) => signArtOf(sign)?.lines);
  expect(new Set(pictures).size).toBe(SIGNS.length);
  expect(signArtOf('toString')).toBeUndefined();
  for (const sign of SIGNS) {
    const pen = paint([{ type: 'stamp', box: [0, 0, 48, 48], looks: { sign } }]);
    expect(letters(pen)).toEqual([]);
    expect(drawnOf(pen).some(({ text }) => text === signArtOf(sign)?.lines)).toBe(true);
  }
});

test('PAINT-12 a connector’s words lie on a slip of paper over its line, and its heads stand where the line ends', () => {
  const sketch: Sketch = {
    type: 'connector',
    box: [0, 0, 1, 1],
    text: 'leads to',
    looks: { start: { on: '', at: [0, 0] }, end: { on: '', at: [300, 0] }, endHead: 'triangle', dash: 'dashed' },
  };
  const drawn = drawnOf(paint([sketch]));
  expect(drawn.map(({ how }) => how)).toEqual(['path', 'path', 'roundRect', 'text']);
  const [line, head, slip, words] = drawn;
  expect(line?.paint.dash?.length).toBe(2);
  expect(head?.numbers.slice(0, 2)).toEqual([300, 0]);
  expect(head?.paint.dash).toBeUndefined();
  // The line ends inside the head, so that the tip is sharp.
  expect(Number(/L ([\d.]+) /.exec(line?.text ?? '')?.[1])).toBeLessThan(298);
  expect(slip?.paint.fill).toBe(color.paper);
  expect(words?.numbers[0]).toBe(150);
});
