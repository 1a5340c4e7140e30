// What a risk matrix looks like: cards with their code and band, arrows from before to after, and two panels of its own.
import { riskMatrix } from '@masa/shared/kinds/risk-matrix';
import type { KindView } from '../../canvas/KindView.ts';
import { cardColorOf } from '../../ui/tokens.ts';
import { paintCard } from '../card.ts';
import { OBJECT_PAINTERS } from '../objects/index.ts';
import { paintOver } from './over.ts';
import { signOf } from './sign.ts';

export const riskMatrixView: KindView = {
  kind: riskMatrix,
  painters: { card: paintCard },
  objects: OBJECT_PAINTERS,
  cellInk: (slot) => cardColorOf(slot).edge,
  cellPaper: (slot) => cardColorOf(slot).paper,
  over: paintOver,
  sign: signOf,
  panels: [
    {
      id: 'register',
      label: { en: 'Register', bg: 'Регистър', ro: 'Registru', uk: 'Реєстр', nb: 'Register' },
      hint: {
        en: 'All risks as a table',
        bg: 'Всички рискове като таблица',
        ro: 'Toate riscurile ca tabel',
        uk: 'Усі ризики таблицею',
        nb: 'Alle risikoer som tabell',
      },
      load: () => import('./Register.tsx'),
      isWide: true,
    },
    {
      id: 'rating',
      label: { en: 'Rating', bg: 'Оценка', ro: 'Evaluare', uk: 'Оцінка', nb: 'Vurdering' },
      hint: {
        en: 'Rate by yourself, and see what everybody said',
        bg: 'Оценете сами и вижте какво са казали всички',
        ro: 'Evaluați singuri și vedeți ce au spus toți',
        uk: 'Оцініть самі і побачте, що сказали всі',
        nb: 'Vurder selv, og se hva alle sa',
      },
      load: () => import('./Rating.tsx'),
      isWide: true,
      stages: ['rate', 'reveal', 'treat', 'rate-after', 'actions'],
    },
  ],
};
