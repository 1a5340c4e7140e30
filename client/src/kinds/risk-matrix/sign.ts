// What the signs over a risk say, in words, for the outline: its code, and after treatment the cell it was in before.
import type { BoardReader } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import type { BoardRecord } from '@masa/shared/document';
import { codesOf, gridCellAt, gridOf, isRisk, ratingOf } from '@masa/shared/kinds/risk-matrix';

/** "R3", or "R3 · Before treatment: Likely × Serious". Empty for what is no risk. */
export function signOf(board: BoardReader, record: BoardRecord, language: Language): string {
  if (!isRisk(board, record)) return '';
  const before = gridOf(board.template).phase === 'after' ? gridCellAt(board.template, ratingOf(record, 'before')) : undefined;
  const label = board.kind.types[record.type]?.facets.before?.label[language] ?? '';
  const came = before && before.id !== board.cellOf(record)?.id ? `${label}: ${before.title[language]}` : '';
  return [codesOf(board).get(record.id) ?? '', came].filter((part) => part !== '').join(' · ');
}
