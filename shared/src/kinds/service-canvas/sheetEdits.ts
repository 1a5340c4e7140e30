// From a parsed sheet to cards on a board: a flat list for the preview, and the edits that make them.

import type { BoardReader, CommandContext } from '../../board/index.ts';
import { type Edit, PARKING } from '../../document/index.ts';
import { putCards } from '../../objects/index.ts';
import { type Address, addressOf } from './model.ts';
import type { CardFields } from './sheetFields.ts';
import { saysSomething } from './sheetLists.ts';
import type { ParsedSheet } from './sheetParse.ts';

/** A card about to be made: where it goes and what it says. */
export interface SheetCard {
  readonly address: Address;
  readonly text: string;
  readonly fields: CardFields;
}

/** All cards of a sheet in the order of the text; what fits no field goes to parking. Lines of nothing but punctuation are left out. */
export function sheetToCards(sheet: ParsedSheet): readonly SheetCard[] {
  const cards = sheet.cells.flatMap((cell) =>
    cell.cards.map(({ text, source: _source, ...values }): SheetCard => ({ address: cell.id, text, fields: values })),
  );
  const parked = sheet.rest.filter(saysSomething).map((text): SheetCard => ({ address: PARKING, text, fields: {} }));
  return [...cards, ...parked];
}

/**
 * The edits that append cards to their slots, after what lies there. A text longer than a card may be becomes several cards; its
 * values stay with the first. On a board without slots they become notes.
 */
export const sheetToEdits = (board: BoardReader, cards: readonly SheetCard[], context: CommandContext): readonly Edit[] =>
  putCards(
    board,
    cards.map(({ address, text, fields }) => ({ ...addressOf(address), text, fields: { ...fields } })),
    context,
  );
