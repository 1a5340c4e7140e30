// The same resources by whether they are there.
import { type CellPlan, cellPlan, partOf, type Template, templateRows } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { parkingCell } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';

const state = (value: string | null, id: string, title: CellPlan['title'], hint: CellPlan['hint'], example: CellPlan['example']): CellPlan =>
  cellPlan(id, partOf('resources', 'availability', value), title, hint, example);

export const byState: Template = {
  id: 'resource-states',
  version: 1,
  kind: 'resource-analysis',
  title: TITLES['resource-states'],
  ...templateRows([
    {
      h: 560,
      cells: [
        state(
          'have',
          'have',
          text('We have it', 'Имаме', 'Avem', 'Маємо', 'Vi har'),
          text('What is there, today?', 'Какво е налично днес?', 'Ce există astăzi?', 'Що є вже сьогодні?', 'Hva har vi i dag?'),
          text('Six tablets', 'Шест таблета', 'Șase tablete', 'Шість планшетів', 'Seks nettbrett'),
        ),
        state(
          'promised',
          'promised',
          text('Promised', 'Обещано', 'Promis', 'Обіцяно', 'Lovet'),
          text(
            'Who said yes, and by when does it come?',
            'Кой каза „да“ и докога ще дойде?',
            'Cine a spus da și până când vine?',
            'Хто погодився і коли це буде?',
            'Hvem sa ja, og når kommer det?',
          ),
          text(
            'Chairs from the school, in May',
            'Столове от училището, през май',
            'Scaune de la școală, în mai',
            'Стільці зі школи, у травні',
            'Stoler fra skolen, i mai',
          ),
        ),
        state(
          'missing',
          'missing',
          text('Missing', 'Липсва', 'Lipsește', 'Бракує', 'Mangler'),
          text(
            'What is missing? Who gets it, by when, for how much?',
            'Какво липсва? Кой ще го осигури, докога и за колко?',
            'Ce lipsește? Cine se ocupă, până când, cât costă?',
            'Чого бракує? Хто роздобуде, до якого часу, за скільки?',
            'Hva mangler? Hvem skaffer det, når og for hvor mye?',
          ),
          text('A ramp, 600 EUR', 'Рампа, 600 EUR', 'O rampă, 3 000 lei', 'Пандус, 25 000 UAH', 'En rampe, 6 000 NOK'),
        ),
      ],
    },
    {
      h: 150,
      cells: [
        state(
          null,
          'state-unsaid',
          text('Is it there?', 'Налично ли е?', 'Este disponibil?', 'Чи є в наявності?', 'Har vi det?'),
          text(
            'Resources of which nobody has said whether we have them',
            'Ресурси, за които още не е казано имаме ли ги',
            'Resurse despre care nimeni nu a spus dacă le avem',
            'Ресурси, про які ще не сказано, чи вони є',
            'Ressurser ingen har sagt om vi har',
          ),
          text('A projector', 'Проектор', 'Un proiector', 'Проєктор', 'En projektor'),
        ),
        parkingCell,
      ],
    },
  ]),
  connectors: [],
};
