// Placement: where every cell and card of a structured board lies. Pure and deterministic: the same records, template and font
// give the same boxes on every screen, in print and on the server. Cards have an order, never x/y; a cell grows with its cards and
// pushes what is below it, so nothing is ever hidden or scrolled inside a cell.
import { type Box, contains, type Language, type Measure, type Point, wrap } from '../core/index.ts';
import type { BoardRecord } from '../document/index.ts';
import type { BoardReader } from './kind.ts';
import type { Template, TemplateCell } from './template.ts';

/** Sizes of a sheet in board units. Text sizes are font sizes; lines are line heights. */
export const SHEET = {
  cellHeader: 46,
  cellPadding: 12,
  cellFooter: 40,
  cardGap: 10,
  /** Cards stand in as many columns as have at least this width. */
  cardMinWidth: 270,
  cardPaddingX: 14,
  cardPaddingY: 10,
  cardText: 18,
  cardLine: 25,
  summaryText: 16,
  summaryLine: 22,
} as const;

/** Measures for the two text sizes on a card, in board units. */
export interface Typesetting {
  readonly text: Measure;
  readonly summary: Measure;
  /** Measures any other font size; without it the text's widths are scaled. */
  readonly at?: (size: number) => Measure;
}

export interface PlacedCard {
  readonly id: string;
  readonly cell: string;
  readonly index: number;
  readonly box: Box;
  readonly lines: readonly string[];
  readonly summary: readonly string[];
}

export interface PlacedCell {
  readonly id: string;
  readonly cell: TemplateCell;
  readonly rect: Box;
  readonly cards: readonly PlacedCard[];
  /** Where the next card would go: the "add" target at the end of the cell. */
  readonly tail: Box;
  /** The room held open here, if any. */
  readonly gap: Box | null;
}

export interface Placement {
  readonly size: { readonly w: number; readonly h: number };
  readonly cells: readonly PlacedCell[];
  readonly cards: ReadonlyMap<string, PlacedCard>;
}

/** Room held open in a cell: where a dragged card will land, or where a new one is being written. */
export interface Gap {
  readonly cell: string;
  readonly index: number;
  readonly height: number;
}

export interface PlaceOptions {
  readonly language: Language;
  /** Cards being dragged: they take no room. */
  readonly without?: ReadonlySet<string>;
  readonly gap?: Gap;
}

interface Typeset {
  readonly width: number;
  readonly language: Language;
  readonly lines: readonly string[];
  readonly summary: readonly string[];
}

/** Places boards of one template. Keeps what it has wrapped for as long as a record lives, so that a keystroke wraps one card. */
export interface Placer {
  place(board: BoardReader, options: PlaceOptions): Placement;
}

export const cardWidth = (cell: Box): { readonly columns: number; readonly width: number } => {
  const room = cell.w - 2 * SHEET.cellPadding;
  const columns = Math.max(1, Math.floor((room + SHEET.cardGap) / (SHEET.cardMinWidth + SHEET.cardGap)));
  return { columns, width: Math.floor((room - (columns - 1) * SHEET.cardGap) / columns) };
};

export const cardHeight = (lines: number, summaryLines: number): number =>
  2 * SHEET.cardPaddingY + Math.max(1, lines) * SHEET.cardLine + (summaryLines > 0 ? 4 + summaryLines * SHEET.summaryLine : 0);

export function createPlacer(measure: Typesetting): Placer {
  const known = new WeakMap<BoardRecord, Typeset>();

  const typeset = (board: BoardReader, record: BoardRecord, width: number, language: Language): Typeset => {
    const before = known.get(record);
    if (before && before.width === width && before.language === language) return before;
    const room = width - 2 * SHEET.cardPaddingX;
    const summary = record.inert ? '' : board.kind.summary(record, language);
    const made: Typeset = {
      width,
      language,
      lines: wrap(record.text, room, measure.text),
      summary: summary === '' ? [] : wrap(summary, room, measure.summary),
    };
    known.set(record, made);
    return made;
  };

  const fill = (board: BoardReader, cell: TemplateCell, options: PlaceOptions): PlacedCell => {
    const { columns, width } = cardWidth(cell.rect);
    const records = board.inCell(cell).filter((record) => !options.without?.has(record.id));
    const gapAt = options.gap?.cell === cell.id ? Math.min(options.gap.index, records.length) : -1;
    const left = cell.rect.x + SHEET.cellPadding;
    const cards: PlacedCard[] = [];
    let y = cell.rect.y + SHEET.cellHeader;
    let column = 0;
    let rowHeight = 0;
    let gap: Box | null = null;
    const next = (height: number): Box => {
      if (column === columns) {
        y += rowHeight + SHEET.cardGap;
        column = 0;
        rowHeight = 0;
      }
      const box = { x: left + column * (width + SHEET.cardGap), y, w: width, h: height };
      column += 1;
      rowHeight = Math.max(rowHeight, height);
      return box;
    };
    for (const [index, record] of records.entries()) {
      if (index === gapAt && options.gap) gap = next(options.gap.height);
      const { lines, summary } = typeset(board, record, width, options.language);
      cards.push({ id: record.id, cell: cell.id, index, box: next(cardHeight(lines.length, summary.length)), lines, summary });
    }
    if (gapAt >= records.length && options.gap) gap = next(options.gap.height);
    const used = y + rowHeight;
    const tail = next(cardHeight(1, 0));
    const bottom = Math.max(cell.rect.y + cell.rect.h, used + SHEET.cellFooter + SHEET.cellPadding);
    return { id: cell.id, cell, rect: { ...cell.rect, h: bottom - cell.rect.y }, cards, tail, gap };
  };

  return {
    place(board, options) {
      const filled = board.template.cells.map((cell) => fill(board, cell, options));
      const cells = stack(board.template, filled);
      const cards = new Map<string, PlacedCard>();
      for (const cell of cells) for (const card of cell.cards) cards.set(card.id, card);
      const grown =
        Math.max(0, ...cells.map((cell) => cell.rect.y + cell.rect.h)) -
        Math.max(0, ...board.template.cells.map((cell) => cell.rect.y + cell.rect.h));
      return { size: { w: board.template.size.w, h: board.template.size.h + grown }, cells, cards };
    },
  };
}

/** Moves cells down so that none overlaps one above it, and makes cells that share a row equally high. */
function stack(template: Template, filled: readonly PlacedCell[]): readonly PlacedCell[] {
  const order = filled
    .map((_, at) => at)
    .sort((a, b) => rectOf(template, a).y - rectOf(template, b).y || rectOf(template, a).x - rectOf(template, b).x);
  const done = new Map<number, Box>();
  let at = 0;
  while (at < order.length) {
    const first = order[at] as number;
    const row = order
      .slice(at)
      .filter((each) => rectOf(template, each).y === rectOf(template, first).y && rectOf(template, each).h === rectOf(template, first).h);
    const members = row.includes(first) ? row : [first];
    let shift = 0;
    for (const member of members) {
      const own = rectOf(template, member);
      for (const [above, box] of done) {
        const was = rectOf(template, above);
        const overlaps = was.x < own.x + own.w && own.x < was.x + was.w && was.y + was.h <= own.y;
        if (overlaps) shift = Math.max(shift, box.y + box.h - (was.y + was.h));
      }
    }
    const height = Math.max(...members.map((member) => filled[member]?.rect.h ?? 0));
    for (const member of members) done.set(member, { ...rectOf(template, member), y: rectOf(template, member).y + shift, h: height });
    at += members.length;
    if (members.length > 1) {
      // Members may not be neighbours in `order`; put them first so that the rest is still visited once.
      const rest = order.slice(at - members.length).filter((each) => !members.includes(each));
      order.splice(at - members.length, order.length, ...members, ...rest);
    }
  }
  return filled.map((cell, index) => {
    const rect = done.get(index) ?? cell.rect;
    const down = rect.y - cell.rect.y;
    if (down === 0) return { ...cell, rect };
    return {
      ...cell,
      rect,
      tail: { ...cell.tail, y: cell.tail.y + down },
      gap: cell.gap && { ...cell.gap, y: cell.gap.y + down },
      cards: cell.cards.map((card) => ({ ...card, box: { ...card.box, y: card.box.y + down } })),
    };
  });
}

const rectOf = (template: Template, at: number): Box => template.cells[at]?.rect ?? { x: 0, y: 0, w: 0, h: 0 };

export const cellAt = (placement: Placement, at: Point): PlacedCell | undefined => placement.cells.find((cell) => contains(cell.rect, at));

export const cardAt = (placement: Placement, at: Point): PlacedCard | undefined =>
  cellAt(placement, at)?.cards.find((card) => contains(card.box, at));

/** The index a card dropped at `at` would take among a cell's cards: before the first card that lies behind the point in reading order. */
export function dropIndex(cell: PlacedCell, at: Point): number {
  const { columns } = cardWidth(cell.rect);
  for (const [index, { box }] of cell.cards.entries()) {
    if (at.y < box.y) return index;
    const inRow = at.y < box.y + box.h + SHEET.cardGap;
    if (columns === 1 ? at.y < box.y + box.h / 2 : inRow && at.x < box.x + box.w / 2) return index;
  }
  return cell.cards.length;
}
