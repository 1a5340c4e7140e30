// What the kernel says about a process, and the life of the processes a bench starts. Nothing outlives the bench.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { within } from './limit.ts';

/** Linux counts CPU time in hundredths of a second (USER_HZ, the same on every architecture Node runs on). */
const TICK_MS = 10;

/** CPU time of all threads of a process so far, user and system, in ms (proc(5), fields 14 and 15). */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Resident memory in MB. */
export function residentMb(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? Number.NaN) / 1024;
}

/** Collecting the garbage of a large heap twice takes a second or two. */
const INSPECT_MS = 20_000;

export interface Server {
  readonly pid: number;
  readonly port: number;
  /** Everything it said, for the message when something goes wrong. */
  readonly said: readonly string[];
  /** A JavaScript expression's value in the server, after a full garbage collection. */
  inspect(expression: string): Promise<number>;
  stop(): Promise<void>;
}

const children = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    killAll();
    process.exit(130);
  });
}
process.once('exit', killAll);

function killAll(): void {
  for (const child of children) child.kill('SIGKILL');
}

export function keep(child: ChildProcess): ChildProcess {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await gone;
  clearTimeout(late);
}

/**
 * Starts a Node program and waits until it has said on which port it listens.
 * @param port reads the port from one line of its output.
 */
export async function startServer(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly port: (line: string) => number | undefined },
): Promise<Server> {
  // The inspector sleeps until SIGUSR1 wakes it, so that it costs nothing while something is measured.
  const child = keep(
    spawn(process.execPath, ['--inspect-port=127.0.0.1:0', ...args], { cwd: options.cwd, env: options.env, stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  const said: string[] = [];
  let address: string | undefined;
  let heard = (): void => {};
  const port = await new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`server did not listen within 30 s: ${args.join(' ')}\n${said.join('\n')}`)), 30_000);
    const hear = (line: string): void => {
      if (said.push(line) > 200) said.shift();
      const inspector = /Debugger listening on (ws:\/\/\S+)/u.exec(line)?.[1];
      if (inspector) {
        address = inspector;
        heard();
      }
      const found = options.port(line);
      if (found !== undefined) {
        clearTimeout(late);
        resolve(found);
      }
    };
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', hear);
    child.once('exit', (code) => reject(new Error(`server ended with ${code}: ${args.join(' ')}\n${said.join('\n')}`)));
  });
  return {
    pid: child.pid as number,
    port,
    said,
    async inspect(expression) {
      if (address === undefined) {
        const woken = new Promise<void>((resolve) => {
          heard = resolve;
        });
        child.kill('SIGUSR1');
        await within(INSPECT_MS, 'waking a server’s inspector', woken);
      }
      return evaluate(address as unknown as string, expression);
    },
    stop: () => end(child),
  };
}

/** One question to a process through its inspector: collects garbage twice, then evaluates. */
async function evaluate(address: string, expression: string): Promise<number> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  try {
    return await within(INSPECT_MS, 'asking a server through its inspector', evaluateOn(socket, expression));
  } finally {
    socket.terminate();
  }
}

async function evaluateOn(socket: WebSocket, expression: string): Promise<number> {
  await once(socket, 'open');
  let asked = 0;
  const ask = async (method: string, params: object): Promise<unknown> => {
    asked += 1;
    const id = asked;
    const answer = new Promise<unknown>((resolve) => {
      const hear = (frame: Buffer): void => {
        const said = JSON.parse(frame.toString()) as { id?: number; result?: unknown };
        if (said.id !== id) return;
        socket.off('message', hear);
        resolve(said.result);
      };
      socket.on('message', hear);
    });
    socket.send(JSON.stringify({ id, method, params }));
    return answer;
  };
  await ask('HeapProfiler.collectGarbage', {});
  await ask('HeapProfiler.collectGarbage', {});
  const result = (await ask('Runtime.evaluate', { expression, returnByValue: true })) as { result?: { value?: unknown } };
  return Number(result.result?.value);
}

/** Bytes of JavaScript in use: heap and what hangs on it outside. Ask it through `inspect`. */
export const USED_BYTES = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())';
