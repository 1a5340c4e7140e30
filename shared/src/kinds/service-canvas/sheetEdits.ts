// From a parsed sheet to cards on a board: a flat list for the preview, and the edits that make them.

import type { BoardReader, CommandContext } from '../../board/index.ts';
import { orderOf, origin } from '../../board/index.ts';
import { createId, LIMITS, orderKeys } from '../../core/index.ts';
import { type Edit, PARKING } from '../../document/index.ts';
import { notesBeside } from '../../objects/index.ts';
import { fields } from '../fields/index.ts';
import { type Address, addressOf } from './model.ts';
import type { CardFields } from './sheetFields.ts';
import { saysSomething, splitLong } from './sheetLists.ts';
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

/** The values that a card of this kind can hold; others, whoever made them, are dropped. */
function facetsOf(card: SheetCard): Readonly<Record<string, unknown>> {
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries({ ...addressOf(card.address).values, ...card.fields })) {
    if (name === 'sensitive') {
      if (value === true) known.sensitive = true;
      continue;
    }
    const field = Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : undefined;
    const parsed = field?.parse(value);
    if (parsed?.ok) known[name] = parsed.value;
  }
  return known;
}

/**
 * The edits that append cards to their slots, after what lies there. A text longer than a card may be becomes several cards; its
 * values stay with the first. On a board without slots they become notes.
 */
export function sheetToEdits(board: BoardReader, cards: readonly SheetCard[], context: CommandContext): readonly Edit[] {
  if (board.kind.slots.length === 0) {
    const texts = cards.flatMap(({ text }) => splitLong(text, LIMITS.cardTextMax));
    return notesBeside(board, texts, context, origin('pasted'));
  }
  const parts = cards.flatMap((card) => {
    const texts = splitLong(card.text, LIMITS.cardTextMax);
    return texts.map((text, at) => ({ slot: addressOf(card.address).slot, text, facets: facetsOf(at === 0 ? card : { ...card, fields: {} }) }));
  });
  const bySlot = new Map<string, typeof parts>();
  for (const part of parts) {
    const list = bySlot.get(part.slot);
    if (list) list.push(part);
    else bySlot.set(part.slot, [part]);
  }
  const edits: Edit[] = [];
  for (const [slot, list] of bySlot) {
    const last = board.inSlot(slot).at(-1);
    const keys = orderKeys(last ? orderOf(last) : null, null, list.length);
    for (const [at, part] of list.entries()) {
      edits.push({
        do: 'create',
        id: createId(),
        type: 'card',
        place: { cell: slot, order: keys[at] as string },
        text: part.text,
        facets: { author: context.author, created: context.now, origin: { how: 'pasted', board: '', object: '' }, ...part.facets },
      });
    }
  }
  return edits;
}
