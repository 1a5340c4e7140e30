// A card's text as an ordinary text field that grows with it: counter, splitting and moving the rest to the notes included.
import { type BoardRecord, isCellPlace } from '@masa/shared/document';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { cutText, splitText } from '../canvas/longText.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { standingOf } from './moves.ts';
import { useCardField } from './useCardField.ts';

export interface CardTextProps {
  readonly record: BoardRecord;
  readonly label: string;
  /** Enter: the text is done, on to the next. Without it Enter makes a new line. */
  readonly onDone?: () => void;
  readonly onEnter?: () => void;
  readonly onLeave?: () => void;
}

export function CardText({ record, label, onDone, onEnter, onLeave }: CardTextProps) {
  const t = useText('board');
  const { open, paste } = useBoard();
  const { editor } = open;
  const ref = useRef<HTMLTextAreaElement>(null);
  const field = useCardField(record, ref);
  // A card can be split where others can follow it; an object of the free layer stands alone.
  const canSplit = isCellPlace(record.place);
  const note = useId();
  const { length, left } = field.says;

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key.toLowerCase() === 'z' && field.step(event.shiftKey ? 1 : -1)) event.preventDefault();
    else if (isCommand && event.key.toLowerCase() === 'y' && field.step(1)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey && onDone) {
      event.preventDefault();
      onDone();
    } else if (event.key === 'Escape') event.currentTarget.blur();
  };

  /** Puts a text where the cursor stands, as the browser would have. */
  const insert = (text: string): void => {
    const area = ref.current;
    if (!area) return;
    area.focus();
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    field.onInput(area.value, area.selectionStart);
  };
  const split = (): void => {
    const parts = splitText(field.value);
    field.settle();
    editor.split(record.id, parts);
  };
  const moveRest = (): void => {
    const { kept, rest } = cutText(field.value);
    field.settle();
    editor.perform([
      { do: 'text', id: record.id, text: kept },
      { do: 'set', id: record.id, facet: 'notes', value: [record.notes, rest].filter(Boolean).join('\n') },
    ]);
  };

  return (
    <div className="card-text">
      <textarea
        ref={ref}
        className="control card-field"
        data-card={record.id}
        rows={1}
        aria-label={label}
        aria-describedby={length === 'fine' ? undefined : note}
        aria-invalid={length === 'too-long' || undefined}
        readOnly={field.isReadOnly}
        value={field.value}
        onFocus={() => {
          field.onFocus();
          onEnter?.();
        }}
        onBlur={() => {
          field.onBlur();
          onLeave?.();
        }}
        onChange={(event) => field.onInput(event.target.value, event.target.selectionStart)}
        onCompositionStart={() => field.onComposing(true)}
        onCompositionEnd={(event) => {
          field.onComposing(false);
          field.onInput(event.currentTarget.value, event.currentTarget.selectionStart);
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          const at = standingOf(editor.board(), record.id);
          if (at && paste(text, { cell: at.cell.id, index: at.index + 1 }, insert)) event.preventDefault();
        }}
      />
      {length !== 'fine' && (
        <div id={note} className={length === 'too-long' ? 'card-length refused' : 'card-length'} role={length === 'counted' ? undefined : 'status'}>
          <span className="figures">{length === 'too-long' ? t('tooLong', { count: -left }) : t('left', { count: left })}</span>
          {length !== 'counted' && !field.isReadOnly && (
            <span className="row tight">
              {canSplit && (
                <Button onMouseDown={(event) => event.preventDefault()} onClick={split}>
                  {t('splitText')}
                </Button>
              )}
              <Button onMouseDown={(event) => event.preventDefault()} onClick={moveRest}>
                {t('restToNotes')}
              </Button>
            </span>
          )}
        </div>
      )}
    </div>
  );
}
