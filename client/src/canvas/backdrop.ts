// The sheet of paper under the cards: cells, titles, guiding questions, what the template draws between and beside the cells. It comes from
// the template and the placement, so it repaints when a cell grows, and in a cell's header when the cell is fuller than before.
import { type CellFilling, type PlacedCell, type Placement, SHEET, type Template, type TemplateCell } from '@masa/shared/board';
import { type Box, intersects, type Language, wrap } from '@masa/shared/core';
import { color, font, radius } from '../ui/tokens.ts';
import type { Detail } from './detail.ts';
import type { KindView } from './KindView.ts';
import type { PaintLabels } from './labels.ts';
import { paintConnectors } from './linkLines.ts';
import { baseline, type Letters, type Pen } from './pen.ts';
import { cellTint, paintBand, paintCaptions, paintFilling, RING_ROOM } from './sheetMarks.ts';

export interface BackdropScene {
  readonly placement: Placement;
  readonly view: Pick<KindView, 'cellInk'>;
  readonly language: Language;
  readonly detail: Detail;
  readonly labels: Pick<PaintLabels, 'add' | 'example'>;
  /** What can be seen; the rest is not drawn. */
  readonly visible: Box;
  /** Cards can be added: the place for the next one is shown. */
  readonly writable: boolean;
  /** The cell that holds room open: its guiding question gives way. */
  readonly busy: string | null;
  /** Empty cells show their guiding question and example; shown if absent. */
  readonly hasQuestions?: boolean;
  /** Where a cell is drawn now, while it moves to its place. */
  readonly rectOf?: (cell: PlacedCell) => Box;
  /** What the template draws beside its cells. */
  readonly template?: Pick<Template, 'connectors' | 'captions'>;
  /** How far a cell has come; undefined = nobody knows yet. */
  readonly fillingOf?: (cell: TemplateCell) => CellFilling | undefined;
  /** Draws on the sheet, below the cells. */
  readonly under?: (pen: Pen) => void;
  /** Draws on the cells, below their words. */
  readonly links?: (pen: Pen) => void;
}

const TITLE = { size: 19, weight: font.weight.strong } as const;
/** Titles stay at least this high on screen, CSS pixels, as long as they fit. */
const TITLE_LEGIBLE = 11;

export function paintBackdrop(pen: Pen, scene: BackdropScene): void {
  const { placement, detail } = scene;
  const { w, h } = placement.size;
  // A board without a sheet.
  if (w <= 0 || h <= 0) return;
  if (detail.fine) {
    // A soft shadow in three strokes: blurring a sheet of this size costs a frame.
    pen.roundRect(-2, 4, w + 4, h + 6, radius.large + 2, { fill: color.edge, opacity: 0.05 });
    pen.roundRect(-1, 2, w + 2, h + 3, radius.large + 1, { fill: color.edge, opacity: 0.07 });
    pen.roundRect(0, 0, w, h, radius.large, { fill: color.paper, stroke: color.line });
  } else pen.rect(0, 0, w, h, { fill: color.paper, stroke: color.line, width: 1 / detail.zoom });
  scene.under?.(pen);
  if (scene.template) paintConnectors(pen, scene.template, scene);
  const seen = placement.cells
    .map((cell) => ({ cell, rect: scene.rectOf?.(cell) ?? cell.rect }))
    .filter(({ rect }) => intersects(rect, scene.visible));
  for (const { cell, rect } of seen) paintPaper(pen, cell, rect, scene);
  scene.links?.(pen);
  if (detail.text === 'letters') for (const { cell, rect } of seen) paintWords(pen, cell, rect, scene);
  if (scene.template?.captions && detail.text === 'letters') paintCaptions(pen, scene.template.captions, scene);
}

function paintPaper(pen: Pen, { cell: { band } }: PlacedCell, rect: Box, { detail, language }: BackdropScene): void {
  const { x, y, w, h } = rect;
  const fill = cellTint(band);
  if (detail.fine) pen.roundRect(x + 0.5, y + 0.5, w - 1, h - 1, radius.medium, { fill, stroke: color.line });
  else pen.rect(x, y, w, h, { fill, stroke: color.line, width: 1 / detail.zoom });
  if (band) paintBand(pen, rect, band, language, detail);
}

function paintWords(pen: Pen, cell: PlacedCell, rect: Box, scene: BackdropScene): void {
  const { x, y, w } = rect;
  // On a tint, the inks of slots do not all read.
  const ink = cell.cell.band ? color.ink : scene.view.cellInk(cell.cell.slots[0]?.slot ?? '');
  paintTitle(pen, cell, rect, ink, scene);
  const filling = scene.fillingOf?.(cell.cell);
  if (filling) paintFilling(pen, x + w - SHEET.cellPadding - 12, y + 25, filling);
  if (cell.cards.length > 0) {
    pen.text(String(cell.cards.length), x + w - SHEET.cellPadding - 4 - (filling ? RING_ROOM : 0), y + 31, {
      size: 17,
      weight: font.weight.normal,
      color: color.inkSoft,
      align: 'right',
    });
  }
  if (scene.busy === cell.id) return;
  if (cell.cards.length === 0) {
    if (scene.hasQuestions ?? true) paintQuestion(pen, cell, rect, scene);
  } else if (scene.writable)
    paintAdd(pen, { ...cell.tail, x: cell.tail.x + rect.x - cell.rect.x, y: cell.tail.y + rect.y - cell.rect.y }, rect, scene.labels.add);
}

/** A cell's title in its header. It grows against the zoom as far as the header allows. */
function paintTitle(pen: Pen, { cell }: PlacedCell, rect: Box, ink: string, { detail, language, fillingOf }: BackdropScene): void {
  const title = (cell.heading ?? cell.title)[language];
  const wanted = Math.max(TITLE.size, TITLE_LEGIBLE / detail.zoom);
  const marks = 36 + (fillingOf ? RING_ROOM : 0);
  const size = fitted(pen, title, wanted, rect.w - 2 * (SHEET.cellPadding + 4) - marks);
  // Where even the smallest title has no room, its end gives way to the marks.
  const end = fillingOf ? marks + SHEET.cellPadding : SHEET.cellPadding;
  pen.clip({ x: rect.x, y: rect.y, w: rect.w - end, h: SHEET.cellHeader }, () =>
    pen.text(title, rect.x + SHEET.cellPadding + 4, rect.y + 24 + size * 0.37, { size, weight: TITLE.weight, color: ink }),
  );
}

/** Font size at most `wanted` at which `text` takes no more than `room`, but no less than three quarters of a title's own. */
const fitted = (pen: Pen, text: string, wanted: number, room: number): number => {
  const width = pen.measure(text, { ...TITLE, color: color.ink }) * (wanted / TITLE.size);
  return Math.max(TITLE.size * 0.75, Math.min(wanted, (wanted * room) / Math.max(1, width)));
};

/** From far above, titles stand on the cards, on a slip of paper: they are what a sheet is found by. */
export function paintFarTitles(pen: Pen, scene: Pick<BackdropScene, 'placement' | 'view' | 'language' | 'detail' | 'visible'>): void {
  const { detail, language } = scene;
  if (detail.text === 'letters') return;
  for (const cell of scene.placement.cells) {
    const { x, y, w, h } = cell.rect;
    if (!intersects(cell.rect, scene.visible)) continue;
    const title = (cell.cell.heading ?? cell.cell.title)[language];
    const size = fitted(pen, title, Math.min(TITLE_LEGIBLE / detail.zoom, h * 0.7), w - 2 * SHEET.cellPadding);
    if (size * detail.zoom < 4) continue;
    const { band, slots } = cell.cell;
    const letters = { size, weight: TITLE.weight, color: band ? color.ink : scene.view.cellInk(slots[0]?.slot ?? '') };
    const width = pen.measure(title, letters);
    pen.rect(x + SHEET.cellPadding * 0.5, y + SHEET.cellPadding * 0.5, width + size * 0.5, size * 1.3, { fill: cellTint(band), opacity: 0.9 });
    pen.text(title, x + SHEET.cellPadding * 0.5 + size * 0.25, y + SHEET.cellPadding * 0.5 + size * 1.02, letters);
  }
}

const capitalised = (sentence: string, language: Language): string => sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1);

const HINT: Letters = { size: SHEET.cardText, weight: font.weight.normal, color: color.ink };
const EXAMPLE: Letters = { size: 17, weight: font.weight.normal, color: color.inkSoft };
const ADD: Letters = { size: 18, weight: font.weight.medium, color: color.accent };

function paintQuestion(pen: Pen, cell: PlacedCell, rect: Box, { language, labels, writable }: BackdropScene): void {
  const left = rect.x + SHEET.cellPadding + 4;
  const room = rect.w - 2 * (SHEET.cellPadding + 4);
  const bottom = rect.y + rect.h - SHEET.cellPadding;
  let y = rect.y + SHEET.cellHeader - 2;
  const write = (text: string, letters: Letters, lineHeight: number): void => {
    for (const line of wrap(text, room, (piece) => pen.measure(piece, letters))) {
      if (y + lineHeight > bottom) return;
      pen.text(line, left, y + baseline(letters.size, lineHeight), letters);
      y += lineHeight;
    }
  };
  const { hint, example, heading } = cell.cell;
  // Where the sheet says with heading and captions what a cell is about, the question is asked in one place, beside them.
  if (heading) write(capitalised(example[language], language), EXAMPLE, 23);
  else {
    write(hint[language], HINT, SHEET.cardLine);
    y += 2;
    if (example[language] !== '') write(labels.example(example[language]), EXAMPLE, 23);
  }
  if (writable && y + 36 < bottom) paintPlus(pen, left, y + 12, labels.add);
}

function paintAdd(pen: Pen, tail: Box, rect: Box, label: string): void {
  const y = Math.min(tail.y, rect.y + rect.h - SHEET.cellPadding - 34);
  paintPlus(pen, tail.x + 4, y + 6, label);
}

/** "+ Add", drawn so that the plus keeps its weight at every size. */
function paintPlus(pen: Pen, x: number, y: number, label: string): void {
  const middle = y + 11;
  pen.line(x, middle, x + 12, middle, { stroke: color.accent, width: 1.8 });
  pen.line(x + 6, middle - 6, x + 6, middle + 6, { stroke: color.accent, width: 1.8 });
  pen.text(label, x + 20, y + baseline(ADD.size, 22), ADD);
}
