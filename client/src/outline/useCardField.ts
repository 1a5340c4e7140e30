// A text field on a card's shared text, for outline and details: typing begins when the field is entered and ends when it is left. What
// is too long to be kept stays in the writer's draft on this device.
import { type BoardKind, isBlankRecord } from '@masa/shared/board';
import { isBlank } from '@masa/shared/core';
import { type BoardRecord, isCellPlace } from '@masa/shared/document';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useStore } from '../board/useStore.ts';
import { bindField, type FieldBinding, type FieldChange } from '../canvas/fieldBinding.ts';
import { type LengthSays, lengthOf } from '../panels/longText.ts';

export interface CardField {
  readonly value: string;
  readonly says: LengthSays;
  readonly isReadOnly: boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onInput: (value: string, cursor: number) => void;
  readonly onComposing: (on: boolean) => void;
  /** Undo (-1) or redo (1) within the text while it is written. False: there is nothing being written. */
  readonly step: (by: -1 | 1) => boolean;
  /** Puts another text in the field, as splitting does; what was too long is settled by it. */
  readonly settle: () => void;
}

/** What stood in a field when it was last made as high as its text, and how wide the window was. */
const grown = new WeakMap<HTMLTextAreaElement, string>();
/** Where style sheets can say it, the browser makes fields as high as their texts. */
const growsByItself = typeof CSS !== 'undefined' && CSS.supports?.('field-sizing', 'content');

/** Makes a text field as high as its text. Whoever asks again for the same pays no layout. */
export function grow(area: HTMLTextAreaElement | null): void {
  if (!area || growsByItself) return;
  const now = `${window.innerWidth} ${area.value}`;
  if (grown.get(area) === now) return;
  grown.set(area, now);
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

/** Whether an emptied text leaves nothing behind: a card is its text, a shape or a picture is there without one. */
const isOver = (kind: BoardKind, record: BoardRecord): boolean =>
  record.gone === null && isBlank(record.text) && (isCellPlace(record.place) || isBlankRecord(kind, record));

/** @param record as everybody reads it: a card, or an object of the free layer with a text */
export function useCardField(record: BoardRecord, ref: RefObject<HTMLTextAreaElement | null>): CardField {
  const { id, text } = record;
  const { open } = useBoard();
  const { editor, drafts } = open;
  const binding = useRef<FieldBinding | null>(null);
  const end = useRef<() => void>(() => {});
  const isReadOnly = useStore(editor.readOnly) !== null || record.lock !== null;
  const [own, setOwn] = useState<string | null>(() => drafts.read(id));
  const value = own ?? text;
  const says = lengthOf(value);

  const close = (): void => {
    end.current();
    end.current = () => {};
    binding.current = null;
  };

  // The typing ends with the field, whatever took it off the page.
  useEffect(
    () => () => {
      end.current();
      end.current = () => {};
    },
    [],
  );

  useLayoutEffect(() => grow(ref.current));

  /** At once, cursor and all: between others' letter and the next frame one's own may come, or another of theirs. */
  const put = (change: FieldChange): void => {
    const area = ref.current;
    if (area) {
      area.value = change.value;
      area.setSelectionRange(change.start, change.end);
    }
    setOwn(change.value);
  };

  const begin = (): boolean => {
    if (binding.current) return true;
    const typing = editor.write(id);
    if (!typing) return false;
    const bound = bindField(typing, () => ({ start: ref.current?.selectionStart ?? 0, end: ref.current?.selectionEnd ?? 0 }), put);
    binding.current = bound;
    end.current = () => {
      bound.close();
      editor.stopWriting();
    };
    return true;
  };

  return {
    value,
    says,
    isReadOnly,
    onFocus() {
      if (begin()) setOwn(drafts.read(id) ?? binding.current?.agreed ?? text);
    },
    onBlur() {
      close();
      if (lengthOf(ref.current?.value ?? '').length === 'too-long') return;
      setOwn(null);
      const now = editor.board().get(id);
      if (now && isOver(editor.kind, now)) editor.bin([id]);
    },
    onInput(next, cursor) {
      setOwn(next);
      if (!begin()) {
        drafts.keep(id, next);
        return;
      }
      const isTooLong = lengthOf(next).length === 'too-long';
      binding.current?.hold(isTooLong);
      if (isTooLong) {
        drafts.keep(id, next);
        return;
      }
      drafts.drop(id);
      const change = binding.current?.write(next, cursor);
      if (change) put(change);
    },
    onComposing: (on) => binding.current?.hold(on),
    step(by) {
      if (!binding.current) return false;
      if (by < 0) binding.current.undo();
      else binding.current.redo();
      return true;
    },
    settle() {
      drafts.drop(id);
      close();
      setOwn(null);
    },
  };
}
