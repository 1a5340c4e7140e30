// The catalogue: every template Masa brings, by name only, so that a page can offer boards without loading what they mean. Titles stand
// here and nowhere else. A rule (KIND-6) compares it with the kinds.
import type { Localized } from '../../core/index.ts';

export interface CatalogueEntry {
  /** Template id. */
  readonly template: string;
  readonly kind: string;
  readonly title: Localized;
  /** `table`: one for each table. `workshop`: one for the whole workshop. */
  readonly for: 'table' | 'workshop';
}

export const TITLES = {
  'form-a': {
    en: 'Service sheet, form A',
    bg: 'Лист за услуга, форма А',
    ro: 'Fișa serviciului, formularul A',
    uk: 'Аркуш послуги, форма А',
    nb: 'Tjenesteark, skjema A',
  },
  'form-b': {
    en: 'Service sheet, form B',
    bg: 'Лист за услуга, форма Б',
    ro: 'Fișa serviciului, formularul B',
    uk: 'Аркуш послуги, форма Б',
    nb: 'Tjenesteark, skjema B',
  },
  'smart-diagram': {
    en: 'Smart diagram',
    bg: 'Умна диаграма',
    ro: 'Diagrama inteligentă',
    uk: 'Розумна діаграма',
    nb: 'Smart diagram',
  },
  'service-canvas': {
    en: 'Service canvas',
    bg: 'Канва на услугата',
    ro: 'Planșa serviciului',
    uk: 'Канва послуги',
    nb: 'Tjenesteskisse',
  },
  marketplace: { en: 'Idea marketplace', bg: 'Пазар на идеи', ro: 'Târgul de idei', uk: 'Ярмарок ідей', nb: 'Idétorg' },
  empty: { en: 'Empty board', bg: 'Празна дъска', ro: 'Tablă goală', uk: 'Порожня дошка', nb: 'Tom tavle' },
  'risks-5': {
    en: 'Risk matrix 5 × 5, before treatment',
    bg: 'Матрица на риска 5 × 5, преди мерките',
    ro: 'Matricea riscurilor 5 × 5, înainte de măsuri',
    uk: 'Матриця ризиків 5 × 5, до вжиття заходів',
    nb: 'Risikomatrise 5 × 5, før tiltak',
  },
  'risks-5-after': {
    en: 'Risk matrix 5 × 5, after treatment',
    bg: 'Матрица на риска 5 × 5, след мерките',
    ro: 'Matricea riscurilor 5 × 5, după măsuri',
    uk: 'Матриця ризиків 5 × 5, після вжиття заходів',
    nb: 'Risikomatrise 5 × 5, etter tiltak',
  },
  'risks-4': {
    en: 'Risk matrix 4 × 4, before treatment',
    bg: 'Матрица на риска 4 × 4, преди мерките',
    ro: 'Matricea riscurilor 4 × 4, înainte de măsuri',
    uk: 'Матриця ризиків 4 × 4, до вжиття заходів',
    nb: 'Risikomatrise 4 × 4, før tiltak',
  },
  'risks-4-after': {
    en: 'Risk matrix 4 × 4, after treatment',
    bg: 'Матрица на риска 4 × 4, след мерките',
    ro: 'Matricea riscurilor 4 × 4, după măsuri',
    uk: 'Матриця ризиків 4 × 4, після вжиття заходів',
    nb: 'Risikomatrise 4 × 4, etter tiltak',
  },
  'risks-3': {
    en: 'Risk matrix 3 × 3, before treatment',
    bg: 'Матрица на риска 3 × 3, преди мерките',
    ro: 'Matricea riscurilor 3 × 3, înainte de măsuri',
    uk: 'Матриця ризиків 3 × 3, до вжиття заходів',
    nb: 'Risikomatrise 3 × 3, før tiltak',
  },
  'risks-3-after': {
    en: 'Risk matrix 3 × 3, after treatment',
    bg: 'Матрица на риска 3 × 3, след мерките',
    ro: 'Matricea riscurilor 3 × 3, după măsuri',
    uk: 'Матриця ризиків 3 × 3, після вжиття заходів',
    nb: 'Risikomatrise 3 × 3, etter tiltak',
  },
  portrait: {
    en: 'Portrait of a person',
    bg: 'Портрет на човек',
    ro: 'Portretul unei persoane',
    uk: 'Портрет людини',
    nb: 'Portrett av en person',
  },
  'opinion-line': {
    en: 'Opinion line',
    bg: 'Линия на мненията',
    ro: 'Linia opiniilor',
    uk: 'Лінія думок',
    nb: 'Meningslinje',
  },
  'needs-research': {
    en: 'Needs research plan',
    bg: 'План за проучване на потребностите',
    ro: 'Plan de cercetare a necesităților',
    uk: 'План дослідження потреб',
    nb: 'Plan for behovsundersøkelse',
  },
  'partner-map': {
    en: 'Partner map',
    bg: 'Карта на партньорите',
    ro: 'Harta partenerilor',
    uk: 'Мапа партнерів',
    nb: 'Partnerkart',
  },
  'resource-kinds': {
    en: 'Resources by kind',
    bg: 'Ресурси по вид',
    ro: 'Resurse pe categorii',
    uk: 'Ресурси за видами',
    nb: 'Ressurser etter type',
  },
  'resource-states': {
    en: 'Resources: have, promised, missing',
    bg: 'Ресурси: имаме, обещано, липсва',
    ro: 'Resurse: avem, promise, lipsesc',
    uk: 'Ресурси: маємо, обіцяно, бракує',
    nb: 'Ressurser: har, er lovet, mangler',
  },
  'implementation-plan': {
    en: 'Implementation plan',
    bg: 'План за изпълнение',
    ro: 'Plan de implementare',
    uk: 'План упровадження',
    nb: 'Gjennomføringsplan',
  },
  monitoring: {
    en: 'Monitoring, evaluation, sustainability',
    bg: 'Наблюдение, оценка, устойчивост',
    ro: 'Monitorizare, evaluare, sustenabilitate',
    uk: 'Моніторинг, оцінювання, сталість',
    nb: 'Oppfølging, evaluering, bærekraft',
  },
  'plan-comparison': {
    en: 'Comparison of three plans',
    bg: 'Сравнение на три плана',
    ro: 'Compararea a trei planuri',
    uk: 'Порівняння трьох планів',
    nb: 'Sammenligning av tre planer',
  },
  'change-tasks': {
    en: 'Change tasks',
    bg: 'Задачи за промяна',
    ro: 'Sarcini de schimbare',
    uk: 'Завдання на зміни',
    nb: 'Endringsoppgaver',
  },
} as const satisfies Readonly<Record<string, Localized>>;

const entry = (template: keyof typeof TITLES, kind: string, of: CatalogueEntry['for'] = 'table'): CatalogueEntry => ({
  template,
  kind,
  title: TITLES[template],
  for: of,
});

export const CATALOGUE: readonly CatalogueEntry[] = [
  entry('smart-diagram', 'service-canvas'),
  entry('form-a', 'service-canvas'),
  entry('form-b', 'service-canvas'),
  entry('service-canvas', 'service-canvas'),
  entry('marketplace', 'idea-marketplace', 'workshop'),
  entry('empty', 'empty-board'),
  entry('risks-5', 'risk-matrix'),
  entry('risks-5-after', 'risk-matrix'),
  entry('risks-4', 'risk-matrix'),
  entry('risks-4-after', 'risk-matrix'),
  entry('risks-3', 'risk-matrix'),
  entry('risks-3-after', 'risk-matrix'),
  entry('portrait', 'portrait'),
  entry('opinion-line', 'opinion-line'),
  entry('needs-research', 'needs-research'),
  entry('partner-map', 'partner-map'),
  entry('resource-kinds', 'resource-analysis'),
  entry('resource-states', 'resource-analysis'),
  entry('implementation-plan', 'implementation-plan'),
  entry('monitoring', 'monitoring'),
  entry('plan-comparison', 'plan-comparison'),
  entry('change-tasks', 'change-tasks'),
];
