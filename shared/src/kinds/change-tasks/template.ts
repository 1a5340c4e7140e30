// The sheet: tasks everybody may read, and tasks for oneself.
import { cellPlan, partOf, type Template, templateRows } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { parkingCell } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';

const open = cellPlan(
  'public',
  partOf('tasks', 'visibility', 'public'),
  text('What we tell everybody', 'Какво казваме на всички', 'Ce spunem tuturor', 'Що ми кажемо всім', 'Det vi sier til alle'),
  text('When … I will … in …', 'Когато …, аз ще … в …', 'Când …, voi … în …', 'Коли …, я … у …', 'Når …, skal jeg … i …'),
  text(
    'When the school year begins, I will invite the first-grade teachers to the library in Gabrovo',
    'Когато започне учебната година, аз ще поканя учителите на първокласниците в библиотеката в Габрово',
    'Când începe anul școlar, voi invita învățătoarele claselor întâi la biblioteca din Soroca',
    'Коли почнеться навчальний рік, я запрошу вчительок перших класів до бібліотеки в Каневі',
    'Når skoleåret begynner, skal jeg invitere lærerne på første trinn til biblioteket i Vadsø',
  ),
);

const own = cellPlan(
  'for-me',
  // What nobody has called public is not.
  partOf('tasks', 'visibility', 'private', null),
  text('For me', 'За мен', 'Pentru mine', 'Для мене', 'For meg selv'),
  text(
    'A task you keep for yourself. Start small: what will you do within seven days?',
    'Задача, която пазите за себе си. Започнете с малко: какво ще направите до седем дни?',
    'O sarcină pe care o păstrați pentru dumneavoastră. Începeți cu puțin: ce faceți în șapte zile?',
    'Завдання, яке ви лишаєте для себе. Почніть з малого: що зробите за сім днів?',
    'En oppgave du beholder for deg selv. Begynn i det små: hva gjør du innen sju dager?',
  ),
  text(
    'When somebody says “I don’t read”, I will ask what they watch',
    'Когато някой каже „Не чета“, ще попитам какво гледа',
    'Când cineva spune „Nu citesc”, voi întreba la ce se uită',
    'Коли хтось скаже «Я не читаю», я запитаю, що він дивиться',
    'Når noen sier «jeg leser ikke», skal jeg spørre hva de ser på',
  ),
);

export const tasksTemplate: Template = {
  id: 'change-tasks',
  version: 1,
  kind: 'change-tasks',
  title: TITLES['change-tasks'],
  ...templateRows([
    { h: 560, cells: [{ ...open, share: 1.5 }, own] },
    { h: 140, cells: [parkingCell] },
  ]),
  connectors: [],
};
