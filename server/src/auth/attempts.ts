// Counts wrong tries: per device, because a whole venue sits behind one address, and for the instance, because devices are cheap to
// invent. The clock is injected; nothing here runs by itself.
import { CODE_FAILURES_PER_DAY, CODE_FAILURES_PER_DEVICE, CODE_FAILURES_PER_HOUR, CODE_PAUSE_MS } from '@masa/shared/workshop';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Devices remembered at most; beyond it those that are not pausing are forgotten. */
const DEVICES_MAX = 10_000;

export interface Attempts {
  /** Ms until this device may try again, and whether it is the instance that pauses. 0 = now. */
  pause(device: string): { readonly ms: number; readonly of: 'device' | 'instance' };
  failed(device: string): void;
}

interface Tries {
  count: number;
  since: number;
  pausedUntil: number;
}

/** A count that starts anew when its window is over. */
function createWindow(now: () => number, lengthMs: number, max: number): { left(): number; add(): void } {
  let start = Number.NEGATIVE_INFINITY;
  let count = 0;
  return {
    left: () => (count >= max && now() < start + lengthMs ? start + lengthMs - now() : 0),
    add() {
      if (now() >= start + lengthMs) {
        start = now();
        count = 0;
      }
      count += 1;
    },
  };
}

export function createAttempts(now: () => number): Attempts {
  const devices = new Map<string, Tries>();
  const windows = [createWindow(now, HOUR_MS, CODE_FAILURES_PER_HOUR), createWindow(now, DAY_MS, CODE_FAILURES_PER_DAY)];
  return {
    pause(device) {
      const instance = Math.max(...windows.map((window) => window.left()));
      if (instance > 0) return { ms: instance, of: 'instance' };
      return { ms: Math.max(0, (devices.get(device)?.pausedUntil ?? 0) - now()), of: 'device' };
    },
    failed(device) {
      for (const window of windows) window.add();
      if (devices.size > DEVICES_MAX) {
        for (const [id, tries] of devices) if (tries.pausedUntil <= now()) devices.delete(id);
      }
      const known = devices.get(device);
      const tries = known && now() < known.since + HOUR_MS ? known : { count: 0, since: now(), pausedUntil: 0 };
      tries.count += 1;
      if (tries.count >= CODE_FAILURES_PER_DEVICE) {
        tries.count = 0;
        tries.pausedUntil = now() + CODE_PAUSE_MS;
      }
      devices.set(device, tries);
    },
  };
}
