// Undo and redo of one person's own actions. An undone edit is a new edit with the old value; it is skipped where somebody else has
// changed that facet since, so no undo touches another's work. Typing is undone by Yjs' own UndoManager, one per typing session.
import * as Y from 'yjs';
import { createEmitter, LIMITS, sameJson, type Unsubscribe } from '../core/index.ts';
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

type Step = { readonly kind: 'changes'; readonly changes: readonly Change[] } | { readonly kind: 'typing'; readonly manager: Y.UndoManager };

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
  /** Returns the ids it touched; empty when everything in the step has been changed by others since. */
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
    for (const step of steps.splice(0)) if (step.kind === 'typing') step.manager.destroy();
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

  const current = (id: string, facet: string): unknown => objects.get(id)?.get(facet) ?? null;

  const changeOf = (edit: Edit): Change | undefined => {
    if (edit.do === 'set') return { id: edit.id, facet: edit.facet, before: current(edit.id, edit.facet), after: edit.value ?? null };
    // An object is never removed: creating one is, for undo, bringing it out of the bin.
    if (edit.do === 'create') return { id: edit.id, facet: FACET.gone, before: stamp(), after: null };
    return undefined;
  };

  const takeBack = (step: Step, direction: 'undo' | 'redo'): readonly string[] => {
    if (step.kind === 'typing') {
      const stack = direction === 'undo' ? step.manager.undoStack : step.manager.redoStack;
      while (stack.length > 0) step.manager[direction]();
      return [];
    }
    const ordered = direction === 'undo' ? [...step.changes].reverse() : step.changes;
    const edits: Edit[] = [];
    for (const change of ordered) {
      const [from, to] = direction === 'undo' ? [change.after, change.before] : [change.before, change.after];
      // A stamp carries an instant, so "still as I left it" compares presence only.
      const still =
        change.facet === FACET.gone
          ? (current(change.id, FACET.gone) === null) === (from === null)
          : sameJson(current(change.id, change.facet), from);
      if (still) edits.push({ do: 'set', id: change.id, facet: change.facet, value: to });
    }
    return apply(doc, edits, HISTORY).map((edit) => edit.id);
  };

  const move = (from: Step[], to: Step[], direction: 'undo' | 'redo'): readonly string[] => {
    const step = from.pop();
    if (!step) return [];
    const ids = takeBack(step, direction);
    to.push(step);
    announce();
    return ids;
  };

  return {
    perform(edits, origin = PERSON) {
      const before = new Map(edits.map((edit) => [edit, changeOf(edit)]));
      const texts = edits.filter((edit) => edit.do === 'text');
      const managers = texts.map((edit) => {
        const text = objects.get(edit.id)?.get(FACET.text);
        return text instanceof Y.Text ? new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: 0 }) : undefined;
      });
      const applied = apply(doc, edits, origin);
      const own = applied.map((edit) => before.get(edit)).filter((change) => change !== undefined);
      if (own.length > 0) push({ kind: 'changes', changes: own });
      for (const manager of managers) {
        if (manager && manager.undoStack.length > 0) {
          manager.trackedOrigins.delete(origin);
          push({ kind: 'typing', manager });
        } else manager?.destroy();
      }
      return applied;
    },
    type(id) {
      const text = objects.get(id)?.get(FACET.text);
      if (!(text instanceof Y.Text)) return undefined;
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
          if (manager.undoStack.length > 0) push({ kind: 'typing', manager });
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
