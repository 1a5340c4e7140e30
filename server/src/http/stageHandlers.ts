// Stages, authorship and readiness of a board, over HTTP.
import type { Stages } from '../stages/stages.ts';
import type { Handlers } from './call.ts';

type Names = 'readStage' | 'setStage' | 'setAuthorship' | 'setReady';

export const createStageHandlers = ({ stages }: { readonly stages: Stages }): Handlers<Names> => ({
  readStage: ({ caller, params }) => stages.read(caller, params.id),
  async setStage({ caller, params, body }) {
    const left = await stages.set(caller, params.id, body.stage);
    return { ...(await stages.read(caller, params.id)), left };
  },
  async setAuthorship({ caller, params, body }) {
    await stages.setAuthorship(caller, params.id, body.authorship);
    return { ok: true };
  },
  async setReady({ caller, params, body }) {
    await stages.setReady(caller, params.id, body.isReady);
    return { ok: true };
  },
});
