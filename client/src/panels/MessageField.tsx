// The field a message is written in. @ and the beginning of a name offers people (WAI-ARIA Authoring Practices, list autocomplete with
// manual selection; the field stays a text field, since a combobox has one line). Enter sends, Shift+Enter makes a new line.
import { isBlank, LIMITS } from '@masa/shared/core';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader } from '../board/useStore.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { type Call, type Callable, callAt, callable, calledIn, offeredFor, takeName } from './mentions.ts';
import './together.css';

export interface MessageFieldProps {
  readonly label: string;
  /** @param mentions ids of whom it calls. False = it could not be sent and stays. */
  readonly onSend: (text: string, mentions: readonly string[]) => boolean;
  readonly onCancel?: () => void;
  /** It takes the focus when it appears. */
  readonly isFirst?: boolean;
}

export function MessageField({ label, onSend, onCancel, isFirst = false }: MessageFieldProps) {
  const t = useText('together');
  const common = useText('common');
  const { open, place } = useBoard();
  const board = useBoardReader(open.editor);
  const here = useSyncExternalStore(open.presence.onPeople, () => open.presence.people);
  const people = useMemo(() => callable(board, here, place.me.id), [board, here, place.me.id]);
  const [text, setText] = useState('');
  const [call, setCall] = useState<Call | null>(null);
  const [at, setAt] = useState(0);
  const picked = useRef(new Set<string>());
  const own = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const offered = call ? offeredFor(call, people) : [];
  const isOpen = offered.length > 0;
  const active = Math.min(at, offered.length - 1);
  const over = text.trim().length - LIMITS.cardTextMax;

  useEffect(() => {
    if (isFirst) own.current?.focus({ preventScroll: true });
  }, [isFirst]);

  const look = (value: string, caret: number): void => {
    setCall(callAt(value, caret));
    setAt(0);
  };
  const take = (person: Callable | undefined): void => {
    if (!person || !call) return;
    const taken = takeName(text, call, person.name);
    picked.current.add(person.id);
    setText(taken.text);
    setCall(null);
    // After the field has its new text.
    queueMicrotask(() => {
      own.current?.focus();
      own.current?.setSelectionRange(taken.caret, taken.caret);
    });
  };
  const send = (): void => {
    if (isBlank(text) || over > 0) {
      own.current?.focus();
      return;
    }
    const said = text.trim();
    if (!onSend(said, calledIn(said, people, picked.current))) return;
    picked.current.clear();
    setText('');
    setCall(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (isOpen && step !== undefined) setAt((active + step + offered.length) % offered.length);
    else if (isOpen && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) take(offered[active]);
    else if (isOpen && event.key === 'Escape') setCall(null);
    else if (event.key === 'Escape' && onCancel) onCancel();
    else if (event.key === 'Enter' && !event.shiftKey) send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="message-field">
      <label htmlFor={`${id}-field`}>{label}</label>
      <div className="message-write">
        <textarea
          id={`${id}-field`}
          ref={own}
          data-first={isFirst || undefined}
          className="control"
          rows={2}
          maxLength={LIMITS.textMax}
          aria-describedby={`${id}-hint`}
          aria-autocomplete="list"
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
          aria-invalid={over > 0 || undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            look(event.target.value, event.target.selectionStart);
          }}
          onSelect={(event) => {
            const { value, selectionStart, selectionEnd } = event.currentTarget;
            const next = selectionStart === selectionEnd ? callAt(value, selectionStart) : null;
            if (call && next?.start !== call.start) setCall(null);
          }}
          onBlur={() => setCall(null)}
          onKeyDown={onKeyDown}
        />
        {isOpen && (
          <div id={`${id}-list`} className="message-people" role="listbox" aria-label={t('suggestions')}>
            {offered.map((person, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the field says which option is active
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, which keeps the focus
              <div
                key={person.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                onPointerMove={() => setAt(index)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(person)}
              >
                <strong>{person.name}</strong>{' '}
                <span className="quiet-text">{[person.library, person.isHere ? t('isHere') : ''].filter(Boolean).join(' · ')}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {isOpen ? t('suggested', { count: offered.length }) : ''}
      </p>
      <p id={`${id}-hint`} className={over > 0 ? 'field-note question' : 'field-hint'}>
        {over > 0 ? t('tooLong', { count: over }) : t('fieldHint')}
      </p>
      <div className="row tight">
        <Button look="primary" onClick={send}>
          {t('send')}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {common('cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
