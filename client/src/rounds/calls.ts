// Rounds over the API.
import type * as wire from '@masa/shared/wire';
import { call, type Reply } from '../session/api.ts';

const pathOf = (boardId: string, round: string, rest = ''): string =>
  `/api/boards/${encodeURIComponent(boardId)}/rounds/${encodeURIComponent(round)}${rest}`;

export interface RoundCalls {
  read(boardId: string, round: string): Promise<Reply<wire.RoundReply>>;
  put(boardId: string, round: string, answer: wire.AnswerRequest): Promise<Reply<wire.RoundReply>>;
  withdraw(boardId: string, round: string, of: wire.WithdrawRequest): Promise<Reply<wire.RoundReply>>;
}

export const roundCalls: RoundCalls = {
  read: (boardId, round) => call(pathOf(boardId, round)),
  put: (boardId, round, answer) => call(pathOf(boardId, round, '/answers'), { method: 'POST', body: answer }),
  withdraw: (boardId, round, of) => call(pathOf(boardId, round, '/withdrawals'), { method: 'POST', body: of }),
};
