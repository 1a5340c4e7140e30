// Somebody writes while the document under the page becomes another one: a draft the board. Where they were is remembered, what they go on
// typing is held, and both come back in the field of the same card. Ids are kept when drafts are shown.
import type { Editor } from '../editor/Editor.ts';

export interface Interrupted {
  readonly card: string;
  readonly cell: string | null;
  /** The caret, as the text field counts. */
  readonly start: number;
  readonly end: number;
  /** Lets the keys go again. Returns what was typed meanwhile; the second time nothing. */
  readonly release: () => string;
}

/** How long what is typed waits for the card, ms. */
export const WAIT_MS = 4_000;

/** Where somebody is writing; undefined where nobody is. From now on letters are held instead of being shortcuts. */
export function interrupt(editor: Editor): Interrupted | undefined {
  const writing = editor.writing.get();
  const field = document.activeElement;
  if (writing?.of !== 'card' || !(field instanceof HTMLTextAreaElement) || !field.closest('.masa-stage, .board-outline')) return undefined;
  let typed = '';
  const hold = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target !== document.body) return;
    if (event.key.length === 1) typed += event.key;
    else if (event.key !== 'Backspace' && event.key !== 'Delete' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', hold, true);
  const release = (): string => {
    window.removeEventListener('keydown', hold, true);
    clearTimeout(timer);
    const held = typed;
    typed = '';
    return held;
  };
  // Also where no page comes after this one.
  const timer = setTimeout(release, 2 * WAIT_MS);
  const cell = editor.records.placement().cards.get(writing.id)?.cell ?? null;
  return { card: writing.id, cell, start: field.selectionStart, end: field.selectionEnd, release };
}
