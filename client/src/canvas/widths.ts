// How wide text is, asked of a canvas once for each piece and font and then kept: painting a sheet at another zoom, placing it and
// drawing its miniature ask for the same words again and again. Shared by the whole page; what a font that arrived late changes is
// forgotten when it arrives.
import type { Measure } from '@masa/shared/core';
import { font } from '../ui/tokens.ts';

export const fontOf = (size: number, weight: number): string => `${weight} ${size}px ${font.family}`;

/** Makes letters stand where the DOM puts them at any zoom: unhinted widths, kerning on. */
export function settleText(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D): void {
  context.textRendering = 'geometricPrecision';
  context.fontKerning = 'normal';
  context.textBaseline = 'alphabetic';
}

/** Pieces kept per font; a board of 5,000 cards has about as many words. */
const PIECES_MAX = 20_000;
/** Fonts kept. Boards use a dozen; a size nobody shares is not worth keeping. */
const FONTS_MAX = 48;
/** Font size at which widths for any size are measured: unhinted widths grow with the size. */
const UNIT = 64;

const measures = new Map<string, Measure>();
/** Grows when a font arrives: what was measured before may be wrong. */
let fontsAge = 0;
let context: CanvasRenderingContext2D | undefined;
let contextFont = '';

function open(): CanvasRenderingContext2D {
  if (context) return context;
  const made = document.createElement('canvas').getContext('2d');
  if (!made) throw new Error('no 2d context');
  settleText(made);
  if ('fonts' in document) {
    document.fonts.addEventListener('loadingdone', () => {
      fontsAge += 1;
      contextFont = '';
    });
  }
  context = made;
  return made;
}

/** Widths in one font, in its own size. The first call makes a canvas: call it where there is one. */
export function measureIn(size: number, weight: number): Measure {
  const name = fontOf(size, weight);
  const before = measures.get(name);
  if (before) return before;
  const paper = open();
  const known = new Map<string, number>();
  let age = fontsAge;
  const measure: Measure = (piece) => {
    if (age !== fontsAge) {
      known.clear();
      age = fontsAge;
    }
    let width = known.get(piece);
    if (width === undefined) {
      if (known.size >= PIECES_MAX) known.clear();
      if (contextFont !== name) {
        contextFont = name;
        paper.font = name;
      }
      width = paper.measureText(piece).width;
      known.set(piece, width);
    }
    return width;
  };
  if (measures.size >= FONTS_MAX) measures.clear();
  measures.set(name, measure);
  return measure;
}

/** Width of a text at any size, which may be another one at every zoom. */
export const widthAt = (text: string, size: number, weight: number): number => (measureIn(UNIT, weight)(text) * size) / UNIT;
