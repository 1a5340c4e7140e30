// What a careful colleague would ask about a card, beside the card: shown while the pointer rests on it or it is chosen.
import { type Box, wrap } from '@masa/shared/core';
import { color, font, radius } from '../ui/tokens.ts';
import { baseline, type Letters, type Pen } from './pen.ts';

/** CSS pixels: letters, lines, the slip's rim and widest width, and how far below the card it stands, under the author's name. */
const TEXT = { size: 14, line: 20, rim: 8, widest: 360, below: 22 } as const;
/** More questions than this are in the card's details. */
const SHOWN_MAX = 3;

/** A slip of paper under a card with the sentences of its open checks. @param px one CSS pixel in board units */
export function paintAdvice(pen: Pen, { x, y, w, h }: Box, sentences: readonly string[], px: number): void {
  if (sentences.length === 0) return;
  const letters: Letters = { size: TEXT.size * px, weight: font.weight.normal, color: color.ink };
  const room = Math.min(Math.max(w, 200 * px), TEXT.widest * px) - 3 * TEXT.rim * px;
  const lines = sentences.slice(0, SHOWN_MAX).map((sentence) => wrap(sentence, room, (piece) => pen.measure(piece, letters)));
  const count = lines.reduce((sum, each) => sum + each.length, 0);
  const widest = Math.max(...lines.flat().map((line) => pen.measure(line, letters)));
  const height = (count * TEXT.line + (lines.length - 1) * 4 + 2 * TEXT.rim) * px;
  const top = y + h + TEXT.below * px;
  pen.roundRect(x, top, widest + 3 * TEXT.rim * px, height, radius.small * px, { fill: color.warningSoft, stroke: color.warning, width: px });
  let at = top + TEXT.rim * px;
  for (const each of lines) {
    pen.rect(x + TEXT.rim * px * 0.6, at + 3 * px, 2 * px, (each.length * TEXT.line - 6) * px, { fill: color.warning });
    for (const line of each) {
      pen.text(line, x + TEXT.rim * 1.8 * px, at + baseline(TEXT.size, TEXT.line) * px, letters);
      at += TEXT.line * px;
    }
    at += 4 * px;
  }
}
