// The resource analysis: kinds of resources × have, missing, promised, with sums per currency.
import { type BoardKind, type BoardReader, type Check, isEmpty } from '../../board/index.ts';
import { advice, asking, canvasKind, canvasSlot, pick } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';
import { byKind } from './byKind.ts';
import { byState } from './byState.ts';

export { byKind } from './byKind.ts';
export { byState } from './byState.ts';

const TEXTS = {
  'missing-without-plan': advice(
    'It is missing: who will get it, and by when?',
    'Липсва: кой ще го осигури и докога?',
    'Lipsește: cine îl va asigura și până când?',
    'Цього бракує: хто це роздобуде й до якого часу?',
    'Dette mangler: hvem skaffer det, og innen når?',
  ),
  'promised-by-nobody': advice(
    'Promised by whom, and for when?',
    'Кой го обеща и за кога?',
    'Promis de cine și pentru când?',
    'Хто обіцяв і на коли?',
    'Lovet av hvem, og til når?',
  ),
  'money-without-amount': advice('How much is it?', 'Колко са?', 'Ce sumă este?', 'Яка це сума?', 'Hvor mye er det?'),
} as const;

const checksOf = (board: BoardReader): readonly Check[] =>
  asking(board, TEXTS, ({ inSlot, say }) => {
    for (const card of inSlot('resources')) {
      const { availability, resourceKind, cost, who, when } = card.fields;
      const hasPlan = !isEmpty(who) && !isEmpty(when);
      if (availability === 'missing' && !hasPlan) say('missing-without-plan', card);
      if (availability === 'promised' && !hasPlan) say('promised-by-nobody', card);
      if (resourceKind === 'money' && isEmpty(cost)) say('money-without-amount', card);
    }
  });

const FIELDS = ['resourceKind', 'availability', 'quantity', 'cost', 'when', 'who'] as const;

export const resourceAnalysis: BoardKind = canvasKind({
  id: 'resource-analysis',
  label: text('Resource analysis', 'Анализ на ресурсите', 'Analiza resurselor', 'Аналіз ресурсів', 'Ressursanalyse'),
  facets: pick(...FIELDS),
  slots: [canvasSlot('resources', text('Resources', 'Ресурси', 'Resurse', 'Ресурси', 'Ressurser'), FIELDS, ['resourceKind', 'availability'])],
  templates: [byKind, byState],
  reading: ['cost', 'quantity', 'availability', 'resourceKind', 'who', 'when'],
  sumsOf: 'resources',
  checks: checksOf,
});
