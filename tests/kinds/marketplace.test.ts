// The idea marketplace: stalls, what becomes of them, and what bad input gets.
import { createReader, stagesOf, templateRef, typesOf, validateTemplate } from '@masa/shared/board';
import { LANGUAGES } from '@masa/shared/core';
import { apply, createProjection, type Edit, isCellPlace, PERSON, seed } from '@masa/shared/document';
import {
  alreadyPosted,
  CATALOGUE,
  conveners,
  hiddenFrom,
  hideStall,
  INTEREST,
  ideaMarketplace,
  isLongTitle,
  MARKET,
  marketplace,
  mergeInto,
  mergeProposals,
  mergeStalls,
  originals,
  parkStall,
  proposeMerge,
  SAME_AGAIN_MS,
  shortenTitle,
  showStall,
  templateByRef,
  unmerge,
  walkOrder,
  withdrawStall,
} from '@masa/shared/kinds';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { AUTHOR, type Card, createEdit } from '../shared/sheets.ts';

const OTHER = { id: 'ion', name: 'Ion', library: 'Biblioteca Orhei', region: 'Orhei' };
const STAFF = { author: { id: 'staff', name: 'Elena', library: '', region: '' }, now: 50, isStaff: true };
const ANA = { author: AUTHOR, now: 60 };

const stall = (id: string, facets: Card['facets'] = {}, cell: string = MARKET.stalls): Card => ({
  id,
  cell,
  text: `Title of ${id}`,
  facets: { author: AUTHOR, created: 10, stallType: 'idea', ...facets },
});

function boardOf(...cards: readonly Card[]) {
  const doc = new Y.Doc();
  seed(doc, { kind: ideaMarketplace.id, template: templateRef(marketplace) });
  apply(doc, cards.map(createEdit), PERSON);
  const projection = createProjection(doc, typesOf(ideaMarketplace));
  const read = () => createReader(ideaMarketplace, marketplace, projection.records());
  return {
    read,
    edit: (edits: readonly Edit[]): void => void apply(doc, edits, PERSON),
    slotOf: (id: string): string | undefined => {
      const place = read().get(id)?.place;
      return place && isCellPlace(place) ? place.cell : undefined;
    },
  };
}

const round = ideaMarketplace.rounds?.[0];
const fault = (answers: Readonly<Record<string, unknown>>) => round?.fault?.(new Map(Object.entries(answers))) ?? null;

test('MARKET-1 stalls stand in four rows by what they are; a stall moved to another row becomes that', () => {
  const types = ['problem', 'challenge', 'idea', 'offer'];
  const { read } = boardOf(...types.map((type) => stall(type, { stallType: type })), stall('unsaid', { stallType: null }));
  const cellOf = (id: string): string | undefined => {
    const record = read().get(id);
    return record && read().cellOf(record)?.id;
  };
  expect([...types, 'unsaid'].map(cellOf)).toEqual(['problems', 'challenges', 'ideas', 'offers', 'ideas']);
  const enters = marketplace.cells.slice(0, 4).map((cell) => cell.slots[0]?.when?.enter);
  expect(enters).toEqual(types);
});

test('MARKET-2 every state of a stall is a place on the sheet: nothing on it is ever hidden from the outline or from whoever drags', () => {
  const shown = new Set(marketplace.cells.flatMap((cell) => cell.slots.map(({ slot }) => slot)));
  expect([...shown].toSorted()).toEqual(ideaMarketplace.slots.map(({ id }) => id).toSorted());
  expect(Object.values(MARKET).toSorted()).toEqual([...shown].toSorted());
  for (const language of LANGUAGES) expect(validateTemplate(marketplace, ideaMarketplace, language)).toEqual({ refused: [], warnings: [] });
  expect(CATALOGUE.find(({ template }) => template === 'marketplace')?.for).toBe('workshop');
  expect(templateByRef('marketplace@1')?.kind).toBe(ideaMarketplace);
});

test('MARKET-3 it goes through seven stages: write alone, open, walk, join, choose, groups, harvest', () => {
  expect(stagesOf(ideaMarketplace).map(({ id, writing, edits, asks, shows }) => [id, writing, edits, asks, shows])).toEqual([
    ['write', 'privately', undefined, undefined, undefined],
    ['open', 'together', 'own', undefined, undefined],
    ['walk', 'together', 'own', undefined, undefined],
    ['merge', 'together', 'own', undefined, undefined],
    ['interest', 'nothing', undefined, INTEREST, undefined],
    ['groups', 'nothing', undefined, undefined, [INTEREST]],
    ['harvest', 'together', undefined, undefined, [INTEREST]],
  ]);
  expect(round?.shownTo).toBe('staff');
});

test('MARKET-4 a stall without a title stays a draft', () => {
  const { read } = boardOf(stall('named'), { ...stall('unnamed', { story: 'Only a story' }), text: '  \u200b ' });
  const may = (id: string): boolean | undefined => {
    const record = read().get(id);
    return record && ideaMarketplace.mayPost?.(record);
  };
  expect([may('named'), may('unnamed')]).toEqual([true, false]);
  expect(ideaMarketplace.analyse(read()).checks.map(({ code, card }) => [code, card])).toEqual([['no-title', 'unnamed']]);
});

test('MARKET-5 the same text by the same author within a minute is found again: “already posted – open it?”', () => {
  const { read, edit } = boardOf({ ...stall('first', { created: 1_000 }), text: 'Отворено вечер' });
  const again = (text: string, author: string = AUTHOR.id, now = 2_000): string | undefined => alreadyPosted(read(), author, text, now)?.id;
  expect(again('  отворено   ВЕЧЕР ')).toBe('first');
  expect(again('Отворено вечер', OTHER.id)).toBeUndefined();
  expect(again('Отворено сутрин')).toBeUndefined();
  expect(again('')).toBeUndefined();
  expect(again('Отворено вечер', AUTHOR.id, 1_000 + SAME_AGAIN_MS)).toBeUndefined();
  edit(withdrawStall(read(), 'first', ANA));
  expect(again('Отворено вечер')).toBeUndefined();
});

test('MARKET-6 a fourth ranked interest, and one rank given twice, is refused with the stalls one of which has to go', () => {
  expect(fault({ a: { rank: 1 }, b: { rank: 2 }, c: { rank: 3 } })).toBeNull();
  expect(fault({ a: { rank: 1 }, b: { rank: 2 }, c: { rank: 3 }, d: { rank: 3 } })).toEqual({ code: 'interest-full', path: 'a b c d' });
  expect(fault({ a: { rank: 1 }, b: { rank: 2 }, c: { rank: 1 } })).toEqual({ code: 'interest-full', path: 'a c' });
  const informed = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`i${at}`, { informed: true }]));
  expect(fault({ ...informed, a: { rank: 1 } })).toBeNull();
});

test.each([
  [{ rank: 1 }, true],
  [{ rank: 3 }, true],
  [{ informed: true }, true],
  [{ rank: 0 }, false],
  [{ rank: 4 }, false],
  [{ rank: '1' }, false],
  [{ rank: 1, informed: true }, false],
  [{ informed: false }, false],
  [{ rank: 1, more: 1 }, false],
  [{}, false],
  [[], false],
  [1, false],
  [null, false],
])('MARKET-7 an interest is a rank from 1 to 3 or the wish to be kept informed, and nothing else: %j', (value, isOne) => {
  const parsed = round?.parse(value, marketplace);
  expect([parsed?.ok, parsed?.ok ? parsed.value : null]).toEqual([isOne, isOne ? value : null]);
});

test('MARKET-8 interest is asked about the stalls that stand on the marketplace and have a title', () => {
  const { read } = boardOf(stall('one'), stall('two', {}, MARKET.merged), { ...stall('three'), text: '' }, stall('four', {}, MARKET.grouped));
  expect(round?.about(read())).toEqual(['one']);
});

test('MARKET-9 merging keeps the originals as they were written, inside a stall with a new title', () => {
  const { read, edit, slotOf } = boardOf(
    stall('a', { lookingFor: ['people'], convening: 'ready', mergeWith: ['b'] }),
    stall('b', { lookingFor: ['money', 'people'], author: OTHER, convening: 'ready' }),
    stall('c'),
  );
  edit(mergeStalls(read(), ['a', 'b'], ' Both ', STAFF, 'both'));
  expect(['a', 'b', 'c', 'both'].map(slotOf)).toEqual([MARKET.merged, MARKET.merged, MARKET.stalls, MARKET.stalls]);
  expect(read().get('both')).toMatchObject({ text: 'Both', fields: { mergedFrom: ['a', 'b'], lookingFor: ['people', 'money'], stallType: 'idea' } });
  expect([read().get('a')?.text, read().get('a')?.fields.mergeWith]).toEqual(['Title of a', []]);
  // Inside one another, each once; whoever offered to lead one of them may lead it.
  edit(mergeStalls(read(), ['both', 'c'], 'All', STAFF, 'all'));
  expect(originals(read(), 'all').map(({ id }) => id)).toEqual(['both', 'c', 'a', 'b']);
  expect(conveners(read(), 'all')).toEqual([AUTHOR.id, OTHER.id]);
  expect(ideaMarketplace.summary(read().get('all') ?? (read().live()[0] as never), 'en')).toContain('⊕ 2');
  edit(unmerge(read(), 'all', STAFF));
  expect(['both', 'c', 'a'].map(slotOf)).toEqual([MARKET.stalls, MARKET.stalls, MARKET.merged]);
  expect(read().get('all')?.gone?.by).toBe('staff');
});

test('MARKET-10 what cannot be merged is left alone: one stall, no title, stalls that stand elsewhere, a stall with itself', () => {
  const { read } = boardOf(
    stall('a'),
    stall('b', {}, MARKET.withdrawn),
    stall('locked', { lock: { by: 'staff', name: 'Elena', at: 1, staff: true } }),
  );
  expect(mergeStalls(read(), ['a', 'a'], 'Both', STAFF)).toEqual([]);
  expect(mergeStalls(read(), ['a', 'b'], 'Both', STAFF)).toEqual([]);
  expect(mergeStalls(read(), ['a', 'locked'], 'Both', STAFF)).toEqual([]);
  expect(mergeStalls(read(), ['a', 'b'], '  ', STAFF)).toEqual([]);
  expect(mergeInto(read(), 'a', 'a', STAFF)).toEqual([]);
  expect(mergeInto(read(), 'a', 'gone', STAFF)).toEqual([]);
  expect(unmerge(read(), 'a', STAFF)).toEqual([]);
});

test('MARKET-11 an author proposes to join, the facilitator confirms or not', () => {
  const { read, edit } = boardOf(stall('a'), stall('b'), stall('c', {}, MARKET.withdrawn));
  edit(proposeMerge(read(), 'a', ['b', 'a', 'c']));
  expect(mergeProposals(read()).map((each) => [each.stall.id, each.others.map(({ id }) => id)])).toEqual([['a', ['b']]]);
  expect(ideaMarketplace.analyse(read()).checks).toMatchObject([{ code: 'merge-proposed', card: 'a' }]);
  edit(proposeMerge(read(), 'a', []));
  expect(mergeProposals(read())).toEqual([]);
  expect(proposeMerge(read(), 'c', ['a'])).toEqual([]);
});

test('MARKET-12 a stall joined into another lies inside it; the other keeps its title', () => {
  const { read, edit, slotOf } = boardOf(stall('a'), stall('b', {}, MARKET.grouped));
  edit(mergeInto(read(), 'a', 'b', STAFF));
  expect([slotOf('a'), slotOf('b'), read().get('b')?.text]).toEqual([MARKET.merged, MARKET.grouped, 'Title of b']);
  expect(originals(read(), 'b').map(({ id }) => id)).toEqual(['a']);
  expect(mergeInto(read(), 'a', 'b', STAFF)).toEqual([]);
});

test('MARKET-13 the author withdraws after a group exists: the group keeps a copy', () => {
  const { read, edit, slotOf } = boardOf(stall('a', { story: 'Why', convening: 'ready' }, MARKET.grouped), stall('b'));
  edit(withdrawStall(read(), 'a', ANA, 'copy'));
  expect([slotOf('a'), slotOf('copy')]).toEqual([MARKET.withdrawn, MARKET.grouped]);
  expect(read().get('copy')).toMatchObject({ text: 'Title of a', fields: { story: 'Why', convening: null }, origin: { how: 'moved', object: 'a' } });
  edit(withdrawStall(read(), 'b', ANA));
  expect([
    slotOf('b'),
    read()
      .inSlot(MARKET.grouped)
      .map(({ id }) => id),
  ]).toEqual([MARKET.withdrawn, ['copy']]);
});

test('MARKET-14 what the facilitator hides, its author sees with the reason; without a reason nothing is hidden', () => {
  const { read, edit, slotOf } = boardOf(stall('a'), stall('b', { author: OTHER }), stall('c', {}, MARKET.hidden));
  expect(hideStall(read(), 'a', '  ', STAFF)).toEqual([]);
  edit(hideStall(read(), 'a', 'Names a person', STAFF));
  expect([slotOf('a'), read().get('a')?.sensitive]).toEqual([MARKET.hidden, true]);
  expect(hiddenFrom(read(), AUTHOR.id).map((each) => [each.stall.id, each.reason])).toEqual([
    ['c', ''],
    ['a', 'Names a person'],
  ]);
  expect(hiddenFrom(read(), OTHER.id)).toEqual([]);
  expect(ideaMarketplace.analyse(read()).checks.map(({ code, card }) => [code, card])).toEqual([['no-reason', 'c']]);
  edit(showStall(read(), 'a', STAFF));
  expect([slotOf('a'), read().get('a')?.sensitive, read().get('a')?.fields.hiddenReason]).toEqual([MARKET.stalls, false, null]);
});

test('MARKET-15 a lonely stall is parked with a promise, and only with one', () => {
  const { read, edit, slotOf } = boardOf(stall('a'), stall('b', {}, MARKET.parked));
  expect(parkStall(read(), 'a', ' ', STAFF)).toEqual([]);
  edit(parkStall(read(), 'a', 'The regional library asks in May', STAFF));
  expect([slotOf('a'), read().get('a')?.fields.promise]).toEqual([MARKET.parked, 'The regional library asks in May']);
  expect(ideaMarketplace.analyse(read()).checks.map(({ code, card }) => [code, card])).toEqual([['no-promise', 'b']]);
  expect(ideaMarketplace.analyse(read()).filling[MARKET.parked]).toEqual({ cards: 2, complete: 1 });
});

test('MARKET-16 a title has at most 120 characters, a text 600; what a title has too much goes to the front of the text', () => {
  const long = `${'дума '.repeat(23)}последна още малко`;
  const { read, edit } = boardOf({ ...stall('long', { story: 'Before' }), text: long }, stall('short'));
  expect([isLongTitle(long), isLongTitle('к'.repeat(120))]).toEqual([true, false]);
  expect(ideaMarketplace.analyse(read()).checks.map(({ code, card }) => [code, card])).toEqual([['long-title', 'long']]);
  edit(shortenTitle(read(), 'long'));
  const { text = '', fields } = read().get('long') ?? {};
  const [rest, before] = String(fields?.story).split('\n');
  expect([isLongTitle(text), `${text} ${rest}`, before]).toEqual([false, long, 'Before']);
  expect(shortenTitle(read(), 'short')).toEqual([]);
  const story = ideaMarketplace.types.card?.facets.story;
  expect([story?.parse('т'.repeat(600)).ok, story?.parse('т'.repeat(601)).ok]).toEqual([true, false]);
});

test('MARKET-17 each viewer walks in an order of their own, the same each time, and nobody’s stall is first for everybody', () => {
  const stalls = Array.from({ length: 40 }, (_, at) => `stall-${at}`);
  const ana = walkOrder(stalls, 'ana');
  expect(ana).toEqual(walkOrder([...stalls].reverse(), 'ana'));
  expect(ana.toSorted()).toEqual(stalls.toSorted());
  expect(walkOrder(stalls.slice(5), 'ana')).toEqual(ana.filter((id) => stalls.slice(5).includes(id)));
  const firsts = new Set(Array.from({ length: 30 }, (_, at) => walkOrder(stalls, `viewer-${at}`)[0]));
  expect(firsts.size).toBeGreaterThan(10);
});

test('MARKET-18 commands leave alone what is in the bin, unknown or not a stall', () => {
  const { read } = boardOf(stall('binned', { gone: { by: 'ana', name: 'Ана', at: 5 } }), {
    ...stall('note'),
    type: 'note',
    place: { box: [0, 0, 9, 9], rot: 0 },
  });
  for (const id of ['binned', 'note', 'nowhere'])
    expect([
      withdrawStall(read(), id, ANA),
      hideStall(read(), id, 'x', STAFF),
      parkStall(read(), id, 'x', STAFF),
      showStall(read(), id, STAFF),
    ]).toEqual([[], [], [], []]);
});

test('MARKET-19 two thousand stalls are checked in time that grows with them, not with their square', () => {
  const many = (count: number) => boardOf(...Array.from({ length: count }, (_, at) => stall(`s${at}`, { mergeWith: [`s${at + 1}`] }))).read();
  const timed = (count: number): number => {
    const board = many(count);
    board.live();
    const startedAt = performance.now();
    expect(ideaMarketplace.analyse(board).checks.length).toBe(count - 1);
    return performance.now() - startedAt;
  };
  timed(500);
  expect(timed(2_000)).toBeLessThan(1_000);
});
