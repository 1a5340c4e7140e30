// Whose names a board shows: chosen before anything is written on it. The server refuses it afterwards, and says why.

import type { Board } from '@masa/shared/wire';
import { AUTHORSHIPS, type Authorship } from '@masa/shared/workshop';
import { useState } from 'react';
import { api } from '../session/api.ts';
import { Notice } from '../ui/Notice.tsx';
import { useText } from '../ui/text.ts';

export interface AuthorshipSelectProps {
  readonly board: Pick<Board, 'id' | 'authorship'>;
  /** What the select is called, with the board it is about. */
  readonly name: string;
  readonly onChanged: () => void;
}

export function AuthorshipSelect({ board, name, onChanged }: AuthorshipSelectProps) {
  const t = useText('stage');
  const [failure, setFailure] = useState('');
  const choose = async (authorship: Authorship): Promise<void> => {
    const reply = await api.setAuthorship(board.id, authorship);
    setFailure(reply.ok ? '' : reply.error.message || t('away'));
    if (reply.ok) onChanged();
  };
  return (
    <>
      <select
        className="control"
        aria-label={`${t('names')}: ${name}`}
        value={board.authorship}
        onChange={(event) => {
          const chosen = AUTHORSHIPS.find((each) => each === event.target.value);
          if (chosen) void choose(chosen);
        }}
      >
        {AUTHORSHIPS.map((each) => (
          <option key={each} value={each}>
            {t(`names_${each}`)}
          </option>
        ))}
      </select>
      {failure !== '' && (
        <Notice tone="failure">
          <p>{failure}</p>
        </Notice>
      )}
    </>
  );
}
