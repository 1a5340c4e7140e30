// How far the sheet is: how full each cell is, what the money adds up to, and what a careful colleague would ask. Advice, never a lock.
import { cellFilling, cellsInOrder, moneyText, objectChecks, type Sum } from '@masa/shared/board';
import { type Currency, isCurrency } from '@masa/shared/core';
import { ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader } from '../board/useStore.ts';
import { useWhole } from '../kinds/useWhole.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { CheckLine } from './CheckLine.tsx';
import { FillingMark } from './FillingMark.tsx';
import { questionCells } from './realityWalk.ts';

const PARTS = ['have', 'missing', 'promised', 'unsaid'] as const;

export default function ChecksPanel() {
  const t = useText('board');
  const sheet = useText('sheet');
  const { open, language, show } = useBoard();
  const board = useBoardReader(open.editor);
  const whole = useWhole(board.kind);
  const analysis = useMemo(() => whole.analyse(board), [whole, board]);
  const checks = useMemo(() => [...analysis.checks, ...board.free().flatMap((record) => objectChecks(board, record))], [analysis, board]);
  const amount = (value: number, currency: string): string =>
    isCurrency(currency) ? moneyText({ amount: value, currency: currency satisfies Currency }, language) : `${value} ${currency}`;
  const cells = cellsInOrder(board.template).map((cell) => ({ cell, filling: cellFilling(board, analysis, cell) }));
  // Costs and income stand by themselves: nothing is ever added to something else.
  const ledgers = [
    { key: '-resources', title: t('sums'), sums: analysis.sums },
    ...(analysis.ledgers ?? []).map(({ slot, sums }) => ({
      key: slot,
      title: whole.slots.find(({ id }) => id === slot)?.label[language] ?? slot,
      sums,
    })),
  ].filter(({ sums }) => sums.length > 0);
  const countOf = (level: 'begun' | 'complete'): number => cells.filter(({ filling }) => filling.level === level).length;
  return (
    <>
      {questionCells(whole, board.template).length > 0 && (
        <p>
          <Button onClick={() => show({ of: 'reality' })}>
            <ListChecks aria-hidden /> {sheet('checkStart')}
          </Button>
        </p>
      )}
      {cells.length > 0 && (
        <>
          <h3>{t('filling')}</h3>
          <p className="figures">{sheet('overall', { complete: countOf('complete'), begun: countOf('begun'), cells: cells.length })}</p>
        </>
      )}
      <ul className="filling">
        {cells.map(({ cell, filling }) => (
          <li key={cell.id}>
            <span>
              <FillingMark filling={filling} isDecorative /> {cell.title[language]}
            </span>
            <span className="figures quiet-text">
              {filling.level === 'empty' ? t('cellEmpty') : sheet('cellFilled', { cards: filling.cards, complete: filling.complete })}
            </span>
          </li>
        ))}
      </ul>
      {ledgers.map(({ key, title, sums }) => (
        <section key={key}>
          <h3>{title}</h3>
          {sums.map((sum: Sum) => (
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
        </section>
      ))}
      <h3>{t('checks')}</h3>
      {checks.length === 0 ? (
        <p className="quiet-text">{t('noChecks')}</p>
      ) : (
        <ul className="checks">
          {checks.map((check) => (
            <CheckLine key={`${check.code}-${check.card ?? check.slot ?? ''}`} check={check} onCard={(id) => show({ of: 'card', id })} />
          ))}
        </ul>
      )}
    </>
  );
}
