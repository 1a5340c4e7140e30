// What the service sheet looks like.
import { serviceCanvas } from '@masa/shared/kinds';
import type { KindView } from '../../canvas/KindView.ts';
import { cardColorOf } from '../../ui/tokens.ts';
import { paintCard } from '../card.ts';

export const serviceCanvasView: KindView = {
  kind: serviceCanvas,
  painters: { card: paintCard },
  cellInk: (slot) => cardColorOf(slot).edge,
  cellPaper: (slot) => cardColorOf(slot).paper,
};
