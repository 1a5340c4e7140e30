// Writing on the board: one card, or the one that is about to be. Headless; the text field (TextEditor) shows what this says and tells
// it what was typed. Nothing typed is lost when others move, empty or bin the card meanwhile: the field stays open where it was.
import { cardHeight, type Gap, type PlacedCard, SHEET, type Target } from '@masa/shared/board';
import { type Box, cleanText, isBlank, LIMITS, type Unsubscribe, visibleLength } from '@masa/shared/core';
import { FACET } from '@masa/shared/document';
import type { Editor } from '../editor/Editor.ts';
import { ARRANGED } from '../editor/RecordStore.ts';
import { createStore, type Store } from '../editor/store.ts';
import { bindField, type FieldBinding } from './fieldBinding.ts';
import { cutText, splitText } from './longText.ts';

export interface Field {
  /** Another one for every field opened: the view makes a new text field and puts the cursor where `start` and `end` say. */
  readonly key: number;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Grows when the view has to show `value` and cursor although the writer did not type them. */
  readonly shown: number;
  /** Longer than a card may be: what is in the field is not saved. */
  readonly isTooLong: boolean;
  /** Visible characters. */
  readonly length: number;
  /** Where the field lies if its card is not on the board (yet, or any more). */
  readonly target: Target;
  readonly card: string | null;
}

/** What is written next, after Enter and Tab. */
export type After = 'close' | 'next-card' | 'next-cell' | 'previous-cell';

export interface Writer {
  readonly field: Store<Field | null>;
  /** Opens the field on a card. `typed` is added at the end: the key that opened it. */
  open(id: string, typed?: string): boolean;
  openNew(target: Target, typed?: string): boolean;
  input(value: string, start: number, end: number): void;
  composing(on: boolean): void;
  undo(): void;
  redo(): void;
  /** Closes the field and does what comes after. False if it has to stay open because its text could not be kept. */
  end(after?: After): boolean;
  /** Where the field lies on the board, in board units. */
  box(): Box | null;
  /** The line the cursor is in, of the field's box. */
  cursorLine(): Box | null;
  /** Makes several cards of one long text. */
  split(): void;
  /** Keeps the beginning on the card and moves the rest to its notes. */
  moveRest(): void;
  dispose(): void;
}

const heightOf = (lines: number): number => cardHeight(lines, 0);

/** @param linesOf the lines a text takes in a field of a width, for room held open before the card exists. */
/** What is typed on a chosen card is a word more; a full stop or comma belongs to the last one. */
const continued = (text: string, typed: string): string => (/\S$/u.test(text) && /^[\p{L}\p{N}]/u.test(typed) ? `${text} ${typed}` : text + typed);

export function createWriter(editor: Editor, linesOf: (text: string, width: number) => number): Writer {
  const { records, selection } = editor;
  const field = createStore<Field | null>(null);
  let binding: FieldBinding | null = null;
  let isComposing = false;
  let keys = 0;
  /** The writer has changed the card since somebody put it into the bin. */
  let changedInBin = false;

  const placed = (): PlacedCard | undefined => {
    const id = field.get()?.card;
    return id === null || id === undefined ? undefined : records.placement().cards.get(id);
  };

  const gapOf = (now: Field): Gap => {
    const cell = records.placement().cells.find((each) => each.id === now.target.cell);
    const width = (cell?.gap ?? cell?.tail)?.w ?? SHEET.cardMinWidth;
    return { cell: now.target.cell, index: now.target.index, height: heightOf(linesOf(now.value, width - 2 * SHEET.cardPaddingX)) };
  };

  /** Holds room open where the field is, unless its card lies there itself. */
  const arrange = (): void => {
    const now = field.get();
    if (!now) {
      if (records.arrangement.get() !== ARRANGED) records.arrangement.set(ARRANGED);
      return;
    }
    const card = now.card === null ? undefined : records.reader().get(now.card);
    const isThere = card !== undefined && card.gone === null && !isBlank(card.text) && records.reader().cellOf(card) !== undefined;
    if (isThere) {
      if (records.arrangement.get() !== ARRANGED) records.arrangement.set(ARRANGED);
      return;
    }
    const gap = gapOf(now);
    const before = records.arrangement.get().gap;
    if (before?.cell === gap.cell && before.index === gap.index && before.height === gap.height) return;
    records.arrangement.set({ without: new Set(), gap });
  };

  const update = (change: Partial<Field>): void => {
    const now = field.get();
    if (now) field.set({ ...now, ...change });
  };

  const bind = (id: string): boolean => {
    const typing = editor.write(id);
    if (!typing) return false;
    binding = bindField(
      typing,
      () => ({ start: field.get()?.start ?? 0, end: field.get()?.end ?? 0 }),
      (change) => {
        update({ ...change, shown: (field.get()?.shown ?? 0) + 1, length: visibleLength(change.value), isTooLong: false });
        arrange();
      },
    );
    return true;
  };

  const show = (value: string, target: Target, card: string | null): void => {
    keys += 1;
    changedInBin = false;
    isComposing = false;
    field.set({ key: keys, value, start: value.length, end: value.length, shown: 0, isTooLong: false, length: visibleLength(value), target, card });
    arrange();
  };

  const targetOf = (id: string): Target | null => {
    const at = records.placement().cards.get(id);
    return at ? { cell: at.cell, index: at.index } : null;
  };

  const keep = (value: string, start: number): void => {
    const now = field.get();
    if (!now || editor.readOnly.get() !== null) return;
    if (binding) {
      const change = binding.write(value, start);
      if (change) update({ ...change, shown: now.shown + 1, length: visibleLength(change.value) });
      if (now.card !== null && records.projection.get(now.card)?.gone) changedInBin = true;
      return;
    }
    if (now.card !== null || isBlank(value)) return;
    const typing = editor.begin(value);
    const made = editor.writing.get();
    if (!typing || made?.of !== 'card') return;
    typing.end();
    selection.only(made.id, now.target.cell);
    update({ card: made.id });
    bind(made.id);
  };

  const writer: Writer = {
    field,
    open(id, typed = '') {
      if (!writer.end()) return false;
      const target = targetOf(id);
      if (!target || !bind(id)) return false;
      const text = binding?.agreed ?? '';
      selection.only(id, target.cell);
      show(text, target, id);
      if (typed !== '') {
        const next = continued(text, typed);
        writer.input(next, next.length, next.length);
      }
      update({ shown: (field.get()?.shown ?? 0) + 1 });
      return true;
    },
    openNew(target, typed = '') {
      if (!writer.end() || editor.readOnly.get() !== null) return false;
      editor.writeNew(target);
      selection.at(target.cell);
      show('', target, null);
      if (typed !== '') writer.input(typed, typed.length, typed.length);
      update({ shown: (field.get()?.shown ?? 0) + 1 });
      return true;
    },
    input(raw, rawStart, rawEnd) {
      const before = field.get();
      if (!before) return;
      // Junk that came in by pasting is taken out at once, so that field and card say the same.
      const value = isComposing ? raw : cleanText(raw);
      const [start, end] = value === raw ? [rawStart, rawEnd] : [cleanText(raw.slice(0, rawStart)).length, cleanText(raw.slice(0, rawEnd)).length];
      if (value !== raw) update({ shown: before.shown + 1 });
      const length = visibleLength(value);
      const isTooLong = length > LIMITS.cardTextMax;
      update({ value, start, end, length, isTooLong });
      binding?.hold(isTooLong || isComposing || editor.readOnly.get() !== null);
      if (!isTooLong && !isComposing) keep(value, start);
      const at = field.get()?.card;
      const target = at === null || at === undefined ? null : targetOf(at);
      if (target) update({ target });
      arrange();
    },
    composing(on) {
      isComposing = on;
      binding?.hold(on || (field.get()?.isTooLong ?? false));
      const now = field.get();
      if (!on && now) writer.input(now.value, now.start, now.end);
    },
    undo: () => binding?.undo(),
    redo: () => binding?.redo(),
    end(after = 'close') {
      const now = field.get();
      if (!now) return true;
      if (isComposing) writer.composing(false);
      const last = field.get() ?? now;
      if (last.isTooLong) return false;
      // Writing was closed meanwhile: what could not be carried over stays in sight until it can, or is taken out.
      if (editor.readOnly.get() !== null && last.value !== (binding?.agreed ?? '')) return false;
      const target = (last.card === null ? null : targetOf(last.card)) ?? last.target;
      binding?.close();
      binding = null;
      field.set(null);
      arrange();
      editor.stopWriting();
      const stays = settle(last);
      if (stays) selection.only(stays, target.cell);
      else selection.at(target.cell);
      proceed(after, target, stays !== null);
      return true;
    },
    box() {
      const now = field.get();
      if (!now) return null;
      const card = placed();
      if (card) return card.box;
      const cell = records.placement().cells.find((each) => each.id === now.target.cell);
      return cell?.gap ?? cell?.tail ?? null;
    },
    cursorLine() {
      const [now, at] = [field.get(), writer.box()];
      if (!now || !at) return null;
      const line = linesOf(now.value.slice(0, now.end), at.w - 2 * SHEET.cardPaddingX) - 1;
      return { x: at.x, y: at.y + SHEET.cardPaddingY + line * SHEET.cardLine, w: at.w, h: SHEET.cardLine };
    },
    split() {
      const now = field.get();
      const [first, ...rest] = now ? splitText(now.value) : [];
      if (!now || first === undefined || rest.length === 0) return;
      writer.input(first, first.length, first.length);
      const { target } = field.get() ?? now;
      if (writer.end())
        editor.create(
          { cell: target.cell, index: target.index + 1 },
          rest.map((text) => ({ text })),
        );
    },
    moveRest() {
      const now = field.get();
      if (!now) return;
      const { kept, rest } = cutText(now.value);
      if (rest === '') return;
      writer.input(kept, kept.length, kept.length);
      update({ shown: (field.get()?.shown ?? 0) + 1 });
      const card = field.get()?.card;
      const record = card === null || card === undefined ? undefined : records.projection.get(card);
      if (record) editor.setField(record.id, FACET.notes, [record.notes, rest].filter((part) => part !== '').join('\n'));
    },
    dispose() {
      stop();
      stopReadOnly();
      binding?.close();
      binding = null;
      field.set(null);
      editor.stopWriting();
      arrange();
    },
  };

  /** What becomes of the card when the field closes. Returns its id if it is on the board. */
  const settle = ({ card, value, target }: Field): string | null => {
    if (card === null) return null;
    const record = records.projection.get(card);
    if (!record) return isBlank(value) ? null : (editor.create(target, [{ text: value }])[0] ?? null);
    if (record.gone !== null) {
      if (!changedInBin || isBlank(value)) return null;
      editor.restore([card]);
      return card;
    }
    if (!isBlank(record.text)) return card;
    editor.bin([card]);
    return null;
  };

  const proceed = (after: After, target: Target, hasCard: boolean): void => {
    if (after === 'close') return;
    if (after === 'next-card') {
      if (hasCard) writer.openNew({ cell: target.cell, index: target.index + 1 });
      return;
    }
    const cells = [...records.placement().cells].sort((a, b) => a.cell.order - b.cell.order);
    const at = cells.findIndex((cell) => cell.id === target.cell);
    const next = cells[(at + (after === 'next-cell' ? 1 : -1) + cells.length) % cells.length];
    if (next) writer.openNew({ cell: next.id, index: next.cards.length });
  };

  const stop: Unsubscribe = records.onRecords((ids) => {
    const now = field.get();
    if (!now) return;
    if (now.card !== null && ids.has(now.card)) {
      const target = targetOf(now.card);
      if (target && (target.cell !== now.target.cell || target.index !== now.target.index)) update({ target });
    }
    arrange();
  });
  const stopReadOnly: Unsubscribe = editor.readOnly.subscribe(() => {
    // What is in the field stays in sight and can be copied; it is only no longer carried over.
    if (editor.readOnly.get() !== null && binding) binding.hold(true);
  });
  return writer;
}
