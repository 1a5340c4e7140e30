// The portrait as a sheet: the person, their day and their wishes above; below what keeps them away and what would bring them.
import { cellPlan, type Template, templateRows } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { parkingCell } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';
import { LABELS } from './model.ts';

const person = cellPlan(
  'person',
  'person',
  LABELS.person,
  text(
    'One person with a name, an age and a place. What do they say about the library?',
    'Един човек с име, възраст и място. Какво казва за библиотеката?',
    'O singură persoană, cu nume, vârstă și loc. Ce spune despre bibliotecă?',
    'Одна людина: ім’я, вік, місце. Що вона каже про бібліотеку?',
    'Én person med navn, alder og sted. Hva sier personen om biblioteket?',
  ),
  text(
    'Stoyan, 52, forester: “The library is for children”',
    'Стоян, 52 г., горски: „Библиотеката е за деца“',
    'Ștefan, 52 de ani, pădurar: „Biblioteca e pentru copii”',
    'Степан, 52 роки, лісник: «Бібліотека – це для дітей»',
    'Steinar, 52, skogsarbeider: «Biblioteket er for barn»',
  ),
);

const day = cellPlan(
  'day',
  'day',
  LABELS.day,
  text(
    'Where are they in the morning, at noon, in the evening? Whom do they meet?',
    'Къде е сутрин, на обяд, вечер? С кого се среща?',
    'Unde este dimineața, la prânz, seara? Pe cine întâlnește?',
    'Де ця людина вранці, вдень, увечері? З ким зустрічається?',
    'Hvor er personen om morgenen, midt på dagen og om kvelden, og sammen med hvem?',
  ),
  text(
    'Home at seven, tired; watches videos about engines',
    'Прибира се в седем, уморен; гледа клипове за двигатели',
    'Ajunge acasă la șapte, obosit; se uită la filmulețe despre motoare',
    'Удома о сьомій, втомлений; дивиться відео про двигуни',
    'Hjemme klokka sju, sliten; ser videoer om motorer',
  ),
);

const goals = cellPlan(
  'goals',
  'goals',
  LABELS.goals,
  text(
    'What matters to them this year?',
    'Какво е важно за този човек тази година?',
    'Ce contează pentru această persoană anul acesta?',
    'Що для цієї людини важливо цього року?',
    'Hva er viktig for personen i år?',
  ),
  text(
    'Wants to see his grandchildren abroad on the screen',
    'Иска да вижда внуците си в чужбина на екрана',
    'Vrea să-și vadă pe ecran nepoții din străinătate',
    'Хоче бачити на екрані онуків, які живуть за кордоном',
    'Vil se barnebarna i utlandet på skjermen',
  ),
);

const whyNot = cellPlan(
  'why-not',
  'why-not',
  LABELS.whyNot,
  text(
    'What keeps them away: time, distance, image, money, access, language – or nobody told them?',
    'Какво ги спира: време, разстояние, представа, пари, достъпност, език – или никой не им е казал?',
    'Ce o ține departe: timpul, distanța, imaginea, banii, accesul, limba – sau nu i-a spus nimeni?',
    'Що стримує: час, відстань, уявлення, гроші, доступність, мова – чи ніхто не розповів?',
    'Hva er i veien: tid, avstand, omdømme, penger, tilgjengelighet, språk – eller har ingen fortalt om det?',
  ),
  text(
    'We close at five, he comes home at seven',
    'Затваряме в пет, той се прибира в седем',
    'Închidem la cinci, el ajunge acasă la șapte',
    'Ми зачиняємося о п’ятій, а він удома о сьомій',
    'Vi stenger klokka fem, han er hjemme klokka sju',
  ),
);

const bring = cellPlan(
  'bring',
  'bring',
  LABELS.bring,
  text(
    'What would have to be different, so that they come – or so that we come to them?',
    'Какво трябва да е различно, за да дойдат – или ние да отидем при тях?',
    'Ce ar trebui să fie altfel ca să vină – sau ca noi să ajungem la ea?',
    'Що має змінитися, щоб вони прийшли – або щоб ми прийшли до них?',
    'Hva måtte være annerledes for at personen kom – eller for at vi kom dit?',
  ),
  text(
    'One late evening a week, and somebody who helps with the phone',
    'Една вечер седмично до късно и някой, който помага с телефона',
    'O seară pe săptămână cu program prelungit și cineva care ajută cu telefonul',
    'Один пізній вечір на тиждень і хтось, хто допоможе з телефоном',
    'En sen kveld i uka, og noen som hjelper med telefonen',
  ),
);

export const portraitTemplate: Template = {
  id: 'portrait',
  version: 1,
  kind: 'portrait',
  title: TITLES.portrait,
  ...templateRows([
    { h: 320, cells: [person, { ...day, share: 1.2 }, goals] },
    { h: 320, cells: [{ ...whyNot, share: 1.2 }, bring] },
    { h: 150, cells: [parkingCell] },
  ]),
  connectors: [],
};
