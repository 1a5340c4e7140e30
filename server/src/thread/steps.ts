// One step along the thread, up or down: by carrying, from board to board, and by links, on one board. A card that names another in a field
// of its own rests on it: the activity on the need it serves, the action on the risk it treats.
import { allLinksOf, type BoardReader, type Link, typeOf } from '@masa/shared/board';
import type { Localized } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import type { CarriedRow, CarriedStore, Lying } from '../store/carriedStore.ts';
import type { ReadableBoard } from './boards.ts';

/** A card the thread leads to. */
export interface Step {
  readonly at: Lying;
  /** The card it was stepped from. */
  readonly beside: Lying;
  /** How the two hang together: the carrying as the server wrote it down, else null. */
  readonly row: CarriedRow | null;
  /** The link's own words, where they are joined on one board; null where one was carried. */
  readonly link: Localized | null;
  /** Only a card's own word leads here, and not to where its reader may read: nothing is followed from here. */
  readonly isEnd?: true;
}

/** What this reader may know of cards and boards. */
export interface Eyes {
  /** Undefined where the board is not there for this reader. */
  board(id: string): Promise<ReadableBoard | undefined>;
  record(at: Lying): Promise<BoardRecord | undefined>;
}

export const keyOf = ({ board, object }: Lying): string => `${board}/${object}`;

interface Joined {
  readonly up: ReadonlyMap<string, readonly Link[]>;
  readonly down: ReadonlyMap<string, readonly Link[]>;
}

function joined(reader: BoardReader): Joined {
  const by = (end: 'from' | 'to'): ReadonlyMap<string, readonly Link[]> => {
    const map = new Map<string, Link[]>();
    for (const link of allLinksOf(reader)) {
      const list = map.get(link[end]);
      if (list) list.push(link);
      else map.set(link[end], [link]);
    }
    return map;
  };
  return { up: by('from'), down: by('to') };
}

export interface Steps {
  up(at: Lying): Promise<readonly Step[]>;
  /** At most `max` of those that were carried. */
  down(level: readonly Lying[], max: number): Promise<readonly Step[]>;
}

export function createSteps(store: CarriedStore, eyes: Eyes): Steps {
  const links = new Map<string, Joined>();
  const linksOn = async (board: string): Promise<{ readonly joined: Joined; readonly reader: BoardReader } | undefined> => {
    const found = await eyes.board(board);
    if (!found) return undefined;
    const known = links.get(board) ?? joined(found.reader);
    links.set(board, known);
    return { joined: known, reader: found.reader };
  };
  const linked = async (at: Lying, way: 'up' | 'down'): Promise<readonly Step[]> => {
    const found = await linksOn(at.board);
    return (found?.joined[way].get(at.object) ?? []).map(({ from, to, field }) => ({
      at: { board: at.board, object: way === 'up' ? to : from },
      beside: at,
      row: null,
      link: wordsOf(found?.reader, from, field),
    }));
  };

  return {
    async up(at) {
      const row = await store.above(at);
      if (row) return [{ at: row.from, beside: at, row, link: null }, ...(await linked(at, 'up'))];
      const origin = (await eyes.record(at))?.origin;
      if (!origin || origin.object === '') return linked(at, 'up');
      // Anybody can write into a card that it came from somewhere: that alone leads no further than its reader may read.
      const said = { board: origin.board, object: origin.object };
      const isEnd = (await eyes.record(said)) === undefined;
      return [{ at: said, beside: at, row: null, link: null, ...(isEnd ? { isEnd } : {}) }, ...(await linked(at, 'up'))];
    },
    async down(level, max) {
      const rows = await store.below(level, max);
      const steps: Step[] = rows.map((row) => ({ at: row.to, beside: row.from, row, link: null }));
      for (const at of level) steps.push(...(await linked(at, 'down')));
      return steps;
    },
  };
}

/** How a link reads: as the kind's rule says it, else as its field is called. */
function wordsOf(reader: BoardReader | undefined, holder: string, field: string): Localized | null {
  const record = reader?.get(holder);
  const rule = reader?.kind.links?.find((each) => each.field === field);
  return rule?.label ?? (reader && record ? (typeOf(reader.kind, record.type)?.facets[field]?.label ?? null) : null);
}
