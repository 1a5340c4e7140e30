// Tables as the bench prints them: plain text, first column left, the others right.

export type Cell = string | number;

const text = (cell: Cell): string => (typeof cell === 'number' ? String(cell) : cell);

export function table(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [head, ...rows.map((row) => row.map(text))];
  // A row of two cells in a wider table is a sentence about the first: it may reach over all columns.
  const isSentence = (line: readonly string[]): boolean => line.length === 2 && head.length > 2;
  const widths = head.map((_, at) => Math.max(...lines.filter((line) => at === 0 || !isSentence(line)).map((line) => (line[at] ?? '').length)));
  const draw = (line: readonly string[]): string =>
    isSentence(line)
      ? `${(line[0] ?? '').padEnd(widths[0] ?? 0)}  ${line[1] ?? ''}`
      : line
          .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
          .join('  ')
          .trimEnd();
  return ['', title, draw(head), widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1).map(draw)].join('\n');
}
