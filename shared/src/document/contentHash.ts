// One short name for everything a board says. Two copies with the same hash show the same; state vectors cannot promise that: they
// do not know deletions, and two copies that used one client id differ for ever under equal vectors.
// Not a cryptographic hash: it finds accidents, not forgeries, and runs where crypto.subtle is missing (plain HTTP on a LAN).
import * as Y from 'yjs';
import { ROOTS } from './layout.ts';

/** 16 hexadecimal digits. Object keys are read sorted, so neither the order of edits nor Yjs' inner order matters. */
export function contentHash(doc: Y.Doc): string {
  const lanes = createLanes();
  for (const root of [ROOTS.meta, ROOTS.objects, ROOTS.marks]) {
    lanes.text(root);
    feed(lanes, doc.getMap(root), 0);
  }
  return lanes.digest();
}

/** Deeper than any value Masa writes; what lies below is the same for everybody, namely not looked at. */
const DEPTH = 32;

interface Lanes {
  tag(code: number): void;
  text(value: string): void;
  digest(): string;
}

/** Two 32-bit lanes of multiply-and-xor with different primes, crossed at the end (the construction known as cyrb53). */
function createLanes(): Lanes {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  const tag = (code: number): void => {
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  };
  return {
    tag,
    text(value) {
      tag(value.length);
      for (let at = 0; at < value.length; at++) tag(value.charCodeAt(at));
    },
    digest() {
      const first = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
      const second = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(first ^ (first >>> 13), 3_266_489_909);
      return [first, second].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}

function feed(lanes: Lanes, value: unknown, depth: number): void {
  if (depth > DEPTH) lanes.tag(1);
  else if (value === null) lanes.tag(2);
  else if (value === undefined) lanes.tag(3);
  else if (typeof value === 'boolean') lanes.tag(value ? 4 : 5);
  else if (typeof value === 'object') feedObject(lanes, value, depth);
  else {
    // Minus zero does not survive Yjs' encoding of whole numbers.
    const written = value === 0 ? '0' : String(value);
    lanes.tag(typeof value === 'string' ? 6 : typeof value === 'number' ? 7 : 8);
    lanes.text(written);
  }
}

function feedObject(lanes: Lanes, value: object, depth: number): void {
  if (value instanceof Y.Text) {
    lanes.tag(9);
    lanes.text(value.toString());
  } else if (value instanceof Y.Map) {
    lanes.tag(10);
    feedEntries(lanes, [...value.keys()], (key) => value.get(key), depth);
  } else if (value instanceof Y.AbstractType) {
    lanes.tag(11);
    feed(lanes, value.toJSON(), depth + 1);
  } else if (value instanceof Uint8Array) {
    lanes.tag(12);
    lanes.tag(value.length);
    for (const byte of value) lanes.tag(byte);
  } else if (Array.isArray(value)) {
    lanes.tag(13);
    lanes.tag(value.length);
    for (const each of value) feed(lanes, each, depth + 1);
  } else {
    lanes.tag(14);
    const record = value as Record<string, unknown>;
    feedEntries(lanes, Object.keys(record), (key) => record[key], depth);
  }
}

function feedEntries(lanes: Lanes, keys: readonly string[], get: (key: string) => unknown, depth: number): void {
  lanes.tag(keys.length);
  for (const key of [...keys].sort()) {
    lanes.text(key);
    feed(lanes, get(key), depth + 1);
  }
}
