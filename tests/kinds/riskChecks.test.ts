// What a risk matrix asks about, and what people do about it.
import { LANGUAGES, LIMITS } from '@masa/shared/core';
import {
  addAction,
  agreeOn,
  backToTray,
  carriedActions,
  mergeRisks,
  newRiskFrom,
  nobodyKnows,
  researchTask,
  riskMatrix,
} from '@masa/shared/kinds/risk-matrix';
import { expect, test } from 'vitest';
import type { Card } from '../shared/sheets.ts';
import { CONTEXT, checksAbout, rated, riskBoard, templateOf } from './riskBoard.ts';

const about = (card: Card, others: readonly Card[] = []): readonly string[] => checksAbout(riskBoard([card, ...others]).board(), card.id);

const action = (facets: Readonly<Record<string, unknown>>): Card => ({ id: 'do', cell: 'actions', facets: { treats: ['r'], ...facets } });
const PLANNED = { who: 'Ана', when: 'май' };

test('RISK-30 one axis only is “half rated”, in either view; “don’t know” is an answer', () => {
  expect(about({ id: 'r', facets: rated(3, null) })).toContain('half-rated');
  expect(about({ id: 'r', facets: { after: { likelihood: null, consequence: 'unknown' } } })).toContain('half-rated');
  for (const facets of [{}, rated(3, 3), rated('unknown', 'unknown'), rated(null, null)])
    expect(about({ id: 'r', facets })).not.toContain('half-rated');
});

test('RISK-31 after higher than before asks why, by level as by band, and is quiet once somebody says it', () => {
  const facets = (likelihood: number, consequence: number) => ({ ...rated(3, 3), after: { likelihood, consequence } });
  expect(about({ id: 'r', facets: facets(3, 4) })).toContain('higher-after');
  // One level lower and the other higher, in the same band: still a question.
  expect(about({ id: 'r', facets: facets(1, 4) })).toContain('higher-after');
  expect(about({ id: 'r', facets: facets(2, 3) })).not.toContain('higher-after');
  expect(about({ id: 'r', facets: { ...facets(3, 4), afterWhy: 'повече хора' } })).not.toContain('higher-after');
  expect(about({ id: 'r', facets: { ...rated('unknown', 1), after: { likelihood: 5, consequence: 5 } } })).not.toContain('higher-after');
});

test('RISK-32 a treatment that brings a new risk: it lies in the tray, joined to the risk it comes from', () => {
  const risk = riskBoard([{ id: 'r', facets: rated(3, 3) }]);
  risk.do(newRiskFrom(risk.board(), { risk: 'r', text: 'Новият партньор е ненадежден' }, CONTEXT));
  const made = risk
    .board()
    .inSlot('risks')
    .find(({ id }) => id !== 'r');
  expect(made).toMatchObject({ text: 'Новият партньор е ненадежден', fields: { comesFrom: ['r'], before: null } });
  expect(made && risk.board().cellOf(made)?.id).toBe('tray');
  expect([newRiskFrom(risk.board(), { risk: 'none', text: 'x' }, CONTEXT), newRiskFrom(risk.board(), { risk: 'r', text: ' ' }, CONTEXT)]).toEqual([
    [],
    [],
  ]);
});

test('RISK-33 “accept” for very high needs a sentence', () => {
  const accepted = { ...rated(5, 5), treatment: 'accept' };
  expect(about({ id: 'r', facets: accepted })).toContain('accepted-without-why');
  expect(about({ id: 'r', facets: { ...accepted, acceptance: 'Кметът знае и го приема до юни.' } })).toEqual(['not-worded']);
  expect(about({ id: 'r', facets: { ...rated(2, 2), treatment: 'accept' } })).not.toContain('accepted-without-why');
});

test('RISK-34 an action without who or when counts as no treatment', () => {
  const r = { id: 'r', facets: { ...rated(5, 5), treatment: 'less-likely' } };
  for (const half of [{}, { who: 'Ана' }, { when: 'май' }]) {
    expect(about(r, [action(half)])).toContain('very-high-untreated');
    expect(about(action(half), [r])).toEqual(['action-without-plan']);
  }
  expect(about(r, [action(PLANNED)])).not.toContain('very-high-untreated');
  expect(about(action(PLANNED), [r])).toEqual([]);
  expect(about(action({ ...PLANNED, treats: [] }))).toEqual(['action-for-no-risk']);
});

test('RISK-35 very high without treatment is flagged; lower bands may wait', () => {
  expect(about({ id: 'r', facets: rated(4, 5) })).toContain('very-high-untreated');
  // Actions alone are no decision: which treatment is it?
  expect(about({ id: 'r', facets: rated(4, 5) }, [action(PLANNED)])).toContain('very-high-untreated');
  for (const [likelihood, consequence] of [
    [1, 1],
    [3, 3],
    [2, 5],
  ])
    expect(about({ id: 'r', facets: rated(likelihood, consequence) })).not.toContain('very-high-untreated');
});

test('RISK-36 rare and disastrous needs a plan anyway, on each scale', () => {
  for (const size of [3, 4, 5]) {
    const template = templateOf(`risks-${size}`);
    const board = (facets: object) => riskBoard([{ id: 'r', facets: { ...rated(1, size), ...facets } }, action(PLANNED)]).board(template);
    expect(checksAbout(board({}), 'r')).toContain('rare-disaster-untreated');
    expect(checksAbout(board({ treatment: 'soften' }), 'r')).not.toContain('rare-disaster-untreated');
  }
});

test('RISK-37 all “don’t know” becomes a research task', () => {
  const unknown = { likelihood: 'unknown', consequence: 'unknown' } as const;
  expect(nobodyKnows([unknown, unknown])).toBe(true);
  expect(nobodyKnows([{ ...unknown, consequence: 2 }, unknown])).toBe(true);
  expect(
    nobodyKnows([
      { ...unknown, consequence: 2 },
      { ...unknown, likelihood: 2 },
    ]),
  ).toBe(false);
  expect(nobodyKnows([])).toBe(false);
  const risk = riskBoard([{ id: 'r', text: 'Токът спира', facets: rated('unknown', 3) }]);
  expect(checksAbout(risk.board(), 'r')).toContain('nobody-knows');
  risk.do(researchTask(risk.board(), { risk: 'r', language: 'bg' }, CONTEXT));
  expect(risk.board().inSlot('actions')).toMatchObject([{ text: 'Да проучим: Токът спира', fields: { treats: ['r'] } }]);
  expect(checksAbout(risk.board(), 'r')).not.toContain('nobody-knows');
});

test('RISK-38 two risks that say the same are pointed out; nothing compares all with all', () => {
  const board = riskBoard([
    { id: 'a', text: 'Токът спира!' },
    { id: 'b', text: 'токът  спира' },
    { id: 'c', text: 'Токът идва' },
  ]).board();
  expect(['a', 'b', 'c'].map((id) => checksAbout(board, id))).toEqual([['said-twice'], ['said-twice'], []]);
});

test('RISK-39 a level of a longer scale is pointed out, and an unreadable value', () => {
  const long = riskBoard([{ id: 'r', facets: rated(5, 5) }]).board(templateOf('risks-3'));
  expect(checksAbout(long, 'r')).toContain('off-the-scale');
  expect(about({ id: 'r', facets: rated(2.5, 1) })).toContain('unreadable');
});

test('RISK-40 a card that lies beside the sheet is offered back, and comes back to the tray without a rating', () => {
  const risk = riskBoard([{ id: 'r', place: { box: [9_000, 0, 200, 80], rot: 0 }, facets: rated(4, 4) }]);
  expect(checksAbout(risk.board(), 'r')).toEqual(['beside-the-grid']);
  risk.do(backToTray(risk.board(), ['r'], CONTEXT));
  expect(risk.board().cellOf(risk.board().get('r') as never)?.id).toBe('tray');
  expect(risk.board().get('r')?.fields.before).toBeNull();
});

test('RISK-41 every check is said in five languages', () => {
  const board = riskBoard([
    { id: 'r', text: 'x', facets: { ...rated(5, 5), after: { likelihood: 3, consequence: null } } },
    { id: 's', text: 'x', facets: rated('unknown', 1) },
    { id: 'do', cell: 'actions' },
  ]).board();
  const { checks } = riskMatrix.analyse(board);
  expect(checks.length).toBeGreaterThan(6);
  for (const { message } of checks) for (const language of LANGUAGES) expect(message[language].length).toBeGreaterThan(15);
});

test('RISK-42 duplicates merge: both wordings, fields, links and actions are kept, and the other card lies in the bin as it was', () => {
  const risk = riskBoard([
    { id: 'a', text: 'Токът спира', facets: { cause: 'стара мрежа', riskArea: 'premises', ...rated(3, 3), tags: ['ток'], notes: 'Питай Иво' } },
    {
      id: 'b',
      text: 'Няма електричество',
      facets: { cause: 'буря', consequence: 'курсът спира', riskArea: 'users', ...rated(4, 4), tags: ['мрежа'], notes: 'Вчера пак', sensitive: true },
    },
    { id: 'c', text: 'Токът спира', facets: { comesFrom: ['b'] } },
    { id: 'do', cell: 'actions', facets: { treats: ['b', 'c'], ...PLANNED } },
    { id: 'child', facets: { comesFrom: ['b'] } },
    { id: 'says', type: 'comment', text: 'Важно', place: { box: [0, 0, 1, 1], rot: 0 }, facets: { on: 'b' } },
    {
      id: 'arrow',
      type: 'connector',
      place: { box: [0, 0, 1, 1], rot: 0 },
      facets: { start: { on: 'b', at: [0.5, 0.5] }, end: { on: 'do', at: [0, 0] } },
    },
  ]);
  risk.do(mergeRisks(risk.board(), { into: 'a', from: ['b', 'c', 'a', 'b', 'none'], language: 'bg' }, CONTEXT));
  const board = risk.board();
  expect(board.get('a')).toMatchObject({
    text: 'Токът спира\nНяма електричество',
    tags: ['ток', 'мрежа'],
    sensitive: true,
    fields: {
      cause: 'стара мрежа / буря',
      consequence: 'курсът спира',
      riskArea: 'premises',
      before: { likelihood: 3, consequence: 3 },
      comesFrom: [],
    },
  });
  const notes = board.get('a')?.notes.split('\n');
  expect(notes).toEqual(
    expect.arrayContaining(['Питай Иво', 'R2 · Какво засяга: Ползватели', 'R2 · Преди мерките: Вероятност: 4, последица: 4', 'R2: Вчера пак']),
  );
  expect(board.get('do')?.fields.treats).toEqual(['a']);
  expect(board.get('child')?.fields.comesFrom).toEqual(['a']);
  expect(board.get('says')?.fields.on).toBe('a');
  expect(board.get('arrow')?.fields).toMatchObject({ start: { on: 'a' }, end: { on: 'do' } });
  expect(board.get('b')).toMatchObject({ text: 'Няма електричество', fields: { cause: 'буря' }, gone: { by: 'ana' } });
  expect(board.get('c')?.gone).not.toBeNull();
});

test('RISK-43 what the merged risk has no room for goes to its notes; where not even they have room, or it is locked, nothing is merged', () => {
  const long = 'д'.repeat(LIMITS.cardTextMax - 5);
  const risk = riskBoard([
    { id: 'a', text: long },
    { id: 'b', text: 'Друга дума', facets: { cause: 'x'.repeat(LIMITS.attributeMax) } },
  ]);
  risk.do([{ do: 'set', id: 'a', facet: 'cause', value: 'y'.repeat(LIMITS.attributeMax) }]);
  risk.do(mergeRisks(risk.board(), { into: 'a', from: ['b'], language: 'en' }, CONTEXT));
  expect(risk.board().get('a')?.text).toBe(long);
  expect(risk.board().get('a')?.notes.split('\n')).toEqual(['R2: Друга дума', `R2 · Cause: ${'x'.repeat(LIMITS.attributeMax)}`]);

  const full = riskBoard([
    { id: 'a', facets: { notes: 'x'.repeat(LIMITS.textMax - 3) } },
    { id: 'b', facets: { notes: 'още' } },
  ]);
  expect(mergeRisks(full.board(), { into: 'a', from: ['b'], language: 'bg' }, CONTEXT)).toEqual([]);
  const lock = { by: 'ana', name: 'Ана', at: 1, staff: false };
  const locked = riskBoard([{ id: 'a', facets: { lock } }, { id: 'b' }]);
  expect(mergeRisks(locked.board(), { into: 'a', from: ['b'], language: 'bg' }, CONTEXT)).toEqual([]);
  expect(mergeRisks(locked.board(), { into: 'b', from: ['a'], language: 'bg' }, CONTEXT)).toEqual([]);
});

test('RISK-44 the agreed cell is the card’s own rating; a locked card and an action have none to set', () => {
  const risk = riskBoard([
    { id: 'r' },
    { id: 'locked', facets: { lock: { by: 'x', name: 'X', at: 1, staff: true } } },
    { id: 'do', cell: 'actions' },
  ]);
  const rating = { likelihood: 2, consequence: 5 };
  risk.do(agreeOn(risk.board(), { id: 'r', phase: 'before', rating }, CONTEXT));
  expect(risk.board().cellOf(risk.board().get('r') as never)?.id).toBe('l2c5');
  for (const id of ['locked', 'do', 'none']) expect(agreeOn(risk.board(), { id, phase: 'before', rating }, CONTEXT)).toEqual([]);
});

test('RISK-45 what carries to a plan: each action’s text, who and when, and the codes of its risks; the matrix keeps its own', () => {
  const risk = riskBoard([{ id: 'r' }, { id: 'gone', facets: { gone: { by: 'x', name: 'X', at: 1 } } }]);
  risk.do(addAction(risk.board(), { risk: 'r', text: 'Втори принтер', who: 'Ана', when: 'май' }, CONTEXT));
  risk.do(addAction(risk.board(), { risk: 'r', text: 'Обучение' }, CONTEXT));
  risk.do(addAction(risk.board(), { risk: 'gone', text: 'Никога' }, CONTEXT));
  expect(carriedActions(risk.board())).toMatchObject([
    { text: 'Втори принтер', who: 'Ана', when: 'май', risks: ['R1'], isPlanned: true },
    { text: 'Обучение', who: '', when: '', risks: ['R1'], isPlanned: false },
  ]);
});

test('RISK-46 answers about merged risks go to the one they were merged into, also through a second merge and under other words', () => {
  const [before, after] = riskMatrix.rounds ?? [];
  const risk = riskBoard([
    { id: 'a', text: 'Nobody comes' },
    { id: 'b', text: 'The hall is cold\nand far away' },
    { id: 'c', text: 'x'.repeat(LIMITS.cardTextMax - 10) },
    { id: 'd', text: 'Nobody comes' },
    { id: 'e', text: 'The hall' },
    { id: 'do', cell: 'actions', text: 'Nobody comes' },
  ]);
  const into = (): unknown => Object.fromEntries(before?.joined?.into(risk.board()) ?? []);
  const bin = (id: string): void => risk.do([{ do: 'set', id, facet: 'gone', value: { by: 'ana', name: 'Ана', at: 90 } }]);
  expect([into(), after?.joined]).toEqual([{}, before?.joined]);
  risk.do(mergeRisks(risk.board(), { into: 'a', from: ['b', 'd'], language: 'en' }, CONTEXT));
  expect(into()).toEqual({ b: 'a', d: 'a' });
  risk.do([{ do: 'text', id: 'a', text: 'The hall keeps people away' }]);
  // What is thrown away counts for nothing, whatever it says, nor does an action.
  for (const id of ['e', 'do']) bin(id);
  expect(into()).toEqual({ b: 'a', d: 'a' });
  risk.do(mergeRisks(risk.board(), { into: 'c', from: ['a'], language: 'en' }, CONTEXT));
  expect(risk.board().get('c')?.notes).toContain('R1: The hall keeps people away');
  expect(into()).toEqual({ a: 'c', b: 'c', d: 'c' });
  risk.do([{ do: 'set', id: 'a', facet: 'gone', value: null }]);
  expect(into()).toMatchObject({ b: 'a', d: 'a' });
  expect(into()).not.toHaveProperty('a');
  // Whoever came back and is merged again belongs to the last one.
  risk.do([{ do: 'set', id: 'e', facet: 'gone', value: null }]);
  risk.do(mergeRisks(risk.board(), { into: 'e', from: ['a'], language: 'en' }, CONTEXT));
  expect(into()).toEqual({ a: 'e', b: 'e', d: 'e' });
});

test('RISK-47 of two answers of a seat the graver one counts, whole and whichever came first', () => {
  const of = riskMatrix.rounds?.[0]?.joined?.of;
  const said = (likelihood: unknown, consequence: unknown): unknown => ({ likelihood, consequence });
  for (const [graver, other] of [
    [said(1, 5), said(5, 4)],
    [said(4, 3), said(2, 3)],
    [said('unknown', 2), said(5, 1)],
    [said(1, 1), said(5, 'unknown')],
    [said(2, 'unknown'), said('unknown', 'unknown')],
  ]) {
    expect(of?.(graver, other)).toBe(graver);
    expect(of?.(other, graver)).toBe(graver);
  }
  const [one, same] = [said(3, 3), said(3, 3)];
  expect(of?.(one, same)).toBe(one);
});
