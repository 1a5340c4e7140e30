import { linkOf, linkParts } from '@masa/shared/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from './sheets.ts';

const hrefs = (text: string): (string | undefined)[] => linkParts(text).flatMap(({ href }) => (href === undefined ? [] : [href]));

test('LINK-1 http, https and mailto become links', () => {
  expect(hrefs('виж https://iskra.bg/деца?ден=1 и http://[::1]:8080/a, пиши на mailto:chitalnya@iskra.bg.')).toEqual([
    'https://iskra.bg/деца?ден=1',
    'http://[::1]:8080/a',
    'mailto:chitalnya@iskra.bg',
  ]);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://a.bg',
  'vbscript:x',
  'https://bank.bg@evil.example',
  'https://',
  'mailto:nobody',
  'JaVaScRiPt://https://a.bg%0Aalert(1)',
])('LINK-2 %s stays text', (text) => {
  expect(linkOf(text)).toBeUndefined();
  expect(hrefs(text).filter((href) => !href?.startsWith('https://a.bg'))).toEqual([]);
});

test('LINK-3 marks that end the sentence do not belong to the address', () => {
  expect(hrefs('(https://uk.wikipedia.org/wiki/Бібліотека_(значення))…')).toEqual(['https://uk.wikipedia.org/wiki/Бібліотека_(значення)']);
  expect(hrefs('„https://a.bg/b“, https://c.no!')).toEqual(['https://a.bg/b', 'https://c.no']);
});

test('LINK-4 the parts together are the text', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('https://a.bg/x', ' ', '(', ').', 'mailto:a@b.ro', 'http://'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(
        linkParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
    fuzz(500),
  );
});
