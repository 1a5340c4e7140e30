// Links between cards: which there are. Which two may be joined is in linking.ts. A link is an id in a field of
// one of the two cards, so it needs no object of its own: a card in the bin keeps its links, and they are there again when it comes back.
import type { BoardRecord } from '../document/index.ts';
import type { BoardKind, BoardReader } from './kind.ts';
import { typeOf } from './records.ts';

/** A link that is there: the card `from` names the card `to` in its field. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly field: string;
}

/** The links people see and make: those whose two ends are live, those in a circle and those of cards that moved on included. O(n). */
export const linksOf = (board: BoardReader): readonly Link[] => allLinksOf(board).filter(({ from, field }) => !isQuiet(board, from, field));

/** The links of a board with the quiet ones: what reports and the thread follow. O(n). */
export const allLinksOf = (board: BoardReader): readonly Link[] =>
  board.live().flatMap((record) => linksFrom(board.kind, record).filter(({ to }) => board.get(to)?.gone === null));

export const isQuiet = (board: BoardReader, card: string, field: string): boolean =>
  typeOf(board.kind, board.get(card)?.type ?? '')?.facets[field]?.isQuiet ?? false;

const NONE: readonly string[] = [];
const NO_LINKS: readonly Link[] = [];

export const idsIn = (record: BoardRecord, field: string): readonly string[] => {
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

export function linksFrom(kind: BoardKind, record: BoardRecord): readonly Link[] {
  if (record.inert) return NO_LINKS;
  return linkFieldsOf(kind, record.type).flatMap((field) => idsIn(record, field).map((to) => ({ from: record.id, to, field })));
}
