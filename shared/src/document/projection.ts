// The projection of a document: its records, kept up to date. Every peer computes the same from the same document.
// Load-bearing: records keep their identity while nothing in them changes; views compare by `===` (rule PROJECTION-3).
import type * as Y from 'yjs';
import { createEmitter, type Unsubscribe } from '../core/index.ts';
import { type ObjectMap, objectsOf } from './layout.ts';
import { type BoardRecord, readRecord, type TypeFacets } from './record.ts';

export interface ProjectionChange {
  /** Ids of records that appeared, changed or disappeared. */
  readonly ids: ReadonlySet<string>;
  /** The origin of the transaction, as given to `apply`. */
  readonly origin: unknown;
}

export interface Projection {
  get(id: string): BoardRecord | undefined;
  records(): IterableIterator<BoardRecord>;
  readonly size: number;
  onChange(listener: (change: ProjectionChange) => void): Unsubscribe;
  dispose(): void;
}

/** @param typeOf facets of a type; undefined for a type this version does not know. */
export function createProjection(doc: Y.Doc, typeOf: (type: string) => TypeFacets | undefined): Projection {
  const objects = objectsOf(doc);
  const records = new Map<string, BoardRecord>();
  const changes = createEmitter<ProjectionChange>();

  const refresh = (id: string): void => {
    const record = objects.has(id) ? readRecord(id, objects.get(id), typeOf) : undefined;
    if (record) records.set(id, record);
    else records.delete(id);
  };
  for (const id of objects.keys()) refresh(id);

  const observe = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    const ids = new Set<string>();
    for (const event of events) {
      if (event.target === (objects as unknown)) for (const id of (event as Y.YMapEvent<ObjectMap>).keysChanged) ids.add(id);
      else if (typeof event.path[0] === 'string') ids.add(event.path[0]);
    }
    for (const id of ids) refresh(id);
    if (ids.size > 0) changes.emit({ ids, origin: transaction.origin });
  };
  const deep = observe as Parameters<typeof objects.observeDeep>[0];
  objects.observeDeep(deep);

  return {
    get: (id) => records.get(id),
    records: () => records.values(),
    get size() {
      return records.size;
    },
    onChange: (listener) => changes.on(listener),
    dispose: () => objects.unobserveDeep(deep),
  };
}
