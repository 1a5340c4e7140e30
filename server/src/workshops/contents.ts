// What is on the boards of a workshop: reading it, putting cards on it, and the contributions that came too late.

import { type BoardReader, type CommandContext, createReader } from '@masa/shared/board';
import { createId, type Language, LIMITS } from '@masa/shared/core';
import { type PutCard, putCards } from '@masa/shared/objects';
import { type Board, type Group, shownAuthor, type Workshop } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { Late } from '../store/workshopStore.ts';
import type { FoundTemplate } from '../templates/templates.ts';
import { placeAt } from './addresses.ts';
import type { BoardContent } from './boardDocuments.ts';
import type { WorkshopParts } from './workshops.ts';

export interface OpenedBoard {
  readonly board: Board;
  readonly workshop: Workshop;
  readonly group: Group | undefined;
  readonly reader: BoardReader;
}

/** A card and the name of its place (addresses.ts). */
interface NamedCard {
  readonly address: string;
  readonly text: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface Contents {
  read(caller: Caller, boardId: string, action?: 'board.read' | 'board.export'): Promise<OpenedBoard>;
  /** All boards of a workshop with their content, for whoever may have the report. */
  readAll(
    caller: Caller,
    workshopId: string,
  ): Promise<{ readonly workshop: Workshop; readonly groups: readonly Group[]; readonly boards: readonly OpenedBoard[] }>;
  /** Returns the ids of the new cards. All of them are on the board, or none. */
  add(caller: Caller, boardId: string, cards: readonly NamedCard[]): Promise<readonly string[]>;
  addLate(caller: Caller, boardId: string, cards: Late['cards']): Promise<string>;
  waitingLate(caller: Caller, workshopId: string): Promise<readonly Late[]>;
  decideLate(caller: Caller, workshopId: string, lateId: string, accept: boolean): Promise<readonly string[]>;
}

export const authorOf = ({ actor, name, participant }: Caller): CommandContext['author'] => ({
  id: actor.id,
  name,
  library: participant?.library ?? '',
  region: participant?.region ?? '',
});

export function createContents({ store, gate, documents, templates, changes, now }: WorkshopParts): Contents {
  const found = async ({ workshopId, template }: Board): Promise<FoundTemplate> =>
    orRefuse(await templates.find(workshopId, template), 'unknown-template');

  const readerOf = ({ kind, template }: FoundTemplate, { records, reactions }: BoardContent): BoardReader => {
    return createReader(kind, template, records, (id) => (Object.hasOwn(reactions, id) ? (reactions[id] ?? {}) : {}));
  };

  const put = async (board: Board, cards: readonly PutCard[], author: CommandContext['author']): Promise<readonly string[]> => {
    let made: readonly string[] = [];
    const pinned = await found(board);
    await documents.edit(board.id, (content) => {
      const edits = putCards(readerOf(pinned, content), cards, { author: shownAuthor(board.authorship, author), now: now() });
      if (content.records.length + edits.length > LIMITS.objectsMax) throw new Refusal('board-full');
      made = edits.flatMap((edit) => (edit.do === 'create' ? [edit.id] : []));
      return edits;
    });
    return made;
  };

  const checked = async (board: Board, cards: readonly NamedCard[]): Promise<readonly (NamedCard & PutCard)[]> => {
    const pinned = await found(board);
    return cards
      .filter((card) => card.text.trim() !== '')
      .map((card) => ({ fields: {}, ...card, ...orRefuse(placeAt(pinned, card.address), 'unknown-cell') }));
  };

  const open = async (board: Board, workshop: Workshop, groups: readonly Group[]): Promise<OpenedBoard> => ({
    board,
    workshop,
    group: groups.find((group) => group.id === board.groupId),
    reader: readerOf(await found(board), await documents.read(board.id)),
  });

  return {
    async read({ actor }, boardId, action = 'board.read') {
      const { board, workshop } = await gate.board(actor, boardId, action);
      return open(board, workshop, await store.groups(workshop.id));
    },

    async readAll({ actor }, workshopId) {
      const workshop = await gate.workshop(actor, workshopId, 'workshop.report');
      const groups = await store.groups(workshopId);
      const boards: OpenedBoard[] = [];
      for (const board of await store.boards(workshopId)) boards.push(await open(board, workshop, groups));
      return { workshop, groups, boards };
    },

    async add(caller, boardId, cards) {
      const { board } = await gate.board(caller.actor, boardId, 'board.write');
      return put(board, await checked(board, cards), authorOf(caller));
    },

    async addLate(caller, boardId, cards) {
      const { board, workshop } = await gate.board(caller.actor, boardId, 'board.late');
      if ((await store.waitingLate(workshop.id)).length >= LIMITS.lateMax) throw new Refusal('too-fast');
      const late: Late = {
        id: createId(),
        workshopId: workshop.id,
        boardId: board.id,
        author: shownAuthor(board.authorship, authorOf(caller)),
        at: now(),
        cards: (await checked(board, cards)).map(({ address, text }) => ({ address, text })),
      };
      await store.addLate(late);
      changes.emit({ workshopId: workshop.id });
      return late.id;
    },

    async waitingLate({ actor }, workshopId) {
      await gate.workshop(actor, workshopId, 'workshop.run');
      return store.waitingLate(workshopId);
    },

    async decideLate({ actor }, workshopId, lateId, accept) {
      await gate.workshop(actor, workshopId, 'workshop.run');
      const waiting = await store.late(lateId);
      const late = orRefuse(waiting?.workshopId === workshopId ? waiting : undefined, 'not-found');
      const board = orRefuse(await store.board(late.boardId), 'not-found');
      if (!(await store.settleLate(lateId, accept ? 'accepted' : 'dismissed'))) throw new Refusal('already-decided');
      try {
        return accept ? await put(board, await checked(board, late.cards), late.author) : [];
      } catch (failure) {
        await store.reopenLate(lateId);
        throw failure;
      } finally {
        changes.emit({ workshopId });
      }
    },
  };
}

/** The language labels are read in: what was asked for, else the person's own, else the workshop's. */
export const labelLanguage = (asked: Language | undefined, caller: Caller, workshop: Workshop): Language =>
  asked ?? caller.participant?.language ?? workshop.language;
