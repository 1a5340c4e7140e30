// The eight steps of a risk matrix. It begins with a premortem (Klein, "Performing a project premortem", Harvard Business Review, 2007):
// people who imagine that it has failed find more reasons than people who are asked what might go wrong.
import type { Stage } from '../../board/index.ts';
import { localized as text } from '../fields/index.ts';

export const stages: readonly Stage[] = [
  {
    id: 'premortem',
    label: text('Look back from failure', 'Защо се провалихме', 'Ne imaginăm eșecul', 'Чому не вдалося', 'Se tilbake fra fiaskoen'),
    task: text(
      'A year later the service has failed. Why? Write each reason on a card; nobody sees yours yet.',
      'След една година услугата се е провалила. Защо? Напишете всяка причина на отделна картичка; още никой не вижда вашите.',
      'După un an, serviciul a eșuat. De ce? Scrieți fiecare motiv pe un cartonaș; deocamdată nimeni nu le vede pe ale dumneavoastră.',
      'Минув рік, і послуга провалилася. Чому? Пишіть кожну причину на окремій картці; ваших поки що ніхто не бачить.',
      'Ett år senere har tjenesten mislyktes. Hvorfor? Skriv hver grunn på et kort; ingen ser dine ennå.',
    ),
    writing: 'privately',
  },
  {
    id: 'gather',
    label: text('Gather', 'Събираме', 'Adunăm', 'Збираємо', 'Samle'),
    task: text(
      'Read all cards together. Merge those that mean the same; both wordings are kept.',
      'Прочетете заедно всички картички. Обединете тези, които казват едно и също; всички формулировки се запазват.',
      'Citiți împreună toate cartonașele. Uniți-le pe cele care spun același lucru; se păstrează ambele formulări.',
      'Прочитайте разом усі картки. Об’єднайте ті, що означають те саме; усі формулювання збережуться.',
      'Les alle kortene sammen. Slå sammen dem som betyr det samme; begge formuleringene blir med.',
    ),
    writing: 'together',
  },
  {
    id: 'word',
    label: text('Word', 'Формулираме', 'Formulăm', 'Формулюємо', 'Formuler'),
    task: text(
      'Say each risk in three parts: because of what, what happens, what follows.',
      'Кажете всеки риск в три части: заради какво, какво се случва, какво следва.',
      'Formulați fiecare risc în trei părți: din ce cauză, ce se întâmplă, ce urmează.',
      'Скажіть кожен ризик трьома частинами: через що, що стається, що з цього буде.',
      'Si hver risiko i tre deler: hva den kommer av, hva som skjer, hva som følger.',
    ),
    writing: 'together',
  },
  {
    id: 'rate',
    label: text('Rate', 'Оценяваме', 'Evaluăm', 'Оцінюємо', 'Vurder'),
    task: text(
      'Each seat rates every risk by itself: how likely, how bad? “Don’t know” is an answer.',
      'Всеки от своето място оценява всички рискове: колко вероятно, колко тежко? „Не знам“ също е отговор.',
      'Fiecare evaluează singur toate riscurile: cât de probabil, cât de grav? Și „nu știu” este un răspuns.',
      'Кожен зі свого місця оцінює всі ризики: наскільки ймовірно, наскільки тяжко? «Не знаю» – теж відповідь.',
      'Hver enkelt vurderer alle risikoene for seg selv: Hvor sannsynlig, hvor ille? «Vet ikke» er også et svar.',
    ),
    writing: 'nothing',
    asks: 'before',
  },
  {
    id: 'reveal',
    label: text('Reveal', 'Разкриваме', 'Dezvăluim', 'Розкриваємо', 'Vis'),
    task: text(
      'Talk about the risks you rated far apart, then agree on a cell for each.',
      'Обсъдете рисковете с далечни оценки, после се разберете за клетка за всеки.',
      'Discutați riscurile evaluate foarte diferit, apoi alegeți împreună o casetă pentru fiecare.',
      'Обговоріть ризики, які оцінили дуже по-різному, потім домовтеся про клітинку для кожного.',
      'Snakk om risikoene dere vurderte svært ulikt, og bli enige om en rute for hver.',
    ),
    writing: 'together',
    shows: ['before'],
  },
  {
    id: 'treat',
    label: text('Treat', 'Мерки', 'Luăm măsuri', 'Заходи', 'Tiltak'),
    task: text(
      'Begin with the very high ones: avoid, make less likely, soften, share or accept? Each action has somebody and a time.',
      'Започнете от много високите: избягваме, намаляваме, смекчаваме, споделяме или приемаме? Всяка мярка има човек и срок.',
      'Începeți cu cele foarte ridicate: evităm, reducem, atenuăm, împărțim sau acceptăm? Fiecare măsură are un responsabil și un termen.',
      'Почніть із дуже високих: уникаємо, зменшуємо, пом’якшуємо, розподіляємо чи приймаємо? У кожного заходу є відповідальний і строк.',
      'Begynn med de svært høye: unngå, gjøre mindre sannsynlig, dempe, dele eller godta? Hvert tiltak har en ansvarlig og en frist.',
    ),
    writing: 'together',
    shows: ['before'],
  },
  {
    id: 'rate-after',
    label: text('Rate again', 'Оценяваме пак', 'Evaluăm din nou', 'Оцінюємо знову', 'Vurder igjen'),
    task: text(
      'Imagine the actions are done. Each seat rates every risk once more.',
      'Представете си, че мерките са изпълнени. Всеки от своето място оценява всички рискове още веднъж.',
      'Imaginați-vă că măsurile sunt luate. Fiecare evaluează din nou toate riscurile.',
      'Уявіть, що заходи виконано. Кожен зі свого місця ще раз оцінює всі ризики.',
      'Tenk dere at tiltakene er gjennomført. Hver enkelt vurderer alle risikoene en gang til.',
    ),
    writing: 'nothing',
    asks: 'after',
  },
  {
    id: 'actions',
    label: text('Into the plan', 'В плана', 'În plan', 'У план', 'Inn i planen'),
    task: text(
      'Agree on each cell after treatment, then carry the actions to the plan.',
      'Разберете се за всяка клетка след мерките, после пренесете мерките в плана.',
      'Alegeți împreună fiecare casetă după măsuri, apoi duceți măsurile în plan.',
      'Домовтеся про кожну клітинку після вжиття заходів, потім перенесіть заходи в план.',
      'Bli enige om hver rute etter tiltak, og ta tiltakene med til planen.',
    ),
    writing: 'together',
    shows: ['before', 'after'],
  },
];
