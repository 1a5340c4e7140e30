// A template: the structure of a board as data. It is never in the shared document, so nobody can drag or delete it; boards pin a
// version. A cell shows one or more slots of the kind's model; two templates of one kind are two views of the same cards.
import type { Box, Localized } from '../core/index.ts';

/** Which cards of a slot a cell shows, and what a card put here becomes. */
export interface CellSlot {
  readonly slot: string;
  /** Only cards whose `facet` has one of `values` (null = nothing said). `enter` is set on a card that is put here from elsewhere. */
  // Values are compared as data: `{ likelihood: 2, consequence: 3 }` is the same value wherever it was made.
  readonly when?: { readonly facet: string; readonly values: readonly unknown[]; readonly enter: unknown };
}

/** How grave what lies in a cell is. Shown by colour, pattern and letter together. */
export const BANDS = ['low', 'medium', 'high', 'very-high'] as const;
export type Band = (typeof BANDS)[number];

/** Words on the sheet that belong to no cell: axes, rings, scales. */
export interface Caption {
  readonly text: Localized;
  /** In smaller letters below. */
  readonly note?: Localized;
  /** Board units, as drawn when empty. */
  readonly rect: Box;
  /** Moves and grows downwards with this cell; absent: stays. */
  readonly beside?: string;
  readonly align?: 'left' | 'middle' | 'right';
}

export interface TemplateCell {
  readonly id: string;
  readonly title: Localized;
  /** What stands over the cell on the sheet where captions beside it say the rest; absent: the title. Everywhere else the title stands. */
  readonly heading?: Localized;
  /** The guiding question shown in an empty cell. */
  readonly hint: Localized;
  readonly example: Localized;
  /** The first takes new cards. */
  readonly slots: readonly CellSlot[];
  /** Board units. A cell grows downwards with its cards and pushes what is below it. */
  readonly rect: Box;
  /** Place in report, outline and Tab order; 0 first. */
  readonly order: number;
  /** What the reality check asks here; absent: it passes by. */
  readonly question?: Localized;
  readonly band?: Band;
}

export interface Template {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly title: Localized;
  /** Board units, as drawn when empty. */
  readonly size: { readonly w: number; readonly h: number };
  readonly cells: readonly TemplateCell[];
  /** Drawn between cells: the order in which one rests on the other. */
  readonly connectors: readonly { readonly from: string; readonly to: string }[];
  readonly captions?: readonly Caption[];
  /** Paper for print; absent: A3. */
  readonly print?: 'a4' | 'a3' | 'a2' | 'a1';
}

/** A pinned version, e.g. `form-a@1`. */
export const templateRef = (template: Template): string => `${template.id}@${template.version}`;

export const cellsInOrder = (template: Template): readonly TemplateCell[] => [...template.cells].sort((a, b) => a.order - b.order);
