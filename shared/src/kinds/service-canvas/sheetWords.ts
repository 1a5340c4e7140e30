// Comparing words as people type them: case, missing or wrong diacritics (cedilla ş ţ), and letters of the other alphabet that look
// alike (Unicode TR 39 calls them confusables), which a keyboard layout switched too late leaves in words.

/** Latin letters, lower case, that look like Cyrillic ones in either case. */
const LATIN = 'aeopcxyikmthbj';
const CYRILLIC = 'аеорсхуікмтнвј';
const TO_CYRILLIC = new Map(Array.from(LATIN).map((letter, at) => [letter, CYRILLIC[at] ?? letter]));
const TO_LATIN = new Map(Array.from(LATIN).map((letter, at) => [CYRILLIC[at] ?? letter, letter]));

const swap = (word: string, map: ReadonlyMap<string, string>): string => word.replace(/./gu, (letter) => map.get(letter) ?? letter);

/** A word in lower case, without diacritics, in one alphabet: `Рeсурси` with a Latin e → `ресурси`, `Țintă` → `tinta`, `Mål` → `mal`. */
export function fold(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  // A text has few different words; the bound keeps hostile ones from staying in memory.
  if (folded.size >= 4_000) folded.clear();
  const plain = foldOnce(word);
  folded.set(word, plain);
  return plain;
}

const folded = new Map<string, string>();

function foldOnce(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/gu, 'o')
    .replace(/æ/gu, 'ae')
    .replace(/['ʼ‘`]/gu, '’');
  const cyrillic = plain.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = plain.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic === 0 || latin === 0) return plain;
  // The alphabet that the strangers can be read in; if either can, the one with more letters.
  const allLookLike = (map: ReadonlyMap<string, string>, script: RegExp): boolean => (plain.match(script) ?? []).every((letter) => map.has(letter));
  const readsCyrillic = allLookLike(TO_CYRILLIC, /\p{Script=Latin}/gu);
  const readsLatin = allLookLike(TO_LATIN, /\p{Script=Cyrillic}/gu);
  if (readsCyrillic !== readsLatin) return readsCyrillic ? swap(plain, TO_CYRILLIC) : swap(plain, TO_LATIN);
  return cyrillic >= latin ? swap(plain, TO_CYRILLIC) : swap(plain, TO_LATIN);
}

/** Whether two folded words differ by at most one letter added, left out, replaced, or two neighbours swapped. */
export function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const restA = a.slice(start, endA);
  const restB = b.slice(start, endB);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
