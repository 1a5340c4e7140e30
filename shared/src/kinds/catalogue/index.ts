// The catalogue: every template Masa brings, by name only, so that a page can offer boards without loading what they mean. Titles stand
// here and nowhere else. A rule (KIND-6) compares it with the kinds.
import type { Localized } from '../../core/index.ts';

export interface CatalogueEntry {
  /** Template id. */
  readonly template: string;
  readonly kind: string;
  readonly title: Localized;
  /** `table`: one for each table. `workshop`: one for the whole workshop. */
  readonly for: 'table' | 'workshop';
}

export const TITLES = {
  'form-a': {
    en: 'Service sheet, form A',
    bg: 'Лист за услуга, форма А',
    ro: 'Fișa serviciului, formularul A',
    uk: 'Аркуш послуги, форма А',
    nb: 'Tjenesteark, skjema A',
  },
  'form-b': {
    en: 'Service sheet, form B',
    bg: 'Лист за услуга, форма Б',
    ro: 'Fișa serviciului, formularul B',
    uk: 'Аркуш послуги, форма Б',
    nb: 'Tjenesteark, skjema B',
  },
  empty: { en: 'Empty board', bg: 'Празна дъска', ro: 'Tablă goală', uk: 'Порожня дошка', nb: 'Tom tavle' },
} as const satisfies Readonly<Record<string, Localized>>;

const entry = (template: keyof typeof TITLES, kind: string, of: CatalogueEntry['for'] = 'table'): CatalogueEntry => ({
  template,
  kind,
  title: TITLES[template],
  for: of,
});

export const CATALOGUE: readonly CatalogueEntry[] = [
  entry('form-a', 'service-canvas'),
  entry('form-b', 'service-canvas'),
  entry('empty', 'empty-board'),
];
