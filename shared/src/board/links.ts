// Links between cards: which two may be joined (data of the kind), which are, and which run in a circle. A link is an id in a field of
// one of the two cards, so it needs no object of its own: a card in the bin keeps its links, and they are there again when it comes back.
import { LIMITS, type Localized } from '../core/index.ts';
import type { BoardRecord, Edit } from '../document/index.ts';
import type { BoardKind, BoardReader } from './kind.ts';
import { createReader } from './reader.ts';
import { slotOf, typeOf } from './records.ts';

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

/** A link that is there: the card `from` names the card `to` in its field. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly field: string;
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

/** The links people see and make: those whose two ends are live, those in a circle and those of cards that moved on included. O(n). */
export const linksOf = (board: BoardReader): readonly Link[] => allLinksOf(board).filter(({ from, field }) => !isQuiet(board, from, field));

/** The links of a board with the quiet ones: what reports and the thread follow. O(n). */
export const allLinksOf = (board: BoardReader): readonly Link[] =>
  board.live().flatMap((record) => linksFrom(board.kind, record).filter(({ to }) => board.get(to)?.gone === null));

const isQuiet = (board: BoardReader, card: string, field: string): boolean =>
  typeOf(board.kind, board.get(card)?.type ?? '')?.facets[field]?.isQuiet ?? false;

/** Whether a card may name another in a field: as the kind's rules for that field say, and every other card where it has none. */
export function mayLink(kind: BoardKind, from: BoardRecord, field: string, to: BoardRecord): boolean {
  if (from.id === to.id) return false;
  const rules = (kind.links ?? []).filter((rule) => rule.field === field);
  if (rules.length === 0) return true;
  const [one, two] = [slotOf(kind, from)?.id, slotOf(kind, to)?.id];
  return one !== undefined && two !== undefined && rules.some((rule) => rule.from.includes(one) && rule.to.includes(two));
}

const NONE: readonly string[] = [];
const NO_LINKS: readonly Link[] = [];

const idsIn = (record: BoardRecord, field: string): readonly string[] => {
  const value = record.fields[field];
  return Array.isArray(value) ? (value as readonly string[]) : NONE;
};

const linkFields = new WeakMap<BoardKind, Map<string, readonly string[]>>();

/** Names of the fields that hold links, by type. */
function linkFieldsOf(kind: BoardKind, type: string): readonly string[] {
  const byType = linkFields.get(kind) ?? new Map<string, readonly string[]>();
  linkFields.set(kind, byType);
  const facets = typeOf(kind, type)?.facets ?? {};
  const known = byType.get(type) ?? Object.keys(facets).filter((name) => facets[name]?.input.as === 'links');
  byType.set(type, known);
  return known;
}

function linksFrom(kind: BoardKind, record: BoardRecord): readonly Link[] {
  if (record.inert) return NO_LINKS;
  return linkFieldsOf(kind, record.type).flatMap((field) => idsIn(record, field).map((to) => ({ from: record.id, to, field })));
}

/**
 * The links that run in a circle: both ends reach one another, or a card names itself. By Tarjan's strongly connected components (SIAM
 * Journal on Computing 1, 1972), with a stack of its own, so that a chain of thousands overflows nothing. O(cards + links).
 */
export function circularLinks(links: readonly Link[]): ReadonlySet<Link> {
  const out = new Map<string, Link[]>();
  for (const link of links) {
    const list = out.get(link.from);
    if (list) list.push(link);
    else out.set(link.from, [link]);
  }
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const component = new Map<string, number>();
  const waiting: string[] = [];
  let components = 0;
  const enter = (id: string): { readonly id: string; next: number } => {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    waiting.push(id);
    return { id, next: 0 };
  };
  const lower = (id: string, to: number): void => void low.set(id, Math.min(low.get(id) ?? to, to));
  for (const start of out.keys()) {
    if (index.has(start)) continue;
    const path = [enter(start)];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const link = out.get(at.id)?.[at.next];
      at.next += 1;
      if (link) {
        const seen = index.get(link.to);
        if (seen === undefined) path.push(enter(link.to));
        else if (!component.has(link.to)) lower(at.id, seen);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) lower(above.id, low.get(at.id) ?? 0);
      if (low.get(at.id) !== index.get(at.id)) continue;
      let member: string | undefined;
      do {
        member = waiting.pop();
        if (member !== undefined) component.set(member, components);
      } while (member !== undefined && member !== at.id);
      components += 1;
    }
  }
  return new Set(links.filter(({ from, to }) => component.get(from) !== undefined && component.get(from) === component.get(to)));
}

/** The board without the links that run in a circle: what a report reads, where "A because of B because of A" says nothing. */
export function withoutCircles(board: BoardReader): BoardReader {
  const circular = circularLinks(allLinksOf(board));
  if (circular.size === 0) return board;
  const cut = new Map<string, Record<string, unknown>>();
  for (const { from, to, field } of circular) {
    const record = board.get(from);
    if (!record) continue;
    const fields = cut.get(from) ?? { ...record.fields };
    fields[field] = (fields[field] as readonly string[]).filter((id) => id !== to);
    cut.set(from, fields);
  }
  const records = board.live().map((record) => {
    const fields = cut.get(record.id);
    return fields ? { ...record, fields } : record;
  });
  return createReader(board.kind, board.template, records, (id) => board.reactions(id));
}
