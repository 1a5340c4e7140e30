// What is out of date on a sheet, its cells and cards apart, when they lie elsewhere than before: its own paper, what is drawn beside the
// cells and between them.
import type { Placement, Template } from '@masa/shared/board';
import type { Box } from '@masa/shared/core';
import type { KindView } from './KindView.ts';
import { connectorDamage } from './linkLines.ts';
import { liesAlike, sheetDamage } from './region.ts';
import { captionDamage } from './sheetMarks.ts';

/** Null = all of it: a kind draws across the sheet, and what of that differs is known to nobody. */
export function rearranged(
  view: Pick<KindView, 'under' | 'over' | 'underReach'>,
  { captions = [], connectors }: Pick<Template, 'captions' | 'connectors'>,
  was: Placement,
  is: Placement,
): readonly Box[] | null {
  if (view.over || was.size.w !== is.size.w) return null;
  if (view.under && view.underReach === undefined && !liesAlike(was, is)) return null;
  return [...sheetDamage(was.size, is.size), ...captionDamage(captions, was, is), ...connectorDamage({ connectors }, was, is)];
}
