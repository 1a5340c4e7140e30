// What people read when something is refused, in the five languages: what happened, what is safe, what to do.
import type { Language, Localized } from '../core/index.ts';
import { ACCESS_ERRORS } from './errorsOfAccess.ts';
import { INPUT_ERRORS } from './errorsOfInput.ts';
import { MARKET_ERRORS } from './errorsOfMarket.ts';
import { PICTURE_ERRORS } from './errorsOfPictures.ts';
import { ROUND_ERRORS } from './errorsOfRounds.ts';
import { THREAD_ERRORS } from './errorsOfThread.ts';
import { say } from './say.ts';

export const ERRORS = {
  ...INPUT_ERRORS,
  ...PICTURE_ERRORS,
  ...ACCESS_ERRORS,
  ...ROUND_ERRORS,
  ...MARKET_ERRORS,
  ...THREAD_ERRORS,
  // ---- versions
  'too-many-versions': say(
    'This board already has 200 named moments, and no more fit. The board itself is kept; nothing was changed.',
    'На тази дъска вече има 200 момента с име и повече не се побират. Самата дъска се пази; нищо не е променено.',
    'Această tablă are deja 200 de momente păstrate cu nume și nu mai încap altele. Tabla însăși se păstrează; nimic nu s-a schimbat.',
    'На цій дошці вже 200 моментів, збережених із назвою, і більше не вміститься. Сама дошка зберігається; нічого не змінено.',
    'Tavlen har allerede 200 øyeblikk med navn, og det er ikke plass til flere. Selve tavlen blir tatt vare på; ingenting er endret.',
  ),
  // ---- stages
  'unknown-stage': say(
    'This board has no such stage. Nothing was changed; please reload the page.',
    'Тази дъска няма такъв етап. Нищо не е променено; презаредете страницата.',
    'Această tablă nu are o astfel de etapă. Nimic nu s-a schimbat; reîncărcați pagina.',
    'На цій дошці немає такого етапу. Нічого не змінено; перезавантажте сторінку.',
    'Tavlen har ingen slik fase. Ingenting er endret; last siden inn på nytt.',
  ),
  'nothing-to-open': say(
    'Nobody has written anything yet, so there is nothing to open. Nothing was changed; give people a little more time.',
    'Още никой не е написал нищо, така че няма какво да се отвори. Нищо не е променено; дайте на хората още малко време.',
    'Încă nimeni nu a scris nimic, deci nu este nimic de deschis. Nimic nu s-a schimbat; mai lăsați-le oamenilor puțin timp.',
    'Ще ніхто нічого не написав, тож відкривати нічого. Нічого не змінено; дайте людям ще трохи часу.',
    'Ingen har skrevet noe ennå, så det er ingenting å åpne. Ingenting er endret; gi folk litt mer tid.',
  ),
  'already-written': say(
    'Something has already been written on this board, also if it lies in the bin, so how names are shown stays as it is. For another choice use a new board.',
    'На тази дъска вече е писано, дори написаното да е в кошчето, затова показването на имената остава както е. За друг избор използвайте нова дъска.',
    'Pe această tablă s-a scris deja ceva, chiar dacă se află în coș, așa că numele se afișează ca până acum. Pentru altă alegere folosiți o tablă nouă.',
    'На цій дошці вже щось написано, навіть якщо воно в кошику, тому показ імен лишається як є. Щоб вибрати інакше, візьміть нову дошку.',
    'Det er allerede skrevet noe på denne tavlen, selv om det kanskje ligger i papirkurven, så navnene vises som før. Bruk en ny tavle for et annet valg.',
  ),
  // ---- process
  'stale-version': say(
    'Somebody else was quicker. Nothing was changed; please look again and repeat it if it is still needed.',
    'Някой друг беше по-бърз. Нищо не е променено; погледнете отново и повторете, ако още е нужно.',
    'Altcineva a fost mai rapid. Nimic nu s-a schimbat; priviți din nou și repetați dacă mai este nevoie.',
    'Хтось інший був швидшим. Нічого не змінено; перегляньте ще раз і повторіть, якщо це досі потрібно.',
    'Noen andre var raskere. Ingenting er endret; se på nytt og gjenta om det fortsatt trengs.',
  ),
  'already-decided': say(
    'This has already been decided.',
    'Това вече е решено.',
    'Acest lucru a fost deja decis.',
    'Це вже вирішено.',
    'Dette er allerede avgjort.',
  ),
  'too-fast': say(
    'Too many requests at once. Nothing was lost; please wait a moment.',
    'Твърде много заявки наведнъж. Нищо не е загубено; изчакайте малко.',
    'Prea multe cereri deodată. Nimic nu s-a pierdut; așteptați puțin.',
    'Забагато запитів одночасно. Нічого не втрачено; зачекайте хвильку.',
    'For mange forespørsler på én gang. Ingenting er tapt; vent litt.',
  ),
  unavailable: say(
    'The server cannot store anything just now. What was saved is safe; please keep this page open and try again.',
    'В момента сървърът не може да записва. Запазеното е на сигурно място; оставете страницата отворена и опитайте отново.',
    'Serverul nu poate salva acum. Ce a fost salvat este în siguranță; lăsați pagina deschisă și încercați din nou.',
    'Сервер зараз не може зберігати. Збережене в безпеці; не закривайте сторінку і спробуйте ще раз.',
    'Serveren kan ikke lagre akkurat nå. Det som er lagret, er trygt; la siden stå åpen og prøv igjen.',
  ),
  internal: say(
    'Something went wrong on the server. What was saved is safe; please try again.',
    'Нещо се обърка на сървъра. Запазеното е на сигурно място; опитайте отново.',
    'Pe server ceva nu a mers. Ce a fost salvat este în siguranță; încercați din nou.',
    'На сервері щось пішло не так. Збережене в безпеці; спробуйте ще раз.',
    'Noe gikk galt på serveren. Det som er lagret, er trygt; prøv igjen.',
  ),
} as const satisfies Record<string, Localized>;

export type ErrorCode = keyof typeof ERRORS;

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);

/** The sentence for a code; for a code without one, the general sentence about bad input. */
export const errorSentence = (code: string, language: Language): string => ERRORS[isErrorCode(code) ? code : 'bad-input'][language];
