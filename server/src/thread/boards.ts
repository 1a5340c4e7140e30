// Boards as the thread reads them: each once a request, with what the caller may do on it. What somebody may not read is not there.
import { type BoardReader, createReader } from '@masa/shared/board';
import type { Board, Group, Workshop } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import type { Gate } from '../auth/gate.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { FoundTemplate } from '../templates/templates.ts';
import type { BoardContent, BoardDocuments } from '../workshops/boardDocuments.ts';

export interface ThreadParts {
  readonly store: WorkshopStore;
  readonly gate: Gate;
  readonly documents: BoardDocuments;
  /** What a board is, by the reference it pins. */
  readonly findTemplate: (workshopId: string, ref: string) => Promise<FoundTemplate | undefined>;
}

export interface ReadableBoard {
  readonly board: Board;
  readonly workshop: Workshop;
  readonly found: FoundTemplate;
  readonly reader: BoardReader;
  /** The caller may know what was taken off it again. */
  readonly showsBin: boolean;
}

export const readerFor = ({ kind, template }: FoundTemplate, { records, reactions }: BoardContent): BoardReader =>
  createReader(kind, template, records, (id) => (Object.hasOwn(reactions, id) ? (reactions[id] ?? {}) : {}));

export const templateOf = async ({ findTemplate }: ThreadParts, board: Board): Promise<FoundTemplate> =>
  orRefuse(await findTemplate(board.workshopId, board.template), 'unknown-template');

/** Reads a board for somebody. Refuses as the gate does. */
export async function readBoardFor(parts: ThreadParts, { actor }: Caller, boardId: string): Promise<ReadableBoard> {
  const { board, workshop } = await parts.gate.board(actor, boardId, 'board.read');
  const found = await templateOf(parts, board);
  const reader = readerFor(found, await parts.documents.read(board.id));
  const showsBin = await parts.gate.board(actor, boardId, 'board.history').then(
    () => true,
    (failure: unknown) => {
      if (failure instanceof Refusal) return false;
      throw failure;
    },
  );
  return { board, workshop, found, reader, showsBin };
}

/** How a board is told of: its own title; where it has only its template’s, that in the reader’s language. */
export const titleOfBoard = ({ title }: Board, { template }: FoundTemplate, language: Workshop['language']): string =>
  title === '' || Object.values(template.title).includes(title) ? template.title[language] : title;

export const groupOf = (board: Board, groups: readonly Group[]): { readonly number: number; readonly name: string } | null => {
  const group = groups.find(({ id }) => id === board.groupId);
  return group ? { number: group.number, name: group.name } : null;
};
