// Breaking text into lines.
import { segments, wrap } from '@masa/shared/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from './sheets.ts';

/** Every visible character is 10 wide, wide scripts and emoji 20; widths add up, as those of a font without kerning do. */
const measure = (piece: string): number =>
  segments(piece).reduce((sum, each) => sum + (/[\u1100-\uffff]|\p{Extended_Pictographic}|\p{RI}/u.test(each) ? 20 : 10), 0);

const texts = fc
  .array(
    fc.constantFrom('a', 'бв', 'й', ' ', '  ', '-', '--', '\t', '\n', 'дългадума', '👨‍👩‍👧', '🇧🇬', '図', 'e\u0301', '—', ',', '\u00a0', '\u00ad'),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

const widths = fc.integer({ min: 5, max: 120 });

test('WRAP-1 no character is lost, apart from spaces at a break', () => {
  fc.assert(
    fc.property(texts, widths, (text, width) => {
      const lines = wrap(text, width, measure);
      const plain = (of: string): string => of.replace(/\s/gu, '');
      expect(plain(lines.join('')), JSON.stringify(lines)).toBe(plain(text));
      // Each line stands in the text as it is, one after the other, with nothing but white space between.
      let at = 0;
      for (const line of lines) {
        const found = text.indexOf(line, at);
        expect(found, JSON.stringify([text, lines])).toBeGreaterThanOrEqual(at);
        expect(text.slice(at, found).trim()).toBe('');
        at = found + line.length;
      }
      expect(text.slice(at).trim(), JSON.stringify([text, lines])).toBe('');
    }),
    fuzz(3_000),
  );
});

test('WRAP-2 no line is wider than the column, unless it is one character', () => {
  fc.assert(
    fc.property(texts, widths, (text, width) => {
      expect(wrap(text, width, measure).filter((line) => segments(line).length > 1 && measure(line) > width)).toEqual([]);
    }),
    fuzz(3_000),
  );
});

test('WRAP-3 at least one line; empty lines stay', () => {
  expect(wrap('', 100, measure)).toEqual(['']);
  expect(wrap('a\n\nb\n', 100, measure)).toEqual(['a', '', 'b', '']);
});

test('WRAP-4 words that fit are not broken', () => {
  expect(wrap('един лист една услуга', 100, measure)).toEqual(['един лист', 'една', 'услуга']);
  expect(wrap('цена 2\u00a0000\u00a0лв.', 100, measure)).toEqual(['цена', '2\u00a0000\u00a0лв.']);
  expect(wrap('дългадума кратка', 60, measure)).toEqual(['дългад', 'ума', 'кратка']);
});

test('WRAP-5 a character of several code points is never broken', () => {
  expect(wrap('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 40, measure)).toEqual(['👨‍👩‍👧👨‍👩‍👧', '👨‍👩‍👧']);
  expect(wrap('🇧🇬🇷🇴', 5, measure)).toEqual(['🇧🇬', '🇷🇴']);
});

test('WRAP-6 hyphens inside words are places to break', () => {
  expect(wrap('социално-икономически', 120, measure)).toEqual(['социално-', 'икономически']);
  expect(wrap('- точка', 200, measure)).toEqual(['- точка']);
});
