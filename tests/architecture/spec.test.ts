// The specification and the tests hold each other: a rule without a test, or a test without a rule, fails here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allRules, allTests, idOf, ruleIds, testTitles } from '../support/spec.ts';

test('HOUSE-1 every rule has a test', () => {
  const tested = new Set(allTests().map(({ title }) => idOf(title)));
  expect(allRules().filter((rule) => !tested.has(rule))).toEqual([]);
});

test('HOUSE-2 every test begins with the id of a rule that exists', () => {
  const rules = new Set(allRules());
  const strays = allTests().filter(({ title }) => !rules.has(idOf(title) ?? ''));
  expect(strays.map(({ file, title }) => `${file.split('/tests/')[1]}: ${title}`)).toEqual([]);
});

test('HOUSE-3 a rule id is used once', () => {
  const rules = allRules();
  expect(rules.length).toBeGreaterThan(20);
  expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([]);
});

test('HOUSE-4 the coupling itself sees a rule and a test', () => {
  expect(ruleIds('- **X-1** Something holds.\n- **X-2** So does this.\n**X-3** not a rule')).toEqual(['X-1', 'X-2']);
  // Put together here, so that the coupling does not take the sample for tests of this file.
  const source = ["('X-1 one', () => {});", ".each([1, 2])('X-2 two %s', () => {});", "('X-3 three', () => {});"]
    .map((rest) => `test${rest}`)
    .join('\n');
  expect(testTitles(source).map(idOf)).toEqual(['X-1', 'X-2', 'X-3']);
});

test('HOUSE-9 the table of gestures names rules that exist', () => {
  const table = readFileSync(join(import.meta.dirname, '..', 'spec', 'gestures.md'), 'utf8');
  const named = [...table.matchAll(/\b[A-Z]{3,}-\d+\b/gu)].map(([id]) => id);
  const rules = new Set(allRules());
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((id) => !rules.has(id))).toEqual([]);
});
