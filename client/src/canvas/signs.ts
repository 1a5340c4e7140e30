// The signs of stamps and reactions as our own small line pictures: emoji fonts differ between machines, and a board looks the same on
// all of them. Everything is drawn in a square of 24 × 24.
import { SIGNS, type Sign } from '@masa/shared/objects';
import { objectColorOf } from '../ui/objectTokens.ts';
import type { Pen } from './pen.ts';

/** Side of the square signs are drawn in. */
export const SIGN_SIDE = 24;

export interface SignArt {
  /** SVG path data of the lines. */
  readonly lines: string;
  /** Path data of what is filled with the sign's pale colour; empty = nothing is. */
  readonly body: string;
  /** A colour people also give to objects. */
  readonly colour: string;
}

const THUMB = 'M8 11 L11.4 4.1 C13.1 3.9 14.2 5.2 13.9 6.8 L13.3 9.6 H18 A2.2 2.2 0 0 1 20.2 12.2 L19.1 18 A2.5 2.5 0 0 1 16.7 20 H8 Z';
const HEART = 'M12 20.2 C6 15.9 3.4 12.9 3.4 9.2 A4.6 4.6 0 0 1 12 6.8 A4.6 4.6 0 0 1 20.6 9.2 C20.6 12.9 18 15.9 12 20.2 Z';
const STAR = 'M12 3.4 L14.6 8.8 L20.6 9.6 L16.2 13.8 L17.3 19.8 L12 16.9 L6.7 19.8 L7.8 13.8 L3.4 9.6 L9.4 8.8 Z';
const BULB = 'M9.2 17 C9.2 14.8 6.2 13.6 6.2 9.6 A5.8 5.8 0 0 1 17.8 9.6 C17.8 13.6 14.8 14.8 14.8 17 Z';
/** Five petals around a middle at 12, 9.2. */
const FLOWER = 'M 9 5.1 A 3 3 0 1 1 15 5.1 A 3 3 0 1 1 16.8 10.8 A 3 3 0 1 1 12 14.3 A 3 3 0 1 1 7.2 10.8 A 3 3 0 1 1 9 5.1 Z';
/** A face. */
const FACE = 'M12 3 A9 9 0 1 1 11.99 3 Z';

const SIGN_ART: Readonly<Record<Sign, SignArt>> = {
  like: { lines: `${THUMB} M8 11 V20 M4 11 H8 V20 H4 Z`, body: `${THUMB} M4 11 H8 V20 H4 Z`, colour: 'blue' },
  heart: { lines: HEART, body: HEART, colour: 'red' },
  star: { lines: STAR, body: STAR, colour: 'yellow' },
  idea: { lines: `${BULB} M9.6 20.4 H14.4 M12 17 V12.4 M10 10.6 L12 12.4 L14 10.6`, body: BULB, colour: 'orange' },
  question: { lines: 'M8 8.8 A4 4 0 1 1 13.9 12.3 C12.6 13 12 13.8 12 15.4 M12 19.4 V19.5', body: '', colour: 'violet' },
  done: { lines: 'M4.8 12.8 L9.8 17.8 L19.2 7', body: '', colour: 'green' },
  worry: {
    lines: `${FACE} M9 10.2 V11.2 M15 10.2 V11.2 M8.4 16.4 C10 14 14 14 15.6 16.4`,
    body: FACE,
    colour: 'grey',
  },
  thanks: { lines: `${FLOWER} M12 9.2 V9.3 M12 14.8 V21.6 M12 20.6 C14.4 20.6 16 19.6 16.6 17.6`, body: FLOWER, colour: 'teal' },
};

const isSign = (name: string): name is Sign => (SIGNS as readonly string[]).includes(name);

/** The picture of a sign; undefined for a sign of a newer version. */
export const signArtOf = (name: string): SignArt | undefined => (isSign(name) ? SIGN_ART[name] : undefined);

/** Draws a sign into a square. @param side board units */
export function paintSign(pen: Pen, art: SignArt, x: number, y: number, side: number): void {
  const scale = side / SIGN_SIDE;
  const { paper, edge } = objectColorOf(art.colour);
  if (art.body !== '') pen.path(art.body, x, y, scale, { fill: paper });
  pen.path(art.lines, x, y, scale, { stroke: edge, width: 1.9 });
}
