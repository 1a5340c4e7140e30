// Addresses by which programs and late contributions name a place on a board of any kind: the names of the service sheet where the kind
// has them, the cells of the board's template, the slots of the kind.
import type { TemplateCell } from '@masa/shared/board';
import { PARKING } from '@masa/shared/document';
import { ADDRESSES, type Address, addressOf } from '@masa/shared/kinds';
import type { PutCard } from '@masa/shared/objects';
import type { FoundTemplate } from '../templates/templates.ts';

type Place = Pick<PutCard, 'slot' | 'values'>;

const isAddress = (text: string): text is Address => (ADDRESSES as readonly string[]).includes(text);

/** Where a card lies that is put into a cell, and what it says by lying there: as with everything that is made in the cell by hand. */
function placeIn({ slots: [entry] }: TemplateCell): Place | undefined {
  if (!entry) return undefined;
  const { slot, when } = entry;
  return { slot, values: when && when.values.length > 0 ? { [when.facet]: when.enter } : {} };
}

/** The place an address means on a board with this template; undefined = there is none. */
export function placeAt({ kind, template }: FoundTemplate, address: string): Place | undefined {
  const has = (id: string): boolean => kind.slots.some((slot) => slot.id === id);
  // Where there are no cells, only what fits no cell has a place: it becomes notes.
  if (kind.slots.length === 0) return address === PARKING ? { slot: PARKING, values: {} } : undefined;
  if (isAddress(address) && has(addressOf(address).slot)) return addressOf(address);
  const cellOf = (cells: readonly TemplateCell[]): TemplateCell | undefined => cells.find(({ id }) => id === address);
  const cell = cellOf(template.cells);
  if (cell) return placeIn(cell);
  if (has(address)) return { slot: address, values: {} };
  // A contribution that waits was written for the board as it was seen then; it is seen otherwise by now, and the place is still there.
  const seenOtherwise = (kind.viewsOf?.(template) ?? kind.templates).flatMap(({ cells }) => cellOf(cells) ?? []);
  return seenOtherwise[0] && placeIn(seenOtherwise[0]);
}
