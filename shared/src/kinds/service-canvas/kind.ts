// The service sheet: one service planned on one sheet, seen as smart diagram, form A, form B or service canvas.
import type { BoardKind } from '../../board/index.ts';
import { withFreeTypes } from '../../objects/index.ts';
import { localized as text } from '../fields/index.ts';
import { analyse } from './analyse.ts';
import { canvasSheet } from './canvasSheet.ts';
import { card, linkRules, slots } from './model.ts';
import { swapAge } from './repairs.ts';
import { smartDiagram } from './smartDiagram.ts';
import { summary } from './summary.ts';
import { formA, formB } from './templates.ts';

export const serviceCanvas: BoardKind = {
  id: 'service-canvas',
  version: 1,
  label: text('Service sheet', 'Лист за услуга', 'Fișa serviciului', 'Аркуш послуги', 'Tjenesteark'),
  types: withFreeTypes(card),
  slots,
  templates: [smartDiagram, formA, formB, canvasSheet],
  links: linkRules,
  remedies: {
    'age-reversed': { label: text('Write it so', 'Запиши така', 'Scrie așa', 'Записати так', 'Skriv det slik'), edits: swapAge },
  },
  analyse,
  summary: (record, language) => summary(serviceCanvas, record, language),
};
