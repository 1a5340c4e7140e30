// How a frame's title is set: as large as its frame makes it, and from afar as small as can still be read.
import { FRAME_TITLE } from '@masa/shared/objects';
import { font } from '../ui/tokens.ts';

/** Board units. */
const NATURAL = 20;
/** A title is never smaller than this on screen, px. */
const LEAST_PX = 11;

export interface FrameTitle {
  readonly size: number;
  readonly lineHeight: number;
  readonly weight: number;
  /** Where its line box begins, from the frame's top left corner. */
  readonly top: number;
  readonly indent: number;
}

export function frameTitleAt(zoom: number): FrameTitle {
  const size = Math.max(NATURAL, LEAST_PX / zoom);
  const scale = size / NATURAL;
  const lineHeight = 28 * scale;
  return { size, lineHeight, weight: font.weight.medium, top: -lineHeight - (FRAME_TITLE - 28) * 0.5 * scale, indent: 2 };
}
