// A text of its own: words in a colour, on nothing.
import type { ObjectPainter } from '../../canvas/KindView.ts';
import { inkOf } from '../../canvas/textOverlay.ts';
import { paintLetters } from './letters.ts';

export const paintText: ObjectPainter = (pen, { record, text }, { detail, hideText }) => {
  if (!hideText) paintLetters(pen, text, inkOf(record), detail);
};
