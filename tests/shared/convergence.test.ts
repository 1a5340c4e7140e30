// Peers that hear of each other late still agree.
import { apply, type Edit, FACET, objectsOf, PERSON } from '@masa/shared/document';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { contentOf, createEdit, createPeers, deliver, deliverAll, fuzz, hostileDoc, projectionOf } from './sheets.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const ids = fc.constantFrom('c0', 'c1', 'c2', 'c3');

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(ids, words).map(([id, text]) => createEdit({ id, text })),
  fc.tuple(ids, words).map(([id, text]): Edit => ({ do: 'text', id, text })),
  fc.tuple(ids, fc.constantFrom('who', 'when', 'notes'), fc.option(words)).map(([id, facet, value]): Edit => ({ do: 'set', id, facet, value })),
  fc
    .tuple(ids, fc.constantFrom('needs', 'aim'), fc.constantFrom('a0', 'a1', 'a2'))
    .map(([id, cell, order]): Edit => ({ do: 'set', id, facet: FACET.place, value: { cell, order } })),
  fc.tuple(ids, fc.option(fc.constant({ by: 'x', name: 'x', at: 1 }))).map(([id, value]): Edit => ({ do: 'set', id, facet: FACET.gone, value })),
);

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ peer: fc.nat(3), edits: fc.array(edit, { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ peer: fc.nat(3), count: fc.integer({ min: 1, max: 5 }), from: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ peer: fc.nat(3), undo: fc.boolean() }) },
);

test('CONVERGE-1 peers that have heard everything read the same, whatever came when', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (schedule) => {
      const peers = createPeers(['ana', 'bob', 'eva', 'dan'], [{ id: 'c0', text: 'start' }]);
      // A projection that lives through everything must end where one made at the end begins.
      const live = peers.map(({ doc }) => projectionOf(doc));
      for (const each of schedule) {
        const peer = peers[each.peer];
        if (!peer) continue;
        if ('edits' in each) peer.history.perform(each.edits);
        else if ('count' in each) deliver(peer, each.count, each.from);
        else if (each.undo) peer.history.undo();
        else peer.history.redo();
      }
      deliverAll(peers);
      const contents = peers.map(({ doc }) => contentOf(doc));
      expect(new Set(contents).size).toBe(1);
      for (const projection of live) {
        expect(JSON.stringify([...projection.records()].sort((a, b) => (a.id < b.id ? -1 : 1)))).toBe(contents[0]);
        projection.dispose();
      }
      const vectors = peers.map(({ doc }) => JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)));
      expect(new Set(vectors).size).toBe(1);
    }),
    fuzz(500),
  );
});

test('CONVERGE-2 hostile content does not keep peers from agreeing', () => {
  fc.assert(
    fc.property(hostileDoc(), fc.array(edit, { maxLength: 6 }), (doc, edits) => {
      const peers = createPeers(['ana', 'bob']);
      const [ana, bob] = peers as [(typeof peers)[0], (typeof peers)[0]];
      const poison = Y.encodeStateAsUpdate(doc);
      for (const peer of peers) Y.applyUpdate(peer.doc, poison, 'remote');
      const present = [...objectsOf(doc).keys()];
      ana.history.perform(edits);
      apply(
        bob.doc,
        present.map((id): Edit => ({ do: 'set', id, facet: 'who', value: 'Боб' })),
        PERSON,
      );
      ana.history.undo();
      deliverAll(peers);
      expect(contentOf(ana.doc)).toBe(contentOf(bob.doc));
    }),
    fuzz(300),
  );
});
