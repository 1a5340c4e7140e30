// A text field nobody sees. It takes what somebody types while the field they wrote in is being replaced by another: as a real field it
// understands every keyboard, every way of composing letters, deleting, pasting and taking back, and a phone's keyboard stays open.

/** A text with the caret in it, as text fields count. */
export interface Typed {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface WaitingField {
  /** Texts that were ended with Enter, and the one that is being typed now. */
  readonly typed: () => { readonly ended: readonly string[]; readonly now: Typed };
  /** It is there and can be typed in. */
  readonly isOpen: () => boolean;
  /** Letters are being put together: taking the field away now would break them off. */
  readonly isComposing: () => boolean;
  /** The person has gone elsewhere, or is done. What was typed still counts. */
  readonly isLeft: () => boolean;
  readonly close: () => void;
}

/**
 * Opens it with the focus.
 * @param enterEnds Enter ends a text and begins the next, as in cards of a cell; otherwise it is a line more
 */
export function openWaitingField({ value, start, end }: Typed, label: string, enterEnds: boolean): WaitingField {
  const field = document.createElement('textarea');
  field.className = 'waiting-field';
  field.setAttribute('aria-label', label);
  field.value = value;
  const ended: string[] = [];
  let isComposing = false;
  let isDone = false;
  field.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  field.addEventListener('compositionend', () => {
    isComposing = false;
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const isPlainEnter = event.key === 'Enter' && !event.shiftKey && enterEnds && !event.ctrlKey && !event.metaKey;
    const isEnd = event.key === 'Escape' || event.key === 'Tab' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!isPlainEnter && !isEnd) return;
    event.preventDefault();
    if (isEnd) {
      isDone = true;
      field.readOnly = true;
    } else if (field.value.trim() !== '') {
      ended.push(field.value);
      field.value = '';
    }
  });
  document.body.append(field);
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  return {
    typed: () => ({ ended, now: { value: field.value, start: field.selectionStart, end: field.selectionEnd } }),
    isOpen: () => field.isConnected,
    isComposing: () => isComposing,
    isLeft: () => isDone || (document.activeElement !== field && document.hasFocus()),
    close: () => field.remove(),
  };
}
