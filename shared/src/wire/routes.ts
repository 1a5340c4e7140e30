// The HTTP API as a table. The server binds a handler to each name, OpenAPI is drawn from it, and the tests of access walk it:
// a route that is not here does not exist.
//
// Signing in: a token travels as `Authorization: Bearer …` (other programs) or as a cookie the server sets. There are two cookies, so
// that one browser can be at a table and at the console: `masa_staff` (organiser, facilitator, observer) and `masa_seat`
// (participant). A request that wants to be the participant while both are there says `x-masa-as: seat` (or `?as=seat`). Unsafe
// requests signed in by cookie carry `x-masa-csrf` as GET /api/me gave it. Pages of the client:
// /setup#KEY · /join/CODE · /open#TOKEN (facilitator and observer links).
import type { z } from 'zod';
import * as http from './http.ts';

type Schema = z.ZodType;

export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  /** `open`: no token needed. `any`: any valid token. Otherwise what `may` is asked about the object the path names. */
  readonly access: 'open' | 'any' | 'object';
  readonly query?: Schema;
  readonly body?: Schema;
  readonly status: 200 | 201;
  /** A schema, or the media type of a response that is not JSON. */
  readonly response: Schema | string;
}

const route = <const R extends Route>(of: R): R => of;

export const ROUTES = {
  readInstance: route({ method: 'get', path: '/api/instance', summary: 'Whether this server is set up', access: 'open', status: 200, response: http.instance }),
  setUp: route({ method: 'post', path: '/api/setup', summary: 'First run: name the organiser. Works once', access: 'open', body: http.setupRequest, status: 201, response: http.sessionResponse }),
  signIn: route({ method: 'post', path: '/api/sessions', summary: 'Sign in as organiser', access: 'open', body: http.sessionRequest, status: 201, response: http.sessionResponse }),
  signOut: route({ method: 'delete', path: '/api/sessions/current', summary: 'Sign out: the token dies', access: 'any', status: 200, response: http.done }),
  readMe: route({ method: 'get', path: '/api/me', summary: 'Who the token is', access: 'any', status: 200, response: http.me }),
  changeMe: route({ method: 'patch', path: '/api/me', summary: 'A participant’s own name, library, region, language, seats', access: 'any', body: http.meChange, status: 200, response: http.me }),
  createTicket: route({ method: 'post', path: '/api/tickets', summary: 'A short-lived ticket for sockets', access: 'any', status: 201, response: http.ticketResponse }),

  listWorkshops: route({ method: 'get', path: '/api/workshops', summary: 'The workshops you run', access: 'any', status: 200, response: http.workshopList }),
  createWorkshop: route({ method: 'post', path: '/api/workshops', summary: 'A new workshop', access: 'any', body: http.workshopRequest, status: 201, response: http.workshopCreated }),
  readWorkshop: route({ method: 'get', path: '/api/workshops/{id}', summary: 'A workshop with its groups and the boards you may read', access: 'object', status: 200, response: http.workshop }),
  changeWorkshop: route({ method: 'patch', path: '/api/workshops/{id}', summary: 'Title, language, freeze, close, lock the door', access: 'object', body: http.workshopChange, status: 200, response: http.workshop }),
  renewCode: route({ method: 'post', path: '/api/workshops/{id}/code', summary: 'A new join code; the old one is dead', access: 'object', status: 201, response: http.codeResponse }),
  readQr: route({ method: 'get', path: '/api/workshops/{id}/qr.svg', summary: 'The join address as QR code', access: 'object', status: 200, response: 'image/svg+xml' }),
  createGroup: route({ method: 'post', path: '/api/workshops/{id}/groups', summary: 'A new group (table)', access: 'object', body: http.groupRequest, status: 201, response: http.created }),
  changeGroup: route({ method: 'patch', path: '/api/workshops/{id}/groups/{groupId}', summary: 'Number, name, target group', access: 'object', body: http.groupChange, status: 200, response: http.group }),
  deleteGroup: route({ method: 'delete', path: '/api/workshops/{id}/groups/{groupId}', summary: 'Deletes a group without boards; its people stay, without a group', access: 'object', status: 200, response: http.done }),
  createBoard: route({ method: 'post', path: '/api/workshops/{id}/boards', summary: 'A new board from a template', access: 'object', body: http.boardRequest, status: 201, response: http.created }),
  changeBoard: route({ method: 'patch', path: '/api/workshops/{id}/boards/{boardId}', summary: 'Title, group, freeze and open, other form', access: 'object', body: http.boardChange, status: 200, response: http.board }),
  deleteBoard: route({ method: 'delete', path: '/api/workshops/{id}/boards/{boardId}', summary: 'Takes a board away', access: 'object', status: 200, response: http.done }),
  listParticipants: route({ method: 'get', path: '/api/workshops/{id}/participants', summary: 'Who has joined', access: 'object', status: 200, response: http.participantList }),
  changeParticipant: route({ method: 'patch', path: '/api/workshops/{id}/participants/{participantId}', summary: 'Moves a participant to a group, corrects name or seats', access: 'object', body: http.participantChange, status: 200, response: http.participant }),
  removeParticipant: route({ method: 'delete', path: '/api/workshops/{id}/participants/{participantId}', summary: 'Shows a participant out; the cards stay', access: 'object', status: 200, response: http.done }),
  createLink: route({ method: 'post', path: '/api/workshops/{id}/links', summary: 'A link for a co-facilitator or an observer', access: 'object', body: http.linkRequest, status: 201, response: http.linkCreated }),
  listLinks: route({ method: 'get', path: '/api/workshops/{id}/links', summary: 'Links that work', access: 'object', status: 200, response: http.linkList }),
  revokeLink: route({ method: 'delete', path: '/api/workshops/{id}/links/{linkId}', summary: 'Kills a link and whoever came by it', access: 'object', status: 200, response: http.done }),
  redeemLink: route({ method: 'post', path: '/api/links', summary: 'Opens a link', access: 'open', body: http.redeemRequest, status: 201, response: http.redeemResponse }),

  readLobby: route({ method: 'get', path: '/api/join/{code}', summary: 'What a join code leads to', access: 'open', status: 200, response: http.lobby }),
  join: route({ method: 'post', path: '/api/join', summary: 'Joins a workshop; with the return token: the same participant again', access: 'open', body: http.joinRequest, status: 201, response: http.joinResponse }),
  createClaim: route({ method: 'post', path: '/api/join/claims', summary: '“I am …”, or asks to be let in through a locked door', access: 'open', body: http.joinRequest, status: 201, response: http.claimCreated }),
  readClaim: route({ method: 'post', path: '/api/join/claims/{claimId}', summary: 'Whether a facilitator has decided; the token once approved', access: 'open', body: http.claimRequest, status: 200, response: http.claimState }),
  listClaims: route({ method: 'get', path: '/api/workshops/{id}/claims', summary: 'Who waits at the door', access: 'object', status: 200, response: http.claimList }),
  decideClaim: route({ method: 'post', path: '/api/workshops/{id}/claims/{claimId}', summary: 'Lets somebody in, or not', access: 'object', body: http.claimDecision, status: 200, response: http.done }),

  readBoard: route({ method: 'get', path: '/api/boards/{id}', summary: 'The read model of a board', access: 'object', query: http.languageQuery, status: 200, response: http.readModel }),
  addCards: route({ method: 'post', path: '/api/boards/{id}/cards', summary: 'Puts the parsed cells of one sheet on a board', access: 'object', body: http.cardsRequest, status: 201, response: http.cardsResponse }),
  exportMarkdown: route({ method: 'get', path: '/api/boards/{id}/export.md', summary: 'The board as Markdown', access: 'object', query: http.languageQuery, status: 200, response: 'text/markdown' }),
  exportCsv: route({ method: 'get', path: '/api/boards/{id}/export.csv', summary: 'The board as CSV', access: 'object', query: http.languageQuery, status: 200, response: 'text/csv' }),
  exportJson: route({ method: 'get', path: '/api/boards/{id}/export.json', summary: 'The board as JSON, complete', access: 'object', query: http.languageQuery, status: 200, response: 'application/json' }),
  addLate: route({ method: 'post', path: '/api/boards/{id}/late', summary: 'Cards that came too late, for the facilitator', access: 'object', body: http.lateRequest, status: 201, response: http.created }),
  listLate: route({ method: 'get', path: '/api/workshops/{id}/late', summary: 'Late contributions that wait', access: 'object', status: 200, response: http.lateList }),
  decideLate: route({ method: 'post', path: '/api/workshops/{id}/late/{lateId}', summary: 'Takes a late contribution in, or dismisses it', access: 'object', body: http.lateDecision, status: 200, response: http.cardsResponse }),
  parseSheets: route({ method: 'post', path: '/api/sheets/parse', summary: 'Recognises pasted sheets of form A or B', access: 'any', body: http.parseRequest, status: 200, response: http.parseResponse }),
  readReport: route({ method: 'get', path: '/api/workshops/{id}/report.md', summary: 'The report: one block per group', access: 'object', query: http.reportQuery, status: 200, response: 'text/markdown' }),
} as const;

export type RouteName = keyof typeof ROUTES;
