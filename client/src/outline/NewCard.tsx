// The place for the next card of a cell. A card exists from the moment the text is confirmed or the field is left; until then it is a
// draft that survives a reload.
import type { TemplateCell } from '@masa/shared/board';
import { isBlank } from '@masa/shared/core';
import { Plus } from 'lucide-react';
import { type RefObject, useId, useLayoutEffect, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { lengthOf } from '../panels/longText.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { endOf } from './moves.ts';
import { grow } from './useCardField.ts';

export function NewCard({ cell, field }: { readonly cell: TemplateCell; readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const t = useText('board');
  const { open, language, paste } = useBoard();
  const { editor, drafts } = open;
  const key = `new:${cell.id}`;
  const hint = useId();
  const [text, setText] = useState(() => drafts.read(key) ?? '');
  const isTooLong = lengthOf(text).length === 'too-long';
  const target = () => endOf(editor.board(), cell.id);

  useLayoutEffect(() => grow(field.current));

  const write = (next: string): void => {
    setText(next);
    if (isBlank(next)) drafts.drop(key);
    else drafts.keep(key, next);
  };
  const make = (): void => {
    if (isBlank(text) || isTooLong) return;
    if (editor.create(target(), [{ text: text.trim() }]).length > 0) write('');
  };

  return (
    <div className="new-card">
      <textarea
        ref={field}
        className="control card-field"
        rows={1}
        aria-label={t('newCardIn', { cell: cell.title[language] })}
        aria-describedby={hint}
        aria-invalid={isTooLong || undefined}
        placeholder={t('newCard')}
        value={text}
        onFocus={() => editor.writeNew(target())}
        onBlur={() => {
          editor.stopWriting();
          make();
        }}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            make();
          } else if (event.key === 'Escape') event.currentTarget.blur();
        }}
        onPaste={(event) => {
          if (isBlank(text) && paste(event.clipboardData.getData('text/plain'), target(), write)) event.preventDefault();
        }}
      />
      <Button label={t('addCard')} onMouseDown={(event) => event.preventDefault()} onClick={isBlank(text) ? () => field.current?.focus() : make}>
        <Plus aria-hidden />
      </Button>
      <p id={hint} className={isTooLong ? 'card-length refused' : 'visually-hidden'}>
        {isTooLong ? t('tooLong', { count: -lengthOf(text).left }) : cell.hint[language]}
      </p>
    </div>
  );
}
