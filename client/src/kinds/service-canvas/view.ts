// What the service sheet looks like.
import { serviceCanvas } from '@masa/shared/kinds/service-canvas';
import type { KindView } from '../../canvas/KindView.ts';
import { cardColorOf } from '../../ui/tokens.ts';
import { paintCard } from '../card.ts';
import { OBJECT_PAINTERS } from '../objects/index.ts';

export const serviceCanvasView: KindView = {
  kind: serviceCanvas,
  painters: { card: paintCard },
  objects: OBJECT_PAINTERS,
  cellInk: (slot) => cardColorOf(slot).edge,
  cellPaper: (slot) => cardColorOf(slot).paper,
};
