// "In the bin – Undo", whichever way this person put the cards there: canvas, outline, details, keyboard.
import { useEffect, useState } from 'react';
import type { Editor } from '../editor/Editor.ts';
import { isOwnOrigin } from '../outline/othersChanges.ts';

const SHOWN_MS = 10_000;

export interface BinToast {
  readonly ids: readonly string[];
  readonly undo: () => void;
  readonly close: () => void;
}

export function useBinToast(editor: Editor, personId: string): BinToast | null {
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const binned = new Set(
      editor
        .board()
        .bin()
        .map((record) => record.id),
    );
    const stop = editor.records.projection.onChange((change) => {
      const own: string[] = [];
      for (const id of change.ids) {
        const record = editor.records.projection.get(id);
        const isIn = record !== undefined && record.gone !== null;
        if (isIn && !binned.has(id) && record.text.trim() !== '' && record.gone?.by === personId && isOwnOrigin(change.origin)) own.push(id);
        if (isIn) binned.add(id);
        else binned.delete(id);
      }
      setIds((before) => (own.length > 0 ? own : before.filter((id) => binned.has(id))));
      if (own.length === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => setIds([]), SHOWN_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
      setIds([]);
    };
  }, [editor, personId]);
  if (ids.length === 0) return null;
  return {
    ids,
    undo() {
      editor.restore(ids);
      setIds([]);
    },
    close: () => setIds([]),
  };
}
