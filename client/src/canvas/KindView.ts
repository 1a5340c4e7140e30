// What a kind's cards look like: one painter per object type. The canvas knows records and painters, never a kind.
import type { BoardKind, PlacedCard } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import type { Detail } from './detail.ts';
import type { Pen } from './pen.ts';

/** What is known about a card beside its record. */
export interface CardLook {
  readonly detail: Detail;
  readonly language: Language;
  /** Its text is being edited in a field that lies exactly above it. */
  readonly hideText: boolean;
  /** The gravest of the card's open checks. */
  readonly check: 'advice' | 'flag' | null;
}

/** Paints a card in its own box, (0, 0) at its top left corner. Pure: no state, no screen, no React. */
export type Painter = (pen: Pen, placed: PlacedCard, record: BoardRecord, look: CardLook) => void;

export interface KindView<K extends BoardKind = BoardKind> {
  readonly kind: K;
  readonly painters: Readonly<Record<keyof K['types'] & string, Painter>>;
  /** The ink of a cell's title, by the slot it shows first. */
  cellInk(slot: string): string;
  /** The paper of a new card there. */
  cellPaper(slot: string): string;
}
