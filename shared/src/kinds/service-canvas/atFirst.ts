// The service sheet as the first picture of a board needs it: all but its advice and its questions, whose many words come later in a browser
// (kind.ts has it whole). Templates, slots and cards are the same.
import type { BoardKind } from '../../board/index.ts';
import { withFreeTypes } from '../../objects/index.ts';
import { localized as text } from '../fields/index.ts';
import { countUp } from './analyse.ts';
import { canvasSheet } from './canvasSheet.ts';
import { card, linkRules, slots } from './model.ts';
import { smartDiagram } from './smartDiagram.ts';
import { summary } from './summary.ts';
import { formA, formB } from './templates.ts';

export const serviceCanvasAtFirst: BoardKind = {
  id: 'service-canvas',
  version: 1,
  label: text('Service sheet', 'Лист за услуга', 'Fișa serviciului', 'Аркуш послуги', 'Tjenesteark'),
  types: withFreeTypes(card),
  slots,
  templates: [smartDiagram, formA, formB, canvasSheet],
  links: linkRules,
  analyse: (board) => ({ ...countUp(board), checks: [] }),
  summary: (record, language) => summary(serviceCanvasAtFirst, record, language),
};
