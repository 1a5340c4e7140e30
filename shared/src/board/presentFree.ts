// The free layer as a tree of words: what lies beside and over the sheet, in reading order, each object once; what lies in a frame under
// the frame, comments under what they are about, replies under their comment. Outline, exports and read model all tell it from here.
// Knows no type: each type says how it is told.
import type { Language, Point } from '../core/index.ts';
import { type BoardRecord, isCellPlace } from '../document/index.ts';
import type { BoardReader, Reactions, Telling } from './kind.ts';
import { MARK_WORDS, WORDS } from './presentWords.ts';
import { slotOf, typeOf } from './records.ts';

export interface FreeNode {
  readonly record: BoardRecord;
  /** What lies in it, in reading order. */
  readonly inside: readonly FreeNode[];
  /** What is said about it: comments, and under a comment its replies; oldest first. */
  readonly about: readonly FreeNode[];
}

export interface FreeTree {
  /** What stands by itself: first what lies in no frame, then the frames; both in reading order. */
  readonly roots: readonly FreeNode[];
  /** What is said about an object that is not told here, e.g. a card in a cell. */
  about(id: string): readonly FreeNode[];
  /** Live records that neither a cell nor the free layer shows: cards on a board that has no place for them. */
  readonly rest: readonly BoardRecord[];
}

const trees = new WeakMap<BoardReader, FreeTree>();

/** The tree of a board. Computed once a reader. */
export function freeTree(board: BoardReader): FreeTree {
  const known = trees.get(board) ?? makeTree(board);
  trees.set(board, known);
  return known;
}

const told = (board: BoardReader, record: BoardRecord): Telling | undefined => (record.inert ? undefined : typeOf(board.kind, record.type)?.told);

function makeTree(board: BoardReader): FreeTree {
  const live = new Set(board.live().map(({ id }) => id));
  const free = board.free();
  const isLoose = new Set(free.map(({ id }) => id));
  const under = new Map<string, BoardRecord[]>();
  const isTold = new Set<string>();
  for (const record of board.live()) {
    // A comment that somebody put into a cell is a card there.
    const part = typeOf(board.kind, record.type)?.can.bePart ?? false;
    if (!part && !isLoose.has(record.id)) continue;
    const whole = told(board, record)?.under?.(record, board);
    // A part whose whole is gone went with it.
    if (part) isTold.add(record.id);
    if (whole === undefined || !live.has(whole) || whole === record.id) continue;
    isTold.add(record.id);
    push(under, whole, record);
  }
  const about = (id: string): readonly FreeNode[] =>
    (under.get(id) ?? []).toSorted(byAge).map((record) => ({ record, inside: [], about: about(record.id) }));

  // From the smallest: what lies in several frames is told under the smallest, and a frame lies in larger ones only.
  const holders = free.filter((record) => told(board, record)?.holds).toSorted((a, b) => areaOf(a) - areaOf(b) || (a.id < b.id ? -1 : 1));
  const ranks = new Map(holders.map((record, at) => [record.id, at]));
  const depths = new Map<string, number>();
  const inside = new Map<string, BoardRecord[]>();
  const loose: BoardRecord[] = [];
  const put = (record: BoardRecord, holder: BoardRecord | undefined): void => {
    if (holder) push(inside, holder.id, record);
    else loose.push(record);
  };
  for (const record of holders.toReversed()) {
    const larger = holders.slice((ranks.get(record.id) ?? 0) + 1);
    const holder = larger.find((each) => encloses(each, record) && (depths.get(each.id) ?? 0) < DEPTH_MAX);
    depths.set(record.id, holder ? (depths.get(holder.id) ?? 0) + 1 : 0);
    put(record, holder);
  }
  for (const record of free) {
    if (isTold.has(record.id) || ranks.has(record.id)) continue;
    const middle = middleOf(board, record);
    put(
      record,
      holders.find((each) => holds(each, middle)),
    );
  }
  const nodes = (records: readonly BoardRecord[]): readonly FreeNode[] => {
    const frames = records.filter(({ id }) => ranks.has(id));
    const ordered = [
      ...inReadingOrder(
        board,
        records.filter(({ id }) => !ranks.has(id)),
      ),
      ...inReadingOrder(board, frames),
    ];
    return ordered.map((record) => ({ record, inside: nodes(inside.get(record.id) ?? []), about: about(record.id) }));
  };

  const elsewhere = board.live().filter((record) => !isLoose.has(record.id) && !isTold.has(record.id) && slotOf(board.kind, record) === undefined);
  return { roots: nodes(loose), about, rest: elsewhere.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

function push(lists: Map<string, BoardRecord[]>, id: string, record: BoardRecord): void {
  const list = lists.get(id);
  if (list) list.push(record);
  else lists.set(id, [record]);
}

/** Frames in frames beyond it are told side by side. */
const DEPTH_MAX = 6;

const byAge = (a: BoardRecord, b: BoardRecord): number => a.created - b.created || (a.id < b.id ? -1 : 1);

type Sides = readonly [x: number, y: number, w: number, h: number];
const boxOf = ({ place }: BoardRecord): Sides => (isCellPlace(place) ? [0, 0, 0, 0] : place.box);
const areaOf = (record: BoardRecord): number => boxOf(record)[2] * boxOf(record)[3];

const holds = (frame: BoardRecord, { x, y }: Point): boolean => {
  const [left, top, w, h] = boxOf(frame);
  return x >= left && x <= left + w && y >= top && y <= top + h;
};

const encloses = (frame: BoardRecord, record: BoardRecord): boolean => {
  const [x, y, w, h] = boxOf(record);
  return holds(frame, { x, y }) && holds(frame, { x: x + w, y: y + h });
};

function middleOf(board: BoardReader, record: BoardRecord): Point {
  const [x, y, w, h] = boxOf(record);
  return told(board, record)?.middle?.(record, board) ?? { x: x + w / 2, y: y + h / 2 };
}

/** Rows from top to bottom, each from left to right. Who reaches with its middle into a row belongs to it. */
function inReadingOrder(board: BoardReader, records: readonly BoardRecord[]): readonly BoardRecord[] {
  const entries = records.map((record) => ({ record, sides: sidesOf(board, record) }));
  const tops = entries.toSorted((a, b) => a.sides[1] - b.sides[1] || a.sides[0] - b.sides[0] || (a.record.id < b.record.id ? -1 : 1));
  const rows: { readonly bottom: number; readonly entries: typeof entries }[] = [];
  for (const entry of tops) {
    const [, y, , h] = entry.sides;
    const row = rows.at(-1);
    if (row && y + h / 2 < row.bottom) row.entries.push(entry);
    else rows.push({ bottom: y + h, entries: [entry] });
  }
  return rows.flatMap((row) =>
    row.entries
      .toSorted((a, b) => a.sides[0] - b.sides[0] || a.sides[1] - b.sides[1] || (a.record.id < b.record.id ? -1 : 1))
      .map(({ record }) => record),
  );
}

/** An object's box; of one that lies where others are, only the middle is known. */
function sidesOf(board: BoardReader, record: BoardRecord): Sides {
  const middle = told(board, record)?.middle?.(record, board);
  return middle ? [middle.x, middle.y, 0, 0] : boxOf(record);
}

/** An object in words: what its type says of it. */
export const titleOf = (board: BoardReader, record: BoardRecord, language: Language): string => {
  if (record.inert) return WORDS.notSupported[language];
  return told(board, record)?.title(record, board, language) ?? record.text;
};

/** What somebody should look at, e.g. a picture nobody described. */
export const objectChecks = (board: BoardReader, record: BoardRecord): ReturnType<NonNullable<Telling['checks']>> =>
  told(board, record)?.checks?.(record) ?? [];

export const settledOf = (board: BoardReader, record: BoardRecord): ReturnType<NonNullable<Telling['settled']>> =>
  told(board, record)?.settled?.(record) ?? null;

/** Whether it is a heading over what lies in it. */
export const isHeading = (board: BoardReader, record: BoardRecord): boolean => told(board, record)?.holds ?? false;

/** What a type may say outside of the workshop. */
export const outsideOf = (board: BoardReader, record: BoardRecord): Telling['outside'] => told(board, record)?.outside;

/** Live objects that are only counted outside of the workshop: type → how many. */
export function countedOutside(board: BoardReader): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const record of board.free()) if (outsideOf(board, record) === 'counted') counts.set(record.type, (counts.get(record.type) ?? 0) + 1);
  return counts;
}

/** "3 × like, 1 × star"; marks nobody knows here are left out. Empty where there are none. */
export const reactionsText = (reactions: Reactions, language: Language): string =>
  Object.entries(MARK_WORDS)
    .filter(([mark]) => Object.hasOwn(reactions, mark))
    .map(([mark, word]) => `${reactions[mark] ?? 0} × ${word[language]}`)
    .join(', ');
