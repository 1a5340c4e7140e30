// What has just changed in workshops, for whoever shows it live.
import { createEmitter, type Emitter } from '@masa/shared/core';

export interface WorkshopChanged {
  readonly workshopId: string;
  /** What the server keeps of this board beside its document is another: answers, drafts, places in groups. Its pulse grows. */
  readonly boardId?: string;
}

/** Fires after the change is stored. */
export interface Changes extends Emitter<WorkshopChanged> {
  /** Grows with every change told of a board. A page that knows an older one asks again. */
  pulse(boardId: string): number;
}

/** @param now pulses begin there, so that one told before a restart is never told again */
export function createChanges(now: () => number): Changes {
  const emitter = createEmitter<WorkshopChanged>();
  const start = now();
  const pulses = new Map<string, number>();
  const pulse = (boardId: string): number => pulses.get(boardId) ?? start;
  emitter.on(({ boardId }) => {
    if (boardId !== undefined) pulses.set(boardId, pulse(boardId) + 1);
  });
  return { ...emitter, pulse };
}
