// The model behind all sheets of this kind: slots where cards live, how cards may be joined, and the addresses by which people, parser
// and API name a place.

import type { LinkRule, ObjectType, Slot } from '../../board/index.ts';
import { PARKING } from '../../document/index.ts';
import { fields, localized as text } from '../fields/index.ts';

export const card: ObjectType = {
  type: 'card',
  label: text('Card', 'Картичка', 'Cartonaș', 'Картка', 'Kort'),
  facets: fields,
  can: { move: true, resize: false, connect: true, hasText: true },
};

const EFFECT_FIELDS = ['audience', 'indicator', 'base', 'target', 'share', 'when', 'serves', 'causedBy'] as const;
const EFFECT_WANTED = ['serves'];
/** Costs and income: an amount, and whether the money is there. */
const MONEY_FIELDS = ['cost', 'availability', 'when', 'who'] as const;

const slot = (id: string, label: Slot['label'], slotFields: readonly (keyof typeof fields)[], wanted: readonly string[] = []): Slot => ({
  id,
  label,
  type: 'card',
  fields: slotFields,
  wanted,
});

export const LABELS = {
  group: text('Group', 'Група', 'Grup', 'Група', 'Gruppe'),
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

/** What only the service canvas calls so. */
export const CANVAS_LABELS = {
  users: text('Users', 'Ползватели', 'Utilizatori', 'Користувачі', 'Brukere'),
  promise: text('Promise', 'Обещание', 'Promisiunea', 'Обіцянка', 'Løftet vårt'),
  channels: text('Channels', 'Канали', 'Canale', 'Канали', 'Kanaler'),
  have: text('Resources we have', 'Ресурси, които имаме', 'Resurse pe care le avem', 'Ресурси, які маємо', 'Ressurser vi har'),
  promised: text('Promised resources', 'Обещани ресурси', 'Resurse promise', 'Обіцяні ресурси', 'Ressurser vi er lovet'),
  costs: text('Costs', 'Разходи', 'Costuri', 'Витрати', 'Kostnader'),
  income: text('Income', 'Приходи', 'Venituri', 'Надходження', 'Inntekter'),
  risks: text('Risks', 'Рискове', 'Riscuri', 'Ризики', 'Risikoer'),
  measures: text('Measures', 'Мерки', 'Măsuri', 'Запобіжні кроки', 'Tiltak'),
} as const;

export const slots: readonly Slot[] = [
  slot('target-group', LABELS.targetGroup, ['size', 'age', 'location', 'population', 'reach']),
  slot('needs', LABELS.needs, ['evidence', 'source', 'research'], ['evidence']),
  slot('service', LABELS.service, ['description', 'novelty', 'area', 'form']),
  slot('aim', LABELS.aim, ['serves']),
  slot('resources', LABELS.resources, ['resourceKind', 'availability', 'quantity', 'cost', 'when', 'who'], ['availability']),
  slot('partners', LABELS.partners, ['partnerType', 'brings', 'wants', 'partnerState', 'contact'], ['brings']),
  slot('information', LABELS.information, ['audience', 'message', 'when']),
  slot('activities', LABELS.activities, ['who', 'when', 'cost', 'serves', 'uses'], ['serves']),
  slot('effect', LABELS.effect, EFFECT_FIELDS, EFFECT_WANTED),
  slot('social-effect', LABELS.socialEffect, EFFECT_FIELDS, EFFECT_WANTED),
  slot('economic-effect', LABELS.economicEffect, [...EFFECT_FIELDS, 'cost'], EFFECT_WANTED),
  slot('results', LABELS.results, EFFECT_FIELDS, EFFECT_WANTED),
  slot('group', LABELS.group, ['groupNumber', 'members', 'when', 'assigned'], ['groupNumber']),
  slot('costs', CANVAS_LABELS.costs, MONEY_FIELDS, ['cost']),
  slot('income', CANVAS_LABELS.income, MONEY_FIELDS, ['cost']),
  slot('risks', CANVAS_LABELS.risks, ['who']),
  slot('measures', CANVAS_LABELS.measures, ['who', 'when', 'reduces'], ['who', 'when']),
  slot(PARKING, LABELS.parking, []),
];

export const EFFECTS = ['effect', 'social-effect', 'economic-effect', 'results'] as const;

/** Need ← activity ← effect, and what an activity stands on. */
export const linkRules: readonly LinkRule[] = [
  {
    field: 'serves',
    from: ['activities', 'aim', ...EFFECTS],
    to: ['needs'],
    label: text('serves', 'отговаря на', 'răspunde la', 'відповідає на', 'dekker'),
  },
  { field: 'causedBy', from: EFFECTS, to: ['activities'], label: text('comes from', 'идва от', 'vine din', 'випливає з', 'kommer av') },
  {
    field: 'uses',
    from: ['activities'],
    to: ['resources', 'partners', 'information'],
    label: text('uses', 'ползва', 'folosește', 'використовує', 'bruker'),
  },
  { field: 'reduces', from: ['measures'], to: ['risks'], label: text('reduces', 'намалява', 'reduce', 'зменшує', 'minsker') },
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
  'group',
  'costs',
  'income',
  'risks',
  'measures',
  PARKING,
] as const;
export type Address = (typeof ADDRESSES)[number];

/** The slot an address means, and the values a card gets by being put there. */
export const addressOf = (address: Address): { readonly slot: string; readonly values: Readonly<Record<string, unknown>> } =>
  address === 'missing-resources' ? { slot: 'resources', values: { availability: 'missing' } } : { slot: address, values: {} };
