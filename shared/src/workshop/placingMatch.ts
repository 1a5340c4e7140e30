// A rank-maximal matching of people to topics with places: as many first choices as possible, of those as many second choices, then third
// (R. W. Irving, T. Kavitha, K. Mehlhorn, D. Michail, K. Paluch, Rank-maximal matchings, ACM Transactions on Algorithms 2(4), 2006). It is found by
// successive best augmenting paths, i.e. minimum-cost flow (R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows, 1993, §9.7): a first choice
// weighs more than everybody's second choices together, a second more than everybody's third.
//
// People come one by one. Whoever comes takes the way that gains most: into a free place, or into the place of somebody who moves to another
// choice of theirs, and so on. After each, the matching is the best one of those who have come: that is what makes the ways cheap to find, and
// it stays true when a topic is closed together with its people, who then come again.
import type { Rank } from './placingModel.ts';

export interface MatchingParts {
  readonly people: number;
  readonly topics: number;
  /** Places of each topic. */
  readonly capacity: number;
  /** By person. */
  readonly wants: readonly (readonly { readonly topic: number; readonly rank: Rank }[])[];
}

export interface Matching {
  /** Puts a person at a topic for good: nobody moves them as long as it is open. */
  keep(person: number, topic: number): void;
  /** Lets a person come. Who has come already stays as they are. */
  seat(person: number): void;
  /** Closes a topic; gives the people who were there, who have to come again. */
  close(topic: number): readonly number[];
  isOpen(topic: number): boolean;
  isKept(person: number): boolean;
  /** -1: nowhere. */
  topicOf(person: number): number;
  members(topic: number): readonly number[];
  /** What the matching is worth; a better profile of choices has the larger number. */
  weight(): number;
}

/** How somebody comes to a topic: who, and from which topic they move; -1 = they come from outside. */
interface Step {
  readonly person: number;
  readonly from: number;
}

export function createMatching({ people, topics, capacity, wants }: MatchingParts): Matching {
  const topicOf: number[] = Array.from({ length: people }, () => -1);
  const kept = new Set<number>();
  const members: number[][] = Array.from({ length: topics }, () => []);
  const open: boolean[] = Array.from({ length: topics }, () => true);
  const base = people + 1;
  const weights: Readonly<Record<Rank, number>> = { 1: base * base, 2: base, 3: 1 };
  const weight = (person: number, topic: number): number => {
    const want = wants[person]?.find((each) => each.topic === topic);
    return want ? weights[want.rank] : 0;
  };
  const at = (topic: number): number[] => members[topic] ?? [];
  const isFree = (topic: number): boolean => at(topic).length < capacity;

  const leave = (person: number): void => {
    const list = at(topicOf[person] ?? -1);
    const place = list.indexOf(person);
    if (place >= 0) list.splice(place, 1);
    topicOf[person] = -1;
  };
  const enter = (person: number, topic: number): void => {
    topicOf[person] = topic;
    at(topic).push(person);
  };

  /** The best way in for one person, walked from topic to topic (Bellman–Ford with a queue). */
  const seat = (newcomer: number): void => {
    if ((topicOf[newcomer] ?? -1) >= 0) return;
    const gains = new Map<number, number>();
    const steps = new Map<number, Step>();
    const queue: number[] = [];
    const reach = (topic: number, gain: number, step: Step): void => {
      if (open[topic] !== true || gain <= (gains.get(topic) ?? 0)) return;
      gains.set(topic, gain);
      steps.set(topic, step);
      if (!queue.includes(topic)) queue.push(topic);
    };
    let best: { readonly gain: number; readonly topic: number; readonly out: number } | undefined;
    const offer = (gain: number, topic: number, out: number): void => {
      if (gain > (best?.gain ?? 0)) best = { gain, topic, out };
    };
    for (const { topic } of wants[newcomer] ?? []) reach(topic, weight(newcomer, topic), { person: newcomer, from: -1 });
    for (let topic = queue.shift(); topic !== undefined; topic = queue.shift()) {
      if (isFree(topic)) continue;
      const gain = gains.get(topic) ?? 0;
      for (const person of at(topic)) {
        if (kept.has(person)) continue;
        const given = gain - weight(person, topic);
        for (const want of wants[person] ?? []) if (want.topic !== topic) reach(want.topic, given + weights[want.rank], { person, from: topic });
      }
    }
    // Ends are looked at once nothing can be improved: into a free place first, then in the place of somebody who then has none.
    const reached = [...gains].sort(([a], [b]) => a - b);
    for (const [topic, gain] of reached) if (isFree(topic)) offer(gain, topic, -1);
    for (const [topic, gain] of reached)
      if (!isFree(topic)) for (const person of at(topic)) if (!kept.has(person)) offer(gain - weight(person, topic), topic, person);
    if (!best) return;
    if (best.out >= 0) leave(best.out);
    for (let topic = best.topic; topic >= 0; ) {
      const step = steps.get(topic);
      if (!step) return;
      if (step.from >= 0) leave(step.person);
      enter(step.person, topic);
      topic = step.from;
    }
  };

  return {
    keep(person, topic) {
      kept.add(person);
      enter(person, topic);
    },
    seat,
    close(topic) {
      open[topic] = false;
      const gone = [...at(topic)].sort((a, b) => a - b);
      for (const person of gone) {
        leave(person);
        kept.delete(person);
      }
      return gone;
    },
    isOpen: (topic) => open[topic] === true,
    isKept: (person) => kept.has(person),
    topicOf: (person) => topicOf[person] ?? -1,
    members: at,
    weight: () => topicOf.reduce((sum, topic, person) => (topic < 0 ? sum : sum + weight(person, topic)), 0),
  };
}
