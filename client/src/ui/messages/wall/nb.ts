import type { Texts } from '../areas.ts';

const texts: Texts<'wall'> = {
  wallTitle: 'Vegg',
  wallOf: 'Vegg: {title}',
  boards: 'Alle ark',
  code: 'Kode {code}',
  empty: 'Det er ingen ark ennå.',
  toWorkshop: 'Tilbake til workshopen',
  notAllowed: 'Denne enheten får ikke se veggen. Logg inn, eller åpne lenken du har fått.',
  signIn: 'Logg inn',
  people: '{count, plural, =0 {ingen her} one {# person her} other {# personer her}}',
  cards: '{count, plural, =0 {ingen kort ennå} one {# kort} other {# kort}}',
  notes: '{count, plural, =0 {ingenting ennå} one {# lapp} other {# lapper}}',
  filled: '{filled} av {count} ruter påbegynt',
  changedNow: 'nettopp',
  changedMinutes: '{count, plural, one {for # minutt siden} other {for # minutter siden}}',
  ready: 'Klar',
  stopped: 'Skriving er stoppet',
  shared: 'Felles ark',
  open: 'Åpne arket: {label}',
  dark: 'Mørk',
  light: 'Lys',
  fullScreen: 'Full skjerm',
  lineAway: 'Den direkte forbindelsen er brutt. Veggen viser det siste vi vet, og fortsetter av seg selv.',
  unknownSheet: 'Dette arket kan ikke tegnes her.',
};
export default texts;
