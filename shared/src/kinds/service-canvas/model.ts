// The model behind forms A and B: slots where cards live, and the addresses by which people, parser and API name them.

import type { ObjectType, Slot } from '../../board/index.ts';
import { PARKING } from '../../document/index.ts';
import { fields, localized as text } from '../fields/index.ts';

export const card: ObjectType = {
  type: 'card',
  label: text('Card', 'Картичка', 'Cartonaș', 'Картка', 'Kort'),
  facets: fields,
  can: { move: true, resize: false, connect: true, hasText: true },
};

const EFFECT_FIELDS = ['audience', 'indicator', 'base', 'share', 'when', 'serves'] as const;
const EFFECT_WANTED = ['indicator', 'serves'];

const slot = (id: string, label: Slot['label'], slotFields: readonly (keyof typeof fields)[], wanted: readonly string[] = []): Slot => ({
  id,
  label,
  type: 'card',
  fields: slotFields,
  wanted,
});

export const LABELS = {
  targetGroup: text('Target group', 'Целева група', 'Grup-țintă', 'Цільова група', 'Målgruppe'),
  needs: text('Needs', 'Потребности', 'Necesități', 'Потреби', 'Behov'),
  identifying: text('Identifying the service', 'Идентифициране на услугата', 'Identificarea serviciului', 'Визначення послуги', 'Tjenesten'),
  plan: text('Plan/resources', 'План/ресурси', 'Plan/resurse', 'План/ресурси', 'Plan/ressurser'),
  partners: text('Partners', 'Партньори', 'Parteneri', 'Партнери', 'Samarbeidspartnere'),
  information: text('Information', 'Информация', 'Informare', 'Інформування', 'Informasjon'),
  activities: text('Activities', 'Дейности', 'Activități', 'Заходи', 'Aktiviteter'),
  effect: text('Effect', 'Ефект', 'Efect', 'Ефект', 'Effekt'),
  socialEffect: text('Social effect', 'Социален ефект', 'Efect social', 'Соціальний ефект', 'Sosial effekt'),
  economicEffect: text('Economic effect', 'Икономически ефект', 'Efect economic', 'Економічний ефект', 'Økonomisk effekt'),
  service: text('Service', 'Услуга', 'Serviciu', 'Послуга', 'Tjeneste'),
  aim: text('Aim', 'Цел', 'Scop', 'Мета', 'Mål'),
  resources: text('Resources', 'Ресурси', 'Resurse', 'Ресурси', 'Ressurser'),
  missingResources: text('Missing resources', 'Липсващи ресурси', 'Resurse lipsă', 'Відсутні ресурси', 'Manglende ressurser'),
  results: text('Results', 'Резултати', 'Rezultate', 'Результати', 'Resultater'),
  parking: text('For later', 'За после', 'Pentru mai târziu', 'На потім', 'Til senere'),
} as const;

export const slots: readonly Slot[] = [
  slot('target-group', LABELS.targetGroup, ['size', 'age', 'location', 'population', 'reach']),
  slot('needs', LABELS.needs, ['evidence', 'source'], ['evidence']),
  slot('service', LABELS.service, ['description', 'novelty', 'area', 'form']),
  slot('aim', LABELS.aim, ['serves']),
  slot('resources', LABELS.resources, ['resourceKind', 'availability', 'quantity', 'cost', 'when', 'who'], ['availability']),
  slot('partners', LABELS.partners, ['partnerType', 'brings', 'wants', 'partnerState', 'contact'], ['brings']),
  slot('information', LABELS.information, ['audience', 'message', 'when']),
  slot('activities', LABELS.activities, ['who', 'when', 'cost', 'serves'], ['who', 'when', 'serves']),
  slot('effect', LABELS.effect, EFFECT_FIELDS, EFFECT_WANTED),
  slot('social-effect', LABELS.socialEffect, EFFECT_FIELDS, EFFECT_WANTED),
  slot('economic-effect', LABELS.economicEffect, [...EFFECT_FIELDS, 'cost'], EFFECT_WANTED),
  slot('results', LABELS.results, EFFECT_FIELDS, EFFECT_WANTED),
  slot(PARKING, LABELS.parking, []),
];

/** Names by which a pasted sheet, the API and the report speak of a place. `missing-resources` is the resources slot with `availability: missing`. */
export const ADDRESSES = [
  'target-group',
  'needs',
  'service',
  'aim',
  'resources',
  'missing-resources',
  'partners',
  'information',
  'activities',
  'effect',
  'social-effect',
  'economic-effect',
  'results',
  PARKING,
] as const;
export type Address = (typeof ADDRESSES)[number];

/** The slot an address means, and the values a card gets by being put there. */
export const addressOf = (address: Address): { readonly slot: string; readonly values: Readonly<Record<string, unknown>> } =>
  address === 'missing-resources' ? { slot: 'resources', values: { availability: 'missing' } } : { slot: address, values: {} };
