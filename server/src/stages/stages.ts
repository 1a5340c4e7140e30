// What moving a stage does, whose names a board shows, whether a table is ready. A board's stages are moved one after the other, and no
// draft is opened in between: what was acknowledged to its writer is on the board or still in the draft, never in neither.
import { type BoardKind, createReader, roundOf, type Stage, stageOf, stagesOf } from '@masa/shared/board';
import { isErrorCode } from '@masa/shared/i18n';
import { kindById } from '@masa/shared/kinds';
import type { BoardStage } from '@masa/shared/wire';
import type { Authorship, Board, Participant, Workshop } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import { type Gate, stageOfBoard } from '../auth/gate.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { Draft, DraftStore } from '../store/draftStore.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { BoardDocuments } from '../workshops/boardDocuments.ts';
import type { Changes } from '../workshops/changes.ts';
import { createDraftId, isDraft, type StageDocuments } from './draftDocuments.ts';
import { fitting, revealed, type Writer } from './reveal.ts';
import { inSlices } from './slices.ts';

export interface Stages {
  read(caller: Caller, boardId: string): Promise<BoardStage>;
  /** Returns how many drafts did not fit on the board and stay with their authors. */
  set(caller: Caller, boardId: string, stage: string): Promise<number>;
  setAuthorship(caller: Caller, boardId: string, authorship: Authorship): Promise<void>;
  setReady(caller: Caller, boardId: string, isReady: boolean): Promise<void>;
  /** The document of a participant's own draft, made when it is first opened; undefined once the stage is over. */
  openDraft(boardId: string, participantId: string): Promise<string | undefined>;
  /** Puts on the board what a crash left between the drafts and it. */
  finish(): Promise<void>;
  /** Erases a board's drafts with it. */
  forget(boardId: string): Promise<void>;
  close(): void;
}

export interface StagesParts {
  readonly store: WorkshopStore;
  readonly drafts: DraftStore;
  readonly gate: Gate;
  readonly documents: BoardDocuments;
  readonly rooms: StageDocuments;
  readonly changes: Changes;
  /** Who somebody is in a board's document. */
  readonly selfOn: (board: Pick<Board, 'id' | 'authorship'>, id: string) => string;
  readonly randomBelow: (bound: number) => number;
  readonly note: (event: string, fields: Readonly<Record<string, string | number>>) => void;
  readonly now: () => number;
}

/** A draft with what of it goes onto the board, and whether anything of it stays. */
interface Read {
  readonly draft: Draft;
  readonly writer: Writer;
  readonly keepsSome: boolean;
}

export function createStages({ store, drafts, gate, documents, rooms, changes, selfOn, randomBelow, note, now }: StagesParts): Stages {
  const turns = new Map<string, Promise<unknown>>();

  /** Runs `work` when everything asked for this board before is done. */
  const inTurn = <T>(board: string, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(board) ?? Promise.resolve()).then(work, work);
    const ended: Promise<void> = turn
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => void (turns.get(board) === ended && turns.delete(board)));
    turns.set(board, ended);
    return turn;
  };

  const writesPrivately = (board: Board): boolean => stageOfBoard(board)?.writing === 'privately';

  const told = (board: Board): void => changes.emit({ workshopId: board.workshopId, boardId: board.id });

  const readDraft = async (board: Board, draft: Draft, participant: Participant | undefined): Promise<Read> => {
    const { records, made } = await rooms.draft(draft.document);
    const kind = kindById(board.kind);
    const [template] = kind?.templates ?? [];
    const live = kind && template ? createReader(kind, template, records).live() : records.filter(({ gone }) => gone === null);
    const posted = new Set(live.filter((record) => kind?.mayPost?.(record) ?? true).map(({ id }) => id));
    const { name, library, region } = participant ?? { name: '', library: '', region: '' };
    return {
      draft,
      writer: {
        owner: selfOn(board, draft.participant),
        author: { id: draft.participant, name, library, region },
        made: made.filter(({ id }) => posted.has(id)),
      },
      // A kind that lets something stay a draft lets its writer find it again.
      keepsSome: kind?.mayPost !== undefined && live.some(({ id }) => !posted.has(id)),
    };
  };

  const readDrafts = async (board: Board, of: readonly Draft[]): Promise<readonly Read[]> => {
    if (of.length === 0) return [];
    const people = new Map((await store.participants(board.workshopId)).map((participant) => [participant.id, participant]));
    return inSlices(of, (draft) => readDraft(board, draft, people.get(draft.participant)));
  };

  /** What was written first, the rows last and together: whatever a crash leaves is still listed, so it is found and erased. */
  const erase = async (of: readonly Draft[]): Promise<void> => {
    const ids = of.map(({ document }) => document);
    await inSlices(ids, (document) => rooms.erase(document));
    await drafts.remove(ids);
    for (const document of ids) begun.delete(document);
  };

  /**
   * Copies drafts onto the board, then takes them away. Repeated after a crash it adds nothing twice: ids are kept. What does not fit stays
   * in its draft, as if it had not been shown; where nothing fits the board is full.
   */
  const reveal = async (board: Board, read: readonly Read[]): Promise<number> => {
    let left = read;
    for (let isFirst = true; left.length > 0; isFirst = false) {
      let writers: ReadonlySet<Writer> = new Set();
      await rooms.plant(board.id, (bed) => {
        writers = new Set(
          fitting(
            bed,
            left.map(({ writer }) => writer),
          ),
        );
        return revealed(bed, [...writers], { authorship: board.authorship, at: now(), randomBelow });
      });
      if (writers.size === 0 && isFirst) throw new Refusal('board-full');
      if (writers.size === 0) break;
      // Everybody sees them now; taking the drafts away may last longer than anybody would wait.
      told(board);
      await settle(left.filter(({ writer }) => writers.has(writer)));
      left = left.filter(({ writer }) => !writers.has(writer));
    }
    for (const { draft } of left) documents.reconsider(draft.document);
    note('drafts.revealed', { board: board.id, drafts: read.length - left.length, left: left.length });
    return left.length;
  };

  /** Takes away what is on the board now. */
  const settle = async (shown: readonly Read[]): Promise<void> => {
    await erase(shown.filter(({ keepsSome }) => !keepsSome).map(({ draft }) => draft));
    await inSlices(
      shown.filter(({ keepsSome }) => keepsSome),
      async ({ draft, writer }) => {
        const ids = writer.made.map(({ id }) => id);
        if (ids.length > 0) await rooms.bin(draft.document, ids, now());
        documents.reconsider(draft.document);
      },
    );
  };

  /** Refuses a stage that asks about what is not there: nobody could answer, and nobody could add it any more. */
  const checkAsked = async ({ id }: Board, kind: BoardKind, { asks }: Stage): Promise<void> => {
    const round = asks === undefined ? undefined : roundOf(kind, asks);
    const [template] = kind.templates;
    if (!round?.missing || !template) return;
    const lacking = round.missing(createReader(kind, template, (await documents.read(id)).records));
    if (lacking) throw new Refusal(isErrorCode(lacking.code) ? lacking.code : 'not-asked');
  };

  const move = async (board: Board, to: string): Promise<number> => {
    const kind = orRefuse(kindById(board.kind), 'unknown-template');
    const stages = stagesOf(kind);
    const after = stages.findIndex(({ id }) => id === to);
    const next = stages[after];
    const before = stages.indexOf(stageOf(kind, board.stage));
    if (!next) throw new Refusal('unknown-stage');
    if (after === before) return 0;
    let stay = 0;
    const moved = { ...board, stage: to };
    const leaves = stages[before]?.writing === 'privately' && next.writing !== 'privately';
    const of = leaves ? await drafts.list(board.id) : [];
    // From here on nobody writes in a draft: what was taken until now is read below, what comes later is refused and stays on its device.
    const unseal = of.map(({ document }) => rooms.seal(document));
    try {
      const read = await readDrafts(board, of);
      const isEmpty = read.every(({ writer }) => writer.made.length === 0);
      // Nobody is kept in a private stage by an empty draft where the board has something already: brought along, or opened before.
      if (leaves && after > before && kind.stages !== undefined && isEmpty && (await rooms.objects(board.id)) === 0)
        throw new Refusal('nothing-to-open');
      // What the drafts bring is not on the board yet: whatever it is, there is something.
      if (after > before && isEmpty) await checkAsked(board, kind, next);
      // The stage first: if the server stops now, it finds drafts of a stage that is over when it starts again, and finishes.
      await store.putProcess(board.id, moved);
      try {
        if (of.length > 0) stay = await reveal(moved, read);
      } catch (failure) {
        await store.putProcess(board.id, board);
        told(board);
        throw failure instanceof Error && failure.name === 'BoardFull' ? new Refusal('board-full') : failure;
      }
    } finally {
      for (const undo of unseal) undo();
    }
    documents.reconsider(board.id);
    told(board);
    return stay;
  };

  /** A board as it is now, whose place its caller was asked about before. */
  const boardNow = async (boardId: string): Promise<Board> => orRefuse(await store.board(boardId), 'not-found');

  const staffOn = async (caller: Caller, boardId: string): Promise<void> => {
    const { workshop } = await gate.board(caller.actor, boardId, 'board.read');
    await gate.workshop(caller.actor, workshop.id, 'workshop.run');
  };

  const writersOf = async ({ groupId }: Board, workshop: Workshop): Promise<number> =>
    (await store.participants(workshop.id)).filter((each) => groupId === null || each.groupId === groupId).length;

  /** Drafts something was written on since the server was started: noted once, and not with every key. */
  const begun = new Set<string>();
  const stop = rooms.onChange((document, author) => {
    if (!isDraft(document) || author === '' || begun.has(document)) return;
    begun.add(document);
    const begin = async (): Promise<void> => {
      const draft = await drafts.begin(document);
      const board = draft && (await store.board(draft.board));
      if (board) told(board);
    };
    begin().catch((failure: unknown) => {
      begun.delete(document);
      note('draft.not-counted', { failure: failure instanceof Error ? failure.name : 'unknown' });
    });
  });

  return {
    async read({ actor }, boardId) {
      const { board, workshop } = await gate.board(actor, boardId, 'board.read');
      const stage = stageOfBoard(board);
      const me = selfOn(board, actor.id);
      return {
        stage: stage?.id ?? '',
        writing: writesPrivately(board) ? (await drafts.list(boardId)).filter(({ hasBegun }) => hasBegun).length : 0,
        writers: await writersOf(board, workshop),
        me,
        own: stage?.edits === 'own' && actor.role === 'participant' ? [...(await rooms.own(boardId, me))] : [],
      };
    },

    async set(caller, boardId, stage) {
      await staffOn(caller, boardId);
      return inTurn(boardId, async () => move(await boardNow(boardId), stage));
    },

    async setAuthorship(caller, boardId, authorship) {
      await staffOn(caller, boardId);
      await inTurn(boardId, async () => {
        const board = await boardNow(boardId);
        if (board.authorship === authorship) return;
        const begun = (await drafts.list(boardId)).filter(({ hasBegun }) => hasBegun);
        if (begun.length > 0 || (await rooms.objects(boardId)) > 0) throw new Refusal('already-written');
        // Until nobody is there any more as who they were.
        const unseal = rooms.seal(boardId);
        try {
          await store.putProcess(boardId, { ...board, authorship });
          rooms.reopen(boardId);
          // As who they were, somebody may have written in between: then it stays as it was.
          if ((await rooms.objects(boardId)) > 0) {
            await store.putProcess(board.id, board);
            rooms.reopen(boardId);
            throw new Refusal('already-written');
          }
          await rooms.retire(boardId);
        } finally {
          unseal();
        }
        for (const { document } of await drafts.list(boardId)) rooms.reopen(document);
        told(board);
      });
    },

    async setReady(caller, boardId, isReady) {
      await gate.board(caller.actor, boardId, 'board.ready');
      await inTurn(boardId, async () => {
        const board = await boardNow(boardId);
        if (board.isReady === isReady) return;
        await store.putProcess(boardId, { ...board, isReady });
        changes.emit({ workshopId: board.workshopId });
      });
    },

    openDraft: (boardId, participant) =>
      inTurn(boardId, async () => {
        const board = await store.board(boardId);
        if (!board || !writesPrivately(board)) return undefined;
        const { document } = await drafts.add({ board: boardId, participant, document: createDraftId() });
        // Also for a row whose document a crash kept from being made; one that is there stays as it is.
        await documents.create(document, { kind: board.kind, template: board.template });
        return document;
      }),

    async finish() {
      for (const boardId of await drafts.boards()) {
        await inTurn(boardId, async () => {
          const board = await store.board(boardId);
          const of = await drafts.list(boardId);
          if (!board) await erase(of);
          else if (!writesPrivately(board)) {
            const read = await readDrafts(board, of);
            await reveal(
              board,
              read.filter(({ writer, keepsSome }) => writer.made.length > 0 || !keepsSome),
            );
          }
        }).catch((failure: unknown) => note('drafts.unfinished', { board: boardId, failure: failure instanceof Error ? failure.name : 'unknown' }));
      }
    },

    forget: (boardId) => inTurn(boardId, async () => erase(await drafts.list(boardId))),

    close: stop,
  };
}
