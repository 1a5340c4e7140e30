// Stages, authorship and readiness of a board, over HTTP.
import type { Stages } from '../stages/stages.ts';
import type { Handlers } from './call.ts';

type Names = 'readStage' | 'setStage' | 'setAuthorship' | 'setReady';

export const createStageHandlers = ({ stages }: { readonly stages: Stages }): Handlers<Names> => ({
  readStage: ({ caller, params }) => stages.read(caller, params.id),
  async setStage({ caller, params, body }) {
    await stages.set(caller, params.id, body.stage);
    return stages.read(caller, params.id);
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
