// Writing on the board: one card or object, or the one that is about to be. Headless; the text field (TextEditor) shows what this says
// and tells it what was typed. Nothing typed is lost when others move, empty or bin it meanwhile: the field stays open where it was.
import type { Typesetting } from '@masa/shared/board';
import { cleanText, createId, isBlank, LIMITS, type Unsubscribe, visibleLength } from '@masa/shared/core';
import { type BoardRecord, FACET, isCellPlace } from '@masa/shared/document';
import type { Editor } from '../editor/Editor.ts';
import { createStore } from '../editor/store.ts';
import { recordOf } from '../tools/newObjects.ts';
import { bindField, type FieldBinding } from './fieldBinding.ts';
import { cutText, splitText } from './longText.ts';
import { isTitle } from './textOverlay.ts';
import { createTypesetting } from './typesetting.ts';
import { createCellGround } from './writerCells.ts';
import type { CellField, Field, FreeField, Opening, Spot, Writer } from './writerFields.ts';
import { createObjectGround } from './writerObjects.ts';

export type { After, CellField, Field, Writer } from './writerFields.ts';

/** What is typed on a chosen card is a word more; a full stop or comma belongs to the last one. */
const continued = (text: string, typed: string): string => (/\S$/u.test(text) && /^[\p{L}\p{N}]/u.test(typed) ? `${text} ${typed}` : text + typed);

/** A field without where it lies. */
const textOf = ({ key, value, start, end, shown, isTooLong, length, card }: Field): Omit<CellField, 'in' | 'target'> => ({
  key,
  value,
  start,
  end,
  shown,
  isTooLong,
  length,
  card,
});

const cleanTitle = (text: string): string => cleanText(text).replaceAll('\n', ' ');

/**
 * @param linesOf the lines a text takes in a card's field of a width, for room held open before the card exists.
 * @param measure the typesetting the board's free layer is placed with, asked for when something is written there.
 */
export function createWriter(
  editor: Editor,
  linesOf: (text: string, width: number) => number,
  measure: () => Typesetting = createTypesetting,
): Writer {
  const { records } = editor;
  const field = createStore<Field | null>(null);
  const cells = createCellGround(editor, linesOf);
  const objects = createObjectGround(editor, measure);
  let binding: FieldBinding | null = null;
  let isComposing = false;
  let keys = 0;
  /** The writer has changed the card since somebody put it into the bin. */
  let changedInBin = false;

  const spotOf = (now: Field): Spot => (now.in === 'cell' ? cells.at(now) : objects.at(now));

  const arrange = (): void => {
    const now = field.get();
    cells.arrange(now?.in === 'cell' ? now : null);
  };

  const update = (change: Partial<Pick<Field, 'value' | 'start' | 'end' | 'shown' | 'isTooLong' | 'length' | 'card'>>): void => {
    const now = field.get();
    if (now) field.set({ ...now, ...change });
  };

  /** The field goes where its card went, into a cell or out of it, and takes the looks its object got. */
  const follow = (): void => {
    const now = field.get();
    if (!now || now.card === null) return;
    const target = cells.targetOf(now.card);
    if (target) {
      if (now.in === 'free' || target.cell !== now.target.cell || target.index !== now.target.index)
        field.set({ ...textOf(now), in: 'cell', target });
      return;
    }
    const record = records.projection.get(now.card);
    if (!record || isCellPlace(record.place)) return;
    if (now.in === 'cell' || record !== now.record) field.set({ ...textOf(now), in: 'free', record });
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

  const show = (at: Pick<CellField, 'in' | 'target' | 'card'> | Pick<FreeField, 'in' | 'record' | 'card'>, value: string, typed: string): void => {
    keys += 1;
    changedInBin = false;
    isComposing = false;
    field.set({ ...at, key: keys, value, start: value.length, end: value.length, shown: 0, isTooLong: false, length: visibleLength(value) });
    arrange();
    if (typed !== '') {
      const next = continued(value, typed);
      writer.input(next, next.length, next.length);
    }
    update({ shown: (field.get()?.shown ?? 0) + 1 });
  };

  const keep = (value: string, start: number): void => {
    const now = field.get();
    if (!now || editor.readOnly.get() !== null) return;
    // Purged meanwhile: what is in the field becomes another one when it closes.
    if (now.card !== null && !records.projection.get(now.card)) return;
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
    update({ card: made.id });
    spotOf(field.get() ?? now).choose(made.id);
    bind(made.id);
  };

  const proceed = (to: Opening | null): void => {
    if (!to) return;
    if ('target' in to) writer.openNew(to.target);
    else if ('object' in to) writer.openNewObject(to.object);
    else writer.open(to.id);
  };

  const writer: Writer = {
    field,
    open(id, typed = '') {
      if (!writer.end()) return false;
      const target = cells.targetOf(id);
      const record: BoardRecord | null = target ? null : objects.recordOf(id);
      if ((!target && !record) || !bind(id)) return false;
      editor.selection.only(id, target?.cell ?? null);
      const text = binding?.agreed ?? '';
      if (target) show({ in: 'cell', target, card: id }, text, typed);
      else if (record) show({ in: 'free', record, card: id }, text, typed);
      return true;
    },
    openNew(target, typed = '') {
      if (!writer.end() || editor.readOnly.get() !== null) return false;
      editor.writeNew(target);
      editor.selection.at(target.cell);
      show({ in: 'cell', target, card: null }, '', typed);
      return true;
    },
    openNewObject(object, typed = '') {
      if (!writer.end() || editor.readOnly.get() !== null) return false;
      const made = { ...object, id: object.id ?? createId() };
      editor.writeNewObject(made);
      editor.selection.clear();
      show({ in: 'free', record: recordOf(editor, made), card: null }, '', typed);
      return true;
    },
    input(raw, rawStart, rawEnd) {
      const before = field.get();
      if (!before) return;
      // Junk that came in by pasting is taken out at once, so that field and card say the same.
      const clean = before.in === 'free' && isTitle(before.record) ? cleanTitle : cleanText;
      const value = isComposing ? raw : clean(raw);
      const [start, end] = value === raw ? [rawStart, rawEnd] : [clean(raw.slice(0, rawStart)).length, clean(raw.slice(0, rawEnd)).length];
      if (value !== raw) update({ shown: before.shown + 1 });
      const length = visibleLength(value);
      const isTooLong = length > LIMITS.cardTextMax;
      update({ value, start, end, length, isTooLong });
      binding?.hold(isTooLong || isComposing || editor.readOnly.get() !== null);
      if (!isTooLong && !isComposing) keep(value, start);
      follow();
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
      if (isComposing) writer.composing(false);
      follow();
      const last = field.get();
      if (!last) return true;
      if (last.isTooLong) return false;
      // Writing was closed meanwhile: what could not be carried over stays in sight until it can, or is taken out.
      if (editor.readOnly.get() !== null && last.value !== (binding?.agreed ?? '')) return false;
      // On a full board it does not exist: it is only here.
      if (last.card === null && !isBlank(last.value) && !editor.hasRoom(1)) return false;
      binding?.close();
      binding = null;
      field.set(null);
      arrange();
      editor.stopWriting();
      const spot = spotOf(last);
      const stays = spot.settle(changedInBin);
      spot.choose(stays);
      proceed(after === 'close' ? null : spot.next(after, stays !== null));
      return true;
    },
    box() {
      const now = field.get();
      return now && spotOf(now).box();
    },
    cursorLine() {
      const now = field.get();
      return now && spotOf(now).cursorLine();
    },
    look(zoom) {
      const now = field.get();
      return now?.in === 'free' ? objects.look(now, zoom) : null;
    },
    split() {
      const now = field.get();
      const [first, ...rest] = now?.in === 'cell' ? splitText(now.value) : [];
      if (now?.in !== 'cell' || first === undefined || rest.length === 0) return;
      writer.input(first, first.length, first.length);
      const then = field.get();
      const { target } = then?.in === 'cell' ? then : now;
      if (!writer.end()) return;
      const texts = rest.map((text) => ({ text }));
      editor.create({ cell: target.cell, index: target.index + 1 }, texts);
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
      stopTaken();
      binding?.close();
      binding = null;
      field.set(null);
      editor.stopWriting();
      arrange();
    },
  };

  /** Carries over what was typed while nothing could be written, and shows what others wrote. */
  const resume = (): void => {
    const now = field.get();
    if (now) writer.input(now.value, now.start, now.end);
  };
  const stop: Unsubscribe = records.onRecords((ids) => {
    const now = field.get();
    if (!now) return;
    if (now.card !== null && ids.has(now.card)) follow();
    arrange();
  });
  const stopTaken: Unsubscribe = editor.onTaken((ids) => {
    const now = field.get();
    if (!now || now.card === null || !ids.has(now.card)) return;
    const isKept = now.value === (binding?.agreed ?? '');
    binding?.close();
    binding = null;
    // What was not carried over stays in sight and can be copied.
    if (!isKept) return;
    field.set(null);
    arrange();
  });
  const stopReadOnly: Unsubscribe = editor.readOnly.subscribe(() => {
    // What is in the field stays in sight and can be copied; it is only no longer carried over, until the board opens again.
    if (editor.readOnly.get() !== null) binding?.hold(true);
    else resume();
  });
  return writer;
}
