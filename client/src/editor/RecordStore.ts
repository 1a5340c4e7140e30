// The board as this screen reads it: records, reader and placement, kept in step with the document. Reader and placement are made
// when somebody asks and kept until something changes.
import {
  type BoardKind,
  type BoardReader,
  createPlacer,
  type Gap,
  type Placement,
  readerOf,
  type Template,
  type Typesetting,
  typesOf,
} from '@masa/shared/board';
import { createEmitter, type Language, type Unsubscribe } from '@masa/shared/core';
import { createProjection, type Projection } from '@masa/shared/document';
import type * as Y from 'yjs';
import { createStore, type Store } from './store.ts';

/** What a screen adds to the placement: cards in the air and the room held open for them. */
export interface Arrangement {
  readonly without: ReadonlySet<string>;
  readonly gap: Gap | null;
}

export const ARRANGED: Arrangement = { without: new Set(), gap: null };

export interface RecordStore {
  readonly projection: Projection;
  /** Grows by one with every change of records, template or language: the snapshot for React. */
  readonly version: Store<number>;
  readonly template: Store<Template>;
  readonly language: Store<Language>;
  readonly arrangement: Store<Arrangement>;
  reader(): BoardReader;
  /** With the arrangement: what is on screen. */
  placement(): Placement;
  /** Ids of records that changed; all ids when the template or language did. */
  onRecords(listener: (ids: ReadonlySet<string>) => void): Unsubscribe;
  dispose(): void;
}

export function createRecordStore(doc: Y.Doc, kind: BoardKind, template: Template, language: Language, measure: Typesetting): RecordStore {
  const projection = createProjection(doc, typesOf(kind));
  const placer = createPlacer(measure);
  const version = createStore(0);
  const templates = createStore(template);
  const languages = createStore(language);
  const arrangement = createStore<Arrangement>(ARRANGED);
  const changed = createEmitter<ReadonlySet<string>>();
  let reader: BoardReader | undefined;
  let placement: Placement | undefined;

  const renew = (ids: ReadonlySet<string>): void => {
    reader = undefined;
    placement = undefined;
    version.set(version.get() + 1);
    changed.emit(ids);
  };
  const all = (): void => renew(new Set([...projection.records()].map((record) => record.id)));
  const stops = [
    projection.onChange(({ ids }) => renew(ids)),
    templates.subscribe(all),
    languages.subscribe(all),
    arrangement.subscribe(() => {
      placement = undefined;
    }),
  ];

  const read = (): BoardReader => {
    reader ??= readerOf(kind, templates.get(), projection);
    return reader;
  };
  return {
    projection,
    version,
    template: templates,
    language: languages,
    arrangement,
    reader: read,
    placement() {
      const { without, gap } = arrangement.get();
      placement ??= placer.place(read(), { language: languages.get(), without, ...(gap ? { gap } : {}) });
      return placement;
    },
    onRecords: (listener) => changed.on(listener),
    dispose() {
      for (const stop of stops) stop();
      projection.dispose();
    },
  };
}
