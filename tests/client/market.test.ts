// The marketplace's panels, without a screen.
import { keepRead, matching, NO_FILTER, readStalls, walked } from '@masa/client/kinds/idea-marketplace/listing.ts';
import {
  isOutdated,
  keepOf,
  move,
  NOTHING_SINCE,
  type Placing,
  placedBy,
  renewed,
  sinceThen,
  suggestionFor,
  unplacedOf,
} from '@masa/client/kinds/idea-marketplace/placing.ts';
import { readerOf, typesOf } from '@masa/shared/board';
import { createProjection } from '@masa/shared/document';
import { ideaMarketplace, marketplace } from '@masa/shared/kinds';
import type { ProposalReply } from '@masa/shared/wire';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { AUTHOR, type Card, newDoc } from '../shared/sheets.ts';

afterEach(() => vi.unstubAllGlobals());

const stall = (id: string, text: string, facets: Record<string, unknown> = {}): Card => ({
  id,
  cell: 'stalls',
  text,
  facets: { stallType: 'idea', author: AUTHOR, ...facets },
});
const board = (cards: readonly Card[]) => {
  const projection = createProjection(newDoc(cards), typesOf(ideaMarketplace));
  return readerOf(ideaMarketplace, marketplace, projection);
};
const NONE: ReadonlySet<string> = new Set();

test('STALL-1 each viewer walks in an order of their own, the same each time', () => {
  const reader = board(Array.from({ length: 12 }, (_, at) => stall(`s${at}`, `Щанд ${at}`)));
  const order = (viewer: string) => walked(reader, viewer).map(({ id }) => id);
  expect(order('one')).toEqual(order('one'));
  expect(order('one')).not.toEqual(order('two'));
  expect(order('one').toSorted()).toEqual(order('two').toSorted());
});

test('STALL-2 it is filtered by words, sort, unread and one’s own', () => {
  const reader = board([
    stall('warm', 'Топло място за майки', { story: 'Утрин с бебета' }),
    stall('kode', 'Kodeklubb for barn', { stallType: 'offer', author: { id: 'p2', name: 'Kari', library: 'Gratangen', region: 'Troms' } }),
  ]);
  const found = (over: Partial<typeof NO_FILTER>, read = NONE) =>
    matching(walked(reader, AUTHOR.id), { ...NO_FILTER, ...over }, AUTHOR.id, read).map(({ id }) => id);
  expect(found({}).toSorted()).toEqual(['kode', 'warm']);
  expect(found({ words: 'БЕБЕТА топло' })).toEqual(['warm']);
  expect(found({ words: 'gratangen' })).toEqual(['kode']);
  expect(found({ words: 'бебета kode' })).toEqual([]);
  expect(found({ types: new Set(['offer'] as const) })).toEqual(['kode']);
  expect(found({ onlyUnread: true }, new Set(['warm']))).toEqual(['kode']);
  expect(found({ onlyOwn: true })).toEqual(['warm']);
});

test('STALL-3 what was opened on a device is read there', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) });
  expect(readStalls('b1').size).toBe(0);
  keepRead('b1', new Set(['s1', 's2']));
  expect([...readStalls('b1')]).toEqual(['s1', 's2']);
  expect(readStalls('b2').size).toBe(0);
  kept.set('masa:read:b1', '{"not":"a list"}');
  expect(readStalls('b1').size).toBe(0);
});

const PEOPLE = ['a/1', 'b/1', 'b/2', 'c/1'];
const PROPOSAL: ProposalReply = {
  people: PEOPLE.map((id) => ({ id, name: id, library: '', region: '', isRemote: false, wants: [{ topic: 't1', rank: 2 }] })),
  topics: [
    { id: 't1', title: 'Едно', convener: 'a/1', informed: 0 },
    { id: 't2', title: 'Две', convener: null, informed: 0 },
  ],
  groups: [],
  lonely: [],
  unplaced: [],
  choices: { first: 0, second: 0, third: 0, other: 0 },
  broken: [],
};

test('STALL-4 a seat moves between groups, into none, or begins one', () => {
  const start: Placing = [{ topic: 't1', members: ['a/1', 'b/1'] }];
  expect(move(start, 'b/1', 't2')).toEqual([
    { topic: 't1', members: ['a/1'] },
    { topic: 't2', members: ['b/1'] },
  ]);
  expect(move(move(start, 'b/1', null), 'a/1', null)).toEqual([]);
  expect(placedBy(PROPOSAL, start)[0]?.members).toEqual([
    { person: 'a/1', choice: 2, isConvener: true },
    { person: 'b/1', choice: 2, isConvener: false },
  ]);
});

test('STALL-5 nobody is lost while groups are corrected', () => {
  const step = fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom('t1', 't2', null));
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const placing = steps.reduce<Placing>((now, [person, topic]) => move(now, person, topic), []);
      const placed = placing.flatMap(({ members }) => members);
      expect([...placed, ...unplacedOf(PROPOSAL, placing)].toSorted()).toEqual(PEOPLE.toSorted());
      expect(placing.every(({ members }) => members.length > 0)).toBe(true);
    }),
  );
});

test('STALL-7 a proposal stays when people come or leave and stalls are joined or go away; all of it is told', () => {
  const placing: Placing = [
    { topic: 't1', members: ['a/1', 'b/1'] },
    { topic: 't2', members: ['b/2'] },
  ];
  const [t1, t2] = PROPOSAL.topics;
  if (!t1 || !t2) throw new Error('no topics');
  expect(isOutdated(PROPOSAL, PEOPLE, ['t2', 't1'])).toBe(false);
  expect([isOutdated(PROPOSAL, PEOPLE.slice(1), ['t1', 't2']), isOutdated(PROPOSAL, PEOPLE, ['t1', 't3'])]).toEqual([true, true]);
  expect(keepOf(PROPOSAL, placing, NOTHING_SINCE)).toEqual({ groups: placing, unplaced: ['c/1'] });
  const someone = { library: '', region: '', isRemote: false, wants: [] };
  const after: ProposalReply = {
    ...PROPOSAL,
    people: [...PROPOSAL.people.filter(({ id }) => id !== 'a/1'), { ...someone, id: 'd/1', name: 'Даниела' }],
    topics: [t1, { ...t2, id: 't3', title: 'Три' }],
    late: [{ person: 'd/1', topic: 't1' }],
    gone: [{ topic: 't2', into: 't3' }],
  };
  const since = sinceThen(PROPOSAL, after, NOTHING_SINCE);
  expect([[...since.came], since.left, since.gone]).toEqual([['d/1'], ['a/1'], [{ title: 'Две', into: 'Три' }]]);
  const now = renewed(placing, after);
  expect(now).toEqual([
    { topic: 't1', members: ['b/1'] },
    { topic: 't3', members: ['b/2'] },
  ]);
  expect(keepOf(after, now, since).unplaced).toEqual(['c/1']);
  expect(suggestionFor('d/1', since, now, 2)).toBe('t1');
  expect([suggestionFor('d/1', since, move(now, 'c/1', 't1'), 2), suggestionFor('c/1', since, now, 8)]).toEqual([undefined, undefined]);
  // Where the stall is gone its people are in no group, and have not come later.
  const gone: ProposalReply = { ...after, late: [{ person: 'b/2', topic: 't1' }], gone: [{ topic: 't3', into: null }] };
  const then = sinceThen(after, gone, since);
  expect([renewed(now, gone), [...then.came], [...then.places], then.left]).toEqual([
    [{ topic: 't1', members: ['b/1'] }],
    ['d/1'],
    [['b/2', 't1']],
    ['a/1'],
  ]);
});

test('STALL-6 two thousand stalls are listed', () => {
  const reader = board(Array.from({ length: 2_000 }, (_, at) => stall(`s${at}`, `Щанд ${at} за деца`)));
  const all = walked(reader, 'viewer');
  expect(all).toHaveLength(2_000);
  expect(matching(all, { ...NO_FILTER, words: 'щанд 19' }, 'viewer', NONE).length).toBeGreaterThan(100);
});
