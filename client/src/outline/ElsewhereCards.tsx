// Cards on a board that has no place for them, e.g. brought from another kind: they can be read and put on the board.
import { freeTree } from '@masa/shared/board';
import { takeBeside } from '@masa/shared/objects';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader, useStore } from '../board/useStore.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { Heading } from './Heading.tsx';

export function ElsewhereCards() {
  const t = useText('free');
  const { open, isSmall, say } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const { rest } = freeTree(board);
  if (rest.length === 0) return null;
  return (
    <section className="outline-cell" aria-labelledby="outline-elsewhere">
      <Heading level={isSmall ? 2 : 3} id="outline-elsewhere">
        {t('elsewhere')}
      </Heading>
      <ul className="outline-cards">
        {rest.map((record) => (
          <li key={record.id}>
            <p>{record.text}</p>
            {!isReadOnly && (
              <p>
                <Button
                  onClick={() => {
                    if (editor.perform(takeBeside(editor.board(), [record.id], editor.context())).length > 0) say(t('noteMade'));
                  }}
                >
                  {t('putOnBoard')}
                  <span className="visually-hidden">: {record.text}</span>
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
