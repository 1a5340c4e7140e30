// What of a set-aside copy can go back on the board. A refusal takes a whole update: where one change in it was to something a
// facilitator had locked, all the others were honest, and their author is still here.
import { type Edit, FACET, marksOf, objectsOf, parseMarkKey, restoreEdits } from '@masa/shared/document';
import * as Y from 'yjs';

/**
 * The edits by which `doc`, the board as the server has it, says what it would say had the copy been taken, but for what lies under a
 * facilitator's lock, and for what `mayChange` says is somebody else's. Others' changes stay: the two are merged as Yjs merges them, text by letters. Pure.
 */
export function rescueEdits(doc: Y.Doc, copy: Uint8Array, mayChange: (id: string) => boolean = () => true): readonly Edit[] {
  const merged = new Y.Doc();
  try {
    for (const update of [Y.encodeStateAsUpdate(doc), copy]) Y.applyUpdate(merged, update);
    const nobody = { by: '', name: '', at: 0 };
    const objects = objectsOf(merged);
    const edits = restoreEdits(doc, merged, { typeOf: () => undefined, stamp: nobody, isStaff: false }).map((edit) =>
      // Whoever put something in the bin did so then.
      edit.do === 'set' && edit.facet === FACET.gone && edit.value !== null ? { ...edit, value: objects.get(edit.id)?.get(FACET.gone) } : edit,
    );
    return [...edits.filter((edit) => edit.do === 'create' || edit.do === 'mark' || mayChange(edit.id)), ...markEdits(doc, merged)];
  } finally {
    merged.destroy();
  }
}

function markEdits(doc: Y.Doc, merged: Y.Doc): readonly Edit[] {
  const [here, there] = [marksOf(doc), marksOf(merged)];
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((key): readonly Edit[] => {
    const mark = parseMarkKey(key);
    const on = there.get(key) === true;
    return mark && (here.get(key) === true) !== on ? [{ do: 'mark', by: mark.by, id: mark.on, mark: mark.mark, on }] : [];
  });
}
