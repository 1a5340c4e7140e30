// The colours of the free layer: a part of the tokens (tokens.ts) that nobody needs before a board is open.
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
