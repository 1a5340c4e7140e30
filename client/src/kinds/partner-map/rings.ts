// Rings around "our library": arcs that run through the room between the cells, on ground that grows paler with the distance.
import { RINGS } from '@masa/shared/kinds/partner-map';
import type { SheetPainter } from '../../canvas/KindView.ts';
import { cardColorOf } from '../../ui/tokens.ts';

/** How far left of the library's cell the middle of the rings lies, board units: the arcs bend, and stay between the cells. */
const OUT = 640;
/** How far the ground reaches above and below the cells. */
const RIM = 44;
/** The ground of each ring, from the library outwards. */
const GROUND = [1, 0.75, 0.5, 0.25] as const;
const DASHES: readonly (readonly number[] | undefined)[] = [undefined, [18, 10], [6, 10]];

export const paintRings: SheetPainter = (pen, { placement, detail }) => {
  const library = placement.cells.find(({ id }) => id === 'offer')?.rect;
  const rings = RINGS.flatMap((ring) => placement.cells.find(({ id }) => id === ring)?.rect ?? []);
  if (!library || rings.length < RINGS.length) return;
  const middle = { x: library.x - OUT, y: library.y + library.h / 2 };
  // Each ring ends half way to the next cell; the outermost goes on to the edge of the sheet.
  const inward = [library, ...rings];
  const ends = rings.map((rect, at) => {
    const before = inward[at] ?? library;
    return (before.x + before.w + rect.x) / 2 - middle.x;
  });
  const { edge, paper } = cardColorOf('partners');
  const ground = { x: 1, y: library.y - RIM, w: placement.size.w - 2, h: library.h + 2 * RIM };
  pen.clip(ground, () => {
    pen.rect(ground.x, ground.y, ground.w, ground.h, { fill: paper, opacity: GROUND[3] });
    for (const [at, radius] of [...ends.entries()].reverse()) {
      // The farther ground shows through the nearer one, so each adds what is missing.
      pen.circle(middle.x, middle.y, radius, { fill: paper, opacity: GROUND[at] ?? 1 });
      const dash = DASHES[at];
      pen.circle(middle.x, middle.y, radius, {
        stroke: edge,
        width: detail.fine ? 2 : Math.max(2, 1.2 / detail.zoom),
        opacity: 0.6,
        ...(dash ? { dash } : {}),
      });
    }
  });
};
