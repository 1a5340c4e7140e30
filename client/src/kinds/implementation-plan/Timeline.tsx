// The plan as bars over weeks. A table to screen readers; bars are buttons that arrows move and lengthen, and every step has a button too.
import { lengthen, moveWeeks, planStart, timelineOf } from '@masa/shared/kinds/implementation-plan';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useBoardReader, useStore } from '../../board/useStore.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/text.ts';
import { BarTools } from './BarTools.tsx';
import { Lanes } from './Lanes.tsx';
import './timeline.css';

export default function Timeline() {
  const t = useText('canvases');
  const { open, show, say } = useBoard();
  const { editor } = open;
  const board = useBoardReader(editor);
  const isReadOnly = useStore(editor.readOnly) !== null;
  const [chosen, choose] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef<string | null>(null);
  const { timeline, faults } = useMemo(() => {
    const found = new Map(board.kind.analyse(board).checks.flatMap(({ card, code }) => (card === undefined ? [] : [[card, code] as const])));
    return { timeline: timelineOf(board), faults: found };
  }, [board]);
  const bar = timeline.bars.find(({ id }) => id === chosen);

  // A bar that changes its row keeps the focus.
  useLayoutEffect(() => {
    if (moved.current === null) return;
    frame.current?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(moved.current)}"]`)?.focus({ preventScroll: true });
    moved.current = null;
  });

  // The chosen bar lost its week, by undo or by somebody else: the focus goes where it can be given one again, not to nowhere.
  const isUndated = chosen !== null && timeline.undated.some(({ id }) => id === chosen);
  useLayoutEffect(() => {
    if (!isUndated || chosen === null) return;
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(`[data-undated="${CSS.escape(chosen)}"]`)?.focus();
  }, [isUndated, chosen]);

  const change = (edits: ReturnType<typeof moveWeeks>, id: string, keepsFocus: boolean): void => {
    if (editor.perform(edits).length === 0) return;
    if (keepsFocus) moved.current = id;
    const now = timelineOf(editor.board()).bars.find((each) => each.id === id);
    if (now) say(t('nowWeeks', { from: now.from, to: now.to }));
  };
  const move = (id: string, by: number, keepsFocus = false): void => change(moveWeeks(editor.board(), id, by), id, keepsFocus);
  const stretch = (id: string, by: number, keepsFocus = false): void => change(lengthen(editor.board(), id, by), id, keepsFocus);

  return (
    <div className="stack tight">
      {timeline.bars.length === 0 ? (
        <p className="quiet-text">{t('timelineEmpty')}</p>
      ) : (
        <>
          <p id="timeline-hint" className="field-hint">
            {t('timelineHint')}
          </p>
          <div className="timeline-frame" ref={frame}>
            <Lanes
              timeline={timeline}
              faults={faults}
              chosen={chosen}
              isReadOnly={isReadOnly}
              onChoose={choose}
              onOpen={(id) => show({ of: 'card', id })}
              onMove={(id, by) => move(id, by, true)}
              onStretch={(id, by) => stretch(id, by, true)}
            />
          </div>
        </>
      )}
      {bar && !isReadOnly && <BarTools bar={bar} onMove={(by) => move(bar.id, by)} onStretch={(by) => stretch(bar.id, by)} />}
      {timeline.undated.length > 0 && (
        <section className="stack tight" aria-labelledby="timeline-undated">
          <h3 id="timeline-undated">{t('undated', { count: timeline.undated.length })}</h3>
          <ul className="timeline-undated">
            {timeline.undated.map(({ id, text }) => (
              <li key={id}>
                <button type="button" data-undated={id} className="link-button" onClick={() => show({ of: 'card', id })}>
                  {text}
                </button>
                {!isReadOnly && (
                  <Button aria-label={t('putInWeekOf', { text, week: 1 })} onClick={() => change(planStart(editor.board(), id, 1), id, true)}>
                    {t('putInWeek', { week: 1 })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
