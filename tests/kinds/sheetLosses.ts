// What "nothing is lost" means, counted: every visible character of the pasted text is somewhere in what was read.
import { cleanText } from '@masa/shared/core';
import { type ParsedSheet, parseSheets } from '@masa/shared/kinds';

const counted = (texts: readonly string[], keep: RegExp): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) for (const [letter] of text.matchAll(keep)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
};

/** Characters that `have` holds less often than `wanted`. */
const lacking = (wanted: Map<string, number>, have: Map<string, number>): string[] =>
  [...wanted].filter(([letter, count]) => (have.get(letter) ?? 0) < count).map(([letter, count]) => `${letter} ${have.get(letter) ?? 0} of ${count}`);

const cardsOf = (sheets: readonly ParsedSheet[]) => sheets.flatMap((sheet) => sheet.cells.flatMap((cell) => cell.cards));

/** Word's `o` bullet, a letter by its code only, is the one exception of the second count. */
const withoutWordBullets = (text: string): string => text.replace(/(?<!\p{L})o(?=\t)/gu, '');

/** What reading `raw` as sheets loses; empty as it should be. */
export function losses(raw: string): string[] {
  const text = cleanText(raw);
  const { sheets } = parseSheets(raw);
  const marks = sheets.flatMap((sheet) => [sheet.heading ?? '', ...sheet.cells.map((cell) => cell.label)]);
  const rest = sheets.flatMap((sheet) => sheet.rest);
  const sources = cardsOf(sheets).map((card) => card.source ?? card.text);
  const texts = cardsOf(sheets).map((card) => card.text);
  const visible = /\S/gu;
  const spoken = /[\p{L}\p{N}]/gu;
  return [
    ...lacking(counted([text], visible), counted([...marks, ...rest, ...sources], visible)),
    ...lacking(counted([withoutWordBullets(text)], spoken), counted([...marks, ...rest, ...texts], spoken)),
  ];
}
