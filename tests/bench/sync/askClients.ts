// Starts the process of the clients and asks it for figures.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { within } from '../support/limit.ts';
import { end, keep } from '../support/machine.ts';
import type { Tasks } from './clients.ts';

type Answer = { readonly value?: unknown; readonly failure?: string };

const START_MS = 30_000;

export interface Clients {
  /** @param ms after which it is given up; the clients are of no use then and have to be stopped. */
  ask<T extends keyof Tasks>(ms: number, task: T, ...plan: Parameters<Tasks[T]>): Promise<Awaited<ReturnType<Tasks[T]>>>;
  stop(): Promise<void>;
}

export async function startClients(): Promise<Clients> {
  const child = keep(fork(join(import.meta.dirname, 'clients.ts'), { serialization: 'advanced' }));
  await within(START_MS, 'starting the clients', once(child, 'message'));
  return {
    async ask(ms, task, ...[plan]) {
      const answer = new Promise<Answer>((resolve) => {
        const hear = (said: unknown): void => {
          child.off('exit', gone);
          resolve(said as Answer);
        };
        const gone = (code: number | null): void => {
          child.off('message', hear);
          resolve({ failure: `the clients ended with ${code}` });
        };
        child.once('message', hear);
        child.once('exit', gone);
      });
      child.send({ task, plan });
      const { value, failure } = await within(ms, `${task} of the clients`, answer);
      if (failure !== undefined) throw new Error(failure);
      return value as never;
    },
    stop: () => end(child),
  };
}
