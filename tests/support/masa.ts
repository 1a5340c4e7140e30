// A composed server for tests: on a free port of this machine, with a folder of its own, with a clock that can be moved.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compose, type Masa } from '@masa/server/compose';
import type { Config } from '@masa/server/config';
import { createLog } from '@masa/server/observe/log';
import type { ApiError } from '@masa/shared/wire';

export const SETUP_KEY = 'a-key-for-tests-only';
export const PASSWORD = 'correct horse battery';

export interface TestClock {
  readonly now: () => number;
  /** Moves the server's time forward; timers of the operating system do not notice. */
  advance(ms: number): void;
}

export const createTestClock = (at = Date.parse('2026-03-10T08:00:00Z')): TestClock => {
  let now = at;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
  };
};

/** What a request answered, read to its end. */
interface Reply<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; whatever a test says it is. */
  readonly body: T & Partial<ApiError>;
  /** Cookies the server set, as a Cookie header. */
  readonly cookies: Readonly<Record<string, string>>;
}

interface AskOptions {
  readonly token?: string | undefined;
  /** Sent as JSON, except a string or bytes, which go as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestMasa {
  readonly url: string;
  readonly masa: Masa;
  readonly dataDir: string;
  readonly clock: TestClock;
  /** Every line it logged. */
  readonly logged: readonly string[];
  ask<T = Record<string, never>>(method: string, path: string, options?: AskOptions): Promise<Reply<T>>;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly config?: Partial<Config>;
  readonly clock?: TestClock;
  /** A folder that stays when the server is closed. */
  readonly dataDir?: string;
  readonly clientFolder?: string;
  readonly requests?: number;
}

export async function startMasa({ config, clock = createTestClock(), dataDir, clientFolder, requests }: StartOptions = {}): Promise<TestMasa> {
  const folder = dataDir ?? (await mkdtemp(path.join(tmpdir(), 'masa-test-')));
  const logged: string[] = [];
  const masa = await compose(
    {
      port: 0,
      host: '127.0.0.1',
      dataDir: folder,
      setupKey: SETUP_KEY,
      publicUrl: undefined,
      logLevel: 'trace',
      metricsToken: undefined,
      ...config,
    },
    {
      now: clock.now,
      log: createLog('trace', { write: (line: string) => void logged.push(line) }),
      ...(clientFolder === undefined ? {} : { clientFolder }),
      ...(requests === undefined ? {} : { requests }),
    },
  );
  const url = await masa.listen();
  return {
    url,
    masa,
    dataDir: folder,
    clock,
    logged,
    async ask<T>(method: string, to: string, { token, body, headers }: AskOptions = {}) {
      const response = await fetch(`${url}${to}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : body instanceof Uint8Array ? new Blob([new Uint8Array(body)]) : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      const cookies = Object.fromEntries(
        response.headers.getSetCookie().map((line) => {
          const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
          return [name, value];
        }),
      );
      return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : {}) as T & Partial<ApiError>, cookies };
    },
    async close() {
      await masa.close();
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sets the server up and signs the organiser in. */
export async function setUp(masa: TestMasa): Promise<string> {
  const { body } = await masa.ask<{ token: string }>('POST', '/api/setup', { body: { key: SETUP_KEY, name: 'Елена Петрова', password: PASSWORD } });
  return body.token;
}

export interface TestWorkshop {
  readonly organiser: string;
  readonly id: string;
  readonly code: string;
  readonly groups: readonly string[];
  /** One per group, in the order of the groups. */
  readonly boards: readonly string[];
}

/** A workshop with `groups` groups, each with a board, odd ones on form A, even ones on form B. */
export async function openWorkshop(masa: TestMasa, organiser: string, groups = 2): Promise<TestWorkshop> {
  const made = await masa.ask<{ id: string; code: string }>('POST', '/api/workshops', {
    token: organiser,
    body: { title: 'Нови услуги', language: 'bg' },
  });
  const { id, code } = made.body;
  const groupIds: string[] = [];
  const boards: string[] = [];
  for (let number = 1; number <= groups; number += 1) {
    const group = await masa.ask<{ id: string }>('POST', `/api/workshops/${id}/groups`, { token: organiser, body: { number } });
    const board = await masa.ask<{ id: string }>('POST', `/api/workshops/${id}/boards`, {
      token: organiser,
      body: { template: number % 2 ? 'form-a' : 'form-b', groupId: group.body.id },
    });
    groupIds.push(group.body.id);
    boards.push(board.body.id);
  }
  return { organiser, id, code, groups: groupIds, boards };
}

export const person = (over: Readonly<Record<string, unknown>> = {}) => ({
  name: 'Мария',
  library: 'Читалище „Светлина“',
  region: 'Видин',
  language: 'bg',
  seats: 1,
  ...over,
});

/** Joins and returns the participant's token. */
export async function join(
  masa: TestMasa,
  code: string,
  over: Readonly<Record<string, unknown>> = {},
): Promise<{ token: string; participantId: string; workshopId: string }> {
  const { body } = await masa.ask<{ token: string; participantId: string; workshopId: string }>('POST', '/api/join', {
    body: person({ code, ...over }),
  });
  return body;
}

/** A token of a co-facilitator or observer, through a link. */
export async function byLink(masa: TestMasa, workshop: TestWorkshop, role: 'facilitator' | 'observer'): Promise<{ token: string; linkId: string }> {
  const link = await masa.ask<{ id: string; token: string }>('POST', `/api/workshops/${workshop.id}/links`, {
    token: workshop.organiser,
    body: { role, label: 'Помощник' },
  });
  const { body } = await masa.ask<{ token: string }>('POST', '/api/links', { body: { token: link.body.token } });
  return { token: body.token, linkId: link.body.id };
}
