// The map as a sheet: the library at the left, rings one after another to the right. Between the cells is room for the arcs.
import { cellPlan, partOf, type Template, templateRows } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { parkingCell } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';
import { LABELS, RING_LABELS } from './model.ts';

/** Room between the rings, where arcs are drawn, board units. */
const ARC_ROOM = 76;

const offer = cellPlan(
  'offer',
  'offer',
  LABELS.offer,
  text(
    'What can we give to others?',
    'Какво можем да дадем на другите?',
    'Ce le putem oferi altora?',
    'Що ми можемо дати іншим?',
    'Hva kan vi gi til andre?',
  ),
  text(
    'A warm room in the middle of the village',
    'Топла зала в центъра на селото',
    'O sală caldă în centrul satului',
    'Тепла зала в центрі села',
    'Et varmt rom midt i bygda',
  ),
);

const now = cellPlan(
  'now',
  partOf('partners', 'ring', 'now'),
  RING_LABELS.now,
  text(
    'Who works with us already? What do they bring, what do they get?',
    'Кой вече работи с нас? Какво дава, какво получава?',
    'Cine lucrează deja cu noi? Ce aduce, ce primește?',
    'Хто вже працює з нами? Що дає, що отримує?',
    'Hvem jobber vi med i dag? Hva gir de, hva får de?',
  ),
  text(
    'School – brings classes, wants help with reading',
    'Училището – води класове, иска помощ за четенето',
    'Școala – aduce clase, dorește ajutor la lectură',
    'Школа – приводить класи, хоче допомоги з читанням',
    'Skolen – kommer med klasser, vil ha hjelp med lesing',
  ),
);

const likely = cellPlan(
  'likely',
  partOf('partners', 'ring', 'likely', null),
  RING_LABELS.likely,
  text(
    'Who would say yes if we asked? Who asks them?',
    'Кой би казал „да“, ако попитаме? Кой ще попита?',
    'Cine ar spune „da” dacă l-am întreba? Cine îl întreabă?',
    'Хто погодився б, якби ми запитали? Хто запитає?',
    'Hvem ville sagt ja hvis vi spurte? Hvem spør?',
  ),
  text(
    'Post office – everybody goes there on pension day',
    'Пощата – в деня на пенсиите всички минават оттам',
    'Poșta – în ziua pensiilor trece toată lumea pe acolo',
    'Пошта – у день пенсії туди приходять усі',
    'Butikken – dit går alle på lønningsdagen',
  ),
);

const far = cellPlan(
  'far',
  partOf('partners', 'ring', 'far'),
  RING_LABELS.far,
  text(
    'Who seems out of reach, and could change much?',
    'Кой изглежда недостижим, а би променил много?',
    'Cine pare greu de atras, dar ar putea schimba mult?',
    'Хто здається недосяжним, а міг би багато змінити?',
    'Hvem virker utenfor rekkevidde, men kunne endret mye?',
  ),
  text(
    'The company at the edge of town – has a bus',
    'Фирмата в края на града – има автобус',
    'Firma de la marginea orașului – are un autobuz',
    'Фірма на околиці – має автобус',
    'Bedriften i utkanten – har en buss',
  ),
);

export const partnerTemplate: Template = {
  id: 'partner-map',
  version: 1,
  kind: 'partner-map',
  title: TITLES['partner-map'],
  ...templateRows([
    { h: 620, above: 20, between: ARC_ROOM, cells: [{ ...offer, share: 0.9 }, now, likely, far] },
    { h: 140, above: 48, cells: [parkingCell] },
  ]),
  connectors: [],
};
