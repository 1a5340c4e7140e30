// Where things lie in a board's Yjs document, and nothing else: the one description that client, server and tests share.
//
//   Y.Doc (guid = board id)
//     meta     Y.Map   layoutVersion, kind, template          written by the server at creation
//     objects  Y.Map   id → Y.Map of facets                   see record.ts for the facets every object has
//     marks    Y.Map   `${participant}/${object}/${mark}` → JSON
//
// A facet is the smallest thing one gesture changes: two facets merge, within a facet the last writer wins. `text` is the only
// facet that is itself a shared type (Y.Text) and merges character by character.
import type * as Y from 'yjs';

export const LAYOUT_VERSION = 1;

/** Names of the document's root types. An update that declares any other is refused by the server. */
export const ROOTS = { meta: 'meta', objects: 'objects', marks: 'marks' } as const;

export type ObjectMap = Y.Map<unknown>;

export const objectsOf = (doc: Y.Doc): Y.Map<ObjectMap> => doc.getMap(ROOTS.objects);
export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(ROOTS.meta);
export const marksOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(ROOTS.marks);

/** The facets that hold structure rather than a kind's own values. */
export const FACET = {
  type: 'type',
  place: 'place',
  text: 'text',
  gone: 'gone',
  author: 'author',
  created: 'created',
  moved: 'moved',
  origin: 'origin',
  notes: 'notes',
  tags: 'tags',
  sensitive: 'sensitive',
  starred: 'starred',
  lock: 'lock',
  z: 'z',
  groups: 'groups',
} as const;

/** What the database says a board is. The copy in `meta` serves programs that have only the document. */
export interface BoardIdentity {
  readonly kind: string;
  /** Template id and pinned version, e.g. `form-a@1`. */
  readonly template: string;
}

/** Seeds an empty document. Only the server calls this, once, inside the transaction that creates the board. */
export function seed(doc: Y.Doc, identity: BoardIdentity): void {
  doc.transact(() => {
    const meta = metaOf(doc);
    meta.set('layoutVersion', LAYOUT_VERSION);
    meta.set('kind', identity.kind);
    meta.set('template', identity.template);
    objectsOf(doc);
    marksOf(doc);
  });
}
