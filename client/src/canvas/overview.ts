// A sheet so small that its cards cannot be read, as on the wall: every cell keeps a title that can, and its cards are pressed
// together under it, so that neither lies over the other. How many there are and in which colours is what an overview tells.
import { type PlacedCell, type Placement, SHEET, type Template } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import { type BoardRecord, isCellPlace } from '@masa/shared/document';
import { color, font } from '../ui/tokens.ts';
import type { KindView } from './KindView.ts';
import { paintConnectors } from './linkLines.ts';
import type { Letters, Pen } from './pen.ts';
import { cellTint, paintBand, paintStar } from './sheetMarks.ts';

export interface OverviewScene {
  readonly placement: Placement;
  readonly view: Pick<KindView, 'cellInk' | 'cellPaper'>;
  readonly language: Language;
  readonly zoom: number;
  readonly record: (id: string) => BoardRecord | undefined;
  readonly template?: Pick<Template, 'connectors'>;
  /** Draws on the sheet, below its cells and above its cards. */
  readonly under?: (pen: Pen) => void;
  readonly over?: (pen: Pen) => void;
}

/** Titles on screen, CSS pixels. */
const TITLE_PX = { cut: 7.5, least: 11, most: 15 } as const;
/** Share of a cell's height its title may take. */
const SHARE = 0.6;
const LEADING = 1.18;
/** A bar stands for a line of text; thinner is grey noise. CSS pixels. */
const BAR_PX = 1.2;

/** Width of a star, CSS pixels. */
const STAR_PX = 9;

export function paintOverview(pen: Pen, scene: OverviewScene): void {
  const { w, h } = scene.placement.size;
  pen.rect(0, 0, w, h, { fill: color.paper, stroke: color.line, width: 1 / scene.zoom });
  scene.under?.(pen);
  if (scene.template) paintConnectors(pen, scene.template, { placement: scene.placement, visible: { x: 0, y: 0, w, h } });
  for (const cell of scene.placement.cells) paintCell(pen, cell, scene);
  scene.over?.(pen);
}

function paintCell(pen: Pen, { cell, rect, cards }: PlacedCell, { view, language, zoom, record }: OverviewScene): void {
  const px = 1 / zoom;
  pen.rect(rect.x, rect.y, rect.w, rect.h, { fill: cellTint(cell.band), stroke: color.line, width: px });
  const letters: Letters = { size: 1, weight: font.weight.strong, color: cell.band ? color.ink : view.cellInk(cell.slots[0]?.slot ?? '') };
  const wanted = Math.min(TITLE_PX.most, Math.max(TITLE_PX.least, 80 * zoom)) * px;
  const title = fitTitle((cell.heading ?? cell.title)[language], {
    wanted,
    least: TITLE_PX.cut * px,
    room: rect.w - 6 * px,
    height: rect.h * SHARE,
    measure: (text) => pen.measure(text, { ...letters, size: wanted }) / wanted,
  });
  for (const [at, line] of title.lines.entries())
    pen.text(line, rect.x + 3 * px, rect.y + px + title.size * (0.95 + at * LEADING), { ...letters, size: title.size });
  if (cell.band) paintBand(pen, rect, cell.band, language, { zoom, fine: false });

  const top = rect.y + title.lines.length * title.size * LEADING + 3 * px;
  const from = rect.y + SHEET.cellHeader;
  const end = Math.max(from + 1, ...cards.map(({ box }) => box.y + box.h));
  const press = Math.min(1, (rect.y + rect.h - 3 * px - top) / (end - from));
  for (const { id, box, lines } of cards) {
    const known = record(id);
    if (!known) continue;
    const slot = isCellPlace(known.place) ? known.place.cell : '';
    const [y, h] = [top + (box.y - from) * press, box.h * press];
    pen.rect(box.x, y, box.w, h, { fill: view.cellPaper(slot) });
    pen.rect(box.x, y, 2 * px, h, { fill: view.cellInk(slot) });
    if (known.starred) pen.at(box.x, y, () => paintStar(pen, { zoom }, STAR_PX / 20 / zoom));
    const thick = SHEET.cardLine * press * 0.36;
    if (thick * zoom < BAR_PX) continue;
    for (const [at, line] of lines.entries())
      pen.rect(box.x + SHEET.cardPaddingX, y + (SHEET.cardPaddingY + (at + 0.32) * SHEET.cardLine) * press, barLength(line, box.w), thick, {
        fill: color.inkSoft,
        opacity: 0.55,
      });
  }
}

/** About as long as the line it stands for. */
const barLength = (line: string, width: number): number => Math.min(width - 2 * SHEET.cardPaddingX, line.length * SHEET.cardText * 0.5);

export interface TitleRoom {
  /** Largest font size; sizes, room and height in one unit. */
  readonly wanted: number;
  /** Rather than smaller than this, a title is cut. */
  readonly least: number;
  readonly room: number;
  readonly height: number;
  /** Width of a text at font size 1. */
  readonly measure: (text: string) => number;
}

/** A title on one line or two, whichever can be larger; one long word that would be unreadable loses its end. */
export function fitTitle(
  title: string,
  { wanted, least, room, height, measure }: TitleRoom,
): { readonly lines: readonly string[]; readonly size: number } {
  const sizeOf = (lines: readonly string[]): number =>
    Math.min(wanted, height / (LEADING * lines.length), ...lines.map((line) => room / Math.max(0.01, measure(line))));
  const ways = [[title], ...[...title.matchAll(/[\s/-]/g)].map(({ index }) => [title.slice(0, index + 1).trimEnd(), title.slice(index + 1)])];
  const best = ways.map((lines) => ({ lines, size: sizeOf(lines) })).reduce((most, each) => (each.size > most.size ? each : most));
  if (best.size >= least) return best;
  let end = title.length;
  while (end > 1 && measure(`${title.slice(0, end)}…`) * least > room) end -= 1;
  return { lines: [`${title.slice(0, end)}…`], size: Math.min(least, height / LEADING) };
}
