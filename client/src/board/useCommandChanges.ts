// Renders again whenever a command may have become possible, impossible, or taken effect.
import { useSyncExternalStore } from 'react';
import type { Editor } from '../editor/Editor.ts';
import { useSettled, useStore } from './useStore.ts';

export function useCommandChanges({ selection, toolbox, readOnly, records, history, writing }: Editor): void {
  useStore(selection);
  useStore(toolbox.tool);
  useStore(toolbox.next);
  useStore(toolbox.isKept);
  useStore(readOnly);
  useSettled(records.version);
  useStore(writing);
  useSyncExternalStore(
    (listener) => history.onChange(listener),
    () => history.state,
  );
}
