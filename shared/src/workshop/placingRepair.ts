// Mends what groups break of the rules about a mix, as far as it costs nobody a first choice and nobody their place: people move or change
// places between groups they themselves chose. Local search, deterministic: in the order of topics, the exchange that mends most, of those
// the one that costs least, of those the first by id. Each exchange mends something, so it ends.
import type { PlacingPerson, PlacingRules, Rank } from './placingModel.ts';
import { mixFaults, standardsOf } from './placingRules.ts';

interface Parts {
  /** In order of ids; a person is their number in it. */
  readonly people: readonly PlacingPerson[];
  readonly rules: PlacingRules;
  readonly wants: readonly (readonly { readonly topic: number; readonly rank: Rank }[])[];
  /** Who stays where they are. */
  readonly isFixed: (person: number) => boolean;
}

/** A person goes from one topic to another; `back` comes the other way, -1 = nobody. */
interface Exchange {
  readonly person: number;
  readonly to: number;
  readonly back: number;
  readonly mends: number;
  readonly cost: number;
}

/** @returns the topic of each person, -1 = none */
export function repair({ people, rules, wants, isFixed }: Parts, before: readonly number[], open: readonly number[]): readonly number[] {
  const topicOf = [...before];
  const members = new Map<number, number[]>(open.map((topic) => [topic, []]));
  for (const [person, topic] of topicOf.entries()) members.get(topic)?.push(person);
  const wanting = new Map<number, number[]>(open.map((topic) => [topic, []]));
  for (const [person, list] of wants.entries()) for (const { topic } of list) wanting.get(topic)?.push(person);
  const standards = standardsOf(people, open.length);

  const faults = (all: readonly number[]): number =>
    mixFaults(
      all.flatMap((person) => people[person] ?? []),
      rules,
      standards,
    ).reduce((sum, { weight }) => sum + weight, 0);
  const faultsOf = new Map<number, number>(open.map((topic) => [topic, faults(members.get(topic) ?? [])]));
  const rankIn = (person: number, topic: number): Rank | undefined => wants[person]?.find((want) => want.topic === topic)?.rank;

  /** What an exchange would do; undefined where it may not be or mends nothing. */
  const weigh = (person: number, to: number, back: number): Exchange | undefined => {
    const from = topicOf[person] ?? -1;
    const [here, there] = [members.get(from), members.get(to)];
    const [rank, next] = [rankIn(person, from), rankIn(person, to)];
    if (!here || !there || from === to || next === undefined || isFixed(person)) return undefined;
    const [backRank, backNext] = back < 0 ? ([3, 3] as const) : [rankIn(back, to), rankIn(back, from)];
    if (backNext === undefined || (back >= 0 && isFixed(back))) return undefined;
    if (back < 0 && (there.length >= rules.max || here.length <= rules.min)) return undefined;
    const firsts = Number(next === 1) + Number(back >= 0 && backNext === 1) - Number(rank === 1) - Number(back >= 0 && backRank === 1);
    if (firsts < 0) return undefined;
    const after = faults([...here.filter((each) => each !== person), ...(back < 0 ? [] : [back])]);
    const afterThere = faults([...there.filter((each) => each !== back), person]);
    const mends = (faultsOf.get(from) ?? 0) + (faultsOf.get(to) ?? 0) - after - afterThere;
    const cost = next - (rank ?? 4) + backNext - (backRank ?? 4);
    return mends > 0 ? { person, to, back, mends, cost } : undefined;
  };

  const isBetter = (a: Exchange, b: Exchange): boolean => a.mends > b.mends || (a.mends === b.mends && a.cost < b.cost);

  const bestFor = (topic: number): Exchange | undefined => {
    let best: Exchange | undefined;
    const consider = (exchange: Exchange | undefined): void => {
      if (exchange && (!best || isBetter(exchange, best))) best = exchange;
    };
    const inside = [...(members.get(topic) ?? [])].sort((a, b) => a - b);
    for (const person of inside) {
      for (const want of wants[person] ?? []) {
        consider(weigh(person, want.topic, -1));
        for (const back of [...(members.get(want.topic) ?? [])].sort((a, b) => a - b)) consider(weigh(person, want.topic, back));
      }
    }
    for (const person of wanting.get(topic) ?? []) consider(weigh(person, topic, -1));
    return best;
  };

  const move = (person: number, to: number): void => {
    const from = topicOf[person] ?? -1;
    members.set(
      from,
      (members.get(from) ?? []).filter((each) => each !== person),
    );
    members.set(to, [...(members.get(to) ?? []), person]);
    topicOf[person] = to;
  };

  for (let mended = true; mended; ) {
    mended = false;
    for (const topic of open) {
      if ((faultsOf.get(topic) ?? 0) === 0) continue;
      const exchange = bestFor(topic);
      if (!exchange) continue;
      const from = topicOf[exchange.person] ?? -1;
      move(exchange.person, exchange.to);
      if (exchange.back >= 0) move(exchange.back, from);
      for (const each of [from, exchange.to]) faultsOf.set(each, faults(members.get(each) ?? []));
      mended = true;
    }
  }
  return topicOf;
}
