// One risk in a blind rating: two scales in words, and a small grid to point at for whoever thinks in pictures. Nothing is sent before both
// are said: half an answer is none.
import { AXES, type Axis, BAND_LETTERS, gridOf, type Rating, type Said } from '@masa/shared/kinds/risk-matrix';
import { useState } from 'react';
import { useBoard } from '../../board/boardContext.ts';
import { useStore } from '../../board/useStore.ts';
import { LevelChoice } from '../../rounds/LevelChoice.tsx';
import { bandLook } from '../../ui/objectTokens.ts';
import { useText } from '../../ui/text.ts';
import { levelsOf } from './words.ts';

interface Props {
  /** Undefined: not answered. */
  readonly value: Rating | undefined;
  readonly onValue: (value: Rating) => void;
}

const NOTHING: Rating = { likelihood: null, consequence: null };

export function BlindControl({ value, onValue }: Props) {
  const { open, language } = useBoard();
  const t = useText('risk');
  const template = useStore(open.editor.records.template);
  /** What is said until both are. */
  const [half, keep] = useState<Rating>(NOTHING);
  const now = value ?? half;
  const give = (next: Rating): void => {
    keep(next);
    if (next.likelihood !== null && next.consequence !== null) onValue(next);
  };
  const legends: Readonly<Record<Axis, string>> = { likelihood: t('howLikely'), consequence: t('howBad') };
  const isHalf = (now.likelihood === null) !== (now.consequence === null);
  const rated = (said: Said): number | 'unknown' | undefined => said ?? undefined;
  return (
    <div className="blind-control">
      <div className="blind-scales">
        {AXES.map((axis) => (
          <LevelChoice
            key={axis}
            legend={legends[axis]}
            levels={levelsOf(template, axis, language)}
            value={rated(now[axis])}
            onValue={(said) => give({ ...now, [axis]: said })}
            unknownLabel={t('dontKnow')}
          />
        ))}
      </div>
      <SmallGrid now={now} onPick={give} />
      <p className="field-hint" role="status">
        {isHalf ? t('bothNeeded') : ''}
      </p>
    </div>
  );
}

/** The matrix in small, by pointer only: the scales beside it say the same to keyboards and screen readers. */
function SmallGrid({ now, onPick }: { readonly now: Rating; readonly onPick: (rating: Rating) => void }) {
  const { open, language } = useBoard();
  const template = useStore(open.editor.records.template);
  const { size, cells } = gridOf(template);
  const levels = Array.from({ length: size }, (_, at) => at + 1);
  return (
    <div className="small-grid" aria-hidden="true" style={{ gridTemplateColumns: `repeat(${size}, var(--target))` }}>
      {[...levels].reverse().flatMap((likelihood) =>
        levels.map((consequence) => {
          const cell = cells.get(`${likelihood}/${consequence}`)?.cell;
          const isHere = now.likelihood === likelihood && now.consequence === consequence;
          const band = cell?.band ?? 'low';
          return (
            <button
              key={`${likelihood}/${consequence}`}
              type="button"
              tabIndex={-1}
              className={isHere ? 'small-cell here' : 'small-cell'}
              title={cell?.title[language]}
              style={{ background: bandLook[band].tint }}
              onClick={() => onPick({ likelihood, consequence })}
            >
              {isHere ? '●' : BAND_LETTERS[band][language]}
            </button>
          );
        }),
      )}
    </div>
  );
}
