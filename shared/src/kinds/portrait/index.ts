// The portrait of a user, a non-user or a former user.
import type { BoardKind } from '../../board/index.ts';
import { TITLES } from '../catalogue/index.ts';
import { canvasKind } from '../fields/canvases.ts';
import { checksOf } from './checks.ts';
import { facets, slots } from './model.ts';
import { portraitTemplate } from './template.ts';

export { portraitTemplate };

export const portrait: BoardKind = canvasKind({
  id: 'portrait',
  label: TITLES.portrait,
  facets,
  slots,
  templates: [portraitTemplate],
  reading: ['reach', 'age', 'quote', 'barrier', 'basis', 'research', 'evidence', 'source'],
  checks: checksOf,
});
