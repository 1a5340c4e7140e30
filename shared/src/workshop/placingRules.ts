// The rules of groups: which of them a set of groups breaks, each named with the group, the numbers and the people concerned. The same for the
// proposal and for what a facilitator makes of it.
import type { BrokenRule, PlacedGroup, PlacingInput, PlacingPerson, PlacingRules } from './placingModel.ts';

/** What some rules ask for depends on everybody: how many remote people there are for how many groups. */
export interface Standards {
  readonly remote: number;
  /** Most remote people of one group, for `spread`. */
  readonly remotePerGroup: number;
}

export const standardsOf = (people: readonly PlacingPerson[], groups: number): Standards => {
  const remote = people.filter(({ isRemote }) => isRemote).length;
  return { remote, remotePerGroup: Math.ceil(remote / Math.max(1, groups)) };
};

export interface GroupFault {
  readonly rule: 'regions' | 'library' | 'remote-together' | 'remote-spread';
  readonly value: number;
  readonly limit: number;
  readonly library: string;
  /** How far from the rule: how many people too many, or one. */
  readonly weight: number;
}

/** Which of the rules about a mix one group breaks. */
export function mixFaults(members: readonly PlacingPerson[], rules: PlacingRules, standards: Standards): readonly GroupFault[] {
  const faults: GroupFault[] = [];
  if (members.length === 0) return faults;
  if (rules.atLeastTwoRegions) {
    const regions = new Set(members.map(({ region }) => region).filter((region) => region !== '')).size;
    if (regions < 2) faults.push({ rule: 'regions', value: regions, limit: 2, library: '', weight: 1 });
  }
  if (rules.maxPerLibrary !== null) {
    const limit = Math.max(1, rules.maxPerLibrary);
    const counts = new Map<string, number>();
    for (const { library } of members) if (library !== '') counts.set(library, (counts.get(library) ?? 0) + 1);
    for (const [library, value] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
      if (value > limit) faults.push({ rule: 'library', value, limit, library, weight: value - limit });
  }
  const remote = members.filter(({ isRemote }) => isRemote).length;
  if (rules.remote === 'together' && remote === 1 && standards.remote > 1)
    faults.push({ rule: 'remote-together', value: 1, limit: 2, library: '', weight: 1 });
  if (rules.remote === 'spread' && remote > standards.remotePerGroup) {
    const limit = standards.remotePerGroup;
    faults.push({ rule: 'remote-spread', value: remote, limit, library: '', weight: remote - limit });
  }
  return faults;
}

/** Every rule these groups break, group by group as they come. People who are not known are counted and belong nowhere. */
export function brokenRules({ people, topics, rules }: PlacingInput, groups: readonly PlacedGroup[]): readonly BrokenRule[] {
  const known = new Map(people.map((person) => [person.id, person]));
  const conveners = new Map(topics.map(({ id, convener }) => [id, convener]));
  const standards = standardsOf(people, groups.length);
  const broken: BrokenRule[] = [];
  for (const { topic, members } of groups) {
    const ids = members.map(({ person }) => person);
    const here = ids.flatMap((id) => known.get(id) ?? []);
    const say = (rule: BrokenRule['rule'], value: number, limit: number, concerned: readonly string[], library = ''): void =>
      void broken.push({ rule, topic, value, limit, library, people: concerned });
    if (ids.length < rules.min) say('min', ids.length, rules.min, ids);
    if (ids.length > rules.max) say('max', ids.length, rules.max, ids);
    for (const { rule, value, limit, library } of mixFaults(here, rules, standards)) {
      const isConcerned = (person: PlacingPerson): boolean =>
        rule === 'library' ? person.library === library : rule === 'regions' ? true : person.isRemote;
      say(
        rule,
        value,
        limit,
        here.filter(isConcerned).map(({ id }) => id),
        library,
      );
    }
    const convener = conveners.get(topic) ?? null;
    if (rules.convenerStays && convener !== null && known.has(convener) && !ids.includes(convener)) say('convener', 0, 1, [convener]);
  }
  if (rules.groupsMax !== null && groups.length > rules.groupsMax)
    broken.push({ rule: 'groups', topic: null, value: groups.length, limit: rules.groupsMax, library: '', people: [] });
  return broken;
}
