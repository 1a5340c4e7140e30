// What one bench hands over: its table, what is judged, all figures, and what did not come about.
import type { Verdict } from '../goals.ts';

export interface Report {
  readonly text: string;
  readonly verdicts: readonly Verdict[];
  readonly figures: unknown;
  /** One sentence for each contestant or part that gave no figures. */
  readonly failures: readonly string[];
}

/** How a bench is run. */
export interface RunOptions {
  readonly repetitions: number;
  /** Names of contestants; all of them if empty. */
  readonly only: readonly string[];
  /** How many times slower the browser's main thread is made; 1 = not at all. */
  readonly throttle: number;
  /** No further repetition is begun after this, `Date.now()`. */
  readonly until: number;
}

export const isAsked = (name: string, only: readonly string[]): boolean => only.length === 0 || only.includes(name);

/** Whether there is time for one more turn. The first always is. */
export const mayRepeat = (turn: number, { until }: RunOptions): boolean => turn === 0 || Date.now() < until;
