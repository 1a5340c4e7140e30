// The server's copy of one board: everything committed plus what is about to be. Encoded once for everybody who joins; kept as
// bytes, without a document, while nobody changes it.
//
// There is one document, not a live one and a shadow: what an update would do is judged before it is applied (admission.ts), and
// answers made from it are held back until everything in it is durable (journal.ts). That halves memory and work per update.
import { LIMITS } from '@masa/shared/core';
import { contentHash, marksOf, metaOf, objectsOf, SERVER } from '@masa/shared/document';
import * as Y from 'yjs';
import type { Snapshot, StoredBoard } from '../store/roomLog.ts';
import { unnamedDoc } from './unnamedDoc.ts';

export interface BoardCopy {
  /** The document, made from bytes if it was put to sleep. */
  wake(): Y.Doc;
  readonly awake: boolean;
  /** Drops the document. Nothing is lost: the bytes stay. */
  sleep(): void;
  /** Objects there are, the bin included. */
  readonly objects: number;
  /** About how large the encoded state is; exact after `encoded`. */
  readonly bytes: number;
  /** Whether so many bytes more stay within what a board may hold. The size is added up, and measured at most once a second where the sum says no. */
  fits(more: number, now: number): boolean;
  /** The whole state, V1. The same array until the next change. */
  encoded(): Uint8Array;
  vector(): Uint8Array;
  /** What somebody who has `vector` lacks. Throws if the vector cannot be read. */
  missing(vector: Uint8Array): Uint8Array;
  hash(): string;
  /** The whole state with its vector and hash, after reading it back; undefined if that is not the same. */
  proven(): Pick<Snapshot, 'bytes' | 'vector' | 'hash'> | undefined;
  /**
   * Applies a change and returns what it did as one update, undefined if it did nothing. Throws, and leaves the copy unusable, if the
   * document could not take all of it.
   * @param created how many objects it makes; undefined if nobody counted.
   */
  change(how: (doc: Y.Doc) => void, created: number | undefined): Uint8Array | undefined;
}

/** Whether a state vector is the one of an empty document. */
const isEmptyVector = (vector: Uint8Array): boolean => vector.length === 1 && vector[0] === 0;

/** @param most bytes it may hold */
export function createBoardCopy(stored: Pick<StoredBoard, 'snapshot' | 'rows'>, most: number = LIMITS.documentBytes): BoardCopy {
  let doc: Y.Doc | undefined;
  let encoded: Uint8Array | undefined;
  let vector: Uint8Array | undefined;
  let hash: string | undefined;
  let bytes = stored.snapshot?.bytes.length ?? 0;
  let objects: number | undefined;
  let news: Uint8Array | undefined;
  let measuredAt = 0;

  const open = (updates: Iterable<Uint8Array>): Y.Doc => {
    const opened = unnamedDoc();
    // Named before anything is applied, so that the roots have their types.
    for (const root of [metaOf, objectsOf, marksOf]) root(opened);
    for (const update of updates) Y.applyUpdate(opened, update, SERVER);
    opened.on('update', (update) => {
      news = update;
    });
    return opened;
  };

  if (stored.snapshot && stored.rows.length === 0) {
    ({ bytes: encoded, vector, hash } = stored.snapshot);
  } else {
    doc = open([...(stored.snapshot ? [stored.snapshot.bytes] : []), ...stored.rows.map((row) => row.bytes)]);
    for (const row of stored.rows) bytes += row.bytes.length;
  }

  const wake = (): Y.Doc => {
    doc ??= open(encoded ? [encoded] : []);
    return doc;
  };
  const count = (): number => {
    objects ??= objectsOf(wake()).size;
    return objects;
  };
  const encode = (): Uint8Array => {
    encoded ??= Y.encodeStateAsUpdate(wake());
    bytes = encoded.length;
    return encoded;
  };

  const vectorNow = (): Uint8Array => {
    vector ??= Y.encodeStateVector(wake());
    return vector;
  };
  const hashNow = (): string => {
    hash ??= contentHash(wake());
    return hash;
  };

  return {
    wake,
    get awake() {
      return doc !== undefined;
    },
    sleep() {
      encode();
      vector ??= Y.encodeStateVector(wake());
      doc?.destroy();
      doc = undefined;
    },
    get objects() {
      return count();
    },
    get bytes() {
      return bytes;
    },
    fits(more, now) {
      if (bytes + more <= most) return true;
      if (now - measuredAt >= 1_000) {
        measuredAt = now;
        encode();
      }
      return bytes + more <= most;
    },
    encoded: encode,
    vector: vectorNow,
    missing(from) {
      if (isEmptyVector(from)) return encode();
      return doc ? Y.encodeStateAsUpdate(doc, from) : Y.diffUpdate(encode(), from);
    },
    hash: hashNow,
    proven() {
      const proof = unnamedDoc();
      Y.applyUpdate(proof, encode());
      const isSame = contentHash(proof) === hashNow() && proof.store.pendingStructs === null;
      proof.destroy();
      return isSame ? { bytes: encode(), vector: vectorNow(), hash: hashNow() } : undefined;
    },
    change(how, created) {
      const document = wake();
      news = undefined;
      how(document);
      if (document.store.pendingStructs !== null || document.store.pendingDs !== null) throw new Error('an admitted update left something pending');
      const update = news as Uint8Array | undefined;
      if (!update) return undefined;
      encoded = vector = hash = undefined;
      objects = objects === undefined || created === undefined ? undefined : objects + created;
      bytes += update.length;
      return update;
    },
  };
}
