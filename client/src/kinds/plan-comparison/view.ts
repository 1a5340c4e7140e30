// What a comparison of plans, and its panel for rating looks like.
import { planComparison } from '@masa/shared/kinds/plan-comparison';
import type { KindView } from '../../canvas/KindView.ts';
import { cardColorOf } from '../../ui/tokens.ts';
import { paintCard } from '../card.ts';
import { OBJECT_PAINTERS } from '../objects/index.ts';

export const planComparisonView: KindView = {
  kind: planComparison,
  painters: { card: paintCard },
  objects: OBJECT_PAINTERS,
  cellInk: (slot) => cardColorOf(slot).edge,
  cellPaper: (slot) => cardColorOf(slot).paper,
  panels: [
    {
      id: 'comparison',
      label: { en: 'Comparison', bg: 'Сравнение', ro: 'Comparație', uk: 'Порівняння', nb: 'Sammenligning' },
      hint: {
        en: 'Rate the plans, and see where you differ',
        bg: 'Оценете плановете и вижте къде се различавате',
        ro: 'Evaluați planurile și vedeți unde aveți păreri diferite',
        uk: 'Оцініть плани й побачте, у чому ви розходитеся',
        nb: 'Vurder planene, og se hvor dere er uenige',
      },
      load: () => import('./Comparison.tsx'),
      isWide: true,
    },
  ],
};
