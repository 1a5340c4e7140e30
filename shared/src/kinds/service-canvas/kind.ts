// The service sheet: one service planned on one sheet, seen as smart diagram, form A, form B or service canvas.
import type { BoardKind, Template } from '../../board/index.ts';
import { localized as text } from '../fields/index.ts';
import { countUp } from './analyse.ts';
import { serviceCanvasAtFirst } from './atFirst.ts';
import { checksOf } from './checks.ts';
import { swapAge } from './repairs.ts';
import { HINTS } from './templateHints.ts';
import { QUESTIONS } from './templateQuestions.ts';

/** The reality check asks, of each cell, the question of the same name as its hint, where there is one. */
const questionsByHint = new Map<unknown, Template['cells'][number]['question']>(
  Object.entries(QUESTIONS).map(([name, question]) => [HINTS[name as keyof typeof QUESTIONS], question]),
);

const asking = (template: Template): Template => ({
  ...template,
  cells: template.cells.map((cell) => {
    const question = questionsByHint.get(cell.hint);
    return question ? { ...cell, question } : cell;
  }),
});

export const serviceCanvas: BoardKind = {
  ...serviceCanvasAtFirst,
  templates: serviceCanvasAtFirst.templates.map(asking),
  remedies: {
    'age-reversed': { label: text('Write it like this', 'Запиши така', 'Scrie așa', 'Записати так', 'Skriv det slik'), edits: swapAge },
  },
  analyse: (board) => ({ ...countUp(board), checks: checksOf(board) }),
};
