// Motion that explains where something went: boxes that move to another place get there in one short glide. Holds only what is
// moving now; with motion turned off nothing ever is.
import { type Box, union } from '@masa/shared/core';
import { motion } from '../ui/tokens.ts';

/** A cell among what glides, apart from a card of the same id. */
export const cellKey = ({ id }: { readonly id: string }): string => `cell ${id}`;

interface Glide {
  readonly from: Box;
  readonly startAt: number;
}

export interface Glides {
  /** `id` was drawn at `from` until now and belongs at its new place. */
  start(id: string, from: Box, now: number): void;
  /** Where to draw `id`, whose place is `to`. */
  boxAt(id: string, to: Box, now: number): Box;
  /** Forgets what has arrived; true while something is still on its way. */
  settle(now: number): boolean;
  /** What is on its way, and from where. */
  moving(): Iterable<readonly [string, Box]>;
  clear(): void;
}

/** Decelerating: quick at first, so that the eye finds the new place. */
const ease = (t: number): number => 1 - (1 - t) ** 3;

export function createGlides(enabled: () => boolean, lastsMs: number = motion.slow): Glides {
  const gliding = new Map<string, Glide>();
  return {
    start(id, from, now) {
      if (enabled()) gliding.set(id, { from, startAt: now });
    },
    boxAt(id, to, now) {
      const glide = gliding.get(id);
      if (!glide) return to;
      const part = Math.min(1, Math.max(0, (now - glide.startAt) / lastsMs));
      if (part >= 1) return to;
      const rest = 1 - ease(part);
      const { from } = glide;
      return {
        x: to.x + (from.x - to.x) * rest,
        y: to.y + (from.y - to.y) * rest,
        w: to.w + (from.w - to.w) * rest,
        h: to.h + (from.h - to.h) * rest,
      };
    },
    settle(now) {
      for (const [id, { startAt }] of gliding) if (now - startAt >= lastsMs) gliding.delete(id);
      return gliding.size > 0;
    },
    *moving() {
      for (const [id, { from }] of gliding) yield [id, from];
    },
    clear: () => gliding.clear(),
  };
}

/** What all that is on its way passes over, as one box. @param placeOf where each of them belongs */
export const passedOver = (glides: Glides, placeOf: (id: string) => Box | undefined): Box | undefined =>
  union([...glides.moving()].flatMap(([id, from]) => [from, placeOf(id) ?? from]));
