// A board server in a process of its own, to be killed. It loads everything first and then waits for a line on its input, so that the
// next one can stand by while this one is being killed: {"path": …, "boards": […]}. Answers {"port": …}.
import { createInterface } from 'node:readline';
import { openBoardServer } from './serverBoards.ts';

const input = createInterface({ input: process.stdin });
console.log(JSON.stringify({ ready: true }));
for await (const line of input) {
  const { path, boards } = JSON.parse(line) as { path: string; boards: string[] };
  const { port } = await openBoardServer({ path, boards, sync: { writesPerSecond: 1_000_000 } });
  console.log(JSON.stringify({ port }));
}
// The one who started us is gone.
process.exit(0);
