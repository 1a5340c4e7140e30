// The tools that put something on the paper, driven as on a stage, without one.
import { TOOL_NAMES } from '@masa/client/editor/toolbox.ts';
import { createPictures, PICTURE_WIDTH } from '@masa/client/tools/pictures.ts';
import { createWaitingTool } from '@masa/client/tools/waiting.ts';
import { fail, LIMITS, ok } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { imageLooks, shapeLooks } from '@masa/shared/objects';
import { expect, test } from 'vitest';
import { ME, NOBODY } from '../support/headlessBoard.ts';
import { type MakingBoard, openMakingBoard, place } from '../support/makingBoard.ts';

const paper = { x: -600, y: 300 };
const beyond = { x: -400, y: 420 };
const selected = ({ editor }: MakingBoard): readonly string[] => [...editor.selection.get().ids];
const boxes = (board: MakingBoard): readonly unknown[] => board.free().map((record) => ('box' in record.place ? record.place.box : null));

test.each([
  ['note', [-700, 200, 200, 200]],
  ['shape', [-700, 240, 200, 120]],
  ['frame', [-1_000, 0, 800, 600]],
] as const)('MAKE-1 a click with %s makes one of the usual size there, chooses it and lays the tool down', async (name, box) => {
  const board = await openMakingBoard(name);
  board.click(paper);
  expect(board.free().map(({ type }) => type)).toEqual([name]);
  expect(boxes(board)).toEqual([box]);
  expect(selected(board)).toEqual([board.free()[0]?.id]);
  expect(board.editor.toolbox.tool.get()).toBe('select');
  expect(board.tool.path).toBe(`${name}.idle`);
});

test('MAKE-1 a tool that is kept stays in the hand', async () => {
  const board = await openMakingBoard('shape');
  board.editor.toolbox.take('shape', true);
  board.click(paper);
  board.click({ x: 100, y: -400 });
  expect(board.free()).toHaveLength(2);
  expect(board.editor.toolbox.tool.get()).toBe('shape');
});

test('MAKE-2 a drag draws the object out: a gesture until it is let go, then one step', async () => {
  const board = await openMakingBoard('shape');
  board.input.down(board.at(paper));
  expect(board.tool.path).toBe('shape.pressing');
  board.input.move(board.at({ x: paper.x + 3, y: paper.y }));
  expect(board.tool.path).toBe('shape.pressing');
  board.input.move(board.at(beyond));
  expect(board.tool.path).toBe('shape.drawing');
  const gesture = board.editor.gestures.own.get();
  expect(gesture?.kind === 'preview' && gesture.records[0]?.place).toEqual({ box: [-600, 300, 200, 120], rot: 0 });
  expect(board.changes()).toBe(0);
  board.input.up(board.at(beyond));
  expect(board.changes()).toBe(1);
  expect(board.editor.gestures.own.get()).toBeNull();
  expect(boxes(board)).toEqual([[-600, 300, 200, 120]]);
  board.editor.undo();
  expect(board.free()).toEqual([]);
});

test.each([
  ['back and up', NOBODY, { x: -700, y: 220 }, [-700, 220, 100, 80]],
  ['with Shift as a square', { ...NOBODY, shift: true }, beyond, [-600, 300, 200, 200]],
  ['with Alt from its centre', { ...NOBODY, alt: true }, beyond, [-800, 180, 400, 240]],
  ['hardly at all', NOBODY, { x: -590, y: 301 }, [-600, 300, 24, 24]],
] as const)('MAKE-3 drawn %s', async (_, modifiers, to, box) => {
  const board = await openMakingBoard('shape');
  board.drag([paper, to], { modifiers });
  expect(boxes(board)).toEqual([box]);
});

test('MAKE-4 a note opens for writing', async () => {
  const board = await openMakingBoard('note');
  board.click(paper);
  expect(board.asked.written).toEqual(board.free().map(({ id }) => id));
});

test('MAKE-4 a text begins where it was clicked, or as wide as it was drawn, and nothing exists before its first letter', async () => {
  const board = await openMakingBoard('text');
  expect(board.tool.cursor).toBe('text');
  board.click(paper);
  expect(board.editor.toolbox.tool.get()).toBe('select');
  board.editor.toolbox.take('text');
  board.drag([paper, beyond]);
  const [clicked, drawn] = board.asked.texts;
  expect(clicked?.width).toBeUndefined();
  expect(Math.abs((clicked?.at.y ?? 0) - paper.y)).toBeLessThan(20);
  expect(drawn).toMatchObject({ at: paper, width: 200 });
  expect(board.changes()).toBe(0);
});

test('MAKE-5 what is made looks as it was chosen last', async () => {
  const board = await openMakingBoard('shape');
  board.editor.toolbox.choose({ shape: 'star', colour: 'red', fill: 'none', stroke: 'thick', dash: 'dotted' });
  board.click(paper);
  const [made] = board.free();
  expect(made && shapeLooks(made)).toMatchObject({ shape: 'star', colour: 'red', fill: 'none', stroke: 'thick', dash: 'dotted' });
  expect(boxes(board)).toEqual([[-680, 220, 160, 160]]);
  expect(made?.author).toEqual(ME);
});

test('MAKE-6 Escape, a second finger and a board frozen meanwhile make nothing', async () => {
  const board = await openMakingBoard('frame');
  board.input.down(board.at(paper));
  board.input.move(board.at(beyond));
  board.input.cancel();
  expect(board.tool.path).toBe('frame.idle');
  const touch = { kind: 'touch' as const };
  board.input.down(board.at(paper, touch));
  board.input.move(board.at(beyond, touch));
  board.input.down(board.at(paper, { ...touch, id: 2 }));
  expect(board.tool.path).toBe('frame.pinching');
  board.input.up(board.at(paper, touch));
  board.input.up(board.at(paper, { ...touch, id: 2 }));
  board.input.down(board.at(paper));
  board.input.move(board.at(beyond));
  board.editor.readOnly.set('frozen');
  board.input.move(board.at(paper));
  expect(board.tool.path).toBe('frame.idle');
  expect(board.editor.gestures.own.get()).toBeNull();
  board.input.up(board.at(beyond));
  board.click(paper);
  expect(board.editor.gestures.own.get()).toBeNull();
  expect(board.changes()).toBe(0);
});

test.each(TOOL_NAMES.filter((name) => name !== 'select' && name !== 'hand'))(
  'MAKE-7 with %s the other buttons, the space bar and two fingers move the paper, and a secondary click opens the menu',
  async (name) => {
    const board = await openMakingBoard(name);
    const seen = (): number => board.editor.camera.view.get().x;
    const pans = (act: () => void): boolean => {
      const before = seen();
      act();
      return seen() !== before;
    };
    expect(board.tool.path).toBe(`${name}.idle`);
    expect(pans(() => board.drag([paper, beyond], { button: 1 }))).toBe(true);
    expect(pans(() => board.drag([paper, beyond], { button: 2 }))).toBe(true);
    board.send({ do: 'space', isDown: true });
    expect(board.tool.cursor).toBe('grab');
    expect(pans(() => board.drag([paper, beyond]))).toBe(true);
    board.send({ do: 'space', isDown: false });
    board.input.down(board.at(paper, { kind: 'touch', id: 1 }));
    board.input.down(board.at(beyond, { kind: 'touch', id: 2 }));
    expect(pans(() => board.input.move(board.at(paper, { kind: 'touch', id: 2 })))).toBe(true);
    board.input.up(board.at(paper, { kind: 'touch', id: 2 }));
    board.input.up(board.at(paper, { kind: 'touch', id: 1 }));
    board.click(paper, { button: 2 });
    expect(board.asked.menus).toHaveLength(1);
    expect(board.tool.path).toBe(`${name}.idle`);
    expect(board.changes()).toBe(0);
    expect(board.editor.gestures.own.get()).toBeNull();
  },
);

test('MAKE-14 what is being written is closed first; where it has to stay open nothing begins', async () => {
  const board = await openMakingBoard('note', { needs: ['advice'] });
  board.board.writer.open('advice');
  board.board.writer.input('x'.repeat(LIMITS.cardTextMax + 1), 0, 0);
  board.click(paper);
  expect(board.free()).toEqual([]);
  board.board.writer.input('advice', 0, 0);
  board.click(paper);
  expect(board.free()).toHaveLength(1);
  expect(board.board.writer.field.get()).toBeNull();
});

test('MAKE-8 the stamp puts this person’s reaction on an object, a second press takes it away, and paper gets a stamp of its own', async () => {
  const board = await openMakingBoard('stamp', { needs: ['advice'] });
  board.editor.toolbox.take('stamp', true);
  board.editor.toolbox.choose({ sign: 'heart' });
  const note = board.put({ type: 'note', place: place(-600, 300, 200, 200) });
  board.click({ x: -500, y: 400 });
  board.click(board.board.middle('advice'));
  const marks = (id: string): unknown => [...board.editor.records.marks.on(id)].map(([mark, people]) => [mark, [...people]]);
  expect(marks(note)).toEqual([['heart', [ME.id]]]);
  expect(marks('advice')).toEqual([['heart', [ME.id]]]);
  board.click({ x: -500, y: 400 });
  expect(marks(note)).toEqual([]);
  expect(board.free()).toHaveLength(1);
  board.drag(
    [
      { x: -900, y: 700 },
      { x: -850, y: 700 },
    ],
    { kind: 'touch' },
  );
  expect(board.editor.camera.view.get().x).toBe(-50);
  expect(board.free()).toHaveLength(1);
  board.click({ x: -900, y: 700 });
  board.click({ x: -895, y: 702 });
  expect(board.free().map(({ type, fields }) => [type, fields.sign])).toEqual([
    ['note', undefined],
    ['stamp', 'heart'],
    ['stamp', 'heart'],
  ]);
});

test('MAKE-9 a comment begins about the object or the place that was pressed; a conversation there is opens, also on a board that is read only', async () => {
  const board = await openMakingBoard('comment', { needs: ['advice'] });
  board.editor.toolbox.take('comment', true);
  const note = board.put({ type: 'note', place: place(-600, 300, 200, 200) });
  const thread = board.put({ type: 'comment', place: place(-900, 300, 40, 40), text: 'Who pays?' });
  const middle = board.board.middle('advice');
  board.click({ x: -500, y: 450 });
  board.click(middle);
  board.click({ x: -900, y: 900 });
  board.editor.readOnly.set('role');
  board.click({ x: -890, y: 310 });
  board.click({ x: -500, y: 450 });
  expect(board.asked.comments).toEqual([
    { at: { x: -500, y: 450 }, on: note },
    { at: middle, on: 'advice' },
    { at: { x: -900, y: 900 }, on: '' },
    thread,
  ]);
  expect(board.changes()).toBe(0);
});

const files = (count: number): readonly Blob[] => Array.from({ length: count }, (_, at) => new Blob([`${at}`], { type: 'image/png' }));

test('MAKE-10 pictures come side by side around where they were dropped, at most 480 wide; a pale sheet stands there while one travels', async () => {
  const board = await openMakingBoard('note');
  const shown: (readonly BoardRecord[])[] = [];
  const sizes = [
    { w: 2_000, h: 1_000 },
    { w: 100, h: 50 },
  ];
  const asked: Blob[] = [];
  const pictures = createPictures({
    editor: board.editor,
    sizeOf: () => Promise.resolve(sizes[asked.push(new Blob()) - 1] ?? null),
    upload: (file) => file.text().then((name) => ok({ id: `picture-${name}`, ...(sizes[Number(name)] ?? { w: 1, h: 1 }) })),
    show: (waiting) => void shown.push(waiting),
    said: () => undefined,
  });
  await pictures.add(files(2), { x: 0, y: 0 });
  expect(shown.map((waiting) => waiting.length)).toEqual([2, 1, 0]);
  expect(shown[0]?.map(({ type, place: lying }) => [type, 'box' in lying && lying.box])).toEqual([
    ['image', [-298, -120, PICTURE_WIDTH, 240]],
    ['image', [198, -25, 100, 50]],
  ]);
  expect(boxes(board)).toEqual([
    [-298, -120, 480, 240],
    [198, -25, 100, 50],
  ]);
  expect(board.free().map((record) => imageLooks(record).image)).toEqual([
    { id: 'picture-0', w: 2_000, h: 1_000 },
    { id: 'picture-1', w: 100, h: 50 },
  ]);
  expect(selected(board)).toEqual(board.free().map(({ id }) => id));
});

test('MAKE-11 a refused picture says the server’s sentence once and leaves nothing; the others come in the proportions they are kept in', async () => {
  const board = await openMakingBoard('note');
  const said: string[] = [];
  const waiting: number[] = [];
  let sent = 0;
  const pictures = createPictures({
    editor: board.editor,
    sizeOf: () => Promise.resolve(null),
    upload() {
      sent += 1;
      return Promise.resolve(sent < 3 ? fail({ message: 'Only still pictures work here.' }) : ok({ id: 'p', w: 300, h: 600 }));
    },
    show: (records) => void waiting.push(records.length),
    said: (sentence) => void said.push(sentence),
  });
  await pictures.add(files(3), { x: 0, y: 0 });
  expect(said).toEqual(['Only still pictures work here.']);
  expect(waiting.at(-1)).toBe(0);
  expect(boxes(board)).toEqual([[346, -300, 300, 600]]);
  board.editor.readOnly.set('frozen');
  await pictures.add(files(1), { x: 0, y: 0 });
  expect(sent).toBe(3);
});

test('MAKE-15 what is pressed before a tool is here is done once it comes: a drag, and of two presses the last', async () => {
  const board = await openMakingBoard('shape');
  const waiting = createWaitingTool(board.host);
  const down = (at: typeof paper, clicks = 1) =>
    ({ do: 'down', at, screen: at, modifiers: NOBODY, button: 0, kind: 'mouse', isTouch: false, clicks, pressure: 0.5 }) as const;
  const move = (at: typeof paper) => ({ do: 'move', at, screen: at, modifiers: NOBODY, points: [{ ...at, pressure: 0.5 }] }) as const;
  const up = (at: typeof paper) => ({ do: 'up', at, screen: at, modifiers: NOBODY }) as const;
  for (const input of [down(paper), up(paper), down(paper, 2), up(paper)]) waiting.handle(input);
  waiting.hand(board.tool);
  expect(board.free()).toHaveLength(1);
  for (const input of [down(paper), move(beyond)]) waiting.handle(input);
  expect(waiting.path).toBe('waiting.pressed');
  waiting.hand(board.tool);
  board.tool.handle(up(beyond));
  expect(board.free()).toHaveLength(2);
  for (const taking of [{ do: 'cancel' }, { do: 'pinch', screen: paper, dx: 0, dy: 0, factor: 1 }] as const) {
    waiting.handle(down(paper));
    waiting.handle(taking);
    waiting.handle(up(paper));
    waiting.hand(board.tool);
    expect(board.free()).toHaveLength(2);
  }
});
