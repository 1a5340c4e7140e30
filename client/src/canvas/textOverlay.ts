// How the text field over a card or an object looks, so that what is written lies exactly on what is painted: box, padding, font, colour,
// turning. Everything in board units; the view scales it.
import { SHEET } from '@masa/shared/board';
import type { Box } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { connectorLooks, frameLooks, noteLooks, type PlacedObject, type SetText, shapeLooks, textLooks } from '@masa/shared/objects';
import { objectColorOf } from '../ui/objectTokens.ts';
import { color, font, radius } from '../ui/tokens.ts';
import { frameTitleAt } from './frameTitle.ts';
import { SLIP } from './slip.ts';

export interface FieldLook {
  /** Before it is turned. */
  readonly box: Box;
  /** Degrees clockwise about the box's centre. */
  readonly rot: number;
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly size: number;
  readonly lineHeight: number;
  readonly weight: number;
  readonly align: 'left' | 'center' | 'right';
  readonly ink: string;
  /** Null = the canvas paints what is under it. */
  readonly paper: string | null;
  readonly radius: number;
  /** Lines break at the box's width; else only where the writer breaks them. */
  readonly wraps: boolean;
  /** Enter ends it. */
  readonly isOneLine: boolean;
}

/** The colour of an object's words. */
export function inkOf(record: BoardRecord): string {
  switch (record.type) {
    case 'text':
      return objectColorOf(textLooks(record).colour).edge;
    case 'connector':
      return objectColorOf(connectorLooks(record).colour).edge;
    case 'shape': {
      const { fill, colour } = shapeLooks(record);
      const { ink, onSolid } = objectColorOf(colour);
      return fill === 'solid' ? onSolid : ink;
    }
    case 'frame': {
      const { colour } = frameLooks(record);
      return colour === 'grey' || colour === 'ink' ? color.inkSoft : objectColorOf(colour).edge;
    }
    default:
      return objectColorOf(noteLooks(record).colour).ink;
  }
}

/**
 * Where an object's first line begins, from the object's top: a whole unit, since browsers put lines of text on whole pixels before they
 * scale them.
 */
export const topOf = ({ box }: SetText): number => Math.round(box.y);

const WRITTEN = new Set(['card', 'note', 'text', 'shape', 'connector', 'frame']);

/** Whether an object's words are written where they stand; those of comments and pictures are written beside the board. */
export const isWrittenOnBoard = ({ type }: BoardRecord): boolean => WRITTEN.has(type);

/** Whether an object's words are one line: a title. */
export const isTitle = ({ type }: BoardRecord): boolean => type === 'frame';

/** A card's field in a cell. @param paper null = the canvas paints the card under it. */
export const cardLook = (box: Box, paper: string | null): FieldLook => ({
  box,
  rot: 0,
  padding: { top: SHEET.cardPaddingY, right: SHEET.cardPaddingX, bottom: SHEET.cardPaddingY, left: SHEET.cardPaddingX },
  size: SHEET.cardText,
  lineHeight: SHEET.cardLine,
  weight: font.weight.normal,
  align: 'left',
  ink: color.ink,
  paper,
  radius: radius.small + 2,
  wraps: true,
  isOneLine: false,
});

/** A label's field is no narrower, so that it can be seen before anything is written. */
const LABEL_MIN = 40;

function labelBox(text: SetText, { x, y }: Box): Box {
  const words = text.box;
  const w = Math.max(words.w, LABEL_MIN) + 2 * SLIP;
  return { x: x + words.x + words.w / 2 - w / 2, y: y + topOf(text) - SLIP, w, h: words.h + 2 * SLIP };
}

/** An object's field. Null where nothing is written. @param isPainted the canvas paints the object under it. */
export function objectLook({ record, box, rot, text }: PlacedObject, zoom: number, isPainted: boolean): FieldLook | null {
  if (!isWrittenOnBoard(record)) return null;
  const common = { rot, weight: font.weight.normal, ink: inkOf(record), paper: null, radius: radius.small, wraps: true, isOneLine: false };
  if (isTitle(record)) {
    const { size, lineHeight, weight, top, indent } = frameTitleAt(zoom);
    return {
      ...common,
      box: { x: box.x, y: box.y + top, w: box.w, h: lineHeight },
      padding: { top: 0, right: indent, bottom: 0, left: indent },
      size,
      lineHeight,
      weight,
      align: 'left',
      wraps: false,
      isOneLine: true,
    };
  }
  if (!text) return null;
  const { size, lineHeight, align } = text;
  if (record.type === 'connector') {
    const padding = { top: SLIP, right: SLIP, bottom: SLIP, left: SLIP };
    return { ...common, box: labelBox(text, box), padding, size, lineHeight, align, paper: color.paper, radius: radius.small + 2 };
  }
  const { x, w, h } = text.box;
  const y = topOf(text);
  const padding = { top: y, right: box.w - x - w, bottom: Math.max(0, box.h - y - h), left: x };
  const isNote = record.type !== 'text' && record.type !== 'shape';
  const paper = isNote && !isPainted ? objectColorOf(noteLooks(record).colour).paper : null;
  return { ...common, box, padding, size, lineHeight, align, paper, wraps: record.type !== 'text' || textLooks(record).isWide };
}
