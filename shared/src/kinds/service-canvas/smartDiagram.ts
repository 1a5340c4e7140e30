// The smart diagram: the order matters, each place rests on the one before. Header, then 1 to 8, with room between them for the arrows.
import type { Template } from '../../board/index.ts';
import { LANGUAGES, type Localized } from '../../core/index.ts';
import { PARKING } from '../../document/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { LABELS } from './model.ts';
import { cell, row, WIDTH } from './templateCells.ts';

/** Between places that rest on one another: an arrow and its head. */
const ARROW = 48;

/** "1 · Target group". */
const numbered = (number: string, title: Localized): Localized =>
  Object.fromEntries(LANGUAGES.map((language) => [language, `${number} · ${title[language]}`])) as Localized;

const [header] = row(40, 150, [1]);
const [d1, d2] = row(238, 220, [1, 1.4], ARROW);
const [d3, d3aim] = row(506, 180, [1.3, 1]);
const [d4, d5, d6] = row(734, 280, [1.3, 1, 1]);
const [d7] = row(1_062, 220, [1]);
const [d8a, d8b, d8c] = row(1_330, 240, [1, 1, 1]);
const [later] = row(1_590, 140, [1]);

export const smartDiagram: Template = {
  id: 'smart-diagram',
  version: 1,
  kind: 'service-canvas',
  title: TITLES['smart-diagram'],
  size: { w: WIDTH, h: 1_770 },
  cells: [
    cell('group', LABELS.group, 'group', 'group', [{ slot: 'group' }], header, 0),
    cell('target-group', numbered('1', LABELS.targetGroup), 'targetGroup', 'targetGroup', [{ slot: 'target-group' }], d1, 1),
    cell('needs', numbered('2', LABELS.needs), 'needs', 'needs', [{ slot: 'needs' }], d2, 2),
    cell('service', numbered('3', LABELS.identifying), 'service', 'service', [{ slot: 'service' }], d3, 3),
    cell('aim', numbered('3', LABELS.aim), 'aim', 'aim', [{ slot: 'aim' }], d3aim, 4),
    cell('resources', numbered('4', LABELS.plan), 'plan', 'plan', [{ slot: 'resources' }], d4, 5),
    cell('partners', numbered('5', LABELS.partners), 'partners', 'partners', [{ slot: 'partners' }], d5, 6),
    cell('information', numbered('6', LABELS.information), 'information', 'information', [{ slot: 'information' }], d6, 7),
    cell('activities', numbered('7', LABELS.activities), 'activities', 'activities', [{ slot: 'activities' }], d7, 8),
    cell('social-effect', numbered('8a', LABELS.socialEffect), 'social', 'social', [{ slot: 'social-effect' }], d8a, 9),
    cell('economic-effect', numbered('8b', LABELS.economicEffect), 'economic', 'economic', [{ slot: 'economic-effect' }], d8b, 10),
    cell('results', numbered('8c', LABELS.results), 'results', 'results', [{ slot: 'results' }, { slot: 'effect' }], d8c, 11),
    cell(PARKING, LABELS.parking, 'parking', 'parking', [{ slot: PARKING }], later, 12),
  ],
  connectors: [
    { from: 'group', to: 'target-group' },
    { from: 'target-group', to: 'needs' },
    { from: 'needs', to: 'service' },
    { from: 'needs', to: 'aim' },
    { from: 'service', to: 'resources' },
    { from: 'service', to: 'partners' },
    // Service and aim are one stage; what people are told comes from what it is for.
    { from: 'aim', to: 'information' },
    { from: 'resources', to: 'activities' },
    { from: 'partners', to: 'activities' },
    { from: 'information', to: 'activities' },
    { from: 'activities', to: 'social-effect' },
    { from: 'activities', to: 'economic-effect' },
    { from: 'activities', to: 'results' },
  ],
  print: 'a3',
};
