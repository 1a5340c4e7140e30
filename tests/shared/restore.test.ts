// Bringing a board back to what it was.

import { typesOf } from '@masa/shared/board';
import { apply, type BoardRecord, type Edit, FACET, marksOf, objectsOf, PERSON, restoreEdits, SERVER } from '@masa/shared/document';
import { serviceCanvas } from '@masa/shared/kinds';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit, createPeers, deliverAll, fuzz, hostileDoc, newDoc, projectionOf } from './sheets.ts';

const STAMP = { by: 'restorer', name: 'Ана', at: 77 };
const typeOf = typesOf(serviceCanvas);
const staff = { typeOf, stamp: STAMP, isStaff: true };

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

const recordsOf = (doc: Y.Doc): ReadonlyMap<string, BoardRecord> => {
  const projection = projectionOf(doc);
  const records = new Map([...projection.records()].map((record) => [record.id, record]));
  projection.dispose();
  return records;
};

const restore = (now: Y.Doc, then: Y.Doc, options = staff) => apply(now, restoreEdits(now, then, options), SERVER);

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const ids = fc.constantFrom('c0', 'c1', 'c2', 'c3', 'n1');
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(ids, words, fc.option(words, { nil: undefined }))
    .map(([id, text, notes]) => createEdit({ id, text, facets: notes === undefined ? {} : { notes } })),
  fc
    .tuple(fc.constantFrom('n1', 'n2'), fc.integer({ min: -50, max: 50 }))
    .map(([id, x]) => createEdit({ id, type: 'note', place: { box: [x, 0, 100, 100], rot: 0 }, facets: { z: 'a0', colour: 'yellow' } })),
  fc.tuple(ids, words).map(([id, text]): Edit => ({ do: 'text', id, text })),
  fc.tuple(ids, fc.constantFrom('who', 'when', 'notes', 'strange'), words).map(([id, facet, value]): Edit => ({ do: 'set', id, facet, value })),
  fc.tuple(ids, fc.boolean()).map(([id, value]): Edit => ({ do: 'set', id, facet: FACET.sensitive, value })),
  fc.tuple(ids, fc.constantFrom(['x'], ['x', 'y'], [])).map(([id, value]): Edit => ({ do: 'set', id, facet: FACET.tags, value })),
  fc
    .tuple(ids, fc.constantFrom('needs', 'aim'), fc.constantFrom('a0', 'a1'))
    .map(([id, cell, order]): Edit => ({ do: 'set', id, facet: FACET.place, value: { cell, order } })),
  fc.tuple(ids, fc.option(fc.constant({ by: 'x', name: 'x', at: 1 }))).map(([id, value]): Edit => ({ do: 'set', id, facet: FACET.gone, value })),
);
const edits = fc.array(edit, { maxLength: 25 });

test('VERSION-10 after a restore every object reads as it did then, and what came later is in the bin', () => {
  fc.assert(
    fc.property(edits, edits, (earlier, later) => {
      const now = newDoc([{ id: 'c0', text: 'start' }]);
      apply(now, earlier, PERSON);
      const then = copyOf(now);
      apply(now, later, PERSON);
      const before = new Set(objectsOf(now).keys());
      restore(now, then);
      const [past, present] = [recordsOf(then), recordsOf(now)];
      const asThen = [...present.values()].map((record) => ({ ...record, gone: record.gone !== null }));
      expect(asThen).toEqual(
        [...present.values()].map((record) => {
          const was = past.get(record.id);
          return was ? { ...was, gone: was.gone !== null } : { ...record, gone: true };
        }),
      );
      // Nothing was taken out of the document, and a second time there is nothing to do.
      expect(new Set(present.keys())).toEqual(before);
      expect(restoreEdits(now, then, staff)).toEqual([]);
    }),
    fuzz(400),
  );
});

test('VERSION-10 a board full of nonsense can be brought back too', () => {
  fc.assert(
    fc.property(hostileDoc(), hostileDoc(), (then, now) => {
      restore(now, then);
      const past = recordsOf(then);
      const live = [...recordsOf(now).values()].filter((record) => record.gone === null);
      expect(live.filter(({ id }) => past.get(id)?.gone !== null)).toEqual([]);
    }),
    fuzz(200),
  );
});

test('VERSION-11 what came later goes to the bin under the name of who restored; what is in the bin for longer stays as it was', () => {
  const now = newDoc([{ id: 'old' }, { id: 'binned' }]);
  const gone = { by: 'ion', name: 'Ion', at: 3 };
  apply(now, [{ do: 'set', id: 'binned', facet: FACET.gone, value: gone }], PERSON);
  const then = copyOf(now);
  apply(now, [createEdit({ id: 'later' }), { do: 'set', id: 'old', facet: FACET.gone, value: gone }], PERSON);
  marksOf(now).set('ana/later/star', true);
  const done = restore(now, then);
  const present = recordsOf(now);
  expect(present.get('later')?.gone).toEqual(STAMP);
  expect(present.get('old')?.gone).toBeNull();
  expect(present.get('binned')?.gone).toEqual(gone);
  expect(marksOf(now).get('ana/later/star')).toBe(true);
  expect(done.every((each) => each.do === 'set' || each.do === 'text')).toBe(true);
});

test('VERSION-11 what was erased since is made again', () => {
  const now = newDoc([{ id: 'old', text: 'Топло място', facets: { notes: 'a remark', who: 'Ана' } }]);
  const then = copyOf(now);
  objectsOf(now).delete('old');
  restore(now, then);
  expect(recordsOf(now).get('old')).toEqual(recordsOf(then).get('old'));
});

test('VERSION-12 what people write while a version is brought back merges with it', () => {
  const peers = createPeers(
    ['ana', 'bob'],
    [
      { id: 'a', text: 'the first thought' },
      { id: 'b', text: 'another' },
    ],
  );
  const [ana, bob] = peers as [(typeof peers)[0], (typeof peers)[0]];
  const then = copyOf(ana.doc);
  ana.history.perform([{ do: 'text', id: 'a', text: 'the first good thought' }, createEdit({ id: 'late' })]);
  deliverAll(peers);
  // At the same time: one brings the board back, the other goes on writing.
  restore(ana.doc, then);
  bob.history.perform([
    { do: 'text', id: 'a', text: 'the first good thought, and more' },
    { do: 'set', id: 'b', facet: FACET.notes, value: 'mine' },
    createEdit({ id: 'new' }),
  ]);
  deliverAll(peers);
  const [one, other] = [recordsOf(ana.doc), recordsOf(bob.doc)];
  expect(one).toEqual(other);
  expect(one.get('a')?.text).toBe('the first thought, and more');
  expect(one.get('b')?.notes).toBe('mine');
  expect([one.get('new')?.gone, one.get('late')?.gone]).toEqual([null, STAMP]);
});

test('VERSION-13 who does not open facilitators’ locks leaves what is under one alone, and brings none back', () => {
  const lock = { by: 'boss', name: 'Boss', at: 2, staff: true };
  const now = newDoc([
    { id: 'held', text: 'rules' },
    { id: 'freed', text: 'x' },
  ]);
  apply(now, [{ do: 'set', id: 'freed', facet: FACET.lock, value: lock }], PERSON);
  const then = copyOf(now);
  apply(
    now,
    [
      { do: 'text', id: 'held', text: 'better rules' },
      { do: 'set', id: 'held', facet: FACET.lock, value: lock },
      { do: 'set', id: 'freed', facet: FACET.lock, value: null },
      createEdit({ id: 'later', facets: { lock } }),
    ],
    PERSON,
  );
  const byStaff = copyOf(now);
  expect(restore(now, then, { ...staff, isStaff: false })).toEqual([]);
  restore(byStaff, then);
  const records = recordsOf(byStaff);
  expect([records.get('held')?.text, records.get('held')?.lock, records.get('freed')?.lock]).toEqual(['rules', null, lock]);
  expect(records.get('later')?.gone).toEqual(STAMP);
});
