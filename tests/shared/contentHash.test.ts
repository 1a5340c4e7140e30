import { apply, contentHash, marksOf, objectsOf, PERSON } from '@masa/shared/document';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { textOf } from '../support/peer.ts';
import { createEdit, fuzz, hostileDoc, newDoc } from './sheets.ts';

test('HASH-1 copies that say the same have the same hash, and every difference shows', () => {
  const one = newDoc([{ id: 'a', text: 'first' }, { id: 'b' }]);
  const other = newDoc([{ id: 'b' }, { id: 'a', text: '' }]);
  apply(other, [{ do: 'text', id: 'a', text: 'fir' }], PERSON);
  apply(other, [{ do: 'text', id: 'a', text: 'first' }], PERSON);
  expect(contentHash(other)).toBe(contentHash(one));
  expect(contentHash(one)).toMatch(/^[0-9a-f]{16}$/u);
  const hashes = [contentHash(one)];
  const changes: ((doc: Y.Doc) => void)[] = [
    (doc) => void apply(doc, [{ do: 'set', id: 'a', facet: 'notes', value: 'x' }], PERSON),
    (doc) => void apply(doc, [{ do: 'set', id: 'a', facet: 'notes', value: ['x'] }], PERSON),
    (doc) => textOf(doc, 'a').delete(0, 1),
    (doc) => void apply(doc, [createEdit({ id: 'c' })], PERSON),
    (doc) => void marksOf(doc).set('x/a/heart', true),
    (doc) => objectsOf(doc).delete('c'),
  ];
  for (const change of changes) {
    change(one);
    hashes.push(contentHash(one));
  }
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('HASH-2 whatever a document carries has a hash, the same after a journey', () => {
  fc.assert(
    fc.property(hostileDoc(), (doc) => {
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      expect(contentHash(copy)).toBe(contentHash(doc));
    }),
    fuzz(100),
  );
});
