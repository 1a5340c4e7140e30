// Figures: medians and percentiles. Everything a bench prints is a median of repetitions.

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? Number.NaN) : ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2;
};

/** Counts durations in steps of 0.1 ms up to 20 s: millions of samples without keeping them. */
export interface Histogram {
  add(ms: number): void;
  quantile(share: number): number;
  readonly count: number;
}

export function createHistogram(): Histogram {
  const STEPS = 200_000;
  const steps = new Uint32Array(STEPS + 1);
  let count = 0;
  return {
    add(ms) {
      const step = Math.min(STEPS, Math.max(0, Math.round(ms * 10)));
      steps[step] = (steps[step] ?? 0) + 1;
      count += 1;
    },
    quantile(share) {
      let left = Math.ceil(count * share);
      for (let step = 0; step <= STEPS; step += 1) {
        left -= steps[step] ?? 0;
        if (left <= 0) return step / 10;
      }
      return Number.NaN;
    },
    get count() {
      return count;
    },
  };
}

/** The figures of several repetitions of one thing, each reduced to its median. Fields that are not numbers keep their first value. */
export function medians<T extends object>(runs: readonly T[]): T {
  const [first] = runs;
  if (!first) throw new Error('no repetition gave figures');
  const entries = Object.entries(first).map(([name, value]) => [
    name,
    typeof value === 'number' ? median(runs.map((run) => (run as Record<string, unknown>)[name] as number)) : value,
  ]);
  return Object.fromEntries(entries) as T;
}

export const rounded = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : size >= 0.1 || size === 0 ? value.toFixed(2) : value.toFixed(3);
};
