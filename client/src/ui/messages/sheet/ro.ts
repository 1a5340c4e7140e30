// Texts of what a sheet shows of its cards, in Romanian.
import type { Texts } from '../areas.ts';

const texts: Texts<'sheet'> = {
  star: 'De spus în plen',
  starred: 'Se va spune în plen',
  starGiven: 'Se va spune în plen',
  starTaken: 'Nu se mai spune în plen',
  starRefused: 'Nu s-a schimbat nimic: unul dintre cele două cartonașe nu poate fi modificat acum',
  starsFull: '{count, plural, one {Există deja # cartonaș cu stea} few {Există deja # cartonașe cu stea} other {Există deja # de cartonașe cu stea}}',
  starsOver: 'Mai mulți oameni au dat stele în același timp, iar în plen este timp pentru {count}. Alegeți cartonașul care rămâne fără stea.',
  starsFullHint: 'În plen este timp pentru puține. Alegeți care îi cedează locul lui „{text}” sau închideți și lăsați totul așa cum este.',

  linkTitle: 'Leagă „{text}” de …',
  linkTo: 'Leagă de …',
  linkFilter: 'Caută un cartonaș',
  linked: 'Legat de „{text}”',
  unlinked: 'Nu mai este legat de „{text}”',
  linkRefused: 'Nu s-a schimbat nimic: cartonașul este blocat sau are deja câte legături poate avea',
  linkUnfit: 'Nu s-a schimbat nimic: cartonașele din aceste două casete nu se leagă între ele',
  linkGone: 'Cartonașul este acum în coș: nu se mai poate lega nimic de el',
  nothingFits: 'Încă nu există niciun cartonaș de care să fie legat.',
  elsewhere: 'Nu apar în acest formular',
  linksHere: 'Legat de: {cards}',
  done: 'Gata',

  filling_empty: 'goală',
  filling_begun: 'complete: {complete} din {cards}',
  filling_complete: 'completă',
  overall: 'Casete complete: {complete} din {cells}, începute: {begun}',

  band_low: 'scăzut',
  band_medium: 'mediu',
  band_high: 'ridicat',
  'band_very-high': 'foarte ridicat',
  sheetWords: 'Textele de pe fișă',

  checkStart: 'Parcurge întrebările',
  checkIntro: 'Câte o întrebare, de la prima casetă la ultima. Pe tablă nu se notează nimic: numai acest ecran ține minte la ce v-ați gândit.',
  checkStep: 'Întrebarea {step} din {count}',
  checkCards: 'Ce scrie acolo',
  checkNoCards: 'Acolo nu scrie încă nimic.',
  checkOpen: 'Rămâne deschis aici',
  checkThought: 'Ne-am gândit la asta',
  checkBack: 'Înapoi',
  checkNext: 'Înainte',
  checkFinish: 'Ce rămâne',
  checkRemains: 'Ce rămâne deschis',
  checkAllThought: 'V-ați gândit la toate întrebările.',
  checkNotThought:
    '{count, plural, one {La # întrebare nu v-ați gândit încă:} few {La # întrebări nu v-ați gândit încă:} other {La # de întrebări nu v-ați gândit încă:}}',
  checkNothingOpen: 'Niciun sfat nu a rămas deschis.',
  checkAgain: 'De la început',
  checkQuestionAt: '{cell}: {question}',

  cellFilled:
    '{cards, plural, one {# cartonaș} few {# cartonașe} other {# de cartonașe}}, {complete, plural, one {# complet} few {# complete} other {# complete}}',
};

export default texts;
