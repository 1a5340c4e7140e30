// What can be said of stalls: which may be posted, which was posted already, who would lead, what lies inside, what an author should know.
import type { BoardReader } from '../../board/index.ts';
import { cleanLine, isBlank, LIMITS, visibleLength } from '../../core/index.ts';
import { type BoardRecord, isCellPlace } from '../../document/index.ts';
import { MARKET } from './model.ts';

/** So long the same text from the same place is taken for a second press of the same button. */
export const SAME_AGAIN_MS = 60_000;

/** A stall without a title stays its author's draft. */
export const mayPost = (record: BoardRecord): boolean => !isBlank(record.text);

export const slotIdOf = (record: BoardRecord): string => (isCellPlace(record.place) ? record.place.cell : '');

/** A field that holds ids of cards, whatever a document carries there. */
export const idsIn = (record: BoardRecord, field: 'mergeWith' | 'mergedFrom'): readonly string[] => {
  const value = record.fields[field];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
};

const sameText = (text: string): string => cleanLine(text).toLocaleLowerCase('und');

/**
 * The stall this author posted with the same title less than a minute ago: "already posted – open it?". Undefined if there is none.
 *
 * @param now server time, ms
 */
export function alreadyPosted(board: BoardReader, author: string, text: string, now: number): BoardRecord | undefined {
  const wanted = sameText(text);
  if (wanted === '') return undefined;
  return board
    .inSlot(MARKET.stalls)
    .find((stall) => stall.author.id === author && Math.abs(now - stall.created) < SAME_AGAIN_MS && sameText(stall.text) === wanted);
}

/** Whether a title is longer than one reads while walking by. */
export const isLongTitle = (text: string): boolean => text.length > LIMITS.titleMax && visibleLength(text) > LIMITS.titleMax;

/** The stalls inside a merged one, those inside them included; each once, the stall itself not. */
export function originals(board: BoardReader, id: string): readonly BoardRecord[] {
  const seen = new Set([id]);
  const found: BoardRecord[] = [];
  const queue = [id];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const stall = board.get(next);
    if (!stall) continue;
    if (next !== id) found.push(stall);
    for (const inner of idsIn(stall, 'mergedFrom')) {
      if (seen.has(inner)) continue;
      seen.add(inner);
      queue.push(inner);
    }
  }
  return found;
}

/** Authors who are ready to lead a group on a stall: its own first, then those of what was joined into it. Ids of participants. */
export function conveners(board: BoardReader, id: string): readonly string[] {
  const stall = board.get(id);
  if (!stall) return [];
  const ready = [stall, ...originals(board, id)].filter((each) => each.fields.convening === 'ready' && each.author.id !== '');
  return [...new Set(ready.map((each) => each.author.id))];
}

/** Stalls whose authors would like to join others; the facilitator confirms. Only what still stands on the marketplace. */
export function mergeProposals(board: BoardReader): readonly { readonly stall: BoardRecord; readonly others: readonly BoardRecord[] }[] {
  const standing = new Map(board.inSlot(MARKET.stalls).map((stall) => [stall.id, stall]));
  return [...standing.values()].flatMap((stall) => {
    const others = idsIn(stall, 'mergeWith').flatMap((id) => (id === stall.id ? [] : (standing.get(id) ?? [])));
    return others.length === 0 ? [] : [{ stall, others }];
  });
}

/** What the facilitator hid of one author's: they are told, with the reason. */
export const hiddenFrom = (board: BoardReader, author: string): readonly { readonly stall: BoardRecord; readonly reason: string }[] =>
  board
    .inSlot(MARKET.hidden)
    .filter((stall) => stall.author.id === author)
    .map((stall) => ({ stall, reason: typeof stall.fields.hiddenReason === 'string' ? stall.fields.hiddenReason : '' }));

/**
 * The order in which one viewer walks: shuffled, so that no stall is first for everybody, and the same each time for the same viewer, also
 * while stalls come and go. Each stall gets a number from its id and the viewer's (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv).
 */
export const walkOrder = (stalls: readonly string[], viewer: string): readonly string[] =>
  stalls
    .map((id) => ({ id, at: fnv(`${viewer}/${id}`) }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
