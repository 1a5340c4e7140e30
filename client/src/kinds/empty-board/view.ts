// What the empty board looks like: nothing but the free layer. A card that came from another board looks like the note it is here.
import { emptyBoard } from '@masa/shared/kinds/empty-board';
import type { KindView } from '../../canvas/KindView.ts';
import { cardColorOf } from '../../ui/tokens.ts';
import { paintCard } from '../card.ts';
import { OBJECT_PAINTERS } from '../objects/index.ts';

export const emptyBoardView: KindView = {
  kind: emptyBoard,
  painters: { card: paintCard },
  objects: OBJECT_PAINTERS,
  cellInk: (slot) => cardColorOf(slot).edge,
  cellPaper: (slot) => cardColorOf(slot).paper,
};
