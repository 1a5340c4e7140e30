// Reactions: small chips with a sign and how many people put it there, along the lower right edge of a card or an object. A person's own
// stand out. Chips that do not fit beside each other go on in a row below.
import type { Box, Point } from '@masa/shared/core';
import { contains } from '@masa/shared/core';
import type { MarksOn } from '@masa/shared/document';
import { SIGNS, type Sign } from '@masa/shared/objects';
import { color, font } from '../ui/tokens.ts';
import type { Detail } from './detail.ts';
import { baseline, type Pen } from './pen.ts';
import { paintSign, signArtOf } from './signs.ts';

/** Board units. */
const CHIP = { h: 24, sign: 16, gap: 4, row: 26, digit: 8, text: 14 } as const;
/** How far the first row of chips hangs over the lower edge. */
const OVER = 10;
/** Chips stand this far from the right edge. */
const FROM_RIGHT = 8;
/** How far reactions can stand out of what they are on, board units: all signs, counted high, on the narrowest object. */
export const REACTIONS_REACH = 120;
/** Counts above it are only "99+". */
const COUNT_MAX = 99;
/** A chip lower than this on screen, px, is not drawn; below `DOT_PX` it is a dot. */
const SEEN_PX = 2;
const DOT_PX = 10;

export interface ReactionChip {
  readonly sign: Sign;
  readonly count: string;
  /** This person is among those who put it there. */
  readonly isOwn: boolean;
  readonly box: Box;
}

/** Where the chips of an object stand, in the coordinates of its box. Marks that are no signs are left out. */
export function reactionChips(box: Box, marksOn: MarksOn, self: string): readonly ReactionChip[] {
  if (marksOn.size === 0) return [];
  const wanted = SIGNS.flatMap((sign) => {
    const people = marksOn.get(sign);
    if (!people || people.size === 0) return [];
    const count = people.size > COUNT_MAX ? `${COUNT_MAX}+` : String(people.size);
    return [{ sign, count, isOwn: people.has(self), w: 4 + CHIP.sign + 3 + count.length * CHIP.digit + 7 }];
  });
  const right = box.x + box.w - FROM_RIGHT;
  const chips: ReactionChip[] = [];
  let row: typeof wanted = [];
  let y = box.y + box.h + OVER - CHIP.h;
  const widthOf = (of: typeof wanted): number => of.reduce((sum, { w }) => sum + w, (of.length - 1) * CHIP.gap);
  const lay = (): void => {
    let x = right - widthOf(row);
    for (const { w, ...chip } of row) {
      chips.push({ ...chip, box: { x, y, w, h: CHIP.h } });
      x += w + CHIP.gap;
    }
    y += CHIP.row;
    row = [];
  };
  for (const chip of wanted) {
    // Two stand side by side also under a narrow object: they reach out to the left.
    if (row.length >= 2 && widthOf([...row, chip]) > box.w - FROM_RIGHT) lay();
    row.push(chip);
  }
  if (row.length > 0) lay();
  return chips;
}

/** The chip at a point given in the coordinates of the box. */
export const reactionAt = (at: Point, box: Box, marksOn: MarksOn): Sign | null =>
  reactionChips(box, marksOn, '').find((chip) => contains(chip.box, at))?.sign ?? null;

/** @param self this person's id */
export function paintReactions(pen: Pen, box: Box, marksOn: MarksOn, self: string, { zoom }: Detail): void {
  const high = CHIP.h * zoom;
  if (marksOn.size === 0 || high < SEEN_PX) return;
  for (const { sign, count, isOwn, box: chip } of reactionChips(box, marksOn, self)) {
    const art = signArtOf(sign);
    if (!art) continue;
    const { x, y, w, h } = chip;
    if (high < DOT_PX) {
      pen.rect(x, y + h / 4, w, h / 2, { fill: isOwn ? color.accent : color.edge, opacity: 0.6 });
      continue;
    }
    pen.roundRect(x, y, w, h, h / 2, { fill: isOwn ? color.accentSoft : color.paper });
    pen.roundRect(x, y, w, h, h / 2, isOwn ? { stroke: color.accent, width: 2 } : { stroke: color.edge, width: 1.2, opacity: 0.6 });
    paintSign(pen, art, x + 4, y + (h - CHIP.sign) / 2, CHIP.sign);
    pen.text(count, x + 4 + CHIP.sign + 3, y + (h - 20) / 2 + baseline(CHIP.text, 20), {
      size: CHIP.text,
      weight: isOwn ? font.weight.strong : font.weight.medium,
      color: isOwn ? color.accentDeep : color.ink,
    });
  }
}
