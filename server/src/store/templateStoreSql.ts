// Templates of workshops in an SQL table, for SQLite and PostgreSQL alike.
import type { Template } from '@masa/shared/board';
import type { Kysely, Selectable } from 'kysely';
import type { KeptTemplate, TemplateStore } from './templateStore.ts';
import { sayingUnavailable } from './worldFaults.ts';

// A type, not an interface: the query builder wants an index signature.
export type TemplateTables = {
  workshop_templates: { workshop_id: string; id: string; version: number; at: number; template: string };
};

const keptOf = (row: Pick<Selectable<TemplateTables['workshop_templates']>, 'template' | 'at'>): KeptTemplate => ({
  template: JSON.parse(row.template) as Template,
  at: Number(row.at),
});

export const createTemplateStore = (db: Kysely<TemplateTables>): TemplateStore =>
  sayingUnavailable<TemplateStore>({
    async add(workshopId, template, at) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('workshop_templates')
        .values({ workshop_id: workshopId, id: template.id, version: template.version, at, template: JSON.stringify(template) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    },
    async read(workshopId, id, version) {
      const row = await db
        .selectFrom('workshop_templates')
        .select(['template', 'at'])
        .where('workshop_id', '=', workshopId)
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      return row && keptOf(row);
    },
    async newest(workshopId) {
      const rows = await db
        .selectFrom('workshop_templates as one')
        .select(['template', 'at'])
        .where('workshop_id', '=', workshopId)
        .where((each) =>
          each(
            'version',
            '=',
            each
              .selectFrom('workshop_templates as other')
              .select(({ fn }) => fn.max('other.version').as('newest'))
              .whereRef('other.workshop_id', '=', 'one.workshop_id')
              .whereRef('other.id', '=', 'one.id'),
          ),
        )
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(keptOf);
    },
  });
