// `npm run bench [sync|canvas|bundle|w1x200|…]`: measures Masa beside its peers and prints ratios and goals.
import { runFanOut } from './sync/run.ts';
import { runBigBoard } from './sync/runBigBoard.ts';

const only = (process.env.ONLY ?? '').split(',').filter((each) => each !== '');
for (const name of process.argv.slice(2)) {
  const report = name === 'w4' ? await runBigBoard(2, only) : await runFanOut(name, Number(process.env.REPS ?? 1), only);
  console.log(report.text);
}
