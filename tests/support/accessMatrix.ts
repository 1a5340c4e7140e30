// The table of access: for each route how it is asked, and what each kind of caller gets. Status codes, not words: 200 stands for
// whatever the route's success is, 401 not signed in, 403 known but not theirs, 404 as if it were not there.
import type { RouteName } from '@masa/shared/wire';
import { USUAL_RULES } from '@masa/shared/workshop';
import { person } from './masa.ts';
import { ownTemplate } from './ownTemplate.ts';
import { blackPng } from './pictures.ts';

export const CALLERS = [
  'nobody',
  'expired',
  'otherOrganiser',
  'otherParticipant',
  'otherGroup',
  'ownGroup',
  'observer',
  'facilitator',
  'organiser',
] as const;
export type CallerName = (typeof CALLERS)[number];

/** Ids the paths and bodies name; made anew for each caller, because some routes take things away. */
export interface Things {
  readonly workshop: string;
  readonly code: string;
  readonly group: string;
  readonly emptyGroup: string;
  readonly board: string;
  readonly frozenBoard: string;
  readonly participant: string;
  readonly link: string;
  readonly linkToken: string;
  readonly claim: string;
  readonly claimSecret: string;
  readonly late: string;
  readonly picture: string;
  readonly version: string;
}

export interface Ask {
  readonly path: (things: Things) => string;
  readonly body?: (things: Things) => unknown;
  /** In the order of CALLERS. */
  readonly expected: readonly number[];
}

const OK = 200;
const open = [OK, OK, OK, OK, OK, OK, OK, OK, OK];
/** Any valid token. */
const any = [401, 401, OK, OK, OK, OK, OK, OK, OK];
/** Whoever belongs to the workshop. */
const members = [401, 401, 404, 404, OK, OK, OK, OK, OK];
/** Facilitators and the organiser; others of the workshop are told that they may not. */
const staff = [401, 401, 404, 404, 403, 403, 403, OK, OK];
/** Reading a board of the own group. */
const reads = [401, 401, 404, 404, 404, OK, OK, OK, OK];

/**
 * Versions tell who did what, and hold what was taken off a board again: they are the table's own and the staff's. Those who only watch
 * learn no names, and a table that shows its board to others does not show its drafts. Who sits at the table may bring a version back
 * while it is open: nothing is lost by it, it stands in the list under their name, and the version before it takes it back; at a table
 * without a facilitator nearby nobody else could help.
 */
const ownHistory = [401, 401, 404, 404, 404, OK, 403, OK, OK];

/** Whoever runs the workshop; who may not even read the board is told of none. */
const staffOnBoard = [401, 401, 404, 404, 404, 403, 403, OK, OK];

/** Forming groups on a board that is no marketplace: only whoever may form them hears that there is nothing to form. */
const noMarket = [401, 401, 404, 404, 404, 403, 403, 404, 404];

const in_ = (rest: string) => (things: Things) => `/api/workshops/${things.workshop}${rest}`;

export const MATRIX: Readonly<Record<RouteName, Ask>> = {
  readInstance: { path: () => '/api/instance', expected: open },
  setUp: { path: () => '/api/setup', body: () => ({ key: 'x'.repeat(20), name: 'Друг', password: 'long enough 123' }), expected: Array(9).fill(409) },
  signIn: { path: () => '/api/sessions', body: () => ({ name: 'Никой', password: 'wrong password' }), expected: Array(9).fill(401) },
  signOut: { path: () => '/api/sessions/current', expected: any },
  readMe: { path: () => '/api/me', expected: any },
  changeMe: { path: () => '/api/me', body: () => ({ seats: 2 }), expected: [401, 401, 403, OK, OK, OK, 403, 403, 403] },
  createTicket: { path: () => '/api/tickets', expected: any },
  listWorkshops: { path: () => '/api/workshops', expected: any },
  createWorkshop: {
    path: () => '/api/workshops',
    body: () => ({ title: 'Нова', language: 'bg' }),
    expected: [401, 401, OK, 403, 403, 403, 403, 403, OK],
  },
  readWorkshop: { path: in_(''), expected: members },
  changeWorkshop: { path: in_(''), body: () => ({ title: 'Друго име' }), expected: staff },
  renewCode: { path: in_('/code'), expected: staff },
  readQr: { path: in_('/qr.svg'), expected: staff },
  createGroup: { path: in_('/groups'), body: () => ({ number: 77 }), expected: staff },
  changeGroup: { path: (things) => in_(`/groups/${things.group}`)(things), body: () => ({ name: 'Звезда' }), expected: staff },
  deleteGroup: { path: (things) => in_(`/groups/${things.emptyGroup}`)(things), expected: staff },
  createBoard: { path: in_('/boards'), body: () => ({ template: 'form-a' }), expected: staff },
  changeBoard: { path: (things) => in_(`/boards/${things.board}`)(things), body: () => ({ title: 'Лист' }), expected: staff },
  deleteBoard: { path: (things) => in_(`/boards/${things.board}`)(things), expected: staff },
  listParticipants: { path: in_('/participants'), expected: staff },
  changeParticipant: { path: (things) => in_(`/participants/${things.participant}`)(things), body: () => ({ seats: 3 }), expected: staff },
  removeParticipant: { path: (things) => in_(`/participants/${things.participant}`)(things), expected: staff },
  createLink: { path: in_('/links'), body: () => ({ role: 'observer' }), expected: staff },
  listLinks: { path: in_('/links'), expected: staff },
  revokeLink: { path: (things) => in_(`/links/${things.link}`)(things), expected: staff },
  redeemLink: { path: () => '/api/links', body: (things) => ({ token: things.linkToken }), expected: open },
  readLobby: { path: (things) => `/api/join/${things.code}`, expected: open },
  join: { path: () => '/api/join', body: (things) => person({ code: things.code }), expected: open },
  createClaim: { path: () => '/api/join/claims', body: (things) => person({ code: things.code }), expected: open },
  readClaim: { path: (things) => `/api/join/claims/${things.claim}`, body: (things) => ({ secret: things.claimSecret }), expected: open },
  listClaims: { path: in_('/claims'), expected: staff },
  decideClaim: { path: (things) => in_(`/claims/${things.claim}`)(things), body: () => ({ approve: false }), expected: staff },
  readBoard: { path: (things) => `/api/boards/${things.board}`, expected: reads },
  addCards: {
    path: (things) => `/api/boards/${things.board}/cards`,
    body: () => ({ cells: [{ id: 'needs', cards: [{ text: 'Топло място' }] }] }),
    expected: [401, 401, 404, 404, 404, OK, 403, OK, OK],
  },
  exportMarkdown: { path: (things) => `/api/boards/${things.board}/export.md`, expected: [401, 401, 404, 404, 404, OK, 403, OK, OK] },
  exportCsv: { path: (things) => `/api/boards/${things.board}/export.csv`, expected: [401, 401, 404, 404, 404, OK, 403, OK, OK] },
  exportJson: { path: (things) => `/api/boards/${things.board}/export.json`, expected: [401, 401, 404, 404, 404, OK, 403, OK, OK] },
  addPicture: {
    path: (things) => `/api/boards/${things.board}/pictures`,
    body: () => blackPng(),
    expected: [401, 401, 404, 404, 404, OK, 403, OK, OK],
  },
  readPicture: { path: (things) => `/api/boards/${things.board}/pictures/${things.picture}`, expected: reads },
  listTemplates: { path: in_('/templates'), expected: staff },
  saveTemplate: { path: in_('/templates'), body: () => ({ template: ownTemplate() }), expected: staff },
  readBoardTemplate: { path: (things) => `/api/boards/${things.board}/template`, expected: reads },
  previewTemplate: { path: (things) => in_(`/boards/${things.board}/preview?template=form-b`)(things), expected: staff },
  readStage: { path: (things) => `/api/boards/${things.board}/stage`, expected: reads },
  setStage: { path: (things) => `/api/boards/${things.board}/stage`, body: () => ({ stage: 'together' }), expected: staffOnBoard },
  setAuthorship: { path: (things) => `/api/boards/${things.board}/authorship`, body: () => ({ authorship: 'named' }), expected: staffOnBoard },
  setReady: { path: (things) => `/api/boards/${things.board}/ready`, body: () => ({ isReady: true }), expected: ownHistory },
  listVersions: { path: (things) => `/api/boards/${things.board}/versions`, expected: ownHistory },
  nameVersion: { path: (things) => `/api/boards/${things.board}/versions`, body: () => ({ title: 'Преди обяда' }), expected: ownHistory },
  readVersion: { path: (things) => `/api/boards/${things.board}/versions/${things.version}`, expected: ownHistory },
  restoreVersion: { path: (things) => `/api/boards/${things.board}/versions/${things.version}/restore`, expected: ownHistory },
  // This board's kind has no rounds; those of one that has are walked in rounds.test.ts.
  readRound: { path: (things) => `/api/boards/${things.board}/rounds/rate`, expected: [401, 401, 404, 404, 404, 404, 404, 404, 404] },
  putAnswer: {
    path: (things) => `/api/boards/${things.board}/rounds/rate/answers`,
    body: () => ({ object: 'x', seat: 1, value: 3 }),
    expected: [401, 401, 404, 404, 404, 404, 403, 403, 403],
  },
  withdrawAnswer: {
    path: (things) => `/api/boards/${things.board}/rounds/rate/withdrawals`,
    body: () => ({ object: 'x', seat: 1 }),
    expected: [401, 401, 404, 404, 404, 404, 403, 403, 403],
  },
  // This board is no marketplace; those that are one are walked in market.test.ts.
  readPlaces: { path: (things) => `/api/boards/${things.board}/places`, expected: [401, 401, 404, 404, 404, 404, 404, 404, 404] },
  proposeGroups: { path: (things) => `/api/boards/${things.board}/places/proposal`, body: () => ({ rules: USUAL_RULES }), expected: noMarket },
  publishGroups: {
    path: (things) => `/api/boards/${things.board}/places/publication`,
    body: () => ({ rules: USUAL_RULES, groups: [{ topic: 'x', members: [] }], unplaced: [] }),
    expected: noMarket,
  },
  walkOver: {
    path: (things) => `/api/boards/${things.board}/places/walks`,
    body: () => ({ seat: 1, topic: null }),
    expected: [401, 401, 404, 404, 404, 404, 403, 404, 404],
  },
  settleLonely: {
    path: (things) => `/api/boards/${things.board}/places/lonely`,
    body: () => ({ what: 'park', topic: 'x', promise: 'Догодина' }),
    expected: noMarket,
  },
  addLate: {
    path: (things) => `/api/boards/${things.frozenBoard}/late`,
    body: () => ({ cards: [{ address: 'needs', text: 'Закъснях' }] }),
    expected: [401, 401, 404, 404, 404, OK, 403, 403, 403],
  },
  listLate: { path: in_('/late'), expected: staff },
  decideLate: { path: (things) => in_(`/late/${things.late}`)(things), body: () => ({ accept: false }), expected: staff },
  parseSheets: { path: () => '/api/sheets/parse', body: () => ({ text: 'Услуга: Роботилница' }), expected: [401, 401, OK, OK, OK, OK, 403, OK, OK] },
  // Onto a board that is closed for its own table too; who may write there hears that there is no such card (thread.test.ts carries real ones).
  carryCards: {
    path: (things) => `/api/boards/${things.board}/carry`,
    body: (things) => ({ cards: [{ id: 'none' }], to: things.frozenBoard }),
    expected: [401, 401, 404, 404, 404, 403, 403, 400, 400],
  },
  readThread: { path: (things) => `/api/boards/${things.board}/objects/none/thread`, expected: [401, 401, 404, 404, 404, 404, 404, 404, 404] },
  listCards: { path: in_('/cards'), expected: members },
  readReport: { path: in_('/report.md'), expected: staff },
};
