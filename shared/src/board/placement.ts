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

/** A cell as it was last placed, and what it was placed from. */
interface Filled {
  readonly records: readonly BoardRecord[];
  readonly language: Language;
  readonly gapAt: number;
  readonly gapHeight: number;
  /** What the cell needs for itself. */
  readonly height: number;
  /** How far it is pushed down. */
  readonly down: number;
  readonly placed: PlacedCell;
}

const isSame = (a: readonly BoardRecord[], b: readonly BoardRecord[]): boolean =>
  a === b || (a.length === b.length && a.every((record, at) => record === b[at]));
const isSameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

/** Without the cards in the air. The list itself where none is. */
const lying = (records: readonly BoardRecord[], without: ReadonlySet<string> | undefined): readonly BoardRecord[] =>
  without && without.size > 0 && records.some(({ id }) => without.has(id)) ? records.filter(({ id }) => !without.has(id)) : records;

interface Typeset {
  readonly cell: TemplateCell;
  readonly width: number;
  readonly language: Language;
  readonly lines: readonly string[];
  /** What its fields say, and that in lines. */
  readonly said: string;
  readonly summary: readonly string[];
}

/**
 * Places boards of one kind. Keeps what it has wrapped for as long as a record lives, and what it has placed for as long as nothing in a
 * cell changes: a keystroke wraps one card, places one cell anew, and every other cell and card is the same object as before.
 */
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

  /** @param was the record that stood at its place before: one that came anew over a line with the same words is not wrapped again */
  const typeset = (
    board: BoardReader,
    record: BoardRecord,
    cell: TemplateCell,
    width: number,
    language: Language,
    was: BoardRecord | undefined,
  ): Typeset => {
    const before = known.get(record);
    if (before && before.cell === cell && before.width === width && before.language === language) return before;
    const room = width - 2 * SHEET.cardPaddingX;
    const said = record.inert ? '' : board.kind.summary(record, language, cell);
    const last = was && was.id === record.id && was !== record ? known.get(was) : undefined;
    const fits = last?.width === width ? last : undefined;
    const made: Typeset = {
      cell,
      width,
      language,
      lines: fits && was?.text === record.text ? fits.lines : wrap(record.text, room, measure.text),
      said,
      summary: fits?.said === said ? fits.summary : said === '' ? [] : wrap(said, room, measure.summary),
    };
    known.set(record, made);
    return made;
  };

  const kept = new WeakMap<TemplateCell, Filled>();
  let last: { readonly cells: readonly PlacedCell[]; readonly cards: ReadonlyMap<string, PlacedCard> } = { cells: [], cards: new Map() };

  /** A cell with its cards, as far down as it was pushed before. */
  const fill = (board: BoardReader, cell: TemplateCell, options: PlaceOptions): Filled => {
    const records = lying(board.inCell(cell), options.without);
    const gapAt = options.gap?.cell === cell.id ? Math.min(options.gap.index, records.length) : -1;
    const gapHeight = gapAt < 0 ? 0 : (options.gap?.height ?? 0);
    const before = kept.get(cell);
    const { language } = options;
    if (before?.language === language && before.gapAt === gapAt && before.gapHeight === gapHeight && isSame(before.records, records)) return before;
    const { columns, width } = cardWidth(cell.rect);
    const down = before?.down ?? 0;
    const left = cell.rect.x + SHEET.cellPadding;
    const cards: PlacedCard[] = [];
    const top = cell.rect.y + down;
    let y = top + SHEET.cellHeader;
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
      if (index === gapAt) gap = next(gapHeight);
      const { lines, summary } = typeset(board, record, cell, width, language, before?.records[index]);
      const box = next(cardHeight(lines.length, summary.length));
      const same = before?.placed.cards[index];
      const isAsBefore = same?.id === record.id && same.lines === lines && same.summary === summary && isSameBox(same.box, box);
      cards.push(isAsBefore ? same : { id: record.id, cell: cell.id, index, box, lines, summary });
    }
    if (gapAt >= records.length) gap = next(gapHeight);
    const used = y + rowHeight;
    const tail = next(cardHeight(1, 0));
    const height = Math.max(cell.rect.h, used + SHEET.cellFooter + SHEET.cellPadding - top);
    const rect = { ...cell.rect, y: top, h: height };
    const made = { records, language, gapAt, gapHeight, height, down, placed: { id: cell.id, cell, rect, cards, tail, gap } };
    kept.set(cell, made);
    return made;
  };

  /** Puts a filled cell where its neighbours leave it room. */
  const settle = (filled: Filled, rect: Box): PlacedCell => {
    const { placed } = filled;
    if (isSameBox(placed.rect, rect)) return placed;
    const by = rect.y - placed.rect.y;
    const moved =
      by === 0
        ? { ...placed, rect }
        : {
            ...placed,
            rect,
            tail: { ...placed.tail, y: placed.tail.y + by },
            gap: placed.gap && { ...placed.gap, y: placed.gap.y + by },
            cards: placed.cards.map((card) => ({ ...card, box: { ...card.box, y: card.box.y + by } })),
          };
    kept.set(placed.cell, { ...filled, down: rect.y - placed.cell.rect.y, placed: moved });
    return moved;
  };

  const cardsOf = (cells: readonly PlacedCell[]): ReadonlyMap<string, PlacedCard> => {
    const hasSameIds = (cell: PlacedCell, at: number): boolean => {
      const before = last.cells[at];
      if (before === cell) return true;
      return before?.cards.length === cell.cards.length && cell.cards.every(({ id }, index) => before.cards[index]?.id === id);
    };
    if (cells.length !== last.cells.length || !cells.every(hasSameIds))
      return new Map(cells.flatMap((cell) => cell.cards.map((card) => [card.id, card])));
    const changed = cells.filter((cell, at) => cell !== last.cells[at]);
    if (changed.length === 0) return last.cards;
    const cards = new Map(last.cards);
    for (const cell of changed) for (const card of cell.cards) cards.set(card.id, card);
    return cards;
  };

  return {
    place(board, options) {
      const { template } = board;
      const filled = template.cells.map((cell) => fill(board, cell, options));
      const rects = stack(
        template,
        filled.map(({ height }) => height),
      );
      const cells = filled.map((each, at) => settle(each, rects[at] ?? each.placed.rect));
      const cards = cardsOf(cells);
      last = { cells, cards };
      const grown = Math.max(0, ...cells.map(({ rect }) => rect.y + rect.h)) - Math.max(0, ...template.cells.map(({ rect }) => rect.y + rect.h));
      return { size: { w: template.size.w, h: template.size.h + grown }, cells, cards };
    },
  };
}

/** Moves cells down so that none overlaps one above it, and makes cells that share a row equally high. */
function stack(template: Template, heights: readonly number[]): readonly Box[] {
  const order = heights
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
    const height = Math.max(...members.map((member) => heights[member] ?? 0));
    for (const member of members) done.set(member, { ...rectOf(template, member), y: rectOf(template, member).y + shift, h: height });
    at += members.length;
    if (members.length > 1) {
      // Members may not be neighbours in `order`; put them first so that the rest is still visited once.
      const rest = order.slice(at - members.length).filter((each) => !members.includes(each));
      order.splice(at - members.length, order.length, ...members, ...rest);
    }
  }
  return heights.map((height, cell) => done.get(cell) ?? { ...rectOf(template, cell), h: height });
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
