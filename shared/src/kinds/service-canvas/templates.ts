// Forms A and B: two of the views of one model (model.ts). Switching between views never changes a card.
import type { Template } from '../../board/index.ts';
import { PARKING } from '../../document/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { LABELS } from './model.ts';
import { cell, MISSING, row, THERE, WIDTH } from './templateCells.ts';

const [a1, a2] = row(40, 240, [1, 1.4]);
const [a3] = row(300, 180, [1]);
const [a4, a5, a6] = row(500, 280, [1.3, 1, 1]);
const [a7] = row(800, 220, [1]);
const [a8, a9, a10] = row(1_040, 240, [1, 1, 1]);
const [a11] = row(1_300, 140, [1]);

export const formA: Template = {
  id: 'form-a',
  version: 1,
  kind: 'service-canvas',
  title: TITLES['form-a'],
  size: { w: WIDTH, h: 1_480 },
  cells: [
    cell('target-group', LABELS.targetGroup, 'targetGroup', 'targetGroup', [{ slot: 'target-group' }], a1, 0),
    cell('needs', LABELS.needs, 'needs', 'needs', [{ slot: 'needs' }], a2, 1),
    cell('service', LABELS.identifying, 'service', 'service', [{ slot: 'service' }, { slot: 'aim' }], a3, 2),
    cell('resources', LABELS.plan, 'plan', 'plan', [{ slot: 'resources' }], a4, 3),
    cell('partners', LABELS.partners, 'partners', 'partners', [{ slot: 'partners' }], a5, 4),
    cell('information', LABELS.information, 'information', 'information', [{ slot: 'information' }], a6, 5),
    cell('activities', LABELS.activities, 'activities', 'activities', [{ slot: 'activities' }], a7, 6),
    cell('effect', LABELS.effect, 'effect', 'effect', [{ slot: 'effect' }, { slot: 'results' }], a8, 7),
    cell('social-effect', LABELS.socialEffect, 'social', 'social', [{ slot: 'social-effect' }], a9, 8),
    cell('economic-effect', LABELS.economicEffect, 'economic', 'economic', [{ slot: 'economic-effect' }], a10, 9),
    cell(PARKING, LABELS.parking, 'parking', 'parking', [{ slot: PARKING }], a11, 10),
  ],
  connectors: [],
};

const [b1, b2] = row(40, 200, [1, 1.3]);
const [b3, b4] = row(260, 260, [1, 1.3]);
const [b5, b6] = row(540, 260, [1, 1]);
const [b7] = row(820, 180, [1]);
const [b8, b9] = row(1_020, 240, [1, 1]);
const [b10] = row(1_280, 140, [1]);

export const formB: Template = {
  id: 'form-b',
  version: 1,
  kind: 'service-canvas',
  title: TITLES['form-b'],
  size: { w: WIDTH, h: 1_460 },
  cells: [
    cell('service', LABELS.service, 'service', 'service', [{ slot: 'service' }], b1, 0),
    cell('aim', LABELS.aim, 'aim', 'aim', [{ slot: 'aim' }], b2, 1),
    cell('partners', LABELS.partners, 'partners', 'partners', [{ slot: 'partners' }], b3, 2),
    cell('activities', LABELS.activities, 'activities', 'activities', [{ slot: 'activities' }], b4, 3),
    cell('resources', LABELS.resources, 'resources', 'plan', [{ slot: 'resources', when: THERE }], b5, 4),
    cell('missing-resources', LABELS.missingResources, 'missing', 'plan', [{ slot: 'resources', when: MISSING }], b6, 5),
    cell('results', LABELS.results, 'results', 'results', [{ slot: 'results' }, { slot: 'effect' }], b7, 6),
    cell('social-effect', LABELS.socialEffect, 'social', 'social', [{ slot: 'social-effect' }], b8, 7),
    cell('economic-effect', LABELS.economicEffect, 'economic', 'economic', [{ slot: 'economic-effect' }], b9, 8),
    cell(PARKING, LABELS.parking, 'parking', 'parking', [{ slot: PARKING }], b10, 9),
  ],
  connectors: [],
};
