// What the method of forming groups is asked: seats as people with what they want, stalls as topics with who would lead. Pure.
import type { BoardReader } from '@masa/shared/board';
import { conveners, MARKET, rankOf } from '@masa/shared/kinds';
import type { ProposalReply } from '@masa/shared/wire';
import { type PlacingInput, type PlacingRules, proposeGroups, seatId } from '@masa/shared/workshop';
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

export function proposalReply({ reader, seats, interests, rules, remote }: Asked): ProposalReply {
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
  const input: PlacingInput = { people, topics, rules };
  const { groups, lonely, unplaced, choices, broken } = proposeGroups(input);
  const convenerOf = new Map(topics.map(({ id, convener }) => [id, convener]));
  const names = new Map(seats.map(({ id, name }) => [id, name]));
  return {
    people: people.map((each) => ({ ...each, name: names.get(each.id) ?? '', wants: [...each.wants] })),
    topics: stalls.map(({ id, text }) => ({ id, title: text, convener: convenerOf.get(id) ?? null, informed: informed.get(id) ?? 0 })),
    groups: groups.map(({ topic, members }) => ({ topic, members: [...members] })),
    lonely: lonely.map(({ topic, wanting }) => ({ topic, wanting: [...wanting] })),
    unplaced: [...unplaced],
    choices,
    broken: broken.map(({ people: concerned, ...rule }) => ({ ...rule, people: [...concerned] })),
  };
}
