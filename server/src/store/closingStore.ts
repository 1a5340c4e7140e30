// Port: which rounds of boards were open, and since when they are closed. A restart changes no answer to whoever comes too late.

export interface NotedRound {
  readonly workshopId: string;
  readonly boardId: string;
  readonly round: string;
  /** Server time, ms; null while it is open. */
  readonly closedAt: number | null;
}

export interface ClosingStore {
  /** Those noted last, as many as asked for. */
  list(most: number): Promise<readonly NotedRound[]>;
  /** Notes it instead of what was noted of that round before. Of a board that was erased nothing is noted. */
  note(round: NotedRound): Promise<void>;
}
