// A frame: a sheet of pale paper under other objects, with a thin edge and its title above its left corner.
import { frameLooks } from '@masa/shared/objects';
import { frameTitleAt } from '../../canvas/frameTitle.ts';
import type { ObjectPainter } from '../../canvas/KindView.ts';
import { baseline } from '../../canvas/pen.ts';
import { inkOf } from '../../canvas/textOverlay.ts';
import { objectColorOf } from '../../ui/objectTokens.ts';
import { color, radius } from '../../ui/tokens.ts';
import { cutLine } from './letters.ts';
import { HAIR_PX } from './lines.ts';

export const paintFrame: ObjectPainter = (pen, { box, record }, { detail, hideText }) => {
  const { w, h } = box;
  const { colour } = frameLooks(record);
  const { paper, edge } = objectColorOf(colour);
  const isPlain = colour === 'grey' || colour === 'ink';
  const line = { stroke: edge, width: Math.max(1, HAIR_PX / detail.zoom), opacity: 0.7 };
  if (detail.fine) {
    // Seen through: a frame may be drawn around what lies on the sheet.
    pen.roundRect(0, 0, w, h, radius.small + 2, { fill: isPlain ? color.paper : paper, opacity: 0.4 });
    pen.roundRect(0.5, 0.5, Math.max(0, w - 1), Math.max(0, h - 1), radius.small + 2, line);
  } else {
    pen.rect(0, 0, w, h, { fill: isPlain ? color.paper : paper, opacity: 0.4 });
    pen.rect(0, 0, w, h, line);
  }
  if (hideText || record.text === '') return;
  const { size, lineHeight, weight, top, indent } = frameTitleAt(detail.zoom);
  const title = cutLine(pen, record.text.replace(/\s+/gu, ' '), w - 2 * indent, size, weight);
  if (title !== '') pen.text(title, indent, top + baseline(size, lineHeight), { size, weight, color: inkOf(record) });
};
