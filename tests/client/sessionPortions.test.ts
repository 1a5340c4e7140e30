// Large updates in portions: what they say together, and when an answer made of them counts.
import { createOutgoing } from '@masa/client/session/outgoing.ts';
import { portions } from '@masa/client/session/portions.ts';
import { LIMITS } from '@masa/shared/core';
import { apply, contentHash, PERSON } from '@masa/shared/document';
import { MESSAGE, SYNC } from '@masa/shared/wire';
import fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createEdit } from '../shared/sheets.ts';
import { textOf } from '../support/peer.ts';
import { syncMessage } from './sessionServer.ts';

const large = (cards: number): Y.Doc => {
  const doc = new Y.Doc();
  for (let at = 0; at < cards; at += 1) apply(doc, [createEdit({ id: `c${at}`, text: 'я'.repeat(4_000) })], PERSON);
  return doc;
};

test('SESSION-39 portions together say what the update said, none ahead of what it needs', () => {
  const step = fc.record({ by: fc.nat(2), card: fc.nat(5), text: fc.string({ maxLength: 40 }), at: fc.nat(30), cut: fc.nat(10), meet: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), fc.integer({ min: 40, max: 400 }), (steps, limit) => {
      const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const;
      apply(
        docs[0],
        Array.from({ length: 6 }, (_, at) => createEdit({ id: `c${at}`, text: 'начало' })),
        PERSON,
      );
      const meet = (): void => {
        for (const from of docs) for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
      };
      meet();
      for (const { by, card, text, at, cut, meet: now } of steps) {
        const doc = docs[by] ?? docs[0];
        const written = textOf(doc, `c${card}`);
        written.insert(Math.min(at, written.length), text);
        written.delete(0, Math.min(cut, written.length));
        doc.getMap<Y.Map<unknown>>('objects').get(`c${card}`)?.set('notes', text);
        if (now) meet();
      }
      meet();
      const whole = Y.encodeStateAsUpdate(docs[1]);
      const copy = new Y.Doc();
      for (const portion of portions(whole, limit)) {
        Y.applyUpdate(copy, portion);
        expect(copy.store.pendingStructs).toBeNull();
        expect(copy.store.pendingDs).toBeNull();
      }
      expect(contentHash(copy)).toBe(contentHash(docs[1]));
      expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(docs[1]));
    }),
  );
});

test('SESSION-39 every portion is within its limit, and a small update is left as it is', () => {
  const whole = Y.encodeStateAsUpdate(large(60));
  const cut = portions(whole, 50_000);
  expect(cut.length).toBeGreaterThan(8);
  expect(Math.max(...cut.map((portion) => portion.length))).toBeLessThanOrEqual(50_000);
  expect(portions(whole, whole.length)).toEqual([whole]);
});

/** The message of a frame as the provider's handler gets it, behind its type. */
const heard = (frame: Uint8Array): decoding.Decoder => {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  return decoder;
};

test('SESSION-40 the answer follows when all portions have come back, in whatever order, and not before', () => {
  const doc = large(160);
  const outgoing = createOutgoing(doc);
  const sent = outgoing.out(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc)));
  expect(sent.length).toBeGreaterThan(8);
  expect(new Set(sent.map(({ carries }) => carries))).toEqual(new Set(['portion']));
  expect(Math.max(...sent.map(({ bytes }) => bytes.length))).toBeLessThan(LIMITS.updateBytes);
  const strangers = new Y.Doc();
  apply(strangers, [createEdit({ id: 'theirs', text: 'От друг' })], PERSON);
  expect(outgoing.heard(heard(syncMessage(SYNC.update, Y.encodeStateAsUpdate(strangers))))).toBeUndefined();
  const answers = sent.map(({ bytes }) => outgoing.heard(heard(bytes)));
  expect(answers.slice(0, -1).every((answer) => answer === undefined)).toBe(true);
  const answer = answers.at(-1);
  expect(answer?.subarray(0, 2)).toEqual(Uint8Array.from([MESSAGE.sync, SYNC.step2]));
  expect(answer?.length).toBeLessThan(100);
  expect(outgoing.out(answer ?? new Uint8Array())).toEqual([{ bytes: answer, carries: 'answer' }]);
});

test('SESSION-40 a portion that never comes back, a new question and a new connection leave no answer behind', () => {
  const doc = large(160);
  const outgoing = createOutgoing(doc);
  const sent = outgoing.out(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc)));
  const others = sent.filter((_frame, at) => at !== 3);
  expect(others.map(({ bytes }) => outgoing.heard(heard(bytes)))).toEqual(others.map(() => undefined));
  // The server asks again and has all but the missing portion by then: what answers it now is an answer.
  const stored = new Y.Doc();
  for (const { bytes } of sent.slice(0, 3)) Y.applyUpdate(stored, decoding.readVarUint8Array(decoding.createDecoder(bytes.subarray(2))));
  const again = outgoing.out(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(stored))));
  outgoing.reset();
  for (const { bytes } of again) expect(outgoing.heard(heard(bytes))).toBeUndefined();
});
