// Where somebody is on the walk through a sheet's questions. It is kept for as long as the board is open on this screen, and nowhere else:
// to have thought about something is nobody's business but the table's.
import { type BoardKind, cellsInOrder, type Template, type TemplateCell, templateRef } from '@masa/shared/board';
import type { Editor } from '../editor/Editor.ts';
import { createStore, type Store } from '../editor/store.ts';

export interface Walk {
  /** 0 = the first of `cells`; as many as there are = what remains. */
  readonly step: number;
  /** The cells as they were gone through when somebody came to `step`. Another form of the sheet may have others, in another order. */
  readonly cells: readonly TemplateCell[];
  /** Ids of cells whose question is thought through. */
  readonly thought: ReadonlySet<string>;
}

const walks = new WeakMap<Editor, Store<Walk>>();

export function walkOn(editor: Editor): Store<Walk> {
  const known = walks.get(editor);
  if (known) return known;
  const made = createStore<Walk>({ step: 0, cells: [], thought: new Set() });
  walks.set(editor, made);
  return made;
}

/** The cells that ask something, in the order they are gone through. @param whole the kind with the questions of its templates */
export const questionCells = (whole: BoardKind, template: Template): readonly TemplateCell[] =>
  cellsInOrder(whole.templates.find((each) => templateRef(each) === templateRef(template)) ?? template).filter((cell) => cell.question !== undefined);

/** @param cells those `step` counts */
export const goTo = (walk: Store<Walk>, step: number, cells: readonly TemplateCell[]): void => walk.set({ ...walk.get(), step, cells });

/**
 * Where the walk stands among the cells of the form that is shown: at the cell it came to; where this form has none of that name, at one that
 * holds the same cards; else at what is nearest on the way, what came before it first. The way itself stays as it is: back in the first form
 * one stands where one stood.
 */
export function stepIn({ step, cells: way }: Pick<Walk, 'step' | 'cells'>, cells: readonly TemplateCell[]): number {
  if (way === cells || way.length === 0) return Math.min(step, cells.length);
  if (step >= way.length) return cells.length;
  for (let off = 0; off < way.length; off += 1) {
    for (const at of off === 0 ? [step] : [step - off, step + off]) {
      const found = placeOf(way[at], cells);
      if (found >= 0) return found;
    }
  }
  return 0;
}

function placeOf(cell: TemplateCell | undefined, cells: readonly TemplateCell[]): number {
  if (!cell) return -1;
  const own = cells.findIndex(({ id }) => id === cell.id);
  if (own >= 0) return own;
  const slots = new Set(cell.slots.map(({ slot }) => slot));
  return cells.findIndex((each) => each.slots.some(({ slot }) => slots.has(slot)));
}

export function think(walk: Store<Walk>, cell: string, isThought: boolean): void {
  const thought = new Set(walk.get().thought);
  if (isThought) thought.add(cell);
  else thought.delete(cell);
  walk.set({ ...walk.get(), thought });
}
