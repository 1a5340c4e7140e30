// Port: versions of boards, i.e. what a board was at some moments. It keeps what it is given; when a version is taken and which of
// them stay is decided above it.
//
// Promises of every adapter (tests/contracts/versionStore.test.ts):
//   add resolves only when the version is durable · versions come back newest first, in the order they were added · a state comes back
//   as it was given or not at all · thinning is all or nothing · boards do not see one another.

/** `auto`: taken after some minutes of change. `named`: somebody asked for it. `step`: the board was frozen or opened. `restore`: an earlier version was brought back. */
export type VersionHow = 'auto' | 'named' | 'step' | 'restore';

export interface Someone {
  readonly id: string;
  /** As they were called then. */
  readonly name: string;
}

/** What one person did between a version and the one before it: ids of objects. */
export interface PersonChanges {
  /** Null: it cannot be told who. */
  readonly by: Someone | null;
  readonly made: readonly string[];
  readonly changed: readonly string[];
  readonly moved: readonly string[];
  readonly binned: readonly string[];
  /** How many more objects of each there were than are listed; absent where all are. */
  readonly beyond?: Readonly<Record<'made' | 'changed' | 'moved' | 'binned', number>>;
}

export interface Version {
  readonly id: string;
  readonly board: string;
  /** Server time, ms. */
  readonly at: number;
  /** Sequence number of the board's log: everything up to it is in the version. */
  readonly seq: number;
  /** What people called it; null unless `named`. */
  readonly title: string | null;
  readonly how: VersionHow;
  /** Who named it, froze the board or brought a version back; null for `auto`. */
  readonly by: Someone | null;
  /** `restore`: the instant of the version that was brought back. */
  readonly ofAt: number | null;
  /** Since the version before. */
  readonly changes: readonly PersonChanges[];
  /** What it takes in the store; absent until it is there. */
  readonly bytes?: number;
}

export interface VersionState {
  /** Encoded state of a garbage-collected document, V1, not compressed. */
  readonly state: Uint8Array;
  /** How far it had come: its state vector and delete set, as Yjs encodes a snapshot. */
  readonly snapshot: Uint8Array;
}

export interface VersionStore {
  /** Rejects with `UnknownBoard` where the board was erased meanwhile, with `Unavailable` when storage fails. */
  add(version: Version, state: VersionState): Promise<void>;
  /** Newest first. */
  list(board: string): Promise<readonly Version[]>;
  /** Undefined where there is no such version, or where its bytes are no longer those that were written. */
  state(board: string, id: string): Promise<VersionState | undefined>;
  /** Only how far a version had come: enough to tell what changed since. */
  snapshot(board: string, id: string): Promise<Uint8Array | undefined>;
  /** Takes versions away and says anew what changed in those that follow them. */
  thin(board: string, drop: readonly string[], changes: ReadonlyMap<string, readonly PersonChanges[]>): Promise<void>;
  /** Takes away all versions of a board. */
  remove(board: string): Promise<void>;
}
