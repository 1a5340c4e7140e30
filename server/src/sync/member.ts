// Who is connected to a room, as the room sees them.
import type { SyncCloseName, SyncRight } from '@masa/shared/wire';
import type { BoardTerms } from '@masa/shared/workshop';
import type { Listener } from './broadcast.ts';
import type { Person } from './presence.ts';
import type { Receipts } from './receipts.ts';

/** A connected socket as its room sees it. */
export interface Member extends Listener {
  readonly person: Person;
  readonly right: SyncRight;
  readonly terms: BoardTerms;
  /** It asked for receipts. */
  readonly ack: boolean;
  /** Whether others may see it, and it them. */
  readonly visible: boolean;
  readonly receipts: Receipts;
  /** From now on it gets what everybody gets. */
  listen(): void;
  send(...messages: readonly Uint8Array[]): void;
  /** Sends SyncStep1, now or as soon as this has not just been done. */
  ask(): void;
  changeRight(right: SyncRight, terms: BoardTerms): void;
  close(why: SyncCloseName): void;
}
