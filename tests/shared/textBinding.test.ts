// A text field and a shared text keep each other.
import { moveCursor, replaceText, type TextDelta } from '@masa/shared/document';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { fuzz } from './sheets.ts';

const ORIGIN = { by: 'person' };

const textOf = (content: string): Y.Text => {
  const text = new Y.Doc().getText('t');
  text.insert(0, content);
  return text;
};

/** Letters that look alike, repetitions, and characters of several code points: what makes differences hard. */
const words = fc
  .array(fc.constantFrom('а', 'б', ' ', 'й', 'é', '😀', '😁', '👨‍👩‍👧', '👨‍👩‍👦', '🇧🇬', '🇷🇴', '👍🏽', '👍', 'ș', '\n'), { maxLength: 12 })
  .map((parts) => parts.join(''));

test('BINDING-1 the shared text reads as the field, for any texts and cursor', () => {
  fc.assert(
    fc.property(words, words, fc.option(fc.integer({ min: -5, max: 40 }), { nil: undefined }), (before, next, cursor) => {
      const text = textOf(before);
      expect(replaceText(text, next, cursor, ORIGIN)).toBe(before !== next);
      expect(text.toString()).toBe(next);
    }),
    fuzz(3_000),
  );
});

test('BINDING-2 changes of different parts of one text both stay', () => {
  fc.assert(
    fc.property(words, words, words, words, (left, right, mine, theirs) => {
      // A separator nobody touches makes the two parts different.
      const start = `${left}|===|${right}`;
      const [ana, bob] = [new Y.Doc(), new Y.Doc()];
      ana.getText('t').insert(0, start);
      Y.applyUpdate(bob, Y.encodeStateAsUpdate(ana));
      replaceText(ana.getText('t'), `${mine}|===|${right}`, mine.length, ORIGIN);
      replaceText(bob.getText('t'), `${left}|===|${theirs}`, undefined, ORIGIN);
      Y.applyUpdate(bob, Y.encodeStateAsUpdate(ana));
      Y.applyUpdate(ana, Y.encodeStateAsUpdate(bob));
      expect(ana.getText('t').toString()).toBe(`${mine}|===|${theirs}`);
      expect(bob.getText('t').toString()).toBe(`${mine}|===|${theirs}`);
    }),
    fuzz(1_000),
  );
});

test('BINDING-3 no half characters, also while both change one text', () => {
  fc.assert(
    fc.property(words, words, words, (start, mine, theirs) => {
      const [ana, bob] = [new Y.Doc(), new Y.Doc()];
      ana.getText('t').insert(0, start);
      Y.applyUpdate(bob, Y.encodeStateAsUpdate(ana));
      replaceText(ana.getText('t'), mine, undefined, ORIGIN);
      replaceText(bob.getText('t'), theirs, undefined, ORIGIN);
      Y.applyUpdate(bob, Y.encodeStateAsUpdate(ana));
      Y.applyUpdate(ana, Y.encodeStateAsUpdate(bob));
      const merged = ana.getText('t').toString();
      expect(merged).toBe(bob.getText('t').toString());
      expect(merged).not.toMatch(/\p{Surrogate}/u);
      expect(merged).not.toContain('\ufffd');
    }),
    fuzz(2_000),
  );
});

test('BINDING-4 the cursor tells which of equal letters was typed', () => {
  // "аа" becomes "ааа": where the new letter stands shows in where another person's mark ends up.
  const insertedAt = (cursor: number): number => {
    const text = textOf('аа');
    let at = -1;
    text.observe((event) => {
      const [first] = event.delta as TextDelta[];
      at = first?.retain ?? 0;
    });
    replaceText(text, 'ааа', cursor, ORIGIN);
    return at;
  };
  expect([insertedAt(1), insertedAt(2), insertedAt(3)]).toEqual([0, 1, 2]);
});

test('BINDING-5 the same text changes nothing', () => {
  const text = textOf('книга');
  let updates = 0;
  text.doc?.on('update', () => (updates += 1));
  expect(replaceText(text, 'книга', 2, ORIGIN)).toBe(false);
  expect(updates).toBe(0);
});

test('BINDING-6 a cursor keeps its place; what is inserted at it goes behind it', () => {
  expect(moveCursor(3, [{ retain: 3 }, { insert: 'xy' }])).toBe(3);
  expect(moveCursor(3, [{ retain: 2 }, { insert: 'xy' }])).toBe(5);
  expect(moveCursor(3, [{ insert: '👍' }])).toBe(5);
  expect(moveCursor(3, [{ retain: 1 }, { delete: 1 }])).toBe(2);
  expect(moveCursor(3, [{ retain: 1 }, { delete: 9 }])).toBe(1);
  expect(moveCursor(3, [{ retain: 5 }, { delete: 2 }, { insert: 'x' }])).toBe(3);
  expect(moveCursor(3, [{ delete: 3 }, { insert: 'abc' }])).toBe(0);
  expect(moveCursor(3, [{ insert: { image: 1 } }])).toBe(4);
});

test('BINDING-7 a cursor stays in the text, between the same characters', () => {
  fc.assert(
    fc.property(words, words, fc.nat(30), (before, next, at) => {
      const text = textOf(before);
      const cursor = Math.min(at, before.length);
      const deltas: TextDelta[][] = [];
      text.observe((event) => deltas.push(event.delta as TextDelta[]));
      replaceText(text, next, undefined, ORIGIN);
      const moved = deltas.reduce((now, delta) => moveCursor(now, delta), cursor);
      expect(moved).toBeGreaterThanOrEqual(0);
      expect(moved).toBeLessThanOrEqual(next.length);
      // What is kept on its left is still on its left: the cursor equals a mark that Yjs itself carries along.
      const marked = textOf(before);
      const mark = Y.createRelativePositionFromTypeIndex(marked, cursor, -1);
      replaceText(marked, next, undefined, ORIGIN);
      expect(moved).toBe(Y.createAbsolutePositionFromRelativePosition(mark, marked.doc as Y.Doc)?.index);
    }),
    fuzz(2_000),
  );
});
