// Who changed what, and which versions stay: the pure half of versions.
import type { PersonChanges, Version } from '@masa/server/store/versionStore';
import { bounded, type ChangesOptions, changesBetween, mergeChanges, namesOn } from '@masa/server/versions/changes';
import { thin } from '@masa/server/versions/thinning';
import { LIMITS } from '@masa/shared/core';
import { apply, type Edit, FACET, marksOf, PERSON, SERVER } from '@masa/shared/document';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit, fuzz, newDoc } from '../shared/sheets.ts';

const OWNERS = new Map([
  [1, 'ana'],
  [2, 'ion'],
  [9, ''],
]);

/** A board several people write on, each with a client id of their own. */
function table(cards: Parameters<typeof newDoc>[0] = []) {
  const board = newDoc(cards);
  const docs = new Map<number, Y.Doc>();
  const write = (client: number, edits: readonly Edit[]): void => {
    const doc = docs.get(client) ?? new Y.Doc();
    docs.set(client, doc);
    doc.clientID = client;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(board));
    apply(doc, edits, client === 9 ? SERVER : PERSON);
    Y.applyUpdate(board, Y.encodeStateAsUpdate(doc));
  };
  return { board, write, ana: (...edits: Edit[]) => write(1, edits), ion: (...edits: Edit[]) => write(2, edits) };
}

const options = (over: Partial<ChangesOptions> = {}): ChangesOptions => ({ owners: OWNERS, server: '', serverFor: null, soleWriter: null, ...over });

const momentOf = (board: Y.Doc): Uint8Array => Y.encodeSnapshot(Y.snapshot(board));

/** What each person did between a moment and a board, by what was done. */
const between = (then: Uint8Array | undefined, now: Y.Doc, over: Partial<ChangesOptions> = {}) =>
  Object.fromEntries(
    changesBetween(then, now, options(over)).map(({ by, ...what }) => [
      by ?? 'nobody',
      Object.fromEntries(Object.entries(what).filter(([, ids]) => (ids as readonly string[]).length > 0)),
    ]),
  );

const set = (id: string, facet: string, value: unknown): Edit => ({ do: 'set', id, facet, value });
const stamp = (by: string) => ({ by, name: `Name of ${by}`, at: 5 });

test('VERSION-5 what each person made, changed, moved and put in the bin is told apart', () => {
  const { board, ana, ion } = table(['a', 'b', 'c', 'd'].map((id) => ({ id })));
  const then = momentOf(board);
  ana(createEdit({ id: 'new', text: 'Топло място' }), set('new', FACET.place, { cell: 'aim', order: 'a1' }), {
    do: 'text',
    id: 'a',
    text: 'a better word',
  });
  ion(set('b', FACET.place, { cell: 'aim', order: 'a0' }), set('b', FACET.moved, stamp('ion')), set('c', FACET.gone, stamp('ion')));
  ion(set('new', FACET.notes, 'a remark'), set('d', FACET.gone, stamp('ion')), set('a', FACET.place, { cell: 'aim', order: 'a2' }));
  ana(set('d', FACET.gone, null), set('a', FACET.place, { cell: 'needs', order: 'a2' }));
  marksOf(board).set('ana/a/star', true);
  expect(between(then, board)).toEqual({
    ana: { made: ['new'], changed: expect.arrayContaining(['a', 'd']), moved: ['a'] },
    ion: { changed: ['new'], moved: expect.arrayContaining(['b', 'a']), binned: ['c'] },
  });
  // From the beginning, those who were there at the start belong to nobody we know.
  expect(between(undefined, board).nobody).toMatchObject({ made: expect.arrayContaining(['a', 'b', 'c', 'd']) });
  expect(between(momentOf(board), board)).toEqual({});
});

test('VERSION-6 letters that only disappeared belong to the one who was at work alone, else to nobody', () => {
  const { board, ana, ion } = table([{ id: 'a', text: 'a long sentence' }, { id: 'b' }]);
  ana({ do: 'text', id: 'a', text: 'a sentence' });
  const then = momentOf(board);
  expect(between(then, board, { soleWriter: 'ana' })).toEqual({});
  ana({ do: 'text', id: 'a', text: 'sentence' });
  expect(between(then, board, { soleWriter: 'ana' })).toEqual({ ana: { changed: ['a'] } });
  expect(between(then, board)).toEqual({ nobody: { changed: ['a'] } });
  ion({ do: 'text', id: 'a', text: 'sentences' });
  expect(between(then, board)).toEqual({ ion: { changed: ['a'] } });
});

test('VERSION-7 what the server wrote for people is theirs, as far as the object says it', () => {
  const { board, write } = table([{ id: 'a' }, { id: 'b' }]);
  const then = momentOf(board);
  const author = { id: 'eva', name: 'Ева', library: '', region: '' };
  write(9, [createEdit({ id: 'late', facets: { author } }), set('a', FACET.gone, stamp('dan')), set('b', FACET.notes, 'brought back')]);
  expect(between(then, board)).toEqual({ eva: { made: ['late'] }, dan: { binned: ['a'] }, nobody: { changed: ['b'] } });
  expect(between(then, board, { serverFor: 'ana' })).toMatchObject({ ana: { changed: ['b'] } });
  expect(namesOn(board)).toEqual(
    new Map([
      ['eva', 'Ева'],
      ['dan', 'Name of dan'],
    ]),
  );
});

const MADE: PersonChanges = { by: { id: 'ana', name: 'Ana' }, made: ['x'], changed: ['y'], moved: [], binned: [] };

test('VERSION-9 two spans of time together are as if they had been one', () => {
  const merged = mergeChanges(
    [MADE, { ...MADE, by: null, made: [], changed: ['q'] }],
    [{ ...MADE, made: ['z'], changed: ['x', 'y'], moved: ['w'], binned: ['y'] }],
  );
  expect(merged).toEqual([
    { by: { id: 'ana', name: 'Ana' }, made: ['x', 'z'], changed: [], moved: ['w'], binned: ['y'] },
    { by: null, made: [], changed: ['q'], moved: [], binned: [] },
  ]);
});

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 9, 14, 12);

const point = (id: string, ageHours: number, over: Partial<Version> = {}): Version => ({
  id,
  board: 'b',
  at: NOW - ageHours * HOUR,
  seq: 1,
  title: null,
  how: 'auto',
  by: null,
  ofAt: null,
  changes: [],
  ...over,
});

test('VERSION-8 automatic versions thin out with age, named ones and the way back from a restore stay', () => {
  const versions = [
    point('fresh', 0.1),
    point('fresh too', 23.9),
    point('hour end', 48.2),
    point('hour middle', 48.5),
    point('named', 48.6, { how: 'named', title: 'x' }),
    point('hour start', 48.9),
    point('restored', 72.3, { how: 'restore' }),
    point('before it', 72.3),
    point('same hour', 72.4),
    point('day end', 24 * 9 + 13),
    point('day start', 24 * 9 + 20),
    point('frozen', 24 * 9 + 21, { how: 'step' }),
    point('other day', 24 * 10 + 13),
  ];
  expect([...thin(versions, NOW).drop].sort()).toEqual(['day start', 'hour middle', 'hour start']);
});

test('VERSION-8 of those that were kept by themselves a board has at most so many', () => {
  const versions = Array.from({ length: LIMITS.versionsMax + 10 }, (_, at) =>
    point(`p${at}`, at * 0.05, at % 7 === 0 ? { how: 'named', title: 'x' } : {}),
  );
  const { drop } = thin([...versions, ...Array.from({ length: 40 }, (_, at) => point(`s${at}`, 20, { how: 'step' }))], NOW);
  const kept = versions.filter(({ id, how }) => how !== 'named' && !drop.includes(id));
  expect(drop.some((id) => versions.find((each) => each.id === id)?.how === 'named')).toBe(false);
  expect(kept.length + 40 - drop.filter((id) => id.startsWith('s')).length).toBe(LIMITS.versionsMax);
});

test('VERSION-8 of those that take too much room the closest together go', () => {
  const large = Array.from({ length: 30 }, (_, at) => point(`p${at}`, at * at * 0.02, { bytes: LIMITS.versionsBytes / 20.5 }));
  const gone = thin(large, NOW).drop.map((id) => Number(id.slice(1)));
  expect([gone.length, Math.min(...gone) > 0, Math.max(...gone) < 29]).toEqual([10, true, true]);
  const named = large.map((each): Version => ({ ...each, how: 'named', title: 'x' }));
  expect(thin([point('now', 0, { bytes: 2 * LIMITS.versionsBytes }), ...named], NOW).drop).toEqual([]);
});

test('VERSION-23 whoever makes versions one after the other crowds out their own', () => {
  let versions = Array.from({ length: 100 }, (_, at) => point(`honest${at}`, 0.1 + at / 12));
  for (let round = 0; round < 500; round++) {
    const at = NOW + round * 5_000;
    const made = [point(`r${round}`, 0, { at, how: 'restore', by: { id: 'bob', name: 'Bob' } }), point(`a${round}`, 0, { at: at - 1 })];
    const { drop } = thin([...made, ...versions], at);
    versions = [...made, ...versions].filter(({ id }) => !drop.includes(id));
  }
  expect(versions.length).toBe(LIMITS.versionsMax);
  expect(versions.filter(({ id }) => id.startsWith('honest')).length).toBe(100);
  // What was there before a restore that is kept is kept, too.
  const before = versions.flatMap(({ how }, at) => (how === 'restore' ? [versions[at + 1]?.how] : []));
  expect(new Set(before)).toEqual(new Set(['auto']));
});

test('VERSION-24 a version lists so many ids and still says how many there were', () => {
  const ids = (from: number, count: number): string[] => Array.from({ length: count }, (_, at) => `o${from + at}`);
  const said = bounded(
    [
      { ...MADE, made: ids(0, 9_000), changed: ids(10_000, 3), moved: [], binned: [] },
      { ...MADE, by: null },
    ],
    1_000,
  );
  expect(said[0]).toMatchObject({ made: ids(0, 125), changed: ids(10_000, 3), beyond: { made: 8_875, changed: 0 } });
  expect(said[1]).toEqual({ ...MADE, by: null });
  const [together] = mergeChanges(said, bounded([{ ...MADE, made: ids(20_000, 300), changed: [], moved: [], binned: [] }], 1_000));
  expect((together?.made.length ?? 0) + (together?.beyond?.made ?? 0)).toBe(9_300);
});

test('VERSION-9 nothing that somebody did is forgotten by thinning, however often it happens', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ gap: fc.integer({ min: 1, max: 20 }), named: fc.boolean() }), { minLength: 1, maxLength: 60 }), (steps) => {
      let versions: Version[] = [];
      let now = NOW;
      steps.forEach(({ gap, named }, at) => {
        now += gap * HOUR;
        versions = [
          { ...point(`v${at}`, 0), at: now, how: named ? 'named' : 'auto', changes: [{ ...MADE, made: [`o${at}`], changed: [] }] },
          ...versions,
        ];
        const { drop, changes } = thin(versions, now);
        versions = versions.filter(({ id }) => !drop.includes(id)).map((each) => ({ ...each, changes: changes.get(each.id) ?? each.changes }));
      });
      const made = versions.flatMap(({ changes }) => changes.flatMap((each) => each.made));
      expect([...made].sort()).toEqual(steps.map((_, at) => `o${at}`).sort());
    }),
    fuzz(100),
  );
});
