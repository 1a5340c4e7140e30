// A stamp: a sign on a round badge of paper.
import { stampLooks } from '@masa/shared/objects';
import type { ObjectPainter } from '../../canvas/KindView.ts';
import { paintSign, signArtOf } from '../../canvas/signs.ts';
import { objectColorOf } from '../../ui/objectTokens.ts';
import { color } from '../../ui/tokens.ts';

/** A badge smaller than this on screen, px, is a dot in the sign's colour. */
const SIGN_PX = 11;

export const paintStamp: ObjectPainter = (pen, { box: { w, h }, record }, { detail }) => {
  const art = signArtOf(stampLooks(record).sign);
  const side = Math.min(w, h);
  const [cx, cy, r] = [w / 2, h / 2, side / 2];
  if (r <= 0) return;
  const { edge } = objectColorOf(art?.colour ?? 'grey');
  if (side * detail.zoom < SIGN_PX) {
    pen.circle(cx, cy, r, { fill: edge });
    return;
  }
  if (detail.fine) pen.circle(cx, cy + 2, r, { fill: color.edge, opacity: 0.22 });
  pen.circle(cx, cy, r, { fill: color.paper });
  pen.circle(cx, cy, r - side / 40, { stroke: edge, width: side / 20, opacity: 0.85 });
  if (art) paintSign(pen, art, cx - side * 0.32, cy - side * 0.32, side * 0.64);
};
