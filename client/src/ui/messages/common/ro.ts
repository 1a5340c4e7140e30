import type { Texts } from '../areas.ts';

const texts: Texts<'common'> = {
  language: 'Limba',
  languageFailed: 'Această limbă nu s-a putut încărca. Verificați conexiunea și încercați din nou.',
  skipToContent: 'Salt la conținut',
  close: 'Închide',
  cancel: 'Renunță',
  save: 'Salvează',
  tryAgain: 'Încearcă din nou',
  toFrontPage: 'La prima pagină',
  loading: 'Se încarcă …',
  errorSummary: 'Vă rugăm să verificați',
  away: 'Serverul nu răspunde. Nimic nu s-a pierdut. Încercăm în continuare; verificați dacă dispozitivul este în rețeaua atelierului.',
  awayForm: 'Serverul nu răspunde. Ce ați completat este încă aici. Verificați conexiunea și încercați din nou.',
  notFoundTitle: 'Aici nu este nimic',
  notFound: 'Această pagină nu există sau nu mai există. Verificați adresa sau porniți de la prima pagină.',
  newVersion: 'Există o versiune nouă a aplicației Masa.',
  newVersionReload: 'Încarcă acum',
  later: 'Mai târziu',
  seats: '{count, plural, one {# loc} few {# locuri} other {# de locuri}}',
  table: 'Masa {number}',
};
export default texts;
