// Rounds over HTTP: what seats answer by themselves.
import type { RoundReply } from '@masa/shared/wire';
import type { RoundSight, Rounds } from '../rounds/rounds.ts';
import type { Handlers } from './call.ts';

type Names = 'readRound' | 'putAnswer' | 'withdrawAnswer';

const roundReply = ({ about, own, shown, ...sight }: RoundSight): RoundReply => ({
  ...sight,
  about: [...about],
  own: [...own],
  shown: shown && [...shown],
});

export const createRoundHandlers = ({ rounds }: { readonly rounds: Rounds }): Handlers<Names> => ({
  readRound: async ({ caller, params }) => roundReply(await rounds.read(caller, params.id, params.round)),
  putAnswer: async ({ caller, params, body }) => roundReply(await rounds.put(caller, params.id, params.round, body)),
  withdrawAnswer: async ({ caller, params, body }) => roundReply(await rounds.withdraw(caller, params.id, params.round, body)),
});
