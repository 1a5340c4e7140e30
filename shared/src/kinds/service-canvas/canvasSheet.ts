// The service canvas: the whole service on one sheet, with its money and its risks, for the group that goes on with it.
import type { Template } from '../../board/index.ts';
import { PARKING } from '../../document/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { CANVAS_LABELS, LABELS } from './model.ts';
import { cell, HAVE, MISSING, PROMISED, row, WIDTH } from './templateCells.ts';

const [service] = row(40, 150, [1]);
const [users, needs, promise] = row(210, 240, [1, 1.2, 1]);
const [channels, activities] = row(470, 220, [1, 1.6]);
const [have, promised, missing] = row(710, 240, [1, 1, 1]);
const [partners, costs, income] = row(970, 220, [1, 1, 1]);
const [risks, measures] = row(1_210, 200, [1, 1]);
const [later] = row(1_430, 140, [1]);

export const canvasSheet: Template = {
  id: 'service-canvas',
  version: 1,
  kind: 'service-canvas',
  title: TITLES['service-canvas'],
  size: { w: WIDTH, h: 1_610 },
  cells: [
    cell('service', LABELS.service, 'service', 'service', [{ slot: 'service' }], service, 0),
    cell('users', CANVAS_LABELS.users, 'targetGroup', 'targetGroup', [{ slot: 'target-group' }], users, 1),
    cell('needs', LABELS.needs, 'needs', 'needs', [{ slot: 'needs' }], needs, 2),
    cell('promise', CANVAS_LABELS.promise, 'promise', 'aim', [{ slot: 'aim' }], promise, 3),
    cell('channels', CANVAS_LABELS.channels, 'channels', 'information', [{ slot: 'information' }], channels, 4),
    cell('activities', LABELS.activities, 'activities', 'activities', [{ slot: 'activities' }], activities, 5),
    cell('have', CANVAS_LABELS.have, 'resources', 'have', [{ slot: 'resources', when: HAVE }], have, 6),
    cell('promised', CANVAS_LABELS.promised, 'promised', 'promised', [{ slot: 'resources', when: PROMISED }], promised, 7),
    cell('missing', LABELS.missingResources, 'missing', 'missing', [{ slot: 'resources', when: MISSING }], missing, 8),
    cell('partners', LABELS.partners, 'partners', 'partners', [{ slot: 'partners' }], partners, 9),
    cell('costs', CANVAS_LABELS.costs, 'costs', 'costs', [{ slot: 'costs' }], costs, 10),
    cell('income', CANVAS_LABELS.income, 'income', 'income', [{ slot: 'income' }], income, 11),
    cell('risks', CANVAS_LABELS.risks, 'risks', 'risks', [{ slot: 'risks' }], risks, 12),
    cell('measures', CANVAS_LABELS.measures, 'measures', 'measures', [{ slot: 'measures' }], measures, 13),
    cell(PARKING, LABELS.parking, 'parking', 'parking', [{ slot: PARKING }], later, 14),
  ],
  connectors: [],
  print: 'a3',
};
