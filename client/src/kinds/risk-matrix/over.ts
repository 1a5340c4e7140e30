// What is drawn above the cards: a small sign with the code and the band's letter on each risk, and, after treatment, a thin arrow from
// the cell where a risk was to where it is now.
import type { BoardReader, PlacedCard, PlacedCell, Placement } from '@masa/shared/board';
import { type Box, intersects } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { BAND_LETTERS, codesOf, gridCellAt, gridOf, isRisk, ratingOf } from '@masa/shared/kinds/risk-matrix';
import type { SheetPainter } from '../../canvas/KindView.ts';
import type { Letters, Pen } from '../../canvas/pen.ts';
import { color, font } from '../../ui/tokens.ts';

/** Height of a sign; it straddles the card's upper edge, right of where a star would be. */
const SIGN = 18;
/** How much of it stands above the edge. */
const SIGN_ABOVE = 9;
const SIGN_LEFT = 18;
const SIGN_PADDING = 6;
const CODE: Letters = { size: 13, weight: font.weight.strong, color: color.paper };
/** From further away arrows are a tangle, CSS pixels a board unit. */
const ARROWS_FROM = 0.4;

export const paintOver: SheetPainter = (pen, { board, placement, language, detail, visible }) => {
  if (detail.text !== 'letters') return;
  const { phase } = gridOf(board.template);
  // Below the signs: a code can be read where many arrows cross it.
  if (phase === 'after' && detail.zoom >= ARROWS_FROM)
    for (const { start, placed } of wentOf(board, placement)) paintArrow(pen, start, placed, visible);
  const codes = codesOf(board);
  for (const { placed, record } of signedIn(board, placement, visible)) {
    const band = gridCellAt(board.template, ratingOf(record, phase))?.band;
    const letter = band ? BAND_LETTERS[band][language] : '';
    paintSign(pen, placed.box, [codes.get(record.id) ?? '', letter].filter((part) => part !== '').join(' · '));
  }
};

/** A box with what of a sign stands above it: a card is seen by its sign alone. */
const withSign = ({ x, y, w, h }: Box): Box => ({ x, y: y - SIGN_ABOVE, w, h: h + SIGN_ABOVE });

/** The risks whose sign may be seen. Cells out of sight cost one look each, however many cards they hold. */
function* signedIn(board: BoardReader, { cells }: Placement, visible: Box): Iterable<{ readonly placed: PlacedCard; readonly record: BoardRecord }> {
  for (const { rect, cards } of cells) {
    if (!intersects(withSign(rect), visible)) continue;
    for (const placed of cards) {
      if (!intersects(withSign(placed.box), visible)) continue;
      const record = board.get(placed.id);
      if (record && isRisk(board, record)) yield { placed, record };
    }
  }
}

/** A risk that lies in another cell than before treatment. */
interface Went {
  readonly start: PlacedCell;
  readonly placed: PlacedCard;
}

/** Between two changes a sheet is painted many times, and an arrow may cross what is seen from anywhere. */
const went = new WeakMap<Placement, { readonly board: BoardReader; readonly list: readonly Went[] }>();

function wentOf(board: BoardReader, placement: Placement): readonly Went[] {
  const known = went.get(placement);
  if (known?.board === board) return known.list;
  const byId = new Map(placement.cells.map((cell) => [cell.id, cell]));
  const list = placement.cells.flatMap(({ cell, cards }) => {
    // A card whose "after" has no place yet has gone nowhere.
    if (!cell.band) return [];
    return cards.flatMap((placed) => {
      const record = board.get(placed.id);
      const from = record && isRisk(board, record) ? gridCellAt(board.template, ratingOf(record, 'before')) : undefined;
      const start = from && from.id !== cell.id ? byId.get(from.id) : undefined;
      return start ? [{ start, placed }] : [];
    });
  });
  went.set(placement, { board, list });
  return list;
}

function paintSign(pen: Pen, { x, y }: Box, text: string): void {
  const width = pen.measure(text, CODE) + 2 * SIGN_PADDING;
  pen.roundRect(x + SIGN_LEFT, y - SIGN_ABOVE, width, SIGN, SIGN / 2, { fill: color.ink });
  pen.text(text, x + SIGN_LEFT + SIGN_PADDING, y - SIGN_ABOVE + 13.5, CODE);
}

/** A curve that leaves the cell's middle and arrives at the nearer side of the card, bent to the left of its way, with a head of two strokes. */
function paintArrow(pen: Pen, start: PlacedCell, { box }: PlacedCard, visible: Box): void {
  const from = { x: start.rect.x + start.rect.w / 2, y: start.rect.y + start.rect.h / 2 };
  const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
  const isSideways = start.rect.x > box.x + box.w || start.rect.x + start.rect.w < box.x;
  const to = isSideways
    ? { x: from.x > middle.x ? box.x + box.w + 4 : box.x - 4, y: middle.y }
    : { x: middle.x, y: from.y > middle.y ? box.y + box.h + 4 : box.y - SIGN_ABOVE - 4 };
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < SIGN) return;
  const bend = Math.min(60, length / 5);
  const by = { x: (from.x + to.x) / 2 + (dy / length) * bend, y: (from.y + to.y) / 2 - (dx / length) * bend };
  const around: Box = {
    x: Math.min(from.x, to.x) - bend,
    y: Math.min(from.y, to.y) - bend,
    w: Math.abs(dx) + 2 * bend,
    h: Math.abs(dy) + 2 * bend,
  };
  if (!intersects(around, visible)) return;
  const at = (value: number): number => Math.round(value * 10) / 10;
  const angle = Math.atan2(to.y - by.y, to.x - by.x);
  const barb = (turn: number): string => `${at(to.x - 13 * Math.cos(angle + turn))} ${at(to.y - 13 * Math.sin(angle + turn))}`;
  const line = `M${at(from.x)} ${at(from.y)} Q${at(by.x)} ${at(by.y)} ${at(to.x)} ${at(to.y)}`;
  const head = `M${barb(0.42)} L${at(to.x)} ${at(to.y)} L${barb(-0.42)}`;
  // A pale edge keeps it apart from text it crosses.
  pen.path(`${line} ${head}`, 0, 0, 1, { stroke: color.paper, width: 4.5, opacity: 0.7 });
  pen.path(`${line} ${head}`, 0, 0, 1, { stroke: color.inkSoft, width: 1.6, opacity: 0.85 });
  pen.circle(from.x, from.y, 3.5, { fill: color.inkSoft, opacity: 0.85 });
}
