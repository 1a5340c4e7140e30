// Telling a workshop that answers have come, not with each of them: a hundred people who answer at once would each make a hundred pages
// ask again.
import type { Changes } from '../workshops/changes.ts';

/** Answers of one workshop within this time are told together. */
const GATHER_MS = 1_000;

export interface Pulses {
  answered(workshopId: string, boardId: string): void;
  close(): void;
}

export function createPulses(changes: Pick<Changes, 'emit'>, gatherMs: number = GATHER_MS): Pulses {
  const due = new Map<string, { readonly boards: Set<string>; readonly timer: NodeJS.Timeout }>();

  const tell = (workshopId: string): void => {
    const boards = due.get(workshopId)?.boards ?? [];
    due.delete(workshopId);
    for (const boardId of boards) changes.emit({ workshopId, boardId });
  };

  return {
    answered(workshopId, boardId) {
      const waiting = due.get(workshopId);
      if (waiting) {
        waiting.boards.add(boardId);
        return;
      }
      const timer = setTimeout(() => tell(workshopId), gatherMs);
      due.set(workshopId, { boards: new Set([boardId]), timer });
    },
    close() {
      for (const { timer } of due.values()) clearTimeout(timer);
      due.clear();
    },
  };
}
