// The list of views: one for every kind of shared/kinds (rule RENDER-9 compares them). A new kind is a folder here and one line.
import type { KindView } from '../canvas/KindView.ts';
import { emptyBoardView } from './empty-board/view.ts';
import { serviceCanvasView } from './service-canvas/view.ts';

export const VIEWS: readonly KindView[] = [serviceCanvasView, emptyBoardView];

/** The view of a kind. Throws where there is none: a kind without a view is a fault of ours. */
export function viewOf(kindId: string): KindView {
  const view = VIEWS.find((each) => each.kind.id === kindId);
  if (!view) throw new Error(`kind ${kindId} has no view`);
  return view;
}
