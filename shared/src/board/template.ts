// A template: the structure of a board as data. It is never in the shared document, so nobody can drag or delete it; boards pin a
// version. A cell shows one or more slots of the kind's model; two templates of one kind are two views of the same cards.
import { type Box, encloses, intersects, isId, LANGUAGES, LIMITS, type Localized } from '../core/index.ts';
import type { BoardKind, TemplateFault } from './kind.ts';

/** Which cards of a slot a cell shows, and what a card put here becomes. */
export interface CellSlot {
  readonly slot: string;
  /** Only cards whose `facet` has one of `values` (null = nothing said). `enter` is set on a card that is put here from elsewhere. */
  readonly when?: { readonly facet: string; readonly values: readonly unknown[]; readonly enter: unknown };
}

export interface TemplateCell {
  readonly id: string;
  readonly title: Localized;
  /** The guiding question shown in an empty cell. */
  readonly hint: Localized;
  readonly example: Localized;
  /** The first takes new cards. */
  readonly slots: readonly CellSlot[];
  /** Board units. A cell grows downwards with its cards and pushes what is below it. */
  readonly rect: Box;
  /** Place in report, outline and Tab order; 0 first. */
  readonly order: number;
}

export interface Template {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly title: Localized;
  /** Board units, as drawn when empty. */
  readonly size: { readonly w: number; readonly h: number };
  readonly cells: readonly TemplateCell[];
  readonly connectors: readonly { readonly from: string; readonly to: string }[];
}

/** A pinned version, e.g. `form-a@1`. */
export const templateRef = (template: Template): string => `${template.id}@${template.version}`;

export const cellsInOrder = (template: Template): readonly TemplateCell[] => [...template.cells].sort((a, b) => a.order - b.order);

/**
 * What is wrong with a template, as a list for the person who made it: `refused` faults make it unusable, `warnings` do not.
 * A missing translation only warns; the default language must be complete.
 */
export function validateTemplate(
  template: Template,
  kind: Pick<BoardKind, 'slots' | 'types'>,
  defaultLanguage: keyof Localized,
): { readonly refused: readonly TemplateFault[]; readonly warnings: readonly TemplateFault[] } {
  const refused: TemplateFault[] = [];
  const warnings: TemplateFault[] = [];
  const refuse = (code: string, path: string, message: string): void => void refused.push({ code, path, message });

  if (template.cells.length === 0) refuse('no-cells', 'cells', 'A template needs at least one cell.');
  if (template.cells.length > LIMITS.templateCells) refuse('too-many-cells', 'cells', `A template has at most ${LIMITS.templateCells} cells.`);
  const page: Box = { x: 0, y: 0, ...template.size };
  const seen = new Set<string>();
  for (const [at, cell] of template.cells.entries()) {
    const path = `cells[${at}]`;
    if (!isId(cell.id)) refuse('bad-id', path, 'A cell id consists of letters, digits, _ and -.');
    if (seen.has(cell.id)) refuse('duplicate-id', path, `The id ${cell.id} is used twice.`);
    seen.add(cell.id);
    if (!encloses(page, cell.rect) || cell.rect.w <= 0 || cell.rect.h <= 0) refuse('off-page', path, `The cell ${cell.id} does not lie on the page.`);
    for (const other of template.cells.slice(0, at)) {
      if (intersects(cell.rect, other.rect)) refuse('overlap', path, `The cells ${other.id} and ${cell.id} overlap.`);
    }
    if (cell.slots.length === 0) refuse('no-slot', path, `The cell ${cell.id} shows nothing.`);
    for (const { slot, when } of cell.slots) {
      const known = kind.slots.find((each) => each.id === slot);
      if (!known) refuse('unknown-slot', path, `The cell ${cell.id} shows ${slot}, which this kind does not have.`);
      else if (when && !kind.types[known.type]?.facets[when.facet]) refuse('unknown-facet', path, `The cards of ${slot} have no ${when.facet}.`);
    }
    for (const language of LANGUAGES) {
      const missing = (['title', 'hint'] as const).filter((name) => !cell[name][language]?.trim());
      for (const name of missing) {
        const fault = { code: 'missing-text', path: `${path}.${name}.${language}`, message: `The cell ${cell.id} has no ${name} in ${language}.` };
        (language === defaultLanguage ? refused : warnings).push(fault);
      }
    }
  }
  for (const { from, to } of template.connectors) {
    if (!seen.has(from) || !seen.has(to))
      refuse('unknown-cell', 'connectors', `A connector leads from ${from} to ${to}, and one of them does not exist.`);
  }
  return { refused, warnings };
}
