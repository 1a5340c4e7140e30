// Join codes: digits, because people switch between Cyrillic and Latin keyboards. A code is a door's name, not a key to content, but
// nobody should find a door by trying.

/** Wrong codes the whole instance answers in a day and in an hour; afterwards it answers none until the time is over. */
export const CODE_FAILURES_PER_DAY = 1_000;
export const CODE_FAILURES_PER_HOUR = 600;
/** Wrong codes of one device before it pauses, and for how long. */
export const CODE_FAILURES_PER_DEVICE = 10;
export const CODE_PAUSE_MS = 60_000;

const SHORTEST = 6;
const LONGEST = 9;

/**
 * Length of the next code. With at most 10^(n-6) open doors of n digits, whoever tries `CODE_FAILURES_PER_DAY` codes of any length
 * finds a door with a probability of at most 1 in 1,000.
 *
 * @param openCodes the codes of all open doors
 */
export function codeLength(openCodes: readonly string[]): number {
  for (let length = SHORTEST; length < LONGEST; length += 1) {
    if (openCodes.filter((code) => code.length === length).length < 10 ** (length - SHORTEST)) return length;
  }
  return LONGEST;
}

/**
 * A code no open door has.
 *
 * @param randomBelow gives a whole number from 0 to `bound` - 1, unpredictable
 */
export function createCode(openCodes: readonly string[], randomBelow: (bound: number) => number): string {
  const length = codeLength(openCodes);
  for (;;) {
    const code = String(randomBelow(10 ** length)).padStart(length, '0');
    if (!openCodes.includes(code)) return code;
  }
}

export const isCode = (text: string): boolean => /^\d{6,9}$/.test(text);

/** As people read it aloud: groups of three. */
export const spokenCode = (code: string): string => code.replace(/(\d{3})(?=\d)/g, '$1 ');
