// The conversations of the open board for React, with what this person has seen of them on this device.
import { useMemo } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader, useStore } from '../board/useStore.ts';
import type { Editor } from '../editor/Editor.ts';
import { createSeen, type Seen, type SeenStore, type Thread, threadsOf } from './threads.ts';

const stores = new WeakMap<Editor, SeenStore>();

function seenOf(editor: Editor, boardId: string, person: string): SeenStore {
  const known =
    stores.get(editor) ?? createSeen(`masa:seen-comments:${boardId}:${person}`, typeof localStorage === 'undefined' ? undefined : localStorage);
  stores.set(editor, known);
  return known;
}

export interface Threads {
  readonly threads: readonly Thread[];
  readonly seen: Seen;
  readonly store: SeenStore;
  /** This person's id. */
  readonly self: string;
}

export function useThreads(): Threads {
  const { open, place } = useBoard();
  const board = useBoardReader(open.editor);
  const store = seenOf(open.editor, place.board.id, place.me.id);
  const seen = useStore(store);
  const threads = useMemo(() => threadsOf(board), [board]);
  return { threads, seen, store, self: place.me.id };
}
