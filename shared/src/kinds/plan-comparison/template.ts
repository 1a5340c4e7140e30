// The comparison as a sheet: three plans side by side, the criteria below them, and what is taken over.
import { cellPlan, partOf, type Template, templateRows } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { parkingCell } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';
import { LABELS, PLAN_LABELS } from './model.ts';

const planA = cellPlan(
  'plan-a',
  // A card nobody has given a letter is a plan all the same.
  partOf('plans', 'plan', 'a', null),
  PLAN_LABELS.a,
  text(
    'One card: the plan’s title. Where is it from, what is strong in it?',
    'Една картичка: името на плана. Откъде е и кое му е силното?',
    'Un cartonaș: titlul planului. De unde este și care îi sunt punctele tari?',
    'Одна картка: назва плану. Звідки він і що в ньому сильне?',
    'Ett kort: navnet på planen. Hvor er den fra, og hva er de sterke sidene?',
  ),
  text('Books on the school bus', 'Книги в училищния автобус', 'Cărți în autobuzul școlar', 'Книжки в шкільному автобусі', 'Bøker på skolebussen'),
);
const planB = cellPlan(
  'plan-b',
  partOf('plans', 'plan', 'b'),
  PLAN_LABELS.b,
  text(
    'Another way to the same end',
    'Друг път към същата цел',
    'Altă cale spre același scop',
    'Інший шлях до тієї ж мети',
    'En annen vei til samme mål',
  ),
  text(
    'A shelf in the village shop',
    'Рафт в селския магазин',
    'Un raft în magazinul din sat',
    'Полиця в сільській крамниці',
    'En hylle i nærbutikken',
  ),
);
const planC = cellPlan(
  'plan-c',
  partOf('plans', 'plan', 'c'),
  PLAN_LABELS.c,
  text(
    'One more, perhaps quite different',
    'Още един, може и съвсем различен',
    'Încă unul, poate cu totul diferit',
    'Ще один, можливо, зовсім інший',
    'En til, gjerne helt annerledes',
  ),
  text(
    'Volunteers who bring books home',
    'Доброволци, които носят книги по домовете',
    'Voluntari care duc cărți acasă',
    'Волонтери, які приносять книжки додому',
    'Frivillige som kommer hjem med bøker',
  ),
);
const criteria = cellPlan(
  'criteria',
  'criteria',
  LABELS.criteria,
  text(
    'What matters to us? At most ten, worded so that 5 is good.',
    'Кое е важно за нас? Най-много десет, така казани, че 5 да е добре.',
    'Ce contează pentru noi? Cel mult zece, formulate astfel încât 5 să fie bine.',
    'Що для нас важливо? Щонайбільше десять, сформульованих так, щоб 5 було добре.',
    'Hva er viktig for oss? Høyst ti, formulert slik at 5 er bra.',
  ),
  text('Reaches people without a car', 'Стига до хора без кола', 'Ajunge la oameni fără mașină', 'Доходить до людей без авто', 'Når folk uten bil'),
);
const takeover = cellPlan(
  'takeover',
  'takeover',
  LABELS.takeover,
  text(
    'What do we take from each plan, also from those we do not choose?',
    'Какво вземаме от всеки план, и от тези, които не избираме?',
    'Ce preluăm din fiecare plan, chiar și din cele pe care nu le alegem?',
    'Що беремо з кожного плану, навіть із тих, які не обираємо?',
    'Hva tar vi fra hver plan, også fra dem vi ikke velger?',
  ),
  text(
    'The shop’s opening hours, with the bus driver’s list – Ivan',
    'Работното време на магазина със списъка на шофьора – Иван',
    'Programul magazinului, cu lista șoferului – Ion',
    'Графік крамниці зі списком водія – Іван',
    'Butikkens åpningstider og sjåførens liste – Ivar',
  ),
);

export const comparisonTemplate: Template = {
  id: 'plan-comparison',
  version: 1,
  kind: 'plan-comparison',
  title: TITLES['plan-comparison'],
  ...templateRows([
    { h: 260, cells: [planA, planB, planC] },
    { h: 240, cells: [criteria] },
    { h: 240, cells: [takeover] },
    { h: 140, cells: [parkingCell] },
  ]),
  connectors: [],
};
