// `npm run bench -- [what …] [--only=Masa,…] [--repetitions=n]`: measures Masa beside its peers, prints ratios and goals, and writes
// everything that was measured into bench/results. What: sync, canvas, bundle, or one workload; all three without a name.
// Figures of one run belong together: read ratios, not milliseconds. Nothing of this runs in the tests.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runBundle } from './bundle.ts';
import { runCanvas } from './canvas/run.ts';
import { GOALS, limitOf, type Verdict } from './goals.ts';
import { rounded } from './support/figures.ts';
import { installPeers } from './support/peers.ts';
import { table } from './support/table.ts';
import { type Report, runFanOut, WORKLOADS } from './sync/run.ts';
import { runBigBoard } from './sync/runBigBoard.ts';

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  sync: ['w1x200', 'w1x50', 'w2', 'w3', 'w4'],
  canvas: ['canvas500', 'canvas2000'],
  bundle: ['bundle'],
};
const BENCHES: readonly string[] = [...Object.keys(WORKLOADS), 'w4', ...Object.values(GROUPS).flat()];
const REPETITIONS = 2;
/** Nothing new is begun after this: on two quiet cores everything takes about nine minutes. */
const ENOUGH_MS = 11 * 60_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, repetitions: { type: 'string', default: String(REPETITIONS) } },
});
const only = values.only.split(',').filter((name) => name !== '');
const repetitions = Math.max(1, Number(values.repetitions));
const asked = (positionals.length > 0 ? positionals : Object.keys(GROUPS)).flatMap((name) => GROUPS[name] ?? [name]);
const unknown = asked.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are ${[...Object.keys(GROUPS), ...new Set(BENCHES)].join(', ')}.`);
  process.exit(2);
}

async function run(name: string): Promise<readonly Report[]> {
  if (name === 'bundle') return [runBundle()];
  if (name === 'w4') return [await runBigBoard(repetitions, only)];
  if (name.startsWith('canvas')) return runCanvas([Number(name.slice('canvas'.length))], repetitions, only);
  return [await runFanOut(name, repetitions, only)];
}

function printGoals(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ goal, where, value, reached }) => [
    reached ? 'reached' : 'SHORT',
    where,
    rounded(value),
    limitOf(goal),
    GOALS[goal].says,
  ]);
  return table('Goals', ['', 'where', 'is', 'goal', 'what'], rows);
}

if (asked.some((name) => name !== 'bundle')) installPeers();
const startedAt = new Date();
const found: Record<string, unknown> = {};
const verdicts: Verdict[] = [];
let failed = false;
for (const name of new Set(asked)) {
  if (Date.now() - startedAt.getTime() > ENOUGH_MS) {
    console.error(`${name} left out: the machine is too busy for everything within ${ENOUGH_MS / 60_000} minutes`);
    continue;
  }
  console.error(`${name} … (load ${loadavg()[0]?.toFixed(1)})`);
  try {
    const reports = await run(name);
    for (const report of reports) {
      console.log(report.text);
      verdicts.push(...report.verdicts);
    }
    found[name] = reports.map(({ figures }) => figures);
  } catch (failure) {
    failed = true;
    console.error(`${name} failed:`, failure);
  }
}
console.log(printGoals(verdicts));
const minutes = (Date.now() - startedAt.getTime()) / 60_000;
console.log(`\n${minutes.toFixed(1)} minutes on ${cpus().length} cores, Node ${process.version}; load before the end ${loadavg()[0]?.toFixed(1)}.`);
const folder = join(import.meta.dirname, 'results');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${startedAt.toISOString().replace(/[:.]/gu, '-')}.json`);
writeFileSync(file, `${JSON.stringify({ startedAt, node: process.version, cores: cpus().length, repetitions, verdicts, found }, null, 2)}\n`);
console.log(`Written to ${file}`);
process.exit(failed ? 1 : 0);
