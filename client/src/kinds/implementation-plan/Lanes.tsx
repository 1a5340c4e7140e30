// The rows of the timeline, and the lines between bars that wait for one another. Sizes are fixed, so that the lines meet the bars.
import type { Bar, Timeline } from '@masa/shared/kinds/implementation-plan';
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useText } from '../../ui/text.ts';

/** CSS pixels. The same figures stand in timeline.css as custom properties. */
const WEEK = 36;
const ROW = 64;

/** Weeks between the numbers of the ruler, by how long the plan is. */
const stepOf = (weeks: number): number => (weeks <= 30 ? 1 : 4);

interface Props {
  readonly timeline: Timeline;
  /** Codes of checks by card. */
  readonly faults: ReadonlyMap<string, string>;
  readonly chosen: string | null;
  readonly isReadOnly: boolean;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onMove: (id: string, by: number) => void;
  readonly onStretch: (id: string, by: number) => void;
}

export function Lanes({ timeline, faults, chosen, isReadOnly, onChoose, onOpen, onMove, onStretch }: Props) {
  const t = useText('canvases');
  // Room for the next week, so that a bar can always be seen to move on.
  const weeks = timeline.weeks + 1;
  const ruler = Array.from({ length: weeks }, (_, at) => at + 1).filter((week) => (week - 1) % stepOf(weeks) === 0);
  const nameOf = (id: string): string => timeline.bars.find((bar) => bar.id === id)?.text ?? '';
  return (
    <div className="timeline" style={{ '--lane': `${weeks * WEEK}px` } as CSSProperties}>
      <table>
        <caption className="visually-hidden">{t('activities')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('activity')}</th>
            <th scope="col" className="timeline-weeks">
              <span className="visually-hidden">{t('weeks')}</span>
              <span className="timeline-ruler" aria-hidden>
                {ruler.map((week) => (
                  <span key={week} style={{ left: (week - 1) * WEEK }}>
                    {week}
                  </span>
                ))}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {timeline.bars.map((bar) => (
            <tr key={bar.id}>
              <th scope="row">
                <button type="button" className="link-button timeline-name" onClick={() => onOpen(bar.id)}>
                  {bar.text}
                </button>
                <span className="quiet-text timeline-who">{bar.who || t('nobodyYet')}</span>
              </th>
              <td>
                <BarButton
                  bar={bar}
                  fault={faults.get(bar.id)}
                  after={bar.after.map(nameOf)}
                  isChosen={chosen === bar.id}
                  isReadOnly={isReadOnly}
                  onChoose={() => onChoose(bar.id)}
                  onMove={(by) => onMove(bar.id, by)}
                  onStretch={(by) => onStretch(bar.id, by)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Waiting timeline={timeline} width={weeks * WEEK} />
    </div>
  );
}

interface BarProps {
  readonly bar: Bar;
  readonly fault: string | undefined;
  /** Texts of what must be done before. */
  readonly after: readonly string[];
  readonly isChosen: boolean;
  readonly isReadOnly: boolean;
  readonly onChoose: () => void;
  readonly onMove: (by: number) => void;
  readonly onStretch: (by: number) => void;
}

function BarButton({ bar, fault, after, isChosen, isReadOnly, onChoose, onMove, onStretch }: BarProps) {
  const t = useText('canvases');
  const { drag, weeks } = useWeekDrag(isReadOnly, onMove);
  const advice = fault === 'begins-too-early' ? t('tooEarly') : fault === 'circle' ? t('inCircle') : '';
  const label = [
    t(bar.isMilestone ? 'milestoneOf' : 'barOf', { text: bar.text, from: bar.from, to: bar.to }),
    ...(after.length > 0 ? [t('comesAfter', { names: after.join('; ') })] : []),
    ...(advice === '' ? [] : [advice]),
  ].join('. ');
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (by === 0 || isReadOnly || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (event.shiftKey) onStretch(by);
    else onMove(by);
  };
  return (
    <button
      type="button"
      data-bar={bar.id}
      className={['bar', bar.isMilestone ? 'milestone' : '', advice === '' ? '' : 'fault'].filter(Boolean).join(' ')}
      style={{ left: (bar.from - 1 + weeks) * WEEK, width: (bar.to - bar.from + 1) * WEEK }}
      aria-pressed={isChosen}
      aria-label={label}
      aria-describedby="timeline-hint"
      title={advice === '' ? undefined : advice}
      onClick={onChoose}
      onFocus={onChoose}
      onKeyDown={onKeyDown}
      {...drag}
    >
      <span aria-hidden>{advice === '' ? '' : '!'}</span>
    </button>
  );
}

/** A bar in the hand moves by whole weeks; nothing changes on the board before it is let go. */
function useWeekDrag(isReadOnly: boolean, onMove: (by: number) => void) {
  const [start, setStart] = useState<number | null>(null);
  const [weeks, setWeeks] = useState(0);
  const end = (by: number): void => {
    setStart(null);
    setWeeks(0);
    if (by !== 0) onMove(by);
  };
  const drag = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (isReadOnly || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setStart(event.clientX);
    },
    onPointerMove: (event: PointerEvent) => {
      if (start !== null) setWeeks(Math.round((event.clientX - start) / WEEK));
    },
    onPointerUp: () => {
      if (start !== null) end(weeks);
    },
    onPointerCancel: () => end(0),
  };
  return { drag, weeks };
}

/** From the end of what must be done before to the beginning of what waits for it. The bars say the same in words. */
function Waiting({ timeline, width }: { readonly timeline: Timeline; readonly width: number }) {
  const { bars } = timeline;
  const lines = bars.flatMap((bar, row) =>
    bar.after.flatMap((id) => {
      const at = bars.findIndex((each) => each.id === id);
      const before = bars[at];
      if (!before) return [];
      const [x1, y1] = [before.to * WEEK, at * ROW + ROW / 2];
      const [x2, y2] = [(bar.from - 1) * WEEK, row * ROW + ROW / 2];
      const bend = Math.max(18, Math.abs(x2 - x1) / 2);
      const isEarly = before.isMilestone ? before.from > bar.from : before.to >= bar.from;
      return [
        {
          key: `${id} ${bar.id}`,
          d: `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 2} ${y2}`,
          head: `M${x2} ${y2} l-9 -5 v10 z`,
          isEarly,
        },
      ];
    }),
  );
  if (lines.length === 0) return null;
  return (
    <svg className="timeline-lines" width={width} height={bars.length * ROW} aria-hidden>
      {lines.map(({ key, d, head, isEarly }) => (
        <g key={key} className={isEarly ? 'early' : undefined}>
          <path className="way" d={d} />
          <path className="head" d={head} />
        </g>
      ))}
    </svg>
  );
}
