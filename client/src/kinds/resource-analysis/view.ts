// What a resource analysis looks like.
import { resourceAnalysis } from '@masa/shared/kinds/resource-analysis';
import type { KindView } from '../../canvas/KindView.ts';
import { cardColorOf } from '../../ui/tokens.ts';
import { paintCard } from '../card.ts';
import { OBJECT_PAINTERS } from '../objects/index.ts';

export const resourceAnalysisView: KindView = {
  kind: resourceAnalysis,
  painters: { card: paintCard },
  objects: OBJECT_PAINTERS,
  cellInk: (slot) => cardColorOf(slot).edge,
  cellPaper: (slot) => cardColorOf(slot).paper,
};
