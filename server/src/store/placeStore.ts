// Port: where the people of a marketplace are. It keeps what it is given; who goes where is decided above it.
//
// Promises of every adapter (tests/server/marketStore.test.ts):
//   what resolves is durable · beginning is all or nothing, and happens once · groups come back in the order they were given · seats of a board
//   are one each · boards do not see one another · erasing a board erases its places.
import type { PlacingRules, SeatPlace } from '@masa/shared/workshop';

/** What a facilitator published on one marketplace. */
export interface PlacePlan {
  /** The marketplace. */
  readonly board: string;
  readonly rules: PlacingRules;
  /** What the boards of its groups are made from. */
  readonly template: string;
  /** `begun`: groups are being made, or were when the server stopped: whoever publishes again finishes it. */
  readonly state: 'begun' | 'done';
  /** Server time, ms. */
  readonly at: number;
}

/** A group that was made here. All its ids are chosen before anything is made, so that making it again makes nothing twice. */
export interface MadeGroup {
  /** The stall. */
  readonly topic: string;
  /** As the stall was called then. */
  readonly title: string;
  readonly group: string;
  readonly groupBoard: string;
  /** The stall's text on the group's board. */
  readonly card: string;
  /** The card for the group's harvest, on the marketplace. */
  readonly harvest: string;
}

export interface PlaceStore {
  plan(board: string): Promise<PlacePlan | undefined>;
  groups(board: string): Promise<readonly MadeGroup[]>;
  seats(board: string): Promise<readonly SeatPlace[]>;
  /** False, and nothing kept, where it was begun before. Rejects with `UnknownBoard` where the board was erased. */
  begin(plan: Omit<PlacePlan, 'state'>, groups: readonly MadeGroup[], seats: readonly SeatPlace[]): Promise<boolean>;
  /** One more group, with who goes there; the plan is begun again. False, and nothing kept, where the topic has a group. */
  add(board: string, group: MadeGroup, seats: readonly SeatPlace[]): Promise<boolean>;
  finish(board: string): Promise<void>;
  putSeats(board: string, seats: readonly SeatPlace[]): Promise<void>;
}
