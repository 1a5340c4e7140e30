// The rows of the table of routes that are about the stage a board is in, whose names it shows, and whether its table is ready.
import { done } from './http.ts';
import { route } from './route.ts';
import * as stages from './stages.ts';

export const STAGE_ROUTES = {
  readStage: route({
    method: 'get',
    path: '/api/boards/{id}/stage',
    summary: 'The present stage of a board, and how many are writing by themselves',
    access: 'object',
    status: 200,
    response: stages.boardStage,
  }),
  setStage: route({
    method: 'post',
    path: '/api/boards/{id}/stage',
    summary: 'Moves a board to another stage; leaving one of private writing puts all drafts on the board',
    access: 'object',
    body: stages.stageRequest,
    status: 200,
    response: stages.boardStage,
  }),
  setAuthorship: route({
    method: 'post',
    path: '/api/boards/{id}/authorship',
    summary: 'Whose names the cards carry; only while nothing has been written',
    access: 'object',
    body: stages.authorshipRequest,
    status: 200,
    response: done,
  }),
  setReady: route({
    method: 'post',
    path: '/api/boards/{id}/ready',
    summary: 'The table says that it is ready, or takes it back',
    access: 'object',
    body: stages.readyRequest,
    status: 200,
    response: done,
  }),
};
