// What can be carried from where: the boards somebody may read, and a page of cards of one of them or of all.
import { type BoardReader, isCarriable, slotOf } from '@masa/shared/board';
import { type Language, LIMITS } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import type { CardList, ListedCard } from '@masa/shared/wire';
import type { Board } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import { orRefuse } from '../auth/refusal.ts';
import { groupOf, readerFor, type ThreadParts, titleOfBoard } from './boards.ts';

export interface ListWish {
  readonly board?: string | undefined;
  readonly search?: string | undefined;
  /** 0 = the first. */
  readonly page: number;
}

/** Without a board all boards are read: not for one letter, which nearly every card has. */
const SEARCH_MIN = 2;

export async function listCards(parts: ThreadParts, caller: Caller, workshopId: string, wish: ListWish, language: Language): Promise<CardList> {
  const { store, gate } = parts;
  const workshop = await gate.workshop(caller.actor, workshopId, 'workshop.read');
  const groups = await store.groups(workshop.id);
  const ownGroup = caller.actor.role === 'participant' ? caller.actor.groupId : null;
  const isOwn = ({ groupId }: Board): boolean => groupId !== null && groupId === ownGroup;
  const numberOf = ({ groupId }: Board): number => groups.find(({ id }) => id === groupId)?.number ?? 0;
  const readable = [];
  for (const board of await store.boards(workshop.id)) {
    const { right } = await gate.standing(caller.actor, board.id);
    const found = right === 'none' ? undefined : await parts.findTemplate(workshop.id, board.template);
    if (right !== 'none' && found) readable.push({ board, right, found });
  }
  // The own table's first, then what is everybody's (number 0), then table by table.
  readable.sort((a, b) => Number(isOwn(b.board)) - Number(isOwn(a.board)) || numberOf(a.board) - numberOf(b.board));

  const typed = (wish.search ?? '').trim();
  const asked =
    wish.board === undefined
      ? readable
      : [
          orRefuse(
            readable.find(({ board }) => board.id === wish.board),
            'not-found',
          ),
        ];
  const isAsked = wish.board !== undefined || typed.length >= SEARCH_MIN;
  const begin = wish.page * LIMITS.cardListMax;
  const end = begin + LIMITS.cardListMax;
  const cards: ListedCard[] = [];
  let matches = 0;
  for (const { board, found } of isAsked ? asked : []) {
    if (matches > end) break;
    const reader = readerFor(found, await parts.documents.read(board.id));
    for (const record of matching(reader, typed)) {
      if (matches >= begin && matches < end) cards.push(listed(reader, board, record, language));
      matches += 1;
      if (matches > end) break;
    }
  }
  return {
    boards: readable.map(({ board, right, found }) => ({
      id: board.id,
      title: titleOfBoard(board, found, language),
      kind: board.kind,
      kindLabel: found.kind.label[language],
      template: board.template,
      group: groupOf(board, groups),
      isOwn: isOwn(board),
      right,
    })),
    cards,
    hasMore: matches > end,
  };
}

/** A text as it is compared: without regard to capitals and to the signs on Latin letters, which not every keyboard has. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase();

/** A record is another one whenever it changes, so each is folded once, however often people search. */
const foldedTexts = new WeakMap<BoardRecord, string>();
const foldedText = (record: BoardRecord): string => {
  const known = foldedTexts.get(record);
  if (known !== undefined) return known;
  const text = folded(record.text);
  foldedTexts.set(record, text);
  return text;
};

/** What can be carried and has all words: cell by cell as the sheet is read, then what lies beside it. */
function matching(reader: BoardReader, typed: string): readonly BoardRecord[] {
  const words = folded(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const inCells = reader.template.cells.toSorted((a, b) => a.order - b.order).flatMap((cell) => reader.inCell(cell));
  const elsewhere = [...reader.hidden().values()].flat();
  const all = [...new Set([...inCells, ...elsewhere, ...reader.free()])];
  return all.filter((record) => {
    if (!isCarriable(reader, record)) return false;
    return words.every((word) => foldedText(record).includes(word));
  });
}

const listed = (reader: BoardReader, board: Board, record: BoardRecord, language: Language): ListedCard => ({
  board: board.id,
  id: record.id,
  text: record.text,
  place: (reader.cellOf(record)?.title ?? slotOf(reader.kind, record)?.label)?.[language] ?? '',
  isSensitive: record.sensitive,
});
