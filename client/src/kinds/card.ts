// A card: pale paper in the colour of its place with a thin edge, the text in ink, what its fields say in softer ink.
import { SHEET } from '@masa/shared/board';
import { isCellPlace } from '@masa/shared/document';
import type { Painter } from '../canvas/KindView.ts';
import { baseline, type Letters, type Pen } from '../canvas/pen.ts';
import { cardColorOf, color, font, radius } from '../ui/tokens.ts';

const TEXT: Letters = { size: SHEET.cardText, weight: font.weight.normal, color: color.ink };
const SUMMARY: Letters = { size: SHEET.summaryText, weight: font.weight.normal, color: color.inkSoft };
const TEXT_BASE = baseline(SHEET.cardText, SHEET.cardLine);
const SUMMARY_BASE = baseline(SHEET.summaryText, SHEET.summaryLine);
/** Height of such a bar, and what is thinner than can be told apart, CSS pixels: then a text is one pale block, which costs a quarter. */
const BAR = 9;
const BAR_PX = 1.2;
/** How wide a letter is on average, for bars that stand for lines. */
const LETTER = 9;

/** A closed padlock, 14 × 14. */
const LOCK = 'M3.5 6.5h7v6h-7z M5 6.5v-2a2 2 0 0 1 4 0v2';

export const paintCard: Painter = (pen, placed, record, { detail, hideText, check }) => {
  const { w, h } = placed.box;
  const { edge, paper } = cardColorOf(isCellPlace(record.place) ? record.place.cell : '');
  if (!detail.fine) {
    pen.rect(0, 0, w, h, { fill: paper });
    pen.rect(0, 0, Math.max(4, 1.5 / detail.zoom), h, { fill: edge });
  } else {
    pen.roundRect(0, 2, w, h, radius.small + 2, { fill: color.edge, opacity: 0.2 });
    pen.roundRect(0, 0, w, h, radius.small + 2, { fill: paper });
    pen.roundRect(0.5, 0.5, w - 1, h - 1, radius.small + 2, { stroke: edge, width: 1, opacity: 0.45 });
  }
  if (detail.text === 'none') return;
  if (detail.text === 'bars') {
    if (BAR * detail.zoom < BAR_PX) paintBlock(pen, placed.lines, w);
    else paintBars(pen, placed.lines, w);
    return;
  }
  if (!hideText)
    for (const [at, line] of placed.lines.entries()) pen.text(line, SHEET.cardPaddingX, SHEET.cardPaddingY + at * SHEET.cardLine + TEXT_BASE, TEXT);
  const below = SHEET.cardPaddingY + placed.lines.length * SHEET.cardLine + 4;
  for (const [at, line] of placed.summary.entries()) pen.text(line, SHEET.cardPaddingX, below + at * SHEET.summaryLine + SUMMARY_BASE, SUMMARY);
  if (check) paintCheck(pen, w, check);
  if (record.sensitive) pen.path(LOCK, w - 16 - (check ? 16 : 0), 2, 1, { stroke: color.inkSoft, width: 1.4 });
};

const barLength = (length: number, width: number): number => Math.min(width - 2 * SHEET.cardPaddingX, length * LETTER);

function paintBars(pen: Pen, lines: readonly string[], width: number): void {
  for (const [at, line] of lines.entries()) {
    const length = barLength(line.length, width);
    const y = SHEET.cardPaddingY + at * SHEET.cardLine + (SHEET.cardLine - BAR) / 2;
    if (length > 0) pen.rect(SHEET.cardPaddingX, y, length, BAR, { fill: color.inkSoft, opacity: 0.55 });
  }
}

function paintBlock(pen: Pen, lines: readonly string[], width: number): void {
  const length = barLength(Math.max(0, ...lines.map((line) => line.length)), width);
  const rim = (SHEET.cardLine - BAR) / 2;
  if (length <= 0) return;
  pen.rect(SHEET.cardPaddingX, SHEET.cardPaddingY + rim, length, lines.length * SHEET.cardLine - 2 * rim, { fill: color.inkSoft, opacity: 0.24 });
}

/** Advice at a card's corner: a dot for a hint, a small flag of its own shape for what needs a look; never colour alone. */
function paintCheck(pen: Pen, w: number, check: 'advice' | 'flag'): void {
  if (check === 'advice') pen.circle(w - 9, 9, 3, { fill: color.paper, stroke: color.warning, width: 1.5 });
  else pen.path('M0 0 L8 0 L8 8 Z', w - 12, 4, 1, { fill: color.warning });
}
