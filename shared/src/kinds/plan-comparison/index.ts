// The comparison of three plans.
import { type BoardKind, type BoardReader, type Check, isEmpty } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { advice, asking, canvasKind } from '../fields/canvases.ts';
import { facets, PLANS, slots } from './model.ts';
import { CRITERIA_MAX, plansRound, stages } from './rating.ts';
import { comparisonTemplate } from './template.ts';

export * from './rating.ts';
export { comparisonTemplate };

const TEXTS = {
  'second-plan': advice(
    'One plan in each column: only the first is rated.',
    'По един план в колона: оценява се само първият.',
    'Câte un plan pe coloană: se evaluează doar primul.',
    'По одному плану в стовпці: оцінюють лише перший.',
    'Én plan i hver kolonne: bare den første vurderes.',
  ),
  'plan-without-source': advice(
    'Where is this plan from?',
    'Откъде е този план?',
    'De unde este acest plan?',
    'Звідки цей план?',
    'Hvor er denne planen fra?',
  ),
  'many-criteria': advice(
    'More than ten criteria: only the first ten are rated. Which can go?',
    'Повече от десет критерия: оценяват се само първите десет. Кой може да отпадне?',
    'Mai mult de zece criterii: se evaluează doar primele zece. La care renunțăm?',
    'Понад десять критеріїв: оцінюють лише перші десять. Без якого можна обійтися?',
    'Mer enn ti kriterier: bare de ti første vurderes. Hvilke kan strykes?',
  ),
  'takeover-without-person': advice(
    'Who takes it over, and by when?',
    'Кой го поема и докога?',
    'Cine preia ideea și până când?',
    'Хто це бере на себе і до якого часу?',
    'Hvem tar det videre, og innen når?',
  ),
} as const;

const checksOf = (board: BoardReader): readonly Check[] =>
  asking(board, TEXTS, ({ inSlot, say, sayOf }) => {
    const taken = new Set<unknown>();
    for (const card of inSlot('plans')) {
      const column = card.fields.plan ?? PLANS[0];
      if (taken.has(column)) say('second-plan', card);
      taken.add(column);
      if (isEmpty(card.fields.planFrom)) say('plan-without-source', card);
    }
    if (inSlot('criteria').length > CRITERIA_MAX) sayOf('many-criteria', 'criteria');
    for (const card of inSlot('takeover')) if (isEmpty(card.fields.who)) say('takeover-without-person', card);
  });

export const planComparison: BoardKind = canvasKind({
  id: 'plan-comparison',
  label: TITLES['plan-comparison'],
  facets,
  slots,
  templates: [comparisonTemplate],
  // A plan's letter is seen by its column; a card that is taken over says whose it was.
  reading: ['planFrom', 'source', 'strengths', 'description', 'who', 'when'],
  stages,
  rounds: [plansRound],
  checks: checksOf,
});
