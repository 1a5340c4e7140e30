// What a client may put where: the shape of a board's document (shared/document/layout.ts) as rules over single Yjs structs. Pure;
// asked by admission before anything is applied.
import { isId, isRecord, LIMITS } from '@masa/shared/core';
import { FACET } from '@masa/shared/document';
import type { RefusalReason } from '@masa/shared/wire';
import type { BoardTerms } from '@masa/shared/workshop';
import * as Y from 'yjs';
import { isStaff, type Person } from './presence.ts';

/** Where a struct hangs. `gone`: its parent was deleted and collected, so it will be too. */
export type Branch = 'meta' | 'objects' | 'marks' | 'object' | 'text' | 'gone';

export interface Writer {
  /** Participant id. */
  readonly id: string;
  /** Runs the workshop: opens every lock and sets those that only staff opens. */
  readonly isStaff: boolean;
  /** Absent: names are shown, and everybody changes everything. */
  readonly terms?: BoardTerms;
}

/** Who writes, from whom the server knows at the socket. */
export const writerOf = (person: Person, terms: BoardTerms): Writer => ({ id: person.id, isStaff: isStaff(person), terms });

/** The value an item would set, if its content is one. */
const setBy = (content: unknown): { readonly value: unknown } | undefined =>
  content instanceof Y.ContentAny && content.arr.length === 1 ? { value: content.arr[0] } : undefined;

/** A new object: an id nobody used, holding a map. */
export function objectFault(key: string | null, content: unknown, exists: boolean): RefusalReason | undefined {
  if (!isId(key) || !(content instanceof Y.ContentType) || content.type.constructor !== Y.Map) return 'not-the-board-shape';
  return exists ? 'object-replaced' : undefined;
}

/** A facet of an object. `exists`: the object has, or had, this facet. */
export function facetFault(key: string | null, content: unknown, exists: boolean, writer: Writer): RefusalReason | undefined {
  if (!isId(key)) return 'not-the-board-shape';
  if (key === FACET.text) {
    if (!(content instanceof Y.ContentType) || content.type.constructor !== Y.Text) return 'not-the-board-shape';
    return exists ? 'object-replaced' : undefined;
  }
  const given = setBy(content);
  if (given && NAMES_SOMEBODY.has(key) && !showsNames(writer) && !saysNobody(given.value)) return 'foreign-author';
  if (key === FACET.lock && given) return lockFault(given.value, writer);
  if (key === FACET.type) return exists ? 'type-changed' : given && isId(given.value) ? undefined : 'not-the-board-shape';
  if (key === FACET.author) return exists ? 'author-changed' : given && mayBeAuthor(given.value, writer) ? undefined : 'foreign-author';
  // What was set and set again before it was sent arrives without its content.
  if (content instanceof Y.ContentDeleted) return undefined;
  if (!given) return 'not-the-board-shape';
  return fits(given.value, LIMITS.facetBytes) ? undefined : 'value-too-large';
}

/** A lock, or none: whoever sets one puts their own id on it. An empty lock takes one away. */
function lockFault(value: unknown, writer: Writer): RefusalReason | undefined {
  if (value === null) return undefined;
  // Own properties only: lib0 decodes a key `__proto__` into the prototype, where a reader of the lock would find what is not its own.
  if (!isRecord(value) || !Object.hasOwn(value, 'by') || !Object.hasOwn(value, 'staff') || typeof value.staff !== 'boolean')
    return 'not-the-board-shape';
  if (value.by !== (showsNames(writer) ? writer.id : '')) return 'foreign-author';
  if (value.staff && !writer.isStaff) return 'locked';
  return fits(value, LIMITS.markBytes * 4) ? undefined : 'value-too-large';
}

/** Whether an object's lock is one that only staff opens: then nobody else changes a facet or a letter of it. */
export function isStaffLock(lock: Y.Item | undefined): boolean {
  if (!lock || lock.deleted) return false;
  const given = setBy(lock.content);
  return given !== undefined && isRecord(given.value) && Object.hasOwn(given.value, 'staff') && given.value.staff === true;
}

/** The participant a value says it is by; undefined where it says nobody. */
export function authorIn(author: Y.Item | undefined): string | undefined {
  const given = author && !author.deleted ? setBy(author.content) : undefined;
  return given && isRecord(given.value) && Object.hasOwn(given.value, 'id') && typeof given.value.id === 'string' && given.value.id !== ''
    ? given.value.id
    : undefined;
}

/** Facets that say who did something. */
const NAMES_SOMEBODY: ReadonlySet<string> = new Set([FACET.gone, FACET.moved, FACET.lock, 'resolved']);

const showsNames = ({ terms }: Writer): boolean => terms === undefined || terms.authorship === 'named';

/** Whether nobody can be told from a stamp. */
const saysNobody = (value: unknown): boolean => !isRecord(value) || ['by', 'name'].every((part) => !Object.hasOwn(value, part) || value[part] === '');

/** A reaction: only under one's own name. */
export function markFault(key: string | null, content: unknown, writer: Writer): RefusalReason | undefined {
  if (key === null || key.length > LIMITS.markKeyLength || key.split('/').length !== 3) return 'not-the-board-shape';
  if (!isOwnMark(key, writer)) return 'foreign-mark';
  if (content instanceof Y.ContentDeleted) return undefined;
  const given = setBy(content);
  if (!given) return 'not-the-board-shape';
  return fits(given.value, LIMITS.markBytes) ? undefined : 'value-too-large';
}

export const isOwnMark = (key: string | null, writer: Writer): boolean => key?.startsWith(`${writer.id}/`) ?? false;

/** Characters, or where characters were: no formats, no embedded objects. */
export const textFault = (content: unknown): RefusalReason | undefined =>
  content instanceof Y.ContentString || content instanceof Y.ContentDeleted ? undefined : 'not-the-board-shape';

/** Deleting what hangs at `branch` under `key`. Objects go to the bin, never out of the document. */
export function deletionFault(branch: Branch | undefined, key: string | null, writer: Writer): RefusalReason | undefined {
  switch (branch) {
    case 'text':
    case 'gone':
      return undefined;
    case 'object':
      return key === FACET.type ? 'type-changed' : key === FACET.author ? 'author-changed' : key === FACET.text ? 'object-replaced' : undefined;
    case 'marks':
      return isOwnMark(key, writer) ? undefined : 'foreign-mark';
    case 'objects':
      return 'object-removed';
    case 'meta':
      return 'meta-written';
    case undefined:
      return 'not-the-board-shape';
  }
}

function mayBeAuthor(value: unknown, writer: Writer): boolean {
  if (!isRecord(value) || !fits(value, LIMITS.markBytes * 4)) return false;
  const said = (part: string): unknown => (Object.hasOwn(value, part) ? value[part] : '');
  const isNobody = said('id') === '' && said('name') === '';
  if (showsNames(writer)) return said('id') === '' || said('id') === writer.id;
  return isNobody && (writer.terms?.authorship === 'library' || (said('library') === '' && said('region') === ''));
}

/** Whether a value stays under `bytes` when encoded, and is nested no deeper than anything honest. */
function fits(value: unknown, bytes: number): boolean {
  let left = bytes;
  const walk = (each: unknown, depth: number): boolean => {
    if (depth > LIMITS.facetDepth) return false;
    left -= 1;
    if (typeof each === 'string') left -= each.length;
    else if (typeof each === 'number') left -= 4;
    // What JSON cannot say: no honest client writes it, and exports, versions and the hash could not read it.
    else if (typeof each === 'bigint' || each instanceof Uint8Array) return false;
    else if (typeof each === 'object' && each !== null) {
      for (const key of Object.keys(each)) {
        if (!Array.isArray(each)) left -= key.length;
        if (left < 0 || !walk((each as Record<string, unknown>)[key], depth + 1)) return false;
      }
    }
    return left >= 0;
  };
  return walk(value, 0);
}
