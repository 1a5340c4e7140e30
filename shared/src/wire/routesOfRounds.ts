// The rows of the table of routes that are about rounds: what each seat answers by itself.

import { answerRequest, roundReply, withdrawRequest } from './rounds.ts';
import { route } from './route.ts';

export const ROUND_ROUTES = {
  readRound: route({
    method: 'get',
    path: '/api/boards/{id}/rounds/{round}',
    summary: 'Your own answers, how many seats have answered, and everybody’s answers once they are shown',
    access: 'object',
    status: 200,
    response: roundReply,
  }),
  putAnswer: route({
    method: 'post',
    path: '/api/boards/{id}/rounds/{round}/answers',
    summary: 'What one seat answers about one object; replaces what it answered before',
    access: 'object',
    body: answerRequest,
    status: 200,
    response: roundReply,
  }),
  withdrawAnswer: route({
    method: 'post',
    path: '/api/boards/{id}/rounds/{round}/withdrawals',
    summary: 'Takes an answer of one seat back',
    access: 'object',
    body: withdrawRequest,
    status: 200,
    response: roundReply,
  }),
} as const;
