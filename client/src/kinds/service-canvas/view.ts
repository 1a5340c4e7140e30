// What the service sheet looks like.
import { serviceCanvasAtFirst } from '@masa/shared/kinds/service-canvas';
import type { KindView } from '../../canvas/KindView.ts';
import { cardColorOf } from '../../ui/tokens.ts';
import { paintCard } from '../card.ts';
import { OBJECT_PAINTERS } from '../objects/index.ts';

export const serviceCanvasView: KindView = {
  kind: serviceCanvasAtFirst,
  whole: () => import('./whole.ts').then(({ serviceCanvas }) => serviceCanvas),
  painters: { card: paintCard },
  objects: OBJECT_PAINTERS,
  cellInk: (slot) => cardColorOf(slot).edge,
  cellPaper: (slot) => cardColorOf(slot).paper,
  remedies: { 'second-service': () => import('./Split.tsx') },
};
