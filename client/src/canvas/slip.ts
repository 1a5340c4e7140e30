// The slip of paper under a connector's words. The text field that lies over it looks the same.
import { type Box, inset } from '@masa/shared/core';
import { color, radius } from '../ui/tokens.ts';
import type { Detail } from './detail.ts';
import type { Pen } from './pen.ts';

/** How far the slip reaches beyond its words, board units. */
export const SLIP = 4;

export function paintSlip(pen: Pen, words: Box, { fine, zoom }: Detail): void {
  const { x, y, w, h } = inset(words, -SLIP);
  if (fine) pen.roundRect(x, y, w, h, radius.small + 2, { fill: color.paper, ...(zoom >= 0.5 ? { stroke: color.line, width: 1 } : {}) });
  else pen.rect(x, y, w, h, { fill: color.paper });
}
