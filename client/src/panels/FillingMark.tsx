// How far a cell has come, as a small sign with its words: an open ring, a ring that closes, a disc with a tick. As it is on the canvas.
import type { CellFilling } from '@masa/shared/board';
import { useText } from '../ui/text.ts';
import './sheet.css';

const RING = 8;
const ROUND = 2 * Math.PI * RING;

/** @param isDecorative its words stand beside it */
export function FillingMark({
  filling: { level, cards, complete },
  isDecorative = false,
}: {
  readonly filling: CellFilling;
  readonly isDecorative?: boolean;
}) {
  const t = useText('sheet');
  const words = t(`filling_${level}`, { cards, complete });
  return (
    <svg
      className="filling-mark"
      viewBox="-11 -11 22 22"
      fill="none"
      {...(isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': words })}
    >
      <title>{words}</title>
      {level === 'complete' ? (
        <>
          <circle r={RING + 1} fill="var(--color-success)" />
          <path d="M-4.2 0.2 L-1.2 3.4 L4.4 -3.2" stroke="var(--color-paper)" strokeWidth="2.2" strokeLinecap="round" />
        </>
      ) : (
        <>
          <circle r={RING} fill="var(--color-paper)" stroke="var(--color-edge)" strokeWidth="1.4" />
          {level === 'begun' && (
            <circle
              r={RING}
              stroke="var(--color-success)"
              strokeWidth="3.4"
              strokeDasharray={`${ROUND * Math.max(0.08, complete / cards)} ${ROUND}`}
              transform="rotate(-90)"
            />
          )}
        </>
      )}
    </svg>
  );
}
