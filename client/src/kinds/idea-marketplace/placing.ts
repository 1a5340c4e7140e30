// A proposal of groups while the facilitator corrects it. Pure.
import type { ProposalReply } from '@masa/shared/wire';
import type { PlacedGroup } from '@masa/shared/workshop';

/** Groups by topic, with the seats in each. */
export type Placing = readonly { readonly topic: string; readonly members: string[] }[];

/** Puts a seat into the group of a topic, which begins with it where there is none yet; null: into none. A group nobody is in any more is none. */
export function move(placing: Placing, person: string, topic: string | null): Placing {
  const without = placing.map((group) => ({ topic: group.topic, members: group.members.filter((each) => each !== person) }));
  const known = topic === null || without.some((group) => group.topic === topic);
  const all = known || topic === null ? without : [...without, { topic, members: [] }];
  return all
    .map((group) => (group.topic === topic ? { ...group, members: [...group.members, person] } : group))
    .filter((group) => group.members.length > 0);
}

export const unplacedOf = ({ people }: ProposalReply, placing: Placing): readonly string[] => {
  const placed = new Set(placing.flatMap(({ members }) => members));
  return people.flatMap(({ id }) => (placed.has(id) ? [] : [id]));
};

/** The groups with what each of their members chose. */
export function placedBy({ people, topics }: ProposalReply, placing: Placing): readonly PlacedGroup[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  return placing.map(({ topic, members }) => ({
    topic,
    members: members.map((person) => ({
      person,
      choice: byId.get(person)?.wants.find((want) => want.topic === topic)?.rank ?? null,
      isConvener: topics.find(({ id }) => id === topic)?.convener === person,
    })),
  }));
}
