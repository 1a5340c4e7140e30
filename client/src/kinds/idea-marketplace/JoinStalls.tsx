// Joining stalls under one title; the originals stay inside.
import { LIMITS } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { isLongTitle } from '@masa/shared/kinds/idea-marketplace';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useText } from '../../ui/text.ts';

export interface JoinStallsProps {
  readonly stalls: readonly BoardRecord[];
  readonly onClose: () => void;
  readonly onJoin: (title: string) => void;
}

export function JoinStalls({ stalls, onClose, onJoin }: JoinStallsProps) {
  const t = useText('market');
  const common = useText('common');
  const [title, setTitle] = useState(stalls[0]?.text ?? '');
  return (
    <Dialog title={t('joinTitle')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== '' && !isLongTitle(title)) onJoin(title);
        }}
      >
        <p>{t('joinLead')}</p>
        <ul>
          {stalls.map(({ id, text, author }) => (
            <li key={id}>
              {text} <span className="quiet-text">{author.library}</span>
            </li>
          ))}
        </ul>
        <TextField
          id="join-title"
          label={t('joinedTitle')}
          value={title}
          error={isLongTitle(title) ? t('titleLong', { max: LIMITS.titleMax }) : undefined}
          onValue={setTitle}
        />
        <p className="row">
          <Button type="submit" look="primary">
            {t('join')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </p>
      </form>
    </Dialog>
  );
}
