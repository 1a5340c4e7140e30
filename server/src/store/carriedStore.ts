// Port: which card came from which. Rows are written once and never changed; they go with either of their boards.

/** An object of a board. */
export interface Lying {
  readonly board: string;
  readonly object: string;
}

export interface CarriedRow {
  readonly from: Lying;
  readonly to: Lying;
  /** Who carried it; empty where a board of the two names nobody. */
  readonly by: string;
  /** Server time, ms. */
  readonly at: number;
  /** What the card said then. */
  readonly text: string;
}

export interface CarriedStore {
  /** All rows or none. A card that is known to have come from somewhere stays with that. Rejects with `UnknownBoard` where a board was erased meanwhile. */
  add(rows: readonly CarriedRow[]): Promise<void>;
  /** Where an object came from. */
  above(of: Lying): Promise<CarriedRow | undefined>;
  /** What came from these objects, in the order it was carried, at most `max` rows. */
  below(of: readonly Lying[], max: number): Promise<readonly CarriedRow[]>;
}
