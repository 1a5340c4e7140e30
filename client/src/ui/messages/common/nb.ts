import type { Texts } from '../areas.ts';

const texts: Texts<'common'> = {
  language: 'Språk',
  languageFailed: 'Dette språket kunne ikke lastes. Sjekk nettet og prøv igjen.',
  skipToContent: 'Hopp til innholdet',
  close: 'Lukk',
  cancel: 'Avbryt',
  save: 'Lagre',
  tryAgain: 'Prøv igjen',
  toFrontPage: 'Til forsiden',
  loading: 'Laster …',
  errorSummary: 'Se over dette',
  away: 'Serveren svarer ikke. Ingenting er tapt. Vi prøver videre; sjekk at enheten er koblet til nettet på workshopen.',
  awayForm: 'Serveren svarer ikke. Det du har fylt ut, står her fortsatt. Sjekk nettet og prøv igjen.',
  notFoundTitle: 'Her er det ingenting',
  notFound: 'Denne siden finnes ikke, eller den finnes ikke lenger. Sjekk adressen, eller begynn på forsiden.',
  newVersion: 'En ny versjon av Masa er klar.',
  newVersionReload: 'Last den nå',
  later: 'Senere',
  seats: '{count, plural, one {# plass} other {# plasser}}',
  table: 'Bord {number}',
};
export default texts;
