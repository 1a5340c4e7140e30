// The colour map of a risk matrix: what makes one sensible, and that nobody calculates with levels.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BANDS, type Band } from '@masa/shared/board';
import { LANGUAGES } from '@masa/shared/core';
import { BAND_MAPS, type BandMap, bandAt, bandFaults, bandRank, matrixTemplate, needsPlanAnyway, RISK_SCALES } from '@masa/shared/kinds/risk-matrix';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from '../shared/sheets.ts';
import { templateOf } from './riskBoard.ts';

const SIZES = [3, 4, 5] as const;

const withCell = (map: BandMap, likelihood: number, consequence: number, band: Band): BandMap =>
  map.map((row, at) => (at === likelihood - 1 ? row.map((each, column) => (column === consequence - 1 ? band : each)) : row));

const codes = (map: BandMap): readonly string[] => bandFaults(map).map(({ code, path }) => `${code} ${path}`);

test.each(SIZES)('RISK-1 the map of %i levels has no fault', (size) => {
  expect(bandFaults(BAND_MAPS[size])).toEqual([]);
});

test('RISK-2 a band that falls to the right or upwards is named with its cell', () => {
  expect(codes(withCell(BAND_MAPS[5], 3, 3, 'low'))).toEqual(expect.arrayContaining(['falls-right 3/2', 'falls-up 2/3']));
  expect(codes(withCell(BAND_MAPS[3], 2, 3, 'low'))).toEqual(expect.arrayContaining(['falls-right 2/2', 'falls-up 1/3']));
});

test('RISK-3 very high never stands beside low, also not across a corner', () => {
  const beside: BandMap = [
    ['low', 'medium', 'medium'],
    ['low', 'very-high', 'very-high'],
    ['medium', 'very-high', 'very-high'],
  ];
  expect(codes(beside)).toEqual(['very-high-beside-low 1/1', 'very-high-beside-low 2/1']);
  const across: BandMap = [
    ['low', 'low', 'medium'],
    ['low', 'low', 'high'],
    ['medium', 'high', 'very-high'],
  ];
  expect(codes(across)).toEqual(['very-high-beside-low 2/2']);
});

test('RISK-4 the lowest row and column hold no very high', () => {
  const map: BandMap = [
    ['medium', 'high', 'very-high'],
    ['high', 'high', 'very-high'],
    ['very-high', 'very-high', 'very-high'],
  ];
  expect(codes(map)).toEqual(['very-high-in-lowest-row 1/3', 'very-high-in-lowest-column 3/1']);
});

test('RISK-5 rare and disastrous is at least medium, and needs a plan anyway', () => {
  expect(codes(withCell(BAND_MAPS[3], 1, 3, 'low'))).toEqual(['rare-disaster-low 1/3']);
  for (const size of SIZES) {
    const template = templateOf(`risks-${size}`);
    const rating = { likelihood: 1, consequence: size };
    expect(bandRank(bandAt(template, rating) ?? 'low')).toBeGreaterThanOrEqual(bandRank('medium'));
    expect(needsPlanAnyway(template, rating)).toBe(true);
    const cell = template.cells.find(({ id }) => id === `l1c${size}`);
    for (const language of LANGUAGES) expect(cell?.hint[language].split('. ')).toHaveLength(2);
    expect(template.cells.filter(({ hint }) => hint.en.includes('plan anyway'))).toEqual([cell]);
  }
});

test('RISK-6 every fault is listed at once, each with a sentence in five languages; what is no map is one fault', () => {
  const upside: BandMap = [...BAND_MAPS[5]].reverse();
  const faults = bandFaults(upside);
  expect(faults.length).toBeGreaterThan(8);
  expect(new Set(faults.map(({ code }) => code)).size).toBeGreaterThan(1);
  for (const { message } of faults) for (const language of LANGUAGES) expect(message[language].length).toBeGreaterThan(20);
  const nonsense = [
    [],
    [['low']],
    [['low', 'low', 'low'], ['low']],
    BAND_MAPS[3].map((row) => row.map(() => 'purple')),
  ] as unknown as readonly BandMap[];
  for (const map of nonsense) expect(codes(map).map((each) => each.trim())).toEqual(['bad-size']);
});

const anyMap = fc
  .constantFrom(...SIZES)
  .chain((size) => fc.array(fc.array(fc.constantFrom(...BANDS), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }));

/** Maps that never fall: each cell at least what is left of it and below it. */
const rising = fc.constantFrom(...SIZES).chain((size) =>
  fc.array(fc.array(fc.nat(1), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }).map((steps) => {
    const ranks: number[][] = [];
    for (const [row, each] of steps.entries()) {
      const own: number[] = [];
      for (const [column, step] of each.entries()) own.push(Math.min(3, Math.max(own[column - 1] ?? 0, ranks[row - 1]?.[column] ?? 0) + step));
      ranks.push(own);
    }
    return ranks.map((row) => row.map((rank) => BANDS[rank] as Band));
  }),
);

test('RISK-7 whatever map is drawn, one without faults keeps all the rules and one with faults breaks one of them', () => {
  let clean = 0;
  fc.assert(
    fc.property(fc.oneof(rising, anyMap), (map) => {
      const size = map.length;
      const at = (row: number, column: number): number => bandRank(map[row]?.[column] ?? 'low');
      const cells = map.flatMap((row, up) => row.map((_, right) => [up, right] as const));
      const next = (up: number, right: number) =>
        [[up, right + 1] as const, [up + 1, right] as const].filter(([row, column]) => row < size && column < size);
      const rises = cells.every(([up, right]) => next(up, right).every(([row, column]) => at(row, column) >= at(up, right)));
      const isApart = cells.every(([up, right]) =>
        cells.every(([row, column]) => Math.abs(row - up) > 1 || Math.abs(column - right) > 1 || Math.abs(at(row, column) - at(up, right)) < 3),
      );
      const hasEdges = cells.every(([up, right]) => (up > 0 && right > 0) || at(up, right) < 3) && at(0, size - 1) > 0;
      const faults = bandFaults(map);
      if (faults.length === 0) clean += 1;
      expect(faults.length === 0).toBe(rises && isApart && hasEdges);
    }),
    fuzz(400),
  );
  expect(clean).toBeGreaterThan(3);
});

test('RISK-8 a band is what the map says of the cell, whatever the levels: nothing is multiplied and nothing has decimals', () => {
  fc.assert(
    fc.property(fc.oneof(rising, anyMap), (map) => {
      const size = map.length as 3 | 4 | 5;
      const made = matrixTemplate({
        id: 'own',
        title: { en: 'Own', bg: 'О', ro: 'O', uk: 'О', nb: 'O' },
        phase: 'before',
        ...RISK_SCALES[size],
        bands: map,
      });
      const said = map.flatMap((row, up) => row.map((_, right) => made.ok && bandAt(made.value, { likelihood: up + 1, consequence: right + 1 })));
      expect(made.ok ? said : made.error).toEqual(made.ok ? map.flat() : bandFaults(map));
    }),
    fuzz(100),
  );
  const root = join(import.meta.dirname, '..', '..');
  const folders = ['shared/src/kinds/risk-matrix', 'client/src/kinds/risk-matrix'].map((folder) => join(root, folder));
  const sources = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.tsx?$/u.test(name))
      .map((name) => join(folder, name)),
  );
  expect(sources.length).toBeGreaterThan(15);
  const level = '(?:likelihood|consequence|level|rating|bandRank|score)';
  const product = new RegExp(`${level}\\w*\\)?\\s*\\*{1,2}(?!/)|\\*\\s*\\(?[\\w.]*${level}|\\.toFixed\\(|Math\\.pow|\\bscore\\b`, 'iu');
  for (const source of sources) {
    const code = readFileSync(source, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
    expect(product.exec(code)?.[0], source).toBeUndefined();
  }
  for (const bad of ['likelihood * consequence', 'rating.likelihood*3', '2 * at.consequence', '(x.toFixed(1))', 'level ** 2'])
    expect(product.test(bad)).toBe(true);
});
