// How a marketplace goes: seven stages, each with what people do in it.
import type { Stage } from '../../board/index.ts';
import { localized as text } from '../fields/index.ts';
import { INTEREST } from './interest.ts';

export const stages: readonly Stage[] = [
  {
    id: 'write',
    label: text('Write', 'Писане', 'Scriem', 'Пишемо', 'Skriv'),
    task: text(
      'Write your stalls by yourself: a title and a few sentences. Nobody sees them yet.',
      'Напишете щандовете си сами: заглавие и няколко изречения. Още никой не ги вижда.',
      'Scrieți-vă standurile, fiecare pentru sine: un titlu și câteva propoziții. Încă nu le vede nimeni.',
      'Напишіть свої стенди самостійно: назву й кілька речень. Їх іще ніхто не бачить.',
      'Skriv bodene dine for deg selv: en tittel og noen setninger. Ingen ser dem ennå.',
    ),
    writing: 'privately',
  },
  {
    id: 'open',
    label: text('Open', 'Откриване', 'Deschidem', 'Відкриваємо', 'Åpne'),
    task: text(
      'The marketplace is open. All stalls are here; you can still add one.',
      'Пазарът е открит. Всички щандове са тук; още можете да добавите.',
      'Târgul este deschis. Toate standurile sunt aici; mai puteți adăuga.',
      'Ярмарок відкрито. Усі стенди тут; ще можна додати свій.',
      'Torget er åpent. Alle bodene er her, og du kan fortsatt legge til en.',
    ),
    writing: 'together',
    edits: 'own',
  },
  {
    id: 'walk',
    label: text('Walk', 'Разходка', 'Ne plimbăm', 'Оглядаємо', 'Gå rundt'),
    task: text(
      'Walk from stall to stall, read, and ask what you want to know.',
      'Минете от щанд на щанд, четете и питайте каквото ви интересува.',
      'Mergeți de la stand la stand, citiți și întrebați ce vreți să știți.',
      'Ходіть від стенда до стенда, читайте й запитуйте, що вас цікавить.',
      'Gå fra bod til bod, les, og spør om det du lurer på.',
    ),
    writing: 'together',
    edits: 'own',
  },
  {
    id: 'merge',
    label: text('Join', 'Обединяване', 'Unim', 'Об’єднуємо', 'Slå sammen'),
    task: text(
      'Which stalls belong together? Propose it for yours; the originals stay inside.',
      'Кои щандове са за едно и също? Предложете го за своя; първоначалните остават вътре.',
      'Care standuri merg împreună? Propuneți pentru al dumneavoastră; cele inițiale rămân înăuntru.',
      'Які стенди про те саме? Запропонуйте це для свого; початкові залишаться всередині.',
      'Hvilke boder hører sammen? Foreslå det for din egen; de opprinnelige blir liggende inni.',
    ),
    writing: 'together',
    edits: 'own',
  },
  {
    id: 'interest',
    label: text('Choose', 'Избор', 'Alegem', 'Вибираємо', 'Velg'),
    task: text(
      'Choose up to three stalls you want to work on, best first. Nobody sees your choice.',
      'Изберете до три щанда, по които искате да работите, най-желания първо. Никой не вижда избора ви.',
      'Alegeți până la trei standuri la care vreți să lucrați, în ordinea preferinței. Nimeni nu vă vede alegerea.',
      'Виберіть до трьох стендів, над якими хочете працювати, найбажаніший – першим. Вашого вибору ніхто не бачить.',
      'Velg opptil tre boder du vil jobbe med, den beste først. Ingen ser hva du velger.',
    ),
    writing: 'nothing',
    asks: INTEREST,
  },
  {
    id: 'groups',
    label: text('Groups', 'Групи', 'Grupuri', 'Групи', 'Grupper'),
    task: text(
      'The groups are being formed. You may still walk over to another one.',
      'Групите се оформят. Още можете да преминете в друга.',
      'Se formează grupurile. Mai puteți trece în altul.',
      'Формуються групи. Ще можна перейти до іншої.',
      'Gruppene settes sammen. Du kan fortsatt gå over til en annen.',
    ),
    writing: 'nothing',
    shows: [INTEREST],
  },
  {
    id: 'harvest',
    label: text('Harvest', 'Какво събрахме', 'Ce am cules', 'Що зібрали', 'Innhøsting'),
    task: text(
      'Each group writes down what it found, what it recommends and the first step.',
      'Всяка група записва до какво е стигнала, какво препоръчва и първата стъпка.',
      'Fiecare grup notează la ce a ajuns, ce recomandă și primul pas.',
      'Кожна група записує, до чого дійшла, що радить і який перший крок.',
      'Hver gruppe skriver ned hva den kom fram til, hva den anbefaler, og første skritt.',
    ),
    writing: 'together',
    shows: [INTEREST],
  },
];
