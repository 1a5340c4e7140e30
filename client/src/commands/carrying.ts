// What goes from board to board: copies of what is chosen to another one, and cards of others into this.
import { isCarriable } from '@masa/shared/board';
import { chosenRecords } from '../editor/arrangement.ts';
import type { Editor } from '../editor/Editor.ts';
import { type Command, type CommandHost, first, needsWriting, type Reason } from './command.ts';

/** Ids of what is chosen and has a text to carry. Nothing is changed here, so locks and reading rights do not matter. */
const carriable = (editor: Editor): readonly string[] => {
  const board = editor.board();
  return chosenRecords(editor)
    .filter((record) => isCarriable(board, record))
    .map(({ id }) => id);
};

const needsCarriable = ({ editor }: CommandHost): Reason | null => (carriable(editor).length === 0 ? 'whyNoCardOrNote' : null);

export const CARRYING: readonly Command[] = [
  {
    id: 'carry-to',
    group: 'cards',
    label: 'carry-to',
    whyNot: first(({ carryTo }) => (carryTo ? null : 'whyNotHere'), needsCarriable),
    run: ({ editor, carryTo }) => carryTo?.(carriable(editor)),
  },
  {
    id: 'bring-in',
    group: 'cards',
    label: 'bring-in',
    whyNot: first(({ bringIn }) => (bringIn ? null : 'whyNotHere'), needsWriting),
    run: ({ editor, bringIn }) => bringIn?.(editor.selection.get().cell),
  },
];
