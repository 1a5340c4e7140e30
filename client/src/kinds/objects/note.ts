// A sticky note: a sheet of coloured paper with a soft shadow and somebody's words.
import { noteLooks } from '@masa/shared/objects';
import type { ObjectPainter } from '../../canvas/KindView.ts';
import { objectColorOf } from '../../ui/objectTokens.ts';
import { color, radius } from '../../ui/tokens.ts';
import { paintLetters } from './letters.ts';
import { isSeen } from './lines.ts';

export const paintNote: ObjectPainter = (pen, { box: { w, h }, record, text }, { detail, hideText }) => {
  const { paper, edge, ink } = objectColorOf(noteLooks(record).colour);
  if (!detail.fine) pen.rect(0, 0, w, h, { fill: paper });
  else {
    pen.roundRect(1, 3, Math.max(0, w - 2), h, radius.small, { fill: color.edge, opacity: 0.22 });
    pen.roundRect(0, 0, w, h, radius.small, { fill: paper });
    if (isSeen(1, detail)) pen.roundRect(0.5, 0.5, Math.max(0, w - 1), Math.max(0, h - 1), radius.small, { stroke: edge, width: 1, opacity: 0.3 });
  }
  if (!hideText) paintLetters(pen, text, ink, detail);
};
