// The thread through the boards of a workshop, as people ask for it: carrying cards, following them, and what could be brought in.
import type { Language } from '@masa/shared/core';
import type { CardList, Thread } from '@masa/shared/wire';
import type { Workshop } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import type { CarriedRow, CarriedStore } from '../store/carriedStore.ts';
import { labelLanguage } from '../workshops/contents.ts';
import type { ThreadParts } from './boards.ts';
import { type CarryWish, carry } from './carrying.ts';
import { follow } from './following.ts';
import { type ListWish, listCards } from './listing.ts';

export interface ThreadOfBoards {
  /** Returns the ids of the new cards, in the order asked. All of them are on the board, or none. */
  carry(caller: Caller, boardId: string, wish: CarryWish, language: Language | undefined): Promise<readonly string[]>;
  follow(caller: Caller, boardId: string, objectId: string, language: Language | undefined): Promise<Thread>;
  list(caller: Caller, workshopId: string, wish: ListWish, language: Language | undefined): Promise<CardList>;
  /** Cards other parts of the server have made of others: whoever follows them finds them. After the cards are on their board. */
  note(rows: readonly CarriedRow[]): Promise<void>;
}

interface Parts extends ThreadParts {
  readonly carriedStore: CarriedStore;
  readonly now: () => number;
}

export function createThread(parts: Parts): ThreadOfBoards {
  const spoken = (asked: Language | undefined, caller: Caller, workshop: Workshop | undefined): Language =>
    workshop ? labelLanguage(asked, caller, workshop) : (asked ?? 'en');
  const ofBoard = async (boardId: string): Promise<Workshop | undefined> => {
    const board = await parts.store.board(boardId);
    return board && parts.store.workshop(board.workshopId);
  };
  return {
    carry: async (caller, boardId, wish, language) => carry(parts, caller, boardId, wish, spoken(language, caller, await ofBoard(boardId))),
    async follow(caller, boardId, objectId, language) {
      const { cards, isCut } = await follow(parts, caller, { board: boardId, object: objectId }, spoken(language, caller, await ofBoard(boardId)));
      return { cards: [...cards], isCut };
    },
    list: async (caller, workshopId, wish, language) =>
      listCards(parts, caller, workshopId, wish, spoken(language, caller, await parts.store.workshop(workshopId))),
    note: (rows) => parts.carriedStore.add(rows),
  };
}
