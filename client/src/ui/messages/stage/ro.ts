import type { Texts } from '../areas.ts';

const texts: Texts<'stage'> = {
  stage: 'Etapa',
  onlyYou: 'Numai dumneavoastră vedeți ce scrieți acum. Textul ajunge pe tablă când facilitatorul deschide toate ciornele.',
  named: 'Pe cartonașe apare numele dumneavoastră.',
  library: 'Pe cartonașe apare biblioteca, nu numele.',
  anonymous: 'Pe cartonașe nu apare nici numele, nici biblioteca.',
  beginPrivate: 'Scriere individuală',
  openDrafts: 'Deschide toate ciornele{count, plural, =0 {} one { (# persoană)} few { (# persoane)} other { (# de persoane)}}',
  nothingYet: 'Încă nu a scris nimeni nimic.',
  draftsLeft:
    '{count, plural, one {# ciornă nu a încăput pe tablă; rămâne la autorul ei.} few {# ciorne nu au încăput pe tablă; rămân la autorii lor.} other {# de ciorne nu au încăput pe tablă; rămân la autorii lor.}}',
  back: 'Înapoi: {label}',
  next: 'Înainte: {label}',
  choose: 'Mergi la o etapă',
  writing: 'Scriu {count} din {most}',
  readySay: 'Suntem gata',
  readyTake: 'Încă nu suntem gata',
  ready: 'Gata',
  names: 'Numele pe cartonașe',
  names_named: 'Numele și biblioteca',
  names_library: 'Numai biblioteca',
  names_anonymous: 'Fără nume',
  nowStage: 'Acum: {label}. {task}',
  notYours: 'În această etapă modificați numai ce ați scris dumneavoastră. Nimic nu s-a schimbat.',
  away: 'Momentan nu există conexiune. Nimic nu s-a schimbat; încercați din nou.',
};

export default texts;
