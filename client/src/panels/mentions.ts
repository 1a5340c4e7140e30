// Calling people in a text by @ and their name: who can be called, what is being typed, who is called in the end. Pure.
import type { BoardReader } from '@masa/shared/board';
import { LIMITS } from '@masa/shared/core';
import { folded } from '../commands/finding.ts';

export interface Callable {
  /** Participant id. */
  readonly id: string;
  readonly name: string;
  readonly library: string;
  /** On the board now. */
  readonly isHere: boolean;
}

/** Names offered at once. */
const OFFERED_MAX = 6;

const LETTER = /[\p{L}\p{N}]/u;

/** Everybody who can be called: who is here first, then who wrote something on the board. This person is not among them. */
export function callable(board: BoardReader, here: readonly Omit<Callable, 'isHere'>[], self: string): readonly Callable[] {
  const people = new Map<string, Callable>();
  for (const { id, name, library } of here) people.set(id, { id, name, library, isHere: true });
  for (const { author } of board.live())
    if (author.id !== '' && !people.has(author.id))
      people.set(author.id, { id: author.id, name: author.name, library: author.library, isHere: false });
  return [...people.values()]
    .filter(({ id, name }) => id !== self && name.trim() !== '')
    .sort((a, b) => Number(b.isHere) - Number(a.isHere) || a.name.localeCompare(b.name));
}

export interface Call {
  /** Where its @ stands in the text, in UTF-16 units as fields count. */
  readonly start: number;
  readonly end: number;
  /** The letters after the @. */
  readonly typed: string;
}

/** The name being typed at a place of the text; null where no @ is open there. */
export function callAt(text: string, caret: number): Call | null {
  const start = text.lastIndexOf('@', caret - 1);
  if (start < 0 || LETTER.test(text[start - 1] ?? ' ')) return null;
  const typed = text.slice(start + 1, caret);
  if (typed.includes('\n') || typed.startsWith(' ') || typed.length > LIMITS.personNameMax) return null;
  return { start, end: caret, typed };
}

/** Who is meant by what was typed so far: names whose words begin with it. A name that is complete and followed by something else is not asked again. */
export function offeredFor({ typed }: Pick<Call, 'typed'>, people: readonly Callable[]): readonly Callable[] {
  const wanted = folded(typed);
  return people
    .filter(({ name }) => {
      const known = folded(name);
      return known.startsWith(wanted) || known.split(/[\s-]+/u).some((word) => word.startsWith(wanted));
    })
    .slice(0, OFFERED_MAX);
}

export interface Taken {
  readonly text: string;
  /** Where the writing goes on. */
  readonly caret: number;
}

/** Puts a name where the call was. */
export function takeName(text: string, { start, end }: Call, name: string): Taken {
  const after = text.slice(end);
  const put = `@${name}${/^[\s.,!?:;]/u.test(after) ? '' : ' '}`;
  return { text: text.slice(0, start) + put + after, caret: start + put.length };
}

interface Called {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Every "@Name" in a text, the longest name at each @. */
function callsIn(text: string, names: readonly string[]): readonly Called[] {
  const known = [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const found: Called[] = [];
  for (let start = text.indexOf('@'); start >= 0; start = text.indexOf('@', start + 1)) {
    if (LETTER.test(text[start - 1] ?? ' ')) continue;
    const name = known.find((each) => text.startsWith(each, start + 1) && !LETTER.test(text[start + 1 + each.length] ?? ' '));
    if (name !== undefined) found.push({ start, end: start + 1 + name.length, name });
  }
  return found;
}

/**
 * Ids of whom a text calls. Where several have the same name, it is the one who was picked, else all of them.
 * @param picked ids of those chosen from the list
 */
export function calledIn(text: string, people: readonly Callable[], picked: ReadonlySet<string>): readonly string[] {
  const names = callsIn(
    text,
    people.map(({ name }) => name),
  );
  const ids = names.flatMap(({ name }) => {
    const same = people.filter((person) => person.name === name);
    const chosen = same.filter(({ id }) => picked.has(id));
    return (chosen.length > 0 ? chosen : same).map(({ id }) => id);
  });
  return [...new Set(ids)].slice(0, LIMITS.mentionsMax);
}

export interface TextPart {
  readonly text: string;
  readonly isCall: boolean;
}

/** A text in parts, the calls apart. @param names of whom it calls */
export function partsOf(text: string, names: readonly string[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end } of callsIn(text, names)) {
    if (start > at) parts.push({ text: text.slice(at, start), isCall: false });
    parts.push({ text: text.slice(start, end), isCall: true });
    at = end;
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), isCall: false });
  return parts;
}
