// Masa's real server process, with its admission checks and its durable log, and the way to a board through its API. Clients ask for
// receipts and for several messages in a frame, as Masa's own client does.
import { join } from 'node:path';
import { startServer } from '../support/machine.ts';
import type { Running } from './contestants.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SETUP_KEY = 'bench-setup-key-0123456789abcdef';
const PASSWORD = 'a long bench password';
const ORGANISER = 'Организатор';

/** An answer of the API takes milliseconds; a hashed password a second. */
const ANSWER_MS = 30_000;

type Json = Record<string, unknown>;

async function call(base: string, method: string, path: string, token: string | undefined, body?: Json): Promise<Json> {
  const response = await fetch(`${base}${path}`, {
    method,
    signal: AbortSignal.timeout(ANSWER_MS),
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = (await response.json()) as Json;
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

/** A running Masa and how a browser gets into it. */
export interface RunningMasa extends Running {
  readonly base: string;
  /** Signs in whoever `post` speaks for. */
  signIn(post: (address: string, body: Json) => Promise<unknown>): Promise<void>;
  workshopId(): Promise<string>;
}

export async function startMasa(dataDir: string): Promise<RunningMasa> {
  const server = await startServer([...(process.env.BENCH_NODE_ARGS?.split(' ') ?? []), join(ROOT, 'server', 'dist', 'main.js')], {
    cwd: ROOT,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, MASA_SETUP_KEY: SETUP_KEY, NODE_ENV: 'production' },
    port: (line) => Number(/127\.0\.0\.1:(\d+)/u.exec(line)?.[1] ?? Number.NaN) || undefined,
  });
  const base = `http://127.0.0.1:${server.port}`;
  const instance = await call(base, 'GET', '/api/instance', undefined);
  const token =
    instance.setUp === true
      ? await call(base, 'POST', '/api/sessions', undefined, { name: ORGANISER, password: PASSWORD }).then((session) => String(session.token))
      : await call(base, 'POST', '/api/setup', undefined, { key: SETUP_KEY, name: ORGANISER, password: PASSWORD }).then((session) =>
          String(session.token),
        );
  let workshop: string | undefined;
  const workshopId = async (): Promise<string> => {
    workshop ??= String((await call(base, 'POST', '/api/workshops', token, { title: 'Bench', language: 'bg' })).id);
    return workshop;
  };
  const addresses = async (room: string, members: number): Promise<readonly string[]> => {
    const { ticket } = await call(base, 'POST', '/api/tickets', token);
    return Array.from({ length: members }, () => `ws://127.0.0.1:${server.port}/sync/${room}?token=${String(ticket)}&ack=1&batch=1`);
  };
  return {
    server,
    dialect: 'y-websocket',
    base,
    workshopId,
    async signIn(post) {
      await post(`${base}/api/sessions`, { name: ORGANISER, password: PASSWORD });
    },
    addresses,
    async room(members) {
      const board = await call(base, 'POST', `/api/workshops/${await workshopId()}/boards`, token, { template: 'form-a' });
      const name = String(board.id);
      return { name, urls: await addresses(name, members) };
    },
  };
}
