// The editor of one open board: what a person can do on it, without screen, socket or framework. Canvas, outline, toolbar and tests
// all drive this; it owns the record store, selection, camera, gestures, history and what is being written.
import {
  type BoardKind,
  type BoardReader,
  binCards,
  type CommandContext,
  createCards,
  moveCards,
  type NewCard,
  restoreCards,
  setField,
  splitCard,
  stampOf,
  type Target,
  type Template,
  type Typesetting,
} from '@masa/shared/board';
import { createEmitter, createId, isBlank, type Language, LIMITS, type Unsubscribe } from '@masa/shared/core';
import { type BoardRecord, createHistory, type Edit, type History, type Origin, type Typing } from '@masa/shared/document';
import { createObjects, type NewObject } from '@masa/shared/objects';
import type * as Y from 'yjs';
import { type Camera, createCamera } from './camera.ts';
import { createGestureStore, type GestureStore, heldBy } from './gestures.ts';
import { createRecordStore, type RecordStore } from './RecordStore.ts';
import { createSelection, type Selection } from './selection.ts';
import { createStore, type Store } from './store.ts';
import { createToolbox, type Toolbox } from './toolbox.ts';

/** What is being written: a card there is, or a new one that begins to exist with its first visible character. */
export type Writing =
  | { readonly of: 'card'; readonly id: string }
  | { readonly of: 'new'; readonly target: Target; readonly id: string }
  /** An object of the free layer that is nothing without a text. */
  | { readonly of: 'new-object'; readonly object: NewObject; readonly id: string };

/** Why nothing can be changed, for the sentence that says so. */
export type ReadOnlyReason = 'role' | 'frozen' | 'storage' | 'refused';

export interface EditorOptions {
  readonly doc: Y.Doc;
  readonly kind: BoardKind;
  readonly template: Template;
  readonly language: Language;
  readonly measure: Typesetting;
  /** Who acts, and the server's time now. */
  readonly context: () => CommandContext;
}

export interface Editor {
  readonly doc: Y.Doc;
  readonly kind: BoardKind;
  readonly records: RecordStore;
  readonly selection: Selection;
  readonly camera: Camera;
  readonly gestures: GestureStore;
  readonly toolbox: Toolbox;
  readonly history: History;
  readonly writing: Store<Writing | null>;
  /** Null = may write. */
  readonly readOnly: Store<ReadOnlyReason | null>;
  /** The objects that are somebody else's while everybody changes only their own; null = everybody changes everything. */
  readonly foreign: Store<((record: BoardRecord) => boolean) | null>;
  board(): BoardReader;
  /** Who acts, and the server's time now. */
  readonly context: () => CommandContext;
  /** Applies edits as one undo step, unless the board is read only or has no room for what they make. Returns those that changed something. */
  perform(edits: readonly Edit[]): readonly Edit[];
  create(target: Target, cards: readonly NewCard[], from?: Origin): readonly string[];
  move(ids: readonly string[], target: Target): void;
  bin(ids: Iterable<string>): void;
  restore(ids: Iterable<string>): void;
  setField(id: string, facet: string, value: unknown): void;
  split(id: string, texts: readonly string[]): void;
  undo(): void;
  redo(): void;
  /** Begins to write in a card. Null when it cannot be written. The caller ends the typing. */
  write(id: string): Typing | null;
  /** Begins a new card. Nothing exists before `begin`. */
  writeNew(target: Target): void;
  /** Begins a new object of the free layer that is nothing without a text. Nothing exists before `begin`. */
  writeNewObject(object: NewObject): void;
  /** The new card's or object's first visible characters: makes it and begins its typing. */
  begin(text: string): Typing | null;
  stopWriting(): void;
  /** Told when a facilitator's lock takes out of this person's hands what they were writing in or moving: nothing of it may be sent. */
  onTaken(listener: (ids: ReadonlySet<string>) => void): Unsubscribe;
  /** Told when something was left as it is because it is somebody else's. */
  onForeign(listener: () => void): Unsubscribe;
  /** Whether so many more objects can be made here. */
  hasRoom(count: number): boolean;
  /** Told when something was not made because the board is full: the server would take nothing of it. */
  onFull(listener: () => void): Unsubscribe;
  onDispose(stop: Unsubscribe): void;
  dispose(): void;
}

export function createEditor(options: EditorOptions): Editor {
  const { doc, kind, context } = options;
  const records = createRecordStore(doc, kind, options.template, options.language, options.measure);
  const selection = createSelection();
  const camera = createCamera();
  const gestures = createGestureStore();
  const toolbox = createToolbox();
  const isStaff = (): boolean => context().isStaff === true;
  const history = createHistory(doc, () => stampOf(context()), isStaff);
  const writing = createStore<Writing | null>(null);
  const readOnly = createStore<ReadOnlyReason | null>(null);
  const foreign = createStore<((record: BoardRecord) => boolean) | null>(null);
  const kept = createEmitter<null>();
  const taken = createEmitter<ReadonlySet<string>>();
  const full = createEmitter<null>();
  /** Whatever of these a facilitator has locked is let go. */
  const letGo = (ids: ReadonlySet<string>): void => {
    if (isStaff()) return;
    const locked = new Set([...ids].filter((id) => records.projection.get(id)?.lock?.staff));
    const now = writing.get();
    const isWritten = now?.of === 'card' && locked.has(now.id);
    const isMoved = heldBy(gestures.own.get()).some((id) => locked.has(id));
    if (isWritten) writing.set(null);
    if (isMoved) gestures.own.set(null);
    if (isWritten || isMoved) taken.emit(locked);
  };
  const stops: Unsubscribe[] = [
    records.onRecords(letGo),
    records.onRecords(() => selection.prune((id) => records.projection.get(id)?.gone === null)),
    readOnly.subscribe(() => {
      if (readOnly.get() !== null) gestures.own.set(null);
    }),
  ];
  const board = (): BoardReader => records.reader();
  const hasRoom = (count: number): boolean => records.projection.size + count <= LIMITS.objectsMax;
  const isForeign = (id: string): boolean => {
    const is = foreign.get();
    const record = records.projection.get(id);
    return is !== null && record !== undefined && !isStaff() && is(record);
  };
  const perform = (edits: readonly Edit[]): readonly Edit[] => {
    if (readOnly.get() !== null || edits.length === 0) return [];
    const made = edits.filter((edit) => edit.do === 'create').length;
    const own = edits.filter((edit) => edit.do === 'create' || edit.do === 'mark' || !isForeign(edit.id));
    if (own.length < edits.length) kept.emit(null);
    if (made === 0 || hasRoom(made)) return history.perform(own);
    full.emit(null);
    return [];
  };

  return {
    doc,
    kind,
    records,
    selection,
    camera,
    gestures,
    toolbox,
    history,
    writing,
    readOnly,
    foreign,
    board,
    context,
    perform,
    create: (target, cards, from) => perform(createCards(board(), target, cards, context(), from)).map((edit) => edit.id),
    move: (ids, target) => void perform(moveCards(board(), ids, target, context())),
    bin: (ids) => void perform(binCards(board(), ids, context())),
    restore: (ids) => void perform(restoreCards(board(), ids)),
    setField: (id, facet, value) => void perform(setField(board(), id, facet, value)),
    split: (id, texts) => void perform(splitCard(board(), id, texts, context())),
    undo() {
      if (readOnly.get() === null) history.undo();
    },
    redo() {
      if (readOnly.get() === null) history.redo();
    },
    write(id) {
      const record = records.projection.get(id);
      if (readOnly.get() !== null || !record || record.gone !== null || record.inert || record.lock !== null) return null;
      if (isForeign(id)) {
        kept.emit(null);
        return null;
      }
      const typing = history.type(id);
      if (!typing) return null;
      writing.set({ of: 'card', id });
      return typing;
    },
    writeNew(target) {
      if (readOnly.get() === null) writing.set({ of: 'new', target, id: createId() });
    },
    writeNewObject(object) {
      if (readOnly.get() === null) writing.set({ of: 'new-object', object, id: object.id ?? createId() });
    },
    begin(text) {
      const now = writing.get();
      if (now === null || now.of === 'card' || isBlank(text)) return null;
      const [made] = perform(
        now.of === 'new'
          ? createCards(board(), now.target, [{ id: now.id, text }], context())
          : createObjects(board(), [{ ...now.object, id: now.id, text }], context()),
      );
      if (!made) return null;
      writing.set({ of: 'card', id: made.id });
      return history.type(made.id) ?? null;
    },
    stopWriting: () => writing.set(null),
    onTaken: (listener) => taken.on(listener),
    onForeign: (listener) => kept.on(() => listener()),
    hasRoom,
    onFull: (listener) => full.on(() => listener()),
    onDispose: (stop) => void stops.push(stop),
    dispose() {
      for (const stop of stops.splice(0)) stop();
      history.dispose();
      records.dispose();
    },
  };
}
