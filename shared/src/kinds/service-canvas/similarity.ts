// Whether two sentences say the same in nearly the same words. Used to notice an aim that only repeats the need.

/** Letters and digits only, lower case, without accents: "Топло място!" and "топло  място" are one wording. */
const plain = (text: string): string =>
  text
    .slice(0, 500)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const trigrams = (text: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const padded = ` ${plain(text)} `;
  for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  return found;
};

/**
 * How alike another text is to `text`: the Sørensen–Dice coefficient of their letter trigrams, 0 (nothing shared) to 1 (same
 * wording). Trigrams rather than words, because the five languages inflect: "млади родители" and "младите родители" stay close.
 */
export function similarity(text: string): (other: string) => number {
  const own = trigrams(text);
  return (other) => {
    const theirs = trigrams(other);
    if (own.size + theirs.size === 0 || plain(text) === '') return 0;
    let shared = 0;
    for (const each of theirs) if (own.has(each)) shared += 1;
    return (2 * shared) / (own.size + theirs.size);
  };
}
