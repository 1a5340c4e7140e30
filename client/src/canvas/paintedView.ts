// The view the canvases were painted with. Panning and zooming move and scale the canvases, which are a margin larger than what is seen;
// they are painted anew when the margin is used up, the scale is too coarse, or the hand rests.
import { type Box, encloses } from '@masa/shared/core';
import type { Camera, View } from '../editor/camera.ts';
import { pixelRatioAt } from './detail.ts';
import { snapped } from './region.ts';

/** CSS pixels the canvases reach beyond each side of the viewport. */
export const MARGIN = 96;
/** A zoom that rests this long is painted sharp. */
const SETTLE_MS = 120;
/** A picture is shown scaled by at most this much, and its inverse. */
const SCALE_MAX = 1.3;

export interface PaintedView {
  readonly view: View;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  /** What the canvases show, board units. */
  covered(): Box;
  /** Follows the camera by moving the canvases, or takes a view that has to be painted. */
  follow(): void;
  dispose(): void;
}

export interface PaintedViewOptions {
  readonly devicePixelRatio: () => number;
  /** Moves all canvases by CSS pixels and scales them about the viewport's corner. */
  readonly shift: (dx: number, dy: number, scale: number) => void;
  readonly setRatio: (ratio: number) => void;
  /** Everything is to be painted. */
  readonly repaint: () => void;
  /** The hand rests: to be followed once more. */
  readonly rested: () => void;
}

export function createPaintedView(camera: Camera, options: PaintedViewOptions): PaintedView {
  let painted: View = camera.view.get();
  let ratio = 0;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let isSettled = true;

  const covered = (): Box => {
    const { w, h } = camera.viewport.get();
    const { x, y, zoom } = painted;
    return { x: x - MARGIN / zoom, y: y - MARGIN / zoom, w: (w + 2 * MARGIN) / zoom, h: (h + 2 * MARGIN) / zoom };
  };

  return {
    get view() {
      return painted;
    },
    get ratio() {
      return ratio;
    },
    covered,
    follow() {
      const wasSettled = isSettled;
      const wanted = pixelRatioAt(camera.view.get().zoom, options.devicePixelRatio());
      if (wanted !== ratio) {
        ratio = wanted;
        options.setRatio(ratio);
        options.repaint();
      }
      const next = snapped(camera.view.get(), ratio);
      const scale = next.zoom / painted.zoom;
      const isScaled = scale !== 1;
      const isNear = scale < SCALE_MAX && scale > 1 / SCALE_MAX;
      if (isScaled) {
        isSettled = false;
        clearTimeout(settling);
        settling = setTimeout(() => {
          isSettled = true;
          options.rested();
        }, SETTLE_MS);
      }
      const { w, h } = camera.viewport.get();
      const isCovered = encloses(covered(), { x: next.x, y: next.y, w: w / next.zoom, h: h / next.zoom });
      if (isCovered && (!isScaled || (isNear && !wasSettled))) {
        options.shift((painted.x - next.x) * next.zoom, (painted.y - next.y) * next.zoom, scale);
        return;
      }
      painted = next;
      options.shift(0, 0, 1);
      options.repaint();
    },
    dispose: () => clearTimeout(settling),
  };
}
