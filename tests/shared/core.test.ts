// Identifiers, events, JSON, languages.
import { chooseLanguage, createEmitter, createId, isId, sameJson } from '@masa/shared/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from './sheets.ts';

test('CORE-1 new identifiers are identifiers and do not repeat', () => {
  const ids = Array.from({ length: 2_000 }, createId);
  expect(ids.every(isId)).toBe(true);
  expect(new Set(ids).size).toBe(2_000);
});

test('CORE-2 names of Object.prototype, and what is no identifier, are refused', () => {
  for (const bad of [...Object.getOwnPropertyNames(Object.prototype), '', ' ', 'a b', 'ю', 'x'.repeat(65), 5, null, undefined, ['a']])
    expect(isId(bad), String(bad)).toBe(false);
});

test('CORE-3 a listener that throws does not keep the others from hearing', () => {
  const emitter = createEmitter<number>();
  const heard: number[] = [];
  emitter.on(() => {
    throw new Error('mine');
  });
  const stop = emitter.on((event) => heard.push(event));
  expect(() => emitter.emit(1)).toThrow('mine');
  stop();
  expect(() => emitter.emit(2)).toThrow('mine');
  expect(heard).toEqual([1]);
  expect(emitter.size).toBe(1);
});

test('CORE-4 deep equality of JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(sameJson(a, structuredClone(a))).toBe(true);
      expect(sameJson(a, b)).toBe(sameJson(b, a));
    }),
    fuzz(500),
  );
  expect(sameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(sameJson({ a: undefined }, { b: undefined })).toBe(false);
  expect(sameJson({}, JSON.parse('{"__proto__": {}}'))).toBe(false);
  expect(sameJson([], {})).toBe(false);
});

test.each([
  [['bg-BG', 'en'], 'bg'],
  [['de', 'ro-MD'], 'ro'],
  [['mo'], 'ro'],
  [['no'], 'nb'],
  [['nn-NO'], 'nb'],
  [['uk'], 'uk'],
  [['de', 'fr'], 'en'],
  [[], 'en'],
])('CORE-5 of %j the language is %s', (wanted, language) => expect(chooseLanguage(wanted)).toBe(language));
