// Why a board cannot be written on just now, from what the server and the connection say.
import type { ReadOnlyReason } from '../editor/Editor.ts';
import type { SessionEnd } from '../session/BoardSessionEnd.ts';

export interface WritingState {
  readonly end: SessionEnd | null;
  readonly mayWrite: boolean;
  /** When the page opened. */
  readonly couldWrite: boolean;
  /** The board or its whole workshop, as far as is known here. */
  readonly isFrozen: boolean;
  readonly isParticipant: boolean;
}

/** Null = it can be written on. */
export function readOnlyReason({ end, mayWrite, couldWrite, isFrozen, isParticipant }: WritingState): ReadOnlyReason | null {
  if (end === 'refused') return 'refused';
  // The connection is over for good: what is written from now on would reach nobody. A board of another epoch is opened anew at once.
  if (end !== null && end !== 'other-epoch') return 'role';
  if (mayWrite) return null;
  // Who could write and no longer may was stopped, also where that was said while this device was away.
  return isParticipant && (isFrozen || couldWrite) ? 'frozen' : 'role';
}
