// The implementation plan over weeks, and the comparison of three plans.
import { LANGUAGES } from '@masa/shared/core';
import { lengthen, moveWeeks, planStart, timelineOf } from '@masa/shared/kinds/implementation-plan';
import { addUsualCriteria, criteriaOf, levelOf, plansOf, plansRound, USUAL_CRITERIA } from '@masa/shared/kinds/plan-comparison';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz, hostileValue } from '../shared/sheets.ts';
import { CONTEXT, canvas, canvasKindOf, card } from './canvasBoard.ts';

const plan = (...cards: readonly (readonly [id: string, fields: Readonly<Record<string, unknown>>])[]) =>
  canvas(
    'implementation-plan',
    cards.map(([id, fields]) => card(id, 'activities', { who: 'Мария', ...fields })),
  );

test('CANVAS-20 an activity lies in the stretch in which it begins, and its line says its weeks', () => {
  const sheet = plan(['a', { fromWeek: 2, weeks: 3 }], ['b', { fromWeek: 9, step: 'milestone', weeks: 4 }], ['c', {}], ['d', { fromWeek: 40 }]);
  const where = (id: string) => {
    const record = sheet.board().get(id);
    return record && [sheet.board().cellOf(record)?.id, sheet.kind.summary(record, 'bg')];
  };
  expect(where('a')).toEqual(['from-week-1', 'седмици 2–4 · Мария']);
  expect(where('b')).toEqual(['from-week-9', 'седмица 9 · важен момент · Мария']);
  expect(where('c')).toEqual(['no-week', 'Мария']);
  expect(where('d')).toEqual(['from-week-27', 'седмица 40 · Мария']);
});

test('CANVAS-21 the plan asks for somebody responsible and for the week of a milestone', () => {
  expect(canvas('implementation-plan', [card('a', 'activities'), card('m', 'activities', { who: 'Иван', step: 'milestone' })]).said()).toEqual([
    'a: no-responsible',
    'm: milestone-without-week',
  ]);
});

test('CANVAS-22 what begins before something it needs is done is flagged; what waits for itself in a circle is flagged as that', () => {
  expect(plan(['a', { fromWeek: 1, weeks: 3 }], ['b', { fromWeek: 3, dependsOn: ['a'] }]).said()).toEqual(['b: begins-too-early']);
  expect(plan(['a', { fromWeek: 1, weeks: 3 }], ['b', { fromWeek: 4, dependsOn: ['a'] }]).said()).toEqual([]);
  // A milestone is reached as its week begins.
  expect(plan(['a', { fromWeek: 3, step: 'milestone' }], ['b', { fromWeek: 3, dependsOn: ['a'] }]).said()).toEqual([]);
  expect(
    plan(['a', { fromWeek: 1, dependsOn: ['b'] }], ['b', { fromWeek: 5, dependsOn: ['a'] }], ['c', { fromWeek: 9, dependsOn: ['b'] }]).said(),
  ).toEqual(['a: circle', 'b: circle']);
  expect(plan(['a', { fromWeek: 2, dependsOn: ['a'] }]).said()).toEqual(['a: circle']);
  // Of what is in no plan nothing is said.
  expect(plan(['a', { fromWeek: 2, dependsOn: ['gone'] }], ['b', { dependsOn: ['a'] }]).said()).toEqual([]);
});

test('CANVAS-23 the timeline shows dated activities by their beginning, with what they wait for, and the others apart', () => {
  const sheet = plan(['late', { fromWeek: 6, weeks: 5, dependsOn: ['first', 'open', 'gone'] }], ['open', {}], ['first', { fromWeek: 0, weeks: 0 }]);
  const timeline = timelineOf(sheet.board());
  expect(timeline.bars).toEqual([
    { id: 'first', text: 'first', from: 1, to: 1, isMilestone: false, who: 'Мария', after: [] },
    { id: 'late', text: 'late', from: 6, to: 10, isMilestone: false, who: 'Мария', after: ['first'] },
  ]);
  expect(timeline.undated.map(({ id }) => id)).toEqual(['open']);
  expect([timeline.weeks, timelineOf(canvas('implementation-plan').board()).weeks]).toEqual([10, 8]);
});

test('CANVAS-24 a bar moves and grows by whole weeks within the plan, and only as far as it can', () => {
  const sheet = plan(['a', { fromWeek: 2, weeks: 2 }], ['m', { fromWeek: 3, step: 'milestone' }], ['open', {}], ['end', { fromWeek: 150, weeks: 7 }]);
  const weeks = (id: string) => {
    const bar = timelineOf(sheet.board()).bars.find((each) => each.id === id);
    return bar && [bar.from, bar.to];
  };
  sheet.do(moveWeeks(sheet.board(), 'a', 3));
  expect(weeks('a')).toEqual([5, 6]);
  sheet.do(moveWeeks(sheet.board(), 'a', -40));
  expect(weeks('a')).toEqual([1, 2]);
  sheet.do(lengthen(sheet.board(), 'a', 2));
  expect(weeks('a')).toEqual([1, 4]);
  sheet.do(lengthen(sheet.board(), 'a', -9));
  expect(weeks('a')).toEqual([1, 1]);
  for (const edits of [
    moveWeeks(sheet.board(), 'a', -1),
    lengthen(sheet.board(), 'a', -1),
    lengthen(sheet.board(), 'm', 1),
    moveWeeks(sheet.board(), 'open', 1),
    moveWeeks(sheet.board(), 'end', 1),
    lengthen(sheet.board(), 'end', 1),
    moveWeeks(sheet.board(), 'a', Number.NaN),
    moveWeeks(sheet.board(), 'nobody', 1),
    planStart(sheet.board(), 'a', 3),
    planStart(sheet.board(), 'open', 0),
  ])
    expect(edits).toEqual([]);
  sheet.do(planStart(sheet.board(), 'open', 1));
  expect(weeks('open')).toEqual([1, 1]);
});

test('CANVAS-25 two people may move and lengthen one activity at once, and both hold', () => {
  const sheet = plan(['a', { fromWeek: 2, weeks: 2 }]);
  const both = [...moveWeeks(sheet.board(), 'a', 1), ...lengthen(sheet.board(), 'a', 1)];
  sheet.do(both);
  expect(timelineOf(sheet.board()).bars[0]).toMatchObject({ from: 3, to: 5 });
});

const compared = (...extra: Parameters<typeof canvas>[1] & object) =>
  canvas('plan-comparison', [
    card('bus', 'plans', { planFrom: 'workshop' }),
    card('shop', 'plans', { plan: 'b', planFrom: 'examples' }),
    card('need', 'criteria'),
    card('cost', 'criteria'),
    ...extra,
  ]);

test('CANVAS-30 one plan in each column is rated, by at most ten criteria; more of either is advised against', () => {
  const sheet = compared(
    card('two', 'plans', { plan: 'b' }),
    card('t', 'takeover'),
    ...Array.from({ length: 9 }, (_, at) => card(`x${at}`, 'criteria')),
  );
  expect(plansOf(sheet.board()).map(({ id }) => id)).toEqual(['bus', 'shop']);
  expect(plansRound.about(sheet.board())).toEqual(['bus', 'shop']);
  expect(criteriaOf(sheet.board())).toHaveLength(10);
  expect(sheet.said()).toEqual(['two: second-plan', 'two: plan-without-source', 'criteria: many-criteria', 't: takeover-without-person']);
});

test('CANVAS-31 plans are prepared together, rated blind, compared, and taken over together', () => {
  const { kind } = canvasKindOf('plan-comparison');
  expect(kind.stages?.map(({ id, writing, asks, shows }) => [id, writing, asks, shows])).toEqual([
    ['prepare', 'together', undefined, undefined],
    ['rate', 'nothing', 'plans', undefined],
    ['reveal', 'nothing', undefined, ['plans']],
    ['take-over', 'together', undefined, ['plans']],
  ]);
  expect(kind.rounds).toEqual([plansRound]);
});

test('CANVAS-32 a rating is a level from 1 to 5 or “don’t know” for each criterion; anything else is refused', () => {
  const { template } = canvasKindOf('plan-comparison');
  const code = (value: unknown) => {
    const parsed = plansRound.parse(value, template);
    return parsed.ok ? parsed.value : parsed.error.code;
  };
  expect(code({ need: 5, cost: 'unknown' })).toEqual({ need: 5, cost: 'unknown' });
  expect([{ need: 0 }, { need: 6 }, { need: 2.5 }, { need: '3' }, { need: null }, { 'not an id': 3 }].map(code)).toEqual(
    Array(6).fill('not-a-level'),
  );
  expect([{}, [], null, 3, 'x'].map(code)).toEqual(Array(5).fill('bad-answer'));
  expect(code(Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`c${at}`, 3])))).toBe('bad-answer');
  fc.assert(
    fc.property(hostileValue(), fc.string(), (value, criterion) => {
      const parsed = plansRound.parse(typeof value === 'function' ? null : value, template);
      const level = parsed.ok ? levelOf(parsed.value, criterion) : undefined;
      expect([undefined, 'unknown', 1, 2, 3, 4, 5]).toContain(level);
    }),
    fuzz(200),
  );
  expect(levelOf(JSON.parse('{"__proto__": 3}'), 'toString')).toBeUndefined();
});

test('CANVAS-33 the usual six criteria are added in one language, each once whatever language it stands in, and never above ten', () => {
  const sheet = compared(card('r', 'criteria', {}, 'Risc mic'));
  sheet.do(addUsualCriteria(sheet.board(), 'bg', CONTEXT));
  const texts = criteriaOf(sheet.board()).map(({ text }) => text);
  expect(texts).toEqual([
    'need',
    'cost',
    'Risc mic',
    'Отговаря на потребността',
    'Осъществимо със собствени сили',
    'Партньорите участват',
    'Струва си парите',
    'Траен ефект',
  ]);
  expect(addUsualCriteria(sheet.board(), 'nb', CONTEXT)).toEqual([]);
  const full = compared(...Array.from({ length: 7 }, (_, at) => card(`x${at}`, 'criteria')));
  expect(addUsualCriteria(full.board(), 'bg', CONTEXT)).toHaveLength(1);
  for (const language of LANGUAGES) expect(new Set(USUAL_CRITERIA.map((each) => each[language])).size).toBe(6);
});
