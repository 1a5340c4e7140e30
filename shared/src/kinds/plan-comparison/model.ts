// Three plans beside one another: what they are, by what they are judged, and what is taken over from each.
import { choice, type Fields, lines } from '../../board/index.ts';
import { canvasSlot, pick } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';

export const PLAN_LABELS = {
  a: text('Plan A', 'План А', 'Planul A', 'План А', 'Plan A'),
  b: text('Plan B', 'План Б', 'Planul B', 'План Б', 'Plan B'),
  c: text('Plan C', 'План В', 'Planul C', 'План В', 'Plan C'),
} as const;

/** As they stand on the sheet. */
export const PLANS = ['a', 'b', 'c'] as const satisfies readonly (keyof typeof PLAN_LABELS)[];

export const facets = {
  ...pick('description', 'source', 'who', 'when'),
  plan: choice(text('Which plan', 'Кой план', 'Ce plan', 'Який план', 'Hvilken plan'), PLAN_LABELS),
  planFrom: choice(text('Where it is from', 'Откъде е', 'De unde este', 'Звідки він', 'Hvor den er fra'), {
    workshop: text('This workshop', 'От тази среща', 'Din acest atelier', 'З цієї зустрічі', 'Denne workshopen'),
    examples: text(
      'The library of examples',
      'От библиотеката с примери',
      'Din biblioteca de exemple',
      'З бібліотеки прикладів',
      'Eksempelbiblioteket',
    ),
    elsewhere: text('From elsewhere', 'От другаде', 'Din altă parte', 'З іншого місця', 'Et annet sted'),
  }),
  strengths: lines(text('What is strong in it', 'Кое му е силното', 'Punctele tari', 'Сильні сторони', 'Sterke sider')),
} satisfies Fields;

export const LABELS = {
  plans: text('Plans', 'Планове', 'Planuri', 'Плани', 'Planer'),
  criteria: text('By what we judge', 'По какво преценяваме', 'Criteriile de evaluare', 'Критерії оцінювання', 'Hva vi vurderer etter'),
  takeover: text('What we take over', 'Какво вземаме', 'Ce preluăm', 'Що ми переймаємо', 'Hva vi tar med videre'),
} as const;

export const slots = [
  canvasSlot('plans', LABELS.plans, ['plan', 'planFrom', 'source', 'strengths'], ['planFrom', 'strengths']),
  canvasSlot('criteria', LABELS.criteria, ['description']),
  canvasSlot('takeover', LABELS.takeover, ['plan', 'who', 'when'], ['who']),
];
