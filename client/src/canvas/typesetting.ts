// Measuring text for placement. The font is loaded first, then every word's width is asked of a canvas once and kept; line breaks
// made from these widths are the ones the DOM makes (rule RENDER-1), which is why a card and its text field coincide.

import { SHEET, type Typesetting } from '@masa/shared/board';
import type { Measure } from '@masa/shared/core';
import { font } from '../ui/tokens.ts';
import { fontOf, settleText } from './canvasPen.ts';

/** One letter of each script file the boards' five languages use. */
const SCRIPTS = 'AșаґЇ“';
/** Words kept per font; a board of 5,000 cards has about as many. */
const WORDS = 20_000;

/** Loads what boards are written in. Resolves also when a file cannot be fetched: then the next font of the family is measured. */
export async function loadBoardFont(): Promise<void> {
  if (typeof document === 'undefined' || !('fonts' in document)) return;
  const { normal, medium, strong } = font.weight;
  await Promise.allSettled([normal, medium, strong].map((weight) => document.fonts.load(fontOf(SHEET.cardText, weight), SCRIPTS)));
}

/** Widths of words by a canvas, each measured once. */
export function createMeasure(size: number, weight: number = font.weight.normal): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no 2d context');
  settleText(context);
  context.font = fontOf(size, weight);
  const known = new Map<string, number>();
  return (piece) => {
    let width = known.get(piece);
    if (width === undefined) {
      if (known.size >= WORDS) known.clear();
      width = context.measureText(piece).width;
      known.set(piece, width);
    }
    return width;
  };
}

/** The typesetting of boards on this screen. Load the font first. */
export const createTypesetting = (): Typesetting => ({ text: createMeasure(SHEET.cardText), summary: createMeasure(SHEET.summaryText) });
