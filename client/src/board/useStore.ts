// From the editor's observable values to React.
import type { BoardReader } from '@masa/shared/board';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Editor } from '../editor/Editor.ts';
import type { Store } from '../editor/store.ts';

/** A value that rests this long has settled … */
const SETTLE_MS = 150;
/** … and one that never rests is taken this often. */
const SETTLE_MOST_MS = 1_000;

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get);

/** What is read from a store; renders again only when that is another value. @param read gives a plain value, or the same object */
export const useChosen = <T, V>(store: Store<T>, read: (value: T) => V): V => useSyncExternalStore(store.subscribe, () => read(store.get()));

/** Renders again when a value has not changed for a moment, and at least once a second while it does: not with every key that is pressed. */
export function useSettled<T>(store: Store<T>): T {
  const [value, setValue] = useState(store.get);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value is read once, when the store is another one; it follows by itself
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let since: number | undefined;
    const settle = (): void => {
      since = undefined;
      setValue(store.get);
    };
    const wait = (): void => {
      since ??= performance.now();
      clearTimeout(timer);
      timer = setTimeout(settle, Math.max(0, Math.min(SETTLE_MS, since + SETTLE_MOST_MS - performance.now())));
    };
    const stop = store.subscribe(wait);
    if (store.get() !== value) wait();
    return () => {
      stop();
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only what it was when the watching began
  }, [store]);
  return value;
}

/** What is read from the board as it is now; renders again only when that is another value: not with every key that is pressed. */
export function useBoardValue<V extends string | number | boolean>(editor: Editor, read: (board: BoardReader) => V): V {
  return useChosen(editor.records.version, () => read(editor.board()));
}

/** The board as it is now; renders again with every change. */
export function useBoardReader(editor: Editor): BoardReader {
  useStore(editor.records.version);
  return editor.board();
}
