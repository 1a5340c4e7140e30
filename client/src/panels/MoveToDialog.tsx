// "Move to …" for the keyboard on the canvas: the cells of the sheet as buttons.
import { cellsInOrder } from '@masa/shared/board';
import { useBoard } from '../board/boardContext.ts';
import { endOf } from '../outline/moves.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useText } from '../ui/text.ts';

export default function MoveToDialog({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const t = useText('board');
  const { open, language, say } = useBoard();
  const { editor } = open;
  return (
    <Dialog title={t('moveCards', { count: ids.length })} onClose={onClose}>
      <ul className="cell-choices">
        {cellsInOrder(editor.records.template.get()).map((cell) => (
          <li key={cell.id}>
            <Button
              onClick={() => {
                editor.move(ids, endOf(editor.board(), cell.id));
                say(t('movedToCell', { cell: cell.title[language] }));
                onClose();
              }}
            >
              {cell.title[language]}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
