// The colours of the free layer and of marks on a sheet: a part of the tokens (tokens.ts) that nobody needs before a board is open.
import type { Band } from '@masa/shared/board';
import { type CardColor, color } from './tokens.ts';

export interface ObjectColor extends CardColor {
  /** What a shape is filled with that is filled fully: the colour one thinks of when it is named. */
  readonly solid: string;
  /** Words on `solid`, at 7:1. */
  readonly onSolid: string;
}

const object = (paper: string, edge: string, solid: string, onSolid: string): ObjectColor => ({ paper, edge, ink: color.ink, solid, onSolid });

/** Colours people give to notes, shapes, lines and texts in the free layer. `paper` is read on in ink at 7:1; `edge` is 4.5:1 on white. */
export const objectColor = {
  yellow: object('#ffeba3', '#7d6000', '#f7c938', color.ink),
  orange: object('#ffd9ba', '#a84c12', '#f59a4e', color.ink),
  red: object('#ffd1d1', '#b3262f', '#a5202b', color.paper),
  violet: object('#e3d7fb', '#6a3fb0', '#5f38a3', color.paper),
  blue: object('#cfe3fc', '#1f5fb0', '#1b56a5', color.paper),
  teal: object('#c6ede4', '#0c6e60', '#4fc3af', color.ink),
  green: object('#d1efca', '#2c6f34', '#7fca78', color.ink),
  grey: object('#e5e2db', '#5f5a50', '#bcb7ac', color.ink),
  ink: object('#ffffff', color.ink, color.ink, color.paper),
} as const satisfies Readonly<Record<string, ObjectColor>>;

/** The colour behind a name; a name of a newer version is ink. */
export const objectColorOf = (name: string): ObjectColor =>
  Object.hasOwn(objectColor, name) ? objectColor[name as keyof typeof objectColor] : objectColor.ink;

export interface BandLook {
  /** The cell's paper. Ink, soft ink and accent on it read at 4.5:1. */
  readonly tint: string;
  /** Strip and letter's ground: 3:1 on the tint; `onMark` on it reads at 4.5:1. */
  readonly mark: string;
  readonly onMark: string;
  /** Lengths of dashes and spaces of its strip, board units; empty = an unbroken line. */
  readonly dash: readonly number[];
  /** Of its strip, board units. */
  readonly width: number;
}

/** How grave a cell is: by colour, by the pattern of its strip, and by a letter, so that nobody depends on one of them. */
export const bandLook = {
  low: { tint: '#eaf5e6', mark: '#2c6f34', onMark: '#ffffff', dash: [2, 10], width: 3 },
  medium: { tint: '#fdf3cf', mark: '#7d6000', onMark: '#ffffff', dash: [8, 8], width: 5 },
  high: { tint: '#fde3cf', mark: '#a84c12', onMark: '#ffffff', dash: [22, 6], width: 7 },
  'very-high': { tint: '#f9dada', mark: '#8c1d24', onMark: '#ffffff', dash: [], width: 9 },
} as const satisfies Readonly<Record<Band, BandLook>>;

/** The yellow of a star and the line around it, which reads at 3:1 on every card. */
export const starLook = { fill: '#f7c938', edge: '#6d5200' } as const;
