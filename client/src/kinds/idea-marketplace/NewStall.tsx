// Putting up a stall: what it is, a title, a few sentences. The same again within a minute is asked about.
import { origin } from '@masa/shared/board';
import { LIMITS } from '@masa/shared/core';
import { alreadyPosted, isLongTitle, MARKET, STALL_LABELS, STALL_TYPES, type StallType } from '@masa/shared/kinds/idea-marketplace';
import { useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useBoardStage } from '../../facilitation/useBoardStage.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useText } from '../../ui/text.ts';

export interface NewStallProps {
  readonly onPosted: (id: string) => void;
}

export function NewStall({ onPosted }: NewStallProps) {
  const t = useText('market');
  const { open, language, tell, show } = useBoard();
  const { isDraft } = useBoardStage();
  const { editor } = open;
  const [title, setTitle] = useState('');
  const [story, setStory] = useState('');
  const [type, setType] = useState<StallType>('idea');
  const [again, setAgain] = useState<string | null>(null);
  const post = (): void => {
    if (title.trim() === '' || isLongTitle(title)) return;
    const { author, now } = editor.context();
    // Where nobody is named nobody can be told that they have said it before.
    const before = author.id === '' ? undefined : alreadyPosted(editor.board(), author.id, title, now);
    if (before) {
      setAgain(before.id);
      return;
    }
    const cell = editor.records.template
      .get()
      .cells.find(({ slots }) => slots.some((each) => each.slot === MARKET.stalls && each.when?.enter === type));
    const [id] = editor.create({ cell: cell?.id ?? MARKET.stalls, index: Number.MAX_SAFE_INTEGER }, [{ text: title.trim() }], origin('typed'));
    if (id === undefined) return;
    editor.perform([
      { do: 'set', id, facet: 'stallType', value: type },
      ...(story.trim() === '' ? [] : [{ do: 'set', id, facet: 'story', value: story.trim() } as const]),
    ]);
    onPosted(id);
    setTitle('');
    setStory('');
    tell(t(isDraft ? 'kept' : 'posted'));
  };
  return (
    <details className="sheet">
      <summary>{t('newStall')}</summary>
      <form
        className="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          post();
        }}
      >
        <SelectField
          id="stall-type"
          label={t('whatIsIt')}
          value={type}
          onValue={setType}
          options={STALL_TYPES.map((value) => ({ value, label: STALL_LABELS[value][language] }))}
        />
        <TextField
          id="stall-title"
          label={t('title')}
          value={title}
          error={isLongTitle(title) ? t('titleLong', { max: LIMITS.titleMax }) : undefined}
          onValue={(text) => {
            setTitle(text);
            setAgain(null);
          }}
        />
        <label className="field" htmlFor="stall-story">
          <span>{t('story')}</span>
          <textarea
            id="stall-story"
            className="control"
            rows={3}
            maxLength={LIMITS.stallStoryMax}
            value={story}
            onChange={(event) => setStory(event.target.value)}
          />
        </label>
        {again !== null && (
          <Notice tone="warning">
            <p>{t('again')}</p>
            <p>
              <Button onClick={() => show({ of: 'card', id: again })}>{t('openIt')}</Button>
            </p>
          </Notice>
        )}
        <p>
          <Button type="submit" look="primary">
            {t('post')}
          </Button>
        </p>
      </form>
    </details>
  );
}
