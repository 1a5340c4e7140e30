// The outline: the board as headings, lists and text fields. An equal editor: whatever the canvas can do to cards is here too, by
// keyboard, by screen reader and on a phone, where one cell is shown at a time.
import { type Check, cellFilling, cellsInOrder, freeTree } from '@masa/shared/board';
import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useBoard } from '../board/boardContext.ts';
import { useBoardReader, useSettled, useStore } from '../board/useStore.ts';
import { useWhole } from '../kinds/useWhole.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/text.ts';
import { ElsewhereCards } from './ElsewhereCards.tsx';
import { FreeSection } from './FreeSection.tsx';
import { LongList } from './LongList.tsx';
import { FREE_PAGE, neighbourPage } from './moves.ts';
import { OutlineCard } from './OutlineCard.tsx';
import { OutlineCell } from './OutlineCell.tsx';
import { SheetWords } from './SheetWords.tsx';
import './outline.css';

export default function Outline() {
  const t = useText('board');
  const free = useText('free');
  const { open, language, show, isSmall, host } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const template = useStore(editor.records.template);
  const cells = useMemo(() => cellsInOrder(template), [template]);
  const [chosen, setChosen] = useState<string>(() => editor.selection.get().cell ?? cells[0]?.id ?? FREE_PAGE);
  // Another form may not have the cell that was shown.
  const current = chosen === FREE_PAGE || cells.some((cell) => cell.id === chosen) ? chosen : (cells[0]?.id ?? FREE_PAGE);
  const whole = useWhole(board.kind);
  // Checks look at every card, and some at every two: once somebody pauses, not with every key.
  const settled = useSettled(editor.records.version);
  const { analysis } = useMemo(() => ({ of: settled, form: template, analysis: whole.analyse(editor.board()) }), [whole, editor, settled, template]);
  const checks = useMemo(() => {
    const byCard = new Map<string, Check[]>();
    for (const check of analysis.checks) {
      if (check.card === undefined) continue;
      const list = byCard.get(check.card);
      if (list) list.push(check);
      else byCard.set(check.card, [check]);
    }
    return byCard;
  }, [analysis]);
  const onBoard = freeTree(board).roots.length;
  const bin = board.bin();
  const hidden = [...board.hidden()];
  const shown = isSmall ? cells.filter((cell) => cell.id === current) : cells;

  const turn = (by: -1 | 1): void => {
    setChosen(neighbourPage(board, current, by));
    scrollTo({ top: 0 });
  };

  return (
    <div className={isSmall ? 'outline small' : 'outline'}>
      {isSmall && cells.length > 0 && (
        <nav className="outline-turn" aria-label={t('cells')}>
          <Button look="quiet" label={t('previousCell')} onClick={() => turn(-1)}>
            <ChevronLeft aria-hidden />
          </Button>
          <select className="control" aria-label={t('cells')} value={current} onChange={(event) => setChosen(event.target.value)}>
            {cells.map((cell) => {
              const count = board.inCell(cell).length;
              return (
                <option key={cell.id} value={cell.id}>
                  {count > 0 ? `${cell.title[language]} (${count})` : cell.title[language]}
                </option>
              );
            })}
            <option value={FREE_PAGE}>{onBoard > 0 ? `${free('onBoard')} (${onBoard})` : free('onBoard')}</option>
          </select>
          <Button look="quiet" label={t('nextCell')} onClick={() => turn(1)}>
            <ChevronRight aria-hidden />
          </Button>
        </nav>
      )}
      <SheetWords template={template} />
      {shown.map((cell) => (
        <OutlineCell key={cell.id} cell={cell} checks={checks} filling={cellFilling(board, analysis, cell)} />
      ))}
      {(!isSmall || current === FREE_PAGE) && <FreeSection checks={checks} />}
      <ElsewhereCards />
      {hidden.length > 0 && (
        <section className="outline-cell" aria-labelledby="outline-hidden">
          {isSmall ? <h2 id="outline-hidden">{t('onOtherForm')}</h2> : <h3 id="outline-hidden">{t('onOtherForm')}</h3>}
          <p className="outline-hint">{t('onOtherFormHint')}</p>
          <LongList
            className="outline-cards"
            keyOf={({ record }) => record.id}
            lines={hidden.flatMap(([slot, records]) => records.map((record, index) => ({ slot, record, index, count: records.length })))}
          >
            {({ slot, record, index, count }, _at, place) => (
              <li key={record.id} {...place}>
                <OutlineCard
                  record={record}
                  cell={{ id: '', title: board.kind.slots.find((each) => each.id === slot)?.label[language] ?? '' }}
                  index={index}
                  count={count}
                  checks={checks.get(record.id) ?? []}
                />
              </li>
            )}
          </LongList>
        </section>
      )}
      {bin.length > 0 && !isSmall && host.panels.has('bin') && (
        <p>
          <Button look="quiet" onClick={() => show({ of: 'bin' })}>
            <Trash2 aria-hidden /> {t('binCount', { count: bin.length })}
          </Button>
        </p>
      )}
    </div>
  );
}
