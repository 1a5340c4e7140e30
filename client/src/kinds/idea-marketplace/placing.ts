// A proposal of groups while the facilitator corrects it. Pure.
import type { ProposalReply, ProposalRequest } from '@masa/shared/wire';
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

/** What has changed since the proposal was made, and stays said until it is made anew or published. */
export interface Since {
  /** Seats that came later. */
  readonly came: ReadonlySet<string>;
  /** Those of them, and of groups whose stall went away, with the topic whose group the method has a place in for them; null: none. */
  readonly places: ReadonlyMap<string, string | null>;
  /** Names of those who left, in the order they were found missing. */
  readonly left: readonly string[];
  /** Titles of stalls that had a group; `into`: title of the one they were joined into. */
  readonly gone: readonly { readonly title: string; readonly into: string | null }[];
}

export const NOTHING_SINCE: Since = { came: new Set(), places: new Map(), left: [], gone: [] };

/** What the server is told to leave as it is. Those it finds a place for are not named until they are placed: it goes on finding one. */
export const keepOf = (proposal: ProposalReply, placing: Placing, { places }: Since): NonNullable<ProposalRequest['keep']> => ({
  groups: placing.map(({ topic, members }) => ({ topic, members: [...members] })),
  unplaced: unplacedOf(proposal, placing).filter((person) => !places.has(person)),
});

/** Whether other people are there, or other stalls stand, than the proposal knows. `seats`, `stalls`: ids. */
export function isOutdated({ people, topics }: ProposalReply, seats: readonly string[], stalls: readonly string[]): boolean {
  const differs = (now: readonly string[], then: readonly { readonly id: string }[]): boolean => {
    const known = new Set(then.map(({ id }) => id));
    return now.length !== known.size || now.some((id) => !known.has(id));
  };
  return differs(seats, people) || differs(stalls, topics);
}

/** Groups as they are on screen, on the stalls that stand, without those who left. */
export function renewed(placing: Placing, { people, gone = [] }: ProposalReply): Placing {
  const here = new Set(people.map(({ id }) => id));
  const into = new Map(gone.map((each) => [each.topic, each.into]));
  const members = new Map<string, string[]>();
  for (const group of placing) {
    const topic = into.has(group.topic) ? into.get(group.topic) : group.topic;
    const inside = group.members.filter((person) => here.has(person));
    if (topic !== null && topic !== undefined && inside.length > 0) members.set(topic, [...(members.get(topic) ?? []), ...inside]);
  }
  return [...members].map(([topic, inside]) => ({ topic, members: inside }));
}

/** What is said after a newer reply about the same proposal. */
export function sinceThen(before: ProposalReply, after: ProposalReply, since: Since): Since {
  const here = new Set(after.people.map(({ id }) => id));
  const titles = new Map([...before.topics, ...after.topics].map(({ id, title }) => [id, title]));
  const known = new Set(before.people.map(({ id }) => id));
  return {
    came: new Set(after.people.flatMap(({ id }) => (!known.has(id) || since.came.has(id) ? [id] : []))),
    places: new Map((after.late ?? []).map(({ person, topic }) => [person, topic])),
    left: [...since.left, ...before.people.flatMap(({ id, name }) => (here.has(id) ? [] : [name]))],
    gone: [
      ...since.gone,
      ...(after.gone ?? []).map(({ topic, into }) => ({ title: titles.get(topic) ?? '', into: into === null ? null : (titles.get(into) ?? '') })),
    ],
  };
}

/** Where somebody without a group would go, as the groups are now; undefined: to none, or it is full by now. */
export function suggestionFor(person: string, { places }: Since, placing: Placing, max: number): string | undefined {
  const group = placing.find(({ topic }) => topic === places.get(person));
  return group && group.members.length < max && !group.members.includes(person) ? group.topic : undefined;
}
