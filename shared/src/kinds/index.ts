// The list of kinds, all of them loaded: for servers and tests. A new kind is a folder beside service-canvas, one line in KINDS and its
// templates in the catalogue. The client loads kinds one by one (client/src/kinds/index.ts).
import { type BoardKind, type Template, templateRef } from '../board/index.ts';
import { changeTasks } from './change-tasks/index.ts';
import { emptyBoard } from './empty-board/index.ts';
import { ideaMarketplace } from './idea-marketplace/index.ts';
import { implementationPlan } from './implementation-plan/index.ts';
import { monitoring } from './monitoring/index.ts';
import { needsResearch } from './needs-research/index.ts';
import { opinionLine } from './opinion-line/index.ts';
import { partnerMap } from './partner-map/index.ts';
import { planComparison } from './plan-comparison/index.ts';
import { portrait } from './portrait/index.ts';
import { resourceAnalysis } from './resource-analysis/index.ts';
import { riskMatrix } from './risk-matrix/index.ts';
import { serviceCanvas } from './service-canvas/index.ts';

export * from './catalogue/index.ts';
export * from './empty-board/index.ts';
export * from './idea-marketplace/index.ts';
export * from './risk-matrix/index.ts';
export * from './service-canvas/index.ts';

export { changeTasks, implementationPlan, monitoring, needsResearch, opinionLine, partnerMap, planComparison, portrait, resourceAnalysis };

export const KINDS: readonly BoardKind[] = [
  serviceCanvas,
  emptyBoard,
  ideaMarketplace,
  riskMatrix,
  portrait,
  opinionLine,
  needsResearch,
  partnerMap,
  resourceAnalysis,
  implementationPlan,
  monitoring,
  planComparison,
  changeTasks,
];

export const kindById = (id: string): BoardKind | undefined => KINDS.find((kind) => kind.id === id);

/** The kind and template a reference names: pinned, `form-a@1`, or the newest of an id, `form-a`. */
export function templateByRef(ref: string): { readonly kind: BoardKind; readonly template: Template } | undefined {
  let newest: { readonly kind: BoardKind; readonly template: Template } | undefined;
  for (const kind of KINDS) {
    for (const template of kind.templates) {
      if (templateRef(template) === ref) return { kind, template };
      if (template.id === ref && template.version > (newest?.template.version ?? 0)) newest = { kind, template };
    }
  }
  return newest;
}
