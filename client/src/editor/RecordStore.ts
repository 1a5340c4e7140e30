// The board as this screen reads it: records, reader, placement of cards and free layer, kept in step with the document. Each is made
// when somebody asks and kept until something of its own changes: a note that moves costs the cards nothing.
import {
  type BoardKind,
  type BoardReader,
  createPlacer,
  createReaders,
  type Gap,
  type Placement,
  type Template,
  type Typesetting,
  typesOf,
} from '@masa/shared/board';
import { createEmitter, type Language, type Unsubscribe } from '@masa/shared/core';
import { countMarks, createMarks, createProjection, isCellPlace, type Marks, type Projection } from '@masa/shared/document';
import type * as Y from 'yjs';
import { createFreeLayer, type FreeLayer } from './freeLayer.ts';
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
  /** The objects over and beside the sheet. */
  free(): FreeLayer;
  readonly marks: Marks;
  /** Ids of records that changed; all ids when the template or language did. */
  onRecords(listener: (ids: ReadonlySet<string>) => void): Unsubscribe;
  dispose(): void;
}

export function createRecordStore(doc: Y.Doc, kind: BoardKind, template: Template, language: Language, measure: Typesetting): RecordStore {
  const projection = createProjection(doc, typesOf(kind));
  const placer = createPlacer(measure);
  const readers = createReaders(kind, projection);
  const version = createStore(0);
  const templates = createStore(template);
  const languages = createStore(language);
  const arrangement = createStore<Arrangement>(ARRANGED);
  const changed = createEmitter<ReadonlySet<string>>();
  let reader: BoardReader | undefined;
  let placement: Placement | undefined;
  let layer: FreeLayer | undefined;
  /** Changed since the free layer was last brought up to date. */
  let unplaced = new Set<string>();
  let placedCards: Placement | undefined;
  const marks = createMarks(doc);
  /** Records that lay in a cell when they were last seen. */
  const inCells = new Set<string>();

  const renew = (ids: ReadonlySet<string>): void => {
    reader = undefined;
    readers.follow(ids);
    if (touchesCells(ids)) placement = undefined;
    for (const id of ids) unplaced.add(id);
    version.set(version.get() + 1);
    changed.emit(ids);
  };
  /** Whether any of the records lies in a cell, or did. */
  const touchesCells = (ids: ReadonlySet<string>): boolean => {
    let touches = false;
    for (const id of ids) {
      const record = projection.get(id);
      const isIn = record !== undefined && isCellPlace(record.place);
      if (isIn || inCells.has(id)) touches = true;
      if (isIn) inCells.add(id);
      else inCells.delete(id);
    }
    return touches;
  };
  const all = (): void => {
    placement = undefined;
    renew(new Set([...projection.records()].map((record) => record.id)));
  };
  const stops = [
    projection.onChange(({ ids }) => renew(ids)),
    templates.subscribe(all),
    languages.subscribe(all),
    arrangement.subscribe(() => {
      placement = undefined;
    }),
  ];

  touchesCells(new Set([...projection.records()].map((record) => record.id)));
  const read = (): BoardReader => {
    reader ??= readers.reader(templates.get(), (id) => countMarks(marks.on(id)));
    return reader;
  };
  const place = (): Placement => {
    const { without, gap } = arrangement.get();
    placement ??= placer.place(read(), { language: languages.get(), without, ...(gap ? { gap } : {}) });
    return placement;
  };
  return {
    projection,
    version,
    template: templates,
    language: languages,
    arrangement,
    reader: read,
    placement: place,
    free() {
      const cards = place();
      layer ??= createFreeLayer({ kind, projection, measure, cardBox: (id) => place().cards.get(id)?.box });
      if (unplaced.size > 0 || cards !== placedCards) {
        const ids = unplaced;
        unplaced = new Set();
        placedCards = cards;
        layer.follow(ids);
      }
      return layer;
    },
    marks,
    onRecords: (listener) => changed.on(listener),
    dispose() {
      for (const stop of stops) stop();
      marks.dispose();
      projection.dispose();
    },
  };
}
