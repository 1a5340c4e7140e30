// Resources by what they are. Another view (byState.ts) shows the same cards by whether they are there; switching never changes a card.
import { type CellPlan, cellPlan, partOf, type Template, templateRows } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { parkingCell } from '../fields/canvases.ts';
import { fields, localized as text } from '../fields/index.ts';

const ofKind = (value: string, hint: CellPlan['hint'], example: CellPlan['example']): CellPlan =>
  cellPlan(value, partOf('resources', 'resourceKind', value), labelOf(value), hint, example);

/** As the field says it, so that a cell and a form never disagree. */
function labelOf(value: string): CellPlan['title'] {
  const { input } = fields.resourceKind;
  const option = input.as === 'choice' ? input.options.find((each) => each.value === value) : undefined;
  return option?.label ?? fields.resourceKind.label;
}

const people = ofKind(
  'people',
  text(
    'Who can do what, and how many hours?',
    'Кой какво може и колко часа?',
    'Cine ce știe și câte ore?',
    'Хто що вміє і скільки годин?',
    'Hvem kan hva, og hvor mange timer?',
  ),
  text(
    'Volunteer for two hours on Fridays',
    'Доброволец за два часа в петък',
    'Un voluntar, două ore vinerea',
    'Волонтер на дві години щоп’ятниці',
    'Frivillig to timer på fredager',
  ),
);
const rooms = ofKind(
  'rooms',
  text(
    'Which room, when is it free, how do people get in?',
    'Коя зала, кога е свободна, как се влиза?',
    'Ce sală, când e liberă, cum se intră?',
    'Яка зала, коли вільна, як до неї потрапити?',
    'Hvilket rom, når er det ledig, hvordan kommer folk inn?',
  ),
  text(
    'Reading room, free after four',
    'Читалнята, свободна след четири',
    'Sala de lectură, liberă după ora patru',
    'Читальна зала, вільна після четвертої',
    'Lesesalen, ledig etter fire',
  ),
);
const equipment = ofKind(
  'equipment',
  text(
    'What works, and who can repair it?',
    'Какво работи и кой може да го поправи?',
    'Ce funcționează și cine poate repara?',
    'Що працює і хто може полагодити?',
    'Hva virker, og hvem kan reparere det?',
  ),
  text(
    'Six tablets; two have broken screens',
    'Шест таблета; два са със счупен екран',
    'Șase tablete; două cu ecranul spart',
    'Шість планшетів; у двох розбитий екран',
    'Seks nettbrett; to har knust skjerm',
  ),
);
const collection = ofKind(
  'collection',
  text(
    'What do we have on it, and what is out of date?',
    'Какво имаме по темата и кое е остаряло?',
    'Ce avem pe temă și ce este depășit?',
    'Що маємо на цю тему і що застаріло?',
    'Hva har vi om det, og hva er utdatert?',
  ),
  text('40 books in large print', '40 книги с едър шрифт', '40 de cărți cu litere mari', '40 книжок великим шрифтом', '40 bøker med stor skrift'),
);
const information = ofKind(
  'information',
  text(
    'What must we know or be able to look up?',
    'Какво трябва да знаем или да можем да проверим?',
    'Ce trebuie să știm sau să putem verifica?',
    'Що треба знати чи мати де перевірити?',
    'Hva må vi vite eller kunne slå opp?',
  ),
  text(
    'List of farms without internet',
    'Списък на стопанствата без интернет',
    'Lista gospodăriilor fără internet',
    'Список господарств без інтернету',
    'Liste over gårder uten internett',
  ),
);
const consumables = ofKind(
  'consumables',
  text(
    'What is used up each time?',
    'Какво се изразходва всеки път?',
    'Ce se consumă de fiecare dată?',
    'Що витрачається щоразу?',
    'Hva brukes opp hver gang?',
  ),
  text(
    'Tea and paper, 30 EUR a month',
    'Чай и хартия, 30 EUR на месец',
    'Ceai și hârtie, 150 lei pe lună',
    'Чай і папір, 900 UAH на місяць',
    'Te og papir, 300 NOK i måneden',
  ),
);
const rights = ofKind(
  'rights',
  text(
    'What permission do we need, and from whom?',
    'Какво разрешение ни трябва и от кого?',
    'Ce permisiune ne trebuie și de la cine?',
    'Який дозвіл потрібен і від кого?',
    'Hvilken tillatelse trenger vi, og fra hvem?',
  ),
  text(
    'Parents’ consent for photos',
    'Съгласие на родителите за снимки',
    'Acordul părinților pentru fotografii',
    'Згода батьків на фото',
    'Foreldrenes samtykke til bilder',
  ),
);
const money = ofKind(
  'money',
  text(
    'How much, from where, and until when?',
    'Колко, откъде и докога?',
    'Câți, de unde și până când?',
    'Скільки, звідки і до якого часу?',
    'Hvor mye, hvorfra og til når?',
  ),
  text(
    'Municipality – 800 EUR – promised',
    'Общината – 800 EUR – обещани',
    'Primăria – 4 000 lei – promiși',
    'Громада – 40 000 UAH – обіцяно',
    'Kommunen – 8 000 NOK – lovet',
  ),
);
const time = ofKind(
  'time',
  text(
    'Whose time, and what will not be done then?',
    'Чие време и какво няма да се свърши тогава?',
    'Al cui timp și ce nu se mai face atunci?',
    'Чий час і чого тоді не зробимо?',
    'Hvem sin tid, og hva blir da ikke gjort?',
  ),
  text(
    'Four hours a week; the stocktaking waits',
    'Четири часа седмично; инвентаризацията почаква',
    'Patru ore pe săptămână; inventarul așteaptă',
    'Чотири години на тиждень; інвентаризація зачекає',
    'Fire timer i uka; varetellingen venter',
  ),
);

const kindUnsaid = cellPlan(
  'kind-unsaid',
  partOf('resources', 'resourceKind', null),
  text('What kind is it?', 'Какъв вид е?', 'Ce fel de resursă este?', 'Якого це виду?', 'Hva slags er det?'),
  text(
    'Resources that nobody has sorted yet',
    'Ресурси, които още никой не е подредил',
    'Resurse pe care nu le-a sortat nimeni încă',
    'Ресурси, яких ще ніхто не впорядкував',
    'Ressurser ingen har sortert ennå',
  ),
  text('The old bookmobile', 'Старият библиобус', 'Vechiul bibliobuz', 'Старий бібліобус', 'Den gamle bokbussen'),
);

export const byKind: Template = {
  id: 'resource-kinds',
  version: 1,
  kind: 'resource-analysis',
  title: TITLES['resource-kinds'],
  ...templateRows([
    { h: 230, cells: [people, rooms, equipment] },
    { h: 230, cells: [collection, information, consumables] },
    { h: 230, cells: [rights, money, time] },
    { h: 150, cells: [kindUnsaid, parkingCell] },
  ]),
  connectors: [],
};
