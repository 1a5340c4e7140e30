// Rounds: what each seat answers by itself about the objects of a board. An answer is kept beside the document and never in it; until the
// board's stage shows a round nobody but their author reads its answers, facilitators included.
import { type Round, roundOf } from '@masa/shared/board';
import { LIMITS } from '@masa/shared/core';
import { kindById } from '@masa/shared/kinds';
import type { Participant } from '@masa/shared/workshop';
import type { Caller } from '../auth/callers.ts';
import type { Gate } from '../auth/gate.ts';
import { orRefuse, Refusal } from '../auth/refusal.ts';
import type { Answer, AnswerStore } from '../store/answerStore.ts';
import type { ClosingStore } from '../store/closingStore.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import type { Changes } from '../workshops/changes.ts';
import type { Contents } from '../workshops/contents.ts';
import { createClosings } from './closings.ts';
import { createLedgers } from './ledgers.ts';
import { createPulses } from './pulses.ts';
import {
  answersOf,
  counting,
  type GivenAnswer,
  isAsked,
  isShownTo,
  type OpenedRound,
  opensAs,
  type Shown,
  shownOf,
  standsFor,
  type Turnout,
  turnoutOf,
} from './reading.ts';
import { AnswerRefused, RoundClosed } from './refusals.ts';

export type { GivenAnswer } from './reading.ts';

/** A round as one person may see it. */
export interface RoundSight {
  readonly round: string;
  readonly isOpen: boolean;
  /** Of this person's device; 0 where they answer nothing. */
  readonly seats: number;
  readonly about: readonly string[];
  readonly own: readonly Pick<GivenAnswer, 'object' | 'seat' | 'value' | 'at'>[];
  readonly turnout: Turnout;
  /** Null until it is shown to this person. */
  readonly shown: readonly Shown[] | null;
}

export interface Rounds {
  read(caller: Caller, boardId: string, round: string): Promise<RoundSight>;
  put(
    caller: Caller,
    boardId: string,
    round: string,
    of: { readonly object: string; readonly seat: number; readonly value?: unknown },
  ): Promise<RoundSight>;
  withdraw(caller: Caller, boardId: string, round: string, of: { readonly object: string; readonly seat: number }): Promise<RoundSight>;
  /** All answers that count, whoever asks. For what the server itself makes of them; never to be handed out. */
  all(caller: Caller, boardId: string, round: string): Promise<readonly GivenAnswer[]>;
  close(): Promise<void>;
}

interface Parts {
  readonly gate: Gate;
  readonly store: Pick<WorkshopStore, 'participants' | 'board' | 'workshop'>;
  readonly answers: AnswerStore;
  readonly closingStore: ClosingStore;
  readonly contents: Pick<Contents, 'read'>;
  readonly changes: Changes;
  /** Uniform, 0 … bound − 1. */
  readonly randomBelow: (bound: number) => number;
  readonly note: (event: string, fields: Readonly<Record<string, string>>) => void;
  readonly now: () => number;
}

export async function createRounds({ gate, store, answers, closingStore, contents, changes, randomBelow, note, now }: Parts): Promise<Rounds> {
  const pulses = createPulses(changes);
  const ledgers = createLedgers(answers);
  const closings = await createClosings({
    store: closingStore,
    changes,
    now,
    note,
    async isOpen(boardId, round) {
      const board = await store.board(boardId);
      const workshop = board && (await store.workshop(board.workshopId));
      const kind = board && kindById(board.kind);
      return board !== undefined && workshop !== undefined && kind !== undefined && isAsked(kind, board, workshop, round);
    },
  });

  const open = async (caller: Caller, boardId: string, roundId: string): Promise<OpenedRound> => {
    const { board, workshop, reader } = await contents.read(caller, boardId);
    const round = orRefuse(roundOf(reader.kind, roundId), 'not-found');
    return { board, workshop, ...opensAs(round, reader) };
  };

  const isOpen = ({ board, workshop, reader, round }: OpenedRound): boolean => isAsked(reader.kind, board, workshop, round.id);

  const sightOf = async (caller: Caller, opened: OpenedRound): Promise<RoundSight> => {
    const { board, workshop, round, about } = opened;
    const ledger = await ledgers.of(board.id, round.id);
    const all = answersOf(opened, await store.participants(workshop.id), ledger);
    const own = all.find(({ who }) => who.id === caller.actor.id);
    if (isOpen(opened)) closings.opened(workshop.id, board.id, round.id);
    return {
      round: round.id,
      isOpen: isOpen(opened),
      seats: own?.who.seats ?? 0,
      about,
      own: (own?.given ?? []).map(({ object, seat, value, at }) => ({ object, seat, value, at })),
      turnout: turnoutOf(opened, all),
      shown: isShownTo(caller.actor, opened) ? shownOf(opened, all, ledger, caller.actor, randomBelow) : null,
    };
  };

  /** Asked again when it is this answer's turn: others of the same person may have kept it waiting until after the round had closed. */
  const stillOpen = async ({ board: { id }, workshop: { id: workshopId }, reader: { kind }, round }: OpenedRound): Promise<void> => {
    const [board, workshop] = [await store.board(id), await store.workshop(workshopId)];
    if (!board || !workshop || !isAsked(kind, board, workshop, round.id)) throw new RoundClosed(closings.closedAt(id, round.id));
  };

  /** The round, with whoever may answer in it now; else a refusal. */
  const openToAnswer = async (caller: Caller, boardId: string, roundId: string, seat: number): Promise<[OpenedRound, Participant]> => {
    await gate.board(caller.actor, boardId, 'round.answer');
    const opened = await open(caller, boardId, roundId);
    const participant = orRefuse(caller.participant ?? undefined, 'not-allowed');
    if (!isOpen(opened)) throw new RoundClosed(closings.closedAt(boardId, roundId));
    closings.opened(opened.workshop.id, boardId, roundId);
    if (seat > participant.seats) throw new Refusal('no-such-seat');
    return [opened, participant];
  };

  return {
    async read(caller, boardId, roundId) {
      await gate.board(caller.actor, boardId, 'round.read');
      return sightOf(caller, await open(caller, boardId, roundId));
    },

    async put(caller, boardId, roundId, { object, seat, value }) {
      const [opened, participant] = await openToAnswer(caller, boardId, roundId, seat);
      const { about, round, reader, workshop } = opened;
      if (!about.includes(object)) throw new Refusal('not-asked');
      if (!isWithin(value, LIMITS.answerLength)) throw new Refusal('too-long');
      const parsed = round.parse(value, reader.template);
      if (!parsed.ok) throw new AnswerRefused(parsed.error);
      const answer: Answer = { board: boardId, round: round.id, participant: participant.id, seat, object, value: parsed.value, at: now() };
      const check = (others: readonly Answer[]): void => {
        const kept = counting(opened, participant, others).map((each): [string, unknown] => [each.object, each.value]);
        checkTogether(round, new Map([...kept, [object, parsed.value]]), object);
      };
      await ledgers.change(boardId, round.id, participant.id, async () => {
        await stillOpen(opened);
        await answers.put(answer, check);
        // Said of the whole now: what was said of the parts before would else outvote it.
        for (const part of standsFor(opened, object)) if (part !== object) await answers.withdraw(answer, part);
      });
      pulses.answered(workshop.id, boardId);
      return sightOf(caller, opened);
    },

    async withdraw(caller, boardId, roundId, { object, seat }) {
      const [opened, participant] = await openToAnswer(caller, boardId, roundId, seat);
      const { round } = opened;
      const of = { board: boardId, round: round.id, participant: participant.id, seat };
      const wasThere = await ledgers.change(boardId, round.id, participant.id, async () => {
        await stillOpen(opened);
        let wasOneThere = false;
        for (const part of standsFor(opened, object)) wasOneThere = (await answers.withdraw(of, part)) || wasOneThere;
        return wasOneThere;
      });
      if (wasThere) pulses.answered(opened.workshop.id, boardId);
      return sightOf(caller, opened);
    },

    async all(caller, boardId, roundId) {
      const opened = await open(caller, boardId, roundId);
      const { board, workshop, round } = opened;
      return answersOf(opened, await store.participants(workshop.id), await ledgers.of(board.id, round.id)).flatMap(({ given }) => given);
    },

    close() {
      pulses.close();
      return closings.close();
    },
  };
}

/** Refuses what one seat's answers may not be together, and says which of them would make room for the one about `object`. */
function checkTogether(round: Round, together: ReadonlyMap<string, unknown>, object: string): void {
  const fault = round.fault?.(together) ?? null;
  if (!fault) return;
  const isRoomWithout = (other: string): boolean =>
    other !== object && round.fault?.(new Map([...together].filter(([each]) => each !== other))) === null;
  throw new AnswerRefused(fault, [...together.keys()].filter(isRoomWithout));
}

/** Whether a JSON value is written in about `most` characters. It may nest deeper than a function that calls itself could follow. */
function isWithin(value: unknown, most: number): boolean {
  let left = most;
  const parts: unknown[] = [value];
  while (parts.length > 0 && left >= 0) {
    const part = parts.pop();
    left -= typeof part === 'string' ? part.length + 2 : 1;
    if (typeof part !== 'object' || part === null) continue;
    const [keys, values] = [Array.isArray(part) ? [] : Object.keys(part), Object.values(part)];
    left -= keys.reduce((sum, key) => sum + key.length + 3, values.length);
    if (left >= 0) parts.push(...values);
  }
  return left >= 0;
}
