// The register: all risks as a real table, gravest first. It is the matrix again, for keyboards, screen readers and whoever likes lists.
import { type Check, oneLine } from '@masa/shared/board';
import { backToTray, codesOf, mergeRisks, type RegisterOrder, registerOf, TRAY } from '@masa/shared/kinds/risk-matrix';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useBoardReader, useStore } from '../../board/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/text.ts';
import { AddLine } from './AddLine.tsx';
import { RegisterRow } from './RegisterRow.tsx';
import './register.css';

const NOTHING: readonly Check[] = [];

export default function Register() {
  const { open, language, tell } = useBoard();
  const t = useText('risk');
  const { editor } = open;
  const board = useBoardReader(editor);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const [order, sort] = useState<RegisterOrder>('before');
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const rows = registerOf(board, order);
  const byCard = useMemo(() => {
    const found = new Map<string, Check[]>();
    for (const check of board.kind.analyse(board).checks) {
      if (check.card === undefined) continue;
      const list = found.get(check.card);
      if (list) list.push(check);
      else found.set(check.card, [check]);
    }
    return found;
  }, [board]);
  // Whoever stands in a row that goes is told so, and stays in the table.
  const frame = useRef<HTMLElement>(null);
  const standing = useRef<{ readonly id: string; readonly code: string } | null>(null);
  useLayoutEffect(() => {
    const at = standing.current;
    if (at === null || rows.some(({ risk }) => risk.id === at.id)) return;
    standing.current = null;
    frame.current?.focus({ preventScroll: true });
    tell(t('rowGone', { code: at.code }));
  });
  const beside = board.free().filter(({ type, inert }) => type === 'card' && !inert);
  const facets = board.kind.types.card?.facets ?? {};
  const labelOf = (name: string): string => facets[name]?.label[language] ?? '';

  /** In the order of their codes: the eldest stays. */
  const toMerge = registerOf(board, 'code').filter(({ risk }) => chosen.has(risk.id));
  const merge = (): void => {
    const [first, ...rest] = toMerge;
    if (!first) return;
    const edits = mergeRisks(editor.board(), { into: first.risk.id, from: rest.map(({ risk }) => risk.id), language }, editor.context());
    editor.perform(edits);
    tell(edits.length > 0 ? t('merged', { code: codesOf(board).get(first.risk.id) ?? '' }) : t('notMerged'));
    choose(new Set());
  };

  const sortable = (by: RegisterOrder, label: string) => (
    <th scope="col" aria-sort={order === by ? (by === 'code' ? 'ascending' : 'descending') : 'none'}>
      <button type="button" className="link-button" onClick={() => sort(by)}>
        {label}
        <span aria-hidden>{order === by ? (by === 'code' ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  );

  return (
    <div className="register">
      {rows.length === 0 ? (
        <p className="quiet-text">{t('noRisks')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reached by keyboard (WCAG 2.1.1)
        <section ref={frame} className="register-frame" aria-label={t('caption')} tabIndex={0}>
          <table>
            <caption className="visually-hidden">{t('caption')}</caption>
            <thead>
              <tr>
                {sortable('code', t('code'))}
                <th scope="col">{t('risk')}</th>
                <th scope="col">{labelOf('riskArea')}</th>
                {sortable('before', labelOf('before'))}
                <th scope="col">{labelOf('treatment')}</th>
                <th scope="col">{t('actions')}</th>
                {sortable('after', labelOf('after'))}
                <th scope="col">{labelOf('owner')}</th>
                <th scope="col">{labelOf('review')}</th>
                <th scope="col">{labelOf('riskState')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <RegisterRow
                  key={row.risk.id}
                  row={row}
                  onStand={(isHere) => {
                    standing.current = isHere ? { id: row.risk.id, code: row.code } : null;
                  }}
                  checks={byCard.get(row.risk.id) ?? NOTHING}
                  isChosen={chosen.has(row.risk.id)}
                  onChoose={(isChosen) => choose(new Set(isChosen ? [...chosen, row.risk.id] : [...chosen].filter((id) => id !== row.risk.id)))}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {!isReadOnly && (
        <>
          <AddLine
            label={t('newRisk')}
            placeholder={t('newRisk')}
            onAdd={(text) => editor.create({ cell: TRAY, index: Number.MAX_SAFE_INTEGER }, [{ text }])}
          />
          {rows.length > 1 && (
            <div className="row">
              <Button disabled={toMerge.length < 2} onClick={merge}>
                {t('merge', { codes: toMerge.map(({ code }) => code).join(', ') })}
              </Button>
              <p className="field-hint">{t('mergeHint')}</p>
            </div>
          )}
        </>
      )}
      {beside.length > 0 && (
        <>
          <h3>{t('beside')}</h3>
          <ul className="register-beside">
            {beside.map((record) => (
              <li key={record.id} className="row">
                <span>{oneLine(record.text, 70)}</span>
                {!isReadOnly && (
                  <Button onClick={() => editor.perform(backToTray(editor.board(), [record.id], editor.context()))}>{t('backToTray')}</Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
