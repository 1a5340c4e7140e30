// Documents as a hostile peer writes them, on a board without a screen: whatever they carry, everything that people do goes on working.
import { detailAt } from '@masa/client/canvas/detail.ts';
import { paintFree } from '@masa/client/canvas/freeObjects.ts';
import { COMMANDS, runCommand, wholeBoard } from '@masa/client/commands/index.ts';
import { copyCards, pasteCards } from '@masa/client/editor/clipboard.ts';
import { pasteObjects, readObjects } from '@masa/client/editor/clipboardObjects.ts';
import { OBJECT_PAINTERS } from '@masa/client/kinds/objects/index.ts';
import { exportCsv, outline } from '@masa/shared/board';
import { objectsOf } from '@masa/shared/document';
import { contentBox, FREE_TYPES, placeFree } from '@masa/shared/objects';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { fuzz } from '../shared/sheets.ts';
import { pageOf } from '../support/commandPage.ts';
import { EVEN, type FreeFilling, type HeadlessBoard, openHeadlessBoard } from '../support/headlessBoard.ts';
import { createRecordingPen } from '../support/recordingPen.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'toys', 'nobody', '__proto__'];
const TYPES = [...Object.keys(FREE_TYPES), 'card', 'from-tomorrow', 'constructor'];
const LOOKS = [...new Set(Object.values(FREE_TYPES).flatMap((type) => Object.keys(type.looks ?? {})))];

/** Yjs takes plain values only. */
const PLAIN = { noNullPrototype: true } as const;
const id = fc.constantFrom(...IDS);
const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -2_000, max: 2_000 }) },
  fc.constantFrom(0, -0, 0.05, 1e7, -1e7, 1e308, Number.NaN, Number.POSITIVE_INFINITY, 5e-324, 1e7 + 1),
);
const place = fc.oneof(
  { weight: 6, arbitrary: fc.record({ box: fc.tuple(number, number, number, number), rot: number }, PLAIN) },
  fc.record({ cell: fc.constantFrom('needs', 'parking', 'x'), order: fc.constantFrom('a0', 'zz', '!', '') }, PLAIN),
);
const end = fc.oneof(
  fc.record({ on: id, at: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1)) }, PLAIN),
  fc.record({ on: fc.constant(''), at: fc.tuple(number, number) }, PLAIN),
);
const KEYS = ['a0', 'a0', 'a1', 'Zz', 'z'.repeat(512), `a0${'V'.repeat(400)}`, '', '!!', 'a'];
const OWN: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  z: fc.constantFrom<unknown>(...KEYS, 7),
  groups: fc.array(fc.constantFrom('g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7', 'g8', 'a'), { maxLength: 9 }),
  lock: fc.constantFrom<unknown>(null, { by: 'ion', name: 'Ion', at: 1, staff: true }, { by: 'ion', name: 'Ion', at: 1, staff: false }, 'no'),
  gone: fc.constantFrom<unknown>(null, null, { by: 'ion', name: 'Ion', at: 1 }),
  start: end,
  end,
  on: id,
  of: id,
  points: fc.constantFrom<unknown>(
    [],
    [1, 2, 3],
    Array.from({ length: 12_000 }, (_, at) => (at % 3 === 2 ? 50 : at * 7)),
    Array.from({ length: 12_003 }, () => 1),
    [Number.NaN, 0, 0],
    [1e8, -1e8, 1e8],
  ),
  base: fc.tuple(number, number),
  route: fc.constantFrom('straight', 'elbow', 'curve'),
  shape: fc.constantFrom('star', 'triangle', 'speech', 'ellipse', 'nonsense'),
  image: fc.constantFrom<unknown>(null, { id: 'p', w: 1, h: 1e5 }, { id: 'p', w: 0, h: Number.NaN }),
  fontSize: fc.constantFrom('s', 'xl', 9),
  isWide: fc.boolean(),
};
const junk = fc.constantFrom<unknown>(null, -1, Number.NaN, 'x', [], {}, true, { on: 'a' });
const TEXTS = ['', ' ', 'A word', '\n'.repeat(9_000), 'непередбачувано'.repeat(300), '\u202e\u0000\ud800', 'x '.repeat(6_000)];
const made = fc.record({
  id,
  type: fc.constantFrom(...TYPES),
  place: fc.oneof({ weight: 9, arbitrary: place }, junk),
  text: fc.constantFrom(...TEXTS),
  facets: fc.dictionary(fc.constantFrom(...LOOKS, 'z', 'groups', 'lock', 'gone'), fc.nat(), { maxKeys: 9 }),
  draws: fc.record(OWN, PLAIN),
  isJunk: fc.boolean(),
});
type Made = typeof made extends fc.Arbitrary<infer M> ? M : never;

function write(doc: Y.Doc, objects: readonly Made[]): void {
  doc.transact(() => {
    for (const each of objects) {
      const map = new Y.Map<unknown>();
      objectsOf(doc).set(each.id, map as never);
      map.set('type', each.type);
      map.set('place', each.place);
      if (each.text !== '') map.set('text', new Y.Text(each.text));
      for (const [name, seed] of Object.entries(each.facets))
        map.set(name, each.isJunk && seed % 2 ? 'nonsense' : (each.draws as Record<string, unknown>)[name]);
      for (const name of ['start', 'end', 'on', 'of', 'z']) map.set(name, (each.draws as Record<string, unknown>)[name]);
    }
    doc.getMap('marks').set('me/nobody/like', true);
    doc.getMap('marks').set('///', Number.NaN);
    doc.getMap('marks').set('me/a/like', { on: true });
  });
}

const SEEN = { x: -3_000, y: -3_000, w: 6_000, h: 6_000 };

function look({ editor }: HeadlessBoard): void {
  const free = editor.records.free();
  for (const placed of free.all()) {
    const { box, bounds, rot } = placed;
    const numbers = [box, bounds].flatMap(({ x, y, w, h }) => [x, y, w, h]);
    expect([...numbers, rot].every(Number.isFinite), JSON.stringify([placed.id, numbers, placed.record.type, placed.record.fields])).toBe(true);
  }
  free.within(SEEN);
  for (let at = -1_000; at <= 1_000; at += 500) free.at({ x: at, y: at }, 6);
  for (const zoom of [0.05, 1, 8]) {
    const pen = createRecordingPen();
    paintFree(pen, free.all(), {
      painters: OBJECT_PAINTERS,
      labels: { unsupported: 'unsupported' },
      edited: null,
      marksOn: (of) => editor.records.marks.on(of),
      faded: new Set(),
      self: 'me',
      detail: detailAt(zoom),
      language: 'uk',
      pictureUrl: () => '',
      onFault(of, fault) {
        throw new Error(`${of} failed`, { cause: fault });
      },
    });
    expect(pen.drawn.every(({ numbers }) => numbers.every(Number.isFinite))).toBe(true);
  }
  const board = editor.board();
  const analysis = editor.kind.analyse(board);
  outline(board, analysis, 'uk');
  exportCsv(board, { language: 'uk' } as never);
}

test('FREE-8 whatever a peer writes, the layer places, finds, paints and tells it, and it can be arranged, copied and put away', () => {
  fc.assert(
    fc.property(fc.array(made, { minLength: 1, maxLength: 9 }), fc.array(made, { maxLength: 4 }), (first, then) => {
      const board = openHeadlessBoard({ needs: ['toys'] });
      write(board.doc, first);
      look(board);
      write(board.doc, then);
      look(board);
      const { editor } = board;
      const all = editor.records.free().all();
      editor.records.free().suppose(new Map(all.map(({ id: of, box }) => [of, { box: { ...box, x: box.x + 10 }, rot: 0 }])));
      const page = pageOf(editor);
      for (const command of COMMANDS) {
        board.act('select-all');
        runCommand(command.id, page.host);
      }
      for (const action of ['up', 'grow-left', 'go-right', 'next-cell', 'previous-cell', 'extend-down', 'move-up'] as const) board.act(action);
      look(board);
      board.act('select-all');
      const copied = copyCards([...editor.records.projection.records()]);
      const objects = readObjects(copied.json, editor.board());
      if (objects) editor.perform(pasteObjects(editor.board(), objects, { x: 0, y: 0 }, editor.context()));
      pasteCards(copied.json, editor.board());
      look(board);
      for (let at = 0; at < 12; at += 1) editor.undo();
      for (let at = 0; at < 12; at += 1) editor.redo();
      look(board);
      expect(editor.records.projection.get('toys')?.text).toBeTypeOf('string');
      board.dispose();
    }),
    fuzz(60),
  );
});

test('FREE-9 no arrow ends at another, at itself, a comment or a reply: it hangs free at its own corners, whatever came first', () => {
  const ends = (start: string, to: string) => ({ start: { on: start, at: [0.5, 0.5] }, end: { on: to, at: [0.5, 0.5] } });
  const objects: readonly FreeFilling[] = [
    { id: 'one', type: 'connector', box: [100, 100, 300, 200], facets: ends('two', 'one') },
    { id: 'two', type: 'connector', box: [100, 100, 300, 200], facets: ends('said', 'one') },
    { id: 'three', type: 'connector', box: [100, 100, 300, 200], facets: ends('answer', 'said') },
    { id: 'said', type: 'comment', box: [900, 900, 40, 40], text: 'words' },
    { id: 'answer', type: 'reply', box: [0, 0, 0, 0], text: 'words', facets: { of: 'said' } },
  ];
  for (const order of [objects, objects.toReversed()]) {
    const board = openHeadlessBoard({}, { objects: order });
    const { editor } = board;
    for (const step of [false, true]) {
      if (step) editor.perform([{ do: 'set', id: 'one', facet: 'colour', value: 'red' }]);
      const free = editor.records.free();
      expect(['one', 'two', 'three'].map((of) => free.get(of)?.box)).toEqual(Array.from({ length: 3 }, () => ({ x: 100, y: 100, w: 300, h: 200 })));
    }
    const all = placeFree(editor.board(), editor.records.placement(), EVEN);
    expect(all.filter(({ route }) => route).map(({ box }) => box)).toEqual(Array.from({ length: 3 }, () => ({ x: 100, y: 100, w: 300, h: 200 })));
    board.dispose();
  }
});

test('FREE-10 what lies out of all reach does not keep the rest from being shown whole', () => {
  const near: FreeFilling = { id: 'near', box: [2_500, 0, 200, 200] };
  const far: readonly FreeFilling[] = [
    { id: 'huge', box: [-1e7, -1e7, 1e7, 1e7] },
    { id: 'lost', box: [9e6, 9e6, 10, 10] },
  ];
  const { editor } = openHeadlessBoard({}, { objects: [near, ...far] });
  const { w, h } = editor.records.placement().size;
  const whole = contentBox(editor.records.placement(), placeFree(editor.board(), editor.records.placement(), EVEN));
  expect([whole.x, whole.y <= 0, whole.w >= 2_700, whole.w < w + 2_000, whole.h < h + 2_000]).toEqual([0, true, true, true, true]);
  expect(wholeBoard(editor)).toEqual(whole);
  // Where there is nothing else, what there is is shown.
  const alone = openHeadlessBoard({}, { template: 'empty', objects: [{ id: 'lost', box: [9e6, 9e6, 10, 10] }] });
  expect(wholeBoard(alone.editor).x).toBeGreaterThan(8e6);
  // Without a sheet it is where most lies.
  const many = Array.from({ length: 5 }, (_, at): FreeFilling => ({ id: `n${at}`, box: [at * 300, 0, 200, 200] }));
  const empty = openHeadlessBoard({}, { template: 'empty', objects: [...far, ...many] });
  expect(wholeBoard(empty.editor)).toMatchObject({ w: expect.closeTo(1_416, -1) });
});
