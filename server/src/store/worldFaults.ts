// Tells the world's faults – disk full, database locked, damaged or gone – from ours, so that people hear that trying again may help.
import { Unavailable } from './roomLog.ts';

/** Primary result codes (https://www.sqlite.org/rescode.html): busy, locked, readonly, ioerr, corrupt, full, cantopen, notadb. */
const WORLD = new Set([5, 6, 8, 10, 11, 13, 14, 26]);

const isWorldFault = (failure: unknown): boolean =>
  failure instanceof Error && 'errcode' in failure && typeof failure.errcode === 'number' && WORLD.has(failure.errcode & 0xff);

type Methods<T> = { readonly [K in keyof T]: T[K] extends (...args: infer _A) => Promise<unknown> ? T[K] : never };

/** The same store; its methods reject with `Unavailable` where the world is at fault. */
export function sayingUnavailable<T extends Methods<T>>(store: T): T {
  const wrapped = Object.entries(store).map(([name, method]) => {
    const call = async (...args: unknown[]): Promise<unknown> => {
      try {
        return await (method as (...all: unknown[]) => Promise<unknown>).apply(store, args);
      } catch (failure) {
        throw isWorldFault(failure) ? new Unavailable(`${name} failed`, { cause: failure }) : failure;
      }
    };
    return [name, call];
  });
  return Object.fromEntries(wrapped) as T;
}
