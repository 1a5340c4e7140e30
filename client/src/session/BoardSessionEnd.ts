// Why the session of a board is over for good.
import { type SyncCloseName, syncCloseName } from '@masa/shared/wire';

/** Why a session is over. `refused` and `other-epoch`: open the board again; the copy is set aside (offlineAside.ts). */
export type SessionEnd = 'refused' | 'other-epoch' | 'deleted' | 'forbidden' | 'signed-out' | 'elsewhere' | 'crowded' | 'closed';

/** What a final close code means for the page. 0: there was no ticket to be had. */
export function endOf(code: number): SessionEnd {
  if (code === 0) return 'signed-out';
  const closed = syncCloseName(code);
  return (closed && ENDS[closed]) ?? 'closed';
}

const ENDS: Partial<Record<SyncCloseName, SessionEnd>> = {
  forbidden: 'forbidden',
  boardGone: 'deleted',
  superseded: 'elsewhere',
  tooManyWindows: 'crowded',
  otherEpoch: 'other-epoch',
};
