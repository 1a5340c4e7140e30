// Applies edits to a document in one transaction. Facets that hold structure cannot be set to nonsense by our own code: `type`
// never changes, objects are never removed (only the caretaker purges), texts change by difference.
import * as Y from 'yjs';
import { cleanText, isId, sameJson } from '../core/index.ts';
import type { Edit, EditOrigin } from './edit.ts';
import { FACET, marksOf, type ObjectMap, objectsOf } from './layout.ts';
import { markKey } from './marks.ts';
import { replaceText } from './textBinding.ts';

/** Applies what can be applied and returns the edits that changed something. Edits of objects that do not exist are skipped. */
export function apply(doc: Y.Doc, edits: readonly Edit[], origin: EditOrigin): readonly Edit[] {
  const done: Edit[] = [];
  doc.transact(() => {
    const objects = objectsOf(doc);
    for (const edit of edits) if (edit.do === 'mark' ? applyMark(doc, edit) : applyOne(objects, edit, origin)) done.push(edit);
  }, origin);
  return done;
}

function applyMark(doc: Y.Doc, { by, id, mark, on }: Extract<Edit, { readonly do: 'mark' }>): boolean {
  if (![by, id, mark].every(isId)) return false;
  const marks = marksOf(doc);
  const key = markKey({ by, on: id, mark });
  if ((marks.get(key) === true) === on) return false;
  if (on) marks.set(key, true);
  else marks.delete(key);
  return true;
}

function applyOne(objects: Y.Map<ObjectMap>, edit: Exclude<Edit, { readonly do: 'mark' }>, origin: EditOrigin): boolean {
  if (edit.do === 'create') {
    if (!isId(edit.id) || objects.has(edit.id)) return false;
    const map = new Y.Map<unknown>();
    map.set(FACET.type, edit.type);
    map.set(FACET.place, edit.place);
    map.set(FACET.text, new Y.Text(cleanText(edit.text)));
    for (const [facet, value] of Object.entries(edit.facets)) {
      if (facet !== FACET.type && facet !== FACET.place && facet !== FACET.text && value !== null && value !== undefined) map.set(facet, value);
    }
    objects.set(edit.id, map);
    return true;
  }
  const map = objects.get(edit.id);
  if (!(map instanceof Y.Map)) return false;
  if (edit.do === 'text') {
    const text = map.get(FACET.text);
    return text instanceof Y.Text && replaceText(text, edit.text, edit.cursor, origin);
  }
  if (edit.facet === FACET.type || edit.facet === FACET.text) throw new Error(`facet ${edit.facet} cannot be set`);
  const before = map.get(edit.facet) ?? null;
  if (sameJson(before, edit.value ?? null)) return false;
  map.set(edit.facet, edit.value ?? null);
  return true;
}
