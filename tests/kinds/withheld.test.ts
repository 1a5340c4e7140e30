// What kinds withhold from the public: cards that stand in their place and say nothing.
import { exportCsv, exportJson, exportMarkdown, readModel, reportBlock } from '@masa/shared/board';
import { expect, test } from 'vitest';
import { canvas, card } from './canvasBoard.ts';

const NOTHING_SAID = 'Не се показва: остава в рамките на срещата';

test.each([
  [
    'change-tasks',
    [card('secret1', 'tasks', { visibility: 'private', situation: 'тайно' }), card('secret2', 'tasks'), card('secret3', 'parking')],
    card('open', 'tasks', { visibility: 'public' }),
  ],
  ['marketplace', [card('secret1', 'withdrawn', { story: 'тайно' }), card('secret2', 'hidden', { tags: ['тайно'] })], card('open', 'stalls')],
] as const)('PUBLIC-4 on a board of %s what its kind withholds stands in its place and says nothing', (template, withheld, open) => {
  const board = canvas(template, [...withheld.map((each) => ({ ...each, text: 'тайно' })), { ...open, text: 'за всички' }]).board();
  const outputs = [
    exportMarkdown(board, { language: 'bg', public: true }),
    exportCsv(board, { language: 'bg', public: true }),
    JSON.stringify(exportJson(board, { language: 'bg', public: true })),
    reportBlock(board, { language: 'bg', public: true }),
    JSON.stringify(readModel(board, { id: 'b', kind: board.kind.id, template }, 'bg', { public: true })),
  ];
  for (const output of outputs) {
    expect(output).toContain('за всички');
    expect(output).not.toContain('тайно');
    expect(output.split(NOTHING_SAID)).toHaveLength(withheld.length + 1);
  }
  // Inside the workshop everybody reads it.
  expect(exportMarkdown(board, { language: 'bg' })).not.toContain(NOTHING_SAID);
});
