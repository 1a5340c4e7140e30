// What the partner map looks like.
import { partnerMap } from '@masa/shared/kinds/partner-map';
import type { KindView } from '../../canvas/KindView.ts';
import { cardColorOf } from '../../ui/tokens.ts';
import { paintCard } from '../card.ts';
import { OBJECT_PAINTERS } from '../objects/index.ts';
import { paintRings } from './rings.ts';

export const partnerMapView: KindView = {
  kind: partnerMap,
  painters: { card: paintCard },
  objects: OBJECT_PAINTERS,
  cellInk: (slot) => cardColorOf(slot).edge,
  cellPaper: (slot) => cardColorOf(slot).paper,
  under: paintRings,
};
