// What bad input gets on planning sheets and in templates, through the editor a person has in hand.
import { readWritten } from '@masa/client/panels/fieldText.ts';
import { createLinkTool } from '@masa/client/tools/link.ts';
import { linksOf, orphansOf, parkEdits, reportBlock, type Template, type TemplateCell, validateTemplate, wordedTemplate } from '@masa/shared/board';
import { LIMITS } from '@masa/shared/core';
import { PARKING } from '@masa/shared/document';
import { formA, riskMatrix, serviceCanvas, splitIntoDiagrams } from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import { type Filling, type HeadlessBoard, openHeadlessBoard } from '../support/headlessBoard.ts';

const diagram = (filling: Filling): HeadlessBoard => openHeadlessBoard(filling, { template: 'smart-diagram' });
const checksOf = ({ editor }: HeadlessBoard, id?: string) =>
  editor.kind.analyse(editor.board()).checks.filter(({ card }) => id === undefined || card === id);
const codes = (board: HeadlessBoard, id?: string): readonly string[] => checksOf(board, id).map(({ code }) => code);
const fieldsOf = ({ editor }: HeadlessBoard, id: string) => editor.board().get(id)?.fields;

test('BAD-1 a second service is asked about, and split into a diagram of its own', () => {
  const board = diagram({ service: ['cinema', 'garden'] });
  const { editor } = board;
  const asked = checksOf(board, 'garden').find(({ code }) => code === 'second-service');
  expect(asked?.message.en).toMatch(/split\?$/u);
  expect(asked?.message.bg).toMatch(/разделим/u);
  expect(board.texts('service')).toEqual(['cinema', 'garden']);
  const { diagrams, here } = splitIntoDiagrams(editor.board(), 'here', editor.context());
  expect(diagrams.map(({ title }) => title)).toEqual(['garden']);
  editor.perform(here);
  expect([board.texts('service'), codes(board)]).toEqual([['cinema'], []]);
  editor.undo();
  expect(board.texts('service')).toEqual(['cinema', 'garden']);
});

const WRITING = { language: 'en', currency: 'EUR' } as const;
const size = serviceCanvas.types.card?.facets.size?.input ?? { as: 'count' as const, max: 0 };
const age = serviceCanvas.types.card?.facets.age?.input ?? { as: 'span' as const, max: 0 };

test('BAD-2 a target group of nobody is a question', () => {
  const board = diagram({ 'target-group': ['parents'] });
  const read = readWritten(size, '0', WRITING);
  expect(read).toMatchObject({ ok: true, value: { value: 0 } });
  board.editor.setField('parents', 'size', 0);
  expect(fieldsOf(board, 'parents')?.size).toBe(0);
  expect(codes(board, 'parents')).toContain('group-size-zero');
});

test('BAD-3 a target group of more than ten million is refused and the card keeps what it had', () => {
  const board = diagram({ 'target-group': ['parents'] });
  board.editor.setField('parents', 'size', LIMITS.groupSizeMax);
  expect(readWritten(size, '10 000 001', WRITING)).toMatchObject({ ok: false, error: { code: 'not-in-range' } });
  board.editor.setField('parents', 'size', 10_000_001);
  expect(fieldsOf(board, 'parents')?.size).toBe(10_000_000);
});

test('BAD-4 ages typed the wrong way round are exchanged, with a notice', () => {
  const board = diagram({ 'target-group': ['parents'] });
  const read = readWritten(age, '35–20', WRITING);
  expect(read).toMatchObject({ ok: true, value: { value: { from: 20, to: 35 }, swapped: true } });
  // From a program, or from another form: read the right way round, noticed, and written so by one press.
  board.editor.setField('parents', 'age', { from: 35, to: 20 });
  expect(codes(board, 'parents')).toContain('age-reversed');
  const { editor } = board;
  editor.perform(editor.kind.remedies?.['age-reversed']?.edits(editor.board(), 'parents', editor.context()) ?? []);
  expect([fieldsOf(board, 'parents')?.age, codes(board, 'parents')]).toEqual([{ from: 20, to: 35 }, []]);
});

test('BAD-5 a circle of links is drawn and the report says nothing of it', () => {
  const board = diagram({ needs: ['warm-place'], activities: ['songs'] });
  const { editor } = board;
  editor.setField('warm-place', 'serves', ['songs']);
  editor.setField('songs', 'serves', ['warm-place']);
  expect(linksOf(editor.board())).toHaveLength(2);
  expect(codes(board, 'songs')).toContain('links-in-circle');
  const block = reportBlock(editor.board(), { language: 'en', group: { number: 1 } });
  expect(block.match(/warm-place/gu)).toHaveLength(1);
  expect(block.match(/songs/gu)).toHaveLength(1);
});

test('BAD-6 a linked card that is deleted comes back by undo with its links', () => {
  const board = diagram({ needs: ['warm-place'], activities: ['songs'], results: ['company'] });
  for (const [from, to] of [
    ['songs', 'warm-place'],
    ['company', 'songs'],
  ] as const) {
    board.take(createLinkTool(board.host));
    board.drag([board.middle(from), board.middle(to), board.middle(to)]);
  }
  const links = () => linksOf(board.editor.board()).map(({ from, to }) => `${from} → ${to}`);
  const before = links().toSorted();
  expect(before).toEqual(['company → songs', 'songs → warm-place']);
  board.editor.selection.only('songs', 'activities');
  board.act('bin');
  expect(links()).toEqual([]);
  board.act('undo');
  expect(links().toSorted()).toEqual(before);
});

const cellsOf = (change: (cell: TemplateCell, at: number) => TemplateCell): Template => ({ ...formA, cells: formA.cells.map(change) });
const refused = (template: Template, kind = serviceCanvas): readonly string[] =>
  validateTemplate(template, kind, 'bg').refused.map(({ code, path }) => `${path}: ${code}`);
const [firstCell] = formA.cells as readonly [TemplateCell];

test('BAD-14 two cells of one id are refused', () => {
  expect(refused(cellsOf((cell, at) => (at === 3 ? { ...cell, id: firstCell.id } : cell)))).toEqual(['cells[3]: duplicate-id']);
});

test('BAD-15 cells that overlap or leave the page are refused', () => {
  expect(refused(cellsOf((cell, at) => (at === 1 ? { ...cell, rect: firstCell.rect } : cell)))).toContain('cells[1]: overlap');
  const beyond = cellsOf((cell, at) => (at === 0 ? { ...cell, rect: { ...cell.rect, x: formA.size.w - 10 } } : cell));
  expect(refused(beyond)).toContain('cells[0]: off-page');
});

test('BAD-16 words missing in the default language are refused', () => {
  const nameless = cellsOf((cell, at) => (at === 2 ? { ...cell, title: { ...cell.title, bg: '  ' } } : cell));
  expect(refused(nameless)).toEqual(['cells[2].title.bg: missing-text']);
});

test('BAD-17 an unknown kind, another kind, and slots it does not have are refused', () => {
  expect(refused({ ...formA, kind: 'kitchen' })).toContain('kind: wrong-kind');
  expect(refused(formA, riskMatrix).some((each) => each.endsWith('wrong-kind'))).toBe(true);
  expect(refused(cellsOf((cell, at) => (at === 0 ? { ...cell, slots: [{ slot: 'dreams' }] } : cell)))).toEqual(['cells[0]: unknown-slot']);
});

const rows = (count: number): Template => ({
  ...formA,
  size: { w: 100, h: count * 100 },
  connectors: [],
  cells: Array.from({ length: count }, (_, at) => ({ ...firstCell, id: `c${at}`, order: at, rect: { x: 0, y: at * 100, w: 100, h: 100 } })),
});

test('BAD-18 more than forty cells are refused', () => {
  expect([refused(rows(40)), refused(rows(41))]).toEqual([[], ['cells: too-many-cells']]);
});

test('BAD-19 all faults are told at once, each with its place', () => {
  const wrong = cellsOf((cell, at) => {
    if (at === 1) return { ...cell, id: firstCell.id };
    if (at === 2) return { ...cell, slots: [{ slot: 'dreams' }] };
    return at === 3 ? { ...cell, hint: { ...cell.hint, bg: '' } } : cell;
  });
  expect(refused(wrong)).toEqual(expect.arrayContaining(['cells[1]: duplicate-id', 'cells[2]: unknown-slot', 'cells[3].hint.bg: missing-text']));
  const { refused: faults } = validateTemplate(wrong, serviceCanvas, 'bg');
  for (const { message } of faults) expect(message.length).toBeGreaterThan(10);
});

test('BAD-20 a missing translation only warns, and what stands in for it is marked', () => {
  const inTwo = cellsOf((cell, at) => (at === 0 ? { ...cell, title: { bg: 'За кого', en: 'For whom' } as TemplateCell['title'] } : cell));
  const worded = wordedTemplate(inTwo, 'bg');
  expect(worded.cells[0]?.title).toEqual({ bg: 'За кого', en: 'For whom', ro: 'За кого [bg]', uk: 'За кого [bg]', nb: 'За кого [bg]' });
  expect(wordedTemplate(inTwo, 'ro').cells[0]?.title.nb).toBe('For whom [en]');
  const wordless = cellsOf((cell, at) => (at === 0 ? { ...cell, title: {} as TemplateCell['title'] } : cell));
  expect(wordedTemplate(wordless, 'ro').cells[0]?.title.nb).toBe(firstCell.id);
  const blank = cellsOf((cell, at) => (at === 0 ? { ...cell, title: { ...cell.title, ro: '' } } : cell));
  const { refused: faults, warnings } = validateTemplate(blank, serviceCanvas, 'bg');
  expect([faults, warnings.map(({ path }) => path)]).toEqual([[], ['cells[0].title.ro']]);
});

test('BAD-21 another version of a template drops no card: what it has no cell for lies in parking', () => {
  const board = openHeadlessBoard({ needs: ['warm-place'], activities: ['songs'] }, { template: 'form-a' });
  const { editor } = board;
  const smaller = { ...formA, version: formA.version + 1, cells: formA.cells.filter(({ id }) => id !== 'activities'), connectors: [] };
  const orphans = orphansOf(editor.board(), smaller);
  expect(orphans.map(({ text }) => text)).toEqual(['songs']);
  editor.perform(parkEdits(editor.board(), editor.kind, smaller, orphans));
  editor.records.template.set(smaller);
  expect([board.texts('needs'), board.texts(PARKING), editor.board().hidden().size]).toEqual([['warm-place'], ['songs'], 0]);
  editor.undo();
  editor.records.template.set(formA);
  expect(board.texts('activities')).toEqual(['songs']);
});
