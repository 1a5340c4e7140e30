// Port: which draft documents there are. What is in them is in the log.

export interface Draft {
  readonly board: string;
  readonly participant: string;
  /** Id of its document: nobody can guess it, and nothing can be told from it. */
  readonly document: string;
  /** Something was written on it. */
  readonly hasBegun: boolean;
}

export interface DraftStore {
  /** Keeps it, unless this participant has one beside this board. Returns the one that is kept. */
  add(draft: Omit<Draft, 'hasBegun'>): Promise<Draft>;
  /** In no particular order. */
  list(board: string): Promise<readonly Draft[]>;
  /** Boards that have drafts. */
  boards(): Promise<readonly string[]>;
  /** Notes that something was written. The draft if this was the first time. */
  begin(document: string): Promise<Draft | undefined>;
  remove(documents: readonly string[]): Promise<void>;
}
