// The process of the clients: does what the bench asks, one thing at a time, and answers with figures. Apart from the server, so that
// the server's CPU time is its own.
import * as bigBoard from './bigBoard.ts';
import { fanOut } from './fanOut.ts';

const TASKS = { fanOut, fill: bigBoard.fill, hold: bigBoard.hold, storm: bigBoard.storm, release: bigBoard.release };

export type Tasks = typeof TASKS;

process.on('message', (asked: { readonly task: keyof Tasks; readonly plan: never }) => {
  const run = async (): Promise<void> => {
    const value = await TASKS[asked.task](asked.plan);
    process.send?.({ value });
  };
  run().catch((failure: unknown) => process.send?.({ failure: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) }));
});
process.on('uncaughtException', (failure) => process.send?.({ failure: failure.stack ?? failure.message }));
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
