// The ordinary commands on workshops, with a version of each board that is frozen or opened. Workshops themselves know no versions.
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { Workshops } from '../workshops/workshops.ts';
import type { Recorder } from './recorder.ts';
import { someoneOf } from './versions.ts';

interface Parts {
  readonly workshops: Workshops;
  readonly store: Pick<WorkshopStore, 'boards'>;
  readonly recorder: Recorder;
  readonly note: (event: string, fields: Readonly<Record<string, string>>) => void;
}

/** The version is taken after the step, when nobody writes any more; a step never waits for it and never fails with it. */
export function withStepVersions({ workshops, store, recorder, note }: Parts): Workshops {
  const keep = (board: string, caller: Parameters<Workshops['change']>[0]): void => {
    recorder.step(board, someoneOf(caller)).catch((failure: unknown) => {
      note('version.not-taken', { board, failure: failure instanceof Error ? failure.message : 'unknown' });
    });
  };
  return {
    ...workshops,
    async change(caller, id, to) {
      const after = await workshops.change(caller, id, to);
      if (to.state !== undefined) for (const board of await store.boards(id)) keep(board.id, caller);
      return after;
    },
    async changeBoard(caller, id, boardId, to) {
      const after = await workshops.changeBoard(caller, id, boardId, to);
      if (to.state !== undefined) keep(boardId, caller);
      return after;
    },
  };
}
