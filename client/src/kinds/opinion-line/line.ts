// The line people stand along: drawn between the question and the places, with its two ends named.
import { type PlacedCell, SHEET } from '@masa/shared/board';
import { ENDS, STANCES } from '@masa/shared/kinds/opinion-line';
import type { SheetPainter } from '../../canvas/KindView.ts';
import type { Letters, Pen } from '../../canvas/pen.ts';
import { color, font } from '../../ui/tokens.ts';

/** How far above the places it runs, board units. */
const ABOVE = 30;
const SIGN = 13;
const HEAD = 'M0 0 L-16 -9 L-16 9 Z';

const words = (align: Letters['align'], ink: string): Letters => ({ size: 24, weight: font.weight.strong, color: ink, align: align ?? 'left' });

export const paintLine: SheetPainter = (pen, { placement, language, detail }) => {
  const places = STANCES.flatMap((stance): readonly PlacedCell[] => placement.cells.filter(({ id }) => id === stance));
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last) return;
  const y = first.rect.y - ABOVE;
  const left = first.rect.x;
  const right = last.rect.x + last.rect.w;
  const stroke = { stroke: color.inkSoft, width: detail.fine ? 3 : Math.max(3, 1.5 / detail.zoom) };
  pen.line(left + 16, y, right - 16, y, stroke);
  pen.path('M0 0 L16 -9 L16 9 Z', left, y, 1, { fill: color.inkSoft });
  pen.path(HEAD, right, y, 1, { fill: color.inkSoft });
  for (const { rect } of places) pen.line(rect.x + rect.w / 2, y - 9, rect.x + rect.w / 2, y + 9, stroke);
  if (detail.text !== 'letters') return;
  paintSign(pen, left + SIGN, y - 36, color.success, true);
  paintSign(pen, right - SIGN, y - 36, color.danger, false);
  pen.text(ENDS.left[language], left + 2 * SIGN + SHEET.cellPadding, y - 27, words('left', color.success));
  pen.text(ENDS.right[language], right - 2 * SIGN - SHEET.cellPadding, y - 27, words('right', color.danger));
};

/** A plus or a minus in a ring: the ends are told apart without colour. */
function paintSign(pen: Pen, x: number, y: number, ink: string, isPlus: boolean): void {
  const stroke = { stroke: ink, width: 2.5 };
  pen.circle(x, y, SIGN, { fill: color.paper, ...stroke });
  pen.line(x - 6, y, x + 6, y, stroke);
  if (isPlus) pen.line(x, y - 6, x, y + 6, stroke);
}
