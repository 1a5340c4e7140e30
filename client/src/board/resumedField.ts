// Opens the field again in which somebody wrote when a draft became the board. Canvas, outline and card come each in their own time.
import type { StageHandle } from '../canvas/BoardStage.tsx';
import { changeOf } from '../canvas/fieldBinding.ts';
import type { Editor } from '../editor/Editor.ts';
import { stageElement } from './stageElement.ts';
import type { Typed, WaitingField } from './waitingField.ts';

/** Where somebody wrote, and what they have typed since. */
export interface Interrupted {
  /** Null: a card that had no letter yet, at the end of `cell`. */
  readonly card: string | null;
  /** Null: on the board, beside the sheet. */
  readonly cell: string | null;
  /** They wrote in the outline or in the details, not on the canvas. */
  readonly isInOutline: boolean;
  /** What of the card's text was in the document when the field went. */
  readonly base: string;
  readonly waiting: WaitingField;
}

/** How long what is typed waits for its card, once the board is there, ms. */
const WAIT_MS = 4_000;
const LOOK_MS = 40;

/** Goes on in the card's field as soon as it can be opened, or lets the keys go. Returns what stops it. */
export function resume(editor: Editor, interrupted: Interrupted, stage: () => StageHandle | null): () => void {
  const { card, cell, isInOutline, waiting } = interrupted;
  // The outline of a phone begins with this cell, and every outline makes the line of this card, however far down it is.
  if (cell !== null && card !== null && isInOutline) editor.selection.only(card, cell);
  else if (cell !== null) editor.selection.at(cell);
  const until = performance.now() + WAIT_MS;
  const look = (): void => {
    const isOver = performance.now() > until;
    // A word is not broken off; whoever is done, or elsewhere, gets no field under their hands.
    if (waiting.isComposing() && !isOver) return;
    const mayWrite = mayGoOn(editor, interrupted);
    const isDone = mayWrite && (waiting.isLeft() ? keep(editor, interrupted) : goOn(editor, interrupted, stage()));
    if (!isDone && !isOver) return;
    // A field that does not come takes no words with it.
    if (!isDone && mayWrite) keep(editor, interrupted);
    clearInterval(timer);
    const isElsewhere = waiting.isLeft();
    waiting.close();
    if (!isDone && !isElsewhere) (stageElement() ?? document.querySelector<HTMLElement>('.board-outline h2'))?.focus({ preventScroll: true });
  };
  const timer = setInterval(look, LOOK_MS);
  return () => clearInterval(timer);
}

function mayGoOn(editor: Editor, { card }: Interrupted): boolean {
  if (editor.readOnly.get() !== null) return false;
  if (card === null) return true;
  const record = editor.records.projection.get(card);
  return record?.gone === null && record.lock === null && editor.foreign.get()?.(record) !== true;
}

/** What was ended with Enter, as it would be had there been no interruption: the interrupted card's text, then cards after it. */
function keepEnded(editor: Editor, { card, cell, base }: Interrupted, ended: readonly string[]): void {
  const [first, ...others] = ended;
  if (first === undefined) return;
  if (card !== null) editor.perform([{ do: 'text', id: card, text: carried(base, atEnd(first), textIn(editor, card)).value }]);
  const texts = (card === null ? ended : others).map((text) => ({ text: text.trim() }));
  if (cell === null || texts.length === 0) return;
  const place = card === null ? undefined : editor.records.placement().cards.get(card);
  editor.create({ cell, index: place ? place.index + 1 : Number.POSITIVE_INFINITY }, texts);
}

const atEnd = (value: string): Typed => ({ value, start: value.length, end: value.length });
const textIn = (editor: Editor, id: string): string => editor.records.projection.get(id)?.text ?? '';

/** Nobody waits for the field: only the words go where they belong. */
function keep(editor: Editor, interrupted: Interrupted): boolean {
  const { ended, now } = interrupted.waiting.typed();
  const isSame = ended.length === 0 && now.value === interrupted.base;
  if (!isSame) keepEnded(editor, interrupted, now.value.trim() === '' && ended.length > 0 ? ended : [...ended, now.value]);
  return true;
}

/** Opens the field with what was typed. False: it is not there yet. */
function goOn(editor: Editor, interrupted: Interrupted, stage: StageHandle | null): boolean {
  const { card, cell, base, isInOutline, waiting } = interrupted;
  const { ended, now } = waiting.typed();
  const isNew = card === null || ended.length > 0;
  const field = isInOutline ? outlineField(isNew ? null : card, cell) : null;
  if (isInOutline ? !field : !stage) return false;
  if (!isNew && !field) return stage?.write(card, (text) => carried(base, now, text)) ?? false;
  keepEnded(editor, interrupted, ended);
  if (field) type(field, isNew ? now : carried(base, now, textIn(editor, card)));
  else if (cell !== null) {
    editor.selection.at(cell);
    stage?.addCard(now);
  }
  return true;
}

function outlineField(card: string | null, cell: string | null): HTMLTextAreaElement | null {
  const at =
    card === null ? `[aria-labelledby="${CSS.escape(`outline-${cell ?? ''}`)}"] .new-card textarea` : `textarea[data-card="${CSS.escape(card)}"]`;
  const field = document.querySelector<HTMLTextAreaElement>(at);
  return field?.readOnly === false ? field : null;
}

function type(field: HTMLTextAreaElement, { value, start, end }: Typed): void {
  field.focus();
  if (field.value !== value) {
    // Past React's own setter, which would take the letters for what it has written itself and say nothing of them.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, value);
    field.setSelectionRange(start, end);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(start, end);
}

/** What stood in one field, brought into another whose text has gone on since: only what was changed there is changed here. */
function carried(base: string, typed: Typed, now: string): Typed {
  if (now === base) return typed;
  const { from, removed, inserted } = changeOf(base, typed.value);
  const at = Math.min(from, now.length);
  const value = now.slice(0, at) + inserted + now.slice(Math.min(at + removed, now.length));
  const caret = at + inserted.length;
  return { value, start: caret, end: caret };
}
