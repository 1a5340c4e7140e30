// What a kind's cards look like: one painter per object type. The canvas knows records and painters, never a kind.
import type { BoardKind, BoardReader, PlacedCard, Placement } from '@masa/shared/board';
import type { Box, Language, Localized } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import type { FreeType, PlacedObject } from '@masa/shared/objects';
import type { ComponentType } from 'react';
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

/** What is known about an object of the free layer beside its record. */
export interface ObjectLook {
  readonly detail: Detail;
  readonly language: Language;
  /** Its text is being edited in a field that lies exactly above it. */
  readonly hideText: boolean;
  /** Address of an uploaded picture. */
  readonly pictureUrl: (id: string, size: 'full' | 'thumb') => string;
}

/** Paints an object of the free layer, (0, 0) at the top left corner of its box before it is turned. Pure, as every painter. */
export type ObjectPainter = (pen: Pen, placed: PlacedObject, look: ObjectLook) => void;

/** A painter for every type of the free layer, and for cards that lie in it. */
export type ObjectPainters = Readonly<Record<Exclude<FreeType, 'reply'> | 'card', ObjectPainter>>;

/** A sheet that is being painted, for what a kind draws of its own. */
export interface SheetScene {
  readonly board: BoardReader;
  readonly placement: Placement;
  readonly language: Language;
  readonly detail: Detail;
  /** What can be seen; the rest need not be drawn. */
  readonly visible: Box;
}

/** Draws in board units. Pure, as every painter; it is called again whenever something on the sheet has changed. */
export type SheetPainter = (pen: Pen, scene: SheetScene) => void;

/** A panel only boards of this kind have, opened from the top bar: a register, a list, a proposal. */
export interface KindPanel {
  readonly id: string;
  readonly label: Localized;
  /** One sentence for the button’s tooltip. */
  readonly hint?: Localized;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** Takes half of the screen: tables. */
  readonly isWide?: boolean;
  /** Only facilitators have it. */
  readonly isForStaff?: boolean;
  /** Only participants have it. */
  readonly isForSeats?: boolean;
  /** Ids of the stages it belongs to; absent: all. */
  readonly stages?: readonly string[];
}

export interface KindView<K extends BoardKind = BoardKind> {
  readonly kind: K;
  /** The kind with what the first picture does without: checks, remedies, the questions of its templates. Absent: `kind` has them. */
  readonly whole?: () => Promise<BoardKind>;
  /** One for each type of the kind's own, as it looks in a cell; a note that lies in a cell looks like a card. */
  readonly painters: Readonly<Record<Exclude<keyof K['types'] & string, FreeType>, Painter>> & { readonly card: Painter };
  /** One for each type of the free layer. */
  readonly objects: ObjectPainters;
  /** The ink of a cell's title, by the slot it shows first. */
  cellInk(slot: string): string;
  /** The paper of a new card there. */
  cellPaper(slot: string): string;
  /** Drawn on the sheet, below its cells, from where they lie and nothing else: rings, axes. */
  readonly under?: SheetPainter;
  /** What `under` draws hangs on where each cell begins, and reaches so far around it, board units. Absent: it runs across the sheet. */
  readonly underReach?: number;
  /** Drawn above the cards: arrows from what was to what is. */
  readonly over?: SheetPainter;
  /** What is drawn over a card, in words, for who does not see it. Empty if there is nothing. */
  sign?(board: BoardReader, record: BoardRecord, language: Language): string;
  readonly panels?: readonly KindPanel[];
  /** What stands beside a check and needs more than edits of this board, by code of check. */
  readonly remedies?: Readonly<Record<string, () => Promise<{ readonly default: ComponentType }>>>;
}
