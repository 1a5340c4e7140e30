// Two and three people on the same few objects, thousands of times. FUZZ_SEED says which schedules, FUZZ_TOGETHER how many.
import { judge } from '@masa/server/sync/admission';
import { objectsOf } from '@masa/shared/document';
import { beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { work } from '../support/together.ts';
import type { Fault } from '../support/togetherLedger.ts';
import { START_UPDATE } from '../support/togetherSight.ts';
import { FUZZ_SEED, newDoc } from './sheets.ts';

const RUNS = Number(process.env.FUZZ_TOGETHER ?? 10_000);
/** Faults told per rule. */
const TOLD = 12;

const found = new Map<Fault['rule'], string[]>();
let undone = 0;

/** Runs one schedule; its faults are told by seed, so that it can be kept below by name. */
function run(seed: number, submit?: Parameters<typeof work>[1]): void {
  const outcome = work(seed, submit);
  undone += outcome.undone;
  for (const { rule, says } of outcome.faults) {
    const told = found.get(rule) ?? [];
    if (told.length < TOLD) told.push(`seed ${seed}: ${says}`);
    found.set(rule, told);
  }
}

/** A server that is told every change as soon as it is made, and says why it would not take it. */
function admission(): (update: Uint8Array, by: string) => string | undefined {
  const doc = newDoc();
  Y.applyUpdate(doc, START_UPDATE);
  const owners = new Map<number, string>();
  return (update, by) => {
    const verdict = judge(update, { doc, owners, objects: objectsOf(doc).size }, { id: by, isStaff: false });
    if (verdict.verdict === 'apply') {
      Y.applyUpdate(doc, update);
      for (const client of verdict.claims) owners.set(client, by);
    }
    return verdict.verdict === 'refuse' ? verdict.reason : verdict.verdict === 'gap' ? 'gap' : undefined;
  };
}

beforeAll(() => {
  const begun = performance.now();
  for (let at = 0; at < RUNS; at += 1) run(FUZZ_SEED + at, at % 10 === 0 ? admission() : undefined);
  console.log(`${RUNS} schedules from seed ${FUZZ_SEED}: ${undone} times undone or redone, ${Math.round(performance.now() - begun)} ms`);
}, 300_000);

const faults = (rule: Fault['rule']): readonly string[] => found.get(rule) ?? [];

test('TOGETHER-1 all replicas hold and read the same when everything has arrived, and after everything was taken back', () => {
  expect(faults('converge')).toEqual([]);
  expect(undone).toBeGreaterThan(RUNS * 2);
});

test('TOGETHER-2 every object that ever was made is whole, and lies on the board or in the bin', () => {
  expect(faults('half-lost')).toEqual([]);
});

test('TOGETHER-3 undo and redo change what was last set by whoever undoes, all of it and nothing else, and nothing under a lock', () => {
  expect(faults('facets')).toEqual([]);
});

test('TOGETHER-4 no letter is lost or doubled; undo takes nobody else’s away and brings back only what whoever undoes had taken away', () => {
  expect(faults('text')).toEqual([]);
});

test('TOGETHER-5 when everybody has undone everything, what one person alone had changed is as it was', () => {
  expect(faults('everything')).toEqual([]);
});

test('TOGETHER-12 the server takes every change that honest people’s work, undo and redo make', () => {
  expect(faults('server')).toEqual([]);
});

// Schedules that once failed, each for another fault.
test.each([
  ['an undo left an empty value where nobody had set one, which an arrow cannot read', 20_250_614],
  ['an undo took a lock for one’s own because it was equal', 20_250_625],
])('TOGETHER-13 kept: %s', (_, seed) => {
  expect(work(seed).faults).toEqual([]);
});
