// What may be read of a round: who may answer, which answers count, how many seats have answered, and what is shown to whom. Pure but for
// the order of answers without names.

import { type BoardKind, type BoardReader, type Round, stageOf } from '@masa/shared/board';
import { LIMITS } from '@masa/shared/core';
import type { Actor, Board, Participant, Workshop } from '@masa/shared/workshop';
import type { Answer } from '../store/answerStore.ts';
import type { Ledger } from './ledgers.ts';

const NONE: readonly Answer[] = [];

/** An answer as it counts now: parsed, about something that is asked about, by somebody who may answer. */
export interface GivenAnswer {
  readonly object: string;
  readonly participant: string;
  readonly seat: number;
  readonly value: unknown;
  readonly at: number;
}

export interface Turnout {
  readonly seats: number;
  /** Seats that have answered about something, and about everything. */
  readonly begun: number;
  readonly done: number;
}

export interface Shown {
  readonly object: string;
  readonly value: unknown;
  readonly by: { readonly id: string; readonly name: string; readonly seat: number } | null;
}

/** A round as it stands on a board. */
export interface OpenedRound {
  readonly board: Board;
  readonly workshop: Workshop;
  readonly reader: BoardReader;
  readonly round: Round;
  readonly about: readonly string[];
  /** Where answers go whose object was joined into another. */
  readonly joined: ReadonlyMap<string, string>;
}

const NOTHING_JOINED: ReadonlyMap<string, string> = new Map();

/** What a round asks about on a board as it is now. */
export function opensAs(round: Round, reader: BoardReader): Pick<OpenedRound, 'reader' | 'round' | 'about' | 'joined'> {
  return { reader, round, about: [...new Set(round.about(reader))], joined: round.joined?.into(reader) ?? NOTHING_JOINED };
}

/** What an answer about `object` stands in for: itself, and all that was joined into it. */
export const standsFor = ({ joined }: OpenedRound, object: string): readonly string[] => [
  object,
  ...[...joined].flatMap(([inner, into]) => (into === object ? [inner] : [])),
];

export const isStaff = (actor: Actor): boolean => actor.role === 'organiser' || actor.role === 'facilitator';

/** Whether seats answer a round now. */
export const isAsked = (kind: BoardKind, board: Board, workshop: Workshop, round: string): boolean =>
  workshop.state === 'open' && board.state === 'open' && stageOf(kind, board.stage).asks === round;

/** People of the board's table; of the whole workshop where all tables share it. */
export const answering = (board: Board, participants: readonly Participant[]): readonly Participant[] =>
  participants.filter(({ groupId }) => board.groupId === null || groupId === board.groupId);

/** Remembered for each list of answers; a list never changes. Valid for what was asked about and the template it was parsed with. */
const remembered = new WeakMap<readonly Answer[], { readonly key: string; readonly given: readonly GivenAnswer[] }>();

/**
 * Answers of a participant that count. What was deleted, was said by somebody who left the table or by a seat that is no longer there, or
 * means nothing in the board's present template, is left aside: it counts again when that comes back. What was joined into another counts
 * for that, and a seat has one answer about it.
 */
export function counting(opened: OpenedRound, who: Pick<Participant, 'seats'>, answers: readonly Answer[]): readonly GivenAnswer[] {
  const { about, round, reader, board, joined } = opened;
  const key = [round.id, board.template, who.seats, ...about, '|', ...[...joined].flat()].join(' ');
  const known = remembered.get(answers);
  if (known?.key === key) return known.given;
  const asked = new Set(about);
  const all = answers.flatMap(({ object: said, participant, seat, value, at }) => {
    const object = asked.has(said) ? said : joined.get(said);
    if (object === undefined || !asked.has(object) || seat > who.seats) return [];
    const parsed = round.parse(value, reader.template);
    return parsed.ok ? [{ object, participant, seat, value: parsed.value, at }] : [];
  });
  const given = round.joined ? together(all, round.joined.of) : all;
  remembered.set(answers, { key, given });
  return given;
}

/** One answer for each seat and object, where several count for the same. */
function together(all: readonly GivenAnswer[], of: (one: unknown, other: unknown) => unknown): readonly GivenAnswer[] {
  const kept = new Map<string, GivenAnswer>();
  for (const each of all) {
    const key = `${each.seat}/${each.object}`;
    const before = kept.get(key);
    kept.set(key, before && of(before.value, each.value) === before.value ? before : each);
  }
  return [...kept.values()];
}

/** Whoever may answer, each with the answers that count, in the order of names. */
export interface Answering {
  readonly who: Pick<Participant, 'id' | 'name' | 'seats'>;
  readonly given: readonly GivenAnswer[];
}

export const answersOf = (opened: OpenedRound, participants: readonly Participant[], ledger: Ledger): readonly Answering[] =>
  answering(opened.board, participants).map((who) => ({ who, given: counting(opened, who, ledger.get(who.id) ?? NONE) }));

/**
 * All answers, also of those who have left the table since and of seats given up. Where nobody is named this is what is shown: otherwise
 * whoever moves one person away, and back, would read their answers from what is missing meanwhile.
 */
const everyAnswer = (opened: OpenedRound, ledger: Ledger): readonly Answering[] =>
  [...ledger].map(([id, answers]) => {
    const who = { id, name: '', seats: LIMITS.seatsMax };
    return { who, given: counting(opened, who, answers) };
  });

export function turnoutOf({ about }: OpenedRound, all: readonly Answering[]): Turnout {
  let [seats, begun, done] = [0, 0, 0];
  for (const { who, given } of all) {
    seats += who.seats;
    const answered = new Map<number, number>();
    for (const { seat } of given) answered.set(seat, (answered.get(seat) ?? 0) + 1);
    begun += answered.size;
    for (const count of answered.values()) if (count >= about.length) done += 1;
  }
  return { seats, begun, done };
}

/** Whether the board's stage shows the answers of others to this person. */
export const isShownTo = (actor: Actor, { board, reader, round }: OpenedRound): boolean =>
  (stageOf(reader.kind, board.stage).shows ?? []).includes(round.id) && (round.shownTo === 'everybody' || isStaff(actor));

/**
 * What a person reads of everybody's answers. Names stand there only on boards that name people, and never for those who only watch.
 * Without names nothing may tell which answers are one seat's: no instant, and within each object an order of chance.
 */
export function shownOf(
  opened: OpenedRound,
  present: readonly Answering[],
  ledger: Ledger,
  actor: Actor,
  randomBelow: (bound: number) => number,
): readonly Shown[] {
  const { board, about } = opened;
  const all = board.authorship === 'named' ? present : everyAnswer(opened, ledger);
  const isNamed = board.authorship === 'named' && actor.role !== 'observer';
  const byObject = new Map(about.map((object): [string, Shown[]] => [object, []]));
  const byName = isNamed ? [...all].sort((a, b) => byText(a.who.name, b.who.name) || byText(a.who.id, b.who.id)) : all;
  for (const { who, given } of byName) {
    for (const { object, value, seat } of [...given].sort((a, b) => a.seat - b.seat)) {
      byObject.get(object)?.push({ object, value, by: isNamed ? { id: who.id, name: who.name, seat } : null });
    }
  }
  return [...byObject.values()].flatMap((own) => (isNamed ? own : shuffled(own, randomBelow)));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Fisher–Yates, every order as likely (Knuth, The Art of Computer Programming, vol. 2, algorithm 3.4.2P). */
function shuffled<T>(list: readonly T[], randomBelow: (bound: number) => number): readonly T[] {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = randomBelow(at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
