// Tells what others do, one sentence at a time and not more often than somebody can listen to.

import { oneLine, titleOf } from '@masa/shared/board';
import { useEffect, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { loadTexts, translate, useText } from '../ui/text.ts';
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

    const cellTitle = (cell: string | null): string => editor.records.template.get().cells.find((each) => each.id === cell)?.title[language] ?? '';
    /** A change of what lies on the board itself: told by what it is, since it may have no text. */
    const tellOfBoard = (change: OthersChange): void => {
      const board = editor.board();
      const record = board.get(change.id);
      if (!record) return;
      const values = { who: change.who === '' ? t('somebody') : change.who, what: oneLine(titleOf(board, record, language), TEXT_MAX) };
      // The words come with the outline's and are fetched when they are first needed.
      void loadTexts('free', language).then(
        () => setSentence(translate('free', language, `others_${change.what}`, values)),
        () => undefined,
      );
    };
    const speak = (): void => {
      timer = undefined;
      const [only, ...more] = waiting;
      waiting = [];
      if (!only) return;
      if (more.length === 0 && only.cell === null) {
        tellOfBoard(only);
        return;
      }
      const words = { who: only.who === '' ? t('somebody') : only.who, cell: cellTitle(only.cell), text: oneLine(only.text, TEXT_MAX) };
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
