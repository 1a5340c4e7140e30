// Undo and redo of one person's own actions. An undone edit is a new edit with the old value; it is skipped where somebody else has
// set that facet since, even to the same value, so no undo touches another's work; and where the object is locked meanwhile. Typing is
// undone by Yjs' own UndoManager, one per typing session.
// Above 250 lines: what a state is, when it may go back and how it goes back are told in one place.
import * as Y from 'yjs';
import { createEmitter, isRecord, LIMITS, type Unsubscribe } from '../core/index.ts';
import { apply } from './apply.ts';
import { type Edit, type EditOrigin, HISTORY, PERSON } from './edit.ts';
import { FACET, marksOf, objectsOf } from './layout.ts';
import { markKey, parseMarkKey } from './marks.ts';
import type { Stamp } from './record.ts';

/** One setting of a facet, told by the Yjs item that holds it: a value that somebody sets anew is another state, though it is equal. */
type State = string;

interface Change {
  readonly id: string;
  /** A facet's name, or a mark's key: names hold no slash, keys do. */
  readonly facet: string;
  readonly before: unknown;
  readonly after: unknown;
  /** The states those values were. */
  readonly from: State;
  readonly to: State;
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

/**
 * @param stamp who undoes and when: written where an undo puts something into the bin, or a lock back.
 * @param isStaff whether this person sets the locks that only facilitators open.
 */
export function createHistory(doc: Y.Doc, stamp: () => Stamp, isStaff: () => boolean = () => false): History {
  const objects = objectsOf(doc);
  const done: Step[] = [];
  const undone: Step[] = [];
  const changes = createEmitter<HistoryState>();
  let state: HistoryState = { canUndo: false, canRedo: false };
  /** Items that undo and redo wrote, by `id/facet`: each brought an earlier state back and counts as that one. */
  const brought = new Map<string, { readonly item: State; readonly state: State }>();

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
    if (isMark(facet)) return marksOf(doc).get(facet) ?? null;
    const map = objects.get(id);
    const value = map instanceof Y.Map ? map.get(facet) : null;
    return value instanceof Y.AbstractType ? null : (value ?? null);
  };

  const textOf = (id: string): Y.Text | undefined => {
    const map = objects.get(id);
    const text = map instanceof Y.Map ? map.get(FACET.text) : undefined;
    return text instanceof Y.Text ? text : undefined;
  };

  /** Which setting of a facet is in force. */
  const itemOf = (id: string, facet: string): State => {
    if (isMark(facet)) return String(current(id, facet));
    const map = objects.get(id);
    const item = map instanceof Y.Map ? map._map.get(facet) : undefined;
    return item && !item.deleted ? `${item.id.client}:${item.id.clock}` : UNSET;
  };
  const stateOf = (id: string, facet: string): State => {
    const item = itemOf(id, facet);
    const known = brought.get(`${id}/${facet}`);
    return known?.item === item ? known.state : item;
  };

  /** What a run of edits is going to change; several edits of one facet are one change. */
  const changesOf = (edits: readonly Edit[]): ReadonlyMap<string, Omit<Change, 'to'>> => {
    const found = new Map<string, Omit<Change, 'to'>>();
    for (const edit of edits) {
      if (edit.do === 'text') continue;
      const facet = facetOf(edit);
      const key = `${edit.id}/${facet}`;
      const { before, from } =
        edit.do === 'create'
          ? { before: BINNED, from: UNMADE }
          : (found.get(key) ?? { before: current(edit.id, facet), from: stateOf(edit.id, facet) });
      const after = edit.do === 'set' ? (edit.value ?? null) : edit.do === 'mark' && edit.on ? true : null;
      found.set(key, { id: edit.id, facet, before, after, from });
    }
    return found;
  };

  const lockOf = (id: string): unknown => current(id, FACET.lock);

  /** What a facet is set to so that it says again what it said; undefined = this person may not say it. */
  const again = (facet: string, value: unknown): unknown => {
    // Who goes into the bin now goes with the instant of now.
    if (facet === FACET.gone && value !== null) return stamp();
    // Only half of an update has arrived where an object has no place: it gets none taken away.
    if (facet === FACET.place && value === null) return undefined;
    if (facet !== FACET.lock || !isRecord(value)) return value;
    // A lock is its setter's, so it comes back as a lock of whoever brings it back.
    const staff = value.staff === true;
    return staff && !isStaff() ? undefined : { ...stamp(), staff };
  };

  /** Whether a change can go back or forth: it is still as this person left it, and theirs to say. */
  const isOpen = ({ id, facet, before, after, from, to }: Change, direction: 'undo' | 'redo'): boolean => {
    if (stateOf(id, facet) !== (direction === 'undo' ? to : from)) return false;
    if (facet === FACET.lock && isStaffLock(lockOf(id)) && !isStaff()) return false;
    return again(facet, direction === 'undo' ? before : after) !== undefined;
  };

  /** Takes a step back or forth and returns what of it was done: what others have changed since is no longer this person's to redo. */
  const takeBack = (step: Step, direction: 'undo' | 'redo'): Step => {
    const open = step.changes.filter((change) => isOpen(change, direction));
    // What lies under a lock is left alone, unless the step itself puts the lock there or takes it away.
    const turned = new Set(open.filter(({ facet }) => facet === FACET.lock).map(({ id }) => id));
    const isFree = ({ id, facet }: { readonly id: string; readonly facet?: string }): boolean =>
      lockOf(id) === null || turned.has(id) || (facet !== undefined && isMark(facet));
    const still = open.filter(isFree);
    const edits = still.flatMap(({ id, facet, before, after, from, to }): readonly Edit[] => {
      const value = direction === 'undo' ? before : after;
      const mark = isMark(facet) ? parseMarkKey(facet) : undefined;
      if (mark) return [{ do: 'mark', by: mark.by, id: mark.on, mark: mark.mark, on: value === true }];
      return (direction === 'undo' ? from : to) === UNSET ? [] : [{ do: 'set', id, facet, value: again(facet, value) }];
    });
    doc.transact(() => {
      apply(doc, edits, HISTORY);
      for (const { id, facet, from, to } of still) {
        const state = direction === 'undo' ? from : to;
        // What nobody had set is taken out again: an empty value would be somebody's, and not every facet can be empty.
        if (state === UNSET) objects.get(id)?.delete(facet);
        else if (!isMark(facet)) brought.set(`${id}/${facet}`, { item: itemOf(id, facet), state });
      }
    }, HISTORY);
    const texts = step.texts.filter(({ id, manager }) => {
      const stack = direction === 'undo' ? manager.undoStack : manager.redoStack;
      const had = stack.length > 0 && isFree({ id });
      while (had && stack.length > 0) manager[direction]();
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
      const touched = new Set(applied.map((edit) => `${edit.id}/${edit.do === 'text' ? FACET.text : facetOf(edit)}`));
      const changed = texts.filter(({ manager }) => {
        manager.trackedOrigins.delete(origin);
        if (manager.undoStack.length === 0) manager.destroy();
        return manager.undoStack.length > 0;
      });
      const own = [...planned].flatMap(([key, change]) => (touched.has(key) ? [{ ...change, to: stateOf(change.id, change.facet) }] : []));
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
      brought.clear();
    },
  };
}

/** Nobody has set the facet. */
const UNSET: State = 'unset';
/** Before it was made. */
const UNMADE: State = 'unmade';
/** An object that is not made is, for undo, in the bin: an object is never removed. */
const BINNED = true;

const isStaffLock = (lock: unknown): boolean => isRecord(lock) && lock.staff === true;

const isMark = (facet: string): boolean => facet.includes('/');

/** What an edit changes, as a change names it. */
function facetOf(edit: Exclude<Edit, { readonly do: 'text' }>): string {
  if (edit.do === 'mark') return markKey({ by: edit.by, on: edit.id, mark: edit.mark });
  // An object is never removed: creating one is, for undo, bringing it out of the bin.
  return edit.do === 'create' ? FACET.gone : edit.facet;
}
