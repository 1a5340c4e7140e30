// From one's own draft to the board, when the drafts are shown: the server copies what it has; what only this device had goes after it.
// Nothing typed is lost because somebody else moved on.
import { type BoardKind, createReader, type Template, typesOf } from '@masa/shared/board';
import { createId } from '@masa/shared/core';
import { createProjection, type Edit, FACET, objectsOf, restoreEdits } from '@masa/shared/document';
import * as Y from 'yjs';

/** What the server says of an object, whatever the draft said. */
const SERVERS: ReadonlySet<string> = new Set([FACET.author, FACET.created, FACET.moved, FACET.lock, FACET.gone, FACET.origin]);

export interface CarryOptions {
  readonly kind: BoardKind;
  readonly template: Template;
  /** As much of the writer as the board shows. */
  readonly author: { readonly id: string; readonly name: string; readonly library: string; readonly region: string };
}

/** The edits after which the board holds what the draft says more than it: new objects, and later words in those that were copied. Pure. */
export function carryEdits(board: Y.Doc, draft: Uint8Array, { kind, template, author }: CarryOptions): readonly Edit[] {
  const copy = new Y.Doc();
  const empty = new Y.Doc();
  try {
    Y.applyUpdate(copy, draft);
    const projection = createProjection(copy, typesOf(kind));
    const live = createReader(kind, template, projection.records()).live();
    const posted = new Set(live.filter((record) => kind.mayPost?.(record) ?? true).map(({ id }) => id));
    projection.dispose();
    const made = restoreEdits(empty, copy, { typeOf: () => undefined, stamp: { by: '', name: '', at: 0 }, isStaff: false });
    return made.flatMap((edit): readonly Edit[] => {
      if (edit.do !== 'create' || !posted.has(edit.id)) return [];
      const there = objectsOf(board).get(edit.id);
      if (!there) {
        return [{ ...edit, facets: ownFacets(edit.facets, author) }];
      }
      const shown = objectsOf(board)._map.get(edit.id)?.id.client;
      const text = there.get(FACET.text);
      const words = text instanceof Y.Text ? text.toString() : edit.text;
      // What others have made of it since is theirs, too: then one's own words stand in a card beside it, and nobody's are taken away.
      if (words !== edit.text && text instanceof Y.Text && isTouched(text, shown)) {
        if (words.includes(edit.text)) return [];
        return [{ ...edit, id: createId(), facets: ownFacets(edit.facets, author) }];
      }
      const later: Edit[] = words === edit.text ? [] : [{ do: 'text', id: edit.id, text: edit.text }];
      for (const [facet, value] of Object.entries(edit.facets)) {
        const since = there._map.get(facet);
        if (!SERVERS.has(facet) && (since === undefined || since.id.client === shown)) later.push({ do: 'set', id: edit.id, facet, value });
      }
      return later;
    });
  } finally {
    copy.destroy();
    empty.destroy();
  }
}

function ownFacets(facets: Readonly<Record<string, unknown>>, author: CarryOptions['author']): Readonly<Record<string, unknown>> {
  const own = Object.entries(facets).filter(([facet]) => facet === FACET.created || facet === FACET.origin || !SERVERS.has(facet));
  return { ...Object.fromEntries(own), [FACET.author]: author };
}

/** Whether anybody has written in a text since `maker` put it there. */
function isTouched(text: Y.Text, maker: number | undefined): boolean {
  for (let at = text._start; at !== null; at = at.right) if (at.deleted || at.id.client !== maker) return true;
  return false;
}
