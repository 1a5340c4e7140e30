// Finding words: without regard to capitals and to the signs on Latin letters, because not everybody's keyboard has them: ș = ş = s.
// Signs on Cyrillic letters make other letters (ї is not і, й is not и) and count.
import { type BoardReader, cellsInOrder } from '@masa/shared/board';
import { isBlank } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import type { FreeLayer } from '../editor/freeLayer.ts';

/** Letters that have no sign to take off and are still typed as another one. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ł: 'l', ı: 'i', '’': "'", ʼ: "'", '–': '-', '—': '-' };

/** A text as it is compared. Use on both sides. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[øæœßđłı’ʼ–—]/gu, (letter) => PLAIN[letter] ?? letter);

/**
 * How well a text answers what was typed: 0 = not at all. Every word typed must begin a word of the text, stand in it, or at least have
 * its letters there in order.
 */
export function score(text: string, typed: string): number {
  const [target, words] = [
    folded(text),
    folded(typed)
      .split(/\s+/u)
      .filter((word) => word !== ''),
  ];
  let sum = 0;
  for (const word of words) {
    const at = target.indexOf(word);
    const starts = at === 0 || (at > 0 && /[^\p{L}\p{N}]/u.test(target[at - 1] ?? ''));
    const part = at < 0 ? scattered(target, word) : starts ? 4 - Math.min(1, at / 40) : 2;
    if (part === 0) return 0;
    sum += part;
  }
  // Of two names that begin alike the shorter is meant.
  return words.length === 0 ? 1 : sum / words.length + words.join(' ').length / Math.max(target.length, 1) / 2;
}

/** Letters in order, at most two missed between neighbours: "dplct" for "duplicate". */
function scattered(target: string, word: string): number {
  if (word.length < 3) return 0;
  for (let start = target.indexOf(word.charAt(0)); start >= 0; start = target.indexOf(word.charAt(0), start + 1)) {
    let at = start;
    const isThere = Array.from(word.slice(1)).every((letter) => {
      const next = target.indexOf(letter, at + 1);
      if (next < 0 || next - at > 3) return false;
      at = next;
      return true;
    });
    if (isThere) return 1;
  }
  return 0;
}

/** What a command is called: in the viewer's language, in English, and the group it stands in. */
export interface Names {
  readonly name: string;
  readonly english: string;
  readonly group: string;
}

/** How well a command answers what was typed; 0 = not at all. What can be done now comes before what cannot. */
export function commandScore({ name, english, group }: Names, typed: string, isPossible: boolean): number {
  return Math.max(score(name, typed), score(english, typed) * 0.9, score(`${group} ${name}`, typed) * 0.6) * (isPossible ? 1 : 0.8);
}

export interface Hit {
  readonly id: string;
  readonly record: BoardRecord;
  /** What is shown on the board for it: a reply's comment. */
  readonly shown: string;
}

/** Everything with words on it, as it is read: the sheet cell by cell, then what lies free, from the top and from the left. */
export function readable(board: BoardReader, free: Pick<FreeLayer, 'get'>): readonly Hit[] {
  const inCells = cellsInOrder(board.template).flatMap((cell) => board.inCell(cell));
  const known = new Set(inCells.map((record) => record.id));
  const place = (record: BoardRecord): { readonly x: number; readonly y: number } => free.get(record.id)?.bounds ?? { x: 0, y: 0 };
  const loose = [...board.free()].sort((a, b) => place(a).y - place(b).y || place(a).x - place(b).x);
  for (const record of loose) known.add(record.id);
  const rest = board.live().filter((record) => !known.has(record.id));
  return [...inCells, ...loose, ...rest]
    .filter((record) => !isBlank(record.text) || record.notes !== '')
    .map((record) => {
      const of = record.type === 'reply' ? record.fields.of : undefined;
      return { id: record.id, record, shown: typeof of === 'string' && of !== '' ? of : record.id };
    });
}

/** What of a board holds what was typed, in text or notes. Nothing typed finds nothing. */
export function find(hits: readonly Hit[], typed: string): readonly Hit[] {
  const wanted = folded(typed.trim());
  if (wanted === '') return [];
  return hits.filter(({ record }) => folded(record.text).includes(wanted) || folded(record.notes).includes(wanted));
}

/** A line of the text around what was found, at most `length` characters. */
export function excerpt(record: BoardRecord, typed: string, length = 90): string {
  const wanted = folded(typed.trim());
  const text = (folded(record.text).includes(wanted) ? record.text : record.notes || record.text).replace(/\s+/gu, ' ').trim();
  // Folding changes few lengths, so the place in the folded text is near enough to cut at.
  const at = Math.max(0, folded(text).indexOf(wanted));
  const from = at + wanted.length <= length ? 0 : Math.max(0, at - 24);
  const cut = text.slice(from, from + length);
  return `${from > 0 ? '…' : ''}${cut}${from + length < text.length ? '…' : ''}`;
}
