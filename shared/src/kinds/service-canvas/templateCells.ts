// What the sheets of this kind are laid out with: rows of cells, and which resources a cell shows.
import type { TemplateCell } from '../../board/index.ts';
import type { Box, Localized } from '../../core/index.ts';
import { EXAMPLES } from './templateExamples.ts';
import { HINTS } from './templateHints.ts';

export const WIDTH = 1_600;
const MARGIN = 40;
const GAP = 20;

/** A row of cells of equal height, `shares` of the page's width each, `gap` apart. */
export const row = (y: number, h: number, shares: readonly number[], gap = GAP): readonly Box[] => {
  const usable = WIDTH - 2 * MARGIN - gap * (shares.length - 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  let x = MARGIN;
  return shares.map((share) => {
    const w = Math.round((usable * share) / total);
    const box = { x, y, w, h };
    x += w + gap;
    return box;
  });
};

type Words = keyof typeof HINTS;

/** A cell with its words; the questions of the reality check are put to it in kind.ts. */
export const cell = (
  id: string,
  title: Localized,
  hint: Words,
  example: keyof typeof EXAMPLES,
  slots: TemplateCell['slots'],
  rect: Box | undefined,
  order: number,
): TemplateCell => {
  if (!rect) throw new Error(`no rectangle for ${id}`);
  return { id, title, hint: HINTS[hint], example: EXAMPLES[example], slots, rect, order };
};

export const MISSING = { facet: 'availability', values: ['missing'], enter: 'missing' } as const;
export const PROMISED = { facet: 'availability', values: ['promised'], enter: 'promised' } as const;
/** Nothing said counts as there: a resource is named because somebody knows of it. */
export const HAVE = { facet: 'availability', values: ['have', null], enter: 'have' } as const;
export const THERE = { facet: 'availability', values: ['have', 'promised', null], enter: 'have' } as const;
