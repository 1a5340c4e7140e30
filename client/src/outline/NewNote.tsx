// The place for the next note beside the sheet. It exists from the moment the text is confirmed or the field is left; until then it is a
// draft that survives a reload.
import { isBlank } from '@masa/shared/core';
import { notesBeside } from '@masa/shared/objects';
import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { lengthOf } from '../panels/longText.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { grow } from './useCardField.ts';

const DRAFT = 'new-note';

export function NewNote() {
  const t = useText('free');
  const { open, say } = useBoard();
  const { editor, drafts } = open;
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => drafts.read(DRAFT) ?? '');
  const { length, left } = lengthOf(text);
  const isTooLong = length === 'too-long';

  useLayoutEffect(() => grow(field.current));

  const write = (next: string): void => {
    setText(next);
    if (isBlank(next)) drafts.drop(DRAFT);
    else drafts.keep(DRAFT, next);
  };
  const make = (): void => {
    if (isBlank(text) || isTooLong) return;
    if (editor.perform(notesBeside(editor.board(), [text.trim()], editor.context())).length === 0) return;
    write('');
    say(t('noteMade'));
  };

  return (
    <div className="new-card">
      <textarea
        ref={field}
        className="control card-field"
        rows={1}
        aria-label={t('newNote')}
        aria-invalid={isTooLong || undefined}
        placeholder={t('newNote')}
        value={text}
        onBlur={make}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            make();
          } else if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <Button label={t('addNote')} onMouseDown={(event) => event.preventDefault()} onClick={isBlank(text) ? () => field.current?.focus() : make}>
        <Plus aria-hidden />
      </Button>
      {isTooLong && <p className="card-length refused">{t('tooLong', { count: -left })}</p>}
    </div>
  );
}
