// What of a board may leave the workshop. Everything public – reports, exports, read model – is made from this reader and needs no
// rule of its own: confidential fields, notes, people's names, conversations and all content of sensitive cards, and of those the kind
// withholds, are not in it. Types say themselves whether they are shown, only counted (`countedOutside`) or withheld.
import type { Language } from '../core/index.ts';
import type { BoardRecord, Facet } from '../document/index.ts';
import type { BoardReader } from './kind.ts';
import { outsideOf } from './presentFree.ts';
import { WORDS } from './presentWords.ts';
import { createReader } from './reader.ts';
import { isBlankRecord, typeOf } from './records.ts';

/**
 * The board as it may be published. A sensitive or withheld card keeps its place, so that a reader sees that there is something, and says in
 * `language` that it is not shown; its text, fields and writer are gone. Nothing of the bin is there.
 */
export const publicReader = (board: BoardReader, language: Language): BoardReader =>
  createReader(
    board.kind,
    board.template,
    board
      .live()
      .filter((record) => outsideOf(board, record) === undefined)
      .map((record) => publicRecord(board, record, language)),
    (id) => board.reactions(id),
  );

function publicRecord(board: BoardReader, record: BoardRecord, language: Language): BoardRecord {
  const type = typeOf(board.kind, record.type);
  const author = { id: '', name: '', library: record.author.library, region: record.author.region };
  const stripped = { ...record, author, moved: null, lock: null, notes: '', issues: [] };
  const isOpen = type !== undefined && !record.sensitive;
  if (!isOpen || board.kind.isWithheld?.(record)) {
    const kept = Object.fromEntries(
      Object.entries({ ...type?.looks, ...type?.facets } as Readonly<Record<string, Facet<unknown>>>).map(([name, facet]) => [
        name,
        selects(board, name) ? record.fields[name] : facet.fallback,
      ]),
    );
    return {
      ...stripped,
      author: { id: '', name: '', library: '', region: '' },
      text: WORDS[isOpen ? 'staysInside' : 'notShown'][language],
      tags: [],
      fields: kept,
    };
  }
  const isSaid = (name: string): boolean => !(Object.hasOwn(type.facets, name) && type.facets[name]?.confidential);
  const fields = Object.fromEntries(
    Object.entries({ ...type.looks, ...type.facets }).map(([name, facet]) => [name, isSaid(name) ? record.fields[name] : facet.fallback]),
  );
  const shown = { ...stripped, fields };
  // Nothing of it may be said outside: it keeps its place as a sensitive card does.
  return isBlankRecord(board.kind, shown) ? { ...shown, text: WORDS.notShown[language] } : shown;
}

/** Whether a cell of the template chooses its cards by this facet: without it a card would change its cell. */
const selects = (board: BoardReader, facet: string): boolean =>
  board.template.cells.some((cell) => cell.slots.some((slot) => slot.when?.facet === facet));
