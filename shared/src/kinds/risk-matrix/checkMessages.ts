// What a careful colleague would ask about a risk matrix, in five languages. When each is said stands in checks.ts.
import type { Check } from '../../board/index.ts';
import { localized as text } from '../fields/index.ts';

export const CHECKS = {
  'half-rated': {
    level: 'flag',
    message: text(
      'Half rated: one of likelihood and consequence is missing. Which level?',
      'Оценен наполовина: липсва вероятността или последицата. Кое ниво?',
      'Evaluat pe jumătate: lipsește probabilitatea sau consecința. Care este nivelul?',
      'Оцінено наполовину: бракує ймовірності або наслідку. Який рівень?',
      'Halvveis vurdert: sannsynlighet eller konsekvens mangler. Hvilket nivå?',
    ),
  },
  'nobody-knows': {
    level: 'advice',
    message: text(
      'Nobody knows: who could find it out? Make a research task of it.',
      'Никой не знае: кой може да провери? Направете го задача за проучване.',
      'Nimeni nu știe: cine ar putea afla? Faceți din asta o sarcină de cercetare.',
      'Ніхто не знає: хто може це з’ясувати? Зробіть із цього завдання на дослідження.',
      'Ingen vet: Hvem kan finne det ut? Gjør det til en undersøkelse.',
    ),
  },
  'off-the-scale': {
    level: 'flag',
    message: text(
      'Rated on a longer scale than this one has. Rate it anew.',
      'Оценен е по по-дълга скала от тази. Оценете го наново.',
      'Evaluat pe o scală mai lungă decât aceasta. Evaluați-l din nou.',
      'Оцінено за довшою шкалою, ніж ця. Оцініть знову.',
      'Vurdert på en lengre skala enn denne. Vurder på nytt.',
    ),
  },
  'higher-after': {
    level: 'flag',
    message: text(
      'Higher after treatment than before. Why? If the treatment brings a new risk, write it down as one.',
      'След мерките е по-висок, отколкото преди тях. Защо? Ако мярката носи нов риск, запишете го отделно.',
      'Mai mare după măsuri decât înainte. De ce? Dacă măsura aduce un risc nou, notați-l separat.',
      'Після вжиття заходів вищий, ніж до нього. Чому? Якщо захід несе новий ризик, запишіть його окремо.',
      'Høyere etter tiltak enn før. Hvorfor? Gir tiltaket en ny risiko, skriver dere den opp for seg.',
    ),
  },
  'accepted-without-why': {
    level: 'flag',
    message: text(
      'A very high risk is accepted here. Write one sentence: why can we?',
      'Тук се приема много висок риск. Напишете едно изречение: защо можем?',
      'Aici se acceptă un risc foarte ridicat. Scrieți o propoziție: de ce îl putem accepta?',
      'Тут приймають дуже високий ризик. Напишіть одне речення: чому можемо?',
      'Her godtas en svært høy risiko. Skriv én setning: Hvorfor kan vi det?',
    ),
  },
  'very-high-untreated': {
    level: 'flag',
    message: text(
      'Very high, and nothing is done about it. What do we do, who and when?',
      'Много висок, а нищо не се прави. Какво правим, кой и кога?',
      'Foarte ridicat și nu se face nimic. Ce facem, cine și când?',
      'Дуже високий, і нічого не робиться. Що робимо, хто і коли?',
      'Svært høy, og ingenting blir gjort. Hva gjør vi, hvem og når?',
    ),
  },
  'rare-disaster-untreated': {
    level: 'flag',
    message: text(
      'It hardly ever happens, and then it is a disaster: it needs a plan anyway.',
      'Почти не се случва, но случи ли се, е бедствие: план трябва така или иначе.',
      'Nu se întâmplă aproape niciodată, dar atunci e un dezastru: oricum este nevoie de un plan.',
      'Майже ніколи не стається, але тоді це лихо: план потрібен у будь-якому разі.',
      'Det skjer nesten aldri, men da er det katastrofe: Den trenger en plan uansett.',
    ),
  },
  'action-without-plan': {
    level: 'flag',
    message: text(
      'Who does it, and by when? Until then it does not count as treatment.',
      'Кой го прави и докога? Дотогава не се брои за мярка.',
      'Cine o face și până când? Până atunci nu contează ca măsură.',
      'Хто це робить і до коли? Доти це не вважається заходом.',
      'Hvem gjør det, og innen når? Til da teller det ikke som tiltak.',
    ),
  },
  'action-for-no-risk': {
    level: 'advice',
    message: text(
      'Which risk does this action treat?',
      'На кой риск отговаря тази мярка?',
      'La ce risc răspunde această măsură?',
      'Якому ризику протидіє цей захід?',
      'Hvilken risiko gjelder dette tiltaket?',
    ),
  },
  'not-worded': {
    level: 'advice',
    message: text(
      'Because of what does it happen, and what follows from it?',
      'Заради какво се случва и какво следва от това?',
      'Din ce cauză se întâmplă și ce urmează de aici?',
      'Через що це стається і що з цього буде?',
      'Hva kommer det av, og hva følger av det?',
    ),
  },
  'said-twice': {
    level: 'advice',
    message: text(
      'Another risk says the same. Merge them? Both wordings are kept.',
      'Друг риск казва същото. Да ги обединим ли? И двете формулировки се запазват.',
      'Un alt risc spune același lucru. Le unim? Se păstrează ambele formulări.',
      'Інший ризик каже те саме. Об’єднати? Обидва формулювання збережуться.',
      'En annen risiko sier det samme. Slå dem sammen? Begge formuleringene blir med.',
    ),
  },
  'beside-the-grid': {
    level: 'advice',
    message: text(
      'It lies beside the sheet and is not rated there. Put it back into the tray?',
      'Лежи извън листа и там не се оценява. Да го върнем ли при неоценените?',
      'Se află lângă fișă și nu este evaluat acolo. Îl punem înapoi la cele neevaluate?',
      'Лежить поза аркушем і там не оцінюється. Повернути до неоцінених?',
      'Den ligger ved siden av arket og blir ikke vurdert der. Legge den tilbake?',
    ),
  },
  unreadable: {
    level: 'flag',
    message: text(
      'Something in this card cannot be read.',
      'Нещо в тази картичка не може да се прочете.',
      'Ceva din acest cartonaș nu poate fi citit.',
      'Щось у цій картці неможливо прочитати.',
      'Noe på dette kortet kan ikke leses.',
    ),
  },
} as const satisfies Readonly<Record<string, Pick<Check, 'level' | 'message'>>>;

export type CheckCode = keyof typeof CHECKS;
