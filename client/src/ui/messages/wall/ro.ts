import type { Texts } from '../areas.ts';

const texts: Texts<'wall'> = {
  wallTitle: 'Panou',
  wallOf: 'Panou: {title}',
  boards: 'Toate fișele',
  code: 'Cod {code}',
  empty: 'Încă nu sunt fișe.',
  toWorkshop: 'Înapoi la atelier',
  notAllowed: 'Acest dispozitiv nu poate vedea panoul. Autentificați-vă sau deschideți linkul primit.',
  signIn: 'Autentificare',
  people: '{count, plural, =0 {nimeni aici} one {# persoană aici} few {# persoane aici} other {# de persoane aici}}',
  cards: '{count, plural, =0 {încă niciun cartonaș} one {# cartonaș} few {# cartonașe} other {# de cartonașe}}',
  notes: '{count, plural, =0 {încă nimic} one {# notiță} few {# notițe} other {# de notițe}}',
  filled: 'Casete începute: {filled} din {count}',
  changedNow: 'chiar acum',
  changedMinutes: '{count, plural, one {acum # minut} few {acum # minute} other {acum # de minute}}',
  ready: 'Gata',
  stopped: 'Scrierea este oprită',
  shared: 'Fișă comună',
  open: 'Deschide fișa: {label}',
  dark: 'Întunecat',
  light: 'Luminos',
  fullScreen: 'Pe tot ecranul',
  lineAway: 'Legătura directă s-a întrerupt. Panoul arată ultima stare cunoscută și continuă singur.',
  unknownSheet: 'Această fișă nu poate fi desenată aici.',
};
export default texts;
