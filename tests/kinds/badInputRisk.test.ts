// What bad input gets on a risk matrix, through the editor a person has in hand.
import { oneLine, roundOf } from '@masa/shared/board';
import { mergeRisks, newRiskFrom, researchTask, riskMatrix } from '@masa/shared/kinds/risk-matrix';
import { expect, test } from 'vitest';
import { type Filling, type HeadlessBoard, openHeadlessBoard } from '../support/headlessBoard.ts';
import { RISKS_5, templateOf } from './riskBoard.ts';

const matrix = (filling: Filling, template = 'risks-5'): HeadlessBoard => openHeadlessBoard(filling, { template });
const at = ({ editor }: HeadlessBoard, id: string) => editor.board().get(id);
const cellOf = ({ editor }: HeadlessBoard, id: string): string | undefined => {
  const record = editor.board().get(id);
  return record && editor.board().cellOf(record)?.id;
};
const rate = ({ editor }: HeadlessBoard, id: string, likelihood: unknown, consequence: unknown, when = 'before'): void =>
  editor.setField(id, when, { likelihood, consequence });
const codes = ({ editor }: HeadlessBoard, id: string): readonly string[] =>
  editor.kind
    .analyse(editor.board())
    .checks.filter(({ card }) => card === id)
    .map(({ code }) => code);

test('BAD-22 dropped outside the grid a risk goes back to the tray, without a rating', () => {
  const board = matrix({ risks: ['fire'] });
  rate(board, 'fire', 1, 5);
  expect(cellOf(board, 'fire')).toBe('l1c5');
  const { w } = board.editor.records.template.get().size;
  board.editor.camera.fit({ x: 0, y: 0, w: w + 800, h: 3_000 });
  const beside = { x: w + 400, y: 200 };
  board.drag([board.middle('fire'), { x: w, y: 300 }, beside, beside]);
  expect([cellOf(board, 'fire'), at(board, 'fire')?.fields.before]).toEqual(['tray', null]);
  board.editor.undo();
  expect(cellOf(board, 'fire')).toBe('l1c5');
});

test.each([0, 6, 2.5])('BAD-23 level %s is refused, in a card, in an answer and from an editor', (level) => {
  const board = matrix({ risks: ['fire'] });
  rate(board, 'fire', 2, 3);
  rate(board, 'fire', level, 3);
  expect(at(board, 'fire')?.fields.before).toEqual({ likelihood: 2, consequence: 3 });
  expect(roundOf(riskMatrix, 'before')?.parse({ likelihood: 2, consequence: level }, RISKS_5)).toMatchObject({
    ok: false,
    error: { code: 'not-a-level' },
  });
  board.editor.perform([{ do: 'set', id: 'fire', facet: 'before', value: { likelihood: level, consequence: 3 } }]);
  expect(at(board, 'fire')).toMatchObject({ fields: { before: null }, issues: [{ code: 'not-a-level' }] });
});

test('BAD-24 rated on one axis only it is half rated and lies in the tray', () => {
  const board = matrix({ risks: ['fire'] });
  rate(board, 'fire', 3, null);
  expect([cellOf(board, 'fire'), codes(board, 'fire')]).toEqual(['tray', expect.arrayContaining(['half-rated'])]);
  rate(board, 'fire', 3, 4);
  expect([cellOf(board, 'fire'), codes(board, 'fire').includes('half-rated')]).toEqual(['l3c4', false]);
});

test('BAD-25 graver after treatment it is asked why, and the new risk is offered', () => {
  const board = matrix({ risks: ['fire'] });
  rate(board, 'fire', 2, 3);
  rate(board, 'fire', 3, 3, 'after');
  expect(codes(board, 'fire')).toContain('higher-after');
  const { editor } = board;
  editor.perform(newRiskFrom(editor.board(), { risk: 'fire', text: 'The new partner leaves' }, editor.context()));
  const brought = editor
    .board()
    .inSlot('risks')
    .find(({ id }) => id !== 'fire');
  expect(brought).toMatchObject({ text: 'The new partner leaves', fields: { comesFrom: ['fire'] } });
  expect(cellOf(board, brought?.id ?? '')).toBe('tray');
  editor.setField('fire', 'afterWhy', 'Two more places to heat');
  expect(codes(board, 'fire')).not.toContain('higher-after');
});

test('BAD-26 accepting a very high risk needs a sentence', () => {
  const board = matrix({ risks: ['fire'] });
  rate(board, 'fire', 5, 5);
  board.editor.setField('fire', 'treatment', 'accept');
  expect(codes(board, 'fire')).toContain('accepted-without-why');
  board.editor.setField('fire', 'acceptance', 'The mayor knows, until June.');
  expect(codes(board, 'fire')).not.toContain('accepted-without-why');
});

test('BAD-27 an action without who and when counts as no treatment', () => {
  const board = matrix({ risks: ['fire'], actions: ['alarm'] });
  const { editor } = board;
  rate(board, 'fire', 5, 5);
  editor.setField('fire', 'treatment', 'less-likely');
  editor.setField('alarm', 'treats', ['fire']);
  editor.setField('alarm', 'who', 'Anna');
  expect([codes(board, 'fire').includes('very-high-untreated'), codes(board, 'alarm')]).toEqual([true, ['action-without-plan']]);
  editor.setField('alarm', 'when', 'May');
  expect([codes(board, 'fire').includes('very-high-untreated'), codes(board, 'alarm')]).toEqual([false, []]);
});

test('BAD-28 two risks that say the same are pointed out, and merging keeps both wordings', () => {
  const board = matrix({ risks: ['No power', 'no  power!', 'Nobody comes'] });
  const { editor } = board;
  const [one, same, other] = editor.board().inSlot('risks');
  if (!one || !same || !other) throw new Error('no risks');
  expect([one, same, other].map(({ id }) => codes(board, id).includes('said-twice'))).toEqual([true, true, false]);
  editor.perform(mergeRisks(editor.board(), { into: one.id, from: [same.id], language: 'en' }, editor.context()));
  expect(oneLine(at(board, one.id)?.text ?? '', 200)).toContain('No power');
  expect(at(board, one.id)?.text).toContain('no  power!');
  expect(at(board, same.id)?.gone?.by).toBe('me');
  editor.undo();
  expect([at(board, one.id)?.text, at(board, same.id)?.gone]).toEqual(['No power', null]);
});

test('BAD-29 another scale is refused once anything is rated', () => {
  const board = matrix({ risks: ['fire'] });
  const toThree = () => riskMatrix.templateFault?.(board.editor.board(), templateOf('risks-3'), 0);
  expect(toThree()).toBeNull();
  rate(board, 'fire', 2, 2);
  expect(toThree()).toMatchObject({ code: 'scale-frozen' });
  expect(riskMatrix.templateFault?.(board.editor.board(), templateOf('risks-5-after'), 4)).toBeNull();
});

test('BAD-30 a risk nobody can rate becomes a research task', () => {
  const board = matrix({ risks: ['fire'] });
  const { editor } = board;
  rate(board, 'fire', 'unknown', 'unknown');
  expect([cellOf(board, 'fire'), codes(board, 'fire')]).toEqual(['tray', expect.arrayContaining(['nobody-knows'])]);
  editor.perform(researchTask(editor.board(), { risk: 'fire', language: 'en' }, editor.context()));
  expect(editor.board().inSlot('actions')).toMatchObject([{ text: expect.stringContaining('fire'), fields: { treats: ['fire'] } }]);
  expect(codes(board, 'fire')).not.toContain('nobody-knows');
});
