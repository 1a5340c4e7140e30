// The list of views: one for every kind of shared/kinds (rule RENDER-9 compares them). A new kind is a folder here and one line. Kinds are
// loaded one by one: a page waits for the kinds of the boards it shows, and carries no other.
import { type Template, templateRef } from '@masa/shared/board';
import type { KindView } from '../canvas/KindView.ts';
import { noteWhole } from './wholes.ts';

const LOADERS: Readonly<Record<string, () => Promise<KindView>>> = {
  'risk-matrix': () => import('./risk-matrix/view.ts').then((module) => module.riskMatrixView),
  'service-canvas': () => import('./service-canvas/view.ts').then((module) => module.serviceCanvasView),
  'idea-marketplace': () => import('./idea-marketplace/view.ts').then((module) => module.ideaMarketplaceView),
  'empty-board': () => import('./empty-board/view.ts').then((module) => module.emptyBoardView),
  portrait: () => import('./portrait/view.ts').then((module) => module.portraitView),
  'opinion-line': () => import('./opinion-line/view.ts').then((module) => module.opinionLineView),
  'needs-research': () => import('./needs-research/view.ts').then((module) => module.needsResearchView),
  'partner-map': () => import('./partner-map/view.ts').then((module) => module.partnerMapView),
  'resource-analysis': () => import('./resource-analysis/view.ts').then((module) => module.resourceAnalysisView),
  'implementation-plan': () => import('./implementation-plan/view.ts').then((module) => module.implementationPlanView),
  monitoring: () => import('./monitoring/view.ts').then((module) => module.monitoringView),
  'plan-comparison': () => import('./plan-comparison/view.ts').then((module) => module.planComparisonView),
  'change-tasks': () => import('./change-tasks/view.ts').then((module) => module.changeTasksView),
};

export const VIEW_IDS: readonly string[] = Object.keys(LOADERS);

const views = new Map<string, KindView>();
const loading = new Map<string, Promise<KindView | undefined>>();

/** Loads a kind with its view. Undefined for a kind this version does not know; rejects where it cannot be fetched. */
export function loadView(kindId: string): Promise<KindView | undefined> {
  const under = loading.get(kindId);
  if (under) return under;
  const load = Object.hasOwn(LOADERS, kindId) ? LOADERS[kindId] : undefined;
  if (!load) return Promise.resolve(undefined);
  const next = load().then((view) => {
    views.set(kindId, view);
    if (view.whole) noteWhole(view.kind, view.whole);
    return view;
  });
  loading.set(kindId, next);
  // What could not be fetched is asked for again.
  next.catch(() => loading.delete(kindId));
  return next;
}

/** The view of a kind, if it is loaded. */
export const loadedView = (kindId: string): KindView | undefined => views.get(kindId);

/** The view of a kind that is loaded. Throws where it is not: whoever shows a board has loaded its kind before. */
export function viewOf(kindId: string): KindView {
  const view = views.get(kindId);
  if (!view) throw new Error(`kind ${kindId} has no view`);
  return view;
}

/** The template of a kind a reference names, `form-a@1`. */
export const templateOf = (view: KindView, ref: string): Template | undefined =>
  view.kind.templates.find((template) => templateRef(template) === ref);
