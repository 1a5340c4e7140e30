// "Move to …": the same as dragging a card, or a note that becomes one, into another cell.
import { cellsInOrder } from '@masa/shared/board';
import type { BoardRecord } from '@masa/shared/document';
import { useBoard } from '../board/boardContext.ts';
import { useText } from '../ui/text.ts';
import { endOf } from './moves.ts';

/** @param from the cell it lies in; null = none */
export function MoveTo({ record, from }: { readonly record: BoardRecord; readonly from: string | null }) {
  const t = useText('board');
  const { open, language, say } = useBoard();
  const { editor } = open;
  return (
    <select
      className="control move-to"
      aria-label={t('moveTo')}
      value=""
      onChange={(event) => {
        const cell = editor.records.template.get().cells.find((each) => each.id === event.target.value);
        if (!cell) return;
        editor.move([record.id], endOf(editor.board(), cell.id));
        say(t('movedToCell', { cell: cell.title[language] }));
      }}
    >
      <option value="" hidden>
        {t('moveTo')}
      </option>
      {cellsInOrder(editor.records.template.get())
        .filter((each) => each.id !== from)
        .map((each) => (
          <option key={each.id} value={each.id}>
            {each.title[language]}
          </option>
        ))}
    </select>
  );
}
