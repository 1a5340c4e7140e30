// `npm run bench -- [what …]` measures Masa beside its peers, prints tables, what is short of its goal and what became worse than the
// budget, and writes everything that was measured into bench/results. Nothing of this runs in the tests. Options:
//   --only=Masa,tldraw   these contestants           --repetitions=3   more than once, medians       --counts=500,2000   notes on canvases
//   --throttle=4         an old laptop's processor    --accept          this run becomes the budget   --strict            exit 1 if worse
// What: sync, canvas, app, bundle (all of them without a name), more (W6, W7, W8), or one workload. Figures of one run belong together:
// read ratios, not milliseconds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runBoardApp, runWall } from './app/run.ts';
import { acceptBudget, worseThanBudget } from './budget.ts';
import { runBundle } from './bundle.ts';
import { type CanvasPlan, runCanvas } from './canvas/run.ts';
import { GOALS, limitOf, shortBy, type Verdict } from './goals.ts';
import { rounded } from './support/figures.ts';
import { attempt } from './support/limit.ts';
import { installPeers } from './support/peers.ts';
import type { Report, RunOptions } from './support/report.ts';
import { table } from './support/table.ts';
import { runFanOut, WORKLOADS } from './sync/run.ts';
import { runBigBoard } from './sync/runBigBoard.ts';

const DEFAULT_GROUPS = ['bundle', 'canvas', 'app', 'sync'] as const;
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  sync: ['w1x200', 'w1x50', 'w2', 'w3', 'w4'],
  more: ['w6', 'w7', 'w8'],
  canvas: ['notes', 'cards'],
  app: ['board', 'wall'],
  bundle: ['bundle'],
};
const BENCHES: readonly string[] = Object.values(GROUPS).flat();
/** A run that is left alone ends within a quarter of an hour. Repetitions end first, then benches are left out, then one is cut off. */
const REPEAT_MS = 8 * 60_000;
const BEGIN_MS = 12.5 * 60_000;
const END_MS = 14.5 * 60_000;
/** More repetitions take as much longer. */
const REPETITIONS = 2;
const BOARD_OF_NOTES = 2_000;
const BOARD_AT_ITS_LIMIT = 10_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    repetitions: { type: 'string', default: '' },
    counts: { type: 'string', default: '' },
    throttle: { type: 'string', default: '1' },
    accept: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
});
const list = (text: string): readonly string[] => text.split(',').filter((each) => each !== '');
const counts = list(values.counts).map(Number);
const repetitions = Math.max(1, Number(values.repetitions || REPETITIONS));
const throttle = Number(values.throttle);
const asked = new Set((positionals.length > 0 ? positionals : DEFAULT_GROUPS).flatMap((name) => GROUPS[name] ?? [name]));
const unknown = [...asked].filter((name) => !BENCHES.includes(name));
if (unknown.length > 0 || [repetitions, throttle, ...counts].some((value) => !(value >= 1))) {
  const names = [...new Set([...Object.keys(GROUPS), ...BENCHES])].join(', ');
  console.error(
    unknown.length > 0 ? `No such bench: ${unknown.join(', ')}. There are ${names}.` : 'Repetitions, counts and throttle are numbers from 1.',
  );
  process.exit(2);
}

const startedAt = new Date();
/** How much longer than a run of two repetitions this one may take. */
const patience = Math.max(1, repetitions / REPETITIONS);
const since = (): number => Date.now() - startedAt.getTime();
const options: RunOptions = { repetitions, only: list(values.only), throttle, until: startedAt.getTime() + REPEAT_MS * patience };

/** By default once all peers at 2,000, and what draws without peers also at a board's limit. */
function notePlans(): readonly CanvasPlan[] {
  const wanted = counts.length > 0 ? counts : [BOARD_OF_NOTES, BOARD_AT_ITS_LIMIT];
  return wanted.map((count) => ({ content: 'notes', count }));
}

async function run(name: string): Promise<readonly Report[]> {
  if (name === 'bundle') return [runBundle()];
  if (name === 'notes') return runCanvas(notePlans(), options);
  if (name === 'cards') return runCanvas([{ content: 'cards', count: counts[0] ?? BOARD_OF_NOTES }], { ...options, repetitions: 1 });
  if (name === 'board') return [await runBoardApp({ ...options, repetitions: 1 })];
  if (name === 'wall') return [await runWall({ ...options, repetitions: 1 })];
  if (name === 'w4') return [await runBigBoard(options)];
  if (!Object.hasOwn(WORKLOADS, name)) throw new Error(`nothing measures ${name}`);
  return [await runFanOut(name, options)];
}

function goalsTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map((verdict) => [
    verdict.reached ? 'reached' : Number.isNaN(verdict.value) ? 'SHORT, no figure' : `SHORT by ${(shortBy(verdict) * 100).toFixed(0)} %`,
    rounded(verdict.value),
    limitOf(verdict.goal),
    verdict.where,
    GOALS[verdict.goal].says,
  ]);
  return table('Goals: reached or short by', ['', 'is', 'goal', 'where', 'what'], rows);
}

const found: Record<string, unknown> = {};
const verdicts: Verdict[] = [];
const failures: string[] = [];
const peersAreThere = [...asked].some((name) => name !== 'bundle')
  ? await attempt(5 * 60_000, 'installing the peers', async () => installPeers())
  : undefined;
if (peersAreThere?.ok === false) failures.push(`peers: ${peersAreThere.reason}`);
for (const name of asked) {
  if (since() > BEGIN_MS * patience) {
    failures.push(`${name}: left out, the machine is too busy for everything in a quarter of an hour`);
    continue;
  }
  console.error(`${name} … (${(since() / 60_000).toFixed(1)} min, load ${loadavg()[0]?.toFixed(1)})`);
  const outcome = await attempt(END_MS * patience - since(), name, () => run(name));
  if (!outcome.ok) {
    failures.push(`${name}: ${outcome.reason}`);
    continue;
  }
  for (const report of outcome.value) {
    if (report.text !== '') console.log(report.text);
    verdicts.push(...report.verdicts);
    failures.push(...report.failures);
  }
  found[name] = outcome.value.map(({ figures }) => figures);
}

console.log(goalsTable(verdicts));
const worse = worseThanBudget(verdicts);
if (worse.length > 0) console.log(`\n${worse.join('\n')}`);
if (failures.length > 0) console.log(`\n${failures.map((failure) => `failed: ${failure}`).join('\n')}`);
const reached = verdicts.filter((verdict) => verdict.reached).length;
console.log(
  `\n${reached} of ${verdicts.length} goals reached in ${(since() / 60_000).toFixed(1)} minutes on ${cpus().length} cores, Node ${process.version}; load at the end ${loadavg()[0]?.toFixed(1)}.`,
);
const folder = join(import.meta.dirname, 'results');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${startedAt.toISOString().replace(/[:.]/gu, '-')}.json`);
const whole = { startedAt, node: process.version, cores: cpus().length, repetitions, throttle, verdicts, worse, failures, found };
writeFileSync(file, `${JSON.stringify(whole, null, 2)}\n`);
console.log(`Written to ${file}`);
if (values.accept) {
  acceptBudget(verdicts);
  console.log('Accepted as the budget.');
}
// Whatever a part that was cut off still holds open ends with the process.
process.exit(values.strict && (worse.length > 0 || failures.length > 0) ? 1 : 0);
