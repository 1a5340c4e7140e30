// What is on an open board, as records: for whoever reads it without being connected.
import {
  type BoardRecord,
  countMarks,
  createMarks,
  createProjection,
  type Marks,
  metaOf,
  type Projection,
  type TypeFacets,
} from '@masa/shared/document';
import type * as Y from 'yjs';

export interface BoardRead {
  readonly seq: number;
  readonly records: readonly BoardRecord[];
  /** How many people put which mark on which object; objects without marks are not among them. */
  readonly reactions: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Reader {
  read(doc: Y.Doc): Omit<BoardRead, 'seq'>;
}

/**
 * Keeps the projection of a room's document as long as the document lives: records that did not change stay the same objects.
 *
 * @param typeOf a type as the kind the document names has it: cards of two kinds have different fields
 */
export function createReader(typeOf: (type: string, kind: string) => TypeFacets | undefined): Reader {
  let of: Y.Doc | undefined;
  let projection: Projection | undefined;
  let marks: Marks | undefined;
  return {
    read(doc) {
      if (doc !== of) {
        projection?.dispose();
        marks?.dispose();
        const kind = String(metaOf(doc).get('kind'));
        projection = createProjection(doc, (type) => typeOf(type, kind));
        marks = createMarks(doc);
        of = doc;
      }
      const records = [...(projection?.records() ?? [])];
      const counted = records.flatMap(({ id }) => {
        const on = marks?.on(id);
        return on && on.size > 0 ? [[id, countMarks(on)] as const] : [];
      });
      return { records, reactions: Object.fromEntries(counted) };
    },
  };
}
