// One board in a list of the organiser's page: opening it, letting people write on it, deleting it.
import type { Board, Workshop } from '@masa/shared/wire';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { AuthorshipSelect } from '../../facilitation/AuthorshipSelect.tsx';
import { boardName } from '../../kinds/boardName.ts';
import { api } from '../../session/api.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/text.ts';
import { ActionFailure } from '../ActionFailure.tsx';
import { Confirm } from '../Confirm.tsx';
import { useAction } from '../useAction.ts';

export interface BoardLineProps {
  readonly workshop: Workshop;
  readonly board: Board;
  /** Of its table; null = for everybody. */
  readonly number: number | null;
  readonly mayRemove: boolean;
  readonly onChanged: () => void;
}

export function BoardLine({ workshop, board, number, mayRemove, onChanged }: BoardLineProps) {
  const t = useText('boards');
  const organiser = useText('organiser');
  const language = useLanguage();
  const action = useAction();
  const deleting = useAction();
  const [asking, setAsking] = useState(false);
  const name = boardName(board, language);
  const isOpen = board.state === 'open';
  return (
    <div className="board-line">
      <Link href={`/boards/${board.id}`} className="button" aria-label={number === null ? t('open', { name }) : t('openOf', { name, number })}>
        {name}
      </Link>
      <button
        type="button"
        role="switch"
        className="switch"
        aria-checked={isOpen}
        aria-label={number === null ? t('writing', { name }) : organiser('writingOfTable', { number })}
        aria-disabled={action.busy || undefined}
        onClick={() => {
          if (action.busy) return;
          void action.run(() => api.changeBoard(workshop.id, board.id, { state: isOpen ? 'frozen' : 'open' })).then((done) => done && onChanged());
        }}
      >
        <span aria-hidden="true" />
        {organiser(isOpen ? 'writingOn' : 'writingOff')}
      </button>
      <AuthorshipSelect board={board} name={number === null ? name : organiser('fieldOfTable', { field: name, number })} onChanged={onChanged} />
      {mayRemove && (
        <Button look="quiet" label={number === null ? t('remove', { name }) : t('removeOf', { name, number })} onClick={() => setAsking(true)}>
          <Trash2 aria-hidden />
        </Button>
      )}
      <ActionFailure of={action} />
      {asking && (
        <Confirm
          title={number === null ? t('remove', { name }) : t('removeOf', { name, number })}
          text={t('removeAsk', { name })}
          action={t('removeConfirm')}
          state={deleting}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            void deleting
              .run(() => api.deleteBoard(workshop.id, board.id))
              .then((done) => {
                if (done) setAsking(false);
                onChanged();
              })
          }
        />
      )}
    </div>
  );
}
