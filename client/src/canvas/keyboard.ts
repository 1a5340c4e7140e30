// Keys and clipboard of the focused board. Decides between an action of the keymap and text that begins to be written.
import { cellAt, createCards, inReadingOrder, type NewCard, origin, type Target } from '@masa/shared/board';
import { type Box, centreOf, isBlank, LIMITS, type Point, visibleLength } from '@masa/shared/core';
import { type Edit, isCellPlace } from '@masa/shared/document';
import { createObjects, freePlace, type NewObject, NOTE_SIDE } from '@masa/shared/objects';
import { CARDS_TYPE, copyCards, listEntries, looksLikeList, pasteCards } from '../editor/clipboard.ts';
import { type EndsOf, pasteObjects, readObjects } from '../editor/clipboardObjects.ts';
import type { Editor } from '../editor/Editor.ts';
import { actionOf, asksAgain, isPrintable, type KeyAction, type KeyPress, writesAt } from '../editor/keymap.ts';
import { splitText } from './longText.ts';
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

/** What is longer than a text may be becomes several. */
const partsOf = (text: string): readonly string[] => (visibleLength(text) > LIMITS.cardTextMax ? splitText(text, LIMITS.cardTextLong) : [text]);

/** Between notes that are made at once, board units. */
const NOTE_GAP = 20;
const STEP = NOTE_SIDE + NOTE_GAP;
const columnsOf = (count: number): number => Math.ceil(Math.sqrt(count));

const textsOf = (cards: readonly NewCard[]): readonly string[] => cards.map((card) => card.text);

/** The middle of a block of notes right of objects that are pasted around a point. */
const beside = (objects: Box, { x, y }: Point, count: number): Point => ({ x: x + objects.w / 2 + NOTE_GAP + (columnsOf(count) * STEP) / 2, y });

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
    const columns = columnsOf(texts.length);
    const [left, top] = [at.x - (columns * STEP) / 2, at.y - (Math.ceil(texts.length / columns) * STEP) / 2];
    const notes = texts.map((text, index): NewObject => {
      const [x, y] = [left + (index % columns) * STEP, top + Math.floor(index / columns) * STEP];
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
      const texts = (isMany ? listEntries(text) : [text.trim()]).flatMap(partsOf).slice(0, LIMITS.pastedListMax);
      selection.many(editor.perform(notesOf(texts, at)).map((edit) => edit.id));
    }
  };
  const endsOf: EndsOf = (id) => {
    const [from, to] = [records.free().get(id)?.route?.points[0], records.free().get(id)?.route?.points.at(-1)];
    return (
      from &&
      to && [
        [from.x, from.y],
        [to.x, to.y],
      ]
    );
  };
  const copy = (): { readonly text: string; readonly json: string } | null => {
    const { ids } = selection.get();
    const loose = editor
      .board()
      .free()
      .filter((record) => ids.has(record.id));
    const chosen = [...inReadingOrder(editor.board(), ids).filter((record) => isCellPlace(record.place)), ...loose];
    return chosen.length === 0 ? null : copyCards(chosen, endsOf);
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
      const isAgain = asksAgain(key, editor);
      if (isText && mayWrite && cell !== null && card === null && !isAgain) {
        const target = end();
        return target !== null && writer.openNew(target, key.key);
      }
      const action = actionOf(key, writesAt(editor) && !isAgain);
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
        ...(cards && !target ? notesOf(textsOf(cards), objects ? beside(objects.box, at, cards.length) : at) : []),
      ];
      selection.many(editor.perform(edits).map((edit) => edit.id));
    },
  };
}
