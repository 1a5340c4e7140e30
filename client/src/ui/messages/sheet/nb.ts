// Texts of what a sheet shows of its cards, in Norwegian.
import type { Texts } from '../areas.ts';

const texts: Texts<'sheet'> = {
  star: 'Ta opp i plenum',
  starred: 'Tas opp i plenum',
  starGiven: 'Tas opp i plenum',
  starTaken: 'Tas ikke lenger opp i plenum',
  starRefused: 'Ingenting ble endret: ett av de to kortene kan ikke endres nå',
  starsFull: '{count, plural, one {# kort har stjerne fra før} other {# kort har stjerne fra før}}',
  starsOver: 'Flere ga stjerner samtidig, og i plenum er det tid til {count}. Velg hvilket kort som skal miste stjernen.',
  starsFullHint: 'I plenum er det tid til få kort. Velg hvilket kort som må vike for «{text}», eller lukk og la det være som det er.',

  linkTitle: 'Koble «{text}» til …',
  linkTo: 'Koble til …',
  linkFilter: 'Finn et kort',
  linked: 'Koblet til «{text}»',
  unlinked: 'Ikke lenger koblet til «{text}»',
  linkRefused: 'Ingenting ble endret: kortet er låst eller har så mange koblinger som det kan ha',
  linkUnfit: 'Ingenting ble endret: kort fra disse to rutene kobles ikke sammen',
  linkGone: 'Kortet ligger i papirkurven nå: ingenting kan kobles til det',
  nothingFits: 'Det finnes ikke noe kort å koble til ennå.',
  elsewhere: 'Ikke på dette skjemaet',
  linksHere: 'Koblet til: {cards}',
  done: 'Ferdig',

  filling_empty: 'tom',
  filling_begun: '{complete} av {cards} utfylt',
  filling_complete: 'utfylt',
  overall: '{complete} av {cells} ruter utfylt, {begun} påbegynt',

  band_low: 'lav',
  band_medium: 'middels',
  band_high: 'høy',
  'band_very-high': 'svært høy',
  sheetWords: 'Tekster på arket',

  checkStart: 'Gå gjennom spørsmålene',
  checkIntro: 'Ett spørsmål om gangen, fra første rute til siste. Ingenting merkes på tavlen: bare denne skjermen husker hva dere har tenkt gjennom.',
  checkStep: 'Spørsmål {step} av {count}',
  checkCards: 'Det som står der',
  checkNoCards: 'Der står det ikke noe ennå.',
  checkOpen: 'Fortsatt åpent her',
  checkThought: 'Tenkt gjennom',
  checkBack: 'Tilbake',
  checkNext: 'Neste',
  checkFinish: 'Det som gjenstår',
  checkRemains: 'Det som fortsatt er åpent',
  checkAllThought: 'Alle spørsmålene er tenkt gjennom.',
  checkNotThought: '{count, plural, one {# spørsmål er ikke tenkt gjennom ennå:} other {# spørsmål er ikke tenkt gjennom ennå:}}',
  checkNothingOpen: 'Ingen råd står igjen.',
  checkAgain: 'Begynn på nytt',
  checkQuestionAt: '{cell}: {question}',

  cellFilled: '{cards, plural, one {# kort} other {# kort}}, {complete, plural, one {# komplett} other {# komplette}}',
};

export default texts;
