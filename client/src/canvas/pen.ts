// The pen: the few strokes painters may use. Painters know nothing else of where they draw, so one painter serves the screen
// (canvasPen.ts), miniatures, vector previews and prints (svgPen.ts). Coordinates are board units of the pen's current origin.
import type { Box } from '@masa/shared/core';

export interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  /** Stroke width in board units; 1 if absent. */
  readonly width?: number;
  /** Lengths of dashes and spaces in board units. */
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

export interface Letters {
  /** Font size in board units. */
  readonly size: number;
  readonly weight: number;
  readonly color: string;
  readonly align?: 'left' | 'right' | 'center';
}

export interface Pen {
  rect(x: number, y: number, w: number, h: number, paint: Paint): void;
  roundRect(x: number, y: number, w: number, h: number, radius: number, paint: Paint): void;
  circle(x: number, y: number, radius: number, paint: Paint): void;
  /** SVG path data, moved by (x, y) and then scaled. */
  path(data: string, x: number, y: number, scale: number, paint: Paint): void;
  line(x1: number, y1: number, x2: number, y2: number, paint: Paint): void;
  /** One line of text; `y` is its baseline. */
  text(text: string, x: number, y: number, letters: Letters): void;
  /** Width of a line of text in board units. */
  measure(text: string, letters: Letters): number;
  /** What `draw` draws is seen only inside the box. */
  clip(box: Box, draw: () => void): void;
  /** What `draw` draws is moved by (dx, dy). */
  at(dx: number, dy: number, draw: () => void): void;
  /** What `draw` draws is turned clockwise about (x, y), in degrees. */
  turned(x: number, y: number, degrees: number, draw: () => void): void;
  /** What `draw` draws is scaled about the origin. */
  scaled(sx: number, sy: number, draw: () => void): void;
  /** What `draw` draws is seen through. 1 = not at all. */
  faded(opacity: number, draw: () => void): void;
  /** A picture of the board; nothing as long as it is not there. Says whether it is. */
  image(href: string, x: number, y: number, w: number, h: number): boolean;
}

/** Where the baseline of a line box lies below its top: ascent and descent, in whole units, stand centred in the line height. */
export const baseline = (size: number, lineHeight: number): number => {
  const ascent = Math.round(size * ASCENT);
  const descent = Math.round(size * DESCENT);
  return Math.floor((lineHeight - ascent - descent) / 2) + ascent;
};

/** Of Noto Sans, in em. */
const ASCENT = 1.069;
const DESCENT = 0.293;
