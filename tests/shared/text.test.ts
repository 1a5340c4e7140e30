// What people type, made safe.
import { createCards } from '@masa/shared/board';
import { cleanLine, cleanText, isBlank, visibleLength } from '@masa/shared/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AUTHOR, board, fuzz } from './sheets.ts';

const context = { author: AUTHOR, now: 1_000 };

test.each(['', ' ', '\t \n', '\u00a0\u3000', '\u200b\ufeff', '\u202e', '\u200d'])('INPUT-1 empty or only spaces (%j): nothing is created', (text) => {
  expect(isBlank(text)).toBe(true);
  expect(createCards(board([]), { cell: 'needs', index: 0 }, [{ text }, { text: 'вода' }], context)).toMatchObject([{ do: 'create', text: 'вода' }]);
});

test('INPUT-2 controls, direction overrides and zero-width junk are removed', () => {
  expect(cleanText('a\u0000b\u0007c\u001b[31md\u007fe\u0090f')).toBe('abc[31mdef');
  expect(cleanText('\u202eтекст\u202c \u2066x\u2069 \u200ey\u200f')).toBe('текст x y');
  expect(cleanText('\ufeffзеро\u200bширина\u2060\u00ad')).toBe('зероширина');
  expect(cleanText('a\tb\nc')).toBe('a\tb\nc');
});

test('INPUT-3 text is kept in NFC', () => {
  expect(cleanText('e\u0301 и\u0306 s\u0326 t\u0326 і\u0308 a\u030a')).toBe('é й ș ț ї å');
});

test.each([
  'България',
  'școală și bibliotecă',
  'їжак',
  'blåbærsyltetøy',
  'مكتبة',
  '図書館',
  'हिन्दी',
  'می‌خواهم',
  '👨‍👩‍👧‍👦',
  '🇧🇬🇷🇴',
  '👍🏽',
  '1️⃣',
  '❤️',
  '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
])('INPUT-4 %s stays as it is', (text) => expect(cleanText(text)).toBe(text.normalize('NFC')));

test.each([
  ['', 0],
  ['абв', 3],
  ['e\u0301', 1],
  ['ї', 1],
  ['👨‍👩‍👧‍👦', 1],
  ['🇧🇬🇷🇴', 2],
  ['👍🏽!', 2],
  ['a\nb', 3],
])('INPUT-5 %j has %i visible characters', (text, length) => expect(visibleLength(text)).toBe(length));

test('INPUT-6 cleaning twice is cleaning once', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (raw) => {
      expect(cleanText(cleanText(raw))).toBe(cleanText(raw));
      expect(cleanLine(cleanLine(raw))).toBe(cleanLine(raw));
    }),
    fuzz(3_000),
  );
});

test('INPUT-7 line ends become one line end, lone surrogates are replaced', () => {
  expect(cleanText('a\r\nb\rc\u2028d\u2029e\u0085f')).toBe('a\nb\nc\nd\ne\nf');
  expect(cleanText('x\ud83dy')).toBe('x\ufffdy');
});

test('INPUT-8 a single line has no line ends and no doubled spaces', () => {
  expect(cleanLine('  Младежка \n\t конферентна \u00a0зала  ')).toBe('Младежка конферентна зала');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      expect(cleanLine(raw)).not.toMatch(/\n|\s{2}|^\s|\s$/u);
    }),
    fuzz(1_000),
  );
});

test('INPUT-9 text of joiners and selectors only is blank, emoji are not', () => {
  expect(['\u200d', '\ufe0f \u200c', '\u2060'].map(isBlank)).toEqual([true, true, true]);
  expect(['👍', '.', '0', '—'].map(isBlank)).toEqual([false, false, false, false]);
});

test('INPUT-5 the quick way of counting and the one of Unicode agree on every mixture of letters, marks and signs', () => {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const character = fc.oneof(
    fc.integer({ min: 9, max: 0x52f }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0x2000, max: 0x20ff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('\u0301', '\u0308', '\u200d', '\ufe0f', '\r\n', '👩', 'ї', 'й'),
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 6 }), (characters) => {
      const text = characters.join('');
      expect(visibleLength(text)).toBe([...graphemes.segment(text)].length);
    }),
    { numRuns: 2_000 },
  );
});
