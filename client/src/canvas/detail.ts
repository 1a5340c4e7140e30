// Levels of detail: what is worth drawing at a zoom. Letters under about six pixels are grey noise and cost most of a frame.
import { SHEET } from '@masa/shared/board';

export interface Detail {
  readonly zoom: number;
  /** Letters, bars that stand for lines, or nothing but the card. */
  readonly text: 'letters' | 'bars' | 'none';
  /** Rounded corners and thin edges can be seen. */
  readonly fine: boolean;
}

/** Text below this size on screen, in CSS pixels, becomes bars. */
const LEGIBLE = 6;

export function detailAt(zoom: number): Detail {
  const letters = SHEET.cardText * zoom;
  return { zoom, text: letters >= LEGIBLE ? 'letters' : letters >= 1.4 ? 'bars' : 'none', fine: zoom >= 0.3 };
}

/** Device pixels per CSS pixel to paint with: more than 2 is not seen, and at overview 1 is enough. */
export const pixelRatioAt = (zoom: number, device: number): number => Math.min(zoom < LEGIBLE / SHEET.cardText ? 1 : 2, Math.max(1, device));
