// The catalogues of all areas, read as data.
import { createMessage, type MessagePart } from '@masa/client/ui/message.ts';
import { LANGUAGES, type Language } from '@masa/shared/core';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';

type Catalogue = Readonly<Record<string, string>>;
const files = import.meta.glob<Catalogue>('../../client/src/ui/messages/*/{en,bg,ro,uk,nb}.ts', { import: 'default', eager: true });
const areas = new Map<string, Map<Language, Catalogue>>();
for (const [path, catalogue] of Object.entries(files)) {
  const [, area = '', language = ''] = /messages\/([\w-]+)\/(\w+)\.ts$/.exec(path) ?? [];
  const languages = areas.get(area) ?? new Map<Language, Catalogue>();
  languages.set(language as Language, catalogue);
  areas.set(area, languages);
}
const cases = [...areas].flatMap(([area, languages]) =>
  LANGUAGES.map((language) => ({ area, language, texts: languages.get(language) ?? {}, en: languages.get('en') ?? {} })),
);

/** Every part of a message, those inside plurals included. */
const all = (parts: readonly MessagePart[]): readonly MessagePart[] =>
  parts.flatMap((part) => [part, ...(part.type === 'plural' ? [...part.forms.values()].flatMap(all) : [])]);

const partsOf = (text: string, language: Language): readonly MessagePart[] => all(createMessage(text, language).parts);
const askedFor = (text: string, language: Language): readonly string[] =>
  [...new Set(partsOf(text, language).flatMap((part) => (part.type === 'value' || part.type === 'plural' ? [part.name] : [])))].sort();
/** What of a message is shown as it stands. */
const wordsOf = (text: string, language: Language): string =>
  partsOf(text, language)
    .map((part) => (part.type === 'text' ? part.text : ''))
    .join(' ');

test('TEXT-1 there are areas to look at', () => {
  expect([...areas.keys()].sort()).toEqual(expect.arrayContaining(['common', 'join', 'organiser', 'wall']));
});

test.each(cases)('TEXT-1 $area has all texts in $language', ({ texts, en }) => {
  expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
  expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
});

test.each(cases)('TEXT-2 $area asks for the same values in $language', ({ texts, en, language }) => {
  for (const [key, text] of Object.entries(texts)) expect(askedFor(text, language), key).toEqual(askedFor(en[key] ?? '', 'en'));
});

test.each(cases)('TEXT-3 $area has the plural forms of $language', ({ texts, language }) => {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const lacking = Object.entries(texts).flatMap(([key, text]) =>
    partsOf(text, language).flatMap((part) => (part.type === 'plural' && !needed.every((form) => part.forms.has(form)) ? [key] : [])),
  );
  expect(lacking).toEqual([]);
});

const SEATS: Readonly<Record<Language, readonly string[]>> = {
  en: ['1 seat', '2 seats', '5 seats', '21 seats', '20 seats'],
  bg: ['1 място', '2 места', '5 места', '21 места', '20 места'],
  ro: ['1 loc', '2 locuri', '5 locuri', '21 de locuri', '20 de locuri'],
  uk: ['1 місце', '2 місця', '5 місць', '21 місце', '20 місць'],
  nb: ['1 plass', '2 plasser', '5 plasser', '21 plasser', '20 plasser'],
};

test.each(LANGUAGES)('TEXT-4 seats are counted right in %s', (language) => {
  const message = areas.get('common')?.get(language)?.seats ?? '';
  expect([1, 2, 5, 21, 20].map((count) => createMessage(message, language).format({ count }))).toEqual(SEATS[language]);
});

test.each([...areas.keys()])('TEXT-5 %s is written in its own letters', (area) => {
  const languages = areas.get(area);
  for (const text of Object.values(languages?.get('ro') ?? {})) expect(text).not.toMatch(/[şţŞŢ]/);
  for (const language of ['bg', 'uk'] as const) {
    const words = Object.values(languages?.get(language) ?? {}).map((text) => wordsOf(text, language));
    expect(words.filter((text) => /\p{L}{3,}/u.test(text) && !/\p{Script=Cyrillic}/u.test(text))).toEqual([]);
  }
  for (const language of LANGUAGES.filter((each) => each !== 'en')) {
    const same = Object.entries(languages?.get(language) ?? {}).filter(
      ([key, text]) => text === languages?.get('en')?.[key] && /\p{L}{4,}/u.test(wordsOf(text, language)),
    );
    // Norwegian shares a few words with English; a sentence is never the same.
    expect(same.filter(([, text]) => text.split(' ').length > 2 || language !== 'nb')).toEqual([]);
  }
});

test.each(cases)('TEXT-7 our reader of messages and intl-messageformat agree on $area in $language', ({ texts, language }) => {
  for (const [key, text] of Object.entries(texts)) {
    const names = askedFor(text, language);
    for (const count of [0, 1, 2, 3, 5, 11, 12, 20, 21, 22, 25, 100, 101, 1_234]) {
      const values = Object.fromEntries(names.map((name) => [name, count]));
      expect(createMessage(text, language).format(values), key).toBe(new IntlMessageFormat(text, language).format(values));
    }
  }
});

test.each(['{', '}', '{a', '{a, plural}', '{a, plural, one {x}}', '{a, plural, other {x}', 'a } b', '{a, number}', '{a, plural, other {{b}}'])(
  'TEXT-8 the malformed message %s is not taken',
  (text) => {
    expect(() => createMessage(text, 'en')).toThrow('malformed message');
  },
);

test('TEXT-8 a missing value shows as nothing', () => {
  expect(createMessage('Hello {name}!', 'en').format()).toBe('Hello !');
});
