// A Masa server as people run it: a process of its own on a fixed port and folder, so that it can be killed and started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(import.meta.dirname, '..', '..', 'server', 'dist', 'main.js');

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

export interface MasaProcess {
  readonly url: string;
  readonly setupKey: string;
  /** What it has printed so far, line by line. */
  readonly said: readonly string[];
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** SIGTERM, and the folder is removed. Returns the exit code. */
  close(): Promise<number | null>;
}

export async function startMasaProcess(args: readonly string[] = []): Promise<MasaProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'masa-process-'));
  const port = await freePort();
  const setupKey = 'a-key-for-tests-only';
  const url = `http://127.0.0.1:${port}`;
  const said: string[] = [];
  let child: ChildProcess | undefined;

  const stop = async (signal: NodeJS.Signals): Promise<number | null> => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null) return running?.exitCode ?? null;
    const exited = once(running, 'exit');
    running.kill(signal);
    await exited;
    return running.exitCode;
  };
  const masa: MasaProcess = {
    url,
    setupKey,
    said,
    async start() {
      const started = spawn(process.execPath, [MAIN, ...args], {
        env: {
          ...process.env,
          PORT: String(port),
          HOST: '127.0.0.1',
          DATA_DIR: dataDir,
          MASA_SETUP_KEY: setupKey,
          LOG_LEVEL: 'warn',
          PUBLIC_URL: '',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = started;
      const lines = createInterface({ input: started.stdout });
      await new Promise<void>((resolve, reject) => {
        lines.on('line', (line) => {
          said.push(line);
          if (line.includes(url)) resolve();
        });
        started.once('exit', (code) => reject(new Error(`Masa ended before it was open, with ${code}`)));
      });
    },
    kill: async () => void (await stop('SIGKILL')),
    async close() {
      const code = await stop('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
      return code;
    },
  };
  await masa.start();
  return masa;
}
