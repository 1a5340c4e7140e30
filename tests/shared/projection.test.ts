// The document becomes records, whatever it carries.
import { apply, type BoardRecord, objectsOf, PARKING, PERSON } from '@masa/shared/document';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { contentOf, createEdit, createPeers, deliver, fuzz, hostileDoc, newDoc, projectionOf, writeRaw } from './sheets.ts';

const recordsOf = (doc: Y.Doc): readonly BoardRecord[] => [...projectionOf(doc).records()];

test('PROJECTION-1 the objects of the document are there at once', () => {
  const projection = projectionOf(newDoc([{ id: 'one' }, { id: 'two', facets: { who: 'Ана' } }]));
  expect(projection.size).toBe(2);
  expect(projection.get('two')).toMatchObject({ id: 'two', type: 'card', text: 'two', fields: { who: 'Ана', when: null }, inert: false, issues: [] });
  expect(projection.get('three')).toBeUndefined();
});

test('PROJECTION-2 a change names its ids and its origin', () => {
  const doc = newDoc([{ id: 'one' }, { id: 'two' }, { id: 'three' }]);
  const projection = projectionOf(doc);
  const heard: unknown[] = [];
  projection.onChange(({ ids, origin }) => heard.push([[...ids].sort(), origin]));
  apply(doc, [{ do: 'text', id: 'one', text: 'other' }, { do: 'set', id: 'two', facet: 'who', value: 'x' }, createEdit({ id: 'four' })], PERSON);
  expect(heard).toEqual([[['four', 'one', 'two'], PERSON]]);
  expect(projection.get('four')?.text).toBe('four');
});

test('PROJECTION-3 records keep their identity while nothing in them changes', () => {
  const doc = newDoc([{ id: 'one' }, { id: 'two' }]);
  const projection = projectionOf(doc);
  const before = [projection.get('one'), projection.get('two')];
  apply(doc, [{ do: 'set', id: 'two', facet: 'who', value: 'Ана' }], PERSON);
  expect(projection.get('one')).toBe(before[0]);
  expect(projection.get('two')).not.toBe(before[1]);
  const after = projection.get('two');
  apply(
    doc,
    [
      { do: 'set', id: 'two', facet: 'who', value: 'Ана' },
      { do: 'text', id: 'two', text: 'two' },
    ],
    PERSON,
  );
  expect(projection.get('two')).toBe(after);
});

test('PROJECTION-4 an unknown type is inert and kept', () => {
  const doc = newDoc();
  writeRaw(doc, 'new', { type: 'hologram', place: { cell: 'needs', order: 'a1' }, text: new Y.Text('from the future'), depth: 3 });
  const before = Y.encodeStateAsUpdate(doc);
  expect(recordsOf(doc)).toMatchObject([
    { id: 'new', type: 'hologram', text: 'from the future', place: { cell: 'needs', order: 'a1' }, fields: {}, inert: true },
  ]);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  expect(objectsOf(doc).get('new')?.get('depth')).toBe(3);
});

test.each([
  ['cost', Number.NaN, null],
  ['cost', { amount: 1e308, currency: 'EUR' }, null],
  ['cost', { amount: -1, currency: 'EUR' }, null],
  ['size', 1.5, null],
  ['size', 10_000_001, null],
  ['age', { from: 'x' }, null],
  ['reach', 'alien', null],
  ['novelty', ['needs', 'alien'], []],
  ['serves', ['__proto__'], []],
  ['who', 'x'.repeat(301), null],
  ['share', { value: 101, of: 'share' }, null],
])('PROJECTION-5 a bad %s (%j) is its fallback with an issue', (name, value, fallback) => {
  const doc = newDoc();
  writeRaw(doc, 'one', { type: 'card', place: { cell: 'needs', order: 'a1' }, text: new Y.Text('kept'), when: 'юни', [name]: value });
  const [record] = recordsOf(doc);
  expect(record?.fields[name]).toEqual(fallback);
  expect(record?.issues.map(({ path }) => path)).toEqual([name]);
  expect(record).toMatchObject({ text: 'kept', fields: { when: 'юни' } });
});

test('PROJECTION-6 whatever a document carries, there are plain records', () => {
  fc.assert(
    fc.property(hostileDoc(), (doc) => {
      for (const record of recordsOf(doc)) {
        // Plain: it survives JSON unchanged, so nothing of the document's own types is left in it.
        expect(JSON.parse(JSON.stringify(record))).toEqual(record);
        expect(typeof record.text).toBe('string');
        expect(record.place).toSatisfy((place: object) => 'cell' in place || 'box' in place);
      }
    }),
    fuzz(600),
  );
});

test.each([undefined, null, 5, {}, { cell: 5, order: 'a0' }, { cell: 'needs', order: '!' }, { box: [1, 2, 3] }, { box: [1, 2, 3, Number.NaN] }])(
  'PROJECTION-7 a place like %j is the parking zone',
  (place) => {
    const doc = newDoc();
    writeRaw(doc, 'one', { type: 'card', text: new Y.Text('lost?'), ...(place === undefined ? {} : { place }) });
    expect(recordsOf(doc)).toMatchObject([{ text: 'lost?', place: { cell: PARKING } }]);
  },
);

test('PROJECTION-8 all peers read the same, in whatever order updates came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (order) => {
      const peers = createPeers(['ana', 'bob']);
      const [ana, bob] = peers as [(typeof peers)[0], (typeof peers)[0]];
      apply(ana.doc, [createEdit({ id: 'one', text: 'a' })], PERSON);
      for (const text of ['ab', 'abc']) apply(ana.doc, [{ do: 'text', id: 'one', text }], PERSON);
      apply(ana.doc, [{ do: 'set', id: 'one', facet: 'who', value: 'x' }], PERSON);
      apply(ana.doc, [createEdit({ id: 'two' })], PERSON);
      const live = projectionOf(bob.doc);
      for (const from of order) deliver(bob, 1, from);
      expect(contentOf(bob.doc)).toBe(contentOf(ana.doc));
      expect([...live.records()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(JSON.parse(contentOf(ana.doc)));
    }),
    fuzz(60),
  );
});

test('PROJECTION-9 nothing is heard after dispose', () => {
  const doc = newDoc([{ id: 'one' }]);
  const projection = projectionOf(doc);
  const heard: unknown[] = [];
  projection.onChange((change) => heard.push(change));
  projection.dispose();
  apply(doc, [{ do: 'text', id: 'one', text: 'other' }], PERSON);
  expect(heard).toEqual([]);
  expect(projection.get('one')?.text).toBe('one');
});

test('PROJECTION-10 a text above the limit is cut between characters', () => {
  const doc = newDoc();
  writeRaw(doc, 'one', { type: 'card', text: new Y.Text(`x${'😀'.repeat(6_000)}`) });
  const [record] = recordsOf(doc);
  expect(record?.text).toMatch(/^x(?:😀)+$/u);
  expect(record?.text.length).toBe(9_999);
  expect(record?.issues).toContainEqual({ code: 'too-long', path: 'text' });
});

test('PROJECTION-11 a prototype carried in a value gives nothing its values', () => {
  const poison = JSON.parse('{"__proto__": {"cell": "needs", "order": "a0", "amount": 1, "currency": "EUR", "from": 3}}');
  const doc = newDoc();
  writeRaw(doc, 'one', { type: 'card', text: new Y.Text('x'), place: poison, age: poison, author: poison });
  const arrived = new Y.Doc();
  Y.applyUpdate(arrived, Y.encodeStateAsUpdate(doc));
  const [record] = recordsOf(arrived);
  expect(record?.place).toEqual({ cell: PARKING, order: 'a0' });
  expect(record?.fields.age).toEqual({ from: null, to: null });
  expect(record?.author).toEqual({ id: '', name: '', library: '', region: '' });
  expect(({} as Record<string, unknown>).cell).toBeUndefined();
});

test('PROJECTION-12 a shared type where a value belongs is no value', () => {
  const doc = newDoc();
  const shared = (): Y.Map<unknown> => new Y.Map([['by', 'eva']]);
  writeRaw(doc, 'one', {
    type: 'card',
    text: new Y.Text('kept'),
    place: { cell: 'needs', order: 'a0' },
    gone: shared(),
    author: shared(),
    age: shared(),
  });
  const [record] = recordsOf(doc);
  expect(record).toMatchObject({ text: 'kept', gone: null, author: { id: '' }, fields: { age: null } });
  expect(record?.issues.map(({ code, path }) => [code, path]).toSorted()).toEqual([
    ['not-a-value', 'age'],
    ['not-a-value', 'author'],
    ['not-a-value', 'gone'],
  ]);
});
