// What the method of forming groups is asked: seats as people with what they want, stalls as topics with who would lead. Pure.
import type { BoardReader } from '@masa/shared/board';
import { conveners, joinedInto, MARKET, rankOf } from '@masa/shared/kinds';
import type { ProposalReply } from '@masa/shared/wire';
import {
  type BrokenRule,
  brokenRules,
  type PlacedGroup,
  type PlacingInput,
  type PlacingRules,
  placeLate,
  proposeGroups,
  seatId,
} from '@masa/shared/workshop';
import type { Seat } from './seats.ts';

/** One seat's answer about one stall. */
export interface GivenInterest {
  readonly object: string;
  readonly participant: string;
  readonly seat: number;
  readonly value: unknown;
}

interface Asked {
  readonly reader: BoardReader;
  readonly seats: readonly Seat[];
  readonly interests: readonly GivenInterest[];
  readonly rules: PlacingRules;
  /** Participants who are not in the room. */
  readonly remote: ReadonlySet<string>;
}

/** What the method is asked, with what a reply says of people and topics. */
function askedOf({ reader, seats, interests, rules, remote }: Asked): { input: PlacingInput; told: Pick<ProposalReply, 'people' | 'topics'> } {
  const wants = new Map<string, { topic: string; rank: 1 | 2 | 3 }[]>();
  const informed = new Map<string, number>();
  for (const { object, value, ...seat } of interests) {
    const rank = rankOf(value);
    if (rank === undefined) informed.set(object, (informed.get(object) ?? 0) + 1);
    else wants.set(seatId(seat), [...(wants.get(seatId(seat)) ?? []), { topic: object, rank }]);
  }
  const people = seats.map(({ id, participant }) => ({
    id,
    library: participant.library,
    region: participant.region,
    isRemote: remote.has(participant.id),
    wants: wants.get(id) ?? [],
  }));
  const seatsOfDevice = new Map<string, string[]>();
  for (const { id, participant } of seats) seatsOfDevice.set(participant.id, [...(seatsOfDevice.get(participant.id) ?? []), id]);
  /** A stall says which device it came from: of the people there, who wants it most. */
  const seatOfConvener = (participant: string, topic: string): string | undefined => {
    const rank = (id: string): number => wants.get(id)?.find((want) => want.topic === topic)?.rank ?? 4;
    return seatsOfDevice.get(participant)?.reduce((best, id) => (rank(id) < rank(best) ? id : best));
  };
  const stalls = reader.inSlot(MARKET.stalls).filter((stall) => !stall.inert && stall.text.trim() !== '');
  const topics = stalls.map(({ id }) => ({ id, convener: conveners(reader, id).flatMap((author) => seatOfConvener(author, id) ?? [])[0] ?? null }));
  const names = new Map(seats.map(({ id, name }) => [id, name]));
  const titleOf = new Map(stalls.map(({ id, text }) => [id, text]));
  return {
    input: { people, topics, rules },
    told: {
      people: people.map((each) => ({ ...each, name: names.get(each.id) ?? '', wants: [...each.wants] })),
      topics: topics.map(({ id, convener }) => ({ id, title: titleOf.get(id) ?? '', convener, informed: informed.get(id) ?? 0 })),
    },
  };
}

const brokenIn = (broken: readonly BrokenRule[]): ProposalReply['broken'] =>
  broken.map(({ people: concerned, ...rule }) => ({ ...rule, people: [...concerned] }));

export function proposalReply(asked: Asked): ProposalReply {
  const { input, told } = askedOf(asked);
  const { groups, lonely, unplaced, choices, broken } = proposeGroups(input);
  return {
    ...told,
    groups: groups.map(({ topic, members }) => ({ topic, members: [...members] })),
    lonely: lonely.map(({ topic, wanting }) => ({ topic, wanting: [...wanting] })),
    unplaced: [...unplaced],
    choices,
    broken: brokenIn(broken),
  };
}

/** A proposal as a facilitator has it: groups with their seats, and the seats they know to be in none. */
export interface Kept {
  readonly groups: readonly { readonly topic: string; readonly members: readonly string[] }[];
  readonly unplaced: readonly string[];
}

/**
 * A proposal that stays, told as things are by now: whoever left is in it no more, whoever came is named as not placed, with the place the
 * method has for them while nobody else moves. The group of a stall that was joined into another is the other's; where a stall stands no
 * more, its people are named as those who came are.
 */
export function keptReply(asked: Asked, { groups: before, unplaced }: Kept): ProposalReply {
  const { input, told } = askedOf(asked);
  const here = new Map(input.people.map((person) => [person.id, person]));
  const standing = new Map(input.topics.map((topic) => [topic.id, topic]));
  const into = joinedInto(asked.reader);
  const hostOf = (topic: string): string | null =>
    standing.has(topic) ? topic : ([into.get(topic)].find((host) => standing.has(host ?? '')) ?? null);
  const taken = new Set<string>();
  const members = new Map<string, string[]>();
  for (const group of before) {
    const host = hostOf(group.topic);
    if (host === null) continue;
    const ids = group.members.filter((id) => here.has(id) && !taken.has(id));
    for (const id of ids) taken.add(id);
    if (ids.length > 0) members.set(host, [...(members.get(host) ?? []), ...ids]);
  }
  const known = new Set(unplaced);
  const groups: readonly PlacedGroup[] = [...members].map(([topic, ids]) => ({
    topic,
    members: ids.map((person) => ({
      person,
      choice: here.get(person)?.wants.find((want) => want.topic === topic)?.rank ?? null,
      isConvener: standing.get(topic)?.convener === person,
    })),
  }));
  const late = input.people.flatMap(({ id }) => (taken.has(id) || known.has(id) ? [] : [id]));
  const suggested = placeLate(
    input,
    [...members].map(([topic, ids]) => ({ topic, members: ids })),
    late,
  );
  const choices = groups.flatMap((group) => group.members.map(({ choice }) => choice));
  const count = (rank: 1 | 2 | 3 | null): number => choices.filter((choice) => choice === rank).length;
  const whyOf = (wants: readonly { readonly topic: string }[]) => {
    const there = wants.filter(({ topic }) => standing.has(topic));
    return there.length === 0 ? 'no-choice' : there.some(({ topic }) => members.has(topic)) ? 'full' : 'lonely';
  };
  return {
    ...told,
    groups: groups.map(({ topic, members: inside }) => ({ topic, members: [...inside] })),
    lonely: input.topics.flatMap(({ id, convener }) => {
      const wanting = input.people.filter((person) => person.id === convener || person.wants.some(({ topic }) => topic === id));
      return members.has(id) ? [] : [{ topic: id, wanting: wanting.map((person) => person.id) }];
    }),
    unplaced: input.people.flatMap(({ id, wants }) => (taken.has(id) ? [] : [{ person: id, why: whyOf(wants) }])),
    choices: { first: count(1), second: count(2), third: count(3), other: count(null) },
    broken: brokenIn(brokenRules(input, groups)),
    late: late.map((person) => ({ person, topic: suggested.get(person) ?? null })),
    gone: before.flatMap(({ topic }) => (standing.has(topic) ? [] : [{ topic, into: hostOf(topic) }])),
  };
}
