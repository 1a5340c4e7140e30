// Small marks a sheet carries beside its words: how far a cell has come, how grave it is, a card's star, and words that belong to no cell.
// Each says what it says by shape, not by colour alone.
import { type Band, type Caption, type CellFilling, type Placement, SHEET } from '@masa/shared/board';
import { type Box, intersects, type Language, type Localized, wrap } from '@masa/shared/core';
import { bandLook, starLook } from '../ui/objectTokens.ts';
import { color, font, radius } from '../ui/tokens.ts';
import type { Detail } from './detail.ts';
import { baseline, type Letters, type Pen } from './pen.ts';

/** The letter of a band: the beginning of its name in the language of the sheet. */
const BAND_LETTERS: Readonly<Record<Band, Localized>> = {
  low: { en: 'L', bg: 'Н', ro: 'S', uk: 'Н', nb: 'L' },
  medium: { en: 'M', bg: 'С', ro: 'M', uk: 'С', nb: 'M' },
  high: { en: 'H', bg: 'В', ro: 'R', uk: 'В', nb: 'H' },
  'very-high': { en: 'VH', bg: 'МВ', ro: 'FR', uk: 'ДВ', nb: 'SH' },
};

/** Side of the ground a band's letter stands on, board units. */
const LETTER_SIDE = 28;
/** The letter stays at least this high on screen as long as the cell has room, CSS pixels. */
const LETTER_LEGIBLE = 9;

/** The paper of a cell. */
export const cellTint = (band: Band | undefined): string => (band ? bandLook[band].tint : color.paper);

/** The strip along a cell's upper edge and the letter in its lower right corner. */
export function paintBand(pen: Pen, { x, y, w, h }: Box, band: Band, language: Language, { zoom, fine }: Pick<Detail, 'zoom' | 'fine'>): void {
  const { mark, onMark, dash, width } = bandLook[band];
  const inset = fine ? 2 + width / 2 : width / 2;
  pen.line(x + radius.medium, y + inset, x + w - radius.medium, y + inset, { stroke: mark, width, ...(dash.length > 0 ? { dash } : {}) });
  const letter = BAND_LETTERS[band][language];
  const side = Math.min(Math.max(LETTER_SIDE, (LETTER_LEGIBLE * 1.6) / zoom), h / 2, w / 2);
  const [left, top] = [x + w - side - SHEET.cellPadding / 2, y + h - side - SHEET.cellPadding / 2];
  pen.roundRect(left, top, side, side, radius.small, { fill: mark });
  const size = side * (letter.length > 1 ? 0.52 : 0.62);
  pen.text(letter, left + side / 2, top + side / 2 + size * 0.36, { size, weight: font.weight.strong, color: onMark, align: 'center' });
}

/** Half of a filling ring's width, board units, and the room it takes in a cell's header. */
const RING = 8;
export const RING_ROOM = 2 * RING + 10;
const CHECK = 'M-4.2 0.2 L-1.2 3.4 L4.4 -3.2';

/** A sector's line from twelve o'clock clockwise, as path data around 0, 0. @param part 0…1, less than the whole */
const arc = (reach: number, part: number): string => {
  const angle = 2 * Math.PI * part - Math.PI / 2;
  const at = (value: number): number => Math.round(value * 100) / 100;
  return `M0 ${-reach} A${reach} ${reach} 0 ${part > 0.5 ? 1 : 0} 1 ${at(reach * Math.cos(angle))} ${at(reach * Math.sin(angle))}`;
};

/** How far a cell has come, around (x, y): an open ring, a ring that closes, a disc with a tick. */
export function paintFilling(pen: Pen, x: number, y: number, { level, cards, complete }: CellFilling): void {
  if (level === 'complete') {
    pen.circle(x, y, RING + 1, { fill: color.success });
    pen.path(CHECK, x, y, 1, { stroke: color.paper, width: 2.2 });
    return;
  }
  pen.circle(x, y, RING, { fill: color.paper, stroke: color.edge, width: level === 'empty' ? 1.2 : 1.6 });
  // What is begun shows even where nothing is complete yet.
  if (level === 'begun') pen.path(arc(RING, Math.max(0.08, complete / cards)), x, y, 1, { stroke: color.success, width: 3.4 });
}

/** Five points in a square of 20 × 20 around 0, 0. */
const STAR = 'M0 -10 L2.7 -3.6 L9.6 -3.1 L4.3 1.4 L6 8.1 L0 4.4 L-6 8.1 L-4.3 1.4 L-9.6 -3.1 L-2.7 -3.6 Z';

/** "Say this in plenary", over a card's upper left corner. */
export function paintStar(pen: Pen, { zoom }: Pick<Detail, 'zoom'>, scale = 0.8): void {
  pen.path(STAR, 4, 4, Math.max(scale, 0.5 / zoom), { fill: starLook.fill, stroke: starLook.edge, width: 1.6 });
}

const CAPTION: Letters = { size: 19, weight: font.weight.medium, color: color.ink };
const NOTE: Letters = { size: 15, weight: font.weight.normal, color: color.inkSoft };
const LINE = 1.28;
/** A caption is rather set smaller than cut, down to this part of its size. */
const SMALLEST = 0.68;

/** Where a caption lies: it moves and grows with the cell it stands beside. */
export function captionBox({ rect, beside }: Caption, placement: Pick<Placement, 'cells'>): Box {
  const cell = beside === undefined ? undefined : placement.cells.find(({ id }) => id === beside);
  if (!cell) return rect;
  const drawn = cell.cell.rect;
  return { ...rect, y: rect.y + cell.rect.y - drawn.y, h: Math.max(rect.h, rect.h + cell.rect.h - drawn.h) };
}

/** Where captions lie elsewhere than before: they go with the cells they stand beside. */
export const captionDamage = (captions: readonly Caption[], was: Placement, is: Placement): readonly Box[] =>
  captions.flatMap((caption) => {
    const [one, other] = [captionBox(caption, was), captionBox(caption, is)];
    return one.y === other.y && one.h === other.h ? [] : [one, other];
  });

interface SetLine {
  readonly text: string;
  readonly letters: Letters;
}

/** A caption in lines, as large as its box lets it be. */
function setCaption(pen: Pen, caption: Caption, box: Box, language: Language): readonly SetLine[] {
  const at = (scale: number): readonly SetLine[] =>
    ([[caption.text[language], CAPTION] as const, [caption.note?.[language] ?? '', NOTE] as const] as const).flatMap(([text, base]) => {
      const letters = { ...base, size: base.size * scale };
      return text === '' ? [] : wrap(text, box.w, (piece) => pen.measure(piece, letters)).map((line) => ({ text: line, letters }));
    });
  const fits = (lines: readonly SetLine[]): boolean =>
    heightOf(lines) <= box.h && lines.every(({ text, letters }) => pen.measure(text, letters) <= box.w);
  let scale = 1;
  let lines = at(scale);
  while (!fits(lines) && scale > SMALLEST) {
    scale -= 0.08;
    lines = at(scale);
  }
  return lines;
}

const heightOf = (lines: readonly SetLine[]): number => lines.reduce((sum, { letters }) => sum + letters.size * LINE, 0);

/** Words on the sheet that belong to no cell: beside one in the middle of its height, else from the top, so that those in a row begin alike. */
export function paintCaptions(
  pen: Pen,
  captions: readonly Caption[],
  scene: { readonly placement: Placement; readonly language: Language; readonly visible: Box },
): void {
  for (const caption of captions) {
    const box = captionBox(caption, scene.placement);
    if (!intersects(box, scene.visible)) continue;
    const lines = setCaption(pen, caption, box, scene.language);
    const align = caption.align ?? 'left';
    const x = align === 'left' ? box.x : align === 'right' ? box.x + box.w : box.x + box.w / 2;
    let y = box.y + (caption.beside === undefined ? 0 : Math.max(0, (box.h - heightOf(lines)) / 2));
    for (const { text, letters } of lines) {
      const height = letters.size * LINE;
      pen.text(text, x, y + baseline(letters.size, height), { ...letters, align: align === 'middle' ? 'center' : align });
      y += height;
    }
  }
}
