// The colours of the free layer: a part of the tokens (tokens.ts) that nobody needs before a board is open.
import { type CardColor, color } from './tokens.ts';

const card = (paper: string, edge: string): CardColor => ({ paper, edge, ink: color.ink });

/** Colours people give to notes, shapes, lines and texts in the free layer. `paper` is read on in ink at 7:1; `edge` is 4.5:1 on white. */
export const objectColor = {
  yellow: card('#fff1b8', '#7d6000'),
  orange: card('#ffe0c7', '#a84c12'),
  red: card('#ffdcdc', '#b3262f'),
  violet: card('#ebe2fb', '#6a3fb0'),
  blue: card('#dcebfd', '#1f5fb0'),
  teal: card('#d6f2ec', '#0c6e60'),
  green: card('#ddf3d8', '#2c6f34'),
  grey: card('#ebe9e4', '#5f5a50'),
  ink: card('#ffffff', color.ink),
} as const satisfies Readonly<Record<string, CardColor>>;

/** The colour behind a name; a name of a newer version is ink. */
export const objectColorOf = (name: string): CardColor =>
  Object.hasOwn(objectColor, name) ? objectColor[name as keyof typeof objectColor] : objectColor.ink;
