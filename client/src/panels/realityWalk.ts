// Where somebody is on the walk through a sheet's questions. It is kept for as long as the board is open on this screen, and nowhere else:
// to have thought about something is nobody's business but the table's.
import { type BoardKind, cellsInOrder, type Template, type TemplateCell, templateRef } from '@masa/shared/board';
import type { Editor } from '../editor/Editor.ts';
import { createStore, type Store } from '../editor/store.ts';

export interface Walk {
  /** 0 = the first question; as many as there are questions = what remains. */
  readonly step: number;
  /** Ids of cells whose question is thought through. */
  readonly thought: ReadonlySet<string>;
}

const walks = new WeakMap<Editor, Store<Walk>>();

export function walkOn(editor: Editor): Store<Walk> {
  const known = walks.get(editor);
  if (known) return known;
  const made = createStore<Walk>({ step: 0, thought: new Set() });
  walks.set(editor, made);
  return made;
}

/** The cells that ask something, in the order they are gone through. @param whole the kind with the questions of its templates */
export const questionCells = (whole: BoardKind, template: Template): readonly TemplateCell[] =>
  cellsInOrder(whole.templates.find((each) => templateRef(each) === templateRef(template)) ?? template).filter((cell) => cell.question !== undefined);

export const goTo = (walk: Store<Walk>, step: number): void => walk.set({ ...walk.get(), step });

export function think(walk: Store<Walk>, cell: string, isThought: boolean): void {
  const thought = new Set(walk.get().thought);
  if (isThought) thought.add(cell);
  else thought.delete(cell);
  walk.set({ ...walk.get(), thought });
}
