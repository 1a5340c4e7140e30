import { type Rated, spreadOf, spreadsOf } from '@masa/shared/board';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from './sheets.ts';

const SCALE = [1, 2, 3, 4, 5];

test('ROUND-30 a spread counts each level and tells lowest, highest and the median', () => {
  const spread = spreadOf([2, 4, 4, 'unknown', 3], SCALE);
  expect(spread.counts.map(({ level, count }) => `${level}:${count}`)).toEqual(['1:0', '2:1', '3:1', '4:2', '5:0']);
  expect(spread).toMatchObject({ answered: 4, unknown: 1, lowest: 2, highest: 4, median: [3, 4], most: [4], isWide: true });
  expect(spreadOf([5, 1, 2], SCALE)).toMatchObject({ median: [2], lowest: 1, highest: 5 });
  expect(spreadOf([3, 3], SCALE).median).toEqual([3]);
  expect(spreadOf([], SCALE)).toMatchObject({ answered: 0, unknown: 0, lowest: null, highest: null, median: [], most: [], isWide: false });
  expect(spreadOf(['unknown', 'unknown'], SCALE)).toMatchObject({ answered: 0, unknown: 2, median: [], isWide: false });
});

test('ROUND-30 answers lie by object and by aspect, and what says nothing about an aspect is not in it', () => {
  const aspects = ['likelihood', 'consequence'].map((id) => ({
    id,
    scale: SCALE,
    read: (value: unknown): Rated | undefined => (value as Record<string, Rated | undefined>)[id],
  }));
  const spreads = spreadsOf(
    [
      { object: 'a', value: { likelihood: 1, consequence: 5 } },
      { object: 'a', value: { likelihood: 3 } },
      { object: 'b', value: { consequence: 'unknown' } },
    ],
    aspects,
  );
  expect([...spreads.keys()]).toEqual(['a', 'b']);
  expect(spreads.get('a')?.get('likelihood')).toMatchObject({ answered: 2, lowest: 1, highest: 3, isWide: true });
  expect(spreads.get('a')?.get('consequence')).toMatchObject({ answered: 1, isWide: false });
  expect(spreads.get('b')?.get('consequence')).toMatchObject({ answered: 0, unknown: 1 });
});

test('ROUND-31 every figure is a level somebody gave, and a tie is all of them', () => {
  const rated = fc.array(fc.oneof(fc.constantFrom<Rated>(...SCALE), fc.constant<Rated>('unknown'), fc.constantFrom<Rated>(0, 6, 2.5, Number.NaN)));
  fc.assert(
    fc.property(rated, (answers) => {
      const said = answers.filter((answer): answer is number => typeof answer === 'number' && SCALE.includes(answer)).sort((a, b) => a - b);
      const { lowest, highest, median, most, answered, unknown, counts } = spreadOf(answers, SCALE);
      expect([...median, ...most].every((level) => said.includes(level))).toBe(true);
      expect([lowest, highest]).toEqual([said[0] ?? null, said.at(-1) ?? null]);
      expect([answered, unknown]).toEqual([said.length, answers.filter((answer) => answer === 'unknown').length]);
      const times = (level: number): number => said.filter((each) => each === level).length;
      expect(counts).toEqual(SCALE.map((level) => ({ level, count: times(level) })));
      expect(
        said.every((level) => most.some((top) => times(top) >= times(level)) && (most.includes(level) || times(level) < times(most[0] ?? 0))),
      ).toBe(true);
      // At least half lie at or below, and at or above, each median.
      for (const middle of median) {
        expect(said.filter((level) => level <= middle).length * 2).toBeGreaterThanOrEqual(said.length);
        expect(said.filter((level) => level >= middle).length * 2).toBeGreaterThanOrEqual(said.length);
      }
    }),
    fuzz(300),
  );
  expect(spreadOf([1, 1, 4, 4, 5], SCALE).most).toEqual([1, 4]);
});

test('ROUND-32 two levels or more between lowest and highest are worth talking about', () => {
  expect([[1], [2, 3], [2, 3, 4], [1, 5]].map((answers) => spreadOf(answers, SCALE).isWide)).toEqual([false, false, true, true]);
  // Levels are places on a scale, whatever numbers they have.
  expect(spreadOf([10, 20], [10, 20, 30]).isWide).toBe(false);
  expect(spreadOf([10, 30], [10, 20, 30]).isWide).toBe(true);
});
