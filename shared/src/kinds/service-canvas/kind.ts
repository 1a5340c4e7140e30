// The service canvas: one service planned on one sheet, seen as form A or form B.
import type { BoardKind } from '../../board/index.ts';
import { withFreeTypes } from '../../objects/index.ts';
import { localized as text } from '../fields/index.ts';
import { analyse } from './analyse.ts';
import { card, slots } from './model.ts';
import { summary } from './summary.ts';
import { formA, formB } from './templates.ts';

export const serviceCanvas: BoardKind = {
  id: 'service-canvas',
  version: 1,
  label: text('Service sheet', 'Лист за услуга', 'Fișa serviciului', 'Аркуш послуги', 'Tjenesteark'),
  types: withFreeTypes(card),
  slots,
  templates: [formA, formB],
  analyse,
  summary: (record, language) => summary(serviceCanvas, record, language),
};
