// Conversations of a board: comments with their replies, what they are about, what is new in them for this person. Pure, and what was seen
// is kept on the device.
import type { BoardReader } from '@masa/shared/board';
import { isId, isRecord } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { commentLooks, replyLooks } from '@masa/shared/objects';
import { createStore, type Store } from '../editor/store.ts';

export interface Thread {
  /** Of its comment. */
  readonly id: string;
  readonly comment: BoardRecord;
  /** Oldest first. */
  readonly replies: readonly BoardRecord[];
  /** Id of what it is about; empty = a place on the board. */
  readonly on: string;
  readonly isResolved: boolean;
  /** When the last message was written, server time, ms. */
  readonly lastAt: number;
}

const byTime = (a: BoardRecord, b: BoardRecord): number => a.created - b.created || (a.id < b.id ? -1 : 1);

/** All conversations: the open ones first, in each part the one that was written in last. */
export function threadsOf(board: BoardReader): readonly Thread[] {
  const replies = new Map<string, BoardRecord[]>();
  for (const reply of board.ofType('reply')) {
    const { of } = replyLooks(reply);
    replies.set(of, [...(replies.get(of) ?? []), reply]);
  }
  return board
    .ofType('comment')
    .map((comment): Thread => {
      const { on, resolved } = commentLooks(comment);
      const answers = (replies.get(comment.id) ?? []).sort(byTime);
      return {
        id: comment.id,
        comment,
        replies: answers,
        on,
        isResolved: resolved !== null,
        lastAt: Math.max(comment.created, ...answers.map(({ created }) => created)),
      };
    })
    .sort((a, b) => Number(a.isResolved) - Number(b.isResolved) || b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1));
}

/** What this person has seen: by conversation, when its newest message they saw was written; and the calls they have put away. */
export interface Seen {
  readonly at: Readonly<Record<string, number>>;
  readonly calls: readonly string[];
}

export interface SeenStore extends Store<Seen> {
  /** They have a conversation before them. */
  see(thread: Thread): void;
  /** They have put away the notice that they are called in a message. */
  putAway(message: string): void;
}

const seenAt = ({ at }: Seen, id: string): number => (Object.hasOwn(at, id) ? (at[id] ?? 0) : Number.NEGATIVE_INFINITY);

/** More than this is forgotten, oldest first. */
const CALLS_MAX = 400;

function parseSeen(text: string | null): Seen {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(value) || !isRecord(value.at) || !Array.isArray(value.calls)) return { at: {}, calls: [] };
    const at = Object.entries(value.at).filter((entry): entry is [string, number] => isId(entry[0]) && Number.isFinite(entry[1]));
    return { at: Object.fromEntries(at), calls: value.calls.filter(isId) };
  } catch {
    return { at: {}, calls: [] };
  }
}

/** @param storage absent or blocked: seen until the page is left */
export function createSeen(key: string, storage: Pick<Storage, 'getItem' | 'setItem'> | undefined): SeenStore {
  const read = (): string | null => {
    try {
      return storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  };
  const store = createStore<Seen>(parseSeen(read()));
  const keep = (next: Seen): void => {
    store.set(next);
    try {
      storage?.setItem(key, JSON.stringify(next));
    } catch {
      // A device that keeps nothing asks again next time.
    }
  };
  return {
    ...store,
    see({ id, lastAt }) {
      const { at, calls } = store.get();
      if (seenAt(store.get(), id) < lastAt) keep({ at: { ...at, [id]: lastAt }, calls });
    },
    putAway(message) {
      const { at, calls } = store.get();
      if (!calls.includes(message)) keep({ at, calls: [...calls, message].slice(-CALLS_MAX) });
    },
  };
}

const messagesOf = ({ comment, replies }: Thread): readonly BoardRecord[] => [comment, ...replies];

/** Messages of others since this person last had the conversation before them or wrote in it. */
export function unreadIn(thread: Thread, seen: Seen, self: string): readonly BoardRecord[] {
  const messages = messagesOf(thread);
  const known = Math.max(
    seenAt(seen, thread.id),
    ...messages.map(({ author, created }) => (author.id === self ? created : Number.NEGATIVE_INFINITY)),
  );
  return messages.filter((message) => message.author.id !== self && message.created > known);
}

/** Open conversations with something new. */
export const unreadThreads = (threads: readonly Thread[], seen: Seen, self: string): readonly Thread[] =>
  threads.filter((thread) => !thread.isResolved && unreadIn(thread, seen, self).length > 0);

export interface CalledHere {
  readonly thread: Thread;
  readonly message: BoardRecord;
}

/** Unread messages that call this person and that they have not put away, oldest first. */
export function callsOf(threads: readonly Thread[], seen: Seen, self: string): readonly CalledHere[] {
  return threads
    .flatMap((thread) => unreadIn(thread, seen, self).map((message) => ({ thread, message })))
    .filter(({ message }) => !seen.calls.includes(message.id) && mentionsOf(message).includes(self))
    .sort((a, b) => byTime(a.message, b.message));
}

/** Ids of whom a message calls. */
export const mentionsOf = (message: BoardRecord): readonly string[] =>
  message.type === 'reply' ? replyLooks(message).mentions : message.type === 'comment' ? commentLooks(message).mentions : [];
