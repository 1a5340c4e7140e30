// Somebody writes while the document under the page becomes another one: a draft the board. Where they were is remembered, what they go on
// typing waits in a field of its own, and both come back in the field of the same card. Ids are kept when drafts are shown.
import type { StageHandle } from '../canvas/BoardStage.tsx';
import type { Editor, Writing } from '../editor/Editor.ts';
import { type Interrupted, resume } from './resumedField.ts';
import { openWaitingField, type Typed } from './waitingField.ts';

/** Somebody who was writing, to go on in another document. */
export interface Interruption extends Interrupted {
  /** Goes on in the card's field there. Returns what stops it. */
  readonly resume: (editor: Editor, stage: () => StageHandle | null) => () => void;
}

/** Takes the field in which somebody is writing off their hands; undefined where nobody is. From now on what they type waits. */
export function interrupt(editor: Editor): Interruption | undefined {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !field.closest('.board') || field.closest('dialog')) return undefined;
  const writing = editor.writing.get();
  const isText = field instanceof HTMLTextAreaElement && field.closest('.masa-stage, [data-card], .new-card') !== null;
  const typed: Typed = isText ? { value: field.value, start: field.selectionStart, end: field.selectionEnd } : { value: '', start: 0, end: 0 };
  const label = field.getAttribute('aria-label') ?? '';
  const known = new Set([...editor.records.projection.records()].map(({ id }) => id));
  const cellBefore = cellOf(editor, writing);
  // Every field keeps what is in it when it is left: words that are being put together, a card that was not confirmed yet.
  field.blur();
  const made = [...editor.records.projection.records()].find(({ id }) => !known.has(id));
  const id = made?.id ?? (writing?.of === 'card' ? writing.id : undefined);
  if (!isText || (!id && !writing)) return undefined;
  const record = id === undefined ? undefined : editor.records.projection.get(id);
  // A card whose text was emptied is none: they go on with a new one in its place.
  const card = record?.gone === null ? record : undefined;
  const cell = card ? cellOf(editor, { of: 'card', id: card.id }) : cellBefore;
  if (!card && cell === null) return undefined;
  const interrupted: Interrupted = {
    card: card?.id ?? null,
    cell,
    isInOutline: !field.closest('.masa-stage'),
    base: card?.text ?? '',
    waiting: openWaitingField(typed, label, cell !== null),
  };
  return { ...interrupted, resume: (on, stage) => resume(on, interrupted, stage) };
}

function cellOf(editor: Editor, writing: Writing | null): string | null {
  if (writing?.of === 'card') return editor.records.placement().cards.get(writing.id)?.cell ?? null;
  return writing?.of === 'new' ? writing.target.cell : null;
}
