// What people do with the marks of a sheet, on boards without a screen: linking, starring, going through the questions.
import { runCommand } from '@masa/client/commands/index.ts';
import { goTo, questionCells, stepIn, think, walkOn } from '@masa/client/panels/realityWalk.ts';
import { createLinkTool } from '@masa/client/tools/link.ts';
import { STARS_MAX } from '@masa/shared/board';
import { expect, test } from 'vitest';
import { pageOf } from '../support/commandPage.ts';
import { type HeadlessBoard, openHeadlessBoard } from '../support/headlessBoard.ts';

const LINKED = { needs: ['warm place', 'advice'], activities: ['songs', 'walks'], partners: ['nurse'] };

const serves = (board: HeadlessBoard, id: string): unknown => board.editor.board().get(id)?.fields.serves;

test('MARKED-13 the link tool joins two cards that fit and parts them the second time, one step each', () => {
  const board = openHeadlessBoard(LINKED);
  board.editor.toolbox.take('link');
  board.take(createLinkTool(board.host));
  board.drag([board.middle('warm-place'), board.middle('nurse'), board.middle('songs')]);
  expect(serves(board, 'songs')).toEqual(['warm-place']);
  expect(board.editor.toolbox.tool.get()).toBe('select');
  expect([...board.editor.selection.get().ids]).toEqual(['warm-place']);
  board.editor.undo();
  expect(serves(board, 'songs')).toEqual([]);
  board.editor.redo();
  board.drag([board.middle('songs'), board.middle('walks'), board.middle('warm-place')]);
  expect(serves(board, 'songs')).toEqual([]);
  // Two clicks do as well.
  board.click(board.middle('songs'));
  expect(board.editor.gestures.own.get()).toMatchObject({ kind: 'link', from: 'songs' });
  board.click(board.middle('warm-place'));
  expect(serves(board, 'songs')).toEqual(['warm-place']);
});

test('MARKED-13 the cards that fit are shown while a link is in the hand; elsewhere nothing happens', () => {
  const board = openHeadlessBoard(LINKED);
  board.take(createLinkTool(board.host));
  board.input.down(board.at(board.middle('songs')));
  board.input.move(board.at(board.middle('warm-place')));
  const own = board.editor.gestures.own.get();
  expect(own).toMatchObject({ kind: 'link', from: 'songs', onto: 'warm-place' });
  expect(own?.kind === 'link' && [...own.fits].sort()).toEqual(expect.arrayContaining(['advice', 'warm-place']));
  expect(own?.kind === 'link' && own.fits.has('walks')).toBe(false);
  board.input.move(board.at(board.middle('walks')));
  expect(board.editor.gestures.own.get()).toMatchObject({ onto: null });
  board.input.up(board.at(board.middle('walks')));
  expect(board.editor.gestures.own.get()).toBeNull();
  expect([serves(board, 'songs'), serves(board, 'walks')]).toEqual([[], []]);
  board.drag([board.middle('songs'), { x: board.cell('needs').x + 5, y: board.cell('needs').y + 5 }]);
  expect(board.editor.history.state.canUndo).toBe(false);
  board.editor.readOnly.set('frozen');
  board.drag([board.middle('songs'), board.middle('advice'), board.middle('warm-place')]);
  expect(serves(board, 'songs')).toEqual([]);
});

test('MARKED-14 “Link to …” is there for one card that fits another and says why not elsewhere', () => {
  const board = openHeadlessBoard(LINKED);
  const { host, asked } = pageOf(board.editor);
  expect(runCommand('link-to', host)).toBe('whyNothingChosen');
  board.editor.selection.many(['songs', 'walks']);
  expect(runCommand('link-to', host)).toBe('whyNotOne');
  board.editor.selection.only('songs', 'activities');
  expect(runCommand('link-to', host)).toBeNull();
  expect(asked).toEqual(['link "songs"']);
  board.editor.readOnly.set('frozen');
  expect(runCommand('link-to', host)).toBe('whyReadOnly');
  const empty = pageOf(openHeadlessBoard({}, { template: 'empty' }).editor).host;
  expect([runCommand('link-to', empty), runCommand('tool-link', empty)]).toEqual(['whyNoLinks', 'whyNoLinks']);
});

test('MARKED-21 starring has its opposite, and one star too many asks which gives way', () => {
  const needs = Array.from({ length: STARS_MAX + 1 }, (_, at) => `n${at}`);
  const board = openHeadlessBoard({ needs });
  const { host, asked } = pageOf(board.editor);
  const starred = () => needs.filter((id) => board.editor.board().get(id)?.starred);
  expect(runCommand('star', host)).toBe('whyNothingChosen');
  board.editor.selection.only('n0', 'needs');
  expect(runCommand('unstar', host)).toBe('whyNotStarred');
  expect(runCommand('star', host)).toBeNull();
  expect(starred()).toEqual(['n0']);
  // The key of the star takes it away again.
  runCommand('star', host);
  expect(starred()).toEqual([]);
  board.editor.selection.many(needs);
  runCommand('star', host);
  expect(starred()).toEqual(needs.slice(0, STARS_MAX));
  expect(asked).toEqual([`stars "n${STARS_MAX}"`]);
});

test('MARKED-41 what is thought through is kept with the open board and changes nothing on it', () => {
  const board = openHeadlessBoard({}, { template: 'smart-diagram' });
  const walk = walkOn(board.editor);
  const cells = questionCells(board.editor.kind, board.editor.records.template.get());
  expect(cells.length).toBeGreaterThan(5);
  expect(cells.map(({ order }) => order)).toEqual(cells.map(({ order }) => order).sort((a, b) => a - b));
  think(walk, 'needs', true);
  goTo(walk, 3, cells);
  expect(walkOn(board.editor).get()).toEqual({ step: 3, cells, thought: new Set(['needs']) });
  think(walk, 'needs', false);
  expect(walk.get().thought.size).toBe(0);
  expect(board.editor.history.state.canUndo).toBe(false);
  expect(walkOn(openHeadlessBoard().editor).get().step).toBe(0);
});

test('MARKED-44 the walk keeps its cell in another form, else one with the same cards, else the nearest on its way', () => {
  const of = (template: string) => {
    const { editor } = openHeadlessBoard({}, { template });
    return questionCells(editor.kind, editor.records.template.get());
  };
  const [diagram, b, canvas] = [of('smart-diagram'), of('form-b'), of('service-canvas')];
  const from = (way: typeof diagram, id: string, cells: typeof diagram): string | undefined =>
    cells[stepIn({ step: way.findIndex((cell) => cell.id === id), cells: way }, cells)]?.id;
  // Other steps, the same cell.
  for (const id of ['service', 'aim', 'partners', 'activities']) expect(from(diagram, id, b)).toBe(id);
  // Another name, the same cards.
  expect(from(diagram, 'target-group', canvas)).toBe('users');
  expect(from(b, 'missing-resources', diagram)).toBe('resources');
  expect(from(diagram, 'information', canvas)).toBe('channels');
  // Form B asks nothing about needs and information: what came before them on the way, else what comes after.
  expect(from(diagram, 'information', b)).toBe('partners');
  expect(from(diagram, 'needs', b)).toBe('service');
  // The end is the end, and where there is nothing to ask there is nothing to stand at.
  expect(stepIn({ step: diagram.length, cells: diagram }, b)).toBe(b.length);
  expect(stepIn({ step: 3, cells: diagram }, [])).toBe(0);
  expect(stepIn({ step: 3, cells: diagram }, of('smart-diagram'))).toBe(3);
});

test('MARKED-43 where a template asks nothing there is no reality check', () => {
  expect(runCommand('reality', pageOf(openHeadlessBoard({}, { template: 'empty' }).editor).host)).toBe('whyNoQuestions');
  const { host, asked } = pageOf(openHeadlessBoard({}, { template: 'smart-diagram' }).editor);
  expect(runCommand('reality', host)).toBeNull();
  expect(asked).toEqual(['show "reality"']);
});
