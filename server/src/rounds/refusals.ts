// Why an answer is not taken, beyond the refusals everything has. Nothing has been changed where one of these is thrown.
import type { Issue } from '@masa/shared/core';
import { Refusal } from '../auth/refusal.ts';

/** The round does not ask, or no more. */
export class RoundClosed extends Refusal {
  /** Server time, ms; undefined where nobody had seen it open. */
  readonly closedAt: number | undefined;

  constructor(closedAt: number | undefined) {
    super('round-closed');
    this.closedAt = closedAt;
  }
}

/** The kind of the board does not take this answer, or not beside the others of that seat. */
export class AnswerRefused extends Error {
  override readonly name = 'AnswerRefused';
  /** Its code is the kind's own. */
  readonly issue: Issue;
  /** Objects: dropping the answer about any one of them would make room for this one. */
  readonly droppable: readonly string[];

  constructor(issue: Issue, droppable: readonly string[] = []) {
    super(issue.code);
    this.issue = issue;
    this.droppable = droppable;
  }
}
