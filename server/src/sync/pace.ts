// How fast one person may write to one board. A client that is faster is slowed, never refused; others do not notice.

export interface Pace {
  /** Takes `cost` and returns how long the client must wait before its next frame is read, ms. 0 = go on. */
  spend(cost: number, now: number): number;
}

/** A bucket that holds `burst` and refills by `perSecond`. It may go below zero: the debt is what the client waits for. */
export function createPace(perSecond: number, burst: number, startedAt: number): Pace {
  let left = burst;
  let last = startedAt;
  return {
    spend(cost, now) {
      left = Math.min(burst, left + (Math.max(0, now - last) / 1000) * perSecond) - cost;
      last = now;
      return left >= 0 ? 0 : Math.ceil((-left / perSecond) * 1000);
    },
  };
}
