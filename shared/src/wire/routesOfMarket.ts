// The rows of the table of routes that are about the marketplace: forming groups and walking between them.
import { lonelyRequest, placesReply, proposalReply, proposalRequest, publicationRequest, walkReply, walkRequest } from './market.ts';
import { route } from './route.ts';

export const MARKET_ROUTES = {
  readPlaces: route({
    method: 'get',
    path: '/api/boards/{id}/places',
    summary: 'The groups of a marketplace, their free places, and where you are',
    access: 'object',
    status: 200,
    response: placesReply,
  }),
  proposeGroups: route({
    method: 'post',
    path: '/api/boards/{id}/places/proposal',
    summary: 'Proposes groups from what people want to work on; changes nothing',
    access: 'object',
    body: proposalRequest,
    heavy: true,
    status: 200,
    response: proposalReply,
  }),
  publishGroups: route({
    method: 'post',
    path: '/api/boards/{id}/places/publication',
    summary: 'Makes the groups with a board each, and moves people there. Asked again after an interruption, it finishes what was begun',
    access: 'object',
    body: publicationRequest,
    heavy: true,
    status: 201,
    response: placesReply,
  }),
  walkOver: route({
    method: 'post',
    path: '/api/boards/{id}/places/walks',
    summary: 'A seat goes to another group, or waits for a place there',
    access: 'object',
    body: walkRequest,
    status: 200,
    response: walkReply,
  }),
  settleLonely: route({
    method: 'post',
    path: '/api/boards/{id}/places/lonely',
    summary: 'What becomes of a topic too few chose: kept as a small group, joined with another, or parked with a promise',
    access: 'object',
    body: lonelyRequest,
    status: 200,
    response: placesReply,
  }),
} as const;
