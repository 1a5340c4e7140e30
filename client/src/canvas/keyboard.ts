// Keys and clipboard of the focused board. Decides between an action of the keymap and text that begins to be written.
import { inReadingOrder, origin, type Target } from '@masa/shared/board';
import { isBlank, LIMITS } from '@masa/shared/core';
import { CARDS_TYPE, copyCards, looksLikeList, pasteCards } from '../editor/clipboard.ts';
import type { Editor } from '../editor/Editor.ts';
import { actionOf, type BoardAction, isPrintable, type KeyPress } from '../editor/keymap.ts';
import type { Writer } from './writer.ts';

export interface KeyboardOptions {
  readonly editor: Editor;
  readonly writer: Writer;
  readonly act: (action: BoardAction) => boolean;
  readonly space: (isDown: boolean) => void;
  /** Ends a pointer's gesture; false if there is none. */
  readonly cancelGesture: () => boolean;
  readonly onPaste: (text: string, target: Target) => void;
}

export interface Keyboard {
  /** True if the key was meant for the board: the browser then does nothing with it. */
  press(key: KeyPress): boolean;
  release(key: KeyPress): void;
  /** What goes to the clipboard; null = nothing is chosen. */
  copy(): { readonly text: string; readonly json: string } | null;
  cut(): { readonly text: string; readonly json: string } | null;
  paste(text: string, json: string): void;
}

export { CARDS_TYPE };

export function createKeyboard({ editor, writer, act, space, cancelGesture, onPaste }: KeyboardOptions): Keyboard {
  const { selection, records } = editor;

  const end = (): Target | null => {
    const { cell, card } = selection.get();
    const placed = card === null ? undefined : records.placement().cards.get(card);
    if (placed) return { cell: placed.cell, index: placed.index + 1 };
    const at = records.placement().cells.find((each) => each.id === cell);
    return at ? { cell: at.id, index: at.cards.length } : null;
  };
  const copy = (): { readonly text: string; readonly json: string } | null => {
    const chosen = inReadingOrder(editor.board(), selection.get().ids);
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
      const action = actionOf(key);
      if (action) return act(action);
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
    paste(text, json) {
      if (editor.readOnly.get() !== null) return;
      const target = end() ?? { cell: editor.board().template.cells[0]?.id ?? '', index: 0 };
      const cards = pasteCards(json, editor.board());
      if (cards) {
        const ids = editor.create(target, cards, origin('pasted'));
        selection.many(ids);
        return;
      }
      if (isBlank(text)) return;
      if (looksLikeList(text) || text.length > LIMITS.cardTextMax || end() === null) onPaste(text, target);
      else selection.many(editor.create(target, [{ text: text.trim() }], origin('pasted')));
    },
  };
}
