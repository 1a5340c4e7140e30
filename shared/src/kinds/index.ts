// The list of kinds, all of them loaded: for servers and tests. A new kind is a folder beside service-canvas, one line in KINDS and its
// templates in the catalogue. The client loads kinds one by one (client/src/kinds/index.ts).
import { type BoardKind, type Template, templateRef } from '../board/index.ts';
import { emptyBoard } from './empty-board/index.ts';
import { serviceCanvas } from './service-canvas/index.ts';

export * from './catalogue/index.ts';
export * from './empty-board/index.ts';
export * from './service-canvas/index.ts';

export const KINDS: readonly BoardKind[] = [serviceCanvas, emptyBoard];

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
