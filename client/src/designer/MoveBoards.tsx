// Moving boards to another template: first what becomes of their cards, then, if that is wanted, the move. Nothing is dropped.
import type { Board, TemplatePreview, Workshop } from '@masa/shared/wire';
import { useState } from 'react';
import { boardName } from '../kinds/boardName.ts';
import { ActionFailure } from '../pages/ActionFailure.tsx';
import { useAction } from '../pages/useAction.ts';
import { api } from '../session/api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField } from '../ui/Field.tsx';
import { useLanguage, useText } from '../ui/text.ts';

export interface MoveBoardsProps {
  readonly workshop: Workshop;
  /** Boards that could move. */
  readonly boards: readonly Board[];
  /** Pinned. */
  readonly template: string;
  readonly title: string;
  readonly onClose: () => void;
}

export function MoveBoards({ workshop, boards, template, title, onClose }: MoveBoardsProps) {
  const t = useText('designer');
  const common = useText('common');
  const language = useLanguage();
  const action = useAction();
  const [chosen, setChosen] = useState(boards[0]?.id ?? '');
  const [preview, setPreview] = useState<TemplatePreview | null>(null);
  const [moved, setMoved] = useState<ReadonlySet<string>>(new Set());
  const nameOf = (board: Board): string => {
    const group = workshop.groups.find(({ id }) => id === board.groupId);
    const name = boardName(board, language);
    return group ? `${common('table', { number: group.number })} · ${name}` : name;
  };
  const left = boards.filter(({ id }) => !moved.has(id));

  const look = () =>
    action.run(async () => {
      const reply = await api.previewTemplate(workshop.id, chosen, template);
      if (reply.ok) setPreview(reply.value);
      return reply;
    });
  const move = () =>
    action.run(async () => {
      const reply = await api.changeBoard(workshop.id, chosen, { template });
      if (!reply.ok) return reply;
      setMoved((before) => new Set([...before, chosen]));
      setPreview(null);
      setChosen(left.find(({ id }) => id !== chosen)?.id ?? '');
      return reply;
    });

  return (
    <Dialog title={t('moveTitle', { title })} onClose={onClose}>
      <div className="stack">
        <p>{t('moveLead')}</p>
        {left.length > 0 ? (
          <SelectField
            id="move-board"
            label={t('moveWhich')}
            value={chosen}
            onValue={(id) => {
              setChosen(id);
              setPreview(null);
            }}
            options={left.map((board) => ({ value: board.id, label: nameOf(board) }))}
          />
        ) : (
          <p>{t('moveAllDone')}</p>
        )}
        <p role="status">{moved.size > 0 ? t('moved', { count: moved.size }) : ''}</p>
        {preview && (
          <section className="stack tight" aria-live="polite">
            <h3>{preview.orphans.length === 0 ? t('nothingHomeless') : t('homeless', { count: preview.orphans.length })}</h3>
            {preview.orphans.length > 0 && (
              <>
                <p>{t(preview.parked ? 'goesToParking' : 'staysHidden')}</p>
                <ul className="homeless">
                  {preview.orphans.map(({ id, text, cell }) => (
                    <li key={id}>
                      {text} <span className="quiet-text">({cell})</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        )}
        <ActionFailure of={action} />
        <p className="row">
          {left.length > 0 && !preview && (
            <Button look="primary" busy={action.busy} onClick={() => void look()}>
              {t('preview')}
            </Button>
          )}
          {preview && (
            <Button look="primary" busy={action.busy} onClick={() => void move()}>
              {t('move')}
            </Button>
          )}
          <Button onClick={onClose}>{common('close')}</Button>
        </p>
      </div>
    </Dialog>
  );
}
