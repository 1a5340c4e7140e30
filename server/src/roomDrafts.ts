// The rooms, as stages see them: drafts, what comes of them, and whose is what.
import { compareKeys } from '@masa/shared/core';
import { FACET, objectsOf, placeFacet, readFacet, restoreEdits } from '@masa/shared/document';
import * as Y from 'yjs';
import type { Bed, Made, StageDocuments } from './stages/draftDocuments.ts';
import { SERVER_OWNER } from './store/roomLog.ts';
import { authorIn } from './sync/layoutRules.ts';
import type { Rooms } from './sync/rooms.ts';
import { unnamedDoc } from './sync/unnamedDoc.ts';

const NOBODY = { by: '', name: '', at: 0 };

/** What makes all live objects of a document anew. A facilitators' lock, which only a hostile peer could have put there, is not among it. */
function madeOf(doc: Y.Doc): readonly Made[] {
  const empty = unnamedDoc();
  try {
    const edits = restoreEdits(empty, doc, { typeOf: () => undefined, stamp: NOBODY, isStaff: false });
    return edits.flatMap((edit) => (edit.do === 'create' ? [edit] : []));
  } finally {
    empty.destroy();
  }
}

function bedOf(doc: Y.Doc, left: Bed['left']): Bed {
  const objects = objectsOf(doc);
  const last = new Map<string, string>();
  for (const map of objects.values()) {
    if (!(map instanceof Y.Map)) continue;
    const place = readFacet(placeFacet, map.get(FACET.place), FACET.place, () => undefined);
    if (!('cell' in place)) continue;
    const before = last.get(place.cell);
    if (before === undefined || compareKeys(before, '', place.order, '') < 0) last.set(place.cell, place.order);
  }
  // Also what was taken out of the document for good: a key that is set again would bring back what hangs on it.
  return { left, has: (id) => objects._map.has(id), lastIn: (slot) => last.get(slot) ?? null };
}

export function stageDocumentsOf(rooms: Rooms): StageDocuments {
  return {
    async draft(document) {
      if (!(await rooms.has(document))) return { records: [], made: [] };
      const { records } = await rooms.read(document);
      return { records, made: await rooms.look(document, ({ doc }) => madeOf(doc)) };
    },
    async plant(board, make) {
      await rooms.plant(board, (doc, left) => make(bedOf(doc, left)));
    },
    seal: (document) => rooms.seal(document),
    erase: (document) => rooms.remove(document),
    async bin(document, ids, at) {
      await rooms.withBoard(
        document,
        ids.map((id) => ({ do: 'set', id, facet: FACET.gone, value: { by: '', name: '', at } })),
      );
    },
    reopen: (board) => rooms.reopen(board),
    retire: (board) => rooms.retire(board),
    objects: (board) => rooms.look(board, ({ doc }) => objectsOf(doc)._map.size),
    own: (board, owner) =>
      rooms.look(board, ({ doc, owners }) =>
        [...objectsOf(doc)._map].flatMap(([id, { id: made, deleted }]) => {
          if (deleted) return [];
          const maker = owners.get(made.client);
          const of = maker === SERVER_OWNER ? authorIn(objectsOf(doc).get(id)?._map.get(FACET.author)) : maker;
          return of === owner ? [id] : [];
        }),
      ),
    onChange: (listener) => rooms.onChanged((document, _seq, author) => listener(document, author)),
  };
}
