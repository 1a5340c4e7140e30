// There are as many stars as a table can say in plenary: which card gives way?
import { oneLine, STARS_MAX, star, starsOf, titleOf } from '@masa/shared/board';
import { Star } from 'lucide-react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader } from '../board/useStore.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { starLook } from '../ui/objectTokens.ts';
import { useText } from '../ui/text.ts';
import './sheet.css';

const TEXT_MAX = 80;

/** @param id the card that is to be starred */
export default function StarsDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText('sheet');
  const { open, language, say } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const wanted = board.get(id);
  const starred = board.live().filter((record) => record.starred);
  const isThere = starred.some((record) => record.id === id);
  /** Several people gave stars at the same moment: one gives way without another. */
  const isOver = starred.length > STARS_MAX;

  const exchange = (other: string): void => {
    // As it is now: somebody may have locked or binned one of the two since the list was drawn.
    const board = editor.board();
    const without = star(board, other, false);
    if (starsOf(board) > STARS_MAX) {
      if (without.ok) editor.perform(without.value);
      say(t(editor.board().get(other)?.starred ? 'starRefused' : 'starTaken'));
      // Whoever came for a star of their own goes on to the exchange.
      if (isThere) onClose();
      return;
    }
    // One step to undo: a star goes from one card to the other.
    const now = board.get(id);
    const isForeign = [now, board.get(other)].some((record) => record && editor.foreign.get()?.(record));
    const mayGive = without.ok && now?.gone === null && now.lock === null && !isForeign;
    if (mayGive) editor.perform([...without.value, { do: 'set', id, facet: 'starred', value: true }]);
    say(t(editor.board().get(id)?.starred ? 'starGiven' : 'starRefused'));
    onClose();
  };

  return (
    <Dialog title={t('starsFull', { count: starred.length })} onClose={onClose}>
      <p>
        {isOver
          ? t('starsOver', { count: STARS_MAX })
          : wanted && !isThere
            ? t('starsFullHint', { text: oneLine(titleOf(board, wanted, language), TEXT_MAX) })
            : t('starGiven')}
      </p>
      <ul className="cell-choices">
        {starred.map((record) => (
          <li key={record.id}>
            <Button disabled={record.lock !== null || (isThere && !isOver)} onClick={() => exchange(record.id)}>
              <Star aria-hidden style={{ fill: starLook.fill, color: starLook.edge }} /> {oneLine(titleOf(board, record, language), TEXT_MAX)}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
