// Places for people who come after groups were proposed, by the same method (placingMethod.ts) with everybody else held where they are: whoever
// offered to lead a group goes to it, then as many as possible get their first choice, their second, their third, and exchanges among those
// who came mend the mix. Whoever chose nothing that is there is for the group with room whose rules it breaks least, then the smallest. Pure and
// deterministic. A group that is full stays full, and a topic without a group is not begun for them.
import { numbered } from './placing.ts';
import { createMatching } from './placingMatch.ts';
import type { PlacingInput } from './placingModel.ts';
import { repair } from './placingRepair.ts';
import { mixFaults, standardsOf } from './placingRules.ts';

/**
 * The topic of each of `late` for whom there is a place: one they chose or offered to lead, or, if they chose nothing that is there, any. Those
 * who are in a group already have none.
 */
export function placeLate(
  { people, topics, rules }: PlacingInput,
  groups: readonly { readonly topic: string; readonly members: readonly string[] }[],
  late: readonly string[],
): ReadonlyMap<string, string> {
  const begun = new Set(groups.map(({ topic }) => topic));
  const of = numbered({ people, topics: topics.filter(({ id }) => begun.has(id)), rules });
  const matching = createMatching({ people: of.people.length, topics: of.topics.length, capacity: of.rules.max, wants: of.wants });
  const topicAt = new Map(of.topics.map(({ id }, at) => [id, at]));
  const personAt = new Map(of.people.map(({ id }, at) => [id, at]));
  for (const { topic, members } of groups) {
    for (const member of members) {
      const [person, to] = [personAt.get(member), topicAt.get(topic)];
      if (person !== undefined && to !== undefined && !matching.isKept(person)) matching.keep(person, to);
    }
  }
  const asked = new Set(late);
  const coming = of.people.flatMap(({ id }, person) => (asked.has(id) && !matching.isKept(person) ? [person] : []));
  for (const person of coming) {
    const stay = of.stays[person] ?? -1;
    if (stay >= 0 && matching.members(stay).length < of.rules.max) matching.keep(person, stay);
  }
  for (const person of coming) matching.seat(person);
  const moves = new Set(coming.filter((person) => !matching.isKept(person)));
  const placed = repair(
    { people: of.people, rules: of.rules, wants: of.wants, isFixed: (person) => !moves.has(person) },
    of.people.map((_, person) => matching.topicOf(person)),
    of.topics.map((_, at) => at),
  );
  const inside = of.topics.map((_, at) => placed.flatMap((topic, person) => (topic === at ? [person] : [])));
  const result = new Map(
    coming.flatMap((person) => {
      const [topic, own] = [of.topics[placed[person] ?? -1], of.people[person]];
      return topic && own ? [[own.id, topic.id] as const] : [];
    }),
  );
  const standards = standardsOf(of.people, of.topics.length);
  const chose = new Set(people.flatMap(({ id, wants }) => (wants.some(({ topic }) => topics.some((each) => each.id === topic)) ? [id] : [])));
  const faults = (at: readonly number[]): number => {
    const members = at.flatMap((person) => of.people[person] ?? []);
    return mixFaults(members, of.rules, standards).reduce((sum, { weight }) => sum + weight, 0);
  };
  for (const person of coming) {
    const id = of.people[person]?.id ?? '';
    if (result.has(id) || chose.has(id)) continue;
    const rooms = inside.flatMap((members, topic) => {
      if (members.length >= of.rules.max) return [];
      return [{ topic, members, cost: faults([...members, person]) - faults(members), size: members.length }];
    });
    const [room] = rooms.sort((a, b) => a.cost - b.cost || a.size - b.size || a.topic - b.topic);
    if (!room) continue;
    room.members.push(person);
    result.set(id, of.topics[room.topic]?.id ?? '');
  }
  return result;
}
