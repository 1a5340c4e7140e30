// Cards that come with their place already known, from a pasted sheet or from a program: after what lies in their slots, on a board of
// any kind.
import { type BoardKind, type BoardReader, type CommandContext, orderOf, origin, typeOf } from '../board/index.ts';
import { createId, LIMITS, orderKeys, splitLong } from '../core/index.ts';
import { type Edit, FACET, type Origin, PARKING } from '../document/index.ts';
import { notesBeside } from './room.ts';

/** A card about to be made. */
export interface PutCard {
  /** Where it goes. Where the kind has no such slot it goes to parking, else it becomes a note beside the sheet. */
  readonly slot: string;
  /** What being put there says of it. What its own fields say comes before. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Values by field name, whoever wrote them; those its type has no field for, or cannot read, are dropped. */
  readonly fields: Readonly<Record<string, unknown>>;
}

function fieldsOf(kind: BoardKind, type: string, { values, fields }: PutCard): Readonly<Record<string, unknown>> {
  const known: Record<string, unknown> = {};
  const facets = typeOf(kind, type)?.facets ?? {};
  for (const [name, value] of [...Object.entries(values), ...Object.entries(fields)]) {
    if (name === FACET.sensitive) {
      if (value === true) known.sensitive = true;
      continue;
    }
    const parsed = Object.hasOwn(facets, name) ? facets[name]?.parse(value) : undefined;
    if (parsed?.ok) known[name] = parsed.value;
  }
  return known;
}

/** The edits that make `cards`. A text longer than a card may be becomes several cards; its values stay with the first. */
export function putCards(board: BoardReader, cards: readonly PutCard[], context: CommandContext, how: Origin = origin('pasted')): readonly Edit[] {
  const { kind } = board;
  const slots = new Map(kind.slots.map((slot) => [slot.id, slot]));
  const placed = cards.map((card) => {
    const asked = slots.get(card.slot);
    // In parking, what another place would have said of the card is not true.
    return asked ? { slot: asked, card } : { slot: slots.get(PARKING), card: { ...card, values: {} } };
  });
  const edits: Edit[] = [];
  for (const slot of new Set(placed.flatMap((each) => each.slot ?? []))) {
    const list = placed
      .filter((each) => each.slot === slot)
      .flatMap(({ card }) =>
        splitLong(card.text, LIMITS.cardTextMax).map((text, at) => ({
          text,
          facets: fieldsOf(kind, slot.type, at === 0 ? card : { ...card, fields: {} }),
        })),
      );
    const last = board.inSlot(slot.id).at(-1);
    const keys = orderKeys(last ? orderOf(last) : null, null, list.length);
    for (const [at, { text, facets }] of list.entries()) {
      edits.push({
        do: 'create',
        id: createId(),
        type: slot.type,
        place: { cell: slot.id, order: keys[at] as string },
        text,
        facets: { [FACET.author]: context.author, [FACET.created]: context.now, [FACET.origin]: how, ...facets },
      });
    }
  }
  const loose = placed.flatMap(({ slot, card }) => (slot ? [] : splitLong(card.text, LIMITS.cardTextMax)));
  return loose.length === 0 ? edits : [...edits, ...notesBeside(board, loose, context, how)];
}
