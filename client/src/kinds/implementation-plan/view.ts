// What an implementation plan, and its timeline looks like.
import { implementationPlan } from '@masa/shared/kinds/implementation-plan';
import type { KindView } from '../../canvas/KindView.ts';
import { cardColorOf } from '../../ui/tokens.ts';
import { paintCard } from '../card.ts';
import { OBJECT_PAINTERS } from '../objects/index.ts';

export const implementationPlanView: KindView = {
  kind: implementationPlan,
  painters: { card: paintCard },
  objects: OBJECT_PAINTERS,
  cellInk: (slot) => cardColorOf(slot).edge,
  cellPaper: (slot) => cardColorOf(slot).paper,
  panels: [
    {
      id: 'timeline',
      label: { en: 'Timeline', bg: 'График', ro: 'Calendar', uk: 'Графік', nb: 'Tidslinje' },
      hint: {
        en: 'The activities as bars over weeks',
        bg: 'Дейностите като ленти по седмици',
        ro: 'Activitățile ca bare pe săptămâni',
        uk: 'Заходи як смуги за тижнями',
        nb: 'Aktivitetene som stolper uke for uke',
      },
      load: () => import('./Timeline.tsx'),
      isWide: true,
    },
  ],
};
