// How long a text is for a card. Pure. How it is divided stands beside the canvas field, which does the same.
import { LIMITS, visibleLength } from '@masa/shared/core';

export type Length = 'fine' | 'counted' | 'long' | 'too-long';

export interface LengthSays {
  readonly length: Length;
  /** Visible characters left until the text is refused; negative beyond. */
  readonly left: number;
}

/** Length counts what a person sees. */
export function lengthOf(text: string): LengthSays {
  const count = text.length <= LIMITS.cardTextCounter ? text.length : visibleLength(text);
  const left = LIMITS.cardTextMax - count;
  const length = left < 0 ? 'too-long' : count > LIMITS.cardTextLong ? 'long' : count > LIMITS.cardTextCounter ? 'counted' : 'fine';
  return { length, left };
}
