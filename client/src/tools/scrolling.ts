// A drag that comes near the edge of the stage scrolls the board.
import type { Point } from '@masa/shared/core';
import type { Camera } from '../editor/camera.ts';

/** Nearer to the stage's edge than this, a drag scrolls, px; at most so fast, px per ms. */
const EDGE_PX = 48;
const EDGE_SPEED = 0.9;

/** Scrolls for a pointer at `screen` during `elapsedMs`; true if it moved the camera. */
/** @param start where the drag began */
export function createScroller(camera: Camera, start: Point): (screen: Point, elapsedMs: number) => boolean {
  /** A drag that begins at the edge scrolls only once it has been further in. */
  const isIn = ({ x, y }: Point): boolean => {
    const { w, h } = camera.viewport.get();
    return x >= EDGE_PX && y >= EDGE_PX && x <= w - EDGE_PX && y <= h - EDGE_PX;
  };
  let wasInside = isIn(start);
  return (screen, elapsedMs) => {
    const { w, h } = camera.viewport.get();
    const isInside = isIn(screen);
    wasInside ||= isInside;
    if (isInside || !wasInside) return false;
    const speed = (at: number, size: number): number =>
      at < EDGE_PX ? -Math.min(1, (EDGE_PX - at) / EDGE_PX) : at > size - EDGE_PX ? Math.min(1, (at - size + EDGE_PX) / EDGE_PX) : 0;
    const dx = speed(screen.x, w) * EDGE_SPEED * elapsedMs;
    const dy = speed(screen.y, h) * EDGE_SPEED * elapsedMs;
    if (dx !== 0 || dy !== 0) camera.panBy(dx, dy);
    return dx !== 0 || dy !== 0;
  };
}
