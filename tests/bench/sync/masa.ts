// Masa's real server process, with its admission checks and its durable log, and the way to a board through its API. Clients ask for
// receipts and for several messages in a frame, as Masa's own client does.
import { join } from 'node:path';
import { startServer } from '../support/machine.ts';
import type { Running } from './contestants.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SETUP_KEY = 'bench-setup-key-0123456789abcdef';
const PASSWORD = 'a long bench password';
const ORGANISER = 'Организатор';

type Json = Record<string, unknown>;

async function call(base: string, method: string, path: string, token: string | undefined, body?: Json): Promise<Json> {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = (await response.json()) as Json;
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

export async function startMasa(dataDir: string): Promise<Running> {
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
  const addresses = async (room: string, members: number): Promise<readonly string[]> => {
    const { ticket } = await call(base, 'POST', '/api/tickets', token);
    return Array.from({ length: members }, () => `ws://127.0.0.1:${server.port}/sync/${room}?token=${String(ticket)}&ack=1&batch=1`);
  };
  return {
    server,
    dialect: 'y-websocket',
    addresses,
    async room(members) {
      workshop ??= String((await call(base, 'POST', '/api/workshops', token, { title: 'Bench', language: 'bg' })).id);
      const board = await call(base, 'POST', `/api/workshops/${workshop}/boards`, token, { template: 'form-a' });
      const name = String(board.id);
      return { name, urls: await addresses(name, members) };
    },
  };
}
