// Following a card: what it came from, board by board, and what came from it. Bounded, and a circle is cut where it closes.
import { saysTheSame, slotOf } from '@masa/shared/board';
import { type Language, LIMITS } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import type { ThreadCard } from '@masa/shared/wire';
import type { Group } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { CarriedStore, Lying } from '../store/carriedStore.ts';
import { groupOf, type ReadableBoard, readBoardFor, type ThreadParts, titleOfBoard } from './boards.ts';
import { createSteps, type Eyes, keyOf, type Step, type Steps } from './steps.ts';

interface Parts extends ThreadParts {
  readonly carriedStore: CarriedStore;
}

/** `unreadable`: it is there, and not for this reader. */
type Found = ReadableBoard | 'unreadable' | 'gone';

interface Knot extends Step {
  readonly depth: number;
}

export async function follow(
  parts: Parts,
  caller: Caller,
  start: Lying,
  language: Language,
): Promise<{ readonly cards: readonly ThreadCard[]; readonly isCut: boolean }> {
  const here = await readBoardFor(parts, caller, start.board);
  const groups = await parts.store.groups(here.workshop.id);
  const known = new Map<string, Promise<Found>>([[start.board, Promise.resolve(here)]]);
  const find = async (boardId: string): Promise<Found> => {
    const board = await parts.store.board(boardId);
    if (board?.workshopId !== here.workshop.id) return 'gone';
    try {
      return await readBoardFor(parts, caller, boardId);
    } catch (failure) {
      if (failure instanceof Refusal) return 'unreadable';
      throw failure;
    }
  };
  const boardOf = (boardId: string): Promise<Found> => {
    const found = known.get(boardId) ?? find(boardId);
    known.set(boardId, found);
    return found;
  };
  const eyes: Eyes = {
    async board(id) {
      const found = await boardOf(id);
      return typeof found === 'string' ? undefined : found;
    },
    async record({ board, object }) {
      const found = await eyes.board(board);
      const record = found?.reader.get(object);
      return record && (record.gone === null || found?.showsBin) ? record : undefined;
    },
  };
  orRefuse(await eyes.record(start), 'not-found');

  const { up, down, isCut } = await walked(createSteps(parts.carriedStore, eyes), start);
  const before = (at: Lying): readonly Knot[] => (up.get(keyOf(at)) ?? []).flatMap((knot) => [...before(knot.at), knot]);
  const after = (at: Lying): readonly Knot[] => (down.get(keyOf(at)) ?? []).flatMap((knot) => [knot, ...after(knot.at)]);

  /** What the source of a carried card says now, where that is something else. */
  const changedOf = async (at: Lying, text: string): Promise<ThreadCard['changed']> => {
    const row = await parts.carriedStore.above(at);
    const now = row && (await eyes.record(row.from))?.text;
    return now === undefined || saysTheSame(now, row?.text ?? '') || saysTheSame(now, text) ? null : { was: row?.text ?? '', now };
  };
  const told = async ({ at, depth, row, link }: Pick<Knot, 'at' | 'depth' | 'row' | 'link'>): Promise<ThreadCard> => {
    const found = await boardOf(at.board);
    const nothing = { depth, link: null, board: null, object: null, slot: '', text: '', isInBin: false, at: null, changed: null };
    if (found === 'unreadable') return { ...nothing, state: 'elsewhere' };
    const record = await eyes.record(at);
    if (found === 'gone' || !record) return { ...nothing, state: 'gone' };
    const when = row?.at ?? null;
    return {
      ...nothing,
      ...cardOf(found, record, groups, language),
      state: 'here',
      link: link?.[language] ?? null,
      at: when,
      changed: await changedOf(at, record.text),
    };
  };

  const cards: ThreadCard[] = [];
  for (const knot of [...before(start), { at: start, depth: 0, row: null, link: null }, ...after(start)]) cards.push(await told(knot));
  return { cards, isCut };
}

interface Walk {
  /** By the card they were stepped from. */
  readonly up: ReadonlyMap<string, readonly Knot[]>;
  readonly down: ReadonlyMap<string, readonly Knot[]>;
  readonly isCut: boolean;
}

/** Goes both ways from a card, level by level; no card twice. */
async function walked(steps: Steps, start: Lying): Promise<Walk> {
  const seen = new Set([keyOf(start)]);
  let isCut = false;
  const walk = async (sign: 1 | -1, next: (level: readonly Lying[], room: number) => Promise<readonly Step[]>): Promise<Map<string, Knot[]>> => {
    const knots = new Map<string, Knot[]>();
    let level: readonly Lying[] = [start];
    for (let depth = 1; level.length > 0; depth += 1) {
      const found = (await next(level, LIMITS.threadCards - seen.size)).filter(({ at }) => !seen.has(keyOf(at)));
      const onwards: Lying[] = [];
      for (const step of found) {
        // One card reached in two ways stands where it was reached first.
        if (seen.has(keyOf(step.at))) continue;
        if (depth > LIMITS.threadDepth || seen.size >= LIMITS.threadCards) {
          isCut = true;
          break;
        }
        seen.add(keyOf(step.at));
        const beside = knots.get(keyOf(step.beside)) ?? [];
        beside.push({ ...step, depth: sign * depth });
        knots.set(keyOf(step.beside), beside);
        if (!step.isEnd) onwards.push(step.at);
      }
      level = onwards;
    }
    return knots;
  };
  const up = await walk(-1, async (level) => {
    const found: Step[] = [];
    for (const at of level) found.push(...(await steps.up(at)));
    return found;
  });
  const down = await walk(1, (level, room) => steps.down(level, Math.max(1, room + 1)));
  return { up, down, isCut };
}

/** A card and the board it lies on, for somebody who may read both. */
function cardOf({ board, found, reader }: ReadableBoard, record: BoardRecord, groups: readonly Group[], language: Language) {
  const slot = reader.cellOf(record)?.title ?? slotOf(reader.kind, record)?.label;
  return {
    board: {
      id: board.id,
      title: titleOfBoard(board, found, language),
      kind: board.kind,
      kindLabel: found.kind.label[language],
      group: groupOf(board, groups),
    },
    object: record.id,
    slot: slot?.[language] ?? '',
    text: record.text,
    isInBin: record.gone !== null,
  };
}
