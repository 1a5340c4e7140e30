// What is watched, asked and kept.
import { type Fields, line } from '../../board/index.ts';
import { canvasSlot, pick } from '../fields/canvases.ts';
import { localized as text } from '../fields/index.ts';

export const facets = {
  ...pick('base', 'target', 'who', 'when', 'evidence', 'audience', 'cost'),
  measure: line(text('How we measure', 'Как измерваме', 'Cum măsurăm', 'Як вимірюємо', 'Hvordan vi måler')),
} satisfies Fields;

export const LABELS = {
  indicators: text('Signs that it works', 'По какво личи, че работи', 'Semne că funcționează', 'Ознаки, що це працює', 'Tegn på at det virker'),
  evaluation: text('What we ask ourselves', 'Какво се питаме', 'Ce ne întrebăm', 'Що ми себе запитуємо', 'Hva vi spør oss selv om'),
  lasting: text('What keeps it alive', 'Какво го поддържа', 'Ce îl ține în viață', 'Що це підтримує', 'Hva som holder det i live'),
} as const;

export const slots = [
  canvasSlot('indicators', LABELS.indicators, ['base', 'target', 'measure', 'who', 'when'], ['base', 'target', 'measure', 'who', 'when']),
  canvasSlot('evaluation', LABELS.evaluation, ['evidence', 'audience', 'who', 'when'], ['evidence', 'who', 'when']),
  canvasSlot('lasting', LABELS.lasting, ['who', 'when', 'cost'], ['who']),
];
