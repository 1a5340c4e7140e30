// What of the board's canvas is out of date: nothing, some places, or all of it.
import { type Box, intersects } from '@masa/shared/core';

/** More separate places than this are painted with everything between them. */
const DAMAGE_MAX = 40;

export interface Damage {
  /** Some places, as far as they can be seen. False where none can. */
  add(boxes: readonly Box[], seen: Box): boolean;
  all(): void;
  /** Null = all of it; an empty list = nothing. */
  readonly boxes: readonly Box[] | null;
  clear(): void;
}

export function createDamage(): Damage {
  let boxes: readonly Box[] | null = null;
  return {
    add(more, seen) {
      const touched = more.filter((box) => intersects(box, seen));
      if (touched.length === 0) return false;
      if (boxes) boxes = boxes.length + touched.length > DAMAGE_MAX ? null : [...boxes, ...touched];
      return true;
    },
    all() {
      boxes = null;
    },
    get boxes() {
      return boxes;
    },
    clear() {
      boxes = [];
    },
  };
}
