// The register: the matrix as a table. One row a risk, gravest first. Both read the same cards, so they cannot disagree.
import type { Band, BoardReader } from '../../board/index.ts';
import type { BoardRecord } from '../../document/index.ts';
import { bandRank } from './bands.ts';
import { bandAt } from './grid.ts';
import type { Rating } from './rating.ts';
import { actionsByRisk, codesOf, isTreated, ratingOf, risksOf } from './risks.ts';

export interface RegisterRow {
  readonly code: string;
  readonly risk: BoardRecord;
  readonly before: Rating | null;
  readonly after: Rating | null;
  readonly beforeBand: Band | null;
  readonly afterBand: Band | null;
  readonly actions: readonly BoardRecord[];
  readonly isTreated: boolean;
}

/** What rows are sorted by: the band before or after treatment (gravest first, what has none last), then the code; or the code alone. */
export type RegisterOrder = 'before' | 'after' | 'code';

const codeNumber = (code: string): number => Number(code.slice(1));

export function registerOf(board: BoardReader, order: RegisterOrder = 'before'): readonly RegisterRow[] {
  const codes = codesOf(board);
  const actions = actionsByRisk(board);
  const rows = risksOf(board).map((risk): RegisterRow => {
    const [before, after] = [ratingOf(risk, 'before'), ratingOf(risk, 'after')];
    const own = actions.get(risk.id) ?? [];
    return {
      code: codes.get(risk.id) ?? '',
      risk,
      before,
      after,
      beforeBand: bandAt(board.template, before),
      afterBand: bandAt(board.template, after),
      actions: own,
      isTreated: isTreated(risk, own),
    };
  });
  const rank = ({ beforeBand, afterBand }: RegisterRow): number => {
    const band = order === 'before' ? beforeBand : order === 'after' ? afterBand : null;
    return band === null ? -1 : bandRank(band);
  };
  return rows.sort((a, b) => rank(b) - rank(a) || codeNumber(a.code) - codeNumber(b.code));
}
