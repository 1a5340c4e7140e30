// The budget: what every judged figure was when a run was last accepted. A run is compared with it, so that something that became slower
// is seen also while its goal is still reached. Figures of different machines differ less than they seem: most are ratios of one run.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GOALS, type Goal, type GoalName, limitOf, type Verdict } from './goals.ts';
import { rounded } from './support/figures.ts';

const FILE = join(import.meta.dirname, 'budget.json');

/** How much worse a figure may be before it is called so, as a share of what was accepted. */
const MARGIN = 0.2;
/** Figures that a busy moment changes more. */
const MARGINS: Partial<Readonly<Record<GoalName, number>>> = {
  latency: 0.6,
  longTask: 0.6,
  firstPaint: 0.5,
  wallPaint: 0.5,
  typing: 0.5,
  appThread: 0.4,
  joinTime: 0.5,
  joinCpu: 0.5,
  coldOpen: 0.5,
  joinPage: 0.01,
  boardPage: 0.01,
};

/** Accepted figures by goal, then by where they were measured. */
type Budget = Readonly<Record<string, Readonly<Record<string, number>>>>;

const readBudget = (): Budget => JSON.parse(readFileSync(FILE, 'utf8')) as Budget;

const marginOf = (goal: GoalName): number => MARGINS[goal] ?? MARGIN;

/** One line for each figure that is worse than the budget allows. */
export function worseThanBudget(verdicts: readonly Verdict[]): readonly string[] {
  const budget = readBudget();
  return verdicts.flatMap(({ goal, where, value }) => {
    const accepted = budget[goal]?.[where];
    if (accepted === undefined) return [];
    const { most }: Goal = GOALS[goal];
    const bound = most === undefined ? accepted * (1 - marginOf(goal)) : accepted * (1 + marginOf(goal));
    const isWorse = Number.isNaN(value) || (most === undefined ? value < bound : value > bound);
    return isWorse ? [`worse than the budget: ${goal}, ${where}: ${rounded(value)}, accepted ${rounded(accepted)} (goal ${limitOf(goal)})`] : [];
  });
}

/** Takes what was measured as the budget; what this run did not measure stays as it was. */
export function acceptBudget(verdicts: readonly Verdict[]): void {
  const next: Record<string, Record<string, number>> = {};
  for (const [goal, places] of Object.entries(readBudget())) next[goal] = { ...places };
  for (const { goal, where, value } of verdicts) {
    // Nothing was seen at all: a bound at nothing would forbid everything.
    if (!Number.isFinite(value) || value === 0) continue;
    next[goal] = { ...next[goal], [where]: Number(value.toPrecision(3)) };
  }
  const sorted = Object.fromEntries(
    Object.entries(next)
      .sort(([a], [b]) => a.localeCompare(b, 'en'))
      .map(([goal, places]) => [goal, Object.fromEntries(Object.entries(places).sort(([a], [b]) => a.localeCompare(b, 'en')))]),
  );
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}
