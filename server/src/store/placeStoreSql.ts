// Places of marketplaces in SQL tables, for SQLite and PostgreSQL alike.
import type { PlacingRules, SeatPlace } from '@masa/shared/workshop';
import type { Kysely, Selectable } from 'kysely';
import type { MadeGroup, PlacePlan, PlaceStore } from './placeStore.ts';
import { UnknownBoard } from './roomLog.ts';
import { sayingUnavailable } from './worldFaults.ts';

// A type, not an interface: the query builder wants an index signature.
export type PlaceTables = {
  log_board: { board: string };
  market_plans: { board: string; rules: string; template: string; state: string; at: number };
  market_groups: {
    board: string;
    topic: string;
    position: number;
    title: string;
    group_id: string;
    group_board: string;
    card: string;
    harvest: string;
  };
  market_seats: { board: string; participant: string; seat: number; topic: string | null; waiting: string | null; waiting_since: number };
};

const planOf = ({ board, rules, template, state, at }: Selectable<PlaceTables['market_plans']>): PlacePlan => ({
  board,
  rules: JSON.parse(rules) as PlacingRules,
  template,
  state: state === 'done' ? 'done' : 'begun',
  at: Number(at),
});

const groupOf = (row: Selectable<PlaceTables['market_groups']>): MadeGroup => ({
  topic: row.topic,
  title: row.title,
  group: row.group_id,
  groupBoard: row.group_board,
  card: row.card,
  harvest: row.harvest,
});

const seatOf = (row: Selectable<PlaceTables['market_seats']>): SeatPlace => ({
  participant: row.participant,
  seat: Number(row.seat),
  topic: row.topic,
  waiting: row.waiting,
  waitingSince: Number(row.waiting_since),
});

/** Rows of one statement: SQLite takes 32,766 values in one (https://www.sqlite.org/limits.html#max_variable_number). */
const ROWS_AT_ONCE = 1_000;

export function createPlaceStoreSql(db: Kysely<PlaceTables>): PlaceStore {
  const keepSeats = async (on: Kysely<PlaceTables>, board: string, seats: readonly SeatPlace[]): Promise<void> => {
    for (let at = 0; at < seats.length; at += ROWS_AT_ONCE) {
      const rows = seats
        .slice(at, at + ROWS_AT_ONCE)
        .map(({ participant, seat, topic, waiting, waitingSince }) => ({ board, participant, seat, topic, waiting, waiting_since: waitingSince }));
      await on
        .insertInto('market_seats')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['board', 'participant', 'seat']).doUpdateSet((row) => ({
            topic: row.ref('excluded.topic'),
            waiting: row.ref('excluded.waiting'),
            waiting_since: row.ref('excluded.waiting_since'),
          })),
        )
        .execute();
    }
  };
  const keepGroups = async (on: Kysely<PlaceTables>, board: string, groups: readonly MadeGroup[], from: number): Promise<void> => {
    for (const [at, { topic, title, group, groupBoard, card, harvest }] of groups.entries()) {
      const row = { board, topic, position: from + at, title, group_id: group, group_board: groupBoard, card, harvest };
      await on.insertInto('market_groups').values(row).execute();
    }
  };
  const planIn = (on: Kysely<PlaceTables>, board: string) => on.selectFrom('market_plans').selectAll().where('board', '=', board).executeTakeFirst();

  return sayingUnavailable<PlaceStore>({
    async plan(board) {
      const row = await planIn(db, board);
      return row && planOf(row);
    },
    groups: async (board) => (await db.selectFrom('market_groups').selectAll().where('board', '=', board).orderBy('position').execute()).map(groupOf),
    seats: async (board) =>
      (await db.selectFrom('market_seats').selectAll().where('board', '=', board).orderBy('participant').orderBy('seat').execute()).map(seatOf),

    begin: ({ board, rules, template, at }, groups, seats) =>
      db.transaction().execute(async (step) => {
        const known = await step.selectFrom('log_board').select('board').where('board', '=', board).executeTakeFirst();
        if (!known) throw new UnknownBoard(board);
        if (await planIn(step, board)) return false;
        await step
          .insertInto('market_plans')
          .values({ board, rules: JSON.stringify(rules), template, state: 'begun', at })
          .execute();
        await keepGroups(step, board, groups, 0);
        await keepSeats(step, board, seats);
        return true;
      }),

    add: (board, group, seats) =>
      db.transaction().execute(async (step) => {
        const groups = await step.selectFrom('market_groups').select(['topic', 'position']).where('board', '=', board).execute();
        if (groups.some(({ topic }) => topic === group.topic)) return false;
        await keepGroups(step, board, [group], Math.max(-1, ...groups.map(({ position }) => position)) + 1);
        await keepSeats(step, board, seats);
        await step.updateTable('market_plans').set({ state: 'begun' }).where('board', '=', board).execute();
        return true;
      }),

    async finish(board) {
      await db.updateTable('market_plans').set({ state: 'done' }).where('board', '=', board).execute();
    },
    async putSeats(board, seats) {
      await db.transaction().execute((step) => keepSeats(step, board, seats));
    },
  });
}
