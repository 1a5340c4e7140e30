// How far the sheet is: how full each cell is, what the money adds up to, and what a careful colleague would ask. Advice, never a lock.
import { cellsInOrder, moneyText, objectChecks, oneLine, type Sum, titleOf } from '@masa/shared/board';
import { type Currency, isCurrency } from '@masa/shared/core';
import { useMemo } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader } from '../board/useStore.ts';
import { useText } from '../ui/text.ts';

const TEXT_MAX = 70;
const PARTS = ['have', 'missing', 'promised', 'unsaid'] as const;

export default function ChecksPanel() {
  const t = useText('board');
  const { open, language, show } = useBoard();
  const board = useBoardReader(open.editor);
  const analysis = useMemo(() => board.kind.analyse(board), [board]);
  const checks = useMemo(() => [...analysis.checks, ...board.free().flatMap((record) => objectChecks(board, record))], [analysis, board]);
  const amount = (value: number, currency: string): string =>
    isCurrency(currency) ? moneyText({ amount: value, currency: currency satisfies Currency }, language) : `${value} ${currency}`;
  return (
    <>
      {board.template.cells.length > 0 && <h3>{t('filling')}</h3>}
      <ul className="filling">
        {cellsInOrder(board.template).map((cell) => {
          const parts = cell.slots.map((each) => analysis.filling[each.slot] ?? { cards: 0, complete: 0 });
          const cards = board.inCell(cell).length;
          const complete = Math.min(
            cards,
            parts.reduce((sum, each) => sum + each.complete, 0),
          );
          return (
            <li key={cell.id}>
              <span>{cell.title[language]}</span>
              <span className="figures quiet-text">{cards === 0 ? t('cellEmpty') : t('cellFilled', { cards, complete })}</span>
            </li>
          );
        })}
      </ul>
      {analysis.sums.length > 0 && (
        <>
          <h3>{t('sums')}</h3>
          {analysis.sums.map((sum: Sum) => (
            <dl key={sum.currency} className="sums figures">
              {PARTS.filter((part) => sum[part] > 0).map((part) => (
                <div key={part}>
                  <dt>{t(`sum_${part}`)}</dt>
                  <dd>{amount(sum[part], sum.currency)}</dd>
                </div>
              ))}
              <div className="total">
                <dt>{t('sumTotal')}</dt>
                <dd>{amount(sum.total, sum.currency)}</dd>
              </div>
            </dl>
          ))}
        </>
      )}
      <h3>{t('checks')}</h3>
      {checks.length === 0 ? (
        <p className="quiet-text">{t('noChecks')}</p>
      ) : (
        <ul className="checks">
          {checks.map((check) => {
            const card = check.card === undefined ? undefined : board.get(check.card);
            return (
              <li key={`${check.code}-${check.card ?? check.slot ?? ''}`} className={`check-mark ${check.level}`}>
                {check.message[language]}
                {card && (
                  <button type="button" className="link-button" onClick={() => show({ of: 'card', id: card.id })}>
                    {oneLine(titleOf(board, card, language), TEXT_MAX)}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
