// A shape: its outline, filled palely, fully or not at all, with somebody's words in its middle.
import { type PlacedObject, type ShapeName, STROKES, shapeLooks } from '@masa/shared/objects';
import type { ObjectPainter } from '../../canvas/KindView.ts';
import { inkOf } from '../../canvas/textOverlay.ts';
import { objectColorOf } from '../../ui/objectTokens.ts';
import { paintLetters } from './letters.ts';
import { dashOf, isSeen, widthAt } from './lines.ts';
import { outlinePath } from './outlines.ts';

/** Outlines by placed shape: computed once for as long as it lies where it lies. */
const outlines = new WeakMap<PlacedObject, string>();

function outlineOf(placed: PlacedObject, shape: ShapeName, w: number, h: number): string {
  const known = outlines.get(placed) ?? outlinePath(shape, w, h);
  outlines.set(placed, known);
  return known;
}

export const paintShape: ObjectPainter = (pen, placed, { detail, hideText }) => {
  const { shape, colour, fill, stroke, dash } = shapeLooks(placed.record);
  const { paper, edge, solid } = objectColorOf(colour);
  const inside = fill === 'none' ? {} : { fill: fill === 'solid' ? solid : paper };
  // Without a fill the line is all there is of it; on a filled shape a line that cannot be seen is left out.
  const hasLine = fill === 'none' || isSeen(STROKES[stroke], detail);
  const width = widthAt(stroke, detail);
  const line = hasLine ? { stroke: edge, width, ...dashOf(dash, stroke, detail) } : {};
  // The line lies inside the box, however thick it is.
  const [w, h] = [Math.max(0, placed.box.w - STROKES[stroke]), Math.max(0, placed.box.h - STROKES[stroke])];
  const half = STROKES[stroke] / 2;
  if (shape === 'rectangle' && !detail.fine) pen.rect(half, half, w, h, { ...inside, ...line });
  else pen.path(outlineOf(placed, shape, w, h), half, half, 1, { ...inside, ...line });
  if (!hideText) paintLetters(pen, placed.text, inkOf(placed.record), detail);
};
