// The five languages, and texts that exist in all of them.

export const LANGUAGES = ['bg', 'ro', 'uk', 'nb', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/** One text in all five languages. */
export type Localized = Readonly<Record<Language, string>>;

/** What each language calls itself. */
export const LANGUAGE_NAMES: Localized = { bg: 'Български', ro: 'Română', uk: 'Українська', nb: 'Norsk', en: 'English' };

/** The first of the wanted languages (BCP 47 tags, best first) that Masa speaks; `no` and `nn` are read as Norwegian. */
export function chooseLanguage(wanted: readonly string[], fallback: Language = 'en'): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    const language = base === 'no' || base === 'nn' ? 'nb' : base === 'mo' ? 'ro' : base;
    if (isLanguage(language)) return language;
  }
  return fallback;
}
