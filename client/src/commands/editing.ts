// What is done to what is chosen: taking back, copying, putting away, moving between cells and the free layer.
import { createCards, origin, strayCellOf } from '@masa/shared/board';
import { type BoardRecord, isCellPlace } from '@masa/shared/document';
import { duplicate, isLocked } from '@masa/shared/objects';
import { chosenCards, chosenFree, chosenRecords, takeChosenOut } from '../editor/arrangement.ts';
import type { Editor } from '../editor/Editor.ts';
import { type Command, type CommandHost, first, needsCells, needsWriting, type Reason } from './command.ts';
import { needsCanvas } from './making.ts';

/** Copies lie this far right of and below what they are copies of, board units. */
const COPY_OFFSET = 24;

export const needsChosen = ({ editor }: CommandHost): Reason | null => (editor.selection.get().ids.size === 0 ? 'whyNothingChosen' : null);

/** The sentence for things that are locked. */
export const lockReason = (records: readonly BoardRecord[]): Reason =>
  records.some((record) => record.lock?.staff) ? 'whyLockedByStaff' : 'whyLocked';

/** Something of what is chosen is not locked. */
export const needsUnlocked = ({ editor }: CommandHost): Reason | null => {
  const records = chosenRecords(editor);
  return records.length > 0 && records.every(isLocked) ? lockReason(records) : null;
};

const mayChange = first(needsWriting, needsChosen, needsUnlocked);

/** Whether a chosen card can be taken out of the cell it lies in. */
const mayLeave = (editor: Editor): boolean => chosenCards(editor).some((record) => strayCellOf(editor.board(), record) !== null);

const needsCard = ({ editor }: CommandHost): Reason | null => (chosenCards(editor).length === 0 ? 'whyNoCard' : null);

const oneChosen = ({ editor }: CommandHost): string | null => {
  const { ids, card } = editor.selection.get();
  return ids.size === 1 ? card : null;
};

/** What can lie in a cell. */
const movable = (editor: Editor): readonly string[] =>
  chosenRecords(editor)
    .filter((record) => !isLocked(record) && !record.inert && (isCellPlace(record.place) || (editor.kind.types[record.type]?.can.beCard ?? false)))
    .map((record) => record.id);

function duplicateChosen(editor: Editor): void {
  const board = editor.board();
  const free = duplicate(
    board,
    chosenFree(editor).map((record) => record.id),
    COPY_OFFSET,
    COPY_OFFSET,
    editor.context(),
  );
  const placement = editor.records.placement();
  const cards = chosenCards(editor).flatMap((record) => {
    const placed = placement.cards.get(record.id);
    if (!placed || record.inert) return [];
    const target = { cell: placed.cell, index: placed.index + 1 };
    return createCards(board, target, [{ text: record.text, fields: record.fields }], editor.context(), origin('pasted'));
  });
  const made = new Set(editor.perform([...free.edits, ...cards]).map((edit) => edit.id));
  const copies = [...free.copies.values(), ...cards.map((edit) => edit.id)].filter((id) => made.has(id));
  if (copies.length === 0) return;
  const { cell } = editor.selection.get();
  editor.selection.set({ ids: new Set(copies), cell: cards.length > 0 && free.copies.size === 0 ? cell : null, card: copies.at(-1) ?? null });
}

function chooseAll(editor: Editor): void {
  const free = editor.records.free().all();
  const ids = [...editor.records.placement().cards.keys(), ...free.filter((placed) => !isLocked(placed.record)).map((placed) => placed.id)];
  editor.selection.set({ ids: new Set(ids), cell: null, card: ids.at(-1) ?? null });
}

export const EDITING: readonly Command[] = [
  {
    id: 'undo',
    group: 'edit',
    label: 'undo',
    whyNot: first(needsWriting, ({ editor }) => (editor.history.state.canUndo ? null : 'whyNothingToUndo')),
    run: ({ editor }) => editor.undo(),
  },
  {
    id: 'redo',
    group: 'edit',
    label: 'redo',
    whyNot: first(needsWriting, ({ editor }) => (editor.history.state.canRedo ? null : 'whyNothingToRedo')),
    run: ({ editor }) => editor.redo(),
  },
  {
    id: 'edit',
    group: 'edit',
    label: 'edit',
    whyNot: first(needsCanvas, mayChange, (host) => (oneChosen(host) === null ? 'whyNotOne' : null)),
    run({ editor, stage }) {
      // With a tool in the hand the key makes something: here something is to be written.
      editor.toolbox.take('select');
      stage?.act('edit');
    },
  },
  { id: 'copy', group: 'edit', label: 'copy', whyNot: first(needsCanvas, needsChosen), run: ({ clip }) => clip('copy') },
  { id: 'cut', group: 'edit', label: 'cut', whyNot: first(needsCanvas, mayChange), run: ({ clip }) => clip('cut') },
  { id: 'paste', group: 'edit', label: 'paste', whyNot: first(needsCanvas, needsWriting), run: ({ clip }) => clip('paste') },
  {
    id: 'paste-in-place',
    group: 'edit',
    label: 'paste-in-place',
    whyNot: first(needsCanvas, needsWriting),
    run: ({ clip }) => clip('paste-in-place'),
  },
  { id: 'duplicate', group: 'edit', label: 'duplicate', whyNot: first(needsWriting, needsChosen), run: ({ editor }) => duplicateChosen(editor) },
  {
    id: 'bin',
    group: 'edit',
    label: 'bin',
    whyNot: mayChange,
    run({ editor, bin }) {
      bin(
        chosenRecords(editor)
          .filter((record) => !isLocked(record))
          .map((record) => record.id),
      );
    },
  },
  { id: 'select-all', group: 'edit', label: 'select-all', whyNot: needsCanvas, run: ({ editor }) => chooseAll(editor) },
  { id: 'paste-sheet', group: 'edit', label: 'paste-sheet', whyNot: needsWriting, run: ({ pasteSheet }) => pasteSheet() },
  {
    id: 'details',
    group: 'cards',
    label: 'details',
    whyNot: first(needsChosen, needsCard, (host) => (oneChosen(host) === null ? 'whyNotOne' : null)),
    run(host) {
      const id = oneChosen(host);
      if (id !== null) host.openCard(id);
    },
  },
  {
    id: 'move-to',
    group: 'cards',
    label: 'move-to',
    whyNot: first(mayChange, needsCells, ({ editor }) => (movable(editor).length === 0 ? 'whyNoCardOrNote' : null)),
    run: ({ editor, moveTo }) => moveTo(movable(editor)),
  },
  {
    id: 'take-out',
    group: 'cards',
    label: 'take-out',
    whyNot: first(needsCanvas, mayChange, needsCard, ({ editor }) => (mayLeave(editor) ? null : 'whyStays')),
    run({ editor }) {
      const ids = editor.perform(takeChosenOut(editor)).map((edit) => edit.id);
      const [id] = ids;
      if (id === undefined) return;
      const lies = editor.records.placement().cards.get(id);
      editor.selection.set({ ids: new Set(ids), cell: lies?.cell ?? null, card: id });
      const box = editor.records.free().get(id)?.bounds ?? lies?.box;
      if (box) editor.camera.reveal(box, 48);
    },
  },
];
