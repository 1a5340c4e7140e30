// The risk matrix: what could go wrong with a service, how likely and how bad, and what is done about it.
import type { BoardKind } from '../../board/index.ts';
import { PARKING } from '../../document/index.ts';
import { withFreeTypes } from '../../objects/index.ts';
import { localized as text } from '../fields/index.ts';
import { analyse } from './checks.ts';
import { scaleChangeFault } from './commands.ts';
import { ACTIONS, card, RISKS, slots } from './model.ts';
import { rounds } from './rounds.ts';
import { stages } from './stages.ts';
import { summary } from './summary.ts';
import { riskTemplates } from './templates.ts';
import { hasSameScale, strayCell, viewsOf } from './views.ts';

export const riskMatrix: BoardKind = {
  id: 'risk-matrix',
  version: 1,
  label: text('Risk matrix', 'Матрица на риска', 'Matricea riscurilor', 'Матриця ризиків', 'Risikomatrise'),
  types: withFreeTypes(card),
  slots,
  templates: riskTemplates,
  viewsOf,
  templateFault: (board, next, answers) => (hasSameScale(board.template, next) ? null : scaleChangeFault(board, answers)),
  strayCell,
  stages,
  rounds,
  links: [
    { field: 'treats', from: [ACTIONS], to: [RISKS, PARKING], label: text('treats', 'отговаря на', 'răspunde la', 'протидіє', 'gjelder') },
    {
      field: 'comesFrom',
      from: [RISKS, PARKING],
      to: [RISKS, PARKING],
      label: text('comes from', 'идва от', 'vine din', 'походить із', 'kommer fra'),
    },
  ],
  analyse,
  summary,
};
