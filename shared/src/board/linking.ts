// Joining cards: which two may be joined (data of the kind), and how they are joined and parted. Apart from the links there are, since only
// hands need it.
import { LIMITS, type Localized } from '../core/index.ts';
import type { BoardRecord, Edit } from '../document/index.ts';
import type { BoardKind, BoardReader } from './kind.ts';
import { idsIn, isQuiet, linksFrom } from './links.ts';
import { slotOf } from './records.ts';

/** Where the link between two cards is or would be kept. */
export interface LinkPlace {
  /** Id of the card that names the other. */
  readonly holder: string;
  readonly field: string;
  /** Id of the card that is named. */
  readonly target: string;
  /** How it reads from holder to target. */
  readonly label: Localized;
}

/** Where a link between two cards would be kept, whichever of them is named first; undefined = these two cannot be joined. */
export function linkBetween(kind: BoardKind, from: BoardRecord, to: BoardRecord): LinkPlace | undefined {
  if (from.id === to.id || from.inert || to.inert) return undefined;
  const [one, two] = [slotOf(kind, from)?.id, slotOf(kind, to)?.id];
  if (one === undefined || two === undefined) return undefined;
  for (const { field, from: holders, to: targets, label } of kind.links ?? []) {
    if (holders.includes(one) && targets.includes(two)) return { holder: from.id, field, target: to.id, label };
    if (holders.includes(two) && targets.includes(one)) return { holder: to.id, field, target: from.id, label };
  }
  return undefined;
}

/** The cards a card can be joined with, in no particular order. */
export const linkable = (board: BoardReader, id: string): readonly BoardRecord[] => {
  const card = board.get(id);
  return card ? board.live().filter((other) => linkBetween(board.kind, card, other) !== undefined) : [];
};

/**
 * Joins two cards, or parts them where they are joined, wherever that is written. No edits where they cannot be joined, the card that holds
 * the link is locked, or it holds as many as a card can.
 */
export function toggleLink(board: BoardReader, from: string, to: string): readonly Edit[] {
  const [one, two] = [board.get(from), board.get(to)];
  if (one?.gone !== null || two?.gone !== null) return [];
  const there = [
    ...linksFrom(board.kind, one).filter((link) => link.to === to),
    ...linksFrom(board.kind, two).filter((link) => link.to === from),
  ].filter((link) => !isQuiet(board, link.from, link.field));
  if (there.length > 0) {
    return there.flatMap(({ from: holder, to: target, field }): readonly Edit[] => {
      const card = board.get(holder);
      if (!card || card.lock !== null) return [];
      return [{ do: 'set', id: holder, facet: field, value: idsIn(card, field).filter((id) => id !== target) }];
    });
  }
  const place = linkBetween(board.kind, one, two);
  const holder = place && (place.holder === from ? one : two);
  if (!holder || holder.lock !== null) return [];
  const ids = idsIn(holder, place.field);
  return ids.length >= LIMITS.linksMax ? [] : [{ do: 'set', id: holder.id, facet: place.field, value: [...ids, place.target] }];
}

/** Whether a card may name another in a field: as the kind's rules for that field say, and every other card where it has none. */
export function mayLink(kind: BoardKind, from: BoardRecord, field: string, to: BoardRecord): boolean {
  if (from.id === to.id) return false;
  const rules = (kind.links ?? []).filter((rule) => rule.field === field);
  if (rules.length === 0) return true;
  const [one, two] = [slotOf(kind, from)?.id, slotOf(kind, to)?.id];
  return one !== undefined && two !== undefined && rules.some((rule) => rule.from.includes(one) && rule.to.includes(two));
}
