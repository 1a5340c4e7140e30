// Forming groups from what people want to work on: the proposal a facilitator begins with. Pure and deterministic: the same people, topics
// and rules give the same groups, in whatever order they come; ties go by id. What the method does is said in words in placingMethod.ts.
import { createMatching, type Matching } from './placingMatch.ts';
import type { PlacingInput, PlacingPerson, PlacingRules, PlacingTopic, Proposal, Rank } from './placingModel.ts';
import { repair } from './placingRepair.ts';
import { brokenRules } from './placingRules.ts';

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const inOrder = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] =>
  [...new Map(all.map((each) => [each.id, each])).values()].sort(byId);

/** What is asked for, with numbers in place of ids. */
export interface Numbered {
  readonly people: readonly PlacingPerson[];
  readonly topics: readonly PlacingTopic[];
  readonly rules: PlacingRules;
  /** By person: what they want of what is there, best first, each topic once. */
  readonly wants: readonly (readonly { readonly topic: number; readonly rank: Rank }[])[];
  /** By person: the topic they stay with, -1 = none. */
  readonly stays: readonly number[];
  /** By topic: how many could come. */
  readonly wanted: readonly number[];
}

export function numbered({ people: allPeople, topics: allTopics, rules: raw }: PlacingInput): Numbered {
  const [people, topics] = [inOrder(allPeople), inOrder(allTopics)];
  const rules = { ...raw, min: Math.max(1, raw.min), max: Math.max(1, raw.min, raw.max) };
  const topicAt = new Map(topics.map(({ id }, at) => [id, at]));
  const wants = people.map((person) => {
    const ranked = [...person.wants].sort((a, b) => a.rank - b.rank || (a.topic < b.topic ? -1 : 1));
    const first = new Map<number, Rank>();
    for (const { topic, rank } of ranked) {
      const at = topicAt.get(topic);
      if (at !== undefined && !first.has(at)) first.set(at, rank);
    }
    return [...first].map(([topic, rank]) => ({ topic, rank }));
  });
  const stays = people.map(() => -1);
  if (rules.convenerStays) {
    const personAt = new Map(people.map(({ id }, at) => [id, at]));
    const rankIn = (person: number, topic: number): number => wants[person]?.find((want) => want.topic === topic)?.rank ?? 4;
    for (const [topic, { convener }] of topics.entries()) {
      const person = convener === null ? undefined : personAt.get(convener);
      if (person === undefined) continue;
      const other = stays[person] ?? -1;
      // Who offered to lead two groups leads the one they would rather be in.
      if (other < 0 || rankIn(person, topic) < rankIn(person, other)) stays[person] = topic;
    }
  }
  const wanted = topics.map(() => 0);
  for (const [person, list] of wants.entries()) {
    const stay = stays[person] ?? -1;
    for (const { topic } of list) wanted[topic] = (wanted[topic] ?? 0) + 1;
    if (stay >= 0 && !list.some(({ topic }) => topic === stay)) wanted[stay] = (wanted[stay] ?? 0) + 1;
  }
  return { people, topics, rules, wants, stays, wanted };
}

/** The best matching with exactly these topics open. */
function matched({ people, topics, rules, wants, stays }: Numbered, open: (topic: number) => boolean): Matching {
  const matching = createMatching({ people: people.length, topics: topics.length, capacity: rules.max, wants });
  for (const [topic] of topics.entries()) if (!open(topic)) matching.close(topic);
  for (const [person, topic] of stays.entries()) if (topic >= 0 && open(topic)) matching.keep(person, topic);
  for (const [person] of people.entries()) matching.seat(person);
  return matching;
}

/** Closes topics one by one until every group has enough people and there are not too many groups. */
function closeLonely(of: Numbered, matching: Matching): void {
  const { rules, wanted, topics } = of;
  for (;;) {
    const open = topics.flatMap((_, topic) => (matching.isOpen(topic) ? [{ topic, size: matching.members(topic).length }] : []));
    const small = open.filter(({ size }) => size < rules.min);
    const candidates = small.length > 0 ? small : open.length > (rules.groupsMax ?? Number.POSITIVE_INFINITY) ? open : [];
    const [first, ...rest] = candidates;
    if (!first) return;
    const isLonelier = (a: typeof first, b: typeof first): boolean => {
      const [wantA, wantB] = [wanted[a.topic] ?? 0, wanted[b.topic] ?? 0];
      return a.size !== b.size ? a.size < b.size : wantA !== wantB ? wantA < wantB : a.topic > b.topic;
    };
    const { topic } = rest.reduce((worst, each) => (isLonelier(each, worst) ? each : worst), first);
    for (const person of matching.close(topic)) matching.seat(person);
  }
}

/** Opens closed topics again, most wanted first, where that is better and every group still has enough: those who lost theirs may fill them. */
function reopen(of: Numbered, first: Matching): Matching {
  const { rules, topics, wanted } = of;
  let best = first;
  const closed = topics.flatMap((_, topic) => (first.isOpen(topic) || (wanted[topic] ?? 0) < rules.min ? [] : [topic]));
  closed.sort((a, b) => (wanted[b] ?? 0) - (wanted[a] ?? 0) || a - b);
  for (const topic of closed) {
    const before = best;
    const groups = topics.filter((_, each) => before.isOpen(each)).length;
    if (groups >= (rules.groupsMax ?? Number.POSITIVE_INFINITY)) break;
    const next = matched(of, (each) => each === topic || before.isOpen(each));
    const isFull = topics.every((_, each) => !next.isOpen(each) || next.members(each).length >= rules.min);
    if (isFull && next.weight() > before.weight()) best = next;
  }
  return best;
}

/** Proposes groups: most first choices, then second, then third; then the rules. Every broken rule and everybody without a place is named. */
export function proposeGroups(input: PlacingInput): Proposal {
  const of = numbered(input);
  const { people, topics, rules, wants, stays, wanted } = of;
  const begun = matched(of, (topic) => (wanted[topic] ?? 0) >= rules.min);
  closeLonely(of, begun);
  const matching = reopen(of, begun);
  const open = topics.flatMap((_, topic) => (matching.isOpen(topic) ? [topic] : []));
  const placed = repair(
    { people, rules, wants, isFixed: (person) => matching.isKept(person) },
    people.map((_, person) => matching.topicOf(person)),
    open,
  );

  const idOf = (topic: number): string => topics[topic]?.id ?? '';
  const choiceOf = (person: number, topic: number): Rank | null => wants[person]?.find((want) => want.topic === topic)?.rank ?? null;
  const groups = open.map((topic) => ({
    topic: idOf(topic),
    members: people.flatMap(({ id }, person) =>
      placed[person] === topic ? [{ person: id, choice: choiceOf(person, topic), isConvener: topics[topic]?.convener === id }] : [],
    ),
  }));
  const choices = { first: 0, second: 0, third: 0, other: 0 };
  const names = { 1: 'first', 2: 'second', 3: 'third' } as const;
  for (const { choice } of groups.flatMap(({ members }) => members)) choices[choice === null ? 'other' : names[choice]] += 1;
  return {
    groups,
    lonely: topics.flatMap(({ id }, topic) => {
      const wanting = (person: number): boolean => stays[person] === topic || choiceOf(person, topic) !== null;
      return matching.isOpen(topic) ? [] : [{ topic: id, wanting: people.flatMap((each, person) => (wanting(person) ? [each.id] : [])) }];
    }),
    unplaced: people.flatMap(({ id }, person) => {
      if ((placed[person] ?? -1) >= 0) return [];
      const own = wants[person] ?? [];
      const hasGroup = own.some(({ topic }) => matching.isOpen(topic));
      return [{ person: id, why: own.length === 0 ? 'no-choice' : hasGroup ? 'full' : 'lonely' } as const];
    }),
    choices,
    broken: brokenRules({ ...input, rules }, groups),
  };
}
