// The server's clock as this device sees it. A device's own clock may be wrong by hours; only the offset to the server counts.

export interface ClockSample {
  /** Device time when the question left, ms. */
  readonly askedAt: number;
  /** Server time when it answered, ms. */
  readonly serverAt: number;
  /** Device time when the answer arrived, ms. */
  readonly answeredAt: number;
}

/** Server minus device, ms, by one round trip: the answer is taken to be made half way. */
export const offsetOf = ({ askedAt, serverAt, answeredAt }: ClockSample): number => serverAt - (askedAt + answeredAt) / 2;

const KEPT = 9;

export interface ServerClock {
  /** Server time now, whole ms since 1970. Until the first sample: the device's own. */
  now(): number;
  /** Server minus device, ms. */
  readonly offsetMs: number;
  add(sample: ClockSample): void;
}

/**
 * Keeps the latest samples; the offset is the median over the faster half of them, since a slow round trip says little.
 *
 * @param deviceNow device time, ms
 */
export function createServerClock(deviceNow: () => number = Date.now): ServerClock {
  let samples: readonly ClockSample[] = [];
  let offset = 0;
  return {
    now: () => Math.round(deviceNow() + offset),
    get offsetMs() {
      return offset;
    },
    add(sample) {
      if (sample.answeredAt < sample.askedAt) return;
      samples = [...samples, sample].slice(-KEPT);
      const fast = [...samples]
        .sort((a, b) => a.answeredAt - a.askedAt - (b.answeredAt - b.askedAt))
        .slice(0, Math.ceil(samples.length / 2))
        .map(offsetOf)
        .sort((a, b) => a - b);
      const middle = Math.floor(fast.length / 2);
      const high = fast[middle] ?? 0;
      offset = fast.length % 2 === 1 ? high : ((fast[middle - 1] ?? high) + high) / 2;
    },
  };
}
