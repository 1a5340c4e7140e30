// Requests and responses of the HTTP API: the one source of validation, of types and of the OpenAPI file. The client imports the
// types only, so that zod stays out of its first load. Which path takes which of them stands in routes.ts; what is on boards, in contents.ts.
import { z } from 'zod';
import { CURRENCIES } from '../core/index.ts';
import { AUTHORSHIPS } from '../workshop/index.ts';
import { code, groupNumber, id, instant, language, line, password, personName, seats, timeZone, wantedLine } from './httpParts.ts';

export const WORKSHOP_STATES = ['open', 'frozen', 'closed'] as const;
export const BOARD_STATES = ['open', 'frozen'] as const;
export const LINK_ROLES = ['facilitator', 'observer'] as const;
export const ROLES = ['organiser', 'facilitator', 'observer', 'participant'] as const;

// ---- errors

export const apiError = z.object({
  error: z.object({
    code: z.string().describe('Stable, for programs'),
    message: z.string().describe('A sentence in the language of the request: what happened, what is safe, what to do'),
    fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    retryAfterMs: z.number().optional(),
  }),
});

export const done = z.object({ ok: z.literal(true) });
export const created = z.object({ id });

// ---- this server, sessions

export const instance = z.object({
  setUp: z.boolean().describe('False until somebody has opened the set-up link'),
  version: z.string(),
  serverTime: instant,
});

export const setupRequest = z.object({ key: z.string().max(200), name: personName, password });
export const sessionRequest = z.object({ name: z.string().max(400), password: z.string().max(1_000) });
export const sessionResponse = z.object({ token: z.string().describe('Opaque; as cookie, as Authorization: Bearer, or as ?token= on sockets') });

export const participant = z.object({
  id,
  name: z.string(),
  library: z.string(),
  region: z.string(),
  language,
  seats: z.number(),
  groupId: id.nullable(),
});

export const me = z.object({
  role: z.enum(ROLES),
  id: z.string().describe('Who this is on boards: participant id, or the id of the account or link session'),
  name: z.string(),
  workshopId: id.nullable().describe('Null for organisers, who have many'),
  participant: participant.nullable(),
  csrf: z.string().describe('Send it as x-masa-csrf with every unsafe request that is signed in by cookie'),
  serverTime: instant,
});

export const meChange = z.object({ name: personName, library: line('Library'), region: line('Region'), language, seats }).partial();

export const ticketResponse = z.object({ ticket: z.string().describe('For ?token= on sockets'), expiresAt: instant });

// ---- workshops, groups, boards

export const workshopRequest = z.object({
  title: wantedLine('Title of the event'),
  language,
  currency: z.enum(CURRENCIES).optional(),
  timeZone: timeZone.optional(),
});

export const workshopCreated = z.object({ id, code: z.string().describe('Digits people type to join') });

export const workshopChange = z
  .object({
    title: wantedLine('Title of the event'),
    language,
    currency: z.enum(CURRENCIES),
    timeZone,
    state: z.enum(WORKSHOP_STATES).describe('frozen: nobody but facilitators writes; closed: frozen, and the code is dead'),
    doorLocked: z.boolean().describe('Locked: nobody joins by code; facilitators admit by hand'),
    sharesBoards: z.boolean().describe('Whether participants may read the boards of other groups'),
  })
  .partial();

export const group = z.object({
  id,
  number: z.number(),
  name: z.string(),
  targetGroup: z.string(),
  colour: z.number().int().describe('Index into the palette of table colours and patterns'),
});

export const groupRequest = z.object({
  number: groupNumber,
  name: line('Name').optional(),
  targetGroup: line('Target group assigned beforehand').optional(),
});
export const groupChange = z.object({ number: groupNumber, name: line('Name'), targetGroup: line('Target group') }).partial();

export const board = z.object({
  id,
  kind: z.string(),
  template: z.string().describe('Template with pinned version, e.g. form-a@1'),
  title: z.string(),
  groupId: id.nullable().describe('Null: shared by all groups'),
  state: z.enum(BOARD_STATES),
  stage: z.string().describe('Id of a stage of its kind; empty: the first'),
  authorship: z.enum(AUTHORSHIPS).describe('library, anonymous: the server hands out no author'),
  isReady: z.boolean().describe('Its table says that it is ready'),
  right: z.enum(['read', 'write']).describe('What you may do on it now'),
});

export const boardRequest = z.object({
  template: z.string().max(80).describe('form-a, form-b or empty (a board without cells), optionally with a version: form-a@1'),
  groupId: id.optional(),
  title: line('Title').optional(),
});

export const boardChange = z
  .object({
    title: line('Title'),
    groupId: id.nullable(),
    state: z.enum(BOARD_STATES),
    template: z.string().max(80).describe('Another view of the same cards: form-a or form-b'),
  })
  .partial();

export const workshop = z.object({
  id,
  title: z.string(),
  language,
  currency: z.enum(CURRENCIES),
  timeZone: z.string(),
  state: z.enum(WORKSHOP_STATES),
  doorLocked: z.boolean(),
  sharesBoards: z.boolean(),
  createdAt: instant,
  code: z.string().nullable().describe('Only for facilitators while the door is open'),
  joinUrl: z.string().nullable().describe('What the QR code says; only for facilitators'),
  groups: z.array(group),
  boards: z.array(board).describe('The boards you may read'),
});

export const workshopList = z.object({
  workshops: z.array(
    z.object({
      id,
      title: z.string(),
      language,
      state: z.enum(WORKSHOP_STATES),
      createdAt: instant,
      groups: z.number(),
      boards: z.number(),
      participants: z.number(),
    }),
  ),
});

export const codeResponse = z.object({ code: z.string() });

export const linkRequest = z.object({ role: z.enum(LINK_ROLES), label: line('Whom it is for').optional(), once: z.boolean().optional() });
export const linkCreated = z.object({
  id,
  token: z.string().describe('Shown once. Redeem it with POST /api/links'),
  url: z.string().describe('PUBLIC_URL/open#token; the part after # never reaches a server'),
});
export const linkList = z.object({
  links: z.array(z.object({ id, role: z.enum(LINK_ROLES), label: z.string(), once: z.boolean(), createdAt: instant, used: z.number() })),
});
export const redeemRequest = z.object({ token: z.string().max(200), name: personName.optional() });
export const redeemResponse = z.object({ token: z.string(), workshopId: id, role: z.enum(LINK_ROLES) });

// ---- joining

export const lobby = z.object({
  workshopId: id,
  title: z.string(),
  language,
  locked: z.boolean().describe('Joining needs a facilitator: ask with POST /api/join/claims'),
  groups: z.array(
    group.extend({
      seats: z.number().describe('Seats taken'),
      isFormed: z.boolean().describe('Formed on a marketplace: people walk over to it there, nobody chooses it at the door'),
    }),
  ),
  libraries: z.array(z.string()),
  regions: z.array(z.string()),
  returning: participant.nullable().describe('Who this device already is here'),
});

export const joinRequest = z.object({
  code,
  name: personName,
  library: line('Library'),
  region: line('Region'),
  language,
  seats,
  groupId: id.optional().describe('For whoever sits nowhere yet'),
  isSomebodyElse: z.boolean().optional().describe('A participant of their own, whoever joined at this device before'),
});
export const joinResponse = z.object({ token: z.string(), participantId: id, workshopId: id });

export const claimCreated = z.object({ id, secret: z.string().describe('Ask with it whether a facilitator has decided') });
export const claimRequest = z.object({ secret: z.string().max(200) });
export const claimState = z.object({
  state: z.enum(['waiting', 'approved', 'refused']),
  token: z.string().optional(),
  participantId: id.optional(),
  workshopId: id.optional(),
});
export const claimList = z.object({
  claims: z.array(
    z.object({
      id,
      name: z.string(),
      library: z.string(),
      region: z.string(),
      seats: z.number(),
      groupId: id.nullable(),
      at: instant,
      candidates: z.array(participant).describe('Participants of the same name'),
    }),
  ),
});
export const claimDecision = z.object({
  approve: z.boolean(),
  participantId: id.optional().describe('Who the person is; absent = admitted as a new participant'),
});

export const participantList = z.object({ participants: z.array(participant.extend({ online: z.boolean(), joinedAt: instant })) });
export const participantChange = z.object({ groupId: id.nullable(), name: personName, seats }).partial();

// ---- types

export type ApiError = z.infer<typeof apiError>;
export type Instance = z.infer<typeof instance>;
export type Me = z.infer<typeof me>;
export type Participant = z.infer<typeof participant>;
export type SetupRequest = z.infer<typeof setupRequest>;
export type SessionRequest = z.infer<typeof sessionRequest>;
export type WorkshopRequest = z.infer<typeof workshopRequest>;
export type WorkshopChange = z.infer<typeof workshopChange>;
export type Workshop = z.infer<typeof workshop>;
export type WorkshopList = z.infer<typeof workshopList>;
export type Group = z.infer<typeof group>;
export type GroupRequest = z.infer<typeof groupRequest>;
export type GroupChange = z.infer<typeof groupChange>;
export type Board = z.infer<typeof board>;
export type BoardRequest = z.infer<typeof boardRequest>;
export type BoardChange = z.infer<typeof boardChange>;
export type LinkRequest = z.infer<typeof linkRequest>;
export type LinkCreated = z.infer<typeof linkCreated>;
export type LinkList = z.infer<typeof linkList>;
export type Lobby = z.infer<typeof lobby>;
export type JoinRequest = z.infer<typeof joinRequest>;
export type JoinResponse = z.infer<typeof joinResponse>;
export type ClaimState = z.infer<typeof claimState>;
export type ClaimList = z.infer<typeof claimList>;
export type ParticipantList = z.infer<typeof participantList>;
