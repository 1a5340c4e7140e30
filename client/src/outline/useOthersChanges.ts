// Tells what others do, one sentence at a time and not more often than somebody can listen to.

import { oneLine } from '@masa/shared/board';
import { useEffect, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useText } from '../ui/text.ts';
import { changeBetween, isOwnOrigin, type OthersChange, type Seen, seenOf } from './othersChanges.ts';

const GATHER_MS = 1_500;
const TEXT_MAX = 60;

/** The sentence to read out now; empty when nothing happened. */
export function useOthersChanges(): string {
  const t = useText('board');
  const { open, language } = useBoard();
  const { editor } = open;
  const [sentence, setSentence] = useState('');

  useEffect(() => {
    const { projection } = editor.records;
    const seen = new Map<string, Seen>();
    for (const record of projection.records()) seen.set(record.id, seenOf(editor.board(), record));
    let waiting: OthersChange[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;

    const titleOf = (cell: string | null): string => editor.records.template.get().cells.find((each) => each.id === cell)?.title[language] ?? '';
    const speak = (): void => {
      timer = undefined;
      const [only, ...more] = waiting;
      waiting = [];
      if (!only) return;
      const words = { who: only.who === '' ? t('somebody') : only.who, cell: titleOf(only.cell), text: oneLine(only.text, TEXT_MAX) };
      setSentence(more.length > 0 ? t('othersMany', { count: more.length + 1 }) : t(`others_${only.what}`, words));
    };
    const stop = projection.onChange(({ ids, origin }) => {
      const board = editor.board();
      for (const id of ids) {
        const record = projection.get(id);
        if (!record) continue;
        const now = seenOf(board, record);
        const change = isOwnOrigin(origin) ? null : changeBetween(seen.get(id), record, now);
        seen.set(id, now);
        if (!change) continue;
        // Letters of one text are one change.
        waiting = [...waiting.filter((each) => !(each.what === 'changed' && change.what === 'changed' && each.cell === change.cell)), change];
        timer ??= setTimeout(speak, GATHER_MS);
      }
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [editor, language, t]);
  return sentence;
}
