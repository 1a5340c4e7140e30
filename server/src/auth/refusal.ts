// A refusal: somebody asked for what is not theirs, not there or not possible now. It is thrown where it is found and ends at the
// boundary of the request or socket event, which turns the code into a sentence; nothing has been changed by then.
import type { ErrorCode } from '@masa/shared/i18n';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  /** For `too-…` refusals: when trying again makes sense, ms. */
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, retryAfterMs?: number) {
    super(code);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The value, or a refusal where there is none. */
export function orRefuse<T>(value: T | undefined, code: ErrorCode): T {
  if (value === undefined) throw new Refusal(code);
  return value;
}
