// When a client that lost the server tries again.

const FIRST_DELAY_MS = 3_000;
const LONGEST_DELAY_MS = 30_000;

/**
 * How long to wait before try number `attempt` (0 = first): full jitter, so that a room whose server restarts does not come back as one.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export const retryDelayMs = (attempt: number, random: number): number =>
  random * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(Math.max(attempt, 0), 10));
