// The rows of the table of routes that are about cards on their way from board to board.
import { route } from './route.ts';
import * as wire from './thread.ts';

export const THREAD_ROUTES = {
  carryCards: route({
    method: 'post',
    path: '/api/boards/{id}/carry',
    summary: 'Carries cards of this board to another: new cards there that know where they came from',
    access: 'object',
    body: wire.carryRequest,
    status: 201,
    response: wire.carryResponse,
  }),
  readThread: route({
    method: 'get',
    path: '/api/boards/{id}/objects/{objectId}/thread',
    summary: 'What a card came from and what came from it, over all boards',
    access: 'object',
    query: wire.threadQuery,
    status: 200,
    response: wire.thread,
  }),
  listCards: route({
    method: 'get',
    path: '/api/workshops/{id}/cards',
    summary: 'Boards of a workshop and what can be carried from them',
    access: 'object',
    query: wire.cardListQuery,
    status: 200,
    response: wire.cardList,
  }),
} as const;
