// What makes a template usable. Templates come from people and from files: both hear every fault at once, in a list.
import { type Box, encloses, type Issue, intersects, isId, LANGUAGES, LIMITS, type Localized } from '../core/index.ts';
import type { BoardKind } from './kind.ts';
import type { Template } from './template.ts';

/** `message` is for the maker of the template. */
export interface TemplateFault extends Issue {
  readonly message: string;
}

/**
 * What is wrong with a template, as a list for the person who made it: `refused` faults make it unusable, `warnings` do not.
 * A missing translation only warns; the default language must be complete.
 */
export function validateTemplate(
  template: Template,
  kind: Pick<BoardKind, 'id' | 'slots' | 'types'>,
  defaultLanguage: keyof Localized,
): { readonly refused: readonly TemplateFault[]; readonly warnings: readonly TemplateFault[] } {
  const refused: TemplateFault[] = [];
  const warnings: TemplateFault[] = [];
  const refuse = (code: string, path: string, message: string): void => void refused.push({ code, path, message });

  if (template.cells.length === 0 && kind.slots.length > 0) refuse('no-cells', 'cells', 'A template needs at least one cell.');
  if (template.cells.length > LIMITS.templateCells) refuse('too-many-cells', 'cells', `A template has at most ${LIMITS.templateCells} cells.`);
  if (template.kind !== kind.id) refuse('wrong-kind', 'kind', `The template is of kind ${template.kind}, not ${kind.id}.`);
  for (const language of LANGUAGES) {
    if (template.title[language]?.trim()) continue;
    const fault = { code: 'missing-text', path: `title.${language}`, message: `The template has no title in ${language}.` };
    (language === defaultLanguage ? refused : warnings).push(fault);
  }
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
