// What people do to the few objects, by the commands that tools, keys and menus call. Pure: a random choice becomes edits.
import { type BoardReader, binCards, type CommandContext, moveCards, restoreCards, setField, setText } from '@masa/shared/board';
import type { BoardRecord, Edit } from '@masa/shared/document';
import {
  createObjects,
  duplicate,
  freePlace,
  groupObjects,
  lock,
  moveConnector,
  placeObjects,
  reorder,
  resolve,
  restyle,
  takeOut,
  toggleMark,
  ungroupObjects,
  unlock,
} from '@masa/shared/objects';
import { createRandom } from './mutate.ts';
import { START } from './togetherSight.ts';

/** Choices that a seed decides. */
export interface Dice {
  readonly random: () => number;
  /** A whole number from 0, below `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** A letter that stands nowhere else in this schedule. */
  readonly letter: () => string;
  /** A text with something of it taken away, something new put in, or both. */
  readonly rewritten: (text: string) => string;
}

export function createDice(seed: number): Dice {
  const random = createRandom(seed);
  let character = 0x5200;
  const below = (limit: number): number => Math.floor(random() * limit);
  const letter = (): string => String.fromCharCode(character++);
  return {
    random,
    below,
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
    letter,
    rewritten(text) {
      const [from, cut] = [below(text.length + 1), below(3)];
      const next = text.slice(0, from) + (random() < 0.75 ? letter() + (random() < 0.3 ? letter() : '') : '') + text.slice(from + cut);
      return next === text ? text + letter() : next;
    },
  };
}

/** More objects than that are not made in one schedule. */
const OBJECTS_MAX = 14;

/** What people do, more often what stands in more lines. */
const WORDS = `place place arrow restyle restyle reorder group lock lock unlock unlock copy create ink out cell cell field
  bin restore text text type type type type type mark resolve offline
  undo undo undo undo undo redo redo redo deliver deliver deliver deliver deliver deliver`;
export const ACTS: readonly string[] = WORDS.split(/\s+/u);

export interface Chosen {
  readonly board: BoardReader;
  readonly context: CommandContext;
  readonly all: readonly BoardRecord[];
  readonly record: BoardRecord;
  readonly some: readonly string[];
  hasMark(id: string, mark: string): boolean;
}

const make = ({ board, all, context }: Chosen, object: Parameters<typeof createObjects>[1][number]): readonly Edit[] =>
  all.length < OBJECTS_MAX ? createObjects(board, [object], context) : [];

/** The edits of one act; none for what is no edit. */
export function editsOf(act: string, chosen: Chosen, { random, below, pick, letter, rewritten }: Dice): readonly Edit[] {
  const { board, context, all, record, some } = chosen;
  switch (act) {
    case 'place': {
      const box = () => ({ x: below(3_000), y: below(900), w: 20 + below(300), h: 20 + below(300) });
      return placeObjects(board, new Map(some.map((id) => [id, { box: box(), rot: random() < 0.4 ? below(360) : 0 }])));
    }
    case 'arrow': {
      const arrow = board.get('a1');
      if (!arrow || arrow.lock !== null) return [];
      if (random() < 0.5) return moveConnector(arrow, below(50) - 25, below(50) - 25);
      return setField(board, 'a1', pick(['start', 'end']), random() < 0.6 ? { on: record.id, at: [0.5, random()] } : { on: '', at: [below(900), 5] });
    }
    case 'restyle':
      return restyle(board, some, 'colour', pick(['red', 'blue', 'green']));
    case 'reorder':
      return reorder(board, some, pick(['front', 'forward', 'backward', 'back']));
    case 'group':
      return random() < 0.6 ? groupObjects(board, some) : ungroupObjects(board, some);
    case 'lock':
      return lock(board, some, context);
    case 'unlock':
      return unlock(
        board,
        all.map(({ id }) => id),
        context,
      );
    case 'copy':
      return all.length < OBJECTS_MAX ? duplicate(board, some, 20, 20, context).edits : [];
    case 'create':
      return make(chosen, { type: pick(['note', 'shape', 'frame']), place: freePlace({ x: below(900), y: 0, w: 90, h: 90 }), text: letter() });
    case 'ink':
      return make(chosen, {
        type: 'ink',
        place: freePlace({ x: 0, y: 0, w: 50, h: 50 }),
        looks: { points: [0, 0, 50, 500, 500, 60], base: [50, 50] },
      });
    case 'out':
      return takeOut(board, new Map(some.map((id) => [id, { x: below(900), y: below(900), w: 200, h: 200 }])), context);
    case 'cell':
      return moveCards(board, some, { cell: pick(['needs', 'resources', 'partners']), index: below(3) }, context);
    case 'field':
      return setField(board, record.id, pick(['notes', 'availability']), pick(['have', 'missing']));
    case 'bin':
      return binCards(board, some, context);
    case 'restore':
      return restoreCards(board, some);
    case 'text':
      return record.lock === null ? setText(record.id, rewritten(record.text)) : [];
    case 'mark': {
      const [id, mark] = [pick(START).id, pick(['heart', 'like'])];
      return toggleMark(context.author.id, id, mark, chosen.hasMark(id, mark));
    }
    case 'resolve':
      return board.get('m1')?.lock === null ? resolve('m1', random() < 0.7, context) : [];
    default:
      return [];
  }
}
