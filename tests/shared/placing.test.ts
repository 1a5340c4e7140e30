// Groups formed from what people want, against brute force.
import { LANGUAGES } from '@masa/shared/core';
import {
  brokenRules,
  PLACING_METHOD,
  type PlacedGroup,
  type PlacingInput,
  type PlacingPerson,
  type PlacingRules,
  type Proposal,
  proposeGroups,
  type Rank,
  USUAL_RULES,
} from '@masa/shared/workshop';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzz } from './sheets.ts';

const FREE: PlacingRules = { ...USUAL_RULES, atLeastTwoRegions: false, convenerStays: false };

const person = (id: string, wants: readonly string[], over: Partial<PlacingPerson> = {}): PlacingPerson => ({
  id,
  library: '',
  region: '',
  isRemote: false,
  wants: wants.map((topic, at) => ({ topic, rank: (at + 1) as Rank })),
  ...over,
});

const topics = (...ids: readonly string[]) => ids.map((id) => ({ id, convener: null }));

const membersOf = (proposal: Pick<Proposal, 'groups'>, topic: string): readonly string[] =>
  proposal.groups.find((group) => group.topic === topic)?.members.map((member) => member.person) ?? [];

const profile = ({ choices: { first, second, third } }: Pick<Proposal, 'choices'>): readonly number[] => [first, second, third];
const compare = (a: readonly number[], b: readonly number[]): number => a.map((each, at) => each - (b[at] ?? 0)).find((each) => each !== 0) ?? 0;

/** The best profile of choices with exactly these topics open, each with at least `min` people (0 = whatever comes), by trying everything. */
function bruteForce({ people, rules }: PlacingInput, open: readonly string[], min: number): readonly number[] | undefined {
  let best: readonly number[] | undefined;
  const counts = new Map(open.map((topic) => [topic, 0]));
  const got = [0, 0, 0];
  const go = (at: number): void => {
    const next = people[at];
    if (!next) {
      if ([...counts.values()].every((count) => count >= min) && (!best || compare(got, best) > 0)) best = [...got];
      return;
    }
    go(at + 1);
    for (const { topic, rank } of next.wants) {
      const count = counts.get(topic);
      if (count === undefined || count >= rules.max) continue;
      counts.set(topic, count + 1);
      got[rank - 1] = (got[rank - 1] ?? 0) + 1;
      go(at + 1);
      got[rank - 1] = (got[rank - 1] ?? 0) - 1;
      counts.set(topic, count);
    }
  };
  go(0);
  return best;
}

const smallRules = fc.record({
  min: fc.integer({ min: 1, max: 3 }),
  max: fc.integer({ min: 2, max: 4 }),
  atLeastTwoRegions: fc.boolean(),
  maxPerLibrary: fc.constantFrom(null, 1, 2),
  remote: fc.constantFrom('together' as const, 'spread' as const, 'off' as const),
  convenerStays: fc.boolean(),
  groupsMax: fc.constantFrom(null, 1, 2),
});

const smallInput = (people: number, topicCount: number): fc.Arbitrary<PlacingInput> => {
  const ids = ['A', 'B', 'C', 'D', 'E', 'F'].slice(0, topicCount);
  return fc
    .record({
      wants: fc.array(fc.shuffledSubarray(ids, { maxLength: 3 }), { minLength: 1, maxLength: people }),
      library: fc.array(fc.constantFrom('Искра', 'Зора', ''), { minLength: people, maxLength: people }),
      region: fc.array(fc.constantFrom('Видин', 'Русе', ''), { minLength: people, maxLength: people }),
      remote: fc.array(fc.boolean(), { minLength: people, maxLength: people }),
      conveners: fc.array(fc.option(fc.nat(people)), { minLength: topicCount, maxLength: topicCount }),
      rules: smallRules,
    })
    .map(({ wants, library, region, remote, conveners, rules }) => ({
      people: wants.map((list, at) =>
        person(`p${at}/1`, list, { library: library[at] ?? '', region: region[at] ?? '', isRemote: remote[at] ?? false }),
      ),
      topics: ids.map((id, at) => ({ id, convener: typeof conveners[at] === 'number' ? `p${conveners[at]}/1` : null })),
      rules: { ...rules, max: Math.max(rules.min, rules.max) },
    }));
};

/** How far groups are from the rules: people too many, or one for each rule broken otherwise. */
const weighed = (broken: Proposal['broken']): number =>
  broken.reduce((sum, { rule, value, limit }) => sum + (rule === 'library' || rule === 'remote-spread' ? value - limit : 1), 0);

test('MARKET-21 of the topics that run, most people get their first choice, then second, then third: as brute force finds it', () => {
  fc.assert(
    fc.property(smallInput(7, 4), (input) => {
      const plain = { ...input, rules: { ...input.rules, ...FREE, min: input.rules.min, max: input.rules.max, groupsMax: input.rules.groupsMax } };
      const proposal = proposeGroups(plain);
      const open = proposal.groups.map(({ topic }) => topic);
      expect(profile(proposal)).toEqual(bruteForce(plain, open, 0));
      for (const { members } of proposal.groups) {
        expect(members.length).toBeGreaterThanOrEqual(plain.rules.min);
        expect(members.length).toBeLessThanOrEqual(plain.rules.max);
      }
      expect(open.length).toBeLessThanOrEqual(plain.rules.groupsMax ?? 4);
    }),
    fuzz(500),
  );
});

test('MARKET-22 no set-aside topic that could run beside the others would make the choices better', () => {
  fc.assert(
    fc.property(smallInput(7, 4), (input) => {
      const plain = { ...input, rules: { ...FREE, min: input.rules.min, max: input.rules.max } };
      const proposal = proposeGroups(plain);
      const open = proposal.groups.map(({ topic }) => topic);
      const missed = proposal.lonely.filter(({ topic }) => {
        // The best with it open, whoever stays away; it counts only if that already gives every group enough.
        const free = bruteForce(plain, [...open, topic], 0) ?? [];
        const full = bruteForce(plain, [...open, topic], plain.rules.min);
        return full !== undefined && compare(full, free) === 0 && open.length > 0 && compare(full, profile(proposal)) > 0;
      });
      expect(missed).toEqual([]);
    }),
    fuzz(300),
  );
});

test('MARKET-23 the rules are mended without costing a first choice or a place', () => {
  let mended = 0;
  fc.assert(
    fc.property(smallInput(9, 4), (input) => {
      const off = { ...input.rules, atLeastTwoRegions: false, maxPerLibrary: null, remote: 'off' as const };
      const before = proposeGroups({ ...input, rules: off });
      const after = proposeGroups(input);
      expect(after.groups.map(({ topic }) => topic)).toEqual(before.groups.map(({ topic }) => topic));
      expect(after.choices.first).toBe(before.choices.first);
      expect(after.unplaced).toEqual(before.unplaced);
      const unmended = weighed(brokenRules(input, before.groups));
      expect(weighed(after.broken)).toBeLessThanOrEqual(unmended);
      if (weighed(after.broken) < unmended) mended += 1;
      for (const { members } of after.groups) {
        expect(members.length).toBeGreaterThanOrEqual(input.rules.min);
        expect(members.length).toBeLessThanOrEqual(input.rules.max);
      }
    }),
    fuzz(500),
  );
  expect(mended).toBeGreaterThan(0);
});

test('MARKET-24 the same people and topics give the same groups, in whatever order they come', () => {
  fc.assert(
    fc.property(
      smallInput(10, 6).chain((input) =>
        fc.record({
          input: fc.constant(input),
          people: fc.shuffledSubarray([...input.people], { minLength: input.people.length }),
          topics: fc.shuffledSubarray([...input.topics], { minLength: input.topics.length }),
        }),
      ),
      ({ input, ...shuffled }) => {
        expect(proposeGroups({ ...input, ...shuffled })).toEqual(proposeGroups(input));
        expect(proposeGroups(input)).toEqual(proposeGroups(input));
      },
    ),
    fuzz(300),
  );
});

test('MARKET-25 nobody is left out silently: everybody is in one group or named with the reason', () => {
  fc.assert(
    fc.property(smallInput(10, 6), (input) => {
      const { groups, unplaced, lonely, choices } = proposeGroups(input);
      const placed = groups.flatMap(({ members }) => members.map((member) => member.person));
      expect([...placed, ...unplaced.map((each) => each.person)].toSorted()).toEqual(input.people.map(({ id }) => id).toSorted());
      expect(choices.first + choices.second + choices.third + choices.other).toBe(placed.length);
      expect([...groups.map(({ topic }) => topic), ...lonely.map(({ topic }) => topic)].toSorted()).toEqual(
        input.topics.map(({ id }) => id).toSorted(),
      );
      const open = new Set(groups.map(({ topic }) => topic));
      for (const { person: id, why } of unplaced) {
        const wants = input.people.find((each) => each.id === id)?.wants ?? [];
        expect(why).toBe(wants.length === 0 ? 'no-choice' : wants.some(({ topic }) => open.has(topic)) ? 'full' : 'lonely');
      }
      for (const { topic, members } of groups)
        for (const member of members) {
          const want = input.people.find(({ id }) => id === member.person)?.wants.find((each) => each.topic === topic);
          expect(member.choice).toBe(want?.rank ?? null);
          // Nobody is put where they did not choose to be, except who offered to lead.
          expect(member.choice !== null || (member.isConvener && input.rules.convenerStays)).toBe(true);
        }
    }),
    fuzz(400),
  );
});

test('MARKET-25 whoever chose nothing, found no group or came to a full one is told apart', () => {
  const people = [person('a', ['X']), person('b', ['X']), person('c', ['X']), person('d', ['X']), person('e', ['Y']), person('f', [])];
  const { unplaced } = proposeGroups({ people, topics: topics('X', 'Y'), rules: { ...FREE, min: 2, max: 3 } });
  expect(unplaced).toEqual([
    { person: 'd', why: 'full' },
    { person: 'e', why: 'lonely' },
    { person: 'f', why: 'no-choice' },
  ]);
});

test('MARKET-26 every broken rule is named, with the group, the numbers and the people', () => {
  const people = [
    person('a', ['X'], { library: 'Искра', region: 'Русе' }),
    person('b', ['X'], { library: 'Искра', region: 'Русе' }),
    person('c', ['X'], { library: 'Искра', region: '', isRemote: true }),
    person('d', ['Y'], { library: 'Зора', region: 'Видин', isRemote: true }),
    person('e', ['Y'], { isRemote: true }),
    person('f', []),
  ];
  const member = (id: string) => ({ person: id, choice: null, isConvener: false });
  const groups: readonly PlacedGroup[] = [
    { topic: 'X', members: ['a', 'b', 'c'].map(member) },
    { topic: 'Y', members: ['d', 'e'].map(member) },
  ];
  const rules: PlacingRules = { min: 3, max: 2, atLeastTwoRegions: true, maxPerLibrary: 2, remote: 'together', convenerStays: true, groupsMax: 1 };
  const input = {
    people,
    topics: [
      { id: 'X', convener: 'f' },
      { id: 'Y', convener: 'd' },
    ],
    rules,
  };
  const none = { library: '' };
  expect(brokenRules(input, groups)).toEqual([
    { rule: 'max', topic: 'X', value: 3, limit: 2, ...none, people: ['a', 'b', 'c'] },
    { rule: 'regions', topic: 'X', value: 1, limit: 2, ...none, people: ['a', 'b', 'c'] },
    { rule: 'library', topic: 'X', value: 3, limit: 2, library: 'Искра', people: ['a', 'b', 'c'] },
    { rule: 'remote-together', topic: 'X', value: 1, limit: 2, ...none, people: ['c'] },
    { rule: 'convener', topic: 'X', value: 0, limit: 1, ...none, people: ['f'] },
    { rule: 'min', topic: 'Y', value: 2, limit: 3, ...none, people: ['d', 'e'] },
    { rule: 'regions', topic: 'Y', value: 1, limit: 2, ...none, people: ['d', 'e'] },
    { rule: 'groups', topic: null, value: 2, limit: 1, ...none, people: [] },
  ]);
  const spread = brokenRules({ ...input, rules: { ...FREE, min: 1, remote: 'spread' } }, [
    { topic: 'X', members: ['c', 'd', 'e'].map(member) },
    { topic: 'Y', members: ['a', 'b'].map(member) },
  ]);
  expect(spread).toEqual([{ rule: 'remote-spread', topic: 'X', value: 3, limit: 2, ...none, people: ['c', 'd', 'e'] }]);
});

test('MARKET-27 remote together: nobody is the only remote person of a group where an exchange can help', () => {
  const people = [
    person('a', ['X', 'Y']),
    person('b', ['X', 'Y'], { isRemote: true }),
    person('c', ['X', 'Y']),
    person('d', ['Y', 'X']),
    person('e', ['Y', 'X']),
    person('f', ['Y', 'X'], { isRemote: true }),
    // Their first choice is lonely: they can be here or there.
    person('g', ['Z', 'X', 'Y'], { isRemote: true }),
    person('h', ['Z', 'Y', 'X'], { isRemote: true }),
  ];
  const input = { people, topics: topics('X', 'Y', 'Z'), rules: { ...FREE, max: 4 } };
  const remoteIn = (proposal: Proposal): readonly number[] =>
    ['X', 'Y'].map((topic) => membersOf(proposal, topic).filter((id) => people.find((each) => each.id === id)?.isRemote).length);
  expect(remoteIn(proposeGroups({ ...input, rules: { ...input.rules, remote: 'together' } }))).toEqual([2, 2]);
  const onSite = people.map((each) => (each.id === 'b' || each.id === 'f' ? { ...each, isRemote: false } : each));
  const apart = proposeGroups({ ...input, people: onSite, rules: { ...input.rules, remote: 'together' } });
  // Both groups are full, and nobody gives up a first choice: it is named.
  expect(apart.broken.map(({ rule, people: who }) => [rule, who])).toEqual([
    ['remote-together', ['g']],
    ['remote-together', ['h']],
  ]);
  // With room for one more they come together, though one of them has a third choice then instead of a second.
  const roomy = proposeGroups({ ...input, people: onSite, rules: { ...input.rules, max: 5, remote: 'together' } });
  expect([roomy.broken, roomy.choices]).toEqual([[], { first: 6, second: 1, third: 1, other: 0 }]);
  expect(proposeGroups({ ...input, rules: { ...input.rules, remote: 'spread' } }).broken).toEqual([]);
});

test('MARKET-28 who offered to lead a group stays with it while it runs, whatever else they chose', () => {
  const people = [person('a', ['Y']), person('b', ['X']), person('c', ['X']), person('d', ['Y']), person('e', ['Y'])];
  const led = [
    { id: 'X', convener: 'a' },
    { id: 'Y', convener: null },
  ];
  const proposal = proposeGroups({ people, topics: led, rules: { ...FREE, min: 2, convenerStays: true } });
  expect(proposal.groups.find(({ topic }) => topic === 'X')?.members[0]).toEqual({ person: 'a', choice: null, isConvener: true });
  expect(proposal.choices).toEqual({ first: 4, second: 0, third: 0, other: 1 });
  const free = proposeGroups({ people, topics: led, rules: { ...FREE, min: 2 } });
  expect(membersOf(free, 'Y')).toContain('a');
  // Two stalls of one person: the one they would rather work on.
  const two = proposeGroups({
    people: [...people, person('l', ['Y', 'X'])],
    topics: [
      { id: 'X', convener: 'l' },
      { id: 'Y', convener: 'l' },
    ],
    rules: { ...FREE, min: 2, convenerStays: true },
  });
  expect(membersOf(two, 'Y')).toContain('l');
  expect(two.broken).toEqual([{ rule: 'convener', topic: 'X', value: 0, limit: 1, library: '', people: ['l'] }]);
});

test('MARKET-29 a topic too few want is named with who wants it, and its people get their next choice', () => {
  const people = [person('a', ['X', 'Y']), person('b', ['X', 'Y']), person('c', ['Y']), person('d', ['Y'])];
  const proposal = proposeGroups({ people, topics: topics('X', 'Y', 'Z'), rules: FREE });
  expect(proposal.lonely).toEqual([
    { topic: 'X', wanting: ['a', 'b'] },
    { topic: 'Z', wanting: [] },
  ]);
  expect(membersOf(proposal, 'Y')).toEqual(['a', 'b', 'c', 'd']);
  expect(proposal.choices).toEqual({ first: 2, second: 2, third: 0, other: 0 });
});

test('MARKET-30 a hundred people and thirty topics take less than five seconds, and so do a thousand and two hundred', () => {
  const made = (count: number, topicCount: number): PlacingInput => {
    // A small generator of its own: the same people in every run.
    let state = 12_345;
    const next = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    // Some topics are wanted more than others, as they are.
    const some = (): string => `t${Math.min(next(topicCount), next(topicCount))}`;
    return {
      people: Array.from({ length: count }, (_, at) =>
        person(`p${at}`, [...new Set([some(), some(), some()])], {
          library: `l${next(count / 3)}`,
          region: next(2) === 0 ? 'Русе' : 'Видин',
          isRemote: next(8) === 0,
        }),
      ),
      topics: Array.from({ length: topicCount }, (_, at) => ({ id: `t${at}`, convener: `p${at}` })),
      rules: { ...USUAL_RULES, maxPerLibrary: 2, remote: 'together' },
    };
  };
  for (const [people, topicCount] of [
    [100, 30],
    [1_000, 200],
  ] as const) {
    const input = made(people, topicCount);
    const startedAt = performance.now();
    const { groups, choices, unplaced, broken } = proposeGroups(input);
    const ms = performance.now() - startedAt;
    console.info(`${people} × ${topicCount}: ${ms.toFixed(0)} ms`, groups.length, choices, unplaced.length, broken.length);
    expect(groups.length).toBeGreaterThan(0);
    expect(ms).toBeLessThan(5_000);
  }
});

test('MARKET-31 the method is said in words in all five languages', () => {
  expect(PLACING_METHOD.length).toBeGreaterThan(0);
  for (const language of LANGUAGES) expect(PLACING_METHOD.every((sentence) => sentence[language].trim() !== '')).toBe(true);
});

test('MARKET-32 choices of what is not there, the same topic twice and people who come twice do no harm', () => {
  const people = [person('a', ['gone', 'X', 'X']), person('a', ['X']), person('b', ['X']), person('c', ['X'])];
  const { groups, choices } = proposeGroups({ people, topics: topics('X', 'X'), rules: FREE });
  expect(groups.map(({ members }) => members.length)).toEqual([3]);
  expect(choices.first).toBe(3);
  expect(proposeGroups({ people: [], topics: [], rules: { ...FREE, min: 0, max: -1 } }).groups).toEqual([]);
});
