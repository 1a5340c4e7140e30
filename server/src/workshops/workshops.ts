// Workshops with their groups and boards: what organisers and facilitators do to them, over HTTP and over the facilitation socket.

import { createReader, templateRef } from '@masa/shared/board';
import { CURRENCY_OF, type Currency, createId, type Language, LIMITS } from '@masa/shared/core';
import { isErrorCode } from '@masa/shared/i18n';
import { type Board, createCode, type Group, TABLE_COLOURS, TIME_ZONE_OF, type Workshop } from '@masa/shared/workshop';
import type { Caller, Callers } from '../auth/callers.ts';
import type { Gate } from '../auth/gate.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import { randomBelow } from '../auth/secrets.ts';
import type { AnswerStore } from '../store/answerStore.ts';
import type { PlaceStore } from '../store/placeStore.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import { type FoundTemplate, isOwn, type TemplateShelf, type Templates } from '../templates/templates.ts';
import type { BoardDocuments } from './boardDocuments.ts';
import type { Changes } from './changes.ts';
import { given, type Maybe } from './given.ts';
import type { OneByOne } from './oneByOne.ts';

export interface WorkshopParts {
  readonly store: WorkshopStore;
  readonly gate: Gate;
  readonly callers: Callers;
  readonly documents: BoardDocuments;
  readonly templates: TemplateShelf & Pick<Templates, 'park'>;
  readonly answers: Pick<AnswerStore, 'all'>;
  readonly places: Pick<PlaceStore, 'groups'>;
  readonly oneByOne: OneByOne;
  readonly changes: Changes;
  readonly now: () => number;
}

type Settings = Pick<Workshop, 'title' | 'language' | 'currency' | 'timeZone' | 'state' | 'doorLocked' | 'sharesBoards'>;

export interface Workshops {
  create(caller: Caller, of: { title: string; language: Language } & Maybe<{ id: string; currency: Currency; timeZone: string }>): Promise<Workshop>;
  list(caller: Caller): Promise<readonly Workshop[]>;
  change(caller: Caller, id: string, to: Maybe<Settings>): Promise<Workshop>;
  renewCode(caller: Caller, id: string): Promise<string>;
  createGroup(caller: Caller, id: string, of: { number: number } & Maybe<{ name: string; targetGroup: string }>): Promise<Group>;
  changeGroup(caller: Caller, id: string, groupId: string, to: Maybe<Pick<Group, 'number' | 'name' | 'targetGroup'>>): Promise<Group>;
  removeGroup(caller: Caller, id: string, groupId: string): Promise<void>;
  createBoard(caller: Caller, id: string, of: { template: string } & Maybe<{ groupId: string; title: string }>): Promise<Board>;
  changeBoard(caller: Caller, id: string, boardId: string, to: Maybe<Pick<Board, 'title' | 'groupId' | 'state' | 'template'>>): Promise<Board>;
  removeBoard(caller: Caller, id: string, boardId: string): Promise<void>;
}

export function createWorkshops({ store, gate, documents, templates, answers, changes, oneByOne, now }: WorkshopParts): Workshops {
  // Two codes made at the same moment could be the same: they are made one after the other.
  let lastCode: Promise<unknown> = Promise.resolve();
  const withNewCode = <T>(keep: (code: string) => Promise<T>): Promise<T> => {
    const next = lastCode.then(async () => keep(createCode(await store.openCodes(), randomBelow)));
    lastCode = next.catch(() => undefined);
    return next;
  };

  const changed = (workshopId: string): void => changes.emit({ workshopId });

  const reconsiderAll = async (workshopId: string): Promise<void> => {
    for (const board of await store.boards(workshopId)) documents.reconsider(board.id);
  };

  const groupOf = async (workshopId: string, groupId: string): Promise<Group> =>
    orRefuse(
      (await store.groups(workshopId)).find((group) => group.id === groupId),
      'not-found',
    );

  const boardOf = async (workshopId: string, boardId: string): Promise<Board> => {
    const board = await store.board(boardId);
    return orRefuse(board?.workshopId === workshopId ? board : undefined, 'not-found');
  };

  /** Refuses what the board's kind says against another template. */
  const mayGoOver = async (board: Board, { kind, template: next }: FoundTemplate): Promise<void> => {
    if (!kind.templateFault || templateRef(next) === board.template) return;
    const { template } = orRefuse(await templates.find(board.workshopId, board.template), 'unknown-template');
    let answered = 0;
    for (const round of kind.rounds ?? []) answered += (await answers.all(board.id, round.id)).length;
    const { records } = await documents.read(board.id);
    const fault = kind.templateFault(createReader(kind, template, records), next, answered);
    if (fault) throw new Refusal(isErrorCode(fault.code) ? fault.code : 'unknown-template');
  };

  const workshops: Workshops = {
    async create(caller, of) {
      gate.server(caller.actor, 'workshop.create');
      return withNewCode(async (code) => {
        const workshop: Workshop = {
          id: of.id ?? createId(),
          ownerId: caller.actor.id,
          title: of.title,
          language: of.language,
          currency: of.currency ?? CURRENCY_OF[of.language],
          timeZone: of.timeZone ?? TIME_ZONE_OF[of.language],
          state: 'open',
          code,
          doorLocked: false,
          sharesBoards: false,
          createdAt: now(),
        };
        await store.addWorkshop(workshop);
        return workshop;
      });
    },

    async list({ actor }) {
      gate.server(actor, 'workshop.list');
      if (actor.role === 'organiser') return store.workshopsOf(actor.id);
      const own = await store.workshop(actor.workshopId);
      return own ? [own] : [];
    },

    async change(caller, id, to) {
      const before = await gate.workshop(caller.actor, id, 'workshop.run');
      const merged = { ...before, ...given(to) };
      const save = async (after: Workshop): Promise<Workshop> => {
        await store.putWorkshop(after);
        if (after.state !== before.state || after.sharesBoards !== before.sharesBoards) await reconsiderAll(id);
        changed(id);
        return after;
      };
      if (merged.state === 'closed') return save({ ...merged, code: null });
      // Opened again after closing: the old code is dead and stays dead.
      return merged.code === null ? withNewCode((code) => save({ ...merged, code })) : save(merged);
    },

    async renewCode(caller, id) {
      const workshop = await gate.workshop(caller.actor, id, 'workshop.invite');
      if (workshop.state === 'closed') throw new Refusal('workshop-closed');
      return withNewCode(async (code) => {
        await store.putWorkshop({ ...workshop, code });
        changed(id);
        return code;
      });
    },

    async createGroup(caller, id, { number, name, targetGroup }) {
      await gate.workshop(caller.actor, id, 'workshop.run');
      const others = await store.groups(id);
      if (others.length >= LIMITS.groupsMax) throw new Refusal('too-many-groups');
      const group: Group = {
        id: createId(),
        workshopId: id,
        number,
        name: name ?? '',
        targetGroup: targetGroup ?? '',
        colour: freeColour(others, number),
      };
      if (!(await store.putGroup(group))) throw new Refusal('group-number-taken');
      changed(id);
      return group;
    },

    async changeGroup(caller, id, groupId, to) {
      await gate.workshop(caller.actor, id, 'workshop.run');
      const group = { ...(await groupOf(id, groupId)), ...given(to) };
      if (!(await store.putGroup(group))) throw new Refusal('group-number-taken');
      changed(id);
      return group;
    },

    async removeGroup(caller, id, groupId) {
      await gate.workshop(caller.actor, id, 'workshop.run');
      await groupOf(id, groupId);
      if ((await store.boards(id)).some((board) => board.groupId === groupId)) throw new Refusal('group-has-boards');
      await store.removeGroup(groupId);
      changed(id);
    },

    async createBoard(caller, id, { template: ref, groupId, title }) {
      const workshop = await gate.workshop(caller.actor, id, 'workshop.run');
      const { kind, template } = orRefuse(await templates.find(id, ref), 'unknown-template');
      if (groupId !== undefined) await groupOf(id, groupId);
      const board: Board = {
        id: createId(),
        workshopId: id,
        groupId: groupId ?? null,
        kind: kind.id,
        template: templateRef(template),
        title: title ?? template.title[workshop.language],
        state: 'open',
        stage: '',
        authorship: 'named',
        isReady: false,
        createdAt: now(),
      };
      // The document first: a board that is listed can be opened.
      await documents.create(board.id, { kind: board.kind, template: board.template });
      await store.putBoard(board);
      changed(id);
      return board;
    },

    async changeBoard(caller, id, boardId, to) {
      await gate.workshop(caller.actor, id, 'workshop.run');
      const before = await boardOf(id, boardId);
      const { template: ref, ...rest } = given(to);
      if (rest.groupId) await groupOf(id, rest.groupId);
      const chosen = ref === undefined ? undefined : orRefuse(await templates.find(id, ref), 'unknown-template');
      if (chosen && chosen.kind.id !== before.kind) throw new Refusal('unknown-template');
      if (chosen) await mayGoOver(before, chosen);
      // Between the forms Masa brings cards only hide and come back; a template of the workshop's own takes its orphans along.
      if (chosen && isOwn(chosen.template.id)) await templates.park(before, chosen);
      const after: Board = { ...before, ...rest, template: chosen ? templateRef(chosen.template) : before.template };
      await store.putBoard(after);
      if (after.state !== before.state || after.groupId !== before.groupId) documents.reconsider(boardId);
      changed(id);
      return after;
    },

    async removeBoard(caller, id, boardId) {
      await gate.workshop(caller.actor, id, 'workshop.run');
      await boardOf(id, boardId);
      // Nobody may open it before it is erased.
      await store.removeBoard(boardId, now());
      await documents.remove(boardId);
      changed(id);
    },
  };

  // In turn: each of these looks at what there is before it changes it.
  return {
    ...workshops,
    change: (caller, id, to) => oneByOne(id, () => workshops.change(caller, id, to)),
    renewCode: (caller, id) => oneByOne(id, () => workshops.renewCode(caller, id)),
    createGroup: (caller, id, of) => oneByOne(id, () => workshops.createGroup(caller, id, of)),
    changeGroup: (caller, id, groupId, to) => oneByOne(id, () => workshops.changeGroup(caller, id, groupId, to)),
    removeGroup: (caller, id, groupId) => oneByOne(id, () => workshops.removeGroup(caller, id, groupId)),
    createBoard: (caller, id, of) => oneByOne(id, () => workshops.createBoard(caller, id, of)),
    changeBoard: (caller, id, boardId, to) => oneByOne(id, () => workshops.changeBoard(caller, id, boardId, to)),
    removeBoard: (caller, id, boardId) => oneByOne(id, () => workshops.removeBoard(caller, id, boardId)),
  };
}

/** The colour of the group's number, or the next one no other group has. */
function freeColour(others: readonly Group[], number: number): number {
  const taken = new Set(others.map((group) => group.colour));
  for (let step = 0; step < TABLE_COLOURS; step += 1) {
    const colour = (number - 1 + step) % TABLE_COLOURS;
    if (!taken.has(colour)) return colour;
  }
  return (number - 1) % TABLE_COLOURS;
}
