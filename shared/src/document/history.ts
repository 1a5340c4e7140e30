// Undo and redo of one person's own actions. An undone edit is a new edit with the old value; it is skipped where somebody else has
// changed that facet since, so no undo touches another's work. Typing is undone by Yjs' own UndoManager, one per typing session.
import * as Y from 'yjs';
import { createEmitter, isRecord, LIMITS, sameJson, type Unsubscribe } from '../core/index.ts';
import { apply } from './apply.ts';
import { type Edit, type EditOrigin, HISTORY, PERSON } from './edit.ts';
import { FACET, objectsOf } from './layout.ts';
import type { Stamp } from './record.ts';

interface Change {
  readonly id: string;
  readonly facet: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Changes of facets and of texts that were one action. Texts are taken back by Yjs, which knows whose characters are whose. */
interface Step {
  readonly changes: readonly Change[];
  readonly texts: readonly { readonly id: string; readonly manager: Y.UndoManager }[];
}

export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** A typing session: while it lasts, undo and redo act on its own text; afterwards it is one step of the history. */
export interface Typing {
  readonly text: Y.Text;
  /** The origin to change the text with. */
  readonly origin: object;
  undo(): void;
  redo(): void;
  end(): void;
}

export interface History {
  /** Applies a person's edits as one step. Returns the edits that changed something. */
  perform(edits: readonly Edit[], origin?: EditOrigin): readonly Edit[];
  type(id: string): Typing | undefined;
  /** Returns the ids it touched; empty when everything in the step has been changed by others since. A step that mixed facets and texts goes back whole. */
  undo(): readonly string[];
  redo(): readonly string[];
  readonly state: HistoryState;
  onChange(listener: (state: HistoryState) => void): Unsubscribe;
  dispose(): void;
}

/** @param stamp who undoes and when: written into `gone` when an undo takes a created object away again. */
export function createHistory(doc: Y.Doc, stamp: () => Stamp): History {
  const objects = objectsOf(doc);
  const done: Step[] = [];
  const undone: Step[] = [];
  const changes = createEmitter<HistoryState>();
  let state: HistoryState = { canUndo: false, canRedo: false };

  const drop = (steps: Step[]): void => {
    for (const step of steps.splice(0)) for (const { manager } of step.texts) manager.destroy();
  };
  const announce = (): void => {
    const next = { canUndo: done.length > 0, canRedo: undone.length > 0 };
    if (next.canUndo === state.canUndo && next.canRedo === state.canRedo) return;
    state = next;
    changes.emit(state);
  };
  const push = (step: Step): void => {
    drop(undone);
    done.push(step);
    if (done.length > LIMITS.undoDepth) drop(done.splice(0, done.length - LIMITS.undoDepth));
    announce();
  };

  /** A facet's value; null also for a shared type in its place, which a hostile peer can write and nobody can put back. */
  const current = (id: string, facet: string): unknown => {
    const map = objects.get(id);
    const value = map instanceof Y.Map ? map.get(facet) : null;
    return value instanceof Y.AbstractType ? null : (value ?? null);
  };

  const textOf = (id: string): Y.Text | undefined => {
    const map = objects.get(id);
    const text = map instanceof Y.Map ? map.get(FACET.text) : undefined;
    return text instanceof Y.Text ? text : undefined;
  };

  /** What a run of edits changes, first value to last; several edits of one facet are one change. */
  const changesOf = (edits: readonly Edit[]): ReadonlyMap<string, Change> => {
    const found = new Map<string, Change>();
    for (const edit of edits) {
      if (edit.do === 'text') continue;
      // An object is never removed: creating one is, for undo, bringing it out of the bin.
      const facet = edit.do === 'create' ? FACET.gone : edit.facet;
      const key = `${edit.id}/${facet}`;
      const before = edit.do === 'create' ? stamp() : (found.get(key) ?? { before: current(edit.id, facet) }).before;
      found.set(key, { id: edit.id, facet, before, after: edit.do === 'create' ? null : (edit.value ?? null) });
    }
    return found;
  };

  /** Takes a step back or forth and returns what of it was done: what others have changed since is no longer this person's to redo. */
  const takeBack = (step: Step, direction: 'undo' | 'redo'): Step => {
    const still = step.changes.filter((change) =>
      isStill(change.facet, current(change.id, change.facet), direction === 'undo' ? change.after : change.before),
    );
    const edits = (direction === 'undo' ? [...still].reverse() : still).map(({ id, facet, before, after }): Edit => {
      const to = direction === 'undo' ? before : after;
      // Who goes into the bin now goes with the instant of now.
      return { do: 'set', id, facet, value: facet === FACET.gone && to !== null ? stamp() : to };
    });
    apply(doc, edits, HISTORY);
    const texts = step.texts.filter(({ manager }) => {
      const stack = direction === 'undo' ? manager.undoStack : manager.redoStack;
      const had = stack.length > 0;
      while (stack.length > 0) manager[direction]();
      if (!had) manager.destroy();
      return had;
    });
    return { changes: still, texts };
  };

  const move = (from: Step[], to: Step[], direction: 'undo' | 'redo'): readonly string[] => {
    const step = from.pop();
    if (!step) return [];
    const moved = takeBack(step, direction);
    const ids = new Set([...moved.changes, ...moved.texts].map(({ id }) => id));
    if (ids.size > 0) to.push(moved);
    announce();
    return [...ids];
  };

  return {
    perform(edits, origin = PERSON) {
      const planned = changesOf(edits);
      const texts = [...new Set(edits.filter((edit) => edit.do === 'text').map((edit) => edit.id))].flatMap((id) => {
        const text = textOf(id);
        return text ? [{ id, manager: new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: 0 }) }] : [];
      });
      const applied = apply(doc, edits, origin);
      const touched = new Set(applied.map((edit) => `${edit.id}/${edit.do === 'create' ? FACET.gone : edit.do === 'set' ? edit.facet : FACET.text}`));
      const changed = texts.filter(({ manager }) => {
        manager.trackedOrigins.delete(origin);
        if (manager.undoStack.length === 0) manager.destroy();
        return manager.undoStack.length > 0;
      });
      const own = [...planned].filter(([key]) => touched.has(key)).map(([, change]) => change);
      if (own.length > 0 || changed.length > 0) push({ changes: own, texts: changed });
      return applied;
    },
    type(id) {
      const text = textOf(id);
      if (!text) return undefined;
      const origin = { by: 'person' } as const;
      const manager = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: 500 });
      let open = true;
      return {
        text,
        origin,
        undo: () => void manager.undo(),
        redo: () => void manager.redo(),
        end() {
          if (!open) return;
          open = false;
          manager.trackedOrigins.delete(origin);
          if (manager.undoStack.length > 0) push({ changes: [], texts: [{ id, manager }] });
          else manager.destroy();
        },
      };
    },
    undo: () => move(done, undone, 'undo'),
    redo: () => move(undone, done, 'redo'),
    get state() {
      return state;
    },
    onChange: (listener) => changes.on(listener),
    dispose() {
      drop(done);
      drop(undone);
    },
  };
}

/** Whether a facet still has the value it was left with. In the bin it is a matter of who put it there: the instant differs after a redo. */
function isStill(facet: string, now: unknown, left: unknown): boolean {
  if (facet !== FACET.gone || !isRecord(now) || !isRecord(left)) return sameJson(now, left);
  return now.by === left.by;
}
