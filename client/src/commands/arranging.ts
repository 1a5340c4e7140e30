// Putting chosen objects in order: in line, at equal distances, one over another, together, and fast.
import type { Edit } from '@masa/shared/document';
import { groupObjects, isLocked, lock, mayUnlock, type Reorder, reorder, ungroupObjects, unlock } from '@masa/shared/objects';
import { alignChosen, chosenFree, chosenRecords, distributeChosen, tidyChosen, unitsOf } from '../editor/arrangement.ts';
import type { Editor } from '../editor/Editor.ts';
import { type Command, type CommandHost, first, needsWriting, type Reason } from './command.ts';
import { lockReason, needsChosen } from './editing.ts';
import { needsCanvas } from './making.ts';

/** So many things that can be moved are chosen, a group being one. */
const needsUnits =
  (count: 2 | 3) =>
  ({ editor }: CommandHost): Reason | null => {
    const free = chosenFree(editor);
    if (unitsOf(editor).length >= count) return null;
    if (free.length >= count && free.some(isLocked)) return lockReason(free);
    return count === 2 ? 'whyTwo' : 'whyThree';
  };

/** Something of the free layer is chosen that is not locked. */
const needsFree = ({ editor }: CommandHost): Reason | null => {
  const free = chosenFree(editor);
  if (free.length === 0) return 'whyNoFree';
  return free.every(isLocked) ? lockReason(free) : null;
};

const base = first(needsCanvas, needsWriting, needsChosen);

const arranging = (
  id:
    | 'align-left'
    | 'align-centre'
    | 'align-right'
    | 'align-top'
    | 'align-middle'
    | 'align-bottom'
    | 'distribute-horizontal'
    | 'distribute-vertical'
    | 'tidy',
  least: 2 | 3,
  edits: (editor: Editor) => readonly Edit[],
): Command => ({
  id,
  group: 'arrange',
  label: id,
  whyNot: first(base, needsUnits(least)),
  run: ({ editor }) => void editor.perform(edits(editor)),
});

const stacking = (to: Reorder): Command => ({
  id: to,
  group: 'arrange',
  label: to,
  whyNot: first(base, needsFree),
  run({ editor }) {
    editor.perform(
      reorder(
        editor.board(),
        chosenFree(editor).map((record) => record.id),
        to,
      ),
    );
  },
});

const idsOf = (editor: Editor): readonly string[] => chosenRecords(editor).map((record) => record.id);

export const ARRANGING: readonly Command[] = [
  arranging('align-left', 2, (editor) => alignChosen(editor, 'left')),
  arranging('align-centre', 2, (editor) => alignChosen(editor, 'centre')),
  arranging('align-right', 2, (editor) => alignChosen(editor, 'right')),
  arranging('align-top', 2, (editor) => alignChosen(editor, 'top')),
  arranging('align-middle', 2, (editor) => alignChosen(editor, 'middle')),
  arranging('align-bottom', 2, (editor) => alignChosen(editor, 'bottom')),
  arranging('distribute-horizontal', 3, (editor) => distributeChosen(editor, 'horizontal')),
  arranging('distribute-vertical', 3, (editor) => distributeChosen(editor, 'vertical')),
  arranging('tidy', 2, tidyChosen),
  stacking('front'),
  stacking('forward'),
  stacking('backward'),
  stacking('back'),
  {
    id: 'group',
    group: 'arrange',
    label: 'group',
    whyNot: first(base, ({ editor }) => (groupObjects(editor.board(), editor.selection.get().ids).length > 0 ? null : 'whyTwo'), needsUnits(2)),
    run({ editor }) {
      const ids = idsOf(editor);
      editor.perform(groupObjects(editor.board(), ids));
      editor.selection.set({ ids: new Set(ids), cell: null, card: ids.at(-1) ?? null });
    },
  },
  {
    id: 'ungroup',
    group: 'arrange',
    label: 'ungroup',
    whyNot: first(base, needsFree, ({ editor }) => (ungroupObjects(editor.board(), idsOf(editor)).length > 0 ? null : 'whyNoGroup')),
    run({ editor }) {
      const ids = idsOf(editor);
      editor.perform(ungroupObjects(editor.board(), ids));
      editor.selection.set({ ids: new Set(ids), cell: null, card: ids.at(-1) ?? null });
    },
  },
  {
    id: 'lock',
    group: 'arrange',
    label: 'lock',
    orElse: 'unlock',
    whyNot: first(needsWriting, needsChosen, ({ editor }) => (chosenRecords(editor).some((record) => !isLocked(record)) ? null : 'whyIsLocked')),
    run: ({ editor }) => void editor.perform(lock(editor.board(), idsOf(editor), editor.context())),
  },
  {
    id: 'unlock',
    group: 'arrange',
    label: 'unlock',
    whyNot: first(needsWriting, needsChosen, ({ editor }) => {
      const records = chosenRecords(editor);
      if (records.some((record) => mayUnlock(record, editor.context()))) return null;
      return records.some(isLocked) ? 'whyLockedByStaff' : 'whyNotLocked';
    }),
    run: ({ editor }) => void editor.perform(unlock(editor.board(), idsOf(editor), editor.context())),
  },
];
