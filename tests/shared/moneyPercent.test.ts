// Percentages as people write them.
import { findPercent, parsePercent } from '@masa/shared/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const read = (text: string): string => {
  const parsed = parsePercent(text);
  if (!parsed.ok) return parsed.error.code;
  const { percent, hasBase } = parsed.value;
  return `${percent.of} ${percent.value}${hasBase ? ` / ${percent.base}` : ''}`;
};

describe('percent', () => {
  test.each([
    ['10 % от безработните в общината', 'share 10 / безработните в общината'],
    ['12,5% din elevi', 'share 12.5 / elevi'],
    ['20 % від мешканців громади', 'share 20 / мешканців громади'],
    ['25 % av innbyggerne', 'share 25 / innbyggerne'],
    ['30 percent of the families.', 'share 30 / the families'],
    ['40 на сто от децата', 'share 40 / децата'],
    ['15 la sută din locuitori', 'share 15 / locuitori'],
    ['100 %', 'share 100'],
    ['0%', 'share 0'],
    ['10', 'share 10'],
  ])('PERCENT-1 percent: %s is %s', (text, meaning) => {
    expect(read(text)).toBe(meaning);
  });

  test.each(['101 %', '150 % от хората', '-5 %', '250'])('PERCENT-2 %s is no share and refused', (text) => {
    expect(read(text)).toBe('not-in-range');
  });

  test.each([
    ['ръст 150 %', 'growth 150'],
    ['увеличение с 120% спрямо 2023', 'growth 120 / 2023'],
    ['creștere de 130 % față de anul trecut', 'growth 130 / anul trecut'],
    ['зростання на 140 %', 'growth 140'],
    ['приріст 110 % порівняно з минулим роком', 'growth 110 / минулим роком'],
    ['økning på 200 % sammenlignet med i fjor', 'growth 200 / i fjor'],
    ['growth of 300 percent', 'growth 300'],
    ['+25 %', 'growth 25'],
    ['+ 180%', 'growth 180'],
    ['20 % повече посетители', 'growth 20'],
  ])('PERCENT-3 growth may exceed 100: %s is %s', (text, meaning) => {
    expect(read(text)).toBe(meaning);
  });

  test('PERCENT-3 what grows smaller is growth below zero', () => {
    expect(read('намаляване на разходите с 15 %')).toBe('growth -15');
    expect(read('15 % færre besøk')).toBe('growth -15');
  });

  test('PERCENT-3 a level to be reached is a share, not growth', () => {
    expect(read('увеличаване до 40 % от читателите')).toBe('share 40 / читателите');
    expect(read('creștere la 40 %')).toBe('share 40');
  });

  test('PERCENT-4 a percentage without base is read and flagged', () => {
    expect(findPercent('10 % заети')).toEqual({ percent: { value: 10, of: 'share', base: '' }, hasBase: false });
    expect(findPercent('10 % employed')?.hasBase).toBe(false);
    expect(findPercent('10 % of the young people')?.hasBase).toBe(true);
  });

  test.each(['', 'десет процента', 'половината', '5-10 %', '% от хората'])('PERCENT-5 „%s“ is not a percentage and stays text', (text) => {
    expect(read(text)).toBe('not-a-percent');
    expect(findPercent(text)).toBeUndefined();
  });

  test('PERCENT-5 inside a text the first one that can be one is found', () => {
    expect(findPercent('250 % хора, после 20 % от всички')?.percent).toEqual({ value: 20, of: 'share', base: 'всички' });
    expect(findPercent('няма')).toBeUndefined();
  });

  test('PERCENT-6 any text gives a value in range or a reason', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^(ръст |\+|-)?\d{1,14}([.,]\d{1,4})? ?%( от .{0,20})?$/u));
    fc.assert(
      fc.property(text, (written) => {
        const parsed = parsePercent(written);
        const readings = [parsed.ok ? parsed.value : undefined, findPercent(written)].filter((reading) => reading !== undefined);
        const inRange = ({ percent }: (typeof readings)[number]): boolean =>
          percent.of === 'share' ? percent.value >= 0 && percent.value <= 100 : Math.abs(percent.value) <= 1e6;
        expect(readings.every(inRange)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
