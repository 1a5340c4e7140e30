// Port: what seats answered in the rounds of boards. It keeps what it is given; who may answer, what an answer may be and who reads it
// is decided above it.
//
// Promises of every adapter (tests/contracts/answerStore.test.ts):
//   put resolves only when the answer is durable · a seat has one answer about an object, the last one put · a check that throws leaves
//   everything as it was, and no other answer of that seat comes between check and answer · boards, rounds, participants and seats do not
//   see one another.

export interface SeatRef {
  readonly board: string;
  readonly round: string;
  readonly participant: string;
  /** From 1 on. */
  readonly seat: number;
}

export interface Answer extends SeatRef {
  readonly object: string;
  /** JSON. */
  readonly value: unknown;
  /** Server time, ms. */
  readonly at: number;
}

export interface AnswerStore {
  /**
   * Keeps an answer instead of the one that seat gave about that object before. Rejects with what `check` throws, which is given that
   * seat's other answers; with `UnknownBoard` where the board was erased; with `Unavailable` when storage fails.
   */
  put(answer: Answer, check?: (others: readonly Answer[]) => void): Promise<void>;
  /** Whether there was one. */
  withdraw(of: SeatRef, object: string): Promise<boolean>;
  /** All answers of one participant's seats, in no particular order. */
  ofParticipant(board: string, round: string, participant: string): Promise<readonly Answer[]>;
  /** All answers of a round, in no particular order. */
  all(board: string, round: string): Promise<readonly Answer[]>;
  /** Takes away all answers of a board. */
  remove(board: string): Promise<void>;
}
