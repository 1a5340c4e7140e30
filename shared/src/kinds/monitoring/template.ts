// The sheet: indicators above, questions below them, and what stays after the project.
import { cellPlan, type Template, templateRows } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { parkingCell } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';
import { LABELS } from './model.ts';

const indicators = cellPlan(
  'indicators',
  'indicators',
  LABELS.indicators,
  text(
    'What can be counted or seen? From where to where, who measures it, how and when?',
    'Какво може да се преброи или види? От колко до колко, кой измерва, как и кога?',
    'Ce se poate număra sau vedea? De la cât la cât, cine măsoară, cum și când?',
    'Що можна порахувати чи побачити? Від скількох до скількох, хто вимірює, як і коли?',
    'Hva kan telles eller ses? Fra hva til hva, hvem måler, hvordan og når?',
  ),
  text(
    'Families on Tuesday mornings: from 0 to 12 by June; Anna counts at the door',
    'Семейства във вторник сутрин: от 0 до 12 до юни; Анна брои на вратата',
    'Familii marțea dimineața: de la 0 la 12 până în iunie; Ana numără la ușă',
    'Родини у вівторок вранці: від 0 до 12 до червня; Анна рахує при вході',
    'Familier tirsdag morgen: fra 0 til 12 innen juni; Anna teller i døra',
  ),
);

const evaluation = cellPlan(
  'evaluation',
  'evaluation',
  LABELS.evaluation,
  text(
    'What do we want to understand, not only count?',
    'Какво искаме да разберем, а не само да преброим?',
    'Ce vrem să înțelegem, nu doar să numărăm?',
    'Що ми хочемо зрозуміти, а не лише порахувати?',
    'Hva vil vi forstå, og ikke bare telle?',
  ),
  text(
    'What do the fathers who came once say?',
    'Какво казват бащите, които дойдоха само веднъж?',
    'Ce spun tații care au venit o singură dată?',
    'Що кажуть тата, які прийшли лише раз?',
    'Hva sier fedrene som bare kom én gang?',
  ),
);

const lasting = cellPlan(
  'lasting',
  'lasting',
  LABELS.lasting,
  text(
    'People, money, agreements, habits: what must be there when the project is over?',
    'Хора, пари, договорености, навици: какво трябва да остане, когато проектът свърши?',
    'Oameni, bani, acorduri, obiceiuri: ce trebuie să rămână după proiect?',
    'Люди, гроші, домовленості, звички: що має залишитися, коли проєкт завершиться?',
    'Folk, penger, avtaler, vaner: hva må være på plass når prosjektet er over?',
  ),
  text(
    'Two parents lead the morning themselves from autumn on',
    'От есента двама родители сами водят сутринта',
    'Din toamnă, doi părinți conduc singuri dimineața',
    'Від осені двоє батьків самі проводять ранок',
    'To foreldre leder morgenen selv fra høsten av',
  ),
);

export const monitoringTemplate: Template = {
  id: 'monitoring',
  version: 1,
  kind: 'monitoring',
  title: TITLES.monitoring,
  ...templateRows([
    { h: 360, cells: [indicators] },
    { h: 300, cells: [evaluation, lasting] },
    { h: 140, cells: [parkingCell] },
  ]),
  connectors: [],
};
