// The benches of the whole app, each with a server of its own.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../goals.ts';
import { medians, rounded } from '../support/figures.ts';
import { attempt, type Outcome } from '../support/limit.ts';
import { mayRepeat, type Report, type RunOptions } from '../support/report.ts';
import { withScratchFolder } from '../support/scratch.ts';
import { table } from '../support/table.ts';
import { type RunningMasa, startMasa } from '../sync/masa.ts';
import { APP_WORKLOADS, measureBoard } from './boardApp.ts';
import { measureWall, WALL, type WallFigures } from './wall.ts';

/** Objects on the large board. */
const OBJECTS = 2_000;
const PART_MS = 120_000;

const CLIENT = join(import.meta.dirname, '..', '..', '..', 'client', 'dist', 'index.html');

const withMasa = <T>(work: (masa: RunningMasa) => Promise<T>): Promise<T> =>
  withScratchFolder(async (folder) => {
    if (!existsSync(CLIENT)) throw new Error('client/dist is missing: npm run build');
    const masa = await startMasa(folder);
    try {
      return await work(masa);
    } finally {
      await masa.server.stop();
    }
  });

async function repeated<T>(options: RunOptions, what: string, work: (masa: RunningMasa) => Promise<T>): Promise<{ runs: T[]; failures: string[] }> {
  const runs: T[] = [];
  for (let turn = 0; turn < options.repetitions && mayRepeat(turn, options); turn += 1) {
    console.error(`  ${what}, ${turn + 1} of ${options.repetitions}`);
    const outcome: Outcome<T> = await attempt(PART_MS, what, () => withMasa(work));
    if (!outcome.ok) return { runs, failures: [`Masa, ${what}: ${outcome.reason}`] };
    runs.push(outcome.value);
  }
  return { runs, failures: [] };
}

const slower = (throttle: number): string => (throttle === 1 ? '' : `, ${throttle} ×`);

export async function runBoardApp(options: RunOptions): Promise<Report> {
  const { throttle } = options;
  const { runs, failures } = await repeated(options, `a board of ${OBJECTS} in the app`, (masa) => measureBoard(masa, OBJECTS, throttle));
  if (runs.length === 0) return { text: '', verdicts: [], figures: null, failures };
  const work = APP_WORKLOADS.map((name) => ({ name, ...medians(runs.map((run) => run.work[name])) }));
  const once = medians(
    runs.map(({ openedMs, scriptKb, typingP50Ms, typingP95Ms, heapMb }) => ({ openedMs, scriptKb, typingP50Ms, typingP95Ms, heapMb })),
  );
  const rows = [
    ...work.map(({ name, fps, p95Ms, cpuMs }) => [name, fps.toFixed(0), rounded(p95Ms), rounded(cpuMs)]),
    ['typing, main thread of a keystroke', '–', `${rounded(once.typingP95Ms)} (median ${rounded(once.typingP50Ms)})`, '–'],
  ];
  const title = `The whole app, a board of ${OBJECTS} cards${slower(throttle)}: opened in ${once.openedMs.toFixed(0)} ms with ${once.scriptKb.toFixed(0)} kB of script, heap ${once.heapMb.toFixed(0)} MB`;
  const goal = throttle === 1 ? 'appFrames' : 'oldLaptop';
  return {
    text: table(title, ['', 'frames/s', 'p95 ms', 'CPU ms/frame'], rows),
    verdicts: [
      ...work.map(({ name, fps }) => judge(goal, `app, ${name}${slower(throttle)}`, fps)),
      ...(throttle === 1 ? [judge('typing', 'app', once.typingP95Ms)] : []),
    ],
    figures: runs,
    failures,
  };
}

export async function runWall(options: RunOptions): Promise<Report> {
  const { throttle } = options;
  const { runs, failures } = await repeated(options, 'the wall', (masa) => measureWall(masa, throttle));
  if (runs.length === 0) return { text: '', verdicts: [], figures: null, failures };
  const { openedMs, paintedMs, fps, p95Ms, busy, heapMb }: WallFigures = medians(runs);
  const title = `Wall, ${WALL.boards} boards of ${WALL.cards} cards with ${WALL.hz} edits a second each${slower(throttle)}`;
  return {
    text: table(
      title,
      ['', 'opened ms', 'first paint ms', 'frames/s', 'p95 ms', 'main thread', 'heap MB'],
      [['Masa', openedMs.toFixed(0), paintedMs.toFixed(0), fps.toFixed(0), rounded(p95Ms), `${(busy * 100).toFixed(0)} %`, rounded(heapMb)]],
    ),
    verdicts:
      throttle === 1
        ? [
            judge('wallPaint', 'wall', paintedMs),
            judge('appFrames', 'wall', fps),
            judge('appThread', 'wall', busy),
            judge('wallMemory', 'wall', heapMb),
          ]
        : [judge('oldLaptop', `wall${slower(throttle)}`, fps)],
    figures: runs,
    failures,
  };
}
