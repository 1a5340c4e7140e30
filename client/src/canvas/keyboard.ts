// Keys and clipboard of the focused board. Decides between an action of the keymap and text that begins to be written.
import { cellAt, createCards, inReadingOrder, origin, type Target } from '@masa/shared/board';
import { centreOf, isBlank, LIMITS, type Point } from '@masa/shared/core';
import { type Edit, isCellPlace } from '@masa/shared/document';
import { createObjects, freePlace, type NewObject, NOTE_SIDE } from '@masa/shared/objects';
import { CARDS_TYPE, copyCards, listEntries, looksLikeList, pasteCards } from '../editor/clipboard.ts';
import { pasteObjects, readObjects } from '../editor/clipboardObjects.ts';
import type { Editor } from '../editor/Editor.ts';
import { actionOf, isPrintable, type KeyAction, type KeyPress, writesAt } from '../editor/keymap.ts';
import type { Writer } from './writer.ts';

export interface KeyboardOptions {
  readonly editor: Editor;
  readonly writer: Writer;
  readonly act: (action: KeyAction) => boolean;
  readonly space: (isDown: boolean) => void;
  /** Ends a pointer's gesture; false if there is none. */
  readonly cancelGesture: () => boolean;
  readonly onPaste: (text: string, target: Target) => void;
  /** Where the pointer is on the board; null = not on it. */
  readonly pointer: () => Point | null;
}

export interface Keyboard {
  /** True if the key was meant for the board: the browser then does nothing with it. */
  press(key: KeyPress): boolean;
  release(key: KeyPress): void;
  /** What goes to the clipboard; null = nothing is chosen. */
  copy(): { readonly text: string; readonly json: string } | null;
  cut(): { readonly text: string; readonly json: string } | null;
  /** @param isInPlace objects go to where they were copied instead of to the pointer */
  paste(text: string, json: string, isInPlace?: boolean): void;
}

export { CARDS_TYPE };

/** Between notes that are made at once, board units. */
const NOTE_GAP = 20;

export function createKeyboard({ editor, writer, act, space, cancelGesture, onPaste, pointer }: KeyboardOptions): Keyboard {
  const { selection, records, camera } = editor;

  const end = (): Target | null => {
    const { cell, card } = selection.get();
    const placed = card === null ? undefined : records.placement().cards.get(card);
    if (placed) return { cell: placed.cell, index: placed.index + 1 };
    const at = records.placement().cells.find((each) => each.id === cell);
    return at ? { cell: at.id, index: at.cards.length } : null;
  };
  const cellUnder = (at: Point): Target | null => {
    const cell = cellAt(records.placement(), at);
    return cell ? { cell: cell.id, index: cell.cards.length } : null;
  };
  /** Texts as notes in a square block, its middle at a point. */
  const notesOf = (texts: readonly string[], at: Point): readonly Edit[] => {
    const columns = Math.ceil(Math.sqrt(texts.length));
    const step = NOTE_SIDE + NOTE_GAP;
    const [left, top] = [at.x - (columns * step) / 2, at.y - (Math.ceil(texts.length / columns) * step) / 2];
    const notes = texts.map((text, index): NewObject => {
      const [x, y] = [left + (index % columns) * step, top + Math.floor(index / columns) * step];
      const looks = { colour: editor.toolbox.next.get().noteColour };
      return { type: 'note', place: freePlace({ x, y, w: NOTE_SIDE, h: NOTE_SIDE }), text, looks };
    });
    return createObjects(editor.board(), notes, editor.context(), origin('pasted'));
  };
  /** A text goes where the keyboard is or the pointer points: into a cell as cards, beside the sheet as notes. */
  const pasteText = (text: string, target: Target | null, at: Point): void => {
    if (isBlank(text)) return;
    const isMany = looksLikeList(text) || text.length > LIMITS.cardTextMax;
    if (target && (isMany || end() === null)) onPaste(text, target);
    else if (target) selection.many(editor.create(target, [{ text: text.trim() }], origin('pasted')));
    else {
      const texts = isMany ? listEntries(text).slice(0, LIMITS.pastedListMax) : [text.trim()];
      selection.many(editor.perform(notesOf(texts, at)).map((edit) => edit.id));
    }
  };
  const copy = (): { readonly text: string; readonly json: string } | null => {
    const { ids } = selection.get();
    const loose = editor
      .board()
      .free()
      .filter((record) => ids.has(record.id));
    const chosen = [...inReadingOrder(editor.board(), ids).filter((record) => isCellPlace(record.place)), ...loose];
    return chosen.length === 0 ? null : copyCards(chosen);
  };

  return {
    press(key) {
      if (key.key === ' ' && !key.mod && !key.alt) {
        space(true);
        return true;
      }
      if (key.key === 'Escape' && cancelGesture()) return true;
      const { cell, card } = selection.get();
      const mayWrite = editor.readOnly.get() === null;
      const isText = isPrintable(key);
      if (isText && mayWrite && cell !== null && card === null) {
        const target = end();
        return target !== null && writer.openNew(target, key.key);
      }
      const action = actionOf(key, writesAt(editor));
      // A sign that has nothing to do here is written, as every other.
      const isDone = action !== undefined && act(action);
      if (isDone || (action && !isText)) return isDone;
      if (!mayWrite) return false;
      // A dead key or an input method: the field opens and takes what comes out of it.
      const typed = isText ? key.key : key.key === 'Dead' || key.key === 'Process' ? '' : null;
      if (typed === null) return false;
      if (card !== null) {
        const opened = writer.open(card, typed);
        return opened && isText;
      }
      return false;
    },
    release(key) {
      if (key.key === ' ') space(false);
    },
    copy,
    cut() {
      if (editor.readOnly.get() !== null) return null;
      const copied = copy();
      if (copied) act('bin');
      return copied;
    },
    paste(text, json, isInPlace = false) {
      if (editor.readOnly.get() !== null) return;
      const objects = readObjects(json, editor.board());
      const cards = pasteCards(json, editor.board());
      const at = pointer() ?? centreOf(camera.visible());
      const target = end() ?? cellUnder(at);
      if (!objects && !cards) {
        pasteText(text, target, at);
        return;
      }
      const edits = [
        ...(objects ? pasteObjects(editor.board(), objects, isInPlace ? null : at, editor.context()) : []),
        ...(cards && target ? createCards(editor.board(), target, cards, editor.context(), origin('pasted')) : []),
        ...(cards && !target
          ? notesOf(
              cards.map((card) => card.text),
              at,
            )
          : []),
      ];
      selection.many(editor.perform(edits).map((edit) => edit.id));
    },
  };
}
