// The HTTP API as functions. Errors are values and carry the server's sentence, which is already in the viewer's language. Types come
// from the wire schemas; the schemas themselves stay on the server.
import { fail, type Language, ok, type Result } from '@masa/shared/core';
import type * as wire from '@masa/shared/wire';
import { actingAs } from './device.ts';

/** Why a request did not do what it should. */
export interface Problem {
  /** `away`: nobody answered, or not as Masa does; trying again may help. `refused`: the server said no. */
  readonly kind: 'away' | 'refused';
  readonly status: number;
  readonly code: string;
  /** The server's sentence; empty when it is away. */
  readonly message: string;
  readonly fields: readonly { readonly path: string; readonly message: string }[];
  readonly retryAfterMs?: number;
}

export type Reply<T> = Result<T, Problem>;

interface Request {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a Blob as it is. */
  readonly body?: unknown;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

const AWAY: Problem = { kind: 'away', status: 0, code: 'away', message: '', fields: [] };
const TIMEOUT_MS = 15_000;
/** A picture over a venue's crowded network; the server waits half a minute for its last byte. */
const UPLOAD_MS = 60_000;

/** The viewer's language, for the server's sentences. */
let languageOfRequests: () => Language = () => 'en';
export const speakInRequests = (language: () => Language): void => {
  languageOfRequests = language;
};

/** The CSRF word of whoever this tab acts as; fetched when first needed. */
const csrf = new Map<string, string>();
export const forgetSession = (): void => csrf.clear();

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function problemOf(status: number, body: unknown): Problem {
  const error = isObject(body) && isObject(body.error) ? body.error : undefined;
  if (!error || typeof error.code !== 'string' || typeof error.message !== 'string') return { ...AWAY, status };
  const fields = (Array.isArray(error.fields) ? error.fields : []).flatMap((field: unknown) =>
    isObject(field) && typeof field.path === 'string' && typeof field.message === 'string' ? [{ path: field.path, message: field.message }] : [],
  );
  const problem = { kind: 'refused', status, code: error.code, message: error.message, fields } as const;
  return typeof error.retryAfterMs === 'number' ? { ...problem, retryAfterMs: error.retryAfterMs } : problem;
}

async function send<T>(path: string, { method = 'GET', body, timeoutMs = TIMEOUT_MS, signal }: Request, word: string | undefined): Promise<Reply<T>> {
  const as = actingAs();
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': languageOfRequests() };
  if (body !== undefined) headers['content-type'] = body instanceof Blob ? body.type || 'application/octet-stream' : 'application/json';
  if (as) headers['x-masa-as'] = as;
  if (word) headers['x-masa-csrf'] = word;
  const tooLong = new AbortController();
  const timer = setTimeout(() => tooLong.abort(), timeoutMs);
  const onAbort = (): void => tooLong.abort();
  signal?.addEventListener('abort', onAbort);
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: tooLong.signal,
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return response.ok ? ok(answer as T) : fail(problemOf(response.status, answer));
  } catch {
    return fail(AWAY);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function csrfWord(): Promise<string | undefined> {
  const as = actingAs() ?? '';
  const known = csrf.get(as);
  if (known) return known;
  const who = await send<wire.Me>('/api/me', {}, undefined);
  if (who.ok) csrf.set(as, who.value.csrf);
  return csrf.get(as);
}

/** Sends one request; an unsafe one carries the CSRF word, and gets a second chance when the word was stale. */
export async function call<T>(path: string, request: Request = {}): Promise<Reply<T>> {
  if (!request.method || request.method === 'GET') return send<T>(path, request, undefined);
  const first = await send<T>(path, request, await csrfWord());
  if (first.ok || first.error.status !== 403 || !first.error.code.includes('csrf')) return first;
  forgetSession();
  return send<T>(path, request, await csrfWord());
}

/** One of the few requests that begin a session. Most come from nobody, so the CSRF word is fetched only when the server asks for it. */
async function begin<T>(path: string, body: unknown): Promise<Reply<T>> {
  const request = { method: 'POST', body } as const;
  let reply = await send<T>(path, request, csrf.get(actingAs() ?? ''));
  if (!reply.ok && reply.error.status === 403 && reply.error.code.includes('csrf')) {
    forgetSession();
    reply = await send<T>(path, request, await csrfWord());
  }
  if (reply.ok) forgetSession();
  return reply;
}

const part = encodeURIComponent;
const workshopPath = (id: string, rest = ''): string => `/api/workshops/${part(id)}${rest}`;
const post = <T>(path: string, body: unknown = {}): Promise<Reply<T>> => call<T>(path, { method: 'POST', body });
const patch = <T>(path: string, body: unknown): Promise<Reply<T>> => call<T>(path, { method: 'PATCH', body });
const remove = (path: string): Promise<Reply<Done>> => call<Done>(path, { method: 'DELETE' });

interface Done {
  readonly ok: true;
}
interface Created {
  readonly id: string;
}
interface Token {
  readonly token: string;
}

export const api = {
  readInstance: () => call<wire.Instance>('/api/instance'),
  setUp: (body: wire.SetupRequest) => begin<Token>('/api/setup', body),
  signIn: (body: wire.SessionRequest) => begin<Token>('/api/sessions', body),
  signOut: async () => {
    const reply = await remove('/api/sessions/current');
    forgetSession();
    return reply;
  },
  readMe: () => call<wire.Me>('/api/me'),
  changeMe: (body: Partial<Pick<wire.Participant, 'name' | 'library' | 'region' | 'language' | 'seats'>>) => patch<wire.Me>('/api/me', body),
  createTicket: () => post<{ readonly ticket: string; readonly expiresAt: number }>('/api/tickets'),

  readLobby: (code: string) => call<wire.Lobby>(`/api/join/${part(code)}`),
  join: (body: wire.JoinRequest) => begin<wire.JoinResponse>('/api/join', body),
  createClaim: (body: wire.JoinRequest) => begin<Created & { readonly secret: string }>('/api/join/claims', body),
  readClaim: (id: string, secret: string) => begin<wire.ClaimState>(`/api/join/claims/${part(id)}`, { secret }),
  redeemLink: (token: string, name?: string) =>
    begin<Token & { readonly workshopId: string; readonly role: 'facilitator' | 'observer' }>('/api/links', name ? { token, name } : { token }),

  listWorkshops: () => call<wire.WorkshopList>('/api/workshops'),
  readBoard: (id: string) => call<wire.ReadModel>(`/api/boards/${id}`),
  createWorkshop: (body: wire.WorkshopRequest) => post<Created & { readonly code: string }>('/api/workshops', body),
  readWorkshop: (id: string, signal?: AbortSignal) => call<wire.Workshop>(workshopPath(id), { signal }),
  changeWorkshop: (id: string, body: wire.WorkshopChange) => patch<wire.Workshop>(workshopPath(id), body),
  renewCode: (id: string) => post<{ readonly code: string }>(workshopPath(id, '/code')),

  createGroup: (id: string, body: wire.GroupRequest) => post<Created>(workshopPath(id, '/groups'), body),
  changeGroup: (id: string, groupId: string, body: wire.GroupChange) => patch<wire.Group>(workshopPath(id, `/groups/${part(groupId)}`), body),
  deleteGroup: (id: string, groupId: string) => remove(workshopPath(id, `/groups/${part(groupId)}`)),

  createBoard: (id: string, body: wire.BoardRequest) => post<Created>(workshopPath(id, '/boards'), body),
  changeBoard: (id: string, boardId: string, body: wire.BoardChange) => patch<wire.Board>(workshopPath(id, `/boards/${part(boardId)}`), body),
  deleteBoard: (id: string, boardId: string) => remove(workshopPath(id, `/boards/${part(boardId)}`)),
  listTemplates: (id: string) => call<wire.TemplateList>(workshopPath(id, '/templates')),
  saveTemplate: (id: string, body: wire.TemplateRequest) => post<wire.TemplateSaved>(workshopPath(id, '/templates'), body),
  previewTemplate: (id: string, boardId: string, template: string) =>
    call<wire.TemplatePreview>(workshopPath(id, `/boards/${part(boardId)}/preview?template=${part(template)}`)),
  readTemplate: (boardId: string) => call<unknown>(`/api/boards/${part(boardId)}/template`),
  readStage: (boardId: string) => call<wire.BoardStage>(`/api/boards/${part(boardId)}/stage`),
  setStage: (boardId: string, stage: string) => post<wire.BoardStage>(`/api/boards/${part(boardId)}/stage`, { stage }),
  setAuthorship: (boardId: string, authorship: wire.Board['authorship']) => post<Done>(`/api/boards/${part(boardId)}/authorship`, { authorship }),
  setReady: (boardId: string, isReady: boolean) => post<Done>(`/api/boards/${part(boardId)}/ready`, { isReady }),
  addCards: (boardId: string, body: wire.CardsRequest) => post<wire.CardsResponse>(`/api/boards/${part(boardId)}/cards`, body),
  addPicture: (boardId: string, picture: Blob) =>
    call<wire.PictureAdded>(`/api/boards/${part(boardId)}/pictures`, { method: 'POST', body: picture, timeoutMs: UPLOAD_MS }),
  addLate: (boardId: string, body: wire.LateRequest) => post<Created>(`/api/boards/${part(boardId)}/late`, body),
  parseSheets: (body: wire.ParseRequest) => post<wire.ParseResponse>('/api/sheets/parse', body),

  listParticipants: (id: string) => call<wire.ParticipantList>(workshopPath(id, '/participants')),
  changeParticipant: (id: string, participantId: string, body: Partial<Pick<wire.Participant, 'groupId' | 'name' | 'seats'>>) =>
    patch<wire.Participant>(workshopPath(id, `/participants/${part(participantId)}`), body),
  removeParticipant: (id: string, participantId: string) => remove(workshopPath(id, `/participants/${part(participantId)}`)),

  createLink: (id: string, body: wire.LinkRequest) => post<wire.LinkCreated>(workshopPath(id, '/links'), body),
  listLinks: (id: string) => call<wire.LinkList>(workshopPath(id, '/links')),
  revokeLink: (id: string, linkId: string) => remove(workshopPath(id, `/links/${part(linkId)}`)),

  listClaims: (id: string) => call<wire.ClaimList>(workshopPath(id, '/claims')),
  decideClaim: (id: string, claimId: string, approve: boolean, participantId?: string) =>
    post<Done>(workshopPath(id, `/claims/${part(claimId)}`), participantId ? { approve, participantId } : { approve }),
  listLate: (id: string) => call<wire.LateList>(workshopPath(id, '/late')),
  decideLate: (id: string, lateId: string, accept: boolean) => post<wire.CardsResponse>(workshopPath(id, `/late/${part(lateId)}`), { accept }),
} as const;

/** Address of a file to download; the browser fetches it with the tab's own cookies. */
export const reportPath = (id: string, language: Language, forPublic: boolean, form?: wire.ReportForm): string =>
  workshopPath(id, `/report.md?language=${language}${forPublic ? '&public=1' : ''}${form ? `&form=${form}` : ''}`);
