// The seats of a marketplace: who they are, where they are, and what of it each viewer reads. Pure.
import type { PlacesReply } from '@masa/shared/wire';
import { aheadOf, type Group, type Participant, type PlacingRules, type SeatPlace, seatId } from '@masa/shared/workshop';
import type { MadeGroup, PlacePlan } from '../store/placeStore.ts';

export interface Seat {
  readonly id: string;
  readonly seat: number;
  readonly participant: Participant;
  /** As facilitators read it: "Мария (2)" where several people share the device. */
  readonly name: string;
}

export const seatsOf = (participants: readonly Participant[]): readonly Seat[] =>
  participants.flatMap((participant) =>
    Array.from({ length: participant.seats }, (_, at): Seat => {
      const seat = at + 1;
      const name = participant.seats > 1 ? `${participant.name} (${seat})` : participant.name;
      return { id: seatId({ participant: participant.id, seat }), seat, participant, name };
    }),
  );

/**
 * What is kept of seats that are still there: whoever left the workshop, and seats a device no longer has, hold no place. Whoever was in a
 * group that was taken away, or waited for one, is in none.
 */
export function present(kept: readonly SeatPlace[], seats: readonly Seat[], made: readonly MadeGroup[]): readonly SeatPlace[] {
  const there = new Set(seats.map(({ id }) => id));
  const topics = new Set(made.map(({ topic }) => topic));
  const known = (topic: string | null): string | null => (topic !== null && topics.has(topic) ? topic : null);
  return kept
    .filter((each) => there.has(seatId(each)))
    .map((each) => ({
      ...each,
      topic: known(each.topic),
      waiting: known(each.waiting),
      waitingSince: known(each.waiting) === null ? 0 : each.waitingSince,
    }));
}

/** Where a device goes that brings several people: to the group of its first seat that has one. */
export function topicOfDevice(places: readonly SeatPlace[], participant: string): string | null {
  const own = places.filter((each) => each.participant === participant && each.topic !== null).sort((a, b) => a.seat - b.seat);
  return own[0]?.topic ?? null;
}

/** What was kept, with what changed of it. */
export const together = (kept: readonly SeatPlace[], changed: readonly SeatPlace[]): readonly SeatPlace[] => [
  ...new Map([...kept, ...changed].map((each) => [seatId(each), each])).values(),
];

/**
 * A device was taken to the table of a topic's group; null: to none of this marketplace's. Whoever sat with it goes along, those of its people
 * who are in another group stay there; away from the groups all go, for a device is where its first person with a group is.
 *
 * @returns seats that are elsewhere now
 */
export function atTable(kept: readonly SeatPlace[], own: readonly Seat[], to: string | null): readonly SeatPlace[] {
  const participant = own[0]?.participant.id;
  const from = participant === undefined ? null : topicOfDevice(kept, participant);
  if (participant === undefined || from === to) return [];
  const topicOf = new Map(kept.map((place) => [seatId(place), place.topic]));
  return own
    .filter(({ id }) => to === null || (topicOf.get(id) ?? null) === from)
    .map(({ seat }) => ({ participant, seat, topic: to, waiting: null, waitingSince: 0 }));
}

/** Whoever went to another marketplace's group is in none of this one's any more, and waits for none. */
export const leaving = (kept: readonly SeatPlace[], participants: ReadonlySet<string>): readonly SeatPlace[] =>
  kept
    .filter((each) => participants.has(each.participant) && (each.topic !== null || each.waiting !== null))
    .map((each) => ({ ...each, topic: null, waiting: null, waitingSince: 0 }));

export interface Sight {
  readonly plan: PlacePlan | undefined;
  readonly made: readonly MadeGroup[];
  readonly places: readonly SeatPlace[];
  readonly seats: readonly Seat[];
  readonly groups: readonly Group[];
  /** Boards that are there. */
  readonly boards: ReadonlySet<string>;
}

/** What one viewer reads. Who is in which group, and who is in none, only facilitators; everybody reads how many. */
export function placesReply(
  { plan, made, places, seats, groups, boards }: Sight,
  viewer: { readonly id: string; readonly isStaff: boolean },
): PlacesReply {
  const max = plan?.rules.max ?? null;
  const inside = new Map<string, Seat[]>();
  const placed = new Set<string>();
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]));
  const waiting = new Map<string, number>();
  for (const place of places) {
    const seat = seatOf.get(seatId(place));
    if (place.waiting !== null) waiting.set(place.waiting, (waiting.get(place.waiting) ?? 0) + 1);
    if (!seat || place.topic === null) continue;
    placed.add(seat.id);
    inside.set(place.topic, [...(inside.get(place.topic) ?? []), seat]);
  }
  const person = ({ id, name, participant }: Seat) => ({ id, name, library: participant.library });
  return {
    state: plan?.state ?? 'none',
    at: plan?.at ?? null,
    max,
    groups: made.map(({ topic, title, group, groupBoard }) => {
      const members = inside.get(topic) ?? [];
      const there = groups.find(({ id }) => id === group);
      return {
        topic,
        title,
        groupId: there?.id ?? null,
        boardId: boards.has(groupBoard) ? groupBoard : null,
        number: there?.number ?? null,
        seats: members.length,
        free: Math.max(0, (max ?? 0) - members.length),
        waiting: waiting.get(topic) ?? 0,
        members: viewer.isStaff ? members.map(person) : null,
      };
    }),
    mine: seats
      .filter(({ participant }) => participant.id === viewer.id)
      .map(({ seat, participant }) => {
        const own = places.find((each) => each.participant === participant.id && each.seat === seat);
        const ahead = Math.max(0, aheadOf(places, { participant: participant.id, seat }));
        return { seat, topic: own?.topic ?? null, waiting: own?.waiting ?? null, ahead };
      }),
    unplaced: viewer.isStaff ? seats.filter(({ id }) => !placed.has(id)).map(person) : null,
  };
}

/** Rules that can be kept: nobody asks for more than a group holds. */
export const soundRules = (rules: PlacingRules): PlacingRules => ({ ...rules, max: Math.max(rules.min, rules.max) });
