// Measuring text for placement. The font is loaded first; line breaks made from its widths are the ones the DOM makes (rule RENDER-1),
// which is why a card and its text field coincide.

import { SHEET, type Typesetting } from '@masa/shared/board';
import type { Measure } from '@masa/shared/core';
import { font } from '../ui/tokens.ts';
import { fontOf, measureIn } from './widths.ts';

/** One letter of each script file the boards' five languages use. */
const SCRIPTS = 'AșаґЇ“';

/** Loads what boards are written in. Resolves also when a file cannot be fetched: then the next font of the family is measured. */
export async function loadBoardFont(): Promise<void> {
  if (typeof document === 'undefined' || !('fonts' in document)) return;
  const { normal, medium, strong } = font.weight;
  await Promise.allSettled([normal, medium, strong].map((weight) => document.fonts.load(fontOf(SHEET.cardText, weight), SCRIPTS)));
}

/** Widths of words by a canvas, each measured once a page. Measures of one size and weight are the same. */
export const createMeasure = (size: number, weight: number = font.weight.normal): Measure => measureIn(size, weight);

/** The typesetting of boards on this screen. Load the font first. */
export const createTypesetting = (): Typesetting => ({
  text: createMeasure(SHEET.cardText),
  summary: createMeasure(SHEET.summaryText),
  at: (size) => createMeasure(size),
});
