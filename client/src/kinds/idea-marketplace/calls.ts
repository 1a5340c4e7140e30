// The marketplace's requests.
import type { LonelyRequest, PlacesReply, ProposalReply, ProposalRequest, PublicationRequest, WalkReply, WalkRequest } from '@masa/shared/wire';
import { call, type Reply } from '../../session/api.ts';

const path = (boardId: string, rest: string): string => `/api/boards/${encodeURIComponent(boardId)}${rest}`;
const post = <T>(to: string, body: unknown): Promise<Reply<T>> => call<T>(to, { method: 'POST', body });

export const marketCalls = {
  propose: (boardId: string, body: ProposalRequest) => post<ProposalReply>(path(boardId, '/places/proposal'), body),
  publish: (boardId: string, body: PublicationRequest) => post<PlacesReply>(path(boardId, '/places/publication'), body),
  readPlaces: (boardId: string) => call<PlacesReply>(path(boardId, '/places')),
  walk: (boardId: string, body: WalkRequest) => post<WalkReply>(path(boardId, '/places/walks'), body),
  settleLonely: (boardId: string, body: LonelyRequest) => post<PlacesReply>(path(boardId, '/places/lonely'), body),
} as const;
