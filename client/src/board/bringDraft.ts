// What only this device had of one's own draft, brought onto the board once the server has shown what it had.
import type { Unsubscribe } from '@masa/shared/core';
import type { OpenBoard } from '../openBoard.ts';
import type { CarryOptions } from '../session/draftCarry.ts';
import { setAside } from '../session/offlineAside.ts';
import { forgetDraft, leftOfDraft } from '../session/ownDraft.ts';

export interface BringOptions extends CarryOptions {
  /** Of the draft's copy on this device. */
  readonly name: string;
  readonly held: Uint8Array | undefined;
}

/** Waits until the board is here as the server has it. @param done called once, also where there was nothing to bring */
export function bringDraft({ editor, session }: OpenBoard, { name, held, ...options }: BringOptions, done: () => void): Unsubscribe {
  let isBegun = false;
  let isOver = false;
  const bring = async (): Promise<void> => {
    const left = await leftOfDraft(name, held);
    if (isOver) return;
    if (left) {
      const mayWrite = session.view.get().right === 'write';
      if (mayWrite) editor.perform((await import('../session/draftCarry.ts')).carryEdits(editor.doc, left, options));
      // The board takes nothing now: it goes the way of everything that comes too late.
      else await setAside(session.name, { at: editor.context().now, why: 'closed', update: left }, false);
    }
    if (!isOver) done();
    await forgetDraft(name);
  };
  const look = (): void => {
    const { connection, isLoaded, right } = session.view.get();
    if (isBegun || connection !== 'open' || !isLoaded || right === null) return;
    isBegun = true;
    void bring();
  };
  const stop = session.view.subscribe(look);
  look();
  return () => {
    isOver = true;
    stop();
  };
}
