// Cards on their way from board to board, over the API.
import type { Language } from '@masa/shared/core';
import type * as wire from '@masa/shared/wire';
import { call, type Reply } from './api.ts';

const part = encodeURIComponent;

/** What is asked for of the cards that can be carried. */
export interface CardQuery {
  /** Absent: all boards, where something is searched for. */
  readonly board?: string;
  readonly search?: string;
  readonly page?: number;
}

export const thread = {
  /** Boards of a workshop this person may read, and a page of what can be carried from them. */
  list(workshopId: string, { board, search, page }: CardQuery, language: Language): Promise<Reply<wire.CardList>> {
    const query = new URLSearchParams({
      language,
      ...(board === undefined ? {} : { board }),
      ...(search === undefined || search === '' ? {} : { search }),
      ...(page === undefined ? {} : { page: String(page) }),
    });
    return call(`/api/workshops/${part(workshopId)}/cards?${query.toString()}`);
  },
  carry: (boardId: string, body: wire.CarryRequest): Promise<Reply<wire.CarryResponse>> =>
    call(`/api/boards/${part(boardId)}/carry`, { method: 'POST', body }),
  follow: (boardId: string, objectId: string, language: Language): Promise<Reply<wire.Thread>> =>
    call(`/api/boards/${part(boardId)}/objects/${part(objectId)}/thread?language=${language}`),
} as const;
