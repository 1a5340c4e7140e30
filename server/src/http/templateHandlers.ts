// Templates a workshop makes for itself, over HTTP.
import type { Template } from '@masa/shared/board';
import type { ownTemplate, template } from '@masa/shared/wire';
import type { z } from 'zod';
import type { Templates } from '../templates/templates.ts';
import type { Handlers } from './call.ts';

type Names = 'listTemplates' | 'saveTemplate' | 'readBoardTemplate' | 'previewTemplate';

export const createTemplateHandlers = ({ templates }: { readonly templates: Templates }): Handlers<Names> => ({
  listTemplates: async ({ caller, params }) => ({
    templates: (await templates.list(caller, params.id)).map(({ template, at, boards }) => ({
      id: template.id,
      version: template.version,
      at,
      boards,
      template: plain(template),
    })),
  }),
  async saveTemplate({ caller, params, body }) {
    const { ref, warnings } = await templates.save(caller, params.id, sent(body.template), body.id, body.drawnOf);
    return { ref, warnings: warnings.map(({ code, path }) => ({ code, path })) };
  },
  readBoardTemplate: async ({ caller, params }) => plain(await templates.ofBoard(caller, params.id)),
  async previewTemplate({ caller, params, query }) {
    const { orphans, ...rest } = await templates.preview(caller, params.id, params.boardId, query.template);
    return { ...rest, orphans: [...orphans] };
  },
});

type Reply = z.input<typeof template>;

/** A reply of its own: what is kept is never changed. */
const plain = (kept: Template): Reply => structuredClone(kept) as unknown as Reply;

/** What was sent, without the parts that were not: JSON knows no `undefined`. */
const sent = (body: z.output<typeof ownTemplate>): Omit<Template, 'id' | 'version'> =>
  JSON.parse(JSON.stringify(body)) as Omit<Template, 'id' | 'version'>;
