// The order in which a board's changes become durable. Everything that must not be seen before its data is safe waits here:
// commit, then show. When storage fails, entries stay in memory up to a limit and are tried again; nothing of them is shown.
import { LIMITS } from '@masa/shared/core';
import { type LogEntry, type RoomLog, UnknownBoard } from '../store/roomLog.ts';

interface Step {
  /** Absent: only something to do once all steps before it are durable. */
  readonly entry?: LogEntry;
  readonly committed: (seq: number) => void;
}

export interface Journal {
  /** `committed` runs once the entry is durable. Ask `hasRoom` first: what was applied must be written. */
  write(entry: LogEntry, committed: (seq: number) => void): void;
  /** Whether memory may hold another entry of this size. */
  hasRoom(bytes: number): boolean;
  /** Runs `then` when everything written so far is durable: at once if nothing is open. */
  after(then: () => void): void;
  readonly idle: boolean;
  readonly failing: boolean;
  /** The newest durable sequence number. */
  readonly seq: number;
  /** Resolves when nothing is open, or with false after `withinMs`. */
  settle(withinMs: number): Promise<boolean>;
}

export interface JournalEvents {
  onFailing(failure: unknown): void;
  onRecovered(): void;
  /** The board was removed while somebody wrote: what waited is dropped. */
  onGone(): void;
  /** A step threw: a fault of ours, never of storage. */
  onFault(fault: unknown): void;
}

const RETRY_MS = [50, 100, 250, 500, 1_000, 2_000] as const;

export function createJournal(log: RoomLog, board: string, firstSeq: number, events: JournalEvents): Journal {
  let steps: Step[] = [];
  let running = false;
  let failures = 0;
  let bytes = 0;
  let entries = 0;
  let seq = firstSeq;
  let settled: (() => void)[] = [];

  const finish = (batch: readonly Step[], last: number, count: number): void => {
    let next = last - count;
    seq = last;
    for (const step of batch) {
      if (step.entry) {
        bytes -= step.entry.bytes.length;
        entries--;
      }
      try {
        step.committed(step.entry ? ++next : seq);
      } catch (fault) {
        events.onFault(fault);
      }
    }
  };

  const pump = async (): Promise<void> => {
    running = true;
    while (steps.length > 0) {
      let batch: Step[] = [];
      let written: readonly LogEntry[] = [];
      const take = (): readonly LogEntry[] => {
        batch = steps;
        steps = [];
        written = batch.flatMap((step) => (step.entry ? [step.entry] : []));
        return written;
      };
      let last = seq;
      try {
        if (steps.some((step) => step.entry)) last = await log.append(board, take);
        else take();
      } catch (failure) {
        if (failure instanceof UnknownBoard) {
          steps = [];
          events.onGone();
          break;
        }
        steps = [...batch, ...steps];
        if (failures++ === 0) events.onFailing(failure);
        // Not what keeps a closing process alive.
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS[Math.min(failures, RETRY_MS.length) - 1]).unref());
        continue;
      }
      finish(batch, last, written.length);
      if (failures > 0) {
        failures = 0;
        events.onRecovered();
      }
    }
    running = false;
    const waiting = settled;
    settled = [];
    for (const resolve of waiting) resolve();
  };

  const push = (step: Step): void => {
    steps.push(step);
    if (!running) void pump();
  };

  return {
    hasRoom: (more) => entries < LIMITS.unsavedEntries && bytes + more <= LIMITS.unsavedBytes,
    write(entry, committed) {
      bytes += entry.bytes.length;
      entries++;
      push({ entry, committed });
    },
    after(then) {
      if (running) push({ committed: then });
      else then();
    },
    get idle() {
      return !running;
    },
    get failing() {
      return failures > 0;
    },
    get seq() {
      return seq;
    },
    settle(withinMs) {
      if (!running) return Promise.resolve(true);
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), withinMs);
        settled.push(() => {
          clearTimeout(timer);
          resolve(true);
        });
      });
    },
  };
}
