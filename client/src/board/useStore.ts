// From the editor's observable values to React.
import type { BoardReader } from '@masa/shared/board';
import { useSyncExternalStore } from 'react';
import type { Editor } from '../editor/Editor.ts';
import type { Store } from '../editor/store.ts';

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get);

/** The board as it is now; renders again with every change. */
export function useBoardReader(editor: Editor): BoardReader {
  useStore(editor.records.version);
  return editor.board();
}
