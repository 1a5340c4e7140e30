// Templates a workshop made for itself. A version is never changed once it is there: boards pin it.
import type { Kysely, Migration } from 'kysely';

async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('workshop_templates')
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshops.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('template', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('workshop_templates_key', ['workshop_id', 'id', 'version'])
    .execute();
}

export const templates: Migration = { up };
