// The text of an object: lines where the placement set them, bars from afar.
import { segments } from '@masa/shared/core';
import type { SetText } from '@masa/shared/objects';
import type { Detail } from '../../canvas/detail.ts';
import { baseline, type Pen } from '../../canvas/pen.ts';
import { topOf } from '../../canvas/textOverlay.ts';
import { font } from '../../ui/tokens.ts';

/** Text below this size on screen, in CSS pixels, becomes bars. */
const LEGIBLE = 6;
/** Bars thinner than this on screen, in CSS pixels, are grey noise: from there on a text is one pale block, which costs a quarter. */
const BAR_PX = 1.2;
/** Part of a line's height its bar takes. */
const BAR = 0.36;
/** Characters of a line looked at when it is cut: no title is wider. */
const CUT_MAX = 300;

export function paintLetters(pen: Pen, text: SetText | null, ink: string, { zoom }: Detail): void {
  if (!text) return;
  const { lines, size, lineHeight, align, box } = text;
  const top = topOf(text);
  if (size * zoom < 1.4) return;
  if (lineHeight * BAR * zoom < BAR_PX) {
    const long = Math.min(box.w, Math.max(0, ...lines.map((line) => line.length)) * size * 0.5);
    const x = align === 'left' ? box.x : align === 'right' ? box.x + box.w - long : box.x + (box.w - long) / 2;
    if (long > 0) pen.rect(x, top + lineHeight * 0.2, long, lineHeight * (lines.length - 0.4), { fill: ink, opacity: 0.22 });
    return;
  }
  if (size * zoom < LEGIBLE) {
    for (const [at, line] of lines.entries()) {
      const long = Math.min(box.w, line.length * size * 0.5);
      const x = align === 'left' ? box.x : align === 'right' ? box.x + box.w - long : box.x + (box.w - long) / 2;
      if (long > 0) pen.rect(x, top + at * lineHeight + lineHeight * 0.32, long, lineHeight * BAR, { fill: ink, opacity: 0.5 });
    }
    return;
  }
  const x = align === 'left' ? box.x : align === 'right' ? box.x + box.w : box.x + box.w / 2;
  const down = baseline(size, lineHeight);
  for (const [at, line] of lines.entries())
    pen.text(line, x, top + at * lineHeight + down, { size, weight: font.weight.normal, color: ink, ...(align === 'left' ? {} : { align }) });
}

/** As much of a line as fits a width, with an ellipsis where it was cut; empty where not even a letter fits. */
export function cutLine(pen: Pen, line: string, width: number, size: number, weight: number): string {
  const letters = { size, weight, color: '' };
  if (line.length <= CUT_MAX && pen.measure(line, letters) <= width) return line;
  const parts = segments(line.slice(0, CUT_MAX));
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pen.measure(`${parts.slice(0, middle).join('').trimEnd()}…`, letters) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${parts.slice(0, low).join('').trimEnd()}…`;
}
