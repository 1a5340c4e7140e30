// The bin of the board: everybody's cards that were taken away, for thirty days, each with a way back to where it lay.
import { oneLine, slotOf, titleOf, WORDS } from '@masa/shared/board';
import { LIMITS } from '@masa/shared/core';
import { Undo2 } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader, useStore } from '../board/useStore.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';

const TEXT_MAX = 160;

export default function BinPanel() {
  const t = useText('board');
  const free = useText('free');
  const { open, language, place, say } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const bin = board.bin();
  const time = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: place.workshop.timeZone,
  });
  if (bin.length === 0) return <p className="quiet-text">{free('binEmpty', { days: LIMITS.binDays })}</p>;
  return (
    <>
      <p className="quiet-text">{free('binKeeps', { days: LIMITS.binDays })}</p>
      <ul className="bin">
        {bin.map((record) => (
          <li key={record.id}>
            <p>{oneLine(titleOf(board, record, language), TEXT_MAX)}</p>
            <p className="quiet-text">
              {slotOf(board.kind, record)?.label[language] ?? WORDS.onBoard[language]}
              {record.gone && ` · ${record.gone.name}, ${time.format(record.gone.at)}`}
            </p>
            {!isReadOnly && (
              <Button
                onClick={() => {
                  editor.restore([record.id]);
                  say(t('restored'));
                }}
              >
                <Undo2 aria-hidden /> {t('restore')}
                <span className="visually-hidden">: {oneLine(titleOf(board, record, language), TEXT_MAX)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
