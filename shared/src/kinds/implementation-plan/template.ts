// The plan as a sheet: stretches of weeks, from the first month to the second year, and the activities without a week.
import { type CellPlan, cellPlan, partOf, type Template, templateRows } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { parkingCell } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';
import { LAST_WEEK } from './model.ts';

/** A cell of activities that begin in these weeks; what is put there begins in the first of them. */
const weeks = (first: number, last: number, title: CellPlan['title'], hint: CellPlan['hint'], example: CellPlan['example']): CellPlan => {
  const others = Array.from({ length: last - first }, (_, at) => first + 1 + at);
  // Week 0 is nobody's week; who writes it means the beginning.
  return cellPlan(`from-week-${first}`, partOf('activities', 'fromWeek', first, ...others, ...(first === 1 ? [0] : [])), title, hint, example);
};

const month1 = weeks(
  1,
  4,
  text('Weeks 1–4', 'Седмици 1–4', 'Săptămânile 1–4', 'Тижні 1–4', 'Uke 1–4'),
  text(
    'What comes first, and who begins?',
    'Какво е първото и кой започва?',
    'Ce facem întâi și cine începe?',
    'Що спершу і хто починає?',
    'Hva kommer først, og hvem begynner?',
  ),
  text(
    'Agree with the school – Maria – week 1',
    'Уговорка с училището – Мария – седмица 1',
    'Înțelegere cu școala – Maria – săptămâna 1',
    'Домовитися зі школою – Марія – тиждень 1',
    'Avtale med skolen – Maria – uke 1',
  ),
);
const month2 = weeks(
  5,
  8,
  text('Weeks 5–8', 'Седмици 5–8', 'Săptămânile 5–8', 'Тижні 5–8', 'Uke 5–8'),
  text(
    'What can begin once the first month is done?',
    'Кое може да започне след първия месец?',
    'Ce poate începe după prima lună?',
    'Що можна почати після першого місяця?',
    'Hva kan begynne når den første måneden er ferdig?',
  ),
  text(
    'Furnish the corner – two weeks – 300 EUR',
    'Обзавеждане на кътчето – две седмици – 300 EUR',
    'Amenajarea colțului – două săptămâni – 1 500 lei',
    'Облаштувати куточок – два тижні – 12 000 UAH',
    'Innrede kroken – to uker – 3 000 NOK',
  ),
);
const month3 = weeks(
  9,
  12,
  text('Weeks 9–12', 'Седмици 9–12', 'Săptămânile 9–12', 'Тижні 9–12', 'Uke 9–12'),
  text('When do the first people come?', 'Кога идват първите хора?', 'Când vin primii oameni?', 'Коли прийдуть перші люди?', 'Når kommer de første?'),
  text('Opening day – milestone', 'Ден на откриването – важен момент', 'Ziua deschiderii – reper', 'День відкриття – віха', 'Åpningsdag – milepæl'),
);
const half = weeks(
  13,
  26,
  text('Weeks 13–26', 'Седмици 13–26', 'Săptămânile 13–26', 'Тижні 13–26', 'Uke 13–26'),
  text(
    'What do we repeat, and when do we look back?',
    'Какво повтаряме и кога правим равносметка?',
    'Ce repetăm și când tragem linie?',
    'Що повторюємо і коли озираємося назад?',
    'Hva gjentar vi, og når ser vi tilbake?',
  ),
  text(
    'Look back with the parents – week 20',
    'Равносметка с родителите – седмица 20',
    'Bilanț împreună cu părinții – săptămâna 20',
    'Підсумок з батьками – тиждень 20',
    'Se tilbake sammen med foreldrene – uke 20',
  ),
);
const later = weeks(
  27,
  LAST_WEEK,
  text('From week 27', 'От седмица 27', 'Din săptămâna 27', 'З тижня 27', 'Fra uke 27'),
  text(
    'What keeps it alive after the first half-year?',
    'Какво го поддържа след първото полугодие?',
    'Ce îl ține în viață după primele șase luni?',
    'Що підтримає це після першого півріччя?',
    'Hva holder det i live etter det første halvåret?',
  ),
  text(
    'Ask for a place in next year’s budget',
    'Искане за средства в бюджета за догодина',
    'Cerere de fonduri în bugetul de la anul',
    'Запит на кошти в бюджеті наступного року',
    'Søke om plass på neste års budsjett',
  ),
);
const undated = cellPlan(
  'no-week',
  partOf('activities', 'fromWeek', null),
  text('No week yet', 'Още без седмица', 'Încă fără săptămână', 'Ще без тижня', 'Ikke tidfestet ennå'),
  text(
    'What has to be done at all? Then give it a week.',
    'Какво изобщо трябва да се направи? После му дайте седмица.',
    'Ce trebuie făcut, de fapt? Apoi dați-i o săptămână.',
    'Що взагалі треба зробити? Потім призначте тиждень.',
    'Hva må gjøres i det hele tatt? Gi det så en uke.',
  ),
  text('Train the volunteers', 'Обучение на доброволците', 'Instruirea voluntarilor', 'Навчити волонтерів', 'Lære opp de frivillige'),
);

export const planTemplate: Template = {
  id: 'implementation-plan',
  version: 1,
  kind: 'implementation-plan',
  title: TITLES['implementation-plan'],
  ...templateRows([
    { h: 180, cells: [undated] },
    { h: 320, cells: [month1, month2, month3] },
    { h: 260, cells: [half, later] },
    { h: 140, cells: [parkingCell] },
  ]),
  connectors: [],
};
