// The thread through the boards of a workshop: idea → need → service → activity → risk → action → plan → change task. One table of which
// slot goes on to which on another kind's board; it suggests, nothing depends on it. Kinds are named by id and know nothing of one another.
// Slots that bear the same name on two kinds need no row.
import type { Way } from '../../board/index.ts';

const from = (kind: string, slots: readonly string[], to: readonly [kind: string, slot: string]): readonly Way[] =>
  slots.map((slot) => ({ from: { kind, slot }, to: { kind: to[0], slot: to[1] } }));

/** Stalls of some types, wherever they lie on the marketplace. */
const stalls = (types: readonly string[], to: readonly [kind: string, slot: string]): readonly Way[] =>
  ['stalls', 'grouped', 'parking'].flatMap((slot) =>
    types.map((value) => ({ from: { kind: 'idea-marketplace', slot, when: { field: 'stallType', value } }, to: { kind: to[0], slot: to[1] } })),
  );

export const WAYS: readonly Way[] = [
  ...stalls(['problem', 'challenge'], ['service-canvas', 'needs']),
  ...stalls(['idea', 'offer'], ['service-canvas', 'service']),
  ...stalls(['idea', 'offer', 'problem', 'challenge'], ['change-tasks', 'tasks']),
  ...from('idea-marketplace', ['harvest'], ['change-tasks', 'tasks']),
  ...from('portrait', ['person'], ['service-canvas', 'target-group']),
  ...from('portrait', ['goals', 'why-not', 'bring'], ['service-canvas', 'needs']),
  ...from('needs-research', ['finding'], ['service-canvas', 'needs']),
  // What nobody is sure of becomes a question.
  ...from('service-canvas', ['needs', 'target-group'], ['needs-research', 'question']),
  ...from('risk-matrix', ['risks', 'parking'], ['needs-research', 'question']),
  ...from('service-canvas', ['needs', 'service', 'activities', 'resources', 'partners'], ['risk-matrix', 'risks']),
  ...from('service-canvas', ['effect', 'social-effect', 'economic-effect', 'results'], ['monitoring', 'indicators']),
  ...from('service-canvas', ['service'], ['plan-comparison', 'plans']),
  ...from('service-canvas', ['measures'], ['implementation-plan', 'activities']),
  ...from('service-canvas', ['activities', 'measures'], ['change-tasks', 'tasks']),
  ...from('risk-matrix', ['actions'], ['implementation-plan', 'activities']),
  ...from('risk-matrix', ['actions'], ['change-tasks', 'tasks']),
  ...from('plan-comparison', ['takeover'], ['implementation-plan', 'activities']),
  ...from('plan-comparison', ['takeover'], ['change-tasks', 'tasks']),
  ...from('implementation-plan', ['activities'], ['change-tasks', 'tasks']),
];
