// Workshops, people and doors in SQL tables, for SQLite and PostgreSQL alike. Rows become the model's own types here and nowhere else.
// Longer than 250 lines: one method a question, each a single statement.
import { type Currency, cleanLine, createId, type Language } from '@masa/shared/core';
import type { Board, Group, Participant, Workshop } from '@masa/shared/workshop';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Account, Claim, Late, Link, WorkshopStore } from './workshopStore.ts';
import type { WorkshopTables } from './workshopTables.ts';
import { sayingUnavailable } from './worldFaults.ts';

type Row<T extends keyof WorkshopTables> = Selectable<WorkshopTables[T]>;

/** A password no hash equals: nobody signs in with this account. */
const NOBODY = '';

const accountOf = (row: Row<'accounts'>): Account => ({ id: row.id, name: row.name, password: row.password, createdAt: Number(row.created_at) });

const workshopOf = (row: Row<'workshops'>): Workshop => ({
  id: row.id,
  ownerId: row.owner_id,
  title: row.title,
  language: row.language as Language,
  currency: row.currency as Currency,
  timeZone: row.time_zone,
  state: row.state as Workshop['state'],
  code: row.code,
  doorLocked: row.door_locked === 1,
  sharesBoards: row.shares_boards === 1,
  createdAt: Number(row.created_at),
});

const rowOfWorkshop = (workshop: Workshop): Row<'workshops'> => ({
  id: workshop.id,
  owner_id: workshop.ownerId,
  title: workshop.title,
  language: workshop.language,
  currency: workshop.currency,
  time_zone: workshop.timeZone,
  state: workshop.state,
  code: workshop.code,
  door_locked: workshop.doorLocked ? 1 : 0,
  shares_boards: workshop.sharesBoards ? 1 : 0,
  created_at: workshop.createdAt,
});

const groupOf = (row: Row<'workshop_groups'>): Group => ({
  id: row.id,
  workshopId: row.workshop_id,
  number: row.number,
  name: row.name,
  targetGroup: row.target_group,
  colour: row.colour,
});

const boardOf = (row: Row<'workshop_boards'>): Board => ({
  id: row.id,
  workshopId: row.workshop_id,
  groupId: row.group_id,
  kind: row.kind,
  template: row.template,
  title: row.title,
  state: row.state as Board['state'],
  stage: row.stage,
  authorship: row.authorship as Board['authorship'],
  isReady: row.ready === 1,
  createdAt: Number(row.created_at),
});

const participantOf = (row: Row<'participants'>): Participant => ({
  id: row.id,
  workshopId: row.workshop_id,
  groupId: row.group_id,
  name: row.name,
  library: row.library,
  region: row.region,
  language: row.language as Language,
  seats: row.seats,
  joinedAt: Number(row.joined_at),
});

const linkOf = (row: Row<'links'>): Link => ({
  id: row.id,
  workshopId: row.workshop_id,
  role: row.role as Link['role'],
  label: row.label,
  secretHash: row.secret_hash,
  once: row.once === 1,
  used: row.used,
  createdAt: Number(row.created_at),
});

const claimOf = (row: Row<'claims'>): Claim => ({
  id: row.id,
  workshopId: row.workshop_id,
  secretHash: row.secret_hash,
  person: JSON.parse(row.person) as Claim['person'],
  at: Number(row.at),
  state: row.state as Claim['state'],
  participantId: row.participant_id,
});

const lateOf = (row: Row<'late_contributions'>): Late => ({
  id: row.id,
  workshopId: row.workshop_id,
  boardId: row.board_id,
  author: JSON.parse(row.author) as Late['author'],
  at: Number(row.at),
  cards: JSON.parse(row.cards) as Late['cards'],
});

/** Names are compared without regard to case and spaces: people do not remember how they typed them. */
const nameKey = (name: string): string => cleanLine(name).toLocaleLowerCase('und');

export function createWorkshopStore(db: Kysely<WorkshopTables>): WorkshopStore {
  const first = async <T, R>(row: Promise<T | undefined>, read: (row: T) => R): Promise<R | undefined> => {
    const found = await row;
    return found === undefined ? undefined : read(found);
  };
  const changed = (result: { readonly numAffectedRows?: bigint }): boolean => (result.numAffectedRows ?? 0n) > 0n;

  const rows: WorkshopStore = {
    async touch(at) {
      const value = String(at);
      await db
        .insertInto('settings')
        .values({ name: 'touched', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    },
    async setting(name, create) {
      await db
        .insertInto('settings')
        .values({ name, value: create() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return (await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirstOrThrow()).value;
    },

    hasAccount: async () => (await db.selectFrom('accounts').select('id').where('password', '!=', NOBODY).limit(1).executeTakeFirst()) !== undefined,
    addFirstAccount: ({ id, name, password, createdAt }) =>
      db.transaction().execute(async (step) => {
        const added = await sql`insert into accounts (id, name, name_key, password, created_at)
          select ${id}, ${name}, ${nameKey(name)}, ${password}, ${createdAt} where not exists (select 1 from accounts where password <> ${NOBODY})`.execute(
          step,
        );
        if (!changed(added)) return false;
        const ownerless = step.selectFrom('accounts').select('id').where('password', '=', NOBODY);
        await step.updateTable('workshops').set({ owner_id: id }).where('owner_id', 'in', ownerless).execute();
        return true;
      }),
    async addAccount({ id, name, password, createdAt }) {
      await db
        .insertInto('accounts')
        .values({ id, name, name_key: nameKey(name), password, created_at: createdAt })
        .execute();
    },
    async owner(createdAt) {
      const known = await db.selectFrom('accounts').selectAll().orderBy('password', 'desc').orderBy('created_at').executeTakeFirst();
      if (known) return accountOf(known);
      const account: Account = { id: createId(), name: '', password: NOBODY, createdAt };
      await this.addAccount(account);
      return account;
    },
    accountByName: (name) => first(db.selectFrom('accounts').selectAll().where('name_key', '=', nameKey(name)).executeTakeFirst(), accountOf),
    account: (id) => first(db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst(), accountOf),

    addWorkshop: async (workshop) => void (await db.insertInto('workshops').values(rowOfWorkshop(workshop)).execute()),
    putWorkshop: async (workshop) => void (await db.updateTable('workshops').set(rowOfWorkshop(workshop)).where('id', '=', workshop.id).execute()),
    workshop: (id) => first(db.selectFrom('workshops').selectAll().where('id', '=', id).executeTakeFirst(), workshopOf),
    workshopByCode: (code) => first(db.selectFrom('workshops').selectAll().where('code', '=', code).executeTakeFirst(), workshopOf),
    workshopsOf: async (ownerId) =>
      (await db.selectFrom('workshops').selectAll().where('owner_id', '=', ownerId).orderBy('created_at', 'desc').execute()).map(workshopOf),
    openCodes: async () => (await db.selectFrom('workshops').select('code').where('code', 'is not', null).execute()).map((row) => row.code ?? ''),

    async putGroup({ id, workshopId, number, name, targetGroup, colour }) {
      const taken = await db
        .selectFrom('workshop_groups')
        .select('id')
        .where('workshop_id', '=', workshopId)
        .where('number', '=', number)
        .where('id', '!=', id)
        .executeTakeFirst();
      if (taken) return false;
      const values = { number, name, target_group: targetGroup, colour };
      await db
        .insertInto('workshop_groups')
        .values({ id, workshop_id: workshopId, ...values })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute();
      return true;
    },
    groups: async (workshopId) =>
      (await db.selectFrom('workshop_groups').selectAll().where('workshop_id', '=', workshopId).orderBy('number').execute()).map(groupOf),
    async removeGroup(id) {
      await db.transaction().execute(async (step) => {
        await step.updateTable('participants').set({ group_id: null }).where('group_id', '=', id).execute();
        await step.updateTable('workshop_boards').set({ group_id: null }).where('group_id', '=', id).where('removed_at', 'is not', null).execute();
        await step.deleteFrom('workshop_groups').where('id', '=', id).execute();
      });
    },

    async putBoard({ id, workshopId, groupId, kind, template, title, state, stage, authorship, isReady, createdAt }) {
      const values = { group_id: groupId, template, title, state };
      const process = { stage, authorship, ready: isReady ? 1 : 0 };
      await db
        .insertInto('workshop_boards')
        .values({ id, workshop_id: workshopId, kind, created_at: createdAt, removed_at: null, ...values, ...process })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute();
    },
    putProcess: async (id, { stage, authorship, isReady }) =>
      void (await db
        .updateTable('workshop_boards')
        .set({ stage, authorship, ready: isReady ? 1 : 0 })
        .where('id', '=', id)
        .execute()),
    async removeBoard(id, at) {
      await db.transaction().execute(async (step) => {
        // Its row stays, because other rows name it; nothing of what people wrote does.
        await step.updateTable('workshop_boards').set({ removed_at: at, title: '' }).where('id', '=', id).execute();
        await step.deleteFrom('late_contributions').where('board_id', '=', id).execute();
      });
    },
    board: (id) =>
      first(db.selectFrom('workshop_boards').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst(), boardOf),
    boards: async (workshopId) =>
      (
        await db
          .selectFrom('workshop_boards')
          .leftJoin('workshop_groups', 'workshop_groups.id', 'workshop_boards.group_id')
          .selectAll('workshop_boards')
          .where('workshop_boards.workshop_id', '=', workshopId)
          .where('removed_at', 'is', null)
          .orderBy('workshop_groups.number', (order) => order.asc().nullsLast())
          .orderBy('created_at')
          .orderBy('workshop_boards.id')
          .execute()
      ).map(boardOf),

    async putParticipant({ id, workshopId, groupId, name, library, region, language, seats, joinedAt }) {
      const values = { group_id: groupId, name, library, region, language, seats };
      await db
        .insertInto('participants')
        .values({ id, workshop_id: workshopId, joined_at: joinedAt, removed_at: null, ...values })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute();
    },
    changeParticipant: async (id, { groupId, ...to }) => {
      const values = { ...to, ...(groupId === undefined ? {} : { group_id: groupId }) };
      const there = Object.keys(values).length === 0 ? undefined : db.updateTable('participants').set(values);
      if (!there) return rows.participant(id);
      return first(there.where('id', '=', id).where('removed_at', 'is', null).returningAll().executeTakeFirst(), participantOf);
    },
    removeParticipant: async (id, at) => void (await db.updateTable('participants').set({ removed_at: at }).where('id', '=', id).execute()),
    participant: (id) =>
      first(db.selectFrom('participants').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst(), participantOf),
    participants: async (workshopId) =>
      (
        await db
          .selectFrom('participants')
          .selectAll()
          .where('workshop_id', '=', workshopId)
          .where('removed_at', 'is', null)
          .orderBy('joined_at')
          .orderBy('id')
          .execute()
      ).map(participantOf),
    leftParticipants: async (workshopId) => {
      const gone = db.selectFrom('participants').select('id').where('workshop_id', '=', workshopId).where('removed_at', 'is not', null);
      return new Set((await gone.execute()).map(({ id }) => id));
    },

    addLink: async ({ id, workshopId, role, label, secretHash, once, used, createdAt }) =>
      void (await db
        .insertInto('links')
        .values({
          id,
          workshop_id: workshopId,
          role,
          label,
          secret_hash: secretHash,
          once: once ? 1 : 0,
          used,
          created_at: createdAt,
          revoked_at: null,
        })
        .execute()),
    linkBySecret: (secretHash) =>
      first(db.selectFrom('links').selectAll().where('secret_hash', '=', secretHash).where('revoked_at', 'is', null).executeTakeFirst(), linkOf),
    links: async (workshopId) =>
      (
        await db.selectFrom('links').selectAll().where('workshop_id', '=', workshopId).where('revoked_at', 'is', null).orderBy('created_at').execute()
      ).map(linkOf),
    useLink: async (id) => {
      const result = await db
        .updateTable('links')
        .set((column) => ({ used: column('used', '+', 1) }))
        .where('id', '=', id)
        .where((where) => where.or([where('once', '=', 0), where('used', '=', 0)]))
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    revokeLink: async (id, at) => void (await db.updateTable('links').set({ revoked_at: at }).where('id', '=', id).execute()),

    addClaim: async ({ id, workshopId, secretHash, person, at, state, participantId }) =>
      void (await db
        .insertInto('claims')
        .values({ id, workshop_id: workshopId, secret_hash: secretHash, person: JSON.stringify(person), at, state, participant_id: participantId })
        .execute()),
    claim: (id) => first(db.selectFrom('claims').selectAll().where('id', '=', id).executeTakeFirst(), claimOf),
    waitingClaims: async (workshopId) =>
      (await db.selectFrom('claims').selectAll().where('workshop_id', '=', workshopId).where('state', '=', 'waiting').orderBy('at').execute()).map(
        claimOf,
      ),
    decideClaim: async (id, state, participantId) => {
      const result = await db
        .updateTable('claims')
        .set({ state, participant_id: participantId })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    addLate: async ({ id, workshopId, boardId, author, at, cards }) =>
      void (await db
        .insertInto('late_contributions')
        .values({
          id,
          workshop_id: workshopId,
          board_id: boardId,
          author: JSON.stringify(author),
          at,
          cards: JSON.stringify(cards),
          state: 'waiting',
        })
        .execute()),
    late: (id) => first(db.selectFrom('late_contributions').selectAll().where('id', '=', id).executeTakeFirst(), lateOf),
    waitingLate: async (workshopId) =>
      (
        await db
          .selectFrom('late_contributions')
          .selectAll()
          .where('workshop_id', '=', workshopId)
          .where('state', '=', 'waiting')
          .orderBy('at')
          .execute()
      ).map(lateOf),
    settleLate: async (id, state) => {
      const result = await db.updateTable('late_contributions').set({ state }).where('id', '=', id).where('state', '=', 'waiting').executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    reopenLate: async (id) => void (await db.updateTable('late_contributions').set({ state: 'waiting' }).where('id', '=', id).execute()),
  };
  return sayingUnavailable(rows);
}
