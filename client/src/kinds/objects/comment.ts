// A comment: a speech bubble whose tail points at what it is about, with its author's initial; pale and ticked when it is settled.
import { segments } from '@masa/shared/core';
import { COMMENT_SIDE, commentLooks } from '@masa/shared/objects';
import type { ObjectPainter } from '../../canvas/KindView.ts';
import { baseline } from '../../canvas/pen.ts';
import { color, font } from '../../ui/tokens.ts';
import { isSeen } from './lines.ts';

/** A round bubble whose lower left corner is its tail, 40 × 40. */
const BUBBLE = 'M20 2 A18 18 0 0 1 20 38 H4 A2 2 0 0 1 2 36 V20 A18 18 0 0 1 20 2 Z';
const TICK = 'M12.5 21 L18 26.5 L28 14.5';
const INITIAL = 18;
/** A pin smaller than this on screen, px, is a dot. */
const PIN_PX = 10;

/** The first letter of a name, as a capital. */
const initialOf = (name: string): string => (segments(name.trim())[0] ?? '').toLocaleUpperCase();

export const paintComment: ObjectPainter = (pen, { record }, { detail }) => {
  const isResolved = commentLooks(record).resolved !== null;
  const fill = isResolved ? color.paperSoft : color.accent;
  const ink = isResolved ? color.success : color.onAccent;
  if (COMMENT_SIDE * detail.zoom < PIN_PX) {
    pen.circle(COMMENT_SIDE / 2, COMMENT_SIDE / 2, COMMENT_SIDE * 0.4, { fill: isResolved ? color.edge : color.accent });
    return;
  }
  if (detail.fine) pen.path(BUBBLE, 0, 2, 1, { fill: color.edge, opacity: 0.3 });
  pen.path(BUBBLE, 0, 0, 1, { fill });
  const rim = isResolved ? 1.2 : 2;
  if (isSeen(rim, detail)) pen.path(BUBBLE, 0, 0, 1, { stroke: isResolved ? color.edge : color.paper, width: rim });
  if (isResolved) {
    pen.path(TICK, 0, 0, 1, { stroke: ink, width: 3 });
    return;
  }
  const initial = initialOf(record.author.name);
  if (initial === '') {
    for (const x of [12, 20, 28]) pen.circle(x, 20, 2.4, { fill: ink });
    return;
  }
  const letters = { size: INITIAL, weight: font.weight.strong, color: ink, align: 'center' } as const;
  pen.text(initial, COMMENT_SIDE / 2, (COMMENT_SIDE - 26) / 2 + baseline(INITIAL, 26), letters);
};
