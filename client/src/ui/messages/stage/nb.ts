import type { Texts } from '../areas.ts';

const texts: Texts<'stage'> = {
  stage: 'Fase',
  onlyYou: 'Bare du ser det du skriver nå. Det kommer på tavlen når workshoplederen åpner alle utkastene.',
  named: 'Navnet ditt står på kortene dine.',
  library: 'Kortene viser biblioteket, ikke navnet.',
  anonymous: 'Kortene viser verken navn eller bibliotek.',
  beginPrivate: 'Skriv hver for seg',
  openDrafts: 'Åpne alle utkast{count, plural, =0 {} one { (# person)} other { (# personer)}}',
  nothingYet: 'Ingen har skrevet noe ennå.',
  draftsLeft:
    '{count, plural, one {# utkast fikk ikke plass på tavlen; det blir hos den som skrev det.} other {# utkast fikk ikke plass på tavlen; de blir hos dem som skrev dem.}}',
  back: 'Tilbake: {label}',
  next: 'Neste: {label}',
  choose: 'Gå til en fase',
  writing: '{count} av {most} skriver',
  readySay: 'Vi er klare',
  readyTake: 'Ikke klare likevel',
  ready: 'Klar',
  names: 'Navn på kortene',
  names_named: 'Navn og bibliotek',
  names_library: 'Bare biblioteket',
  names_anonymous: 'Uten navn',
  nowStage: 'Nå: {label}. {task}',
  notYours: 'I denne fasen endrer du bare det du selv har skrevet. Ingenting er endret.',
  away: 'Det er ingen forbindelse akkurat nå. Ingenting er endret; prøv igjen.',
};

export default texts;
