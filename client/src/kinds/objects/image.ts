// A picture. As long as it is not there a pale sheet stands in its place, with a picture's sign and what it shows in words.
import { imageLooks } from '@masa/shared/objects';
import type { ObjectLook, ObjectPainter } from '../../canvas/KindView.ts';
import { baseline, type Pen } from '../../canvas/pen.ts';
import { color, font } from '../../ui/tokens.ts';
import { cutLine } from './letters.ts';
import { isSeen } from './lines.ts';

/** Pictures up to this size on screen, px, are shown by their thumbnails. */
const THUMB_PX = 320;
/** The sign: a frame with a hill and a sun, 32 × 26. */
const SIGN =
  'M4 1 H28 A3 3 0 0 1 31 4 V22 A3 3 0 0 1 28 25 H4 A3 3 0 0 1 1 22 V4 A3 3 0 0 1 4 1 Z M2 22 L11 13 L18 20 L23 15 L30 21 M21.5 7.5 A1.8 1.8 0 1 1 21.49 7.5';
const SIGN_SIZE = { w: 32, h: 26 } as const;
const TEXT = 16;
const LINE = 22;
const PADDING = 12;

export const paintImage: ObjectPainter = (pen, { box: { w, h }, record }, look) => {
  const { image } = imageLooks(record);
  if (image) {
    const isSmall = Math.max(w, h) * look.detail.zoom <= THUMB_PX;
    if (!isSmall && pen.image(look.pictureUrl(image.id, 'full'), 0, 0, w, h)) return;
    // The thumbnail stands in for the picture until it is there.
    if (pen.image(look.pictureUrl(image.id, 'thumb'), 0, 0, w, h)) return;
  }
  paintMissing(pen, w, h, record.text, look);
};

function paintMissing(pen: Pen, w: number, h: number, alt: string, { detail }: ObjectLook): void {
  pen.rect(0, 0, w, h, { fill: color.tableDeep });
  if (isSeen(1, detail)) pen.rect(0.5, 0.5, Math.max(0, w - 1), Math.max(0, h - 1), { stroke: color.line, width: 1 });
  const scale = Math.min(2, (w - PADDING) / SIGN_SIZE.w, (h - PADDING) / SIGN_SIZE.h / 1.6);
  if (scale <= 0 || SIGN_SIZE.w * scale * detail.zoom < 10) return;
  const words =
    TEXT * detail.zoom >= 6 && h > SIGN_SIZE.h * scale + LINE + 3 * PADDING ? cutLine(pen, alt, w - 2 * PADDING, TEXT, font.weight.normal) : '';
  const high = SIGN_SIZE.h * scale + (words === '' ? 0 : LINE + 8);
  const top = (h - high) / 2;
  pen.path(SIGN, (w - SIGN_SIZE.w * scale) / 2, top, scale, { stroke: color.edge, width: 1.6 });
  if (words === '') return;
  const letters = { size: TEXT, weight: font.weight.normal, color: color.inkSoft, align: 'center' } as const;
  pen.text(words, w / 2, top + high - LINE + baseline(TEXT, LINE), letters);
}
