// The stalls as a list for one viewer: in their own order of walking, filtered, with what they have not read yet. Pure, but for what this
// device keeps of what was read.
import type { BoardReader } from '@masa/shared/board';
import { isId } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { MARKET, STALL_TYPES, type StallType, walkOrder } from '@masa/shared/kinds/idea-marketplace';

export interface StallFilter {
  /** Words in title, story, library, tags; empty = all. */
  readonly words: string;
  /** Empty = all. */
  readonly types: ReadonlySet<StallType>;
  readonly onlyUnread: boolean;
  readonly onlyOwn: boolean;
}

export const NO_FILTER: StallFilter = { words: '', types: new Set(), onlyUnread: false, onlyOwn: false };

const textOf = (record: BoardRecord, name: string): string => {
  const value = record.fields[name];
  return typeof value === 'string' ? value : '';
};

export const storyOf = (record: BoardRecord): string => textOf(record, 'story');

export const stallTypeOf = (record: BoardRecord): StallType | undefined => STALL_TYPES.find((type) => type === record.fields.stallType);

/** Stalls in a viewer's order of walking. */
export function walkedThrough(standing: readonly BoardRecord[], viewer: string): readonly BoardRecord[] {
  const byId = new Map(standing.flatMap((stall) => (stall.inert ? [] : [[stall.id, stall] as const])));
  return walkOrder([...byId.keys()], viewer).flatMap((id) => byId.get(id) ?? []);
}

/** The stalls of the marketplace in a viewer's order of walking. */
export const walked = (board: BoardReader, viewer: string): readonly BoardRecord[] => walkedThrough(board.inSlot(MARKET.stalls), viewer);

const lower = (text: string): string => text.toLocaleLowerCase('und');

const said = new WeakMap<BoardRecord, string>();

/** All that is looked through for words; worked out once for a stall as it is, not with every letter that is typed. */
function saidIn(stall: BoardRecord): string {
  const known = said.get(stall) ?? lower([stall.text, storyOf(stall), stall.author.library, stall.author.region, ...stall.tags].join(' '));
  said.set(stall, known);
  return known;
}

export function matching(stalls: readonly BoardRecord[], filter: StallFilter, viewer: string, read: ReadonlySet<string>): readonly BoardRecord[] {
  const words = lower(filter.words).split(/\s+/).filter(Boolean);
  return stalls.filter((stall) => {
    if (filter.onlyUnread && read.has(stall.id)) return false;
    if (filter.onlyOwn && stall.author.id !== viewer) return false;
    const type = stallTypeOf(stall);
    if (filter.types.size > 0 && !(type && filter.types.has(type))) return false;
    if (words.length === 0) return true;
    const all = saidIn(stall);
    return words.every((word) => all.includes(word));
  });
}

/** How many ids of read stalls a device keeps: more than any marketplace has. */
const READ_MAX = 5_000;
const keyOf = (boardId: string): string => `masa:read:${boardId}`;

/** Ids of the stalls this device has opened. */
export function readStalls(boardId: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(boardId)) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter(isId) : []);
  } catch {
    return new Set();
  }
}

export function keepRead(boardId: string, read: ReadonlySet<string>): void {
  try {
    localStorage.setItem(keyOf(boardId), JSON.stringify([...read].slice(-READ_MAX)));
  } catch {
    // A device that keeps nothing counts from the start after a reload.
  }
}
