// Workshops, groups, boards, people, doors, sessions. Column types are those SQLite and PostgreSQL share.
import type { Kysely, Migration } from 'kysely';

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  const text = 'text';
  const instant = 'bigint';
  await schema
    .createTable('settings')
    .addColumn('name', text, (column) => column.primaryKey())
    .addColumn('value', text, (column) => column.notNull())
    .execute();
  await schema
    .createTable('accounts')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('name_key', text, (column) => column.notNull().unique())
    .addColumn('password', text, (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .execute();
  await schema
    .createTable('workshops')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('owner_id', text, (column) => column.notNull().references('accounts.id'))
    .addColumn('title', text, (column) => column.notNull())
    .addColumn('language', text, (column) => column.notNull())
    .addColumn('currency', text, (column) => column.notNull())
    .addColumn('time_zone', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('code', text, (column) => column.unique())
    .addColumn('door_locked', 'integer', (column) => column.notNull())
    .addColumn('shares_boards', 'integer', (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .execute();
  await schema
    .createTable('workshop_groups')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('workshop_id', text, (column) => column.notNull().references('workshops.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('target_group', text, (column) => column.notNull())
    .addColumn('colour', 'integer', (column) => column.notNull())
    .addUniqueConstraint('one_group_per_number', ['workshop_id', 'number'])
    .execute();
  await schema
    .createTable('workshop_boards')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('workshop_id', text, (column) => column.notNull().references('workshops.id'))
    .addColumn('group_id', text, (column) => column.references('workshop_groups.id'))
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('template', text, (column) => column.notNull())
    .addColumn('title', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('removed_at', instant)
    .execute();
  await schema
    .createTable('participants')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('workshop_id', text, (column) => column.notNull().references('workshops.id'))
    .addColumn('group_id', text, (column) => column.references('workshop_groups.id'))
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('library', text, (column) => column.notNull())
    .addColumn('region', text, (column) => column.notNull())
    .addColumn('language', text, (column) => column.notNull())
    .addColumn('seats', 'integer', (column) => column.notNull())
    .addColumn('joined_at', instant, (column) => column.notNull())
    .addColumn('removed_at', instant)
    .execute();
  await schema
    .createTable('links')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('workshop_id', text, (column) => column.notNull().references('workshops.id'))
    .addColumn('role', text, (column) => column.notNull())
    .addColumn('label', text, (column) => column.notNull())
    .addColumn('secret_hash', text, (column) => column.notNull().unique())
    .addColumn('once', 'integer', (column) => column.notNull())
    .addColumn('used', 'integer', (column) => column.notNull())
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('revoked_at', instant)
    .execute();
  await schema
    .createTable('claims')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('workshop_id', text, (column) => column.notNull().references('workshops.id'))
    .addColumn('secret_hash', text, (column) => column.notNull())
    .addColumn('person', text, (column) => column.notNull())
    .addColumn('at', instant, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('participant_id', text)
    .execute();
  await schema
    .createTable('late_contributions')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('workshop_id', text, (column) => column.notNull().references('workshops.id'))
    .addColumn('board_id', text, (column) => column.notNull().references('workshop_boards.id'))
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('at', instant, (column) => column.notNull())
    .addColumn('cards', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .execute();
  await schema
    .createTable('sessions')
    .addColumn('token_hash', text, (column) => column.primaryKey())
    .addColumn('role', text, (column) => column.notNull())
    .addColumn('subject_id', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('workshop_id', text)
    .addColumn('link_id', text)
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('expires_at', instant, (column) => column.notNull())
    .execute();
  for (const [table, column] of [
    ['workshop_boards', 'workshop_id'],
    ['participants', 'workshop_id'],
    ['links', 'workshop_id'],
    ['claims', 'workshop_id'],
    ['late_contributions', 'workshop_id'],
    ['sessions', 'subject_id'],
    ['sessions', 'link_id'],
  ] as const) {
    await schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
  }
}

export const workshops: Migration = { up };
