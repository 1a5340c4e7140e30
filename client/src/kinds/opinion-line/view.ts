// What the opinion line looks like.
import { opinionLine } from '@masa/shared/kinds/opinion-line';
import type { KindView } from '../../canvas/KindView.ts';
import { cardColorOf } from '../../ui/tokens.ts';
import { paintCard } from '../card.ts';
import { OBJECT_PAINTERS } from '../objects/index.ts';
import { paintLine } from './line.ts';

export const opinionLineView: KindView = {
  kind: opinionLine,
  painters: { card: paintCard },
  objects: OBJECT_PAINTERS,
  cellInk: (slot) => cardColorOf(slot).edge,
  cellPaper: (slot) => cardColorOf(slot).paper,
  under: paintLine,
};
