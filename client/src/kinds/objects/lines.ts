// Lines of objects: how thin they may become on screen, and how they are dashed.
import { STROKES, type Stroke } from '@masa/shared/objects';
import type { Detail } from '../../canvas/detail.ts';
import type { Paint } from '../../canvas/pen.ts';

/** Nothing thinner than this is drawn, CSS pixels. */
export const HAIR_PX = 0.5;
/** Dashes nearer to one another than this, px, are one line. */
const DASH_PX = 3;

/** A stroke's width at a zoom, board units: what an object consists of stays visible from afar. */
export const widthAt = (stroke: Stroke, { zoom }: Detail): number => Math.max(STROKES[stroke], HAIR_PX / zoom);

/** Whether a line that only adorns can be seen. */
export const isSeen = (width: number, { zoom }: Detail): boolean => width * zoom >= HAIR_PX;

/** The dashes of a line with round caps, which make each dash longer by the width. */
export function dashOf(dash: 'solid' | 'dashed' | 'dotted', stroke: Stroke, { zoom }: Detail): Pick<Paint, 'dash'> {
  const width = STROKES[stroke];
  const lengths = dash === 'dashed' ? [4 + 2 * width, 4 + 2.4 * width] : dash === 'dotted' ? [0.01, 3 + 2 * width] : [];
  const period = lengths.reduce((sum, each) => sum + each, 0);
  return lengths.length > 0 && period * zoom >= DASH_PX ? { dash: lengths } : {};
}
