// The thread through the boards of a workshop, over HTTP.
import type { ThreadOfBoards } from '../thread/thread.ts';
import type { Handlers } from './call.ts';

type Names = 'carryCards' | 'readThread' | 'listCards';

export const createThreadHandlers = ({ thread }: { readonly thread: ThreadOfBoards }): Handlers<Names> => ({
  carryCards: async ({ caller, params, body: { language, ...wish } }) => ({ cards: [...(await thread.carry(caller, params.id, wish, language))] }),
  readThread: ({ caller, params, query }) => thread.follow(caller, params.id, params.objectId, query.language),
  listCards: ({ caller, params, query: { board, search, page, language } }) =>
    thread.list(caller, params.id, { board, search, page: Number(page ?? 0) }, language),
});
