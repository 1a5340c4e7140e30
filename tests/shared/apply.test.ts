// Edits become changes of the document.
import { apply, FACET, objectsOf, PERSON } from '@masa/shared/document';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit, createPeers, deliverAll, newDoc, readDoc } from './sheets.ts';

const facet = (doc: Y.Doc, id: string, name: string): unknown => objectsOf(doc).get(id)?.get(name);

test('DOC-1 creating writes type, place, text and the facets that have a value', () => {
  const doc = newDoc();
  const edit = createEdit({ id: 'one', text: 'Вода', facets: { who: 'Ана', when: null } });
  expect(apply(doc, [edit], PERSON)).toEqual([edit]);
  expect(objectsOf(doc).get('one')?.toJSON()).toEqual({ type: 'card', place: { cell: 'needs', order: 'a0' }, text: 'Вода', who: 'Ана' });
});

test('DOC-2 an id that exists or cannot be one changes nothing', () => {
  const doc = newDoc([{ id: 'one', text: 'first' }]);
  const before = Y.encodeStateAsUpdate(doc);
  const edits = ['one', '', 'a b', '__proto__', 'constructor', 'x'.repeat(65)].map((id) => createEdit({ id, text: 'second' }));
  expect(apply(doc, edits, PERSON)).toEqual([]);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});

test('DOC-3 edits of objects that do not exist are skipped, the others applied', () => {
  const doc = newDoc([{ id: 'one' }]);
  const kept = { do: 'set', id: 'one', facet: 'who', value: 'Ана' } as const;
  const done = apply(doc, [{ do: 'set', id: 'none', facet: 'who', value: 'x' }, { do: 'text', id: 'none', text: 'x' }, kept], PERSON);
  expect(done).toEqual([kept]);
  expect(objectsOf(doc).has('none')).toBe(false);
});

test('DOC-4 setting what is already so makes no update', () => {
  const doc = newDoc([{ id: 'one', facets: { cost: { amount: 3, currency: 'EUR' } } }]);
  let updates = 0;
  doc.on('update', () => (updates += 1));
  const done = apply(
    doc,
    [
      { do: 'set', id: 'one', facet: 'cost', value: { currency: 'EUR', amount: 3 } },
      { do: 'set', id: 'one', facet: 'who', value: null },
      { do: 'text', id: 'one', text: 'one' },
    ],
    PERSON,
  );
  expect(done).toEqual([]);
  expect(updates).toBe(0);
});

test('DOC-5 one call is one transaction with its origin', () => {
  const doc = newDoc([{ id: 'one' }]);
  const origins: unknown[] = [];
  doc.on('afterTransaction', (transaction: Y.Transaction) => origins.push(transaction.origin));
  apply(doc, [createEdit({ id: 'two' }), { do: 'text', id: 'one', text: 'other' }, { do: 'set', id: 'two', facet: 'who', value: 'Ана' }], PERSON);
  expect(origins).toEqual([PERSON]);
});

test('DOC-6 a text edit leaves others’ typing elsewhere in the text', () => {
  const peers = createPeers(['ana', 'bob'], [{ id: 'one', text: 'книги и столове' }]);
  const [ana, bob] = peers as [(typeof peers)[0], (typeof peers)[0]];
  apply(ana.doc, [{ do: 'text', id: 'one', text: 'нови книги и столове' }], PERSON);
  apply(bob.doc, [{ do: 'text', id: 'one', text: 'книги и столове, 12 броя' }], PERSON);
  deliverAll(peers);
  for (const { doc } of peers) expect(readDoc(doc).get('one')?.text).toBe('нови книги и столове, 12 броя');
});

test('DOC-7 type and text cannot be set like facets', () => {
  const doc = newDoc([{ id: 'one', text: 'kept' }]);
  for (const name of [FACET.type, FACET.text]) {
    expect(() => apply(doc, [{ do: 'set', id: 'one', facet: name, value: 'x' }], PERSON)).toThrow(name);
  }
  apply(doc, [createEdit({ id: 'two', text: 'kept', facets: { type: 'other', text: 'other', place: 5, who: 'Ана' } })], PERSON);
  expect(readDoc(doc).get('two')).toMatchObject({ type: 'card', text: 'kept', place: { cell: 'needs' }, fields: { who: 'Ана' } });
});

test('DOC-8 text of a new object is cleaned', () => {
  const doc = newDoc([{ id: 'one', text: 'a\u202eb\u0000\r\nи\u0306' }]);
  expect(String(facet(doc, 'one', 'text'))).toBe('ab\nй');
});

test('DOC-9 two facets merge, one facet has one of the two values', () => {
  const peers = createPeers(['ana', 'bob'], [{ id: 'one' }]);
  const [ana, bob] = peers as [(typeof peers)[0], (typeof peers)[0]];
  const costs = [
    { amount: 300, currency: 'BGN' },
    { amount: 200, currency: 'EUR' },
  ];
  apply(
    ana.doc,
    [
      { do: 'set', id: 'one', facet: 'who', value: 'Ана' },
      { do: 'set', id: 'one', facet: 'cost', value: costs[0] },
    ],
    PERSON,
  );
  apply(
    bob.doc,
    [
      { do: 'set', id: 'one', facet: 'when', value: 'юни' },
      { do: 'set', id: 'one', facet: 'cost', value: costs[1] },
    ],
    PERSON,
  );
  deliverAll(peers);
  const [first, second] = peers.map(({ doc }) => readDoc(doc).get('one')?.fields);
  expect(first).toEqual(second);
  expect(first).toMatchObject({ who: 'Ана', when: 'юни' });
  expect(costs).toContainEqual(first?.cost);
});

test('DOC-10 what is written into a card while it goes into the bin is there', () => {
  const peers = createPeers(['ana', 'bob'], [{ id: 'one', text: 'стол' }]);
  const [ana, bob] = peers as [(typeof peers)[0], (typeof peers)[0]];
  apply(ana.doc, [{ do: 'set', id: 'one', facet: FACET.gone, value: { by: 'ana', name: 'Ана', at: 5 } }], PERSON);
  apply(
    bob.doc,
    [
      { do: 'text', id: 'one', text: 'столове' },
      { do: 'set', id: 'one', facet: 'who', value: 'Боб' },
    ],
    PERSON,
  );
  deliverAll(peers);
  for (const { doc } of peers) expect(readDoc(doc).bin()).toMatchObject([{ id: 'one', text: 'столове', fields: { who: 'Боб' } }]);
});
