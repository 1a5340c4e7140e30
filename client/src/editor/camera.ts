// The camera: which part of the board this screen shows. Screen points are CSS pixels from the stage's top left corner.
import { type Box, clamp, type Point } from '@masa/shared/core';
import { createStore, type Store } from './store.ts';

export interface View extends Point {
  /** Board point shown at the stage's top left corner is (x, y); 1 = 100 %. */
  readonly zoom: number;
}

export const ZOOM = { min: 0.05, max: 8 } as const;

export interface Camera {
  readonly view: Store<View>;
  readonly viewport: Store<{ readonly w: number; readonly h: number }>;
  toBoard(screen: Point): Point;
  toScreen(board: Point): Point;
  panBy(dx: number, dy: number): void;
  /** Zooms by `factor` and keeps the board point under `screen` where it is. */
  zoomAt(screen: Point, factor: number): void;
  setZoom(zoom: number): void;
  /** Shows all of `box` with `margin` px around it, at most at `maxZoom`. */
  fit(box: Box, margin?: number, maxZoom?: number): void;
  /** Fits the width and starts at the top: how a sheet is read. */
  fitWidth(box: Box, margin?: number, maxZoom?: number): void;
  /** Pans as little as needed to show `box` with `margin` px around it. */
  reveal(box: Box, margin?: number): void;
  visible(): Box;
}

export function createCamera(): Camera {
  const view = createStore<View>({ x: 0, y: 0, zoom: 1 });
  const viewport = createStore({ w: 1, h: 1 });
  const size = (): { w: number; h: number } => viewport.get();

  return {
    view,
    viewport,
    toBoard(screen) {
      const { x, y, zoom } = view.get();
      return { x: x + screen.x / zoom, y: y + screen.y / zoom };
    },
    toScreen(board) {
      const { x, y, zoom } = view.get();
      return { x: (board.x - x) * zoom, y: (board.y - y) * zoom };
    },
    panBy(dx, dy) {
      const { x, y, zoom } = view.get();
      view.set({ x: x + dx / zoom, y: y + dy / zoom, zoom });
    },
    zoomAt(screen, factor) {
      const { x, y, zoom } = view.get();
      const next = clamp(zoom * factor, ZOOM.min, ZOOM.max);
      view.set({ x: x + screen.x / zoom - screen.x / next, y: y + screen.y / zoom - screen.y / next, zoom: next });
    },
    setZoom(zoom) {
      const { w, h } = size();
      this.zoomAt({ x: w / 2, y: h / 2 }, clamp(zoom, ZOOM.min, ZOOM.max) / view.get().zoom);
    },
    fit(box, margin = 24, maxZoom = 2) {
      const { w, h } = size();
      const zoom = clamp(Math.min((w - 2 * margin) / box.w, (h - 2 * margin) / box.h), ZOOM.min, maxZoom);
      view.set({ x: box.x - (w / zoom - box.w) / 2, y: box.y - (h / zoom - box.h) / 2, zoom });
    },
    fitWidth(box, margin = 16, maxZoom = 1.25) {
      const { w } = size();
      const zoom = clamp((w - 2 * margin) / box.w, ZOOM.min, maxZoom);
      view.set({ x: box.x - (w / zoom - box.w) / 2, y: box.y - margin / zoom, zoom });
    },
    reveal(box, margin = 32) {
      const { x, y, zoom } = view.get();
      const { w, h } = size();
      const room = margin / zoom;
      const along = (start: number, length: number, low: number, span: number): number => {
        if (span + 2 * room > length || low - room < start) return low - room;
        return low + span + room > start + length ? low + span + room - length : start;
      };
      view.set({ x: along(x, w / zoom, box.x, box.w), y: along(y, h / zoom, box.y, box.h), zoom });
    },
    visible() {
      const { x, y, zoom } = view.get();
      const { w, h } = size();
      return { x, y, w: w / zoom, h: h / zoom };
    },
  };
}
