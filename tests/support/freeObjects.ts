// Objects of the free layer as a document gives them: written as edits, read back as records, placed.
import { type Typesetting, typesOf } from '@masa/shared/board';
import { apply, type BoardRecord, createProjection, PERSON } from '@masa/shared/document';
import { serviceCanvas } from '@masa/shared/kinds';
import { type FreeType, freePlace, type PlacedObject, placeObject } from '@masa/shared/objects';
import * as Y from 'yjs';

const AUTHOR = { id: 'me', name: 'Мария', library: 'Искра', region: 'Казанлък' };

export interface Sketch {
  readonly type: FreeType | 'card';
  readonly id?: string;
  readonly box: readonly [number, number, number, number];
  readonly rot?: number;
  readonly text?: string;
  /** Facets, also such as no client of ours would write. */
  readonly looks?: Readonly<Record<string, unknown>>;
}

/** Writes objects into a new document and reads them back. */
export function recordsOf(sketches: readonly Sketch[]): readonly BoardRecord[] {
  const doc = new Y.Doc();
  apply(
    doc,
    sketches.map(({ type, id, box: [x, y, w, h], rot = 0, text = '', looks = {} }, at) => ({
      do: 'create' as const,
      id: id ?? `object-${at}`,
      type,
      place: freePlace({ x, y, w, h }, rot),
      text,
      facets: { author: AUTHOR, created: 1, ...looks },
    })),
    PERSON,
  );
  const projection = createProjection(doc, typesOf(serviceCanvas));
  const records = sketches.flatMap(({ id }, at) => projection.get(id ?? `object-${at}`) ?? []);
  projection.dispose();
  return records;
}

/** Places records; connectors and comments find what they are attached to among them. */
export function placeAll(records: readonly BoardRecord[], measure: Typesetting): readonly PlacedObject[] {
  const placed = new Map<string, PlacedObject>();
  const around = { measure, placed: (id: string) => placed.get(id) };
  const isLast = ({ type }: BoardRecord): boolean => type === 'connector' || type === 'comment';
  for (const record of [...records.filter((each) => !isLast(each)), ...records.filter(isLast)]) placed.set(record.id, placeObject(record, around));
  return records.flatMap(({ id }) => placed.get(id) ?? []);
}
