// Places for people who come after groups were proposed.
import { type PlacingPerson, placeLate, USUAL_RULES } from '@masa/shared/workshop';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const RULES = { ...USUAL_RULES, min: 1, max: 3, atLeastTwoRegions: false };
const TOPICS = ['a', 'b', 'c'].map((id) => ({ id, convener: null }));

const person = (id: string, ...wants: readonly string[]): PlacingPerson => ({
  id,
  library: '',
  region: '',
  isRemote: false,
  wants: wants.map((topic, at) => ({ topic, rank: (at + 1) as 1 | 2 | 3 })),
});

/** How many first, second and third choices can be had at best, by trying everything: larger is better. */
function best(late: readonly PlacingPerson[], free: ReadonlyMap<string, number>, unit: number): number {
  const [first, ...rest] = late;
  if (!first) return 0;
  const without = best(rest, free, unit);
  return first.wants.reduce((most, { topic, rank }) => {
    const room = free.get(topic) ?? 0;
    return room <= 0 ? most : Math.max(most, unit ** (3 - rank) + best(rest, new Map(free).set(topic, room - 1), unit));
  }, without);
}

test('MARKET-82 however many come late, no group holds too many because of them, and their choices are the best that are left', () => {
  const wants = fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1, maxLength: 3 });
  const sizes = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
  fc.assert(
    fc.property(sizes, fc.array(wants, { maxLength: 6 }), (inside, coming) => {
      const groups = inside.flatMap((size, at) =>
        size === 0 ? [] : [{ topic: TOPICS[at]?.id ?? '', members: Array.from({ length: size }, (_, each) => `in-${at}-${each}`) }],
      );
      const late = coming.map((each, at) => person(`late-${at}`, ...each));
      const people = [...groups.flatMap(({ members }) => members.map((id) => person(id, 'a'))), ...late];
      const places = placeLate(
        { people, topics: TOPICS, rules: RULES },
        groups,
        late.map(({ id }) => id),
      );
      const free = new Map(groups.map(({ topic, members }) => [topic, Math.max(0, RULES.max - members.length)]));
      expect([...places.keys()].every((id) => id.startsWith('late-'))).toBe(true);
      for (const [topic, room] of free) expect([...places.values()].filter((each) => each === topic).length).toBeLessThanOrEqual(room);
      expect([...places.values()].every((topic) => free.has(topic))).toBe(true);
      const unit = late.length + 1;
      const ranks = late.flatMap(({ id, wants: own }) => own.flatMap(({ topic, rank }) => (places.get(id) === topic ? [rank] : [])));
      expect(ranks.reduce((sum, rank) => sum + unit ** (3 - rank), 0)).toBe(best(late, free, unit));
    }),
  );
});

test('MARKET-83 whoever came late and chose nothing is for the group with room whose rules it breaks least, then the smallest', () => {
  const of = (id: string, library: string): PlacingPerson => ({ ...person(id), library });
  const people = [of('in-1', 'Deichman'), of('in-2', 'Bergen'), of('in-3', 'Tromsø'), of('late', 'Deichman'), of('later', 'Alta')];
  const groups = [
    { topic: 'a', members: ['in-1'] },
    { topic: 'b', members: ['in-2', 'in-3'] },
  ];
  const rules = { ...RULES, maxPerLibrary: 1 };
  expect([...placeLate({ people, topics: TOPICS, rules }, groups, ['late', 'later'])]).toEqual([
    ['late', 'b'],
    ['later', 'a'],
  ]);
  expect(placeLate({ people, topics: TOPICS, rules: { ...rules, max: 1 } }, groups, ['late']).size).toBe(0);
  const wanting = [...people.slice(0, 3), person('late', 'c')];
  expect(placeLate({ people: wanting, topics: TOPICS, rules }, groups, ['late']).size).toBe(0);
});

test('MARKET-82 whoever offered to lead a group goes to it while there is room, and a mix is mended among those who came', () => {
  const topics = [{ id: 'a', convener: 'late' }, ...TOPICS.slice(1)];
  const groups = [
    { topic: 'a', members: ['in-1'] },
    { topic: 'b', members: ['in-2'] },
  ];
  const people = [person('in-1'), person('in-2'), person('late', 'b', 'a')];
  expect([...placeLate({ people, topics, rules: RULES }, groups, ['late'])]).toEqual([['late', 'a']]);
  const full = [{ topic: 'a', members: ['in-1', 'in-3', 'in-4'] }, groups[1] ?? { topic: 'b', members: [] }];
  const more = [...people, person('in-3'), person('in-4')];
  expect([...placeLate({ people: more, topics, rules: RULES }, full, ['late'])]).toEqual([['late', 'b']]);

  // Both chose both; each goes where their region is missing, and those who were there stay.
  const from = (region: string, each: PlacingPerson): PlacingPerson => ({ ...each, region });
  const mixed = [
    from('Oslo', person('in-1')),
    from('Troms', person('in-2')),
    from('Oslo', person('l1', 'a', 'b')),
    from('Troms', person('l2', 'b', 'a')),
  ];
  const mend = { ...RULES, min: 2, max: 2, atLeastTwoRegions: true };
  const second = mixed.map((each) => ({ ...each, wants: each.wants.map((want) => ({ ...want, rank: 2 as const })) }));
  expect(new Map(placeLate({ people: second, topics: TOPICS, rules: mend }, groups, ['l1', 'l2']))).toEqual(
    new Map([
      ['l1', 'b'],
      ['l2', 'a'],
    ]),
  );
});
